//! Who is asked, and what they have said.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono_tz::Tz;
use diesel::prelude::*;

use super::answer::Suits;
use crate::db::schema::{group_memberships, organisers, people, poll_replies, seats};
use crate::db::types::Id;
use crate::db::{Db, Prepare};
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers::swedish_order;

/// A present member of the group who can answer.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Asked {
    pub seat: Id,
    pub person: Id,
    pub email: String,
    pub name: String,
    pub protected: bool,
    pub lang: Lang,
    zone: String,
    /// When they can usually meet, as [`crate::accounts::half_days`] takes it.
    pub availability: i32,
    pub role: String,
    pub organiser: String,
    /// Code of the county that the organiser is in, if it is in one.
    county: Option<String>,
}

impl Asked {
    /// The name as the others see it.
    pub fn shown(&self, lang: Lang) -> String {
        if self.protected { lang.t("person-protected") } else { self.name.clone() }
    }

    pub fn zone(&self) -> Tz {
        self.zone.parse().unwrap_or(Tz::Europe__Stockholm)
    }
}

#[cfg(test)]
impl Asked {
    /// Somebody, for tests.
    pub fn for_test(seat: Id, person: Id) -> Self {
        let (email, name, role, organiser) = ("a@x.example", "A", "Rektor", "Höör");
        Asked {
            seat,
            person,
            email: email.into(),
            name: name.into(),
            protected: false,
            lang: Lang::Swedish,
            zone: "Europe/Stockholm".into(),
            availability: 0,
            role: role.into(),
            organiser: organiser.into(),
            county: None,
        }
    }
}

/// The present holders of the group's seats by organiser, without vacant seats and disabled accounts; a person with two seats
/// comes once, by the one that joined first. One query.
pub(super) fn asked_in(db: &mut Db, group: Id) -> Result<Vec<Asked>> {
    let mut all: Vec<Asked> = group_memberships::table
        .inner_join(seats::table.inner_join(organisers::table).inner_join(people::table))
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::left_at.is_null())
        .filter(people::disabled_at.is_null())
        .order((group_memberships::joined_at, seats::id))
        .select((
            seats::id,
            people::id,
            people::email,
            people::name,
            people::protected,
            people::language,
            people::time_zone,
            people::availability,
            seats::role,
            organisers::name,
            organisers::county_code,
        ))
        .prepared()
        .load(db)?;
    let mut seen = HashSet::new();
    all.retain(|each| seen.insert(each.person));
    all.sort_by(|one, two| {
        let by_role = || (&one.role, one.seat).cmp(&(&two.role, two.seat));
        swedish_order(&one.organiser, &two.organiser).then_with(by_role)
    });
    Ok(all)
}

/// The codes of the counties that those who are asked work in.
pub(super) fn counties_of(asked: &[Asked]) -> Vec<String> {
    let codes: BTreeSet<&String> = asked.iter().filter_map(|each| each.county.as_ref()).collect();
    codes.into_iter().cloned().collect()
}

/// What one seat has said of slots, by their numbers.
#[derive(Debug, Clone, Default)]
pub(super) struct Row(Vec<(i32, Suits)>);

impl Row {
    /// What it has said of the slot with a number.
    pub fn of(&self, number: i32) -> Option<Suits> {
        let at = self.0.binary_search_by_key(&number, |(number, _)| *number).ok()?;
        self.0.get(at).map(|(_, suits)| *suits)
    }
}

/// What seats have said of slots.
#[derive(Debug, Clone, Default)]
pub(super) struct Said(HashMap<Id, Row>);

impl Said {
    /// What a seat has said.
    pub fn by(&self, seat: Id) -> &Row {
        const NOTHING: &Row = &Row(Vec::new());
        self.0.get(&seat).unwrap_or(NOTHING)
    }

    /// What a seat has said of the slot with a number.
    pub fn of(&self, number: i32, seat: Id) -> Option<Suits> {
        self.by(seat).of(number)
    }
}

impl FromIterator<(Id, Vec<(i32, Suits)>)> for Said {
    fn from_iter<I: IntoIterator<Item = (Id, Vec<(i32, Suits)>)>>(rows: I) -> Self {
        let sorted = |(seat, mut row): (Id, Vec<(i32, Suits)>)| {
            row.sort_unstable_by_key(|(number, _)| *number);
            (seat, Row(row))
        };
        Said(rows.into_iter().map(sorted).collect())
    }
}

/// Everything that was said in a poll, also by seats that have left. One query, with one row for each seat: 40 people and 20
/// slots are 800 answers.
pub(super) fn said_in(db: &mut Db, poll: Id) -> Result<Said> {
    let rows: Vec<(Id, String)> = poll_replies::table
        .filter(poll_replies::poll_id.eq(poll))
        .select((poll_replies::seat_id, poll_replies::answers))
        .prepared()
        .load(db)?;
    Ok(rows
        .iter()
        .map(|(seat, answers)| (*seat, answers.split(' ').filter_map(number_and_word).collect()))
        .collect())
}

/// `12yes` is yes to slot 12.
fn number_and_word(text: &str) -> Option<(i32, Suits)> {
    let (number, word) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    Some((number.parse().ok()?, word.parse().ok()?))
}
