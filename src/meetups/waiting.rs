//! The line for a place at a meetup that is full.
//!
//! Who waits has a number; the lowest is first. Only present members with an account are in the line. Whatever makes a
//! place free (an answer, somebody leaving, more places) calls [`fill`] in the same transaction, under the meetup's lock.

use diesel::dsl::max;
use diesel::prelude::*;

use super::answer::{Answer, places_taken};
use super::mail;
use super::meetup::Meetup;
use crate::app::App;
use crate::db::schema::{answers, group_memberships, meetups, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;

/// The number of the next in the line.
pub(super) fn next_number(db: &mut Db, meetup: Id) -> Result<i32> {
    let last: Option<i32> =
        answers::table.filter(answers::meetup_id.eq(meetup)).select(max(answers::waiting)).first(db)?;
    Ok(last.unwrap_or(0).saturating_add(1))
}

/// The seats that wait, the first first.
pub(super) fn line(db: &mut Db, meetup: Id) -> Result<Vec<Id>> {
    Ok(answers::table
        .inner_join(meetups::table)
        .inner_join(seats::table.inner_join(people::table))
        .inner_join(group_memberships::table.on(group_memberships::seat_id.eq(answers::seat_id)))
        .filter(group_memberships::group_id.eq(meetups::group_id))
        .filter(group_memberships::left_at.is_null())
        .filter(people::disabled_at.is_null())
        .filter(answers::meetup_id.eq(meetup))
        .filter(answers::waiting.is_not_null())
        .order(answers::waiting)
        .select(answers::seat_id)
        .load(db)?)
}

/// Whether a seat that has no place can have one at once: nobody passes those who wait.
pub(super) fn has_room(db: &mut Db, meetup: &Meetup) -> Result<bool> {
    match meetup.capacity {
        Some(capacity) => {
            Ok(places_taken(db, meetup.id)? < i64::from(capacity) && line(db, meetup.id)?.is_empty())
        }
        None => Ok(true),
    }
}

/// Gives the places that are free to the first in the line: whose seats got one.
pub(super) fn fill(tx: &mut Tx<'_>, meetup: &Meetup, now: Timestamp) -> Result<Vec<Id>> {
    let mut lucky = line(tx, meetup.id)?;
    if let Some(capacity) = meetup.capacity.filter(|_| !lucky.is_empty()) {
        let free = i64::from(capacity) - places_taken(tx, meetup.id)?;
        lucky.truncate(usize::try_from(free).unwrap_or(0));
    }
    if lucky.is_empty() {
        return Ok(lucky);
    }
    let theirs =
        answers::table.filter(answers::meetup_id.eq(meetup.id)).filter(answers::seat_id.eq_any(&lucky));
    diesel::update(theirs)
        .set((
            answers::answer.eq(Answer::Yes),
            answers::waiting.eq(None::<i32>),
            answers::answered_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(lucky)
}

/// A seat has left the group: its answers to coming meetups with a number of places lapse, so that it holds none should it
/// return, and those who wait move up.
pub fn leave_places(tx: &mut Tx<'_>, app: &App, group: Id, seat: Id) -> Result<()> {
    let now = app.clock.now();
    let limited: Vec<Meetup> = meetups::table
        .filter(meetups::group_id.eq(group))
        .filter(meetups::capacity.is_not_null())
        .filter(meetups::ends_at.gt(now))
        .filter(meetups::cancelled_at.is_null())
        .order(meetups::id)
        .select(Meetup::as_select())
        .load(&mut **tx)?;
    for meetup in limited {
        tx.lock(meetup.id)?;
        diesel::delete(answers::table.find((meetup.id, seat))).execute(&mut **tx)?;
        let lucky = fill(tx, &meetup, now)?;
        mail::tell_of_places(tx, app, &meetup, &lucky)?;
    }
    Ok(())
}
