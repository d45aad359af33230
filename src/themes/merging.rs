//! Merging a theme into another.

use diesel::prelude::*;

use super::Theme;
use super::listing::{Listed, listed_of, own_line};
use super::lists::changed;
use crate::db::schema::{post_themes, put_away_themes, themes};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::digests;
use crate::error::{Error, Result};
use crate::posts;

diesel::alias!(post_themes as taken: Taken);

/// One of a network's own themes, and what it may be merged into: the others of its list, and those that everybody has.
pub fn affected(db: &mut Db, network: Id, slug: &str) -> Result<(Listed, Vec<Theme>)> {
    let line = own_line(db, network, slug)?;
    let others = listed_of(db, network)?
        .into_iter()
        .filter(|other| other.theme.listed && !other.put_away && other.theme.slug != slug);
    Ok((line, others.map(|other| other.theme).collect()))
}

/// Merges one of a network's own themes into another: its stories, those who follow it and what was merged into it before go over.
/// [`Error::Conflict`] when there is no such other theme any more; nothing happens when it was merged so before.
pub fn merge(tx: &mut Tx<'_>, network: Id, slug: &str, into: &str, now: Timestamp) -> Result<()> {
    tx.lock(network)?;
    let before: Option<Option<String>> = themes::table
        .find(slug)
        .filter(themes::network_id.eq(network))
        .select(themes::merged_into)
        .first(&mut **tx)
        .optional()?;
    if before.flatten().as_deref() == Some(into) {
        return Ok(());
    }
    let (line, choices) = affected(tx, network, slug)?;
    let target =
        choices.iter().find(|other| other.slug == into).ok_or(Error::Conflict("error-theme-into"))?;
    move_stories(tx, slug, into, now)?;
    digests::move_subscriptions(tx, line.theme.id, target.id)?;
    diesel::delete(put_away_themes::table.filter(put_away_themes::theme_slug.eq(slug))).execute(&mut **tx)?;
    diesel::update(
        themes::table.filter(themes::slug.eq(slug).or(themes::merged_into.eq(slug).assume_not_null())),
    )
    .set((themes::merged_into.eq(into), themes::listed.eq(false)))
    .execute(&mut **tx)?;
    changed(tx, network)
}

fn move_stories(tx: &mut Tx<'_>, from: &str, into: &str, now: Timestamp) -> Result<()> {
    posts::index_again(tx, from, now)?;
    let has_both =
        taken.filter(taken.field(post_themes::theme_slug).eq(into)).select(taken.field(post_themes::post_id));
    let moving = || post_themes::table.filter(post_themes::theme_slug.eq(from));
    diesel::delete(moving().filter(post_themes::post_id.eq_any(has_both))).execute(&mut **tx)?;
    diesel::update(moving()).set(post_themes::theme_slug.eq(into)).execute(&mut **tx)?;
    Ok(())
}
