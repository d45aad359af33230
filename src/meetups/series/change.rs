//! Changing and cancelling a meetup together with the later ones of its series.

use chrono::NaiveDateTime;
use diesel::prelude::*;

use crate::app::App;
use crate::db::schema::meetups;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::meetups::change::{call_off, write};
use crate::meetups::forms::moment;
use crate::meetups::wall::wall_time;
use crate::meetups::{Change, Meetup, NewMeetup, find, mail};

/// The coming meetups of the same series that begin after this one.
pub fn later_of(db: &mut Db, meetup: &Meetup, now: Timestamp) -> Result<Vec<Meetup>> {
    let Some(series) = meetup.series_id else { return Ok(Vec::new()) };
    Ok(meetups::table
        .filter(meetups::series_id.eq(series))
        .filter(meetups::starts_at.ge(meetup.starts_at))
        .filter(meetups::ends_at.gt(now))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::id.ne(meetup.id))
        .order((meetups::starts_at, meetups::id))
        .select(Meetup::as_select())
        .load(db)?)
}

/// A meetup and the later ones of its series, each under its lock.
fn locked(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<(Meetup, Vec<Meetup>)> {
    let meetup = find(tx, id)?;
    let mut ids: Vec<Id> = later_of(tx, &meetup, now)?.iter().map(|each| each.id).chain([id]).collect();
    // In the order in which they are locked everywhere.
    ids.sort_unstable();
    ids.into_iter().try_for_each(|each| tx.lock(each))?;
    let meetup = find(tx, id)?;
    let later = later_of(tx, &meetup, now)?;
    Ok((meetup, later))
}

/// Changes a meetup to what `new` says, and the later ones of its series likewise. What differs in one of them stays as it
/// is there; all move as many days as this one. Everybody gets one mail, and one more for each later meetup that
/// calendar programs know already. Errors are those of [`crate::meetups::update`], and [`Error::Conflict`] when the hour
/// is left out on the night of one of them.
pub fn update_from(tx: &mut Tx<'_>, app: &App, id: Id, new: &NewMeetup) -> Result<Vec<Change>> {
    let now = app.clock.now();
    let (before, later) = locked(tx, id, now)?;
    // The series stays in the zone that it was planned in.
    let new = NewMeetup { time_zone: before.time_zone.clone(), ..new.clone() };
    let carried: Option<Vec<NewMeetup>> = later.iter().map(|each| carried(&before, &new, each)).collect();
    let carried = carried.ok_or(Error::Conflict("error-meetup-hour-missing"))?;
    let Some(first) = write(tx, before, &new, false, now)? else { return Ok(Vec::new()) };
    let mut others = Vec::new();
    for (each, new) in later.into_iter().zip(&carried) {
        let held_back = each.held_back;
        others.extend(write(tx, each, new, held_back, now)?);
    }
    mail::tell_of_change(tx, app, &first, &others)?;
    Ok(first.changes)
}

/// What a later meetup becomes when `before` becomes `new`; nothing where an hour of it is left out that night.
pub(in crate::meetups) fn carried(before: &Meetup, new: &NewMeetup, later: &Meetup) -> Option<NewMeetup> {
    fn follow<T: PartialEq + Clone>(was: &T, is: &T, own: &T) -> T {
        if own == was { is.clone() } else { own.clone() }
    }
    let (starts_at, ends_at) = moved(before, new, later)?;
    Some(NewMeetup {
        group_id: later.group_id,
        title: follow(&before.title, &new.title, &later.title),
        agenda: follow(&before.agenda, &new.agenda, &later.agenda),
        starts_at,
        ends_at,
        time_zone: later.time_zone.clone(),
        place: follow(&before.place, &new.place, &later.place),
        link: follow(&before.link, &new.link, &later.link),
        capacity: follow(&before.capacity, &new.capacity, &later.capacity),
        municipality: follow(&before.municipality, &new.municipality, &later.municipality),
    })
}

/// As many days later or earlier, and at the new time of day unless it had one of its own.
fn moved(before: &Meetup, new: &NewMeetup, later: &Meetup) -> Option<(Timestamp, Timestamp)> {
    if (before.starts_at, before.ends_at) == (new.starts_at, new.ends_at) {
        return Some((later.starts_at, later.ends_at));
    }
    let zone = before.zone();
    let wall = |span: (Timestamp, Timestamp)| (wall_time(span.0, zone), wall_time(span.1, zone));
    let (was, is) = (wall((before.starts_at, before.ends_at)), wall((new.starts_at, new.ends_at)));
    let own = wall((later.starts_at, later.ends_at));
    let hours = |(starts, ends): (NaiveDateTime, NaiveDateTime)| (starts.time(), ends - starts);
    let (time, long) = if hours(own) == hours(was) { hours(is) } else { hours(own) };
    let starts = (own.0.date() + (is.0.date() - was.0.date())).and_time(time);
    moment(starts, zone).zip(moment(starts + long, zone))
}

/// Cancels a meetup and the later ones of its series, and tells everybody in one mail, with one more for each later meetup that
/// calendar programs know already. Nothing happens when this one was cancelled before; [`Error::Conflict`] when it is over.
pub fn cancel_from(tx: &mut Tx<'_>, app: &App, id: Id, why: &str, by: Id) -> Result<()> {
    let now = app.clock.now();
    let (meetup, later) = locked(tx, id, now)?;
    if meetup.is_cancelled() {
        return Ok(());
    }
    let first = call_off(tx, meetup, why, by, now)?;
    let mut others = Vec::new();
    for each in later {
        others.push(call_off(tx, each, why, by, now)?);
    }
    mail::tell_of_cancellation(tx, app, &first, &others)
}
