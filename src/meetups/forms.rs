//! The form for a meetup: from what was typed to a meetup, in the person's own wall time.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};
use chrono_tz::Tz;
use url::Url;

use super::meetup::{Meetup, NewMeetup};
use super::place::place_in;
use super::series::carried;
use super::wall::{Wall, at_wall_time, wall_time};
use crate::db::types::{Id, Timestamp};
use crate::web::forms::{Check, Errors, Fields};

/// How far ahead a meetup may be: personal links live longer than this.
pub const FARTHEST_DAYS: i64 = 366;

/// What a form is read against.
pub(super) struct Against<'a> {
    /// The group that meets.
    pub group: Id,
    /// The zone of the person who types.
    pub zone: Tz,
    /// What time it is.
    pub now: Timestamp,
    /// The meetup as it is, when one is changed.
    pub before: Option<&'a Meetup>,
}

impl Against<'_> {
    /// Whether the meetup is of a series, which goes on for longer.
    fn is_in_series(&self) -> bool {
        self.before.is_some_and(|before| before.series_id.is_some())
    }
}

/// The meetup that a form describes, or everything wrong with it.
pub(super) fn parse(fields: &Fields, against: &Against<'_>) -> Result<NewMeetup, Errors> {
    let mut check = Check::of(fields);
    let title = one_line(&check.text("title", 1..=120));
    let (date, starts, ends) = (check.date("date"), check.time("starts"), check.time("ends"));
    let span = span(&mut check, date, starts, ends, against);
    let before = against.before.and_then(|before| before.municipality.as_deref());
    let (place, municipality) = place_in(&mut check, fields, before);
    let link = online_link(&mut check, fields);
    if place.is_empty() && fields.text("link").is_empty() {
        check.fail("place", "error-meetup-where");
    }
    let agenda = check.text("agenda", 0..=10_000);
    let capacity = check.optional_number("capacity", 2..=500);
    check.done()?;
    let (starts_at, ends_at) = span.ok_or_else(|| Errors::one("starts", "error-time"))?;
    let time_zone = against.zone.name().to_owned();
    Ok(NewMeetup {
        group_id: against.group,
        title,
        agenda,
        starts_at,
        ends_at,
        time_zone,
        place,
        link,
        capacity,
        municipality,
    })
}

/// What the form makes of a meetup, in the wall time of `zone`, and of the `later` ones of its series that are to follow; or everything
/// wrong with it.
pub fn parse_change(
    fields: &Fields,
    (meetup, later): (&Meetup, &[Meetup]),
    zone: Tz,
    now: Timestamp,
) -> Result<NewMeetup, Errors> {
    let against = Against { group: meetup.group_id, zone, now, before: Some(meetup) };
    let new = parse(fields, &against)?;
    match later.iter().all(|each| carried(meetup, &new, each).is_some()) {
        true => Ok(new),
        false => Err(Errors::one("starts", "error-series-hour-later")),
    }
}

/// What is said when a meetup is cancelled; may be empty.
pub fn parse_why(fields: &Fields) -> Result<String, Errors> {
    let mut check = Check::of(fields);
    let why = check.text("why", 0..=500);
    check.done()?;
    Ok(why)
}

/// What the form shows of a meetup that is there.
pub fn filled(meetup: &Meetup, zone: Tz) -> Fields {
    let (starts, ends) = (wall_time(meetup.starts_at, zone), wall_time(meetup.ends_at, zone));
    Fields::from_pairs([
        ("title", meetup.title.clone()),
        ("date", starts.format("%Y-%m-%d").to_string()),
        ("starts", starts.format("%H:%M").to_string()),
        ("ends", ends.format("%H:%M").to_string()),
        ("place", meetup.place.clone()),
        ("link", meetup.link.clone()),
        ("agenda", meetup.agenda.clone()),
        ("municipality", meetup.municipality.clone().unwrap_or_default()),
        ("capacity", meetup.capacity.map(|n| n.to_string()).unwrap_or_default()),
    ])
}

fn span(
    check: &mut Check<'_>,
    date: Option<NaiveDate>,
    starts: Option<NaiveTime>,
    ends: Option<NaiveTime>,
    against: &Against<'_>,
) -> Option<(Timestamp, Timestamp)> {
    let (date, starts, ends) = (date?, starts?, ends?);
    if let Some(same) = unchanged(date.and_time(starts), date.and_time(ends), against) {
        return Some(same);
    }
    let starts_at = checked(check, "starts", date.and_time(starts), against.zone)?;
    let ends_at = checked(check, "ends", date.and_time(ends), against.zone)?;
    if ends_at <= starts_at {
        check.fail("ends", "error-meetup-ends-before");
    } else if starts_at <= against.now {
        check.fail("date", "error-meetup-past");
    } else if starts_at > against.now + TimeDelta::days(FARTHEST_DAYS) && !against.is_in_series() {
        check.fail("date", "error-meetup-far");
    } else if starts_at > against.now + TimeDelta::days(2 * FARTHEST_DAYS) {
        check.fail("date", "error-series-far");
    }
    Some((starts_at, ends_at))
}

/// The moments as they are, when the wall time was left alone: a meetup under way, over midnight, or in the second of two
/// hours with the same name, stays where it is while its title is mended.
fn unchanged(
    starts: NaiveDateTime,
    ends: NaiveDateTime,
    against: &Against<'_>,
) -> Option<(Timestamp, Timestamp)> {
    let before = against.before?;
    let same = wall_time(before.starts_at, against.zone) == starts
        && wall_time(before.ends_at, against.zone).time() == ends.time();
    same.then_some((before.starts_at, before.ends_at))
}

fn checked(check: &mut Check<'_>, field: &'static str, wall: NaiveDateTime, zone: Tz) -> Option<Timestamp> {
    let found = moment(wall, zone);
    if found.is_none() {
        check.fail(field, "error-meetup-hour-missing");
    }
    found
}

/// The moment of a wall time, the first where it comes twice; nothing where it is left out that night.
pub(super) fn moment(wall: NaiveDateTime, zone: Tz) -> Option<Timestamp> {
    match at_wall_time(wall, zone) {
        Wall::Once(moment) | Wall::Twice(moment) => Some(moment),
        Wall::Never => None,
    }
}

/// The field `link`: an address where people meet online, or nothing.
pub fn online_link(check: &mut Check<'_>, fields: &Fields) -> String {
    let text = check.text("link", 0..=500);
    if fields.text("link").is_empty() {
        return String::new();
    }
    match Url::parse(&text) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => url.into(),
        _ => {
            check.fail("link", "error-meetup-link");
            text
        }
    }
}

/// Without line breaks: titles stand in subjects and headings.
pub fn one_line(text: &str) -> String {
    text.split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}
