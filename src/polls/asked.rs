//! Who is asked, and what they have said.

use std::collections::{BTreeSet, HashMap, HashSet};

use chrono_tz::Tz;
use diesel::prelude::*;

use super::answer::Suits;
use crate::db::Db;
use crate::db::schema::{group_memberships, organisers, people, poll_answers, seats};
use crate::db::types::Id;
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

/// What seats have said of slots.
#[derive(Debug, Clone, Default)]
pub(super) struct Said(HashMap<(i32, Id), Suits>);

impl Said {
    /// What a seat has said of the slot with a number.
    pub fn of(&self, number: i32, seat: Id) -> Option<Suits> {
        self.0.get(&(number, seat)).copied()
    }
}

impl FromIterator<(i32, Id, Suits)> for Said {
    fn from_iter<I: IntoIterator<Item = (i32, Id, Suits)>>(rows: I) -> Self {
        Said(rows.into_iter().map(|(number, seat, suits)| ((number, seat), suits)).collect())
    }
}

/// Everything that was said in a poll, also by seats that have left. One query.
pub(super) fn said_in(db: &mut Db, poll: Id) -> Result<Said> {
    let rows: Vec<(i32, Id, Suits)> = poll_answers::table
        .filter(poll_answers::poll_id.eq(poll))
        .select((poll_answers::number, poll_answers::seat_id, poll_answers::answer))
        .load(db)?;
    Ok(rows.into_iter().collect())
}
