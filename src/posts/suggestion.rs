//! "Did you mean": another spelling that finds something.

use std::collections::BTreeSet;

use diesel::prelude::*;
use strsim::osa_distance;

use super::Scope;
use super::query::Query;
use super::search::{Hit, search};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::search_vocabulary;
use crate::error::Result;
use crate::i18n::fold;
use crate::organisers::swedish_municipalities;

/// Letters by which a word may differ: short words, longer ones.
const SHORT: usize = 4;
const DIFFER_SHORT: usize = 1;
const DIFFER: usize = 2;

/// The words with others of nearly the same spelling in the place of those that nobody has written, if this scope finds
/// something by them. What is suggested stands in something that the viewer may read.
pub(super) fn suggestion(
    db: &mut Db,
    scope: &Scope,
    query: &Query,
    limits: CategoryLimits,
) -> Result<Option<String>> {
    let mut words = Vec::new();
    for word in &query.words {
        words.push(nearest(db, word)?.unwrap_or_else(|| word.clone()));
    }
    if words == query.words {
        return Ok(None);
    }
    let other = Query::of(&words.join(" "), query.narrowed.clone());
    let results = search(db, scope, &other, limits, 1)?;
    let Some(hit) = results.hits.first() else { return Ok(None) };
    Ok(Some(words.iter().map(|word| as_written(hit, word)).collect::<Vec<_>>().join(" ")))
}

/// The word that is spelled most like this one, if another is.
fn nearest(db: &mut Db, word: &str) -> Result<Option<String>> {
    let Some(first) = word.chars().next() else { return Ok(None) };
    let names: BTreeSet<String> = swedish_municipalities()
        .iter()
        .flat_map(|(_, name)| fold(name).split(' ').map(str::to_owned).collect::<Vec<_>>())
        .filter(|name| name.starts_with(first))
        .collect();
    let letters = word.chars().count();
    let written: Vec<String> = search_vocabulary::table
        .filter(search_vocabulary::word.ge(first.to_string()))
        .filter(search_vocabulary::word.lt(format!("{first}{}", char::MAX)))
        .select(search_vocabulary::word)
        .load(db)?;
    let most = if letters <= SHORT { DIFFER_SHORT } else { DIFFER };
    let spelled =
        names.into_iter().chain(written).filter(|other| other.chars().count().abs_diff(letters) <= most);
    let near = spelled.map(|other| (osa_distance(word, &other), other)).filter(|(differ, _)| *differ <= most);
    let best =
        near.min_by_key(|(differ, other)| (*differ, std::cmp::Reverse(other.chars().count()), other.clone()));
    Ok(best.map(|(_, other)| other))
}

/// A folded word as it is written in what was found, with its accents.
fn as_written(hit: &Hit, folded: &str) -> String {
    let texts = hit.snippet.iter().map(|(text, _)| text.as_str()).chain([hit.title.as_str()]);
    let mut written = texts.flat_map(|text| text.split(|c: char| !c.is_alphanumeric()));
    let same = written.find(|word| fold(word) == folded);
    same.map_or_else(|| folded.to_owned(), str::to_lowercase)
}
