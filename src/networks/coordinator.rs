//! Who runs a network.

use diesel::prelude::*;

use super::network::Network;
use crate::db::schema::{network_coordinators, networks, people};
use crate::db::types::Id;
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;

/// The networks a person coordinates, by name; archived ones last.
pub fn coordinated_by_person(db: &mut Db, person: Id) -> Result<Vec<Network>> {
    let mut found: Vec<Network> = networks::table
        .inner_join(network_coordinators::table)
        .filter(network_coordinators::person_id.eq(person))
        .order((networks::name, networks::id))
        .select(Network::as_select())
        .prepared()
        .load(db)?;
    found.sort_by_key(|network| network.archived_at.is_some());
    Ok(found)
}

/// The active coordinators of a network by name, with what it takes to write to them: identifier, name, address,
/// language.
pub fn coordinators_of(db: &mut Db, network: Id) -> Result<Vec<(Id, String, String, Lang)>> {
    Ok(network_coordinators::table
        .inner_join(people::table)
        .filter(network_coordinators::network_id.eq(network))
        .filter(people::disabled_at.is_null())
        .order((people::name, people::id))
        .select((people::id, people::name, people::email, people::language))
        .load(db)?)
}

/// A coordinator as a page names them.
#[derive(Debug, Clone, Queryable)]
pub struct Coordinator {
    /// Identifier.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Protected personal data: the name is not for pages.
    pub protected: bool,
}

/// The active coordinators of a network, for its pages.
pub(super) fn named(db: &mut Db, network: Id) -> Result<Vec<Coordinator>> {
    Ok(network_coordinators::table
        .inner_join(people::table)
        .filter(network_coordinators::network_id.eq(network))
        .filter(people::disabled_at.is_null())
        .order((people::name, people::id))
        .select((people::id, people::name, people::protected))
        .load(db)?)
}

/// Takes the task from a coordinator. [`Error::Conflict`] when there is no other.
pub(super) fn dismiss(tx: &mut Tx<'_>, network: Id, person: Id) -> Result<()> {
    // Two coordinators who dismiss each other at once must not leave nobody.
    tx.lock(network)?;
    let active: Vec<Id> = named(tx, network)?.into_iter().map(|coordinator| coordinator.id).collect();
    if !active.iter().any(|id| *id != person) {
        return Err(Error::Conflict("error-network-last-coordinator"));
    }
    let removed = diesel::delete(
        network_coordinators::table
            .filter(network_coordinators::network_id.eq(network))
            .filter(network_coordinators::person_id.eq(person)),
    )
    .execute(&mut **tx)?;
    if removed == 1 { Ok(()) } else { Err(Error::NotFound) }
}
