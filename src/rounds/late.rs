//! Registering late: after a round is published, until the next one of its network opens. Whoever comes late waits for a
//! coordinator to choose a group, and so do those for whom there was no place.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::mail_after;
use super::registration::{Registration, RegistrationState};
use super::round::Round;
use crate::app::App;
use crate::db::schema::{
    group_memberships, groups, network_memberships, people, registrations, rounds, seats,
};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks::MembershipState;

/// Whether one can register late: the round is published, and no later one of its network is open or was.
pub(super) fn takes_late(db: &mut Db, round: &Round) -> Result<bool> {
    let Some(published) = round.published_at else { return Ok(false) };
    let later = rounds::table
        .filter(rounds::network_id.eq(round.network_id))
        .filter(rounds::cancelled_at.is_null())
        .filter(rounds::created_at.gt(published));
    let later: bool = diesel::select(exists(later)).get_result(db)?;
    Ok(!later)
}

/// [`Error::Conflict`] when the seat is in a group of the round.
pub(super) fn must_wait(db: &mut Db, round: Id, seat: Id) -> Result<()> {
    if with_group(db, round, &[seat])?.is_empty() {
        Ok(())
    } else {
        Err(Error::Conflict("error-late-has-group"))
    }
}

/// Which of these seats are in a group of the round.
pub(super) fn with_group(db: &mut Db, round: Id, wanted: &[Id]) -> Result<Vec<Id>> {
    Ok(group_memberships::table
        .inner_join(groups::table)
        .filter(groups::round_id.eq(round))
        .filter(group_memberships::seat_id.eq_any(wanted))
        .filter(group_memberships::left_at.is_null())
        .select(group_memberships::seat_id)
        .load(db)?)
}

/// Whether a registration for a published round waits for a group.
pub(super) fn waits(db: &mut Db, registration: &Registration) -> Result<bool> {
    let active = registration.state == RegistrationState::Active;
    Ok(active && with_group(db, registration.round_id, &[registration.seat_id])?.is_empty())
}

/// The registrations of a published round that wait for a group: those that count and have none. Whoever has left a group
/// of the round since registering does not wait, nor does who has left the network or has no account any more.
pub(super) fn waiting(db: &mut Db, round: Id) -> Result<Vec<Id>> {
    Ok(waiting_since(db, round)?.into_iter().map(|(id, _)| id).collect())
}

/// As [`waiting`], with when each was registered.
pub(super) fn waiting_since(db: &mut Db, round: Id) -> Result<Vec<(Id, Timestamp)>> {
    let has_had_a_group = exists(
        group_memberships::table
            .inner_join(groups::table)
            .filter(groups::round_id.eq(round))
            .filter(group_memberships::seat_id.eq(registrations::seat_id))
            .filter(
                group_memberships::left_at
                    .is_null()
                    .or(group_memberships::left_at.assume_not_null().ge(registrations::updated_at)),
            ),
    );
    let in_network = exists(
        network_memberships::table
            .filter(network_memberships::seat_id.eq(registrations::seat_id))
            .filter(network_memberships::network_id.eq(rounds::network_id))
            .filter(network_memberships::state.eq(MembershipState::Active)),
    );
    Ok(registrations::table
        .inner_join(rounds::table)
        .inner_join(seats::table.inner_join(people::table))
        .filter(registrations::round_id.eq(round))
        .filter(registrations::state.eq(RegistrationState::Active))
        .filter(people::disabled_at.is_null())
        .filter(diesel::dsl::not(has_had_a_group))
        .filter(in_network)
        .order((registrations::updated_at, registrations::id))
        .select((registrations::id, registrations::updated_at))
        .load(db)?)
}

/// Tells the coordinators of a registration that came after publishing; nothing before. `by` needs no telling.
pub(super) fn tell(tx: &mut Tx<'_>, app: &App, round: Id, registration: Id, by: Option<Id>) -> Result<()> {
    let round = super::round::find(tx, round)?;
    if round.published_at.is_none() {
        return Ok(());
    }
    mail_after::came_late(tx, app, &round, registration, by)
}
