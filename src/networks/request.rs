//! Those who wait: requests to join, and seats that nobody has confirmed.

use diesel::prelude::*;

use super::membership::MembershipState;
use crate::db::Db;
use crate::db::schema::{network_memberships, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;

/// Most requests shown at once; the rest follows when these are answered.
const MOST: i64 = 50;

/// Somebody who asks to be let in.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Request {
    pub id: Id,
    name: Option<String>,
    protected: Option<bool>,
    pub role: String,
    pub organiser_name: String,
    pub message: String,
    pub requested_at: Timestamp,
}

impl Request {
    /// The name, where others may know it.
    pub fn shown_name(&self) -> Option<&str> {
        self.name.as_deref().filter(|_| self.protected == Some(false))
    }
}

/// The oldest requests of a network that wait for an answer.
pub(super) fn waiting(db: &mut Db, network: Id) -> Result<Vec<Request>> {
    Ok(network_memberships::table
        .inner_join(seats::table.inner_join(organisers::table).left_join(people::table))
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Requested))
        .order((network_memberships::requested_at, network_memberships::id))
        .limit(MOST)
        .select((
            network_memberships::id,
            people::name.nullable(),
            people::protected.nullable(),
            seats::role,
            organisers::name,
            network_memberships::message,
            network_memberships::requested_at,
        ))
        .load(db)?)
}

/// The active memberships of these seats in a network: seat and membership.
pub(super) fn memberships_of_seats(db: &mut Db, network: Id, wanted: &[Id]) -> Result<Vec<(Id, Id)>> {
    Ok(network_memberships::table
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::seat_id.eq_any(wanted))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select((network_memberships::seat_id, network_memberships::id))
        .load(db)?)
}
