//! What somebody is typing of a story: kept as they type, theirs alone, and gone when the story is saved.

use chrono::TimeDelta;
use diesel::prelude::*;
use url::form_urlencoded;

use super::forms::{is_field, is_text};
use crate::db::schema::{posts, typed_posts};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::web::forms::Fields;

/// Bytes of a form that are kept.
const MOST: usize = 300_000;

/// What a script sends as its form is saved may arrive after it: for so long it is taken for that.
const LATE: TimeDelta = TimeDelta::seconds(10);

/// A form as it was when its writer last paused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Typed {
    pub fields: Fields,
    pub saved_at: Timestamp,
}

/// What a person has typed for a new story in a group, or for a change of a story.
pub(super) fn find(db: &mut Db, place: Id, person: Id) -> Result<Option<Typed>> {
    let row = typed_posts::table.find((place, person)).select((typed_posts::fields, typed_posts::saved_at));
    let found: Option<(String, Timestamp)> = row.first(db).optional()?;
    Ok(found.map(|(fields, saved_at)| Typed { fields: Fields::parse(fields.as_bytes()), saved_at }))
}

/// Keeps what a person has typed for a new story in the group `place`, or for a change of the story `place`. Answers to prompts stay when
/// they go on in free text, and the other way round; an empty form is not kept. [`Error::TooLarge`] for more than a form may have.
pub(super) fn keep(tx: &mut Tx<'_>, place: Id, person: Id, typed: &Fields, now: Timestamp) -> Result<()> {
    tx.lock(person)?;
    if saved_since(tx, place, person, typed.text("title"), now - LATE)? {
        return Ok(());
    }
    let before = find(tx, place, person)?.map(|typed| typed.fields).unwrap_or_default();
    let stays = before.pairs().filter(|(name, _)| is_text(name) && !typed.has(name));
    let whole: Vec<(&str, &str)> = typed.pairs().filter(|(name, _)| is_field(name)).chain(stays).collect();
    let says = |(name, value): &(&str, &str)| (is_text(name) || *name == "title") && !value.trim().is_empty();
    if !whole.iter().any(says) {
        return forget(tx, place, person);
    }
    let fields = form_urlencoded::Serializer::new(String::new()).extend_pairs(whole).finish();
    if fields.len() > MOST {
        return Err(Error::TooLarge);
    }
    let said = (typed_posts::fields.eq(&fields), typed_posts::saved_at.eq(now));
    let row = typed_posts::table.find((place, person));
    if diesel::update(row).set(said).execute(&mut **tx)? == 0 {
        diesel::insert_into(typed_posts::table)
            .values((typed_posts::place_id.eq(place), typed_posts::person_id.eq(person), said))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Whether the person has saved a story with this title there since.
fn saved_since(db: &mut Db, place: Id, person: Id, title: &str, since: Timestamp) -> Result<bool> {
    let saved = posts::table
        .filter(posts::author_id.eq(person))
        .filter(posts::updated_at.gt(since))
        .filter(posts::title.eq(title))
        .filter(posts::id.eq(place).or(posts::group_id.eq(place)));
    Ok(diesel::select(diesel::dsl::exists(saved)).get_result(db)?)
}

/// Throws away what a person has typed.
pub(super) fn forget(tx: &mut Tx<'_>, place: Id, person: Id) -> Result<()> {
    diesel::delete(typed_posts::table.find((place, person))).execute(&mut **tx)?;
    Ok(())
}

/// Throws away what nobody has come back to since a moment; how many.
pub fn forget_typed(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    let old = typed_posts::table.filter(typed_posts::saved_at.lt(before));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
