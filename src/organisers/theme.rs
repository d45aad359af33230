//! Themes that people offer, need and write about; a list kept in `config/reference/themes.csv`.

use std::sync::LazyLock;

use diesel::prelude::*;

use super::reference;
use crate::db::Db;
use crate::db::schema::themes;
use crate::error::Result;
use crate::i18n::Lang;

/// A theme of school improvement.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = themes)]
pub struct Theme {
    /// Name in addresses, forms and the API; never changes.
    pub slug: String,
    /// Swedish name.
    pub name_sv: String,
    /// English name.
    pub name_en: String,
}

impl Theme {
    /// Name in a language.
    pub fn name(&self, lang: Lang) -> &str {
        match lang {
            Lang::Swedish => &self.name_sv,
            Lang::English => &self.name_en,
        }
    }
}

/// Every theme as the list of this binary has it, in its order; for pages that only name them.
pub fn known_themes() -> &'static [Theme] {
    static THEMES: LazyLock<Vec<Theme>> = LazyLock::new(|| {
        // A broken file stops the program at its start; here it would only leave themes out.
        let rows = reference::theme_names().unwrap_or_default().into_iter();
        rows.map(|row| Theme { slug: row.slug, name_sv: row.name_sv, name_en: row.name_en }).collect()
    });
    &THEMES
}

/// Every theme of the list, in its order; those that networks keep themselves are not among them.
pub fn themes(db: &mut Db) -> Result<Vec<Theme>> {
    let common = themes::table.filter(themes::network_id.is_null());
    Ok(common.order((themes::position, themes::slug)).select(Theme::as_select()).load(db)?)
}
