//! The versions of notes: who saved them when, and what each changed.

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{note_versions, people};
use crate::db::types::{Id, Timestamp};
use crate::differences::{Change, changes};
use crate::error::Result;

/// Versions that anybody loads at once.
const MOST: i64 = 30;

/// One version.
pub(super) struct Version {
    pub number: i32,
    pub at: Timestamp,
    /// Name of who saved it; none for protected people.
    pub by: Option<String>,
    /// What it changed of the version before.
    pub changes: Vec<Change>,
}

/// The latest versions, the newest first. One query.
pub(super) fn versions(db: &mut Db, meetup: Id) -> Result<Vec<Version>> {
    type Row = (i32, Timestamp, String, String, bool);
    let rows: Vec<Row> = note_versions::table
        .inner_join(people::table.on(people::id.eq(note_versions::written_by)))
        .filter(note_versions::meetup_id.eq(meetup))
        .order(note_versions::version.desc())
        // One more: the last one's changes are those since it.
        .limit(MOST + 1)
        .select((
            note_versions::version,
            note_versions::written_at,
            note_versions::markdown,
            people::name,
            people::protected,
        ))
        .load(db)?;
    let before = rows.iter().skip(1).map(|row| row.2.as_str()).chain([""]);
    let version = |((number, at, text, name, protected), before): (&Row, &str)| Version {
        number: *number,
        at: *at,
        by: (!protected).then(|| name.clone()),
        changes: changes(before, text),
    };
    let shown = usize::try_from(MOST).unwrap_or(usize::MAX);
    Ok(rows.iter().zip(before).take(shown).map(version).collect())
}
