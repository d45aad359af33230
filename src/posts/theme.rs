//! Themes of stories.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::db::schema::{post_themes, themes};
use crate::db::types::Id;
use crate::db::{Db, Prepare, Tx, padded};
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers;

/// A theme that stories are about.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = themes)]
pub struct Theme {
    /// Name in addresses and forms.
    pub slug: String,
    /// Swedish name.
    pub name_sv: String,
    /// English name.
    pub name_en: String,
}

impl Theme {
    /// Its name in a language.
    pub fn name(&self, lang: &Lang) -> &str {
        match lang {
            Lang::Swedish => &self.name_sv,
            Lang::English => &self.name_en,
        }
    }
}

/// Every theme that this binary knows, in the order people should see them; no query.
pub(super) fn known() -> Vec<Theme> {
    let theme = |each: &organisers::Theme| Theme {
        slug: each.slug.clone(),
        name_sv: each.name_sv.clone(),
        name_en: each.name_en.clone(),
    };
    organisers::known_themes().iter().map(theme).collect()
}

/// Every theme, in the order people should see them.
pub fn themes(db: &mut Db) -> Result<Vec<Theme>> {
    Ok(themes::table.order((themes::position, themes::slug)).select(Theme::as_select()).load(db)?)
}

/// The themes of some stories.
pub(super) fn of_posts(db: &mut Db, posts: &[Id]) -> Result<HashMap<Id, Vec<Theme>>> {
    if posts.is_empty() {
        return Ok(HashMap::new());
    }
    let posts = padded(posts.iter().copied());
    let rows: Vec<(Id, Theme)> = post_themes::table
        .inner_join(themes::table)
        .filter(post_themes::post_id.eq_any(&posts))
        .order((themes::position, themes::slug))
        .select((post_themes::post_id, Theme::as_select()))
        .prepared_for(posts.len())
        .load(db)?;
    let mut found: HashMap<Id, Vec<Theme>> = HashMap::new();
    for (post, theme) in rows {
        found.entry(post).or_default().push(theme);
    }
    Ok(found)
}

/// Gives a story these themes and no others; unknown slugs are left out.
pub(super) fn put(tx: &mut Tx<'_>, post: Id, slugs: &[String]) -> Result<()> {
    diesel::delete(post_themes::table.filter(post_themes::post_id.eq(post))).execute(&mut **tx)?;
    if slugs.is_empty() {
        return Ok(());
    }
    let known: Vec<String> =
        themes::table.filter(themes::slug.eq_any(slugs)).select(themes::slug).load(&mut **tx)?;
    let rows: Vec<_> =
        known.iter().map(|slug| (post_themes::post_id.eq(post), post_themes::theme_slug.eq(slug))).collect();
    crate::on_both!(tx, c => diesel::insert_into(post_themes::table).values(&rows).execute(c))?;
    Ok(())
}
