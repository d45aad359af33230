//! The notes of a meetup, and saving them when others may have saved meanwhile.

use diesel::prelude::*;

use super::{draft, mail};
use crate::app::App;
use crate::db::schema::{note_versions, notes, people};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::differences::{Merged, merge};
use crate::error::{Error, Result};
use crate::groups::{self, Group};
use crate::meetups::{self, Meetup};
use crate::posts;

/// Most characters of notes.
pub(super) const LONGEST: usize = 40_000;

/// The notes of a meetup as they are now.
#[derive(Debug, Clone, Queryable)]
pub struct Note {
    /// Number of the version, from 1.
    pub version: i32,
    /// What they say, Markdown.
    pub markdown: String,
    /// When this version was saved.
    pub written_at: Timestamp,
    /// Who saved it.
    pub written_by: Id,
    /// Name of who saved it.
    pub(super) writer: String,
    /// Whether their personal data is protected.
    pub(super) protected: bool,
    /// When the first version was saved.
    pub first_saved_at: Timestamp,
    /// When somebody said that they are finished.
    pub finished_at: Option<Timestamp>,
    /// When the mail that gathers everything was queued.
    pub followed_up_at: Option<Timestamp>,
}

/// What saving did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Saved {
    /// The notes say that already.
    Unchanged,
    /// They are a new version.
    Written,
    /// Somebody had saved meanwhile; the new version has what both wrote.
    Merged,
    /// Somebody had changed the same lines meanwhile; nothing is saved but a draft.
    Clash(Clash),
}

/// Two texts that cannot be merged by themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// Number of the version that is saved.
    pub version: i32,
    /// What it was begun from.
    pub base: String,
    /// What is saved.
    pub theirs: String,
    /// A text with everything that both wrote.
    pub both: String,
}

/// The notes of a meetup, if any are saved. One query.
pub fn find(db: &mut Db, meetup: Id) -> Result<Option<Note>> {
    let latest = note_versions::table
        .on(note_versions::meetup_id.eq(notes::meetup_id).and(note_versions::version.eq(notes::version)));
    Ok(notes::table
        .inner_join(latest)
        .inner_join(people::table.on(people::id.eq(note_versions::written_by)))
        .filter(notes::meetup_id.eq(meetup))
        .select((
            notes::version,
            note_versions::markdown,
            note_versions::written_at,
            note_versions::written_by,
            people::name,
            people::protected,
            notes::first_saved_at,
            notes::finished_at,
            notes::followed_up_at,
        ))
        .first(db)
        .optional()?)
}

/// The meetup and its group, held until the transaction ends. [`Error::Conflict`] when nothing may be written about it.
pub(super) fn hold_writable(tx: &mut Tx<'_>, meetup: Id) -> Result<(Meetup, Group)> {
    tx.lock(meetup)?;
    let meetup = meetups::find(tx, meetup)?;
    let group = groups::find(tx, meetup.group_id)?;
    must_be_writable(&meetup, &group)?;
    Ok((meetup, group))
}

/// [`Error::Conflict`] when nothing may be written about the meetup.
pub fn must_be_writable(meetup: &Meetup, group: &Group) -> Result<()> {
    if meetup.is_cancelled() {
        Err(Error::Conflict("error-notes-cancelled"))
    } else if group.closed_at.is_some() {
        Err(Error::Conflict("error-group-closed"))
    } else {
        Ok(())
    }
}

/// Saves what somebody made of the version `seen` (0: of nothing), merged with what others saved since; their draft is gone
/// then. When it clashes with that, the text is kept as their draft and comes back. [`Error::Conflict`] when the meetup is
/// cancelled or the group closed.
pub fn save(tx: &mut Tx<'_>, meetup: Id, by: Id, seen: i32, text: &str, now: Timestamp) -> Result<Saved> {
    hold_writable(tx, meetup)?;
    let (latest, theirs) = match find(tx, meetup)? {
        Some(note) => (note.version, note.markdown),
        None => (0, String::new()),
    };
    if text == theirs {
        draft::forget(tx, meetup, by)?;
        return Ok(Saved::Unchanged);
    }
    if seen == latest {
        write(tx, meetup, (latest + 1, text), by, now)?;
        return Ok(Saved::Written);
    }
    let base = text_of(tx, meetup, seen)?;
    let Merged { text: both, clashes } = merge(&base, &theirs, text);
    if clashes || both.chars().count() > LONGEST {
        draft::put(tx, meetup, by, (seen, text), now)?;
        return Ok(Saved::Clash(Clash { version: latest, base, theirs, both }));
    }
    if both == theirs {
        draft::forget(tx, meetup, by)?;
        return Ok(Saved::Unchanged);
    }
    write(tx, meetup, (latest + 1, &both), by, now)?;
    Ok(Saved::Merged)
}

/// What a version says; nothing for 0 and for versions that never were.
fn text_of(db: &mut Db, meetup: Id, version: i32) -> Result<String> {
    let found = note_versions::table.find((meetup, version)).select(note_versions::markdown);
    Ok(found.first(db).optional()?.unwrap_or_default())
}

fn write(tx: &mut Tx<'_>, meetup: Id, (version, text): (i32, &str), by: Id, now: Timestamp) -> Result<()> {
    if version == 1 {
        diesel::insert_into(notes::table)
            .values((notes::meetup_id.eq(meetup), notes::version.eq(version), notes::first_saved_at.eq(now)))
            .execute(&mut **tx)?;
    } else {
        diesel::update(notes::table.find(meetup)).set(notes::version.eq(version)).execute(&mut **tx)?;
    }
    diesel::insert_into(note_versions::table)
        .values((
            note_versions::meetup_id.eq(meetup),
            note_versions::version.eq(version),
            note_versions::markdown.eq(text),
            note_versions::written_by.eq(by),
            note_versions::written_at.eq(now),
        ))
        .execute(&mut **tx)?;
    posts::index_notes(tx, meetup)?;
    draft::forget(tx, meetup, by)
}

/// Says that the notes are finished, and mails everybody what came of the meetup. Nothing happens when that mail has gone out.
/// [`Error::NotFound`] when there are no notes, [`Error::Conflict`] before the meetup has begun.
pub fn finish(tx: &mut Tx<'_>, app: &App, meetup: Id, by: Id) -> Result<()> {
    let (meetup, group) = hold_writable(tx, meetup)?;
    let note = find(tx, meetup.id)?.ok_or(Error::NotFound)?;
    let now = app.clock.now();
    if note.followed_up_at.is_some() {
        return Ok(());
    }
    if meetup.starts_at > now {
        return Err(Error::Conflict("error-notes-early"));
    }
    let finished = (notes::finished_at.eq(now), notes::finished_by.eq(by));
    diesel::update(notes::table.find(meetup.id)).set(finished).execute(&mut **tx)?;
    follow_up(tx, app, (&meetup, &group), &note)
}

/// Mails everybody what came of a meetup whose notes nobody has called finished. Nothing happens when that mail has gone out,
/// or nothing may be written any more.
pub(super) fn gather(tx: &mut Tx<'_>, app: &App, meetup: Id) -> Result<()> {
    let (meetup, group) = match hold_writable(tx, meetup) {
        Err(Error::Conflict(_)) => return Ok(()),
        held => held?,
    };
    match find(tx, meetup.id)?.filter(|note| note.followed_up_at.is_none()) {
        Some(note) => follow_up(tx, app, (&meetup, &group), &note),
        None => Ok(()),
    }
}

fn follow_up(tx: &mut Tx<'_>, app: &App, about: (&Meetup, &Group), note: &Note) -> Result<()> {
    let sent = notes::followed_up_at.eq(app.clock.now());
    diesel::update(notes::table.find(about.0.id)).set(sent).execute(&mut **tx)?;
    mail::follow_up(tx, app, about, note)
}
