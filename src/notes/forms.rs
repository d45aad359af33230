//! The forms about what is left of a meetup.

use chrono::{NaiveDate, NaiveTime, TimeDelta};
use chrono_tz::Tz;

use super::material::NewMaterial;
use super::note::LONGEST;
use super::opinion::Opinion;
use super::outcome::{Kind, NewOutcome};
use crate::db::types::{Id, Timestamp};
use crate::i18n::local;
use crate::meetups::{FARTHEST_DAYS, Wall, at_wall_time, one_line, online_link};
use crate::web::forms::{Check, Errors, Fields};

/// What the notes say, with line breaks as we keep them.
pub(super) fn notes(fields: &Fields) -> Result<String, Errors> {
    let mut check = Check::of(fields);
    let text = check.text("body", 1..=LONGEST);
    check.done()?;
    Ok(text.replace("\r\n", "\n"))
}

/// The version that a text was begun from; 0 where the form does not say.
pub(super) fn seen(fields: &Fields) -> i32 {
    fields.text("version").parse().unwrap_or(0)
}

/// The field that holds the words of an outcome.
pub(super) fn words_of(kind: Kind) -> &'static str {
    kind.word()
}

/// A decision or a promise by one of these seats or by the group. `before` is what is changed.
pub(super) fn outcome(
    fields: &Fields,
    kind: Kind,
    seats: &[Id],
    before: Option<&NewOutcome>,
    today: NaiveDate,
) -> Result<NewOutcome, Errors> {
    let mut check = Check::of(fields);
    let text = check.text(words_of(kind), 1..=500);
    let (mut seat_id, mut due_on) = (None, None);
    if kind == Kind::Promise {
        if !fields.text("who").is_empty() {
            let kept = before.and_then(|before| before.seat_id);
            seat_id = check.choice::<Id>("who");
            if seat_id.is_some_and(|seat| !seats.contains(&seat) && kept != Some(seat)) {
                check.fail("who", "error-choice");
            }
        }
        if !fields.text("due").is_empty() {
            due_on = check.date("due");
        }
        let is_new = before.is_none_or(|before| before.due_on != due_on);
        if due_on.is_some_and(|day| is_new && day < today) {
            check.fail("due", "error-outcome-past");
        } else if due_on.is_some_and(|day| day > today + TimeDelta::days(2 * FARTHEST_DAYS)) {
            check.fail("due", "error-outcome-far");
        }
    }
    check.done()?;
    Ok(NewOutcome { kind, text, seat_id, due_on })
}

/// What the form shows of an outcome that is there.
pub(super) fn filled(outcome: &NewOutcome) -> Fields {
    Fields::from_pairs([
        (words_of(outcome.kind), outcome.text.clone()),
        ("who", outcome.seat_id.map(|seat| seat.to_string()).unwrap_or_default()),
        ("due", outcome.due_on.map(|day| day.to_string()).unwrap_or_default()),
    ])
}

/// A link, seen by the others from a moment in the zone of the person who types.
pub(super) fn material(fields: &Fields, zone: Tz, now: Timestamp) -> Result<NewMaterial, Errors> {
    let mut check = Check::of(fields);
    let title = one_line(&check.text("title", 1..=120));
    if fields.text("link").is_empty() {
        check.fail("link", "error-required");
    }
    let url = online_link(&mut check, fields);
    let visible_from = visible_from(&mut check, fields, zone, now);
    check.done()?;
    Ok(NewMaterial { title, url, visible_from })
}

/// From when on something is seen: the fields `from` and `at` in the zone of the person who types; nothing for at once.
pub fn visible_from(check: &mut Check<'_>, fields: &Fields, zone: Tz, now: Timestamp) -> Option<Timestamp> {
    if fields.text("from").is_empty() && fields.text("at").is_empty() {
        return None;
    }
    let day = check.date("from");
    let time = if fields.text("at").is_empty() { Some(NaiveTime::MIN) } else { check.time("at") };
    match at_wall_time(day?.and_time(time?), zone) {
        Wall::Once(moment) | Wall::Twice(moment) if moment > now + TimeDelta::days(FARTHEST_DAYS) => {
            check.fail("from", "error-meetup-far");
            None
        }
        Wall::Once(moment) | Wall::Twice(moment) => Some(moment),
        Wall::Never => {
            check.fail("at", "error-meetup-hour-missing");
            None
        }
    }
}

/// What somebody thought of a meetup.
pub(super) fn opinion(fields: &Fields) -> Result<Opinion, Errors> {
    let mut check = Check::of(fields);
    let useful = check.choice("useful");
    let better = one_line(&check.text("better", 0..=300));
    check.done()?;
    let useful = useful.ok_or_else(|| Errors::one("useful", "error-choice"))?;
    Ok(Opinion { useful, better })
}

/// The day it is for somebody.
pub(super) fn today(now: Timestamp, zone: Tz) -> NaiveDate {
    local(now, zone).date_naive()
}
