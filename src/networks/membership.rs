//! Memberships of seats in networks.

use diesel::prelude::*;

use super::network::Network;
use crate::clock;
use crate::db::schema::{network_memberships, networks, organisers, seats};
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

/// Asks for a seat to become a member; the membership, or nothing when the seat is a member or waits already.
pub(super) fn request(
    tx: &mut Tx<'_>,
    network: Id,
    seat: Id,
    message: &str,
    now: Timestamp,
) -> Result<Option<Id>> {
    tx.lock(seat)?;
    let known: Option<(Id, MembershipState)> = network_memberships::table
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::seat_id.eq(seat))
        .select((network_memberships::id, network_memberships::state))
        .first(&mut **tx)
        .optional()?;
    let asked = (
        network_memberships::state.eq(MembershipState::Requested),
        network_memberships::message.eq(message),
        network_memberships::requested_at.eq(now),
        network_memberships::decided_at.eq(None::<Timestamp>),
        network_memberships::left_at.eq(None::<Timestamp>),
    );
    match known {
        Some((_, MembershipState::Active | MembershipState::Requested)) => Ok(None),
        Some((id, _)) => {
            diesel::update(network_memberships::table.find(id)).set(asked).execute(&mut **tx)?;
            Ok(Some(id))
        }
        None => {
            let id = clock::new_id();
            let row = (
                network_memberships::id.eq(id),
                network_memberships::network_id.eq(network),
                network_memberships::seat_id.eq(seat),
            );
            diesel::insert_into(network_memberships::table).values((row, asked)).execute(&mut **tx)?;
            Ok(Some(id))
        }
    }
}

/// Lets a seat in or declines it; whether it still waited for that.
pub(super) fn decide(tx: &mut Tx<'_>, membership: Id, accept: bool, by: Id, now: Timestamp) -> Result<bool> {
    let state = if accept { MembershipState::Active } else { MembershipState::Declined };
    let waiting = network_memberships::table
        .find(membership)
        .filter(network_memberships::state.eq(MembershipState::Requested));
    let changed = diesel::update(waiting)
        .set((
            network_memberships::state.eq(state),
            network_memberships::decided_by.eq(by),
            network_memberships::decided_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Ends a membership or takes a request back. Nothing happens when it has ended.
pub(super) fn end(tx: &mut Tx<'_>, membership: Id, now: Timestamp) -> Result<()> {
    let present = network_memberships::table
        .find(membership)
        .filter(network_memberships::state.eq_any([MembershipState::Active, MembershipState::Requested]));
    diesel::update(present)
        .set((network_memberships::state.eq(MembershipState::Left), network_memberships::left_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(())
}

/// A membership and whose it is.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Membership {
    pub id: Id,
    pub seat_id: Id,
    pub state: MembershipState,
    pub person_id: Option<Id>,
    pub role: String,
    pub organiser_name: String,
}

/// A membership of this network. Who may act on it is for the caller to say.
pub(super) fn find_membership(db: &mut Db, network: Id, id: Id) -> Result<Membership> {
    let found = of_network(network).filter(network_memberships::id.eq(id)).first(db)?;
    Ok(found)
}

/// How the seats of a person stand in a network, whatever the state.
pub(super) fn memberships_of(db: &mut Db, network: Id, person: Id) -> Result<Vec<Membership>> {
    Ok(of_network(network).filter(seats::person_id.eq(person)).load(db)?)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of_network(network: Id) -> _ {
    network_memberships::table
        .inner_join(seats::table.inner_join(organisers::table))
        .filter(network_memberships::network_id.eq(network))
        .select((
            network_memberships::id,
            network_memberships::seat_id,
            network_memberships::state,
            seats::person_id,
            seats::role,
            organisers::name,
        ))
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
