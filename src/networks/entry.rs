//! Coming in by a link: an invitation for one person, or the join link of a network.

use super::invitation::{self, Invitation};
use super::membership;
use super::network::Network;
use crate::accounts::{self, HashedAccount, Purpose};
use crate::app::App;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::seats::{self, HeldSeat, NewSeat};

/// Which link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// For one person, used up by joining.
    Invitation,
    /// For everybody who has it, until it is revoked.
    JoinLink,
}

/// What a link leads to.
pub(super) struct Entry {
    pub network: Network,
    pub invitation: Option<Invitation>,
    pub organiser: Option<String>,
    /// There is an account with the invited address.
    pub known: bool,
    /// Seats of the visitor that are not members yet.
    pub seats: Vec<HeldSeat>,
    /// The visitor is a member already.
    pub member: bool,
}

/// With what somebody joins.
pub(super) enum Seat {
    /// A seat they hold.
    Held(Id),
    /// The seat that the invitation names.
    Invited,
    /// A seat as they describe it.
    New(Box<dyn FnOnce(Id) -> NewSeat + Send>),
}

/// What is behind a link, for this visitor. [`Error::NotFound`] when it does not hold. Looking uses nothing up.
pub(super) fn behind(
    db: &mut Db,
    way: Way,
    secret: &str,
    visitor: Option<Id>,
    now: Timestamp,
) -> Result<Entry> {
    let (invitation, organiser) = match way {
        Way::JoinLink => (None, None),
        Way::Invitation => {
            let (invitation, organiser) = invitation::by_secret(db, secret, now)?;
            (Some(invitation), organiser)
        }
    };
    let network = match &invitation {
        Some(invitation) => invitation.network_id,
        None => linked(db, secret, now)?,
    };
    let network = super::find(db, network)?;
    if network.archived_at.is_some() {
        return Err(Error::NotFound);
    }
    let account = match &invitation {
        Some(invitation) => accounts::find_by_email(db, &invitation.email)?,
        None => None,
    };
    let (mut seats, mut member) = (Vec::new(), false);
    if let Some(person) = visitor {
        let taken = super::member_seats_of(db, network.id, person)?;
        member = !taken.is_empty();
        seats = seats::held_by(db, person)?;
        seats.retain(|seat| taken.iter().all(|other| other.id != seat.id));
    }
    let known = account.is_some_and(|person| person.confirmed_at.is_some());
    Ok(Entry { network, invitation, organiser, known, seats, member })
}

fn linked(db: &mut Db, secret: &str, now: Timestamp) -> Result<Id> {
    accounts::find_token(db, Purpose::JoinLink, secret, now)?.subject_id.ok_or(Error::NotFound)
}

impl Entry {
    /// Whether the invitation says all that makes a seat.
    pub fn names_seat(&self) -> bool {
        self.invitation
            .as_ref()
            .is_some_and(|one| one.organiser_code.is_some() && !one.role.is_empty() && one.level.is_some())
    }
}

/// Takes a person in through a link; the network. An invitation is used up by it: [`Error::NotFound`] for whoever
/// comes second.
pub(super) fn enter(
    tx: &mut Tx<'_>,
    way: Way,
    secret: &str,
    person: Id,
    seat: Seat,
    now: Timestamp,
) -> Result<Network> {
    let invitation = match way {
        Way::Invitation => Some(invitation::redeem(tx, secret, now)?),
        Way::JoinLink => None,
    };
    let network = match &invitation {
        Some(invitation) => invitation.network_id,
        None => linked(tx, secret, now)?,
    };
    let network = super::find(tx, network)?;
    if network.archived_at.is_some() {
        return Err(Error::NotFound);
    }
    let seat = take_seat(tx, person, seat, invitation.as_ref(), now)?;
    membership::join(tx, network.id, seat, now)?;
    Ok(network)
}

fn take_seat(tx: &mut Tx<'_>, person: Id, seat: Seat, by: Option<&Invitation>, now: Timestamp) -> Result<Id> {
    let new = match seat {
        Seat::Held(id) => {
            let held = seats::held_by(tx, person)?;
            return held.into_iter().map(|seat| seat.id).find(|held| *held == id).ok_or(Error::NotFound);
        }
        Seat::New(describe) => describe(person),
        Seat::Invited => invited_seat(by, person, now).ok_or(Error::NotFound)?,
    };
    let (organiser, level) = (new.organiser_code.clone(), new.level);
    let id = seats::claim(tx, &new, now)?;
    // The coordinator named the organiser: that confirms the seat, and vouches for it where they named its level too.
    if let Some(invitation) = by.filter(|one| one.organiser_code.as_ref() == Some(&organiser)) {
        let vouches = invitation.invited_by.filter(|_| invitation.level == Some(level));
        seats::confirm(tx, id, vouches, now)?;
    }
    Ok(id)
}

fn invited_seat(invitation: Option<&Invitation>, person_id: Id, now: Timestamp) -> Option<NewSeat> {
    let invitation = invitation?;
    Some(NewSeat {
        organiser_code: invitation.organiser_code.clone()?,
        role: Some(invitation.role.clone()).filter(|role| !role.is_empty())?,
        level: invitation.level?,
        person_id,
        held_from: now.utc().date_naive(),
    })
}

/// Makes an account and enters with it. By invitation the address is proven and the person comes back; by the join
/// link a mail goes out first, and nobody comes back. An address that has an account gets a mail that says so.
pub(super) fn register(
    tx: &mut Tx<'_>,
    app: &App,
    way: Way,
    secret: &str,
    account: &HashedAccount,
    seat: Seat,
) -> Result<Option<(Id, Network)>> {
    let now = app.clock.now();
    match way {
        Way::Invitation => {
            let person = accounts::register_confirmed(tx, app, account)?;
            let network = enter(tx, way, secret, person, seat, now)?;
            Ok(Some((person, network)))
        }
        Way::JoinLink => {
            if let Some(person) = accounts::register(tx, app, account, &format!("/join/{secret}"))? {
                enter(tx, way, secret, person, seat, now)?;
            }
            Ok(None)
        }
    }
}
