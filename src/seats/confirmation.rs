//! Who vouches for a seat: the e-mail domain of the organiser, or a coordinator.

use diesel::prelude::*;

use super::access::{Access, visible};
use super::mail::Confirmed;
use super::seat::{Level, NewSeat, create};
use crate::app::App;
use crate::db::schema::{network_memberships, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks::MembershipState;
use crate::organisers::organiser_of_domain;
use crate::web::CurrentPerson;

/// A seat that waits for somebody to vouch for it.
#[derive(Debug, Clone, Queryable)]
pub struct PendingSeat {
    /// The seat.
    pub id: Id,
    /// Who says they hold it; nothing for protected people.
    pub name: Option<String>,
    /// What the role is called.
    pub role: String,
    /// Level.
    pub level: Level,
    /// Name of the organiser.
    pub organiser_name: String,
    /// Since when it waits.
    pub created_at: Timestamp,
}

/// Makes a seat as its holder claims it; confirmed at once when their proven e-mail domain is the organiser's.
pub fn claim(tx: &mut Tx<'_>, new: &NewSeat, now: Timestamp) -> Result<Id> {
    let seat = create(tx, new, now)?;
    confirm_by_domain(tx, new.person_id, now)?;
    Ok(seat)
}

/// Confirms the seats of a person at the organiser that their e-mail domain belongs to. Does nothing before the
/// address is confirmed.
pub fn confirm_by_domain(tx: &mut Tx<'_>, person: Id, now: Timestamp) -> Result<()> {
    let email: Option<String> = people::table
        .find(person)
        .filter(people::confirmed_at.is_not_null())
        .select(people::email)
        .first(&mut **tx)
        .optional()?;
    let Some(email) = email else { return Ok(()) };
    let Some(organiser) = organiser_of_domain(tx, &email)? else { return Ok(()) };
    let theirs = seats::table.filter(seats::person_id.eq(person)).filter(seats::organiser_code.eq(organiser));
    diesel::update(theirs.filter(seats::confirmed_at.is_null()))
        .set(seats::confirmed_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}

/// Confirms a seat; `by` is the coordinator, or nobody when the e-mail domain did it. Where that has done it before, the coordinator
/// vouches for the seat too: there is something that only those may do for whom a person does.
///
/// Whether this call confirmed it: a confirmed seat stays so.
pub fn confirm(tx: &mut Tx<'_>, seat: Id, by: Option<Id>, now: Timestamp) -> Result<bool> {
    let changed = diesel::update(seats::table.find(seat).filter(seats::confirmed_at.is_null()))
        .set((seats::confirmed_at.eq(now), seats::confirmed_by.eq(by)))
        .execute(&mut **tx)?;
    if let (0, Some(by)) = (changed, by) {
        diesel::update(seats::table.find(seat).filter(seats::confirmed_by.is_null()))
            .set(seats::confirmed_by.eq(by))
            .execute(&mut **tx)?;
    }
    Ok(changed == 1)
}

/// Confirms a seat as a coordinator of a network it is in, and tells the holder. [`Error::NotFound`] for everybody
/// else, the holder included: nobody vouches for themselves.
pub fn confirm_as(tx: &mut Tx<'_>, app: &App, seat: Id, person: &CurrentPerson) -> Result<()> {
    let (view, access) = visible(tx, seat, person)?;
    let holder = view.person_id.filter(|_| access == Access::Coordinator).ok_or(Error::NotFound)?;
    if confirm(tx, seat, Some(person.id), app.clock.now())? {
        Confirmed::queue(tx, app, &view, holder)
    } else {
        Ok(())
    }
}

/// The unconfirmed seats of a network's members and of those who ask to join, longest waiting first.
pub fn pending_in_network(db: &mut Db, network: Id) -> Result<Vec<PendingSeat>> {
    type Row = (Id, String, bool, String, Level, String, Timestamp);
    let rows: Vec<Row> = network_memberships::table
        .inner_join(seats::table.inner_join(organisers::table).inner_join(people::table))
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq_any([MembershipState::Active, MembershipState::Requested]))
        .filter(seats::confirmed_at.is_null())
        .filter(people::confirmed_at.is_not_null())
        .order((seats::created_at, seats::id))
        .select((
            seats::id,
            people::name,
            people::protected,
            seats::role,
            seats::level,
            organisers::name,
            seats::created_at,
        ))
        .load(db)?;
    let pending = |(id, name, protected, role, level, organiser_name, created_at): Row| PendingSeat {
        id,
        name: (!protected).then_some(name),
        role,
        level,
        organiser_name,
        created_at,
    };
    Ok(rows.into_iter().map(pending).collect())
}
