//! What somebody is typing: saved as they type, theirs alone, and gone when it is saved for good.

use diesel::prelude::*;

use super::note::{self, LONGEST, hold_writable};
use crate::db::schema::note_drafts;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};

/// A text that somebody has not saved yet.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = note_drafts)]
pub struct Draft {
    /// The version of the notes that it was begun from.
    pub version: i32,
    /// What it says, Markdown.
    pub markdown: String,
    /// When it was kept.
    pub saved_at: Timestamp,
}

/// The draft of a person, if there is one.
pub(super) fn find(db: &mut Db, meetup: Id, person: Id) -> Result<Option<Draft>> {
    let row = note_drafts::table.find((meetup, person));
    Ok(row.select(Draft::as_select()).first(db).optional()?)
}

/// Keeps what a person has typed; a later draft replaces it, and nothing is no draft. [`Error::TooLarge`] for more than notes may have,
/// [`Error::Conflict`] when they have saved since: what a script sends late must not come back as a draft.
pub fn keep_draft(
    tx: &mut Tx<'_>,
    meetup: Id,
    person: Id,
    (version, text): (i32, &str),
    now: Timestamp,
) -> Result<()> {
    if text.chars().count() > LONGEST {
        return Err(Error::TooLarge);
    }
    hold_writable(tx, meetup)?;
    if note::find(tx, meetup)?.is_some_and(|note| note.version > version && note.written_by == person) {
        return Err(Error::Conflict("error-notes-newer"));
    }
    if text.trim().is_empty() {
        return forget(tx, meetup, person);
    }
    put(tx, meetup, person, (version, text), now)
}

/// As [`keep_draft`], for a meetup that is held.
pub(super) fn put(
    tx: &mut Tx<'_>,
    meetup: Id,
    person: Id,
    (version, text): (i32, &str),
    now: Timestamp,
) -> Result<()> {
    let said =
        (note_drafts::version.eq(version), note_drafts::markdown.eq(text), note_drafts::saved_at.eq(now));
    let row = note_drafts::table.find((meetup, person));
    if diesel::update(row).set(said).execute(&mut **tx)? == 0 {
        diesel::insert_into(note_drafts::table)
            .values((note_drafts::meetup_id.eq(meetup), note_drafts::person_id.eq(person), said))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Throws away the drafts that nobody has gone on with since a moment.
pub fn forget_drafts(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(note_drafts::table.filter(note_drafts::saved_at.lt(before))).execute(&mut **tx)?;
    Ok(())
}

/// Throws the draft of a person away.
pub(super) fn forget(tx: &mut Tx<'_>, meetup: Id, person: Id) -> Result<()> {
    diesel::delete(note_drafts::table.find((meetup, person))).execute(&mut **tx)?;
    Ok(())
}
