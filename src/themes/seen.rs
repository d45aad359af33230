//! Who sees which themes.

use diesel::prelude::*;

use super::Theme;
use crate::db::Db;
use crate::db::schema::themes;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::posts::{Scope, themes_read};

/// The theme that is found under a slug, if this scope sees it; the one that it was merged into, where it was.
pub fn find(db: &mut Db, scope: &Scope, slug: &str) -> Result<Theme> {
    let mut theme: Theme = themes::table.find(slug).select(Theme::as_select()).first(db)?;
    if let Some(into) = &theme.merged_into {
        theme = themes::table.find(into).select(Theme::as_select()).first(db)?;
    }
    only_seen(db, scope, vec![theme])?.pop().ok_or(Error::NotFound)
}

/// Those of some themes, by identifier, that a scope sees. One query, and one more for each that it sees only by a story.
pub fn seen(db: &mut Db, scope: &Scope, ids: &[Id]) -> Result<Vec<Theme>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let some: Vec<Theme> = themes::table
        .filter(themes::id.eq_any(ids))
        .filter(themes::merged_into.is_null())
        .order((themes::position, themes::slug))
        .select(Theme::as_select())
        .load(db)?;
    only_seen(db, scope, some)
}

fn only_seen(db: &mut Db, scope: &Scope, mut some: Vec<Theme>) -> Result<Vec<Theme>> {
    let belongs = |theme: &Theme| match theme.network_id {
        None => true,
        Some(network) => theme.listed && (scope.networks.contains(&network) || scope.coordinates(network)),
    };
    let others: Vec<String> =
        some.iter().filter(|theme| !belongs(theme)).map(|theme| theme.slug.clone()).collect();
    if !others.is_empty() {
        let read = themes_read(db, scope, &others)?;
        some.retain(|theme| belongs(theme) || read.contains(&theme.slug));
    }
    Ok(some)
}
