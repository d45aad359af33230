//! Who came. It is there for the group to remember by; nothing is counted for each person.

use diesel::prelude::*;

use crate::db::schema::{attendances, group_memberships, meetups, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::meetups::Meetup;
use crate::organisers::swedish_order;

/// Somebody who came to a meetup.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Came {
    /// The seat.
    pub seat: Id,
    /// What its role is called.
    pub role: String,
    /// Name of the organiser.
    pub organiser: String,
    /// Who held the seat then; no name for people whose personal data is protected.
    pub name: Option<String>,
    protected: Option<bool>,
}

/// Who came to a meetup, by organiser. One query.
pub fn came_to(db: &mut Db, meetup: Id) -> Result<Vec<Came>> {
    let mut all: Vec<Came> = attendances::table
        .inner_join(seats::table.inner_join(organisers::table))
        .left_join(people::table.on(people::id.nullable().eq(attendances::person_id)))
        .filter(attendances::meetup_id.eq(meetup))
        .order((seats::role, seats::id))
        .select((
            seats::id,
            seats::role,
            organisers::name,
            people::name.nullable(),
            people::protected.nullable(),
        ))
        .load(db)?;
    for each in all.iter_mut().filter(|each| each.protected == Some(true)) {
        each.name = None;
    }
    all.sort_by(|one, two| swedish_order(&one.organiser, &two.organiser));
    Ok(all)
}

/// Notes that the holder of a seat of the group came; once is enough. [`Error::NotFound`] when nobody holds it,
/// [`Error::Conflict`] when the meetup has not begun or is cancelled.
pub fn note(tx: &mut Tx<'_>, meetup: Id, seat: Id, by: Id, now: Timestamp) -> Result<()> {
    let found = hold(tx, meetup, now)?;
    let holder: Option<Id> = group_memberships::table
        .inner_join(seats::table)
        .filter(group_memberships::group_id.eq(found.group_id))
        .filter(group_memberships::seat_id.eq(seat))
        .filter(group_memberships::left_at.is_null())
        .select(seats::person_id)
        .first(&mut **tx)?;
    let holder = holder.ok_or(Error::NotFound)?;
    let before = attendances::table.find((meetup, seat)).select(attendances::seat_id);
    if before.first::<Id>(&mut **tx).optional()?.is_none() {
        diesel::insert_into(attendances::table)
            .values((
                attendances::meetup_id.eq(meetup),
                attendances::seat_id.eq(seat),
                attendances::person_id.eq(holder),
                attendances::noted_by.eq(by),
                attendances::noted_at.eq(now),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Takes that back.
pub fn take_back(tx: &mut Tx<'_>, meetup: Id, seat: Id, now: Timestamp) -> Result<()> {
    hold(tx, meetup, now)?;
    diesel::delete(attendances::table.find((meetup, seat))).execute(&mut **tx)?;
    Ok(())
}

/// Notes who else came: how many, or their names; empty for nobody.
pub fn note_guests(tx: &mut Tx<'_>, meetup: Id, guests: &str, now: Timestamp) -> Result<()> {
    hold(tx, meetup, now)?;
    let guests = Some(guests).filter(|guests| !guests.is_empty());
    diesel::update(meetups::table.find(meetup)).set(meetups::guests.eq(guests)).execute(&mut **tx)?;
    Ok(())
}

/// The meetup, held until the transaction ends. [`Error::Conflict`] when there is nobody to have come.
fn hold(tx: &mut Tx<'_>, meetup: Id, now: Timestamp) -> Result<Meetup> {
    tx.lock(meetup)?;
    let meetup = crate::meetups::find(tx, meetup)?;
    if meetup.is_cancelled() {
        Err(Error::Conflict("error-attendance-cancelled"))
    } else if !meetup.has_begun(now) {
        Err(Error::Conflict("error-attendance-early"))
    } else {
        Ok(meetup)
    }
}
