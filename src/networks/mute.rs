//! Who wants no calls from a network: no mail that a round opens or soon closes. All other mail still comes.

use std::collections::BTreeSet;

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{letter_mutes, network_mutes};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;

/// No more calls for this person from this network. Again is as good as once.
pub fn mute(tx: &mut Tx<'_>, network: Id, person: Id, now: Timestamp) -> Result<()> {
    tx.lock(person)?;
    if is_muted(tx, network, person)? {
        return Ok(());
    }
    diesel::insert_into(network_mutes::table)
        .values((
            network_mutes::network_id.eq(network),
            network_mutes::person_id.eq(person),
            network_mutes::muted_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Calls again.
pub fn unmute(tx: &mut Tx<'_>, network: Id, person: Id) -> Result<()> {
    diesel::delete(network_mutes::table.find((network, person))).execute(&mut **tx)?;
    Ok(())
}

/// Whether this person wants no calls from this network.
pub fn is_muted(db: &mut Db, network: Id, person: Id) -> Result<bool> {
    let found = network_mutes::table.find((network, person));
    Ok(diesel::select(exists(found)).get_result(db)?)
}

/// Whether this person wants no calls, and no letters of its coordinators, from this network. One query.
pub(super) fn silences(db: &mut Db, network: Id, person: Id) -> Result<(bool, bool)> {
    let (calls, letters) =
        (network_mutes::table.find((network, person)), letter_mutes::table.find((network, person)));
    Ok(diesel::select((exists(calls), exists(letters))).get_result(db)?)
}

/// Everybody who wants no calls from this network.
pub fn muted(db: &mut Db, network: Id) -> Result<BTreeSet<Id>> {
    let found = network_mutes::table.filter(network_mutes::network_id.eq(network));
    Ok(found.select(network_mutes::person_id).load(db)?.into_iter().collect())
}
