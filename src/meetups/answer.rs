//! Who comes: the answer of a seat to a meetup.

use diesel::prelude::*;

use super::mail::Invitee;
use super::meetup::{Meetup, find};
use crate::db::schema::{answers, group_memberships, meetups};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::word_enum;

word_enum! {
    /// What a member says to an invitation.
    pub enum Answer {
        /// Comes.
        Yes = "yes",
        /// Perhaps comes.
        Maybe = "maybe",
        /// Does not come.
        No = "no",
    }
}

impl Answer {
    /// Locale key of what one says: `Ja, jag kommer`.
    pub fn key(self) -> &'static str {
        match self {
            Answer::Yes => "meetup-answer-yes",
            Answer::Maybe => "meetup-answer-maybe",
            Answer::No => "meetup-answer-no",
        }
    }
}

/// Writes down the answer of a seat; a later one replaces it. Only yes takes a place. [`Error::NotFound`] when the
/// seat is not in the group, [`Error::Conflict`] when the meetup is full, cancelled or over.
pub fn answer(tx: &mut Tx<'_>, meetup: Id, seat: Id, answer: Answer, by: Id, now: Timestamp) -> Result<()> {
    // Places are counted across rows: one answer at a time.
    tx.lock(meetup)?;
    let found = find(tx, meetup)?;
    found.must_be_coming(now)?;
    if !is_invited(tx, found.group_id, seat)? {
        return Err(Error::NotFound);
    }
    must_have_place(tx, &found, seat, answer)?;
    write(tx, meetup, seat, (answer, by, now))
}

/// As [`answer`], for what somebody said in a calendar program at `stamp` by its clock; false when it was overtaken: when
/// something was answered later, or this was answered before. A clock that is ahead counts as now.
pub(super) fn answer_by_calendar(
    tx: &mut Tx<'_>,
    meetup: &Meetup,
    invitee: &Invitee,
    answer: Answer,
    stamp: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    tx.lock(meetup.id)?;
    let found = find(tx, meetup.id)?;
    found.must_be_coming(now)?;
    let row = answers::table.find((meetup.id, invitee.seat));
    let known: Option<(Timestamp, Option<Timestamp>)> =
        row.select((answers::answered_at, answers::stamp)).first(&mut **tx).optional()?;
    let said_at = stamp.min(now);
    if known
        .is_some_and(|(answered, before)| said_at <= answered || before.is_some_and(|before| stamp <= before))
    {
        return Ok(false);
    }
    must_have_place(tx, &found, invitee.seat, answer)?;
    write(tx, meetup.id, invitee.seat, (answer, invitee.person, said_at))?;
    diesel::update(row).set(answers::stamp.eq(stamp)).execute(&mut **tx)?;
    Ok(true)
}

/// [`Error::Conflict`] when all places are taken by others.
fn must_have_place(tx: &mut Tx<'_>, meetup: &Meetup, seat: Id, answer: Answer) -> Result<()> {
    match (answer, meetup.capacity) {
        (Answer::Yes, Some(capacity)) if places_taken(tx, meetup.id, Some(seat))? >= i64::from(capacity) => {
            Err(Error::Conflict("error-meetup-full"))
        }
        _ => Ok(()),
    }
}

fn write(tx: &mut Tx<'_>, meetup: Id, seat: Id, (answer, by, at): (Answer, Id, Timestamp)) -> Result<()> {
    let said = (answers::answer.eq(answer), answers::answered_by.eq(by), answers::answered_at.eq(at));
    let changed = diesel::update(answers::table.find((meetup, seat))).set(said).execute(&mut **tx)?;
    if changed == 0 {
        diesel::insert_into(answers::table)
            .values((answers::meetup_id.eq(meetup), answers::seat_id.eq(seat), said))
            .execute(&mut **tx)?;
    }
    Ok(())
}

fn is_invited(db: &mut Db, group: Id, seat: Id) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(
        group_memberships::table
            .filter(group_memberships::group_id.eq(group))
            .filter(group_memberships::seat_id.eq(seat))
            .filter(group_memberships::left_at.is_null()),
    ))
    .get_result(db)?)
}

/// How many members of the group have said yes, `apart_from` not counted.
pub(super) fn places_taken(db: &mut Db, meetup: Id, apart_from: Option<Id>) -> Result<i64> {
    let seats: Vec<Id> = answers::table
        .inner_join(meetups::table)
        .inner_join(group_memberships::table.on(group_memberships::seat_id.eq(answers::seat_id)))
        .filter(group_memberships::group_id.eq(meetups::group_id))
        .filter(group_memberships::left_at.is_null())
        .filter(answers::meetup_id.eq(meetup))
        .filter(answers::answer.eq(Answer::Yes))
        .select(answers::seat_id)
        .load(db)?;
    let others = seats.into_iter().filter(|seat| Some(*seat) != apart_from).count();
    Ok(i64::try_from(others).unwrap_or(i64::MAX))
}

/// The answers to a meetup, by seat.
pub(super) fn answers_to(db: &mut Db, meetup: Id) -> Result<Vec<(Id, Answer)>> {
    Ok(answers::table
        .filter(answers::meetup_id.eq(meetup))
        .select((answers::seat_id, answers::answer))
        .prepared()
        .load(db)?)
}

/// What a seat has answered.
pub(super) fn answer_of(db: &mut Db, meetup: Id, seat: Id) -> Result<Option<Answer>> {
    Ok(answers::table.find((meetup, seat)).select(answers::answer).first(db).optional()?)
}
