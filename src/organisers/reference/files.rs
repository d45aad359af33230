//! The embedded files and how they are read.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use serde::Deserialize;
use serde::de::DeserializeOwned;

use super::rows::ThemeRow;
use crate::clock;
use crate::error::{Error, Result};
use crate::organisers::search::swedish_order;

pub(super) const MUNICIPALITIES: &str = include_str!("../../../config/reference/municipalities.csv");
pub(super) const INDEPENDENT: &str = include_str!("../../../config/reference/independent_organisers.csv");
pub(super) const NEIGHBOURS: &str = include_str!("../../../config/reference/neighbours.csv");
pub(super) const SIMILAR: &str = include_str!("../../../config/reference/similar_municipalities.csv");
pub(super) const THEMES: &str = include_str!("../../../config/reference/themes.csv");

/// A line of `municipalities.csv`.
#[derive(Deserialize)]
pub(in crate::organisers) struct Municipality {
    pub(in crate::organisers) code: String,
    pub(super) name: String,
    pub(super) organisation_number: String,
    pub(super) legal_name: String,
    pub(super) county_code: String,
    pub(super) county_name: String,
    pub(super) inhabitants: i32,
    pub(super) year: i32,
    pub(in crate::organisers) longitude: f64,
    pub(in crate::organisers) latitude: f64,
    pub(super) skr_group: String,
    pub(super) skr_group_name: String,
}

/// A line of `independent_organisers.csv`.
#[derive(Deserialize)]
pub(super) struct Independent {
    pub(super) organisation_number: String,
    pub(super) name: String,
    pub(super) pupils: Option<i32>,
    pub(super) year: i32,
    /// Divided by spaces.
    pub(super) municipality_codes: String,
}

/// A line of `neighbours.csv`: a pair, named once.
#[derive(Deserialize)]
pub(in crate::organisers) struct Border {
    pub(in crate::organisers) code: String,
    pub(in crate::organisers) neighbour_code: String,
    /// `land`, `water`, or `point` where the areas only meet in a corner.
    pub(in crate::organisers) kind: String,
}

/// A line of `similar_municipalities.csv`: one of Kolada's lists.
#[derive(Deserialize)]
pub(super) struct SimilarList {
    pub(super) code: String,
    pub(super) area: String,
    pub(super) year: i32,
    /// Divided by spaces.
    pub(super) similar_codes: String,
}

#[derive(Deserialize)]
pub(in crate::organisers) struct Theme {
    pub(in crate::organisers) slug: String,
    pub(in crate::organisers) name_sv: String,
    pub(in crate::organisers) name_en: String,
}

pub(super) fn municipalities() -> Result<Vec<Municipality>> {
    lines("municipalities.csv", MUNICIPALITIES)
}

pub(super) fn independent() -> Result<Vec<Independent>> {
    lines("independent_organisers.csv", INDEPENDENT)
}

pub(super) fn neighbours() -> Result<Vec<Border>> {
    lines("neighbours.csv", NEIGHBOURS)
}

pub(super) fn similar() -> Result<Vec<SimilarList>> {
    lines("similar_municipalities.csv", SIMILAR)
}

/// Themes in the order of the file.
pub(super) fn themes() -> Result<Vec<ThemeRow>> {
    let rows = (1..).zip(theme_names()?);
    Ok(rows
        .map(|(position, t)| ThemeRow {
            id: clock::new_id(),
            slug: t.slug,
            name_sv: t.name_sv,
            name_en: t.name_en,
            position,
        })
        .collect())
}

/// Slug and names of every theme.
pub(in crate::organisers) fn theme_names() -> Result<Vec<Theme>> {
    lines("themes.csv", THEMES)
}

/// Names of the municipalities by code, for maps that are drawn without asking the database.
pub(in crate::organisers) fn municipality_names() -> &'static BTreeMap<String, String> {
    static NAMES: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
        // A broken file stops the program at its start; here it would only leave names out.
        municipalities().unwrap_or_default().into_iter().map(|m| (m.code, m.name)).collect()
    });
    &NAMES
}

/// The name of the municipality with a code.
pub fn municipality_name(code: &str) -> Option<&'static str> {
    municipality_names().get(code).map(String::as_str)
}

/// All municipalities (code, name) by name.
pub fn swedish_municipalities() -> &'static [(String, String)] {
    static BY_NAME: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let names = municipality_names().iter();
        let mut all: Vec<(String, String)> = names.map(|(code, name)| (code.clone(), name.clone())).collect();
        all.sort_by(|one, two| swedish_order(&one.1, &two.1));
        all
    });
    &BY_NAME
}

/// The counties (code, name) by code.
pub fn counties() -> &'static [(String, String)] {
    static COUNTIES: LazyLock<Vec<(String, String)>> = LazyLock::new(|| {
        let all = municipalities().unwrap_or_default().into_iter();
        let by_code: BTreeMap<String, String> = all.map(|m| (m.county_code, m.county_name)).collect();
        by_code.into_iter().collect()
    });
    &COUNTIES
}

fn lines<T: DeserializeOwned>(file: &str, text: &str) -> Result<Vec<T>> {
    csv::Reader::from_reader(text.as_bytes())
        .into_deserialize()
        .collect::<Result<_, _>>()
        .map_err(|error| Error::message(format!("config/reference/{file}: {error}")))
}
