//! Changing a poll while it is open: slots come and go, answers to the others stay.

use diesel::prelude::*;

use super::asked::asked_in;
use super::mail;
use super::poll::{NewPoll, Poll, Slot, Span, add_slots, find, hold_open, slots_of};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::{poll_slots, polls};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};

/// What a change did.
#[derive(Debug, Default)]
pub(super) struct Changes {
    /// Slots that are new.
    pub added: Vec<Span>,
    /// Slots that are gone.
    pub removed: Vec<Slot>,
    /// Whether title, place, link or the last day is another.
    pub words: bool,
}

impl Changes {
    /// Slots that have begun stay, whatever is wanted.
    fn between(before: &Poll, slots: &[Slot], new: &NewPoll, now: Timestamp) -> Self {
        let is_gone = |slot: &&Slot| !new.slots.contains(&slot.span) && slot.is_ahead(now);
        let is_new = |span: &&Span| !slots.iter().any(|slot| slot.span == **span);
        Changes {
            added: new.slots.iter().filter(is_new).copied().collect(),
            removed: slots.iter().filter(is_gone).copied().collect(),
            words: (&before.title, &before.place, &before.link, before.answer_by)
                != (&new.title, &new.place, &new.link, new.answer_by),
        }
    }

    fn is_empty(&self) -> bool {
        self.added.is_empty() && self.removed.is_empty() && !self.words
    }
}

/// Changes a poll to what `new` says (but for its group) and mails those whom it concerns: everybody when there is something
/// new to know, those who have answered what is gone otherwise. Whether anything differs. `seen` is the revision that the
/// change was made of: [`Error::Conflict`] when there is a newer one that differs, and when the poll is settled.
pub fn update(tx: &mut Tx<'_>, app: &App, id: Id, new: &NewPoll, seen: i32) -> Result<bool> {
    let (before, _) = hold_open(tx, id)?;
    let (slots, now) = (slots_of(tx, id)?, app.clock.now());
    let changes = Changes::between(&before, &slots, new, now);
    if changes.is_empty() {
        return Ok(false);
    }
    if before.revision != seen {
        return Err(Error::Conflict("error-poll-changed-meanwhile"));
    }
    let asked = asked_in(tx, before.group_id, Some(id))?;
    let gone: Vec<i32> = changes.removed.iter().map(|slot| slot.number).collect();
    let removed =
        poll_slots::table.filter(poll_slots::poll_id.eq(id)).filter(poll_slots::number.eq_any(gone));
    diesel::delete(removed).execute(&mut **tx)?;
    if !changes.added.is_empty() {
        add_slots(tx, id, before.next_slot, &changes.added)?;
    }
    // Who only mends a word somewhere else does not move the poll to another zone.
    let time_zone = if changes.added.is_empty() { &before.time_zone } else { &new.time_zone };
    diesel::update(polls::table.find(id))
        .set((
            polls::title.eq(&new.title),
            polls::place.eq(&new.place),
            polls::link.eq(&new.link),
            polls::time_zone.eq(time_zone),
            polls::answer_by.eq(new.answer_by),
            polls::revision.eq(before.revision + 1),
            polls::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    let after = find(tx, id)?;
    mail::tell_of_change(tx, app, (&before, &after), &changes, &asked)?;
    Ok(true)
}
