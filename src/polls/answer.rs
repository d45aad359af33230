//! What a seat says of slots.

use diesel::prelude::*;

use super::asked::asked_in;
use super::mail;
use super::poll::{hold_open, slots_of};
use super::tally::owing;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::poll_answers;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::{on_both, word_enum};

word_enum! {
    /// Whether a slot suits somebody. Texts: `poll-answer-<word>`.
    pub enum Suits {
        /// It does.
        Yes = "yes",
        /// It can be made to.
        IfNeedBe = "if-need-be",
        /// It does not.
        No = "no",
    }
}

/// Writes down what a person says of slots, by their numbers; a later word replaces an earlier one, slots that are not
/// mentioned keep theirs. When nobody is left to answer, whoever proposed the poll is told. [`Error::NotFound`] when the
/// person is not asked, [`Error::Conflict`] when the poll is settled or none of the slots is ahead any more.
pub fn answer(tx: &mut Tx<'_>, app: &App, poll: Id, person: Id, given: &[(i32, Suits)]) -> Result<()> {
    // Whether everybody has answered is seen across rows: one answer at a time.
    let (poll, _) = hold_open(tx, poll)?;
    let now = app.clock.now();
    let asked = asked_in(tx, poll.group_id, Some(poll.id))?;
    let me = asked.iter().find(|each| each.person == person).ok_or(Error::NotFound)?;
    let slots = slots_of(tx, poll.id)?;
    let is_ahead = |number: i32| slots.iter().any(|slot| slot.number == number && slot.is_ahead(now));
    let known: Vec<(i32, Suits)> = given.iter().copied().filter(|(number, _)| is_ahead(*number)).collect();
    if known.is_empty() {
        return Err(Error::Conflict("error-poll-slots-gone"));
    }
    let had_owed = !owing(&slots, &asked, now).is_empty();
    replace(tx, poll.id, me.seat, &known, (person, now))?;
    if !had_owed {
        return Ok(());
    }
    let asked = asked_in(tx, poll.group_id, Some(poll.id))?;
    if owing(&slots, &asked, now).is_empty() {
        mail::tell_that_all_answered(tx, app, &poll, &slots, &asked)?;
    }
    Ok(())
}

fn replace(
    tx: &mut Tx<'_>,
    poll: Id,
    seat: Id,
    given: &[(i32, Suits)],
    (by, now): (Id, Timestamp),
) -> Result<()> {
    let numbers: Vec<i32> = given.iter().map(|(number, _)| *number).collect();
    let before = poll_answers::table
        .filter(poll_answers::poll_id.eq(poll))
        .filter(poll_answers::seat_id.eq(seat))
        .filter(poll_answers::number.eq_any(numbers));
    diesel::delete(before).execute(&mut **tx)?;
    let rows: Vec<_> = given
        .iter()
        .map(|(number, suits)| {
            (
                poll_answers::poll_id.eq(poll),
                poll_answers::number.eq(*number),
                poll_answers::seat_id.eq(seat),
                poll_answers::answer.eq(*suits),
                poll_answers::answered_by.eq(by),
                poll_answers::answered_at.eq(now),
            )
        })
        .collect();
    on_both!(tx, c => diesel::insert_into(poll_answers::table).values(&rows).execute(c))?;
    Ok(())
}
