//! Finding whom a wish may concern: the members of one's networks and their organisers.

use std::collections::BTreeSet;

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{network_memberships, organisers, people, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::{Lang, fold};
use crate::networks::MembershipState;

/// Most that a search shows of each kind.
const SHOWN: usize = 20;

/// What a search found, and what to call it.
#[derive(Debug, Clone, Default)]
pub(super) struct Found {
    /// Organisers by code.
    pub organisers: Vec<(String, String)>,
    /// Seats of people, one a person.
    pub people: Vec<(Id, String)>,
    /// Whether there are more than are shown.
    pub more: bool,
}

/// A member of a network of somebody.
#[derive(Queryable)]
struct Row {
    seat: Id,
    person: Id,
    name: String,
    protected: bool,
    role: String,
    code: String,
    organiser: String,
}

/// Members of the networks of `person` by name, role or organiser; protected people are found by role and organiser, and
/// come without a name. Closed accounts are not found. Two queries.
pub(super) fn search(db: &mut Db, person: Id, text: &str, lang: Lang) -> Result<Found> {
    let wanted = fold(text);
    let words: Vec<&str> = wanted.split_whitespace().collect();
    if words.is_empty() {
        return Ok(Found::default());
    }
    let fits = |text: String| words.iter().all(|word| text.contains(word));
    let rows = reachable(db, person)?;
    let (mut found, mut seen, mut codes) = (Found::default(), BTreeSet::new(), BTreeSet::new());
    for row in &rows {
        if fits(fold(&row.organiser)) && codes.insert(&row.code) {
            found.organisers.push((row.code.clone(), row.organiser.clone()));
        }
        let name = if row.protected { "" } else { row.name.as_str() };
        if fits(fold(&format!("{name} {} {}", row.role, row.organiser))) && seen.insert(row.person) {
            let name = if row.protected { lang.t("person-protected") } else { row.name.clone() };
            found.people.push((row.seat, format!("{name}, {}, {}", row.role, row.organiser)));
        }
    }
    found.more = found.people.len() > SHOWN || found.organisers.len() > SHOWN;
    found.people.truncate(SHOWN);
    found.organisers.truncate(SHOWN);
    Ok(found)
}

/// Whether a seat, or an organiser, is among those that `person` can find.
pub(super) fn can_find(db: &mut Db, person: Id, seat: Option<Id>, organiser: Option<&str>) -> Result<bool> {
    let rows = reachable(db, person)?;
    Ok(rows.iter().any(|row| Some(row.seat) == seat || Some(row.code.as_str()) == organiser))
}

fn reachable(db: &mut Db, person: Id) -> Result<Vec<Row>> {
    let networks: Vec<Id> = network_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq(person))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(network_memberships::network_id)
        .load(db)?;
    Ok(network_memberships::table
        .inner_join(seats::table.inner_join(organisers::table).inner_join(people::table))
        .filter(network_memberships::network_id.eq_any(networks))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .filter(people::id.ne(person))
        .filter(people::disabled_at.is_null())
        .filter(people::confirmed_at.is_not_null())
        .order((organisers::name, seats::role, seats::id))
        .select((
            seats::id,
            people::id,
            people::name,
            people::protected,
            seats::role,
            organisers::code,
            organisers::name,
        ))
        .load(db)?)
}
