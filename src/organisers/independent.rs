//! Adding and correcting independent organisers. Those of the reference data become ours when corrected: a new
//! edition leaves them alone. Municipalities are nobody's to edit.

use diesel::prelude::*;

use super::editor::Editor;
use super::organiser::{self, Kind};
use super::place;
use crate::db::Tx;
use crate::db::constraint;
use crate::db::schema::{organiser_municipalities, organisers};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::i18n::fold;
use crate::on_both;

/// What an independent organiser is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Independent {
    /// Name.
    pub name: String,
    /// Organisation number as `556016-0680`.
    pub number: String,
    /// Pupils, where known.
    pub pupils: Option<i32>,
    /// Codes of the municipalities where it runs schools; at least one.
    pub municipalities: Vec<String>,
}

/// Adds an independent organiser; its code. [`Error::Conflict`] when the organisation number is taken.
pub fn add(tx: &mut Tx<'_>, new: &Independent, by: &Editor) -> Result<String> {
    let place = PlaceOf::municipalities(tx, &new.municipalities)?;
    diesel::insert_into(organisers::table)
        .values((
            organisers::code.eq(&new.number),
            organisers::kind.eq(Kind::Independent),
            Row::of(new, &place, by),
        ))
        .execute(&mut **tx)
        .map_err(taken)?;
    set_municipalities(tx, &new.number, &new.municipalities)?;
    by.did(tx, "organiser-added", new.number.clone())?;
    Ok(new.number.clone())
}

/// Corrects an independent organiser. Its code stays, whatever its number becomes.
pub fn correct(tx: &mut Tx<'_>, code: &str, to: &Independent, by: &Editor) -> Result<()> {
    if organiser::find(tx, code)?.kind != Kind::Independent {
        return Err(Error::NotFound);
    }
    let place = PlaceOf::municipalities(tx, &to.municipalities)?;
    diesel::update(organisers::table.find(code))
        .set(Row::of(to, &place, by))
        .execute(&mut **tx)
        .map_err(taken)?;
    diesel::delete(organiser_municipalities::table.filter(organiser_municipalities::organiser_code.eq(code)))
        .execute(&mut **tx)?;
    set_municipalities(tx, code, &to.municipalities)?;
    by.did(tx, "organiser-corrected", code.to_owned())
}

fn taken(error: diesel::result::Error) -> Error {
    match constraint::is_any_unique_violation(&error) {
        true => Error::Conflict("organiser-error-number-taken"),
        false => error.into(),
    }
}

fn set_municipalities(tx: &mut Tx<'_>, code: &str, municipalities: &[String]) -> Result<()> {
    let rows: Vec<_> = municipalities
        .iter()
        .map(|each| {
            (
                organiser_municipalities::organiser_code.eq(code),
                organiser_municipalities::municipality_code.eq(each),
            )
        })
        .collect();
    on_both!(tx, c => diesel::insert_into(organiser_municipalities::table).values(&rows).execute(c))?;
    Ok(())
}

/// What follows from the municipalities.
struct PlaceOf {
    county: Option<(String, String)>,
    middle: Option<(f64, f64)>,
}

impl PlaceOf {
    /// [`Error::NotFound`] unless every code is a municipality's.
    fn municipalities(tx: &mut Tx<'_>, codes: &[String]) -> Result<Self> {
        let found = organiser::by_codes(tx, codes)?;
        if found.is_empty()
            || found.len() != codes.len()
            || found.iter().any(|m| m.kind != Kind::Municipality)
        {
            return Err(Error::NotFound);
        }
        let counties: Vec<(&str, &str)> =
            found.iter().filter_map(|m| m.county_code.as_deref().zip(m.county_name.as_deref())).collect();
        let points: Vec<(f64, f64)> = found.iter().filter_map(|m| m.latitude.zip(m.longitude)).collect();
        let county = place::one_county(&counties).map(|(code, name)| (code.to_owned(), name.to_owned()));
        Ok(PlaceOf { county, middle: place::middle(&points) })
    }
}

#[derive(Insertable, AsChangeset)]
#[diesel(table_name = organisers, treat_none_as_null = true)]
struct Row<'a> {
    name: &'a str,
    organisation_number: &'a str,
    county_code: Option<&'a str>,
    county_name: Option<&'a str>,
    pupils: Option<i32>,
    size_year: Option<i32>,
    longitude: Option<f64>,
    latitude: Option<f64>,
    search_name: String,
    reference: bool,
    updated_at: Timestamp,
    updated_by: Option<Id>,
}

impl<'a> Row<'a> {
    fn of(organiser: &'a Independent, place: &'a PlaceOf, by: &Editor) -> Self {
        let county = place.county.as_ref();
        Row {
            name: &organiser.name,
            organisation_number: &organiser.number,
            county_code: county.map(|(code, _)| code.as_str()),
            county_name: county.map(|(_, name)| name.as_str()),
            pupils: organiser.pupils,
            size_year: organiser.pupils.map(|_| chrono::Datelike::year(&by.now.0)),
            longitude: place.middle.map(|(_, longitude)| longitude),
            latitude: place.middle.map(|(latitude, _)| latitude),
            search_name: fold(&organiser.name),
            reference: false,
            updated_at: by.now,
            updated_by: by.person,
        }
    }
}
