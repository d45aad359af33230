//! Themes of stories.

use std::collections::{HashMap, HashSet};

use diesel::dsl::exists;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::visible::visible;
use super::{NewPost, Scope};
use crate::db::schema::{post_themes, posts, themes};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx, padded};
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers;
use crate::themes::{Keeper, lists_of, name_free, usable};

/// A theme that stories are about.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable, Serialize, Deserialize)]
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
fn known() -> Vec<Theme> {
    let theme = |each: &organisers::Theme| Theme {
        slug: each.slug.clone(),
        name_sv: each.name_sv.clone(),
        name_en: each.name_en.clone(),
    };
    organisers::known_themes().iter().map(theme).collect()
}

/// What a list or a search can be narrowed to: the themes that everybody has, and the lists of some networks by their names.
#[derive(Debug)]
pub(super) struct Choices {
    pub(super) common: Vec<Theme>,
    pub(super) lists: Vec<(String, Vec<Theme>)>,
}

impl Choices {
    /// The themes that everybody has, and those of these networks. Mostly without a query.
    pub(super) fn of(db: &mut Db, keepers: &[Keeper]) -> Result<Self> {
        Ok(Choices { common: known(), lists: lists_of(db, keepers)? })
    }

    /// Whether a theme is the one of this slug.
    pub(super) fn is_chosen(&self, theme: &Theme, slug: &str) -> bool {
        theme.slug == slug
    }
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
    Ok(by_post(rows))
}

/// Those of some themes, by slug, that a story is about which this scope reads, or a draft of the viewer's own. A query for each,
/// because the rule of [`visible`] is not to be written twice: it is for a page of one theme, and for the few that somebody follows
/// from outside.
pub fn themes_read(db: &mut Db, scope: &Scope, slugs: &[String]) -> Result<HashSet<String>> {
    let mut read = HashSet::new();
    for slug in slugs {
        let about = || {
            let themed = post_themes::table.filter(post_themes::post_id.eq(posts::id));
            exists(themed.filter(post_themes::theme_slug.eq(slug)))
        };
        let any: Vec<Id> = visible(scope).filter(about()).limit(1).select(posts::id).load(db)?;
        let own: Vec<Id> = match scope.viewer.filter(|_| any.is_empty()) {
            Some(viewer) => posts::table
                .filter(posts::author_id.eq(viewer))
                .filter(about())
                .limit(1)
                .select(posts::id)
                .load(db)?,
            None => Vec::new(),
        };
        if !any.is_empty() || !own.is_empty() {
            read.insert(slug.clone());
        }
    }
    Ok(read)
}

/// Which of these themes, by identifier, the stories are about that were published after `since` or reached more people since.
pub fn about_since(db: &mut Db, themed: &[Id], since: Timestamp) -> Result<HashMap<Id, Vec<Id>>> {
    if themed.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = post_themes::table
        .inner_join(themes::table)
        .inner_join(posts::table)
        .filter(themes::id.eq_any(themed))
        .filter(posts::published_at.gt(since).or(posts::widened_at.gt(since)))
        .order((themes::position, themes::slug))
        .select((post_themes::post_id, themes::id))
        .load(db)?;
    Ok(by_post(rows))
}

/// Which of these themes, by identifier, some stories are about.
pub fn about_among(db: &mut Db, themed: &[Id], posts: &[Id]) -> Result<HashMap<Id, Vec<Id>>> {
    if themed.is_empty() {
        return Ok(HashMap::new());
    }
    let rows = post_themes::table
        .inner_join(themes::table)
        .filter(themes::id.eq_any(themed))
        .filter(post_themes::post_id.eq_any(posts))
        .order((themes::position, themes::slug))
        .select((post_themes::post_id, themes::id))
        .load(db)?;
    Ok(by_post(rows))
}

/// The themes of a story, by identifier.
pub fn theme_ids(db: &mut Db, post: Id) -> Result<Vec<Id>> {
    Ok(post_themes::table
        .inner_join(themes::table)
        .filter(post_themes::post_id.eq(post))
        .order((themes::position, themes::slug))
        .select(themes::id)
        .load(db)?)
}

fn by_post<T>(rows: Vec<(Id, T)>) -> HashMap<Id, Vec<T>> {
    let mut found: HashMap<Id, Vec<T>> = HashMap::new();
    for (post, theme) in rows {
        found.entry(post).or_default().push(theme);
    }
    found
}

/// Gives a story the themes that it is to have, those that its author names too, and no others; unknown slugs and those of other
/// networks are left out, and what was merged comes as what it stands for.
pub(super) fn put(tx: &mut Tx<'_>, post: Id, new: &NewPost) -> Result<()> {
    diesel::delete(post_themes::table.filter(post_themes::post_id.eq(post))).execute(&mut **tx)?;
    if new.themes.is_empty() && new.named.is_empty() {
        return Ok(());
    }
    let network: Id = posts::table.find(post).select(posts::network_id).first(&mut **tx)?;
    // No theme is merged meanwhile.
    tx.lock(network)?;
    let slugs = [new.themes.clone(), name_free(tx, network, &new.named)?].concat();
    let known = usable(tx, network, &slugs)?;
    let rows: Vec<_> =
        known.iter().map(|slug| (post_themes::post_id.eq(post), post_themes::theme_slug.eq(slug))).collect();
    crate::on_both!(tx, c => diesel::insert_into(post_themes::table).values(&rows).execute(c))?;
    Ok(())
}
