//! Who may see a seat's page: the query that is the authorization.

use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::seat::Level;
use crate::db::Db;
use crate::db::schema::{network_coordinators, network_memberships, organisers, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::networks::MembershipState;
use crate::web::CurrentPerson;

/// As what a person sees a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// Holds it.
    Holder,
    /// Coordinates a network that it is in, or runs the installation.
    Coordinator,
}

/// A seat with its organiser.
#[derive(Debug, Clone, Queryable)]
pub struct SeatView {
    /// Identifier.
    pub id: Id,
    /// The organiser.
    pub organiser_code: String,
    /// Its name.
    pub organiser_name: String,
    /// What the role is called.
    pub role: String,
    /// Level.
    pub level: Level,
    /// Who holds it.
    pub person_id: Option<Id>,
    /// Since when.
    pub held_from: Option<NaiveDate>,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// Who confirmed it; nobody when the e-mail domain did.
    pub confirmed_by: Option<Id>,
}

impl SeatView {
    /// Whether its organiser's e-mail domain alone says so of somebody who leads it: what leaders may do waits for a person to vouch.
    pub fn is_led_unvouched(&self) -> bool {
        self.confirmed_at.is_some() && self.person_id.is_some() && self.level.is_unvouched(self.confirmed_by)
    }
}

/// The seat and as what this person sees it.
pub fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(SeatView, Access)> {
    let seat = view(db, id)?;
    if seat.person_id == Some(person.id) {
        return Ok((seat, Access::Holder));
    }
    if person.administrator || coordinates(db, id, person.id)? {
        return Ok((seat, Access::Coordinator));
    }
    Err(Error::NotFound)
}

/// The seat, whoever asks.
pub(super) fn view(db: &mut Db, id: Id) -> Result<SeatView> {
    Ok(seats::table
        .inner_join(organisers::table)
        .filter(seats::id.eq(id))
        .select((
            seats::id,
            seats::organiser_code,
            organisers::name,
            seats::role,
            seats::level,
            seats::person_id,
            seats::held_from,
            seats::confirmed_at,
            seats::confirmed_by,
        ))
        .first(db)?)
}

fn coordinates(db: &mut Db, seat: Id, person: Id) -> Result<bool> {
    let theirs = network_coordinators::table
        .filter(network_coordinators::person_id.eq(person))
        .select(network_coordinators::network_id);
    let memberships = network_memberships::table
        .filter(network_memberships::seat_id.eq(seat))
        .filter(network_memberships::state.eq_any([MembershipState::Active, MembershipState::Requested]))
        .filter(network_memberships::network_id.eq_any(theirs));
    Ok(diesel::select(exists(memberships)).get_result(db)?)
}
