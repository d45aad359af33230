//! What the files become in the database.

use std::collections::HashMap;

use diesel::prelude::*;

use super::files::{Independent, Municipality, SimilarList};
use crate::db::schema::{organiser_municipalities, organisers, similar_organisers, themes};
use crate::db::types::{Id, Timestamp};
use crate::i18n::fold;
use crate::organisers::organiser::Kind;
use crate::organisers::place;
use crate::organisers::similar::Area;

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = organisers, treat_none_as_default_value = false, treat_none_as_null = true)]
pub(super) struct OrganiserRow {
    pub(super) code: String,
    kind: Kind,
    name: String,
    legal_name: Option<String>,
    organisation_number: String,
    county_code: Option<String>,
    county_name: Option<String>,
    inhabitants: Option<i32>,
    pupils: Option<i32>,
    size_year: Option<i32>,
    structure_code: Option<String>,
    structure_name: Option<String>,
    longitude: Option<f64>,
    latitude: Option<f64>,
    search_name: String,
    reference: bool,
    updated_at: Timestamp,
}

impl OrganiserRow {
    pub(super) fn municipality(m: &Municipality, now: Timestamp) -> Self {
        OrganiserRow {
            code: m.code.clone(),
            kind: Kind::Municipality,
            name: m.name.clone(),
            legal_name: Some(m.legal_name.clone()),
            organisation_number: m.organisation_number.clone(),
            county_code: Some(m.county_code.clone()),
            county_name: Some(m.county_name.clone()),
            inhabitants: Some(m.inhabitants),
            pupils: None,
            size_year: Some(m.year),
            structure_code: Some(m.skr_group.clone()),
            structure_name: Some(m.skr_group_name.clone()),
            longitude: Some(m.longitude),
            latitude: Some(m.latitude),
            search_name: fold(&m.name),
            reference: true,
            updated_at: now,
        }
    }

    /// County and position follow from the municipalities: one county, and a middle that says something.
    pub(super) fn independent(
        i: &Independent,
        points: &HashMap<&str, (f64, f64)>,
        counties: &HashMap<&str, (&str, &str)>,
        now: Timestamp,
    ) -> Self {
        let codes: Vec<&str> = i.municipality_codes.split(' ').collect();
        let known: Vec<(f64, f64)> = codes.iter().filter_map(|code| points.get(code).copied()).collect();
        let counties: Vec<(&str, &str)> =
            codes.iter().filter_map(|code| counties.get(code).copied()).collect();
        let county = place::one_county(&counties);
        let middle = place::middle(&known);
        OrganiserRow {
            code: i.organisation_number.clone(),
            kind: Kind::Independent,
            name: i.name.clone(),
            legal_name: None,
            organisation_number: i.organisation_number.clone(),
            county_code: county.map(|(code, _)| code.to_owned()),
            county_name: county.map(|(_, name)| name.to_owned()),
            inhabitants: None,
            pupils: i.pupils,
            size_year: Some(i.year),
            structure_code: None,
            structure_name: None,
            longitude: middle.map(|(_, longitude)| longitude),
            latitude: middle.map(|(latitude, _)| latitude),
            search_name: fold(&i.name),
            reference: true,
            updated_at: now,
        }
    }
}

#[derive(Insertable)]
#[diesel(table_name = organiser_municipalities)]
pub(super) struct ActiveRow<'a> {
    organiser_code: &'a str,
    municipality_code: &'a str,
}

impl<'a> ActiveRow<'a> {
    pub(super) fn new(organiser_code: &'a str, municipality_code: &'a str) -> Self {
        ActiveRow { organiser_code, municipality_code }
    }
}

#[derive(Insertable)]
#[diesel(table_name = similar_organisers)]
pub(super) struct SimilarRow<'a> {
    code: &'a str,
    area: Area,
    similar_code: &'a str,
    year: i32,
}

impl<'a> SimilarRow<'a> {
    /// The rows of one list; none when its area is not one we know.
    pub(super) fn of(list: &'a SimilarList) -> Vec<Self> {
        let Some(area) = Area::of_kolada(&list.area) else { return Vec::new() };
        list.similar_codes
            .split(' ')
            .map(|similar_code| SimilarRow { code: &list.code, area, similar_code, year: list.year })
            .collect()
    }
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = themes)]
pub(super) struct ThemeRow {
    #[diesel(skip_update)]
    pub(super) id: Id,
    pub(super) slug: String,
    pub(super) name_sv: String,
    pub(super) name_en: String,
    pub(super) position: i32,
}
