//! Themes that people offer, need and write about; a list kept in `config/reference/themes.csv`.

use diesel::prelude::*;

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

/// Every theme, in the order of the list.
pub fn themes(db: &mut Db) -> Result<Vec<Theme>> {
    Ok(themes::table.order((themes::position, themes::slug)).select(Theme::as_select()).load(db)?)
}
