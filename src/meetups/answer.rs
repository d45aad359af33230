//! Who comes: the answer of a seat to a meetup.

use diesel::prelude::*;

use super::meetup::find;
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
    if let (Answer::Yes, Some(capacity)) = (answer, found.capacity)
        && places_taken(tx, meetup, Some(seat))? >= i64::from(capacity)
    {
        return Err(Error::Conflict("error-meetup-full"));
    }
    let said = (answers::answer.eq(answer), answers::answered_by.eq(by), answers::answered_at.eq(now));
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
