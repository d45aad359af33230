//! Who may see and run a network: the queries that are the authorization.

use std::collections::BTreeMap;

use diesel::dsl::exists;
use diesel::prelude::*;

use super::membership::MembershipState;
use super::network::{Network, Visibility};
use crate::db::Db;
use crate::db::schema::{network_coordinators, network_memberships, networks, seats};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::web::CurrentPerson;

/// The network called `slug`, if this visitor may see that it exists.
pub fn visible(db: &mut Db, slug: &str, visitor: Option<&CurrentPerson>) -> Result<Network> {
    let network: Network =
        networks::table.filter(networks::slug.eq(slug)).select(Network::as_select()).first(db)?;
    if network.visibility == Visibility::Public {
        return Ok(network);
    }
    let person = visitor.ok_or(Error::NotFound)?;
    if is_member(db, network.id, person.id)? || is_coordinator(db, network.id, person)? {
        Ok(network)
    } else {
        Err(Error::NotFound)
    }
}

/// The network called `slug`, if this person coordinates it.
pub fn coordinated(db: &mut Db, slug: &str, person: &CurrentPerson) -> Result<Network> {
    let network: Network =
        networks::table.filter(networks::slug.eq(slug)).select(Network::as_select()).first(db)?;
    if is_coordinator(db, network.id, person)? { Ok(network) } else { Err(Error::NotFound) }
}

/// As [`coordinated`], by identifier.
pub fn coordinated_by_id(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<Network> {
    if !is_coordinator(db, id, person)? {
        return Err(Error::NotFound);
    }
    Ok(networks::table.find(id).select(Network::as_select()).first(db)?)
}

/// Whether this person runs the network; administrators run all.
pub fn is_coordinator(db: &mut Db, network: Id, person: &CurrentPerson) -> Result<bool> {
    if person.administrator {
        return Ok(true);
    }
    Ok(diesel::select(exists(
        network_coordinators::table
            .filter(network_coordinators::network_id.eq(network))
            .filter(network_coordinators::person_id.eq(person.id)),
    ))
    .get_result(db)?)
}

/// Whether a seat of this person is a member.
pub fn is_member(db: &mut Db, network: Id, person: Id) -> Result<bool> {
    Ok(diesel::select(exists(
        network_memberships::table
            .inner_join(seats::table)
            .filter(network_memberships::network_id.eq(network))
            .filter(network_memberships::state.eq(MembershipState::Active))
            .filter(seats::person_id.eq(person)),
    ))
    .get_result(db)?)
}

/// The network with this identifier, whoever asks.
pub fn find(db: &mut Db, id: Id) -> Result<Network> {
    Ok(networks::table.find(id).select(Network::as_select()).first(db)?)
}

/// The names of some networks, whoever asks.
pub fn names_of(db: &mut Db, ids: &[Id]) -> Result<BTreeMap<Id, String>> {
    let names: Vec<(Id, String)> =
        networks::table.filter(networks::id.eq_any(ids)).select((networks::id, networks::name)).load(db)?;
    Ok(names.into_iter().collect())
}

/// The network called `slug`, whoever asks.
pub fn by_slug(db: &mut Db, slug: &str) -> Result<Network> {
    Ok(networks::table.filter(networks::slug.eq(slug)).select(Network::as_select()).first(db)?)
}
