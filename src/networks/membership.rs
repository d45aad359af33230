//! Memberships of seats in networks.

use diesel::prelude::*;

use super::network::Network;
use crate::clock;
use crate::db::schema::{network_memberships, networks, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::seats::{self as holders, HeldSeat};
use crate::word_enum;

word_enum! {
    /// How a seat stands in a network.
    pub enum MembershipState {
        /// Asked to join.
        Requested = "requested",
        /// Is a member.
        Active = "active",
        /// Was not let in.
        Declined = "declined",
        /// Has left.
        Left = "left",
    }
}

/// Makes a seat a member at once, whatever it was before.
pub fn join(tx: &mut Tx<'_>, network: Id, seat: Id, now: Timestamp) -> Result<()> {
    let changed = diesel::update(
        network_memberships::table
            .filter(network_memberships::network_id.eq(network))
            .filter(network_memberships::seat_id.eq(seat)),
    )
    .set((
        network_memberships::state.eq(MembershipState::Active),
        network_memberships::decided_at.eq(now),
        network_memberships::left_at.eq(None::<Timestamp>),
    ))
    .execute(&mut **tx)?;
    if changed == 1 {
        return Ok(());
    }
    diesel::insert_into(network_memberships::table)
        .values((
            network_memberships::id.eq(clock::new_id()),
            network_memberships::network_id.eq(network),
            network_memberships::seat_id.eq(seat),
            network_memberships::state.eq(MembershipState::Active),
            network_memberships::message.eq(""),
            network_memberships::requested_at.eq(now),
            network_memberships::decided_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// The networks a person is a member of by any seat, by name.
pub fn of_person(db: &mut Db, person: Id) -> Result<Vec<Network>> {
    Ok(networks::table
        .filter(
            networks::id.eq_any(
                network_memberships::table
                    .inner_join(seats::table)
                    .filter(seats::person_id.eq(person))
                    .filter(network_memberships::state.eq(MembershipState::Active))
                    .select(network_memberships::network_id),
            ),
        )
        .filter(networks::archived_at.is_null())
        .order(networks::name)
        .select(Network::as_select())
        .load(db)?)
}

/// The seats by which a person is a member of a network, by organiser.
pub fn member_seats_of(db: &mut Db, network: Id, person: Id) -> Result<Vec<HeldSeat>> {
    let members: Vec<Id> = network_memberships::table
        .inner_join(seats::table)
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .filter(seats::person_id.eq(person))
        .select(seats::id)
        .load(db)?;
    let mut held = holders::held_by(db, person)?;
    held.retain(|seat| members.contains(&seat.id));
    Ok(held)
}
