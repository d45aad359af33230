//! Groups made and changed by a coordinator's hand.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::group::{Group, NewGroup, create, find};
use super::mail;
use super::membership::add_member;
use crate::app::App;
use crate::db::schema::network_memberships;
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::meetups;
use crate::networks::MembershipState;

/// Makes a group of seats of the network and tells their holders. [`Error::NotFound`] when a seat is no member of it.
pub fn make_by_hand(tx: &mut Tx<'_>, app: &App, new: &NewGroup, seats: &[Id]) -> Result<Id> {
    let id = create(tx, new, app.clock.now())?;
    let group = find(tx, id)?;
    for seat in seats {
        take_in(tx, app, &group, *seat)?;
    }
    Ok(id)
}

/// Takes a seat into a group and tells its holder. [`Error::NotFound`] when the seat is no member of the network,
/// [`Error::Conflict`] when the group is closed.
pub fn take_in(tx: &mut Tx<'_>, app: &App, group: &Group, seat: Id) -> Result<()> {
    if group.closed_at.is_some() {
        return Err(Error::Conflict("error-group-closed"));
    }
    if !is_in_network(tx, group.network_id, seat)? {
        return Err(Error::NotFound);
    }
    add_member(tx, group.id, seat, "", app.clock.now())?;
    meetups::invite_newcomer(tx, app, group.id, seat)?;
    mail::joined(tx, app, group, seat)
}

fn is_in_network(db: &mut Db, network: Id, seat: Id) -> Result<bool> {
    Ok(diesel::select(exists(
        network_memberships::table
            .filter(network_memberships::network_id.eq(network))
            .filter(network_memberships::seat_id.eq(seat))
            .filter(network_memberships::state.eq(MembershipState::Active)),
    ))
    .get_result(db)?)
}
