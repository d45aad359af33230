//! The forms of polls: from what was typed to slots in the person's own wall time, to answers, and to what is chosen.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::answer::Suits;
use super::ending::Chosen;
use super::poll::{MOST_SLOTS, NewPoll, Poll, Slot, Span};
use super::suggestion::Suggestion;
use crate::db::types::{Id, Timestamp};
use crate::i18n::local;
use crate::meetups::{FARTHEST_DAYS, Wall, at_wall_time, one_line, online_link, place_in};
use crate::web::forms::{Check, Errors, Fields};

/// The fields of one slot.
#[derive(Debug, Clone, Copy)]
pub(super) struct Row {
    pub date: &'static str,
    pub starts: &'static str,
    pub ends: &'static str,
}

macro_rules! rows {
    ($($n:literal)*) => {
        [$(Row { date: concat!("date-", $n), starts: concat!("starts-", $n), ends: concat!("ends-", $n) }),*]
    };
}

/// A row of fields for every slot that a poll may have.
pub(super) const ROWS: [Row; MOST_SLOTS] = rows![
    1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20
    21 22 23 24 25 26 27 28 29 30 31 32 33 34 35 36 37 38 39 40
];

/// Where errors about all slots stand.
const FIRST: &str = "date-1";

/// The first field beyond the last row, for those who send more than the form has.
const BEYOND: &str = "date-41";

/// Rows of a form that nobody has asked more of, and how many more come at a time.
pub(super) const FEWEST_ROWS: usize = 5;

/// Name of the boxes of suggested slots.
pub(super) const SUGGESTED: &str = "suggested";

impl Row {
    fn is_filled(&self, fields: &Fields) -> bool {
        [self.date, self.starts, self.ends].iter().any(|field| !fields.text(field).is_empty())
    }
}

/// How many rows a form with these fields shows: as many as were asked for, and every one with something in it.
pub(super) fn rows_shown(fields: &Fields) -> usize {
    let asked = fields.all("rows").filter_map(|text| text.trim().parse::<usize>().ok()).max().unwrap_or(0);
    let filled = ROWS.iter().rposition(|row| row.is_filled(fields)).map_or(0, |last| last + 1);
    asked.max(filled).clamp(FEWEST_ROWS, MOST_SLOTS)
}

/// What a form is read against.
pub(super) struct Against<'a> {
    /// The group that is asked.
    pub group: Id,
    /// The zone of the person who types.
    pub zone: Tz,
    /// What time it is.
    pub now: Timestamp,
    /// The poll as it is, when one is changed.
    pub before: Option<(&'a Poll, &'a [Slot])>,
}

/// The poll that a form describes, or everything wrong with it.
pub(super) fn parse(fields: &Fields, against: &Against<'_>) -> Result<NewPoll, Errors> {
    let mut check = Check::of(fields);
    let title = one_line(&check.text("title", 1..=120));
    let slots = slots(&mut check, fields, against);
    let place = one_line(&check.text("place", 0..=200));
    let link = online_link(&mut check, fields);
    let answer_by = answer_by(&mut check, fields, &slots, against);
    check.done()?;
    let time_zone = against.zone.name().to_owned();
    Ok(NewPoll { group_id: against.group, title, place, link, time_zone, answer_by, slots })
}

/// What the form shows of a poll that is there: slots that have begun are not for changing.
pub(super) fn filled(poll: &Poll, slots: &[Slot], zone: Tz, now: Timestamp) -> Fields {
    let answer_by = poll.answer_by.map(|date| date.to_string()).unwrap_or_default();
    let words = [
        ("title", poll.title.clone()),
        ("place", poll.place.clone()),
        ("link", poll.link.clone()),
        ("answer_by", answer_by),
        ("revision", poll.revision.to_string()),
    ];
    let ahead = slots.iter().filter(|slot| slot.is_ahead(now));
    ROWS.iter().zip(ahead).fold(Fields::from_pairs(words), |fields, (row, slot)| {
        let (starts, ends) = (local(slot.span.starts_at, zone), local(slot.span.ends_at, zone));
        fields
            .with(row.date, starts.format("%Y-%m-%d").to_string())
            .with(row.starts, starts.format("%H:%M").to_string())
            .with(row.ends, ends.format("%H:%M").to_string())
    })
}

fn slots(check: &mut Check<'_>, fields: &Fields, against: &Against<'_>) -> Vec<Span> {
    let before = against.before.map_or(&[][..], |(_, slots)| slots);
    let (mut found, mut rows, mut hours) = (Vec::new(), 0, None);
    for row in ROWS.iter().filter(|row| row.is_filled(fields)) {
        rows += 1;
        let (date, times) = (check.date(row.date), times(check, fields, row, hours));
        hours = times.or(hours);
        let (Some(date), Some(times)) = (date, times) else { continue };
        let Some(span) = span(check, row, (date, times), before, against) else { continue };
        if found.contains(&span) {
            check.fail(row.date, "error-poll-twice");
        }
        found.push(span);
    }
    for span in suggested(fields, against) {
        if !found.contains(&span) {
            found.push(span);
            rows += 1;
        }
    }
    if rows == 0 {
        check.fail(FIRST, "error-poll-no-slot");
    } else if rows > MOST_SLOTS || !fields.text(BEYOND).is_empty() {
        check.fail(FIRST, "error-poll-many");
    }
    found
}

/// The hours of a row; where none are typed, those of the row above.
fn times(
    check: &mut Check<'_>,
    fields: &Fields,
    row: &Row,
    above: Option<(NaiveTime, NaiveTime)>,
) -> Option<(NaiveTime, NaiveTime)> {
    if above.is_some() && fields.text(row.starts).is_empty() && fields.text(row.ends).is_empty() {
        return above;
    }
    let (starts, ends) = (check.time(row.starts), check.time(row.ends));
    starts.zip(ends)
}

fn span(
    check: &mut Check<'_>,
    row: &Row,
    (date, (starts, ends)): (NaiveDate, (NaiveTime, NaiveTime)),
    before: &[Slot],
    against: &Against<'_>,
) -> Option<Span> {
    // A slot that is left alone stays where it is: also over midnight, and in the second of two hours with the same name.
    let is_same = |slot: &&Slot| {
        local(slot.span.starts_at, against.zone).naive_local() == date.and_time(starts)
            && local(slot.span.ends_at, against.zone).time() == ends
    };
    if let Some(slot) = before.iter().find(is_same) {
        return Some(slot.span);
    }
    let starts_at = moment(check, row.starts, date, starts, against.zone)?;
    let ends_at = moment(check, row.ends, date, ends, against.zone)?;
    if ends_at <= starts_at {
        check.fail(row.ends, "error-meetup-ends-before");
    } else if starts_at <= against.now {
        check.fail(row.date, "error-meetup-past");
    } else if starts_at > against.now + TimeDelta::days(FARTHEST_DAYS) {
        check.fail(row.date, "error-meetup-far");
    }
    Some(Span { starts_at, ends_at })
}

fn moment(
    check: &mut Check<'_>,
    field: &'static str,
    date: NaiveDate,
    time: NaiveTime,
    zone: Tz,
) -> Option<Timestamp> {
    let moment = at(date, time, zone);
    if moment.is_none() {
        check.fail(field, "error-meetup-hour-missing");
    }
    moment
}

fn at(date: NaiveDate, time: NaiveTime, zone: Tz) -> Option<Timestamp> {
    match at_wall_time(date.and_time(time), zone) {
        Wall::Once(moment) | Wall::Twice(moment) => Some(moment),
        Wall::Never => None,
    }
}

/// The suggestions that are ticked. What was never suggested counts for nothing.
fn suggested(fields: &Fields, against: &Against<'_>) -> Vec<Span> {
    let ticked = fields.all(SUGGESTED).filter_map(|word| word.parse::<Suggestion>().ok());
    let spans = ticked.filter_map(|Suggestion { date, half }| {
        let (starts, ends) = half.hours();
        let (starts_at, ends_at) = (at(date, starts, against.zone)?, at(date, ends, against.zone)?);
        Some(Span { starts_at, ends_at })
    });
    let farthest = against.now + TimeDelta::days(FARTHEST_DAYS);
    spans.filter(|span| span.starts_at > against.now && span.starts_at <= farthest).collect()
}

/// The last day for answers: from today to the day of the last slot.
fn answer_by(
    check: &mut Check<'_>,
    fields: &Fields,
    slots: &[Span],
    against: &Against<'_>,
) -> Option<NaiveDate> {
    if fields.text("answer_by").is_empty() {
        return None;
    }
    let day = check.date("answer_by")?;
    let is_same = against.before.is_some_and(|(poll, _)| poll.answer_by == Some(day));
    let last = slots.iter().map(|span| local(span.starts_at, against.zone).date_naive()).max();
    if day < local(against.now, against.zone).date_naive() && !is_same {
        check.fail("answer_by", "error-poll-answer-by-past");
    } else if last.is_some_and(|last| day > last) {
        check.fail("answer_by", "error-poll-answer-by-late");
    }
    Some(day)
}

/// The name of the boxes that answer a slot.
pub(super) fn answer_field(slot: i32) -> String {
    format!("slot-{slot}")
}

/// What is said of which slots; at least one of them.
pub(super) fn answers(fields: &Fields, slots: &[Slot]) -> Result<Vec<(i32, Suits)>, Errors> {
    let mut given = Vec::new();
    for slot in slots {
        let field = answer_field(slot.number);
        match fields.text(&field) {
            "" => {}
            word => match word.parse() {
                Ok(suits) => given.push((slot.number, suits)),
                Err(_) => return Err(Errors::one("answers", "error-choice")),
            },
        }
    }
    if given.is_empty() { Err(Errors::one("answers", "error-poll-nothing-said")) } else { Ok(given) }
}

/// What is chosen, and where the meetup will be.
pub(super) fn chosen(fields: &Fields) -> Result<Chosen, Errors> {
    let mut check = Check::of(fields);
    let slot = check.choice("slot").unwrap_or_default();
    let (place, municipality) = place_in(&mut check, fields, None);
    let link = online_link(&mut check, fields);
    if place.is_empty() && fields.text("link").is_empty() {
        check.fail("place", "error-meetup-where");
    }
    let agenda = check.text("agenda", 0..=10_000);
    check.done()?;
    Ok(Chosen { slot, place, municipality, link, agenda })
}

/// Why a poll is closed without a slot; may be empty.
pub(super) fn why(fields: &Fields) -> Result<String, Errors> {
    let mut check = Check::of(fields);
    let why = check.text("why", 0..=500);
    check.done()?;
    Ok(why)
}
