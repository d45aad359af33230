//! Meetups in a room and online at once, and what becomes of answers when the room or the link comes or goes.
//!
//! A number of places counts those in the room alone. What somebody has said is never read as more than they said: who was
//! online is not put into a room, and who was in a room keeps it while there is one.

use diesel::prelude::*;

use super::answer::Answer;
use super::meetup::Meetup;
use super::waiting::line;
use crate::db::Tx;
use crate::db::schema::answers;
use crate::db::types::Id;
use crate::error::Result;

/// Whose answers mean something else after a change.
#[derive(Debug, Default)]
pub(super) struct Moved {
    /// Seats that waited for a place and are online now, where there is room for all.
    pub online: Vec<Id>,
    /// Seats that were online and have to answer again, because there is only a room.
    pub asked_again: Vec<Id>,
}

/// Makes the answers to a meetup fit what it has become, under its lock.
pub(super) fn settle(tx: &mut Tx<'_>, before: &Meetup, after: &Meetup) -> Result<Moved> {
    let mut moved = Moved::default();
    if before.is_hybrid() == after.is_hybrid() {
        return Ok(moved);
    }
    let all = answers::table.filter(answers::meetup_id.eq(before.id));
    let online = all.filter(answers::online.eq(true));
    if before.is_hybrid() {
        if after.link.is_empty() {
            moved.asked_again = online.select(answers::seat_id).load(&mut **tx)?;
            diesel::update(online).set(answers::answer.eq(Answer::Maybe)).execute(&mut **tx)?;
        }
        diesel::update(online).set(answers::online.eq(false)).execute(&mut **tx)?;
    } else if before.place.is_empty() {
        moved.online = line(tx, before.id)?;
        let waiting = all.filter(answers::seat_id.eq_any(&moved.online));
        let comes = (answers::answer.eq(Answer::Yes), answers::waiting.eq(None::<i32>));
        diesel::update(waiting).set(comes).execute(&mut **tx)?;
        let yes = all.filter(answers::answer.eq(Answer::Yes));
        diesel::update(yes).set(answers::online.eq(true)).execute(&mut **tx)?;
    }
    Ok(moved)
}
