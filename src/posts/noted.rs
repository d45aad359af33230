//! The notes of meetups, as search finds them: for the members of the group and the coordinators of its network.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::Text;

use super::terms::{Stems, words};
use super::vocabulary;
use crate::db::schema::{groups, meetups, note_versions, notes, search_notes};
use crate::db::types::{DbUuid, Id};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::fold;

/// Notes indexed at once.
const BATCH: i64 = 200;

type Noted = (Id, Id, Id, String);

/// Writes what search knows of the notes of a meetup as they stand now.
pub fn index_notes(tx: &mut Tx<'_>, meetup: Id) -> Result<()> {
    tx.lock(meetup)?;
    diesel::delete(search_notes::table.filter(search_notes::meetup_id.eq(meetup))).execute(&mut **tx)?;
    let found = noted().filter(notes::meetup_id.eq(meetup)).first::<Noted>(&mut **tx).optional()?;
    found.map_or(Ok(()), |noted| put(tx, &noted))
}

/// Indexes some notes that search does not know yet; how many.
pub(super) fn refresh(tx: &mut Tx<'_>) -> Result<usize> {
    let known = search_notes::table
        .filter(search_notes::meetup_id.eq(notes::meetup_id))
        .select(search_notes::meetup_id);
    let missing = noted().filter(diesel::dsl::not(diesel::dsl::exists(known))).limit(BATCH);
    let missing: Vec<Id> = missing.load::<Noted>(&mut **tx)?.into_iter().map(|(meetup, ..)| meetup).collect();
    missing.iter().try_for_each(|meetup| index_notes(tx, *meetup))?;
    Ok(missing.len())
}

/// Meetup, group, network and text of all notes.
#[diesel::dsl::auto_type]
fn noted() -> _ {
    let latest = note_versions::table
        .on(note_versions::meetup_id.eq(notes::meetup_id).and(note_versions::version.eq(notes::version)));
    notes::table.inner_join(meetups::table.inner_join(groups::table)).inner_join(latest).select((
        notes::meetup_id,
        meetups::group_id,
        groups::network_id,
        note_versions::markdown,
    ))
}

fn put(tx: &mut Tx<'_>, (meetup, group, network, text): &Noted) -> Result<()> {
    let (mut terms, stems) = (BTreeSet::new(), Stems::new());
    for word in words(&fold(text)) {
        stems.add(&mut terms, 'b', word);
    }
    vocabulary::learn(tx, &terms.iter().filter_map(|term| term.strip_prefix('b')).collect())?;
    terms.insert(format!("sg{}", group.0.simple()));
    terms.insert(format!("sc{}", network.0.simple()));
    let terms = terms.into_iter().collect::<Vec<_>>().join(" ");
    match &mut **tx {
        Db::Sqlite(c) => {
            diesel::insert_into(search_notes::table)
                .values(search_notes::meetup_id.eq(*meetup))
                .execute(c)?;
            diesel::sql_query(
                "INSERT INTO search_note_terms (rowid, terms) SELECT seq, ?2 FROM search_notes WHERE meetup_id = ?1",
            )
            .bind::<DbUuid, _>(*meetup)
            .bind::<Text, _>(terms)
            .execute(c)?;
        }
        Db::Postgres(c) => {
            diesel::sql_query(
                "INSERT INTO search_notes (meetup_id, terms) \
                 VALUES ($1, array_to_tsvector(string_to_array($2, ' ')))",
            )
            .bind::<DbUuid, _>(*meetup)
            .bind::<Text, _>(terms)
            .execute(c)?;
        }
    }
    Ok(())
}
