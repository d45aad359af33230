//! Changing and cancelling a meetup, and telling everybody.

use diesel::prelude::*;

use super::answer::places_taken;
use super::meetup::{Meetup, NewMeetup, find};
use super::{hybrid, mail, polled, waiting};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::meetups;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::word_enum;

/// Locale keys of what a change may mean for somebody.
const PLACE_GIVEN: &str = "meetup-place-given";
const ONLINE_GIVEN: &str = "meetup-online-given";

word_enum! {
    /// What about a meetup was changed.
    pub enum Change {
        /// Its title.
        Title = "title",
        /// When.
        Time = "time",
        /// The place, or the municipality that it is in.
        Place = "place",
        /// The link.
        Link = "link",
        /// What it is about.
        Agenda = "agenda",
        /// How many may come.
        Capacity = "capacity",
    }
}

/// Changes a meetup to what `new` says (but for its group) and mails what changed; nothing happens when nothing
/// differs. With more places, those who wait get them and are told in the same mail. Where the room or the link comes or goes,
/// the answers follow (`hybrid.rs`). [`Error::Conflict`] when it is cancelled or over, or when more have said yes than would
/// have a place.
pub fn update(tx: &mut Tx<'_>, app: &App, id: Id, new: &NewMeetup) -> Result<Vec<Change>> {
    tx.lock(id)?;
    let before = find(tx, id)?;
    let Some(written) = write(tx, before, new, false, app.clock.now())? else { return Ok(Vec::new()) };
    mail::tell_of_change(tx, app, &written, &[])?;
    Ok(written.changes)
}

/// What a change made of a meetup.
pub(super) struct Written {
    /// As it was.
    pub before: Meetup,
    /// As it is.
    pub after: Meetup,
    /// What differs; something does.
    pub changes: Vec<Change>,
    /// What it means for what was answered, by seat: a locale key.
    pub beside: Vec<(Id, &'static str)>,
}

impl Written {
    /// Whose seats have got a place by it, in the room or online.
    pub fn placed(&self) -> Vec<Id> {
        let given = self.beside.iter().filter(|(_, key)| [PLACE_GIVEN, ONLINE_GIVEN].contains(key));
        given.map(|(seat, _)| *seat).collect()
    }
}

/// Writes a change under the meetup's lock and tells nobody; nothing when nothing differs. `held_back` says whether the
/// invitations wait after it.
pub(super) fn write(
    tx: &mut Tx<'_>,
    before: Meetup,
    new: &NewMeetup,
    held_back: bool,
    now: Timestamp,
) -> Result<Option<Written>> {
    before.must_be_coming(now)?;
    let (id, changes) = (before.id, differences(&before, new));
    if changes.is_empty() {
        return Ok(None);
    }
    // Who only mends a word somewhere else does not move the meetup to another zone.
    let moved = changes.contains(&Change::Time);
    let time_zone = if moved { &new.time_zone } else { &before.time_zone };
    diesel::update(meetups::table.find(id))
        .set((
            meetups::title.eq(&new.title),
            meetups::agenda.eq(&new.agenda),
            meetups::starts_at.eq(new.starts_at),
            meetups::ends_at.eq(new.ends_at),
            meetups::time_zone.eq(time_zone),
            meetups::place.eq(&new.place),
            meetups::link.eq(&new.link),
            meetups::capacity.eq(new.capacity),
            meetups::municipality.eq(&new.municipality),
            meetups::revision.eq(before.revision + 1),
            meetups::updated_at.eq(now),
            meetups::held_back.eq(held_back),
        ))
        .execute(&mut **tx)?;
    let after = find(tx, id)?;
    let lapsed = if moved { polled::lapse(tx, id)? } else { Vec::new() };
    let settled = hybrid::settle(tx, &before, &after)?;
    if let Some(capacity) = new.capacity
        && (changes.contains(&Change::Capacity) || before.is_hybrid() != after.is_hybrid())
        && places_taken(tx, id)? > i64::from(capacity)
    {
        return Err(Error::Conflict("error-meetup-capacity-taken"));
    }
    let lucky = waiting::fill(tx, &after, now)?.into_iter().map(|seat| (seat, PLACE_GIVEN));
    let online = settled.online.into_iter().map(|seat| (seat, ONLINE_GIVEN));
    let asked_again = settled.asked_again.into_iter().map(|seat| (seat, "meetup-online-gone"));
    let lapsed = lapsed.into_iter().map(|seat| (seat, "meetup-polled-gone"));
    let beside = lucky.chain(online).chain(asked_again).chain(lapsed).collect();
    Ok(Some(Written { before, after, changes, beside }))
}

fn differences(before: &Meetup, new: &NewMeetup) -> Vec<Change> {
    Change::ALL
        .iter()
        .copied()
        .filter(|change| match change {
            Change::Title => before.title != new.title,
            Change::Time => (before.starts_at, before.ends_at) != (new.starts_at, new.ends_at),
            Change::Place => (&before.place, &before.municipality) != (&new.place, &new.municipality),
            Change::Link => before.link != new.link,
            Change::Agenda => before.agenda != new.agenda,
            Change::Capacity => before.capacity != new.capacity,
        })
        .collect()
}

/// Cancels a meetup and mails everybody, with a few words of why if there are any. Nothing happens when it was cancelled before;
/// [`Error::Conflict`] when it is over.
pub fn cancel(tx: &mut Tx<'_>, app: &App, id: Id, why: &str, by: Id) -> Result<()> {
    tx.lock(id)?;
    let before = find(tx, id)?;
    if before.is_cancelled() {
        return Ok(());
    }
    let after = call_off(tx, before, why, by, app.clock.now())?;
    mail::tell_of_cancellation(tx, app, &after, &[])
}

/// Cancels a meetup under its lock and tells nobody.
pub(super) fn call_off(tx: &mut Tx<'_>, before: Meetup, why: &str, by: Id, now: Timestamp) -> Result<Meetup> {
    before.must_be_coming(now)?;
    diesel::update(meetups::table.find(before.id))
        .set((
            meetups::cancelled_at.eq(now),
            meetups::cancelled_by.eq(by),
            meetups::cancelled_why.eq(why),
            meetups::revision.eq(before.revision + 1),
            meetups::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    find(tx, before.id)
}
