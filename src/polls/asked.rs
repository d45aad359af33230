//! Who is asked, and what they have said.

use std::collections::{BTreeSet, HashSet};

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
    /// What the seat has said of slots.
    #[diesel(deserialize_as = Option<String>)]
    pub said: Row,
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
    /// Somebody who has said something, for tests.
    pub fn for_test(seat: Id, person: Id, said: Row) -> Self {
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
            said,
        }
    }
}

/// The present holders of the group's seats by organiser, without vacant seats and disabled accounts; a person with two seats
/// comes once, by the one that joined first. With what they have said in a poll, if there is one yet. One query, with one row
/// for each seat: 40 people and 20 slots are 800 answers.
pub(super) fn asked_in(db: &mut Db, group: Id, poll: Option<Id>) -> Result<Vec<Asked>> {
    let said = poll_replies::seat_id.eq(seats::id).and(poll_replies::poll_id.nullable().eq(poll));
    let mut all: Vec<Asked> = group_memberships::table
        .inner_join(seats::table.inner_join(organisers::table).inner_join(people::table))
        .left_join(poll_replies::table.on(said))
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
            poll_replies::answers.nullable(),
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

impl FromIterator<(i32, Suits)> for Row {
    fn from_iter<I: IntoIterator<Item = (i32, Suits)>>(said: I) -> Self {
        let mut row: Vec<(i32, Suits)> = said.into_iter().collect();
        row.sort_unstable_by_key(|(number, _)| *number);
        Row(row)
    }
}

/// As `poll_replies` has it.
impl From<Option<String>> for Row {
    fn from(answers: Option<String>) -> Self {
        answers.iter().flat_map(|answers| answers.split(' ')).filter_map(number_and_word).collect()
    }
}

/// `12yes` is yes to slot 12.
fn number_and_word(text: &str) -> Option<(i32, Suits)> {
    let (number, word) = text.split_at(text.find(|c: char| !c.is_ascii_digit())?);
    Some((number.parse().ok()?, word.parse().ok()?))
}
