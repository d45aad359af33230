//! The list of networks: public ones for everybody, and those one belongs to.

use std::collections::{HashMap, HashSet};

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::membership::MembershipState;
use super::network::{Network, Visibility};
use crate::db::Db;
use crate::db::schema::{network_coordinators, network_memberships, networks, organisers, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::fold;
use crate::web::CurrentPerson;

/// A network in the list.
pub(super) struct Listed {
    pub network: Network,
    pub members: i64,
    pub county: String,
    pub coordinated: bool,
    pub joined: bool,
}

/// What a visitor looks for.
#[derive(Default)]
pub(super) struct Search {
    pub text: String,
    pub county: String,
}

/// The networks a visitor may find, their own first, then by name.
pub(super) fn listed(db: &mut Db, visitor: Option<&CurrentPerson>, search: &Search) -> Result<Vec<Listed>> {
    let (coordinated, joined) = match visitor {
        Some(person) => own(db, person.id)?,
        None => Default::default(),
    };
    let administrator = visitor.is_some_and(|person| person.administrator);
    let every: Vec<Network> =
        networks::table.order((networks::name, networks::id)).select(Network::as_select()).load(db)?;
    let counties: HashMap<String, String> = counties(db)?.into_iter().collect();
    let wanted = fold(&search.text);
    let mut found: Vec<Listed> = every
        .into_iter()
        .map(|network| Listed {
            county: network
                .county_code
                .as_ref()
                .and_then(|code| counties.get(code))
                .cloned()
                .unwrap_or_default(),
            coordinated: coordinated.contains(&network.id),
            joined: joined.contains(&network.id),
            members: 0,
            network,
        })
        .filter(|each| {
            let closed = each.network.archived_at.is_some();
            let runs = each.coordinated || administrator;
            runs || (!closed && (each.joined || each.network.visibility == Visibility::Public))
        })
        .filter(|each| search.county.is_empty() || each.network.county_code.as_ref() == Some(&search.county))
        .filter(|each| fold(&format!("{} {}", each.network.name, each.county)).contains(&wanted))
        .collect();
    found.sort_by_key(|each| (each.network.archived_at.is_some(), !(each.coordinated || each.joined)));
    Ok(found)
}

/// Fills in how many seats are members of each of these networks.
pub(super) fn count_members(db: &mut Db, listed: &mut [Listed]) -> Result<()> {
    let ids: Vec<Id> = listed.iter().map(|each| each.network.id).collect();
    let counts: Vec<(Id, i64)> = network_memberships::table
        .filter(network_memberships::network_id.eq_any(ids))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .group_by(network_memberships::network_id)
        .select((network_memberships::network_id, count_star()))
        .load(db)?;
    let counts: HashMap<Id, i64> = counts.into_iter().collect();
    for each in listed {
        each.members = counts.get(&each.network.id).copied().unwrap_or(0);
    }
    Ok(())
}

/// The counties, code and name, by name.
pub(super) fn counties(db: &mut Db) -> Result<Vec<(String, String)>> {
    let rows: Vec<(Option<String>, Option<String>)> = organisers::table
        .filter(organisers::county_code.is_not_null())
        .filter(organisers::county_name.is_not_null())
        .select((organisers::county_code, organisers::county_name))
        .distinct()
        .load(db)?;
    let mut counties: Vec<(String, String)> =
        rows.into_iter().filter_map(|(code, name)| Some((code?, name?))).collect();
    counties.sort_by_key(|(_, name)| fold(name));
    counties.dedup_by(|one, other| one.0 == other.0);
    Ok(counties)
}

fn own(db: &mut Db, person: Id) -> Result<(HashSet<Id>, HashSet<Id>)> {
    let coordinated: Vec<Id> = network_coordinators::table
        .filter(network_coordinators::person_id.eq(person))
        .select(network_coordinators::network_id)
        .load(db)?;
    let joined: Vec<Id> = network_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq(person))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(network_memberships::network_id)
        .load(db)?;
    Ok((coordinated.into_iter().collect(), joined.into_iter().collect()))
}
