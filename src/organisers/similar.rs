//! Kolada's lists of similar municipalities ("Liknande kommuner", RKA). Where they are shown, the page says
//! "Källa: Kolada"; that is never said of our own calculations.

use diesel::prelude::*;

use super::organiser::Organiser;
use super::search::swedish_order;
use crate::db::Db;
use crate::db::schema::{organisers, similar_organisers};
use crate::error::Result;
use crate::word_enum;

word_enum! {
    /// What a list compares by.
    pub enum Area {
        /// Grundskola.
        CompulsorySchool = "compulsory-school",
        /// Förskola.
        Preschool = "preschool",
        /// Fritidshem.
        AfterSchool = "after-school",
        /// Gymnasieskola.
        UpperSecondary = "upper-secondary",
        /// Socioekonomi.
        Socioeconomic = "socioeconomic",
        /// Övergripande.
        Overall = "overall",
    }
}

impl Area {
    /// The area by its name in Kolada.
    pub(super) fn of_kolada(name: &str) -> Option<Area> {
        Some(match name {
            "grundskola" => Area::CompulsorySchool,
            "förskola" => Area::Preschool,
            "fritidshem" => Area::AfterSchool,
            "gymnasieskola" => Area::UpperSecondary,
            "socioekonomi" => Area::Socioeconomic,
            "övergripande" => Area::Overall,
            _ => return None,
        })
    }
}

/// The municipalities that Kolada calls similar to this one, and the year of the list.
pub fn similar_to(db: &mut Db, code: &str, area: Area) -> Result<(Vec<Organiser>, Option<i32>)> {
    let mut rows: Vec<(Organiser, i32)> = similar_organisers::table
        .inner_join(organisers::table.on(organisers::code.eq(similar_organisers::similar_code)))
        .filter(similar_organisers::code.eq(code))
        .filter(similar_organisers::area.eq(area))
        .select((Organiser::as_select(), similar_organisers::year))
        .load(db)?;
    let year = rows.first().map(|(_, year)| *year);
    rows.sort_by(|(a, _), (b, _)| swedish_order(&a.name, &b.name));
    Ok((rows.into_iter().map(|(organiser, _)| organiser).collect(), year))
}
