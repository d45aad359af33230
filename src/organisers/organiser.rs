//! The organiser row.

use diesel::prelude::*;

use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::schema::organisers;
use crate::error::Result;
use crate::word_enum;

word_enum! {
    /// Who answers for the schools.
    pub enum Kind {
        /// A municipality (kommun).
        Municipality = "municipality",
        /// An independent organiser (enskild huvudman).
        Independent = "independent",
    }
}

word_enum! {
    /// What organisers are grouped by: municipalities by inhabitants, and the independent ones.
    pub enum Category {
        /// Few inhabitants.
        Small = "small",
        /// Between the limits.
        Medium = "medium",
        /// Many inhabitants.
        Large = "large",
        /// Not a municipality.
        Independent = "independent",
    }
}

/// An organiser.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = organisers)]
pub struct Organiser {
    /// Municipality code or organisation number; never changes.
    pub code: String,
    /// Municipality or independent.
    pub kind: Kind,
    /// Name as people say it.
    pub name: String,
    /// Ten digits with a dash.
    pub organisation_number: String,
    /// County, two digits.
    pub county_code: Option<String>,
    /// Name of the county.
    pub county_name: Option<String>,
    /// Inhabitants of a municipality.
    pub inhabitants: Option<i32>,
    /// Pupils known in grade 9: a measure of size for independent organisers.
    pub pupils: Option<i32>,
    /// Year of the size.
    pub size_year: Option<i32>,
    /// SKR group, such as `B4`.
    pub structure_code: Option<String>,
    /// Name of the SKR group.
    pub structure_name: Option<String>,
    /// Longitude of the label point, degrees.
    pub longitude: Option<f64>,
    /// Latitude of the label point, degrees.
    pub latitude: Option<f64>,
    /// As the reference data has it; false when somebody here added or corrected it.
    pub reference: bool,
}

impl Category {
    /// Of an organiser of this kind with so many inhabitants, by the configured limits.
    pub fn of(kind: Kind, inhabitants: Option<i32>, limits: CategoryLimits) -> Self {
        match (kind, inhabitants.unwrap_or(0)) {
            (Kind::Independent, _) => Category::Independent,
            (Kind::Municipality, n) if n < limits.small_below => Category::Small,
            (Kind::Municipality, n) if n < limits.medium_below => Category::Medium,
            (Kind::Municipality, _) => Category::Large,
        }
    }
}

impl Organiser {
    /// The category by the configured limits.
    pub fn category(&self, limits: CategoryLimits) -> Category {
        Category::of(self.kind, self.inhabitants, limits)
    }

    /// Inhabitants of a municipality, pupils of an independent organiser.
    pub fn size(&self) -> Option<i32> {
        match self.kind {
            Kind::Municipality => self.inhabitants,
            Kind::Independent => self.pupils,
        }
    }
}

/// The organiser with this code.
pub fn find(db: &mut Db, code: &str) -> Result<Organiser> {
    Ok(organisers::table.find(code).select(Organiser::as_select()).first(db)?)
}

/// The organisers with these codes, by name.
pub fn by_codes(db: &mut Db, codes: &[String]) -> Result<Vec<Organiser>> {
    Ok(organisers::table
        .filter(organisers::code.eq_any(codes))
        .order(organisers::name)
        .select(Organiser::as_select())
        .load(db)?)
}

/// Every municipality.
pub(super) fn municipalities(db: &mut Db) -> Result<Vec<Organiser>> {
    Ok(organisers::table
        .filter(organisers::kind.eq(Kind::Municipality))
        .order(organisers::code)
        .select(Organiser::as_select())
        .load(db)?)
}

/// Whether there is an organiser with this code.
pub fn exists(db: &mut Db, code: &str) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(organisers::table.find(code))).get_result(db)?)
}
