//! The directory: who is in my networks. Members and coordinators see it; protected people have no name here.

use std::collections::HashMap;

use diesel::prelude::*;

use super::membership::MembershipState;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::{network_memberships, organisers, people, person_themes, seats, themes};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n::{Lang, fold};
use crate::organisers::{Category, Kind};
use crate::seats::Level;
use crate::web::Paging;

/// A seat in the directory.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Entry {
    pub seat_id: Id,
    pub person_id: Option<Id>,
    name: Option<String>,
    pub protected: Option<bool>,
    pub role: String,
    pub level: Level,
    pub organiser_code: String,
    pub organiser_name: String,
    pub confirmed_at: Option<Timestamp>,
    confirmed_by: Option<Id>,
}

/// A page of the directory, with the themes of the people on it.
pub(super) struct Directory {
    pub entries: Vec<Entry>,
    pub paging: Paging,
    themes: HashMap<Id, Vec<String>>,
}

impl Directory {
    /// The seats on the page.
    pub fn seats(&self) -> Vec<Id> {
        self.entries.iter().map(|entry| entry.seat_id).collect()
    }

    /// The people on the page.
    pub fn people(&self) -> Vec<Id> {
        self.entries.iter().filter_map(|entry| entry.person_id).collect()
    }

    /// What this person can contribute to, in words.
    pub fn themes_of(&self, entry: &Entry) -> String {
        let themes =
            entry.person_id.filter(|_| !entry.is_protected()).and_then(|person| self.themes.get(&person));
        themes.map(|names| names.join(", ")).unwrap_or_default()
    }
}

/// What the directory is narrowed down to; empty finds everybody.
#[derive(Debug, Clone, Default)]
pub(super) struct Filter {
    pub text: String,
    pub county: String,
    pub category: Option<Category>,
    pub theme: String,
}

impl Entry {
    /// The name, where others may know it.
    pub fn shown_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|_| self.protected == Some(false))
    }

    /// Whether only the e-mail domain says that somebody leads the organiser.
    pub fn is_led_unvouched(&self) -> bool {
        self.confirmed_at.is_some() && self.person_id.is_some() && self.level.is_unvouched(self.confirmed_by)
    }

    /// Whether somebody holds the seat whose name is not shown.
    pub fn is_protected(&self) -> bool {
        self.protected == Some(true)
    }
}

/// A page of the members of these networks, by organiser. A fixed number of queries.
pub(super) fn directory(
    db: &mut Db,
    networks: &[Id],
    filter: &Filter,
    limits: CategoryLimits,
    lang: Lang,
    paging: Paging,
) -> Result<Directory> {
    let found = matching(db, networks, filter, limits)?;
    let paging = paging.with_total(i64::try_from(found.len()).unwrap_or(i64::MAX));
    let ids = paging.cut(found);
    let mut entries: Vec<Entry> = seats::table
        .inner_join(organisers::table)
        .left_join(people::table)
        .filter(seats::id.eq_any(&ids))
        .select((
            seats::id,
            seats::person_id,
            people::name.nullable(),
            people::protected.nullable(),
            seats::role,
            seats::level,
            organisers::code,
            organisers::name,
            seats::confirmed_at,
            seats::confirmed_by,
        ))
        .load(db)?;
    entries.sort_by_key(|entry| ids.iter().position(|id| *id == entry.seat_id));
    let themes = themes_of(db, &entries, lang)?;
    Ok(Directory { entries, paging, themes })
}

// The databases do not agree on accents and case, so the text is looked for here.
fn matching(db: &mut Db, networks: &[Id], filter: &Filter, limits: CategoryLimits) -> Result<Vec<Id>> {
    let members = network_memberships::table
        .filter(network_memberships::network_id.eq_any(networks))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(network_memberships::seat_id);
    let mut query = seats::table
        .inner_join(organisers::table)
        .left_join(people::table)
        .filter(seats::id.eq_any(members))
        // Whoever has not confirmed the address, or has been closed out, is not here.
        .filter(seats::person_id.is_null().or(people::confirmed_at.is_not_null().assume_not_null()))
        .filter(seats::person_id.is_null().or(people::disabled_at.is_null().assume_not_null()))
        .order((organisers::name, seats::role, seats::id))
        .select((
            seats::id,
            people::name.nullable(),
            people::protected.nullable(),
            seats::role,
            organisers::name,
        ))
        .into_boxed();
    if !filter.county.is_empty() {
        query = query.filter(organisers::county_code.eq(&filter.county));
    }
    if !filter.theme.is_empty() {
        let interested = person_themes::table
            .filter(person_themes::theme_slug.eq(&filter.theme))
            .select(person_themes::person_id.nullable());
        // What protected people care about is theirs: they are not found by it either.
        query =
            query.filter(seats::person_id.eq_any(interested)).filter(people::protected.nullable().eq(false));
    }
    let (small, medium) = (limits.small_below, limits.medium_below);
    query = match filter.category {
        None => query,
        Some(Category::Independent) => query.filter(organisers::kind.eq(Kind::Independent)),
        Some(Category::Small) => query.filter(organisers::inhabitants.lt(small)),
        Some(Category::Medium) => {
            query.filter(organisers::inhabitants.ge(small)).filter(organisers::inhabitants.lt(medium))
        }
        Some(Category::Large) => query.filter(organisers::inhabitants.ge(medium)),
    };
    let wanted = fold(&filter.text);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    let rows: Vec<(Id, Option<String>, Option<bool>, String, String)> = query.load(db)?;
    let fits =
        |(_, name, protected, role, organiser): &(Id, Option<String>, Option<bool>, String, String)| {
            let name = name.as_deref().filter(|_| *protected == Some(false)).unwrap_or("");
            let text = fold(&format!("{name} {role} {organiser}"));
            words.iter().all(|word| text.contains(word))
        };
    Ok(rows.into_iter().filter(fits).map(|row| row.0).collect())
}

fn themes_of(db: &mut Db, entries: &[Entry], lang: Lang) -> Result<HashMap<Id, Vec<String>>> {
    let people: Vec<Id> = entries.iter().filter_map(|entry| entry.person_id).collect();
    let rows: Vec<(Id, String, String)> = person_themes::table
        .inner_join(themes::table)
        .filter(person_themes::person_id.eq_any(people))
        .filter(person_themes::direction.eq("offers"))
        .order(themes::position)
        .select((person_themes::person_id, themes::name_sv, themes::name_en))
        .load(db)?;
    let mut found: HashMap<Id, Vec<String>> = HashMap::new();
    for (person, swedish, english) in rows {
        let name = if lang == Lang::Swedish { swedish } else { english };
        found.entry(person).or_default().push(name);
    }
    Ok(found)
}

/// Every theme, word and name.
pub(super) fn all_themes(db: &mut Db, lang: Lang) -> Result<Vec<(String, String)>> {
    let themes = themes::table.filter(themes::network_id.is_null()).order(themes::position);
    Ok(match lang {
        Lang::Swedish => themes.select((themes::slug, themes::name_sv)).load(db)?,
        Lang::English => themes.select((themes::slug, themes::name_en)).load(db)?,
    })
}
