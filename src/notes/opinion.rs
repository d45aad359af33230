//! Whether a meetup was useful. An answer is a person's; nobody else learns whose it is.

use diesel::prelude::*;

use crate::db::schema::opinions;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::word_enum;

word_enum! {
    /// Whether it was useful. Texts: `opinion-useful-<word>`.
    pub enum Useful {
        /// It was.
        Yes = "yes",
        /// Some of it.
        Partly = "partly",
        /// It was not.
        No = "no",
    }
}

/// What somebody thought of a meetup.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opinion {
    /// Whether it was useful.
    pub useful: Useful,
    /// What would make the next one better, a sentence; may be empty.
    pub better: String,
}

/// Writes down what a person thought; a later answer replaces it. Whether they may answer is for the caller to know.
pub fn give_opinion(
    tx: &mut Tx<'_>,
    meetup: Id,
    person: Id,
    opinion: &Opinion,
    now: Timestamp,
) -> Result<()> {
    tx.lock(meetup)?;
    let said = (
        opinions::useful.eq(opinion.useful),
        opinions::better.eq(&opinion.better),
        opinions::answered_at.eq(now),
    );
    let row = opinions::table.find((meetup, person));
    if diesel::update(row).set(said).execute(&mut **tx)? == 0 {
        diesel::insert_into(opinions::table)
            .values((opinions::meetup_id.eq(meetup), opinions::person_id.eq(person), said))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// What a person thought, if they have said.
pub(super) fn of(db: &mut Db, meetup: Id, person: Id) -> Result<Option<Opinion>> {
    let row = opinions::table.find((meetup, person)).select((opinions::useful, opinions::better));
    let found = row.first(db).optional()?;
    Ok(found.map(|(useful, better)| Opinion { useful, better }))
}

/// What everybody thought: how many found it useful, in the order of [`Useful::ALL`], and every sentence. The sentences
/// stand in the order of their words, which says nothing of who wrote them or when.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Tally {
    pub counts: Vec<(Useful, usize)>,
    pub sentences: Vec<String>,
}

/// What everybody thought of a meetup. One query.
pub(super) fn tally(db: &mut Db, meetup: Id) -> Result<Tally> {
    let rows: Vec<(Useful, String)> = opinions::table
        .filter(opinions::meetup_id.eq(meetup))
        .select((opinions::useful, opinions::better))
        .load(db)?;
    if rows.is_empty() {
        return Ok(Tally::default());
    }
    let count = |useful: &Useful| (*useful, rows.iter().filter(|(said, _)| said == useful).count());
    let counts = Useful::ALL.iter().map(count).collect();
    let mut sentences: Vec<String> = rows.into_iter().map(|(_, better)| better).collect();
    sentences.retain(|sentence| !sentence.is_empty());
    sentences.sort();
    Ok(Tally { counts, sentences })
}
