//! Answers that are carried over from the poll that a meetup came of.
//!
//! Whoever said of a time that it suits, if need be suits or does not suit has said so of the meetup: yes, maybe or no. It is
//! marked until they confirm or change it, and lapses when the meetup is moved, because it was said of another time. To a
//! meetup in a room and online at once only no is carried over: nobody has said by which way they come.

use diesel::prelude::*;

use super::answer::Answer;
use super::meetup::Meetup;
use crate::db::Tx;
use crate::db::schema::answers;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::on_both;

/// What a seat said of the time that became a meetup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Polled {
    /// The seat.
    pub seat: Id,
    /// What that means for the meetup.
    pub answer: Answer,
    /// Who said it.
    pub by: Option<Id>,
    /// When.
    pub at: Timestamp,
}

/// Makes answers of a new meetup of what was said in the poll.
pub(super) fn carry(tx: &mut Tx<'_>, meetup: &Meetup, polled: &[Polled]) -> Result<()> {
    let rows: Vec<_> = polled
        .iter()
        .filter(|each| each.answer == Answer::No || !meetup.is_hybrid())
        .map(|each| {
            (
                answers::meetup_id.eq(meetup.id),
                answers::seat_id.eq(each.seat),
                answers::answer.eq(each.answer),
                answers::answered_by.eq(each.by),
                answers::answered_at.eq(each.at),
                answers::polled.eq(true),
            )
        })
        .collect();
    if !rows.is_empty() {
        on_both!(tx, c => diesel::insert_into(answers::table).values(&rows).execute(c))?;
    }
    Ok(())
}

/// A meetup is at another time: what was said of the old one in the poll holds no longer. Whose answers lapse.
pub(super) fn lapse(tx: &mut Tx<'_>, meetup: Id) -> Result<Vec<Id>> {
    let polled = answers::table.filter(answers::meetup_id.eq(meetup)).filter(answers::polled.eq(true));
    let seats = polled.select(answers::seat_id).load(&mut **tx)?;
    diesel::delete(polled).execute(&mut **tx)?;
    Ok(seats)
}
