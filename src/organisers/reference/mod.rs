//! Reference data: embedded, loaded at start, reloaded when an upgrade brings another edition.
//!
//! `config/reference/README.md` says where each file comes from. An edition is the hash of the file and of
//! what its reading depends on; `reference_loads` remembers which are in. Rows that somebody here added or
//! corrected (`reference = false`) are never overwritten, and no organiser is ever removed: seats may hang on it.

mod files;
mod rows;

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use sha2::{Digest, Sha256};

use super::neighbour;
use crate::config::NeighbourFallback;
use crate::db::Tx;
use crate::db::schema::{
    neighbours, organiser_municipalities, organisers, reference_loads, similar_organisers, themes,
};
use crate::db::types::Timestamp;
use crate::error::{Error, Result};
use crate::on_both;

pub(super) use files::{Border, Municipality, municipality_names, theme_names};
pub use files::{counties, municipality_name, swedish_municipalities};
use rows::{ActiveRow, OrganiserRow, SimilarRow, ThemeRow};

/// Counted up when the same files are read in another way.
const READER: u32 = 1;

/// Rows in one insert: well below what either database binds at once.
const CHUNK: usize = 1000;

macro_rules! insert_all {
    ($tx:expr, $table:expr, $rows:expr) => {
        for chunk in $rows.chunks(CHUNK) {
            on_both!($tx, c => diesel::insert_into($table).values(chunk).execute(c))?;
        }
    };
}

/// Loads what is not loaded yet. One small query when everything is.
pub fn load_reference(tx: &mut Tx<'_>, fallback: NeighbourFallback, now: Timestamp) -> Result<()> {
    let loaded: HashMap<String, String> = reference_loads::table
        .select((reference_loads::name, reference_loads::edition))
        .load(&mut **tx)?
        .into_iter()
        .collect();
    let places = format!("{}{}", files::MUNICIPALITIES, files::INDEPENDENT);
    let borders = format!(
        "{}{}{} {}",
        files::NEIGHBOURS,
        files::MUNICIPALITIES,
        fallback.fallback_below,
        fallback.fallback_count
    );
    let parts: [(&str, &str, Load<'_>); 4] = [
        ("organisers", &places, &|tx| organisers_of(tx, now)),
        ("neighbours", &borders, &|tx| neighbours_of(tx, fallback)),
        ("similar_organisers", files::SIMILAR, &similar_of),
        ("themes", files::THEMES, &themes_of),
    ];
    for (name, text, load) in parts {
        let edition = edition(text);
        if loaded.get(name) != Some(&edition) {
            load(tx)?;
            remember(tx, name, &edition, loaded.contains_key(name), now)?;
        }
    }
    Ok(())
}

type Load<'a> = &'a dyn Fn(&mut Tx<'_>) -> Result<()>;

fn edition(text: &str) -> String {
    let hash: String = Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    format!("{READER}-{hash}")
}

fn remember(tx: &mut Tx<'_>, name: &str, edition: &str, known: bool, now: Timestamp) -> Result<()> {
    let values = (reference_loads::edition.eq(edition), reference_loads::loaded_at.eq(now));
    if known {
        diesel::update(reference_loads::table.find(name)).set(values).execute(&mut **tx)?;
    } else {
        let row = (reference_loads::name.eq(name), values.0, values.1);
        diesel::insert_into(reference_loads::table).values(row).execute(&mut **tx)?;
    }
    Ok(())
}

/// Inserts new organisers, brings known ones up to date, and leaves alone what was corrected here.
fn organisers_of(tx: &mut Tx<'_>, now: Timestamp) -> Result<()> {
    let municipalities = files::municipalities()?;
    let independent = files::independent()?;
    let points: HashMap<&str, (f64, f64)> =
        municipalities.iter().map(|m| (m.code.as_str(), (m.latitude, m.longitude))).collect();
    let counties: HashMap<&str, (&str, &str)> = municipalities
        .iter()
        .map(|m| (m.code.as_str(), (m.county_code.as_str(), m.county_name.as_str())))
        .collect();
    let mut rows: Vec<OrganiserRow> =
        municipalities.iter().map(|m| OrganiserRow::municipality(m, now)).collect();
    rows.extend(independent.iter().map(|i| OrganiserRow::independent(i, &points, &counties, now)));

    let known: Vec<(String, bool)> =
        organisers::table.select((organisers::code, organisers::reference)).load(&mut **tx)?;
    let kept: HashSet<&str> =
        known.iter().filter(|(_, reference)| !reference).map(|(code, _)| code.as_str()).collect();
    let known: HashSet<&str> = known.iter().map(|(code, _)| code.as_str()).collect();
    let (old, new): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| known.contains(row.code.as_str()));
    insert_all!(tx, organisers::table, new);
    for row in old.iter().filter(|row| !kept.contains(row.code.as_str())) {
        diesel::update(organisers::table.find(&row.code)).set(row).execute(&mut **tx)?;
    }

    let ours = organisers::table.filter(organisers::reference.eq(true)).select(organisers::code);
    diesel::delete(
        organiser_municipalities::table.filter(organiser_municipalities::organiser_code.eq_any(ours)),
    )
    .execute(&mut **tx)?;
    let active: Vec<ActiveRow<'_>> = independent
        .iter()
        .filter(|i| !kept.contains(i.organisation_number.as_str()))
        .flat_map(|i| {
            i.municipality_codes.split(' ').map(|code| ActiveRow::new(&i.organisation_number, code))
        })
        .collect();
    insert_all!(tx, organiser_municipalities::table, active);
    Ok(())
}

fn neighbours_of(tx: &mut Tx<'_>, fallback: NeighbourFallback) -> Result<()> {
    let rows = neighbour::both_ways(&files::municipalities()?, &files::neighbours()?, fallback);
    diesel::delete(neighbours::table).execute(&mut **tx)?;
    insert_all!(tx, neighbours::table, rows);
    Ok(())
}

fn similar_of(tx: &mut Tx<'_>) -> Result<()> {
    let lists = files::similar()?;
    let rows: Vec<SimilarRow<'_>> = lists.iter().flat_map(SimilarRow::of).collect();
    if rows.len() < lists.len() {
        return Err(Error::message("an empty list in config/reference/similar_municipalities.csv"));
    }
    diesel::delete(similar_organisers::table).execute(&mut **tx)?;
    insert_all!(tx, similar_organisers::table, rows);
    Ok(())
}

/// Themes are renamed and added, never removed: people and stories refer to them.
fn themes_of(tx: &mut Tx<'_>) -> Result<()> {
    let known: HashSet<String> = themes::table.select(themes::slug).load(&mut **tx)?.into_iter().collect();
    let rows: Vec<ThemeRow> = files::themes()?;
    let (old, new): (Vec<_>, Vec<_>) = rows.into_iter().partition(|row| known.contains(&row.slug));
    insert_all!(tx, themes::table, new);
    for row in &old {
        diesel::update(themes::table.find(&row.slug)).set(row).execute(&mut **tx)?;
    }
    Ok(())
}
