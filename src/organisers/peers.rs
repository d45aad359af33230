//! Organisers as the matcher wants them.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::organiser::{Category, Kind, Organiser, by_codes};
use super::similar::Area;
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::{neighbours, organiser_municipalities, similar_organisers};
use crate::error::{Error, Result};

/// These organisers for the matcher, in the order given and each with its relations to the others given.
/// Five queries however many they are. Similar means Kolada's list for compulsory school.
///
/// [`Error::NotFound`] when a code is unknown. A code given twice is matched twice; give each once.
pub fn matching_organisers(
    db: &mut Db,
    codes: &[String],
    limits: CategoryLimits,
) -> Result<Vec<matching::Organiser>> {
    let known: HashMap<String, Organiser> =
        by_codes(db, codes)?.into_iter().map(|organiser| (organiser.code.clone(), organiser)).collect();
    let mut active: HashMap<String, Vec<String>> = HashMap::new();
    let rows: Vec<(String, String)> = organiser_municipalities::table
        .filter(organiser_municipalities::organiser_code.eq_any(codes))
        .load(db)?;
    for (organiser, municipality) in rows {
        active.entry(organiser).or_default().push(municipality);
    }
    let borders: Vec<(String, String)> =
        neighbours::table.select((neighbours::code, neighbours::neighbour_code)).load(db)?;
    let borders: HashSet<(&str, &str)> = borders.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
    let similar: Vec<(String, String)> = similar_organisers::table
        .filter(similar_organisers::area.eq(Area::CompulsorySchool))
        .filter(similar_organisers::code.eq_any(codes))
        .select((similar_organisers::code, similar_organisers::similar_code))
        .load(db)?;
    let similar: HashSet<(&str, &str)> = similar.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();

    let listed: Vec<&Organiser> =
        codes.iter().map(|code| known.get(code).ok_or(Error::NotFound)).collect::<Result<_>>()?;
    let places: Vec<Vec<&str>> = listed
        .iter()
        .map(|organiser| match active.get(&organiser.code) {
            Some(codes) if organiser.kind == Kind::Independent => codes.iter().map(String::as_str).collect(),
            _ => vec![organiser.code.as_str()],
        })
        .collect();
    let mut organisers = Vec::with_capacity(listed.len());
    for (index, (organiser, own)) in listed.iter().zip(&places).enumerate() {
        let others = || listed.iter().zip(&places).enumerate().filter(move |(other, _)| *other != index);
        organisers.push(matching::Organiser {
            key: organiser.code.clone(),
            category: category(organiser.category(limits)),
            size: organiser.size().and_then(|size| u32::try_from(size).ok()),
            position: organiser.latitude.zip(organiser.longitude),
            structure: organiser.structure_code.clone(),
            neighbours: others()
                .filter(|(_, (_, theirs))| meet(own, theirs, &borders))
                .map(|(other, _)| other)
                .collect(),
            similar: others()
                .filter(|(_, (other, _))| similar.contains(&(organiser.code.as_str(), other.code.as_str())))
                .map(|(other, _)| other)
                .collect(),
            rivals: Vec::new(),
        });
    }
    Ok(organisers)
}

/// Whether two sets of municipalities share one or border each other.
fn meet(own: &[&str], theirs: &[&str], borders: &HashSet<(&str, &str)>) -> bool {
    own.iter().any(|a| theirs.iter().any(|b| a == b || borders.contains(&(*a, *b))))
}

fn category(category: Category) -> matching::Category {
    match category {
        Category::Small => matching::Category::Small,
        Category::Medium => matching::Category::Medium,
        Category::Large => matching::Category::Large,
        Category::Independent => matching::Category::Independent,
    }
}
