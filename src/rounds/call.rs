//! The call to register: a mail to the members of the network when a round opens, and one more before its last day.
//!
//! It goes to those who have not registered and want calls from the network, once each, however often the job runs. Its
//! personal link registers without signing in.

use std::collections::BTreeSet;

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::jobs::CallMembers;
use super::late;
use super::mail;
use super::registration::{Registration, RegistrationState};
use super::round::{NewRound, Round, RoundState, create, find};
use crate::accounts::{self, Person, Purpose};
use crate::app::App;
use crate::db::schema::{network_memberships, people, registrations, rounds, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::jobs;
use crate::mail::Recipient;
use crate::networks::{self, MembershipState};
use crate::seats::HeldSeat;

/// Members that one transaction mails.
const AT_ONCE: i64 = 200;

/// A second call comes when so many days or fewer are left, the last one not among them.
const DAYS_LEFT: i64 = 3;

/// Which call.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Occasion {
    /// The round is open.
    Opened,
    /// It soon closes.
    Closing,
}

impl Occasion {
    /// Its word in keys of texts and mails.
    pub(super) fn word(self) -> &'static str {
        match self {
            Occasion::Opened => "opened",
            Occasion::Closing => "closing",
        }
    }
}

/// Opens a round, and calls the members of the network to register when `call` is set.
pub fn open(tx: &mut Tx<'_>, network: Id, new: &NewRound, call: bool, by: Id, now: Timestamp) -> Result<Id> {
    let round = create(tx, network, new, by, now)?;
    if call {
        diesel::update(rounds::table.find(round)).set(rounds::called_at.eq(now)).execute(&mut **tx)?;
        jobs::enqueue(tx, &CallMembers { round_id: round, occasion: Occasion::Opened }, None, now)?;
    }
    Ok(round)
}

/// The rounds that soon close and whose members were called once.
pub(super) fn soon_closing(db: &mut Db, today: NaiveDate, now: Timestamp) -> Result<Vec<Id>> {
    Ok(rounds::table
        .filter(rounds::last_day.gt(today))
        .filter(rounds::last_day.le(today + TimeDelta::days(DAYS_LEFT)))
        .filter(rounds::matched_at.is_null())
        .filter(rounds::cancelled_at.is_null())
        .filter(rounds::reminded_at.is_null())
        // Whoever was called the day before yesterday knows.
        .filter(rounds::called_at.lt(now - TimeDelta::days(2)))
        .order(rounds::id)
        .select(rounds::id)
        .load(db)?)
}

/// Calls once more; nothing when somebody did meanwhile.
pub(super) fn call_again(tx: &mut Tx<'_>, round: Id, now: Timestamp) -> Result<()> {
    let waiting = rounds::table.find(round).filter(rounds::reminded_at.is_null());
    let changed = diesel::update(waiting).set(rounds::reminded_at.eq(now)).execute(&mut **tx)?;
    if changed == 1 {
        let call = CallMembers { round_id: round, occasion: Occasion::Closing };
        jobs::enqueue(tx, &call, None, now)?;
    }
    Ok(())
}

/// Mails some of the members, those with seats after `after`; the last seat of them, nothing when nobody is left.
pub(super) fn call_some(
    tx: &mut Tx<'_>,
    app: &App,
    round: Id,
    occasion: Occasion,
    after: Id,
    today: NaiveDate,
) -> Result<Option<Id>> {
    let round = find(tx, round)?;
    if round.state(today) != RoundState::Registering {
        return Ok(None);
    }
    let members = members(tx, round.network_id, after)?;
    let Some((last, _)) = members.last() else { return Ok(None) };
    let last = *last;
    let network = networks::find(tx, round.network_id)?;
    let mut silent = networks::muted(tx, network.id)?;
    silent.extend(registered_people(tx, round.id)?);
    for (_, to) in members {
        if to.person_id.is_some_and(|person| silent.insert(person)) {
            mail::call(tx, app, &to, &round, &network, occasion)?;
        }
    }
    Ok(Some(last))
}

/// Members of a network with their seats, without vacant seats and closed accounts.
fn members(db: &mut Db, network: Id, after: Id) -> Result<Vec<(Id, Recipient)>> {
    let rows: Vec<(Id, Id, String, String, Lang)> = network_memberships::table
        .inner_join(seats::table.inner_join(people::table))
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .filter(people::disabled_at.is_null())
        .filter(seats::id.gt(after))
        .order(seats::id)
        .limit(AT_ONCE)
        .select((seats::id, people::id, people::email, people::name, people::language))
        .load(db)?;
    let to =
        |(seat, person, email, name, lang)| (seat, Recipient { person_id: Some(person), email, name, lang });
    Ok(rows.into_iter().map(to).collect())
}

/// Those who hold a seat that has been registered, withdrawn or not: they know of the round.
fn registered_people(db: &mut Db, round: Id) -> Result<BTreeSet<Id>> {
    let people: Vec<Option<Id>> = registrations::table
        .inner_join(seats::table)
        .filter(registrations::round_id.eq(round))
        .select(seats::person_id)
        .load(db)?;
    Ok(people.into_iter().flatten().collect())
}

/// What a personal link leads to.
pub(super) struct Called {
    pub round: Round,
    pub network: String,
    pub person: Person,
    /// The seats that the person can register.
    pub seats: Vec<HeldSeat>,
    /// What is registered already, withdrawn left out.
    pub mine: Vec<Registration>,
    /// Whether the groups exist already and one can still register.
    pub late: bool,
}

/// Whom the link of a call belongs to. [`Error::NotFound`] when it is wrong or for another round, and when the person is
/// no longer in the network or has no account any more; [`Error::Conflict`] when all their seats have groups already.
pub(super) fn called(db: &mut Db, round: Id, secret: &str, now: Timestamp) -> Result<Called> {
    let person = accounts::holder_of_link(db, (Purpose::Register, round), secret, now)?;
    let round = find(db, round)?;
    let mut seats = networks::member_seats_of(db, round.network_id, person.id)?;
    if seats.is_empty() {
        return Err(Error::NotFound);
    }
    let late = late::takes_late(db, &round)?;
    if late {
        let all: Vec<Id> = seats.iter().map(|seat| seat.id).collect();
        let placed = late::with_group(db, round.id, &all)?;
        seats.retain(|seat| !placed.contains(&seat.id));
        if seats.is_empty() {
            return Err(Error::Conflict("error-late-has-group"));
        }
    }
    let network = networks::find(db, round.network_id)?.name;
    let mut mine = super::registration::of_person(db, round.id, person.id)?;
    mine.retain(|each| each.state != RegistrationState::Withdrawn);
    mine.retain(|each| seats.iter().any(|seat| seat.id == each.seat_id));
    Ok(Called { round, network, person, seats, mine, late })
}
