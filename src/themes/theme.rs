//! The theme row, and what a name in an address stands for today.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::themes;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;

/// A theme: one that everybody has, or one of a network.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = themes)]
pub struct Theme {
    /// Identifier; what subscriptions and personal links name.
    pub id: Id,
    /// Name in addresses, forms and the API; never changes.
    pub slug: String,
    /// Swedish name.
    pub name_sv: String,
    /// English name.
    pub name_en: String,
    /// The network that keeps it; nothing for those that everybody has.
    pub network_id: Option<Id>,
    /// Whether it is in a list; free ones are not.
    pub listed: bool,
    /// The theme that it stands for since it was merged.
    pub merged_into: Option<String>,
}

impl Theme {
    /// Name in a language.
    pub fn name(&self, lang: &Lang) -> &str {
        match lang {
            Lang::Swedish => &self.name_sv,
            Lang::English => &self.name_en,
        }
    }
}

/// What is found today under a slug that a list or search is narrowed to: that of the theme it was merged into, else itself.
pub fn current_slug(db: &mut Db, slug: &str) -> Result<String> {
    // Those that everybody has are never merged.
    if crate::organisers::known_themes().iter().any(|known| known.slug == slug) {
        return Ok(slug.to_owned());
    }
    let into: Option<Option<String>> =
        themes::table.find(slug).select(themes::merged_into).first(db).optional()?;
    Ok(into.flatten().unwrap_or_else(|| slug.to_owned()))
}

/// The themes with these identifiers, whoever asks; those that were merged are left out.
pub fn by_ids(db: &mut Db, ids: &[Id]) -> Result<Vec<Theme>> {
    let live = themes::table.filter(themes::id.eq_any(ids)).filter(themes::merged_into.is_null());
    Ok(live.select(Theme::as_select()).load(db)?)
}

/// The theme with this identifier, or the one that it was merged into, whoever asks.
pub fn current(db: &mut Db, id: Id) -> Result<Theme> {
    let theme: Theme = themes::table.filter(themes::id.eq(id)).select(Theme::as_select()).first(db)?;
    match &theme.merged_into {
        Some(into) => Ok(themes::table.find(into).select(Theme::as_select()).first(db)?),
        None => Ok(theme),
    }
}

/// Of these slugs, those that a story of a network may have; what was merged comes as what it stands for, unknown ones are left out.
pub fn usable(db: &mut Db, network: Id, slugs: &[String]) -> Result<BTreeSet<String>> {
    let known = known(db, network, slugs)?;
    Ok(known.into_iter().map(|(slug, into)| into.unwrap_or(slug)).collect())
}

/// Whether a story of a network may have all of these.
pub fn are_usable(db: &mut Db, network: Id, slugs: &[String]) -> Result<bool> {
    let known = known(db, network, slugs)?;
    Ok(slugs.iter().all(|slug| known.iter().any(|(usable, _)| usable == slug)))
}

/// Those of some slugs that stand for a theme of everybody or of a network, and what they were merged into.
fn known(db: &mut Db, network: Id, slugs: &[String]) -> Result<Vec<(String, Option<String>)>> {
    Ok(themes::table
        .filter(themes::slug.eq_any(slugs))
        .filter(themes::network_id.is_null().or(themes::network_id.eq(network)))
        .select((themes::slug, themes::merged_into))
        .load(db)?)
}
