//! The words that stories have had, so that the beginning of a word can be looked for as the words it may become.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{Array, Text};

use crate::db::schema::search_vocabulary;
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};

/// Words that a beginning is taken to stand for.
const MOST: i64 = 24;

/// Letters that make a beginning: fewer would stand for most of the language.
const SHORTEST: usize = 2;

diesel::define_sql_function! {
    /// Characters of a text.
    fn length(text: Text) -> Integer;
}

/// Takes up words and stems, folded. They are written in order, so that two who do it at once wait for each other
/// and neither for itself.
pub(super) fn learn(tx: &mut Tx<'_>, words: &BTreeSet<&str>) -> Result<()> {
    match &mut **tx {
        Db::Sqlite(c) => {
            let list = serde_json::to_string(words).map_err(Error::internal)?;
            diesel::sql_query("INSERT OR IGNORE INTO search_vocabulary (word) SELECT value FROM json_each(?)")
                .bind::<Text, _>(list)
                .execute(c)?
        }
        Db::Postgres(c) => {
            diesel::sql_query("INSERT INTO search_vocabulary (word) SELECT unnest($1) ON CONFLICT DO NOTHING")
                .bind::<Array<Text>, _>(words.iter().copied().collect::<Vec<_>>())
                .execute(c)?
        }
    };
    Ok(())
}

/// Words that begin so, the shortest first; none for a beginning that says too little.
pub(super) fn beginning_with(db: &mut Db, beginning: &str) -> Result<Vec<String>> {
    if beginning.chars().count() < SHORTEST {
        return Ok(Vec::new());
    }
    Ok(search_vocabulary::table
        .filter(search_vocabulary::word.ge(beginning))
        .filter(search_vocabulary::word.lt(format!("{beginning}{}", char::MAX)))
        .order((length(search_vocabulary::word), search_vocabulary::word))
        .limit(MOST)
        .select(search_vocabulary::word)
        .prepared()
        .load(db)?)
}
