//! "Organisers like us", by a yardstick that the reader chooses. Lists are by name: nobody is more alike than others.

use std::cmp::Ordering;

use diesel::prelude::*;
use matching::distance_km;

use super::neighbour;
use super::organiser::{Category, Kind, Organiser, by_codes};
use super::search::swedish_order;
use super::similar::{Area, similar_to};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::organisers;
use crate::error::Result;
use crate::word_enum;

word_enum! {
    /// What likeness is measured by.
    pub enum Like {
        /// Being next to each other.
        Neighbours = "neighbours",
        /// Same category, nearest in size; for independent organisers nearest in size.
        Category = "category",
        /// Same SKR group, nearest by distance.
        Structure = "structure",
        /// Kolada's lists.
        Kolada = "kolada",
    }
}

impl Like {
    /// The yardsticks that fit a kind of organiser.
    pub fn of(kind: Kind) -> &'static [Like] {
        match kind {
            Kind::Municipality => Like::ALL,
            Kind::Independent => &[Like::Neighbours, Like::Category],
        }
    }
}

/// Those alike.
#[derive(Debug, Clone, Default)]
pub struct Alike {
    /// The nearest by the yardstick, by name.
    pub organisers: Vec<Organiser>,
    /// How many there are by the yardstick in all.
    pub total: usize,
    /// Year of the list, where it is somebody's list.
    pub year: Option<i32>,
}

/// How many are shown where there are many.
const SHOWN: usize = 12;

/// How many neighbours are shown: more than any municipality has.
const SHOWN_NEIGHBOURS: usize = 30;

/// Who is like `organiser`. At most three queries.
pub fn alike(
    db: &mut Db,
    organiser: &Organiser,
    like: Like,
    area: Area,
    limits: CategoryLimits,
) -> Result<Alike> {
    match (like, organiser.kind) {
        (Like::Neighbours, Kind::Municipality) => {
            let codes = neighbour::codes_around(db, organiser)?;
            Ok(nearest(by_codes(db, &codes)?, SHOWN_NEIGHBOURS, |_| 0.0))
        }
        // Those in the same municipality come before those in the next.
        (Like::Neighbours, Kind::Independent) => {
            let own = neighbour::municipality_codes(db, &organiser.code)?;
            let here = neighbour::independent_in(db, &own)?;
            let codes = neighbour::codes_around(db, organiser)?;
            let is_here = |other: &Organiser| here.contains(&other.code) || own.contains(&other.code);
            Ok(nearest(
                by_codes(db, &codes)?,
                SHOWN_NEIGHBOURS,
                |other| if is_here(other) { 0.0 } else { 1.0 },
            ))
        }
        (Like::Category, _) => {
            let Some(size) = organiser.size() else { return Ok(Alike::default()) };
            let others = of_category(db, organiser, limits)?;
            Ok(nearest(others, SHOWN, |other| f64::from((other.size().unwrap_or(0) - size).abs())))
        }
        (Like::Structure, _) => {
            let Some(structure) = &organiser.structure_code else { return Ok(Alike::default()) };
            let others = organisers::table
                .filter(organisers::structure_code.eq(structure))
                .filter(organisers::code.ne(&organiser.code))
                .select(Organiser::as_select())
                .load(db)?;
            Ok(nearest(others, SHOWN, |other| distance(organiser, other)))
        }
        (Like::Kolada, _) => {
            let (organisers, year) = similar_to(db, &organiser.code, area)?;
            Ok(Alike { total: organisers.len(), organisers, year })
        }
    }
}

fn of_category(db: &mut Db, organiser: &Organiser, limits: CategoryLimits) -> Result<Vec<Organiser>> {
    let query = organisers::table.filter(organisers::code.ne(&organiser.code)).select(Organiser::as_select());
    let (small, medium) = (limits.small_below, limits.medium_below);
    Ok(match organiser.category(limits) {
        Category::Small => query.filter(organisers::inhabitants.lt(small)).load(db)?,
        Category::Medium => query
            .filter(organisers::inhabitants.ge(small))
            .filter(organisers::inhabitants.lt(medium))
            .load(db)?,
        Category::Large => query.filter(organisers::inhabitants.ge(medium)).load(db)?,
        Category::Independent => query.filter(organisers::pupils.is_not_null()).load(db)?,
    })
}

/// The `most` that are least far by a measure, then all of them by name.
fn nearest(mut others: Vec<Organiser>, most: usize, measure: impl Fn(&Organiser) -> f64) -> Alike {
    let total = others.len();
    others.sort_by(|a, b| measure(a).total_cmp(&measure(b)).then_with(|| by_name(a, b)));
    others.truncate(most);
    others.sort_by(by_name);
    Alike { organisers: others, total, year: None }
}

fn by_name(a: &Organiser, b: &Organiser) -> Ordering {
    swedish_order(&a.name, &b.name).then_with(|| a.code.cmp(&b.code))
}

fn distance(a: &Organiser, b: &Organiser) -> f64 {
    match (a.latitude.zip(a.longitude), b.latitude.zip(b.longitude)) {
        (Some(from), Some(to)) => distance_km(from, to),
        _ => f64::MAX,
    }
}
