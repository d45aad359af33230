//! Registrations of seats for a round.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::late;
use super::round::{Round, RoundState, find};
use crate::accounts::{MeetingFormat, with_half_days};
use crate::clock;
use crate::db::schema::{organisers, people, proposal_places, registrations, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::web::forms::Fields;
use crate::word_enum;

word_enum! {
    /// How a registration stands. Texts: `registration-state-<word>`.
    pub enum RegistrationState {
        /// Counts.
        Active = "active",
        /// Does not count until resumed.
        Paused = "paused",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// A seat's registration.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = registrations)]
pub struct Registration {
    /// Identifier.
    pub id: Id,
    /// The round.
    pub round_id: Id,
    /// The seat.
    pub seat_id: Id,
    /// How it stands.
    pub state: RegistrationState,
    /// What the person wishes, in their words.
    pub wishes: String,
    /// How they want to meet.
    pub meeting_format: MeetingFormat,
    /// Longest way to a meeting, kilometres.
    pub travel_limit_km: Option<i32>,
    /// When they can usually meet: half-days, a bit each.
    pub availability: i32,
}

/// What somebody registers with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRegistration {
    /// The seat.
    pub seat_id: Id,
    /// What they wish, in their words.
    pub wishes: String,
    /// How they want to meet.
    pub meeting_format: MeetingFormat,
    /// Longest way to a meeting, kilometres.
    pub travel_limit_km: Option<i32>,
    /// When they can usually meet: half-days, a bit each.
    pub availability: i32,
}

/// Registers a seat, or changes what it is registered with and makes it count again. After publishing it waits for a
/// group. [`Error::Conflict`] when registration is over, or the seat has a group already.
pub fn register(
    tx: &mut Tx<'_>,
    round: Id,
    new: &NewRegistration,
    today: NaiveDate,
    now: Timestamp,
) -> Result<Id> {
    tx.lock(round)?;
    let of = find(tx, round)?;
    if late::takes_late(tx, &of)? {
        late::must_wait(tx, of.id, new.seat_id)?;
    } else {
        must_be_registering(&of, today)?;
    }
    let known: Option<Id> = registrations::table
        .filter(registrations::round_id.eq(round))
        .filter(registrations::seat_id.eq(new.seat_id))
        .select(registrations::id)
        .first(&mut **tx)
        .optional()?;
    let values = (
        registrations::state.eq(RegistrationState::Active),
        registrations::wishes.eq(&new.wishes),
        registrations::meeting_format.eq(new.meeting_format),
        registrations::travel_limit_km.eq(new.travel_limit_km),
        registrations::availability.eq(new.availability),
        registrations::updated_at.eq(now),
    );
    if let Some(id) = known {
        diesel::update(registrations::table.find(id)).set(values).execute(&mut **tx)?;
        return Ok(id);
    }
    let id = clock::new_id();
    diesel::insert_into(registrations::table)
        .values((
            registrations::id.eq(id),
            registrations::round_id.eq(round),
            registrations::seat_id.eq(new.seat_id),
            registrations::created_at.eq(now),
            values,
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// Changes how a registration stands. While there is a proposal, one may only leave: the place is freed.
/// [`Error::Conflict`] when the round is called off, or published: then only who waits for a group may still withdraw.
pub fn set_state(
    tx: &mut Tx<'_>,
    registration: &Registration,
    state: RegistrationState,
    today: NaiveDate,
    now: Timestamp,
) -> Result<()> {
    tx.lock(registration.round_id)?;
    let round = find(tx, registration.round_id)?;
    match round.state(today) {
        RoundState::Registering => {}
        RoundState::Closed | RoundState::Proposal if state != RegistrationState::Active => {}
        RoundState::Published if state == RegistrationState::Withdrawn && late::waits(tx, registration)? => {}
        _ => return Err(Error::Conflict("error-round-not-registering")),
    }
    diesel::update(registrations::table.find(registration.id))
        .set((registrations::state.eq(state), registrations::updated_at.eq(now)))
        .execute(&mut **tx)?;
    if state != RegistrationState::Active {
        diesel::delete(proposal_places::table.find(registration.id)).execute(&mut **tx)?;
    }
    Ok(())
}

fn must_be_registering(round: &Round, today: NaiveDate) -> Result<()> {
    match round.state(today) {
        RoundState::Registering => Ok(()),
        _ => Err(Error::Conflict("error-round-not-registering")),
    }
}

/// The registration, if a seat of this person made it.
pub fn own(db: &mut Db, id: Id, person: Id) -> Result<Registration> {
    Ok(registrations::table
        .inner_join(seats::table)
        .filter(registrations::id.eq(id))
        .filter(seats::person_id.eq(person))
        .select(Registration::as_select())
        .first(db)?)
}

/// The registration with this identifier, whoever asks.
pub(super) fn find_registration(db: &mut Db, id: Id) -> Result<Registration> {
    Ok(registrations::table.find(id).select(Registration::as_select()).first(db)?)
}

/// The registrations of a person's seats for a round.
pub fn of_person(db: &mut Db, round: Id, person: Id) -> Result<Vec<Registration>> {
    Ok(registrations::table
        .inner_join(seats::table)
        .filter(registrations::round_id.eq(round))
        .filter(seats::person_id.eq(person))
        .order(registrations::id)
        .select(Registration::as_select())
        .load(db)?)
}

/// How many registrations of a round count.
pub fn count(db: &mut Db, round: Id) -> Result<i64> {
    Ok(registrations::table
        .filter(registrations::round_id.eq(round))
        .filter(registrations::state.eq(RegistrationState::Active))
        .count()
        .get_result(db)?)
}

/// A registration as coordinators see it.
#[derive(Debug, Clone, Queryable)]
pub struct Registered {
    /// The registration.
    pub id: Id,
    /// The seat.
    pub seat_id: Id,
    /// How it stands.
    pub state: RegistrationState,
    /// What the person wishes.
    pub wishes: String,
    /// How they want to meet.
    pub meeting_format: MeetingFormat,
    /// Longest way to a meeting, kilometres.
    pub travel_limit_km: Option<i32>,
    /// When they can usually meet: half-days, a bit each.
    pub availability: i32,
    /// Name of the role.
    pub role: String,
    /// Level.
    pub level: crate::seats::Level,
    /// When the seat was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// The holder.
    pub person_id: Option<Id>,
    /// Name of the holder.
    pub name: Option<String>,
    /// Whether the holder has protected personal data.
    pub protected: Option<bool>,
    /// The organiser.
    pub organiser_code: String,
    /// Its name.
    pub organiser_name: String,
    /// Its county.
    pub county_name: Option<String>,
}

/// The name of somebody registered as coordinators see it.
pub(super) fn shown(registered: &Registered, lang: Lang) -> String {
    match (&registered.name, registered.protected) {
        (Some(name), _) => name.clone(),
        (None, Some(_)) => lang.t("person-protected"),
        (None, None) => lang.t("group-seat-vacant"),
    }
}

/// Everybody with a registration for a round, by organiser, in an order that follows from what they are and not from
/// when they came. Names of protected people are left out.
pub fn registered(db: &mut Db, round: Id) -> Result<Vec<Registered>> {
    let mut rows: Vec<Registered> = registrations::table
        .inner_join(seats::table.inner_join(organisers::table).left_join(people::table))
        .filter(registrations::round_id.eq(round))
        .filter(registrations::state.ne(RegistrationState::Withdrawn))
        .order((organisers::name, organisers::code, seats::role, people::name, registrations::id))
        .select((
            registrations::id,
            registrations::seat_id,
            registrations::state,
            registrations::wishes,
            registrations::meeting_format,
            registrations::travel_limit_km,
            registrations::availability,
            seats::role,
            seats::level,
            seats::confirmed_at,
            seats::person_id,
            people::name.nullable(),
            people::protected.nullable(),
            organisers::code,
            organisers::name,
            organisers::county_name,
        ))
        .load(db)?;
    for row in rows.iter_mut().filter(|row| row.protected == Some(true)) {
        row.name = None;
    }
    Ok(rows)
}

/// Where the proposal puts a person's registrations: the registration, the proposed group, why (JSON).
pub(super) fn own_places(db: &mut Db, round: Id, person: Id) -> Result<Vec<(Id, Option<Id>, String)>> {
    Ok(proposal_places::table
        .inner_join(registrations::table.inner_join(seats::table))
        .filter(proposal_places::round_id.eq(round))
        .filter(seats::person_id.eq(person))
        .select((proposal_places::registration_id, proposal_places::proposal_group_id, proposal_places::why))
        .load(db)?)
}

/// How somebody usually meets, for filling in the form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habits {
    /// Where.
    pub meeting_format: MeetingFormat,
    /// How far they travel, kilometres.
    pub travel_limit_km: Option<i32>,
    /// When: half-days, a bit each.
    pub availability: i32,
}

impl Habits {
    /// Those of somebody of whom nothing is known.
    pub const UNKNOWN: Self =
        Self { meeting_format: MeetingFormat::Either, travel_limit_km: None, availability: 0 };

    /// As a person's profile has them.
    pub fn of_person(db: &mut Db, person: Id) -> Result<Self> {
        let columns = (people::meeting_format, people::travel_limit_km, people::availability);
        let (meeting_format, travel_limit_km, availability) =
            people::table.find(person).select(columns).first(db)?;
        Ok(Self { meeting_format, travel_limit_km, availability })
    }

    /// As they were registered with.
    pub fn of_registration(registration: &Registration) -> Self {
        Self {
            meeting_format: registration.meeting_format,
            travel_limit_km: registration.travel_limit_km,
            availability: registration.availability,
        }
    }

    /// What stands in the form for a seat.
    pub fn fields(self, seat: Option<Id>, wishes: &str) -> Fields {
        let fields = Fields::from_pairs([
            ("seat_id", seat.map(|id| id.to_string()).unwrap_or_default()),
            ("wishes", wishes.to_owned()),
            ("meeting_format", self.meeting_format.to_string()),
            ("travel_limit_km", self.travel_limit_km.map(|km| km.to_string()).unwrap_or_default()),
        ]);
        with_half_days(fields, self.availability)
    }
}
