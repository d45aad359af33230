//! Asking to join an open group.

use diesel::prelude::*;

use super::group::find;
use super::membership::add_member;
use crate::app::App;
use crate::clock;
use crate::db::schema::{group_requests, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::meetups;
use crate::word_enum;

word_enum! {
    /// What became of a request.
    pub enum RequestState {
        /// Waits for an answer.
        Requested = "requested",
        /// The seat is a member.
        Accepted = "accepted",
        /// Not this time.
        Declined = "declined",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// A request that waits for an answer.
#[derive(Debug, Clone, Queryable)]
pub struct Request {
    /// Identifier.
    pub id: Id,
    /// The group.
    pub group_id: Id,
    /// The seat that asks.
    pub seat_id: Id,
    /// Its holder; nobody when it is vacant by now.
    pub person_id: Option<Id>,
    /// Name of the holder; none for protected people.
    pub name: Option<String>,
    /// Whether the holder has protected personal data.
    pub protected: Option<bool>,
    /// The role.
    pub role: String,
    /// The organiser.
    pub organiser_name: String,
    /// What they wrote.
    pub message: String,
    /// When.
    pub created_at: Timestamp,
}

/// Asks to join, and tells members and coordinators. Asking again while the first waits changes nothing.
/// [`Error::Conflict`] when the group takes no requests.
pub fn ask(tx: &mut Tx<'_>, app: &App, group: Id, seat: Id, message: &str) -> Result<()> {
    tx.lock(group)?;
    let group = find(tx, group)?;
    if !group.open || group.closed_at.is_some() {
        return Err(Error::Conflict("error-group-not-open"));
    }
    let waiting: i64 = group_requests::table
        .filter(group_requests::group_id.eq(group.id))
        .filter(group_requests::seat_id.eq(seat))
        .filter(group_requests::state.eq(RequestState::Requested))
        .count()
        .get_result(&mut **tx)?;
    if waiting > 0 {
        return Ok(());
    }
    let id = clock::new_id();
    diesel::insert_into(group_requests::table)
        .values((
            group_requests::id.eq(id),
            group_requests::group_id.eq(group.id),
            group_requests::seat_id.eq(seat),
            group_requests::message.eq(message),
            group_requests::state.eq(RequestState::Requested),
            group_requests::created_at.eq(app.clock.now()),
        ))
        .execute(&mut **tx)?;
    let request = find_request(tx, id)?;
    super::mail::requested(tx, app, &group, &request)
}

/// Answers a request and tells the one who asked; whether this call did it: of several answers the first counts.
pub fn decide(tx: &mut Tx<'_>, app: &App, request: &Request, accept: bool, by: Id) -> Result<bool> {
    let now = app.clock.now();
    tx.lock(request.group_id)?;
    let group = find(tx, request.group_id)?;
    let state = if accept { RequestState::Accepted } else { RequestState::Declined };
    let waiting =
        group_requests::table.find(request.id).filter(group_requests::state.eq(RequestState::Requested));
    let changed = diesel::update(waiting)
        .set((
            group_requests::state.eq(state),
            group_requests::decided_by.eq(by),
            group_requests::decided_at.eq(now),
        ))
        .execute(&mut **tx)?;
    if changed == 0 {
        return Ok(false);
    }
    if accept {
        if group.closed_at.is_some() {
            return Err(Error::Conflict("error-group-closed"));
        }
        add_member(tx, group.id, request.seat_id, "", now)?;
        meetups::invite_newcomer(tx, app, group.id, request.seat_id)?;
    }
    super::mail::decided(tx, app, &group, request, accept)?;
    Ok(true)
}

/// A request that waits, by identifier. [`Error::NotFound`] when it was answered.
pub fn find_request(db: &mut Db, id: Id) -> Result<Request> {
    let mut found = load(db, Some(id), None)?;
    found.pop().ok_or(Error::NotFound)
}

/// The requests of a group that wait, oldest first.
pub fn waiting(db: &mut Db, group: Id) -> Result<Vec<Request>> {
    load(db, None, Some(group))
}

fn load(db: &mut Db, id: Option<Id>, group: Option<Id>) -> Result<Vec<Request>> {
    let mut query = group_requests::table
        .inner_join(seats::table.inner_join(organisers::table).left_join(people::table))
        .filter(group_requests::state.eq(RequestState::Requested))
        .order((group_requests::created_at, group_requests::id))
        .select((
            group_requests::id,
            group_requests::group_id,
            seats::id,
            seats::person_id,
            people::name.nullable(),
            people::protected.nullable(),
            seats::role,
            organisers::name,
            group_requests::message,
            group_requests::created_at,
        ))
        .limit(100)
        .into_boxed();
    if let Some(id) = id {
        query = query.filter(group_requests::id.eq(id));
    }
    if let Some(group) = group {
        query = query.filter(group_requests::group_id.eq(group));
    }
    let mut found: Vec<Request> = query.load(db)?;
    for request in found.iter_mut().filter(|request| request.protected == Some(true)) {
        request.name = None;
    }
    Ok(found)
}

/// Whether a request by a seat of this person waits.
pub fn request_waits(db: &mut Db, group: Id, person: Id) -> Result<bool> {
    let waiting = group_requests::table
        .inner_join(seats::table)
        .filter(group_requests::group_id.eq(group))
        .filter(group_requests::state.eq(RequestState::Requested))
        .filter(seats::person_id.eq(person));
    Ok(diesel::select(diesel::dsl::exists(waiting)).get_result(db)?)
}
