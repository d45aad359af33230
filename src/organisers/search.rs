//! Finding organisers.

use std::cmp::Ordering;

use diesel::prelude::*;

use super::organiser::{Category, Kind, Organiser, by_codes};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::{organiser_municipalities, organisers};
use crate::error::Result;
use crate::i18n::fold;

/// What to look for; an empty filter finds everybody.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Part of a name with or without accents, an organisation number or a code.
    pub text: String,
    /// County code; independent organisers count where they are active.
    pub county: Option<String>,
    /// Category by the configured limits.
    pub category: Option<Category>,
    /// SKR group, such as `B4`.
    pub structure: Option<String>,
    /// Municipality or independent.
    pub kind: Option<Kind>,
    /// Page, counted from 0.
    pub page: usize,
}

/// A page of organisers.
#[derive(Debug, Clone)]
pub struct Found {
    /// Those on this page: best hit first, then by name in Swedish order.
    pub organisers: Vec<Organiser>,
    /// How many there are on all pages.
    pub total: usize,
    /// This page, counted from 0.
    pub page: usize,
    /// How many pages there are.
    pub pages: usize,
}

/// Organisers on a page.
pub const PER_PAGE: usize = 50;

/// Finds organisers. Two queries: the names that fit (some hundred at most), which are put in Swedish order
/// here because the databases would not agree on it, and the rows of one page.
pub fn search(db: &mut Db, filter: &Filter, limits: CategoryLimits) -> Result<Found> {
    let fitting = in_order(db, filter, limits)?;
    let (total, pages) = (fitting.len(), fitting.len().div_ceil(PER_PAGE).max(1));
    let page = filter.page.min(pages - 1);
    let codes: Vec<String> = fitting.into_iter().skip(page * PER_PAGE).take(PER_PAGE).collect();
    Ok(Found { organisers: rows(db, &codes)?, total, page, pages })
}

/// As [`search`], whatever the page: `most` of them, those that come after the one with this code.
pub fn search_after(
    db: &mut Db,
    filter: &Filter,
    limits: CategoryLimits,
    after: Option<&str>,
    most: usize,
) -> Result<Vec<Organiser>> {
    let mut fitting = in_order(db, filter, limits)?.into_iter();
    if let Some(after) = after {
        fitting.by_ref().find(|code| code == after);
    }
    let codes: Vec<String> = fitting.take(most).collect();
    rows(db, &codes)
}

/// The codes of all that fit, best hit first, then by name.
fn in_order(db: &mut Db, filter: &Filter, limits: CategoryLimits) -> Result<Vec<String>> {
    let wanted = fold(&filter.text);
    let mut names = names(db, filter, limits)?;
    names.sort_by(|a, b| {
        rank(&a.2, &wanted)
            .cmp(&rank(&b.2, &wanted))
            .then_with(|| swedish_order(&a.1, &b.1))
            .then_with(|| a.0.cmp(&b.0))
    });
    Ok(names.into_iter().map(|(code, ..)| code).collect())
}

/// The organisers with these codes, in their order.
fn rows(db: &mut Db, codes: &[String]) -> Result<Vec<Organiser>> {
    let mut organisers = by_codes(db, codes)?;
    organisers.sort_by_key(|organiser| codes.iter().position(|code| *code == organiser.code));
    Ok(organisers)
}

/// The codes of all organisers that fit; one query.
pub fn codes(db: &mut Db, filter: &Filter, limits: CategoryLimits) -> Result<Vec<String>> {
    Ok(names(db, filter, limits)?.into_iter().map(|(code, ..)| code).collect())
}

/// The names that fit: code, name and folded name.
fn names(db: &mut Db, filter: &Filter, limits: CategoryLimits) -> Result<Vec<(String, String, String)>> {
    let wanted = fold(&filter.text);
    let mut query =
        organisers::table.select((organisers::code, organisers::name, organisers::search_name)).into_boxed();
    if !wanted.is_empty() {
        let number = format!("%{}%", filter.text.trim().replace(['%', '_', '\\'], ""));
        query = query.filter(
            organisers::search_name
                .like(format!("%{wanted}%"))
                .or(organisers::organisation_number.like(number))
                .or(organisers::code.eq(wanted.clone())),
        );
    }
    if let Some(county) = &filter.county {
        let active = organiser_municipalities::table
            .filter(
                organiser_municipalities::municipality_code
                    .like(format!("{}__", county.replace(['%', '_'], ""))),
            )
            .select(organiser_municipalities::organiser_code);
        query = query.filter(organisers::county_code.eq(county.clone()).or(organisers::code.eq_any(active)));
    }
    if let Some(structure) = &filter.structure {
        query = query.filter(organisers::structure_code.eq(structure.clone()));
    }
    if let Some(kind) = filter.kind {
        query = query.filter(organisers::kind.eq(kind));
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
    Ok(query.load(db)?)
}

/// How good a hit is, lower is better: the name itself, its beginning, the beginning of a word, anything.
fn rank(name: &str, wanted: &str) -> u8 {
    match name.find(wanted) {
        _ if wanted.is_empty() => 0,
        Some(0) if name.len() == wanted.len() => 0,
        Some(0) => 1,
        Some(_) if name.contains(&format!(" {wanted}")) => 2,
        _ => 3,
    }
}

/// Compares names as Swedish readers expect: without regard to case, and å ä ö after z.
pub fn swedish_order(a: &str, b: &str) -> Ordering {
    spelled(a).cmp(spelled(b))
}

/// The characters of a name in an order that compares rightly, made one by one: most names differ soon.
fn spelled(name: &str) -> impl Iterator<Item = char> {
    // The characters after z in ASCII stand for å, ä and ö; é sorts as e and ü as y.
    name.chars().flat_map(char::to_lowercase).map(|c| match c {
        'å' => '{',
        'ä' | 'æ' => '|',
        'ö' | 'ø' => '}',
        'é' | 'è' => 'e',
        'ü' => 'y',
        other => other,
    })
}
