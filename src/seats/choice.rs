//! Choosing an organiser and a role in a form, without scripts: a text field, and candidates when it is unclear.

use chrono::{Datelike, NaiveDate};

use super::seat::{Level, NewSeat};
use crate::config::CategoryLimits;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::{Lang, fold};
use crate::organisers::{self, Filter, Organiser};
use crate::web::forms::{Check, Fields};

/// Most candidates that a page shows.
const MOST: usize = 12;

/// What the typed organiser may mean: fields `organiser` (name or code) and `organiser_code` (a chosen candidate).
#[derive(Debug, Clone, Default)]
pub struct OrganiserChoice {
    /// The one that is meant, when it is clear.
    pub organiser: Option<Organiser>,
    /// Those that may be meant, when it is not.
    pub candidates: Vec<Organiser>,
    blank: bool,
}

impl OrganiserChoice {
    /// Notes what is wrong; the code of the organiser, empty only together with an error.
    pub fn check(&self, check: &mut Check<'_>) -> String {
        match &self.organiser {
            Some(organiser) => return organiser.code.clone(),
            None if self.blank => check.fail("organiser", "error-required"),
            None if self.candidates.is_empty() => check.fail("organiser", "error-organiser-unknown"),
            None => check.fail("organiser", "error-organiser-unclear"),
        }
        String::new()
    }
}

/// Finds out which organiser a form means.
pub fn choose_organiser(db: &mut Db, fields: &Fields, limits: CategoryLimits) -> Result<OrganiserChoice> {
    let text: String = fields.text("organiser").chars().take(200).collect();
    let wanted = fold(&text);
    if wanted.is_empty() {
        return Ok(OrganiserChoice { blank: true, ..OrganiserChoice::default() });
    }
    let found = organisers::search(db, &Filter { text, ..Filter::default() }, limits)?;
    let chosen = fields.text("organiser_code");
    let exact: Vec<&Organiser> = found.organisers.iter().filter(|one| fold(&one.name) == wanted).collect();
    let organiser =
        match (found.organisers.iter().find(|one| one.code == chosen), found.organisers.as_slice()) {
            (Some(one), _) => Some(one.clone()),
            (None, [one]) => Some(one.clone()),
            (None, _) => match exact.as_slice() {
                [one] => Some((*one).clone()),
                _ => None,
            },
        };
    let candidates =
        if organiser.is_none() { found.organisers.into_iter().take(MOST).collect() } else { Vec::new() };
    Ok(OrganiserChoice { organiser, candidates, blank: false })
}

/// The other fields of a seat: `role`, `level`, `held_from`.
#[derive(Debug, Clone)]
pub struct SeatFields {
    role: String,
    level: Option<Level>,
    held_from: NaiveDate,
}

impl SeatFields {
    /// Checks the fields; `held_from` may not lie ahead.
    pub fn check(check: &mut Check<'_>, today: NaiveDate) -> Self {
        let role = check.text("role", 2..=120);
        let level = check.choice("level");
        let held_from = check.date("held_from").unwrap_or(today);
        if held_from > today || held_from.year() < 1950 {
            check.fail("held_from", "error-seat-from");
        }
        SeatFields { role, level, held_from }
    }

    /// The seat to make, for a person at an organiser.
    pub fn seat_for(self, organiser_code: String, person_id: Id) -> NewSeat {
        let level = self.level.unwrap_or(Level::Administration);
        NewSeat { organiser_code, role: self.role, level, person_id, held_from: self.held_from }
    }
}

/// What `seats/_seat_fields.html` needs as `seat`.
pub struct SeatForm {
    /// Value, label and hint of the levels.
    pub levels: Vec<(String, String, String)>,
    /// Code, name and county of the organisers that may be meant.
    pub candidates: Vec<(String, String, String)>,
    /// Roles to suggest.
    pub roles: Vec<String>,
    /// Today, as browsers write dates.
    pub today: String,
}

impl SeatForm {
    /// For a page in a language.
    pub fn new(lang: Lang, choice: &OrganiserChoice, today: NaiveDate) -> Self {
        let levels = Level::ALL.iter().map(|level| {
            let (label, hint) = (lang.t(&format!("level-{level}")), lang.t(&format!("level-{level}-hint")));
            (level.word().to_owned(), label, hint)
        });
        let candidates = choice.candidates.iter().map(|one| {
            let place = one.county_name.clone().unwrap_or_else(|| lang.t("seat-organiser-independent"));
            (one.code.clone(), one.name.clone(), place)
        });
        let roles = lang.t("seat-role-suggestions");
        SeatForm {
            levels: levels.collect(),
            candidates: candidates.collect(),
            roles: roles.split(';').map(|role| role.trim().to_owned()).collect(),
            today: today.to_string(),
        }
    }
}
