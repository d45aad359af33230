//! What the page of a network shows to this visitor.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use diesel::dsl::{count, count_star, exists};
use diesel::expression_methods::AggregateExpressionMethods;
use diesel::prelude::*;

use super::access::is_coordinator;
use super::coordinator::{Coordinator, named};
use super::membership::{Membership, MembershipState, memberships_of};
use super::mute;
use super::network::{Joining, Network};
use crate::db::Db;
use crate::db::schema::{
    group_memberships, groups, network_memberships, organisers, polls, registrations, rounds, seats,
};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::meetups::{self, Pulse};
use crate::seats::{self as holders, HeldSeat};
use crate::web::CurrentPerson;

/// Most groups that the page of a network lists.
const MOST_GROUPS: i64 = 60;

/// A network as one visitor sees it.
pub(super) struct Overview {
    pub network: Network,
    pub county: String,
    pub coordinators: Vec<Coordinator>,
    pub members: i64,
    pub organisers: i64,
    pub runs: bool,
    pub memberships: Vec<Membership>,
    /// Seats of the visitor that neither are members nor wait.
    pub free_seats: Vec<HeldSeat>,
    pub requests: i64,
    pub rounds: Vec<Round>,
    pub groups: Vec<GroupName>,
    /// The latest published round, where something waits for coordinators since then.
    pub follow_up: Option<Id>,
    /// When the groups met and will meet, for coordinators.
    pub pulse: BTreeMap<Id, Pulse>,
    /// Whether the visitor wants no calls from here.
    pub muted: bool,
    /// Whether the visitor wants no letters from here.
    pub letters_muted: bool,
}

/// A round in the list.
#[derive(Queryable)]
pub(super) struct Round {
    pub id: Id,
    pub name: String,
    pub last_day: NaiveDate,
    pub open: bool,
    pub published: bool,
    pub registered: bool,
}

/// A group in the list.
#[derive(Queryable)]
pub(super) struct GroupName {
    pub id: Id,
    pub name: String,
    pub mine: bool,
    /// When it was made.
    pub since: Timestamp,
    /// Whether a date poll is open in it.
    pub polled: bool,
}

/// The one thing to do next, by what the visitor is here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    /// Closed: nothing.
    Closed,
    /// Nobody is signed in.
    SignIn,
    /// Has no seat yet to join with.
    TakeSeat,
    /// May join at once.
    Join,
    /// May ask.
    Ask,
    /// Has asked.
    Wait,
    /// Needs an invitation.
    NeedInvitation,
    /// A round takes registrations.
    Register(Id),
    /// Is a member; nothing waits.
    Member,
    /// Has asked people to let in.
    Decide,
    /// A coordinator whose network is empty.
    Invite,
    /// A coordinator whose network has members and no open round.
    OpenRound,
    /// A coordinator with an open round.
    FollowRound(Id),
    /// A coordinator for whom something waits since this round was published.
    FollowUp(Id),
}

impl Overview {
    /// Whether a seat of the visitor is a member.
    pub fn is_member(&self) -> bool {
        self.memberships.iter().any(|membership| membership.state == MembershipState::Active)
    }

    /// Whether the visitor waits for an answer.
    pub fn waits(&self) -> bool {
        self.memberships.iter().any(|membership| membership.state == MembershipState::Requested)
    }

    /// The memberships and requests that the visitor can end.
    pub fn present(&self) -> Vec<&Membership> {
        let present = [MembershipState::Active, MembershipState::Requested];
        self.memberships.iter().filter(|membership| present.contains(&membership.state)).collect()
    }

    /// What to do next.
    pub fn step(&self, signed_in: bool) -> Step {
        let open = self.rounds.iter().find(|round| round.open);
        if self.network.archived_at.is_some() {
            return Step::Closed;
        }
        if self.runs {
            return match open {
                _ if self.requests > 0 => Step::Decide,
                _ if self.members == 0 => Step::Invite,
                _ if self.follow_up.is_some() => self.follow_up.map_or(Step::Member, Step::FollowUp),
                Some(round) => Step::FollowRound(round.id),
                None => Step::OpenRound,
            };
        }
        if self.is_member() {
            return match open {
                Some(round) if !round.registered => Step::Register(round.id),
                _ => Step::Member,
            };
        }
        match self.network.joining {
            _ if self.waits() => Step::Wait,
            Joining::Invitation => Step::NeedInvitation,
            _ if !signed_in => Step::SignIn,
            _ if self.free_seats.is_empty() => Step::TakeSeat,
            Joining::Open => Step::Join,
            Joining::Approval => Step::Ask,
        }
    }
}

/// Gathers what `visitor` may see of a network that they may see. A fixed number of queries.
pub(super) fn overview(
    db: &mut Db,
    network: Network,
    visitor: Option<&CurrentPerson>,
    today: NaiveDate,
    now: Timestamp,
) -> Result<Overview> {
    let id = network.id;
    let runs = match visitor {
        Some(person) => is_coordinator(db, id, person)?,
        None => false,
    };
    let (memberships, held) = match visitor {
        Some(person) => (memberships_of(db, id, person.id)?, holders::held_by(db, person.id)?),
        None => Default::default(),
    };
    let (members, organisers) = counts(db, id)?;
    let (muted, letters_muted) =
        visitor.map_or(Ok(Default::default()), |person| mute::silences(db, id, person.id))?;
    let mut found = Overview {
        county: county(db, &network)?,
        coordinators: named(db, id)?,
        members,
        organisers,
        runs,
        free_seats: Vec::new(),
        requests: if runs { requests(db, id)? } else { 0 },
        memberships,
        rounds: Vec::new(),
        groups: Vec::new(),
        follow_up: None,
        pulse: BTreeMap::new(),
        muted,
        letters_muted,
        network,
    };
    let taken: Vec<Id> = found.present().iter().map(|membership| membership.seat_id).collect();
    found.free_seats = held.into_iter().filter(|seat| !taken.contains(&seat.id)).collect();
    if let Some(person) = visitor
        && (runs || found.is_member())
    {
        found.rounds = rounds_of(db, id, person.id, today)?;
        found.groups = groups_of(db, id, person.id, runs)?;
        if runs {
            found.follow_up = follow_up(db, &found.rounds)?;
            let groups: Vec<Id> = found.groups.iter().map(|group| group.id).collect();
            found.pulse = meetups::pulse(db, &groups, now)?;
        }
    }
    Ok(found)
}

fn follow_up(db: &mut Db, of: &[Round]) -> Result<Option<Id>> {
    let Some(latest) = of.iter().find(|round| round.published) else { return Ok(None) };
    let round = crate::rounds::find(db, latest.id)?;
    let waits = crate::rounds::waits(db, &round)?;
    Ok((waits.fresh() > 0).then_some(round.id))
}

fn counts(db: &mut Db, network: Id) -> Result<(i64, i64)> {
    Ok(network_memberships::table
        .inner_join(seats::table)
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select((count_star(), count(seats::organiser_code).aggregate_distinct()))
        .first(db)?)
}

fn requests(db: &mut Db, network: Id) -> Result<i64> {
    Ok(network_memberships::table
        .filter(network_memberships::network_id.eq(network))
        .filter(network_memberships::state.eq(MembershipState::Requested))
        .count()
        .get_result(db)?)
}

fn county(db: &mut Db, network: &Network) -> Result<String> {
    let Some(code) = &network.county_code else { return Ok(String::new()) };
    let name: Option<Option<String>> = organisers::table
        .filter(organisers::county_code.eq(code))
        .select(organisers::county_name)
        .first(db)
        .optional()?;
    Ok(name.flatten().unwrap_or_default())
}

fn rounds_of(db: &mut Db, network: Id, person: Id, today: NaiveDate) -> Result<Vec<Round>> {
    let registered = exists(
        registrations::table
            .inner_join(seats::table)
            .filter(registrations::round_id.eq(rounds::id))
            .filter(registrations::state.ne("withdrawn"))
            .filter(seats::person_id.eq(person)),
    );
    let open =
        rounds::matched_at.is_null().and(rounds::published_at.is_null()).and(rounds::last_day.ge(today));
    Ok(rounds::table
        .filter(rounds::network_id.eq(network))
        .filter(rounds::cancelled_at.is_null())
        .order(rounds::created_at.desc())
        .limit(10)
        .select((
            rounds::id,
            rounds::name,
            rounds::last_day,
            open,
            rounds::published_at.is_not_null(),
            registered,
        ))
        .load(db)?)
}

// Coordinators see all groups; members their own and the open ones.
fn groups_of(db: &mut Db, network: Id, person: Id, runs: bool) -> Result<Vec<GroupName>> {
    let mine = exists(
        group_memberships::table
            .inner_join(seats::table)
            .filter(group_memberships::group_id.eq(groups::id))
            .filter(group_memberships::left_at.is_null())
            .filter(seats::person_id.eq(person)),
    );
    let polled =
        exists(polls::table.filter(polls::group_id.eq(groups::id)).filter(polls::closed_at.is_null()));
    let open = groups::table
        .filter(groups::network_id.eq(network))
        .filter(groups::closed_at.is_null())
        .order((groups::name, groups::id))
        .limit(MOST_GROUPS)
        .select((groups::id, groups::name, mine, groups::created_at, polled));
    Ok(if runs { open.load(db)? } else { open.filter(groups::open.eq(true).or(mine)).load(db)? })
}
