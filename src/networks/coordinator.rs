//! Who runs a network.

use diesel::prelude::*;

use super::network::Network;
use crate::db::Db;
use crate::db::schema::{network_coordinators, networks, people};
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::Lang;

/// The networks a person coordinates, by name; archived ones last.
pub fn coordinated_by_person(db: &mut Db, person: Id) -> Result<Vec<Network>> {
    let mut found: Vec<Network> = networks::table
        .inner_join(network_coordinators::table)
        .filter(network_coordinators::person_id.eq(person))
        .order((networks::name, networks::id))
        .select(Network::as_select())
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
