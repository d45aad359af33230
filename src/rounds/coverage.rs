//! Who takes part in a round and who does not: organisers, categories, levels.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::registration::{RegistrationState, registered};
use super::round::Round;
use crate::db::Db;
use crate::db::schema::{network_memberships, organisers as table, seats};
use crate::error::Result;
use crate::networks::{self, MembershipState};
use crate::organisers::{Kind, Organiser};
use crate::seats::Level;

/// An organiser that could take part.
#[derive(Debug, Clone)]
pub struct Covered {
    /// The organiser.
    pub organiser: Organiser,
    /// Levels of its seats that are registered.
    pub registered: Vec<Level>,
    /// Levels of its seats in the network.
    pub members: Vec<Level>,
}

/// The organisers of the network's county (of the country for a network without one), and others with a seat in the
/// network or registered: by name. Seven queries however many they are.
pub fn coverage(db: &mut Db, round: &Round) -> Result<Vec<Covered>> {
    let network = networks::find(db, round.network_id)?;
    let mut taking_part: BTreeMap<String, Vec<Level>> = BTreeMap::new();
    for each in registered(db, round.id)?.into_iter().filter(|each| each.state == RegistrationState::Active) {
        taking_part.entry(each.organiser_code).or_default().push(each.level);
    }
    let mut members: BTreeMap<String, Vec<Level>> = BTreeMap::new();
    let rows: Vec<(String, Level)> = network_memberships::table
        .inner_join(seats::table)
        .filter(network_memberships::network_id.eq(network.id))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select((seats::organiser_code, seats::level))
        .load(db)?;
    for (code, level) in rows {
        members.entry(code).or_default().push(level);
    }
    let own: Vec<&String> = taking_part.keys().chain(members.keys()).collect();
    let wanted = table::table.select(Organiser::as_select()).order((table::name, table::code)).into_boxed();
    let wanted = match &network.county_code {
        Some(county) => {
            wanted.filter(table::county_code.eq(county).assume_not_null().or(table::code.eq_any(own)))
        }
        None => wanted.filter(table::kind.eq(Kind::Municipality).or(table::code.eq_any(own))),
    };
    let organisers: Vec<Organiser> = wanted.load(db)?;
    let covered = |organiser: Organiser| Covered {
        registered: taking_part.remove(&organiser.code).unwrap_or_default(),
        members: members.remove(&organiser.code).unwrap_or_default(),
        organiser,
    };
    Ok(organisers.into_iter().map(covered).collect())
}
