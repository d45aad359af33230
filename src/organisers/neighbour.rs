//! Who is next to whom.
//!
//! Municipalities are neighbours by a border on land or water; areas that only meet in a corner are not. Where
//! there are too few (Gotland has none), the nearest others by distance stand in, in both directions: see
//! `[neighbours]` in `config/default.toml`. Independent organisers are neighbours of everybody who is active in
//! the same or a bordering municipality.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;
use matching::distance_km;

use super::organiser::{self, Kind, Organiser};
use super::reference::{Border, Municipality, municipality_names};
use crate::config::NeighbourFallback;
use crate::db::schema::{neighbours, organiser_municipalities, organisers};
use crate::db::{Db, Prepare};
use crate::error::Result;
use crate::word_enum;

word_enum! {
    /// What makes two municipalities neighbours.
    pub enum NeighbourKind {
        /// A border on land.
        Land = "land",
        /// A border on water only.
        Water = "water",
        /// Being nearest, where borders are too few.
        Distance = "distance",
    }
}

/// A neighbouring municipality.
#[derive(Debug, Clone, Queryable)]
pub struct Neighbour {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What makes it a neighbour.
    pub kind: NeighbourKind,
    /// Kilometres between the label points, as the crow flies.
    pub kilometres: f64,
}

/// The neighbours of a municipality, nearest first.
pub fn neighbours_of(db: &mut Db, code: &str) -> Result<Vec<Neighbour>> {
    Ok(neighbours::table
        .inner_join(organisers::table.on(organisers::code.eq(neighbours::neighbour_code)))
        .filter(neighbours::code.eq(code))
        .order((neighbours::kilometres, neighbours::neighbour_code))
        .select((organisers::code, organisers::name, neighbours::kind, neighbours::kilometres))
        .load(db)?)
}

/// The codes of an organiser's neighbours: for a municipality the municipalities around it, for an independent
/// organiser everybody active in the same or a bordering municipality.
pub fn neighbour_codes(db: &mut Db, code: &str) -> Result<Vec<String>> {
    let organiser = organiser::find(db, code)?;
    codes_around(db, &organiser)
}

/// As [`neighbour_codes`], for an organiser that was read already.
pub(super) fn codes_around(db: &mut Db, organiser: &Organiser) -> Result<Vec<String>> {
    match organiser.kind {
        Kind::Municipality => Ok(neighbours::table
            .filter(neighbours::code.eq(&organiser.code))
            .order(neighbours::neighbour_code)
            .select(neighbours::neighbour_code)
            .load(db)?),
        Kind::Independent => {
            let own = municipality_codes(db, &organiser.code)?;
            let around = around(db, &own)?;
            let mut found = independent_in(db, &around)?;
            found.retain(|code| *code != organiser.code);
            found.extend(around);
            found.sort();
            Ok(found)
        }
    }
}

/// The codes of the independent organisers active in any of these municipalities.
pub(super) fn independent_in(db: &mut Db, municipalities: &[String]) -> Result<Vec<String>> {
    Ok(organiser_municipalities::table
        .filter(organiser_municipalities::municipality_code.eq_any(municipalities))
        .select(organiser_municipalities::organiser_code)
        .distinct()
        .load(db)?)
}

/// The municipalities an independent organiser is active in; a municipality is active in itself.
pub fn municipality_codes(db: &mut Db, code: &str) -> Result<Vec<String>> {
    let codes: Vec<String> = organiser_municipalities::table
        .filter(organiser_municipalities::organiser_code.eq(code))
        .order(organiser_municipalities::municipality_code)
        .select(organiser_municipalities::municipality_code)
        .load(db)?;
    Ok(if codes.is_empty() && code.len() == 4 { vec![code.to_owned()] } else { codes })
}

/// Which of these organisers is active in which municipality: pairs of codes, independent organisers only.
pub(super) fn municipalities_of(db: &mut Db, organisers: &[String]) -> Result<Vec<(String, String)>> {
    if organisers.is_empty() {
        return Ok(Vec::new());
    }
    Ok(organiser_municipalities::table
        .filter(organiser_municipalities::organiser_code.eq_any(organisers))
        .order((organiser_municipalities::organiser_code, organiser_municipalities::municipality_code))
        .prepared_for(organisers.len())
        .load(db)?)
}

/// The municipalities that each of these organisers is active in; a municipality is active in itself. Those of whom that is not
/// known are left out. One query, none without independent ones.
pub fn active_in(db: &mut Db, organisers: &[String]) -> Result<BTreeMap<String, Vec<String>>> {
    let (municipalities, independent): (Vec<&String>, Vec<&String>) =
        organisers.iter().partition(|code| municipality_names().contains_key(*code));
    let independent: Vec<String> = independent.into_iter().cloned().collect();
    let mut found: BTreeMap<String, Vec<String>> =
        municipalities.into_iter().map(|code| (code.clone(), vec![code.clone()])).collect();
    for (organiser, municipality) in municipalities_of(db, &independent)? {
        found.entry(organiser).or_default().push(municipality);
    }
    Ok(found)
}

/// Some municipalities and those around them.
pub(super) fn around(db: &mut Db, municipalities: &[String]) -> Result<Vec<String>> {
    let mut codes: Vec<String> = neighbours::table
        .filter(neighbours::code.eq_any(municipalities))
        .select(neighbours::neighbour_code)
        .distinct()
        .load(db)?;
    codes.extend_from_slice(municipalities);
    codes.sort();
    codes.dedup();
    Ok(codes)
}

/// A pair of neighbours as the database keeps it.
#[derive(Insertable)]
#[diesel(table_name = neighbours)]
pub(super) struct NeighbourRow {
    code: String,
    neighbour_code: String,
    kind: NeighbourKind,
    kilometres: f64,
}

/// Every pair in both directions, with the fallback for those that have too few.
pub(super) fn both_ways(
    municipalities: &[Municipality],
    borders: &[Border],
    fallback: NeighbourFallback,
) -> Vec<NeighbourRow> {
    let points: HashMap<&str, (f64, f64)> =
        municipalities.iter().map(|m| (m.code.as_str(), (m.latitude, m.longitude))).collect();
    let mut kinds: BTreeMap<(&str, &str), NeighbourKind> = BTreeMap::new();
    for border in borders {
        // `point` is no kind of ours.
        let Ok(kind) = border.kind.parse() else { continue };
        kinds.insert((&border.code, &border.neighbour_code), kind);
        kinds.insert((&border.neighbour_code, &border.code), kind);
    }
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for (code, _) in kinds.keys() {
        *counts.entry(code).or_default() += 1;
    }
    let few = municipalities
        .iter()
        .filter(|m| counts.get(m.code.as_str()).copied().unwrap_or(0) < fallback.fallback_below);
    for lonely in few {
        for near in nearest(lonely, municipalities).into_iter().take(fallback.fallback_count) {
            kinds.entry((&lonely.code, near)).or_insert(NeighbourKind::Distance);
            kinds.entry((near, &lonely.code)).or_insert(NeighbourKind::Distance);
        }
    }
    kinds
        .into_iter()
        .filter_map(|((code, neighbour), kind)| {
            let kilometres = distance_km(*points.get(code)?, *points.get(neighbour)?);
            Some(NeighbourRow {
                code: code.to_owned(),
                neighbour_code: neighbour.to_owned(),
                kind,
                kilometres,
            })
        })
        .collect()
}

fn nearest<'a>(from: &Municipality, municipalities: &'a [Municipality]) -> Vec<&'a str> {
    let here = (from.latitude, from.longitude);
    let mut others: Vec<(f64, &str)> = municipalities
        .iter()
        .filter(|other| other.code != from.code)
        .map(|other| (distance_km(here, (other.latitude, other.longitude)), other.code.as_str()))
        .collect();
    others.sort_by(|a, b| a.0.total_cmp(&b.0));
    others.into_iter().map(|(_, code)| code).collect()
}
