//! The round row and its verbs.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::clock;
use crate::db::schema::{network_coordinators, network_memberships, networks, rounds, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks::MembershipState;
use crate::word_enum;

word_enum! {
    /// What makes a good group in a round. Texts: `round-preset-<word>`.
    pub enum Preset {
        /// Those close by, whatever their size.
        Neighbours = "neighbours",
        /// Those alike, wherever they are.
        Similar = "similar",
        /// Some of both.
        Mixed = "mixed",
    }
}

word_enum! {
    /// Whether kinds of people share groups. Texts: `round-keeping-<word>`.
    pub enum Keeping {
        /// Groups may hold several kinds.
        Mixed = "mixed",
        /// Each group holds one kind.
        Apart = "apart",
    }
}

/// How far a round has come; follows from its columns and the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RoundState {
    /// People register.
    Registering,
    /// The last day is over; nothing is matched yet.
    Closed,
    /// There is a proposal, which coordinators look at.
    Proposal,
    /// The groups exist.
    Published,
    /// Called off.
    Cancelled,
}

impl std::fmt::Display for RoundState {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            RoundState::Registering => "registering",
            RoundState::Closed => "closed",
            RoundState::Proposal => "proposal",
            RoundState::Published => "published",
            RoundState::Cancelled => "cancelled",
        })
    }
}

/// A matching round.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = rounds)]
pub struct Round {
    /// Identifier.
    pub id: Id,
    /// The network.
    pub network_id: Id,
    /// Name.
    pub name: String,
    /// What makes a good group.
    pub preset: Preset,
    /// Fewest in a group.
    pub size_min: i32,
    /// Most in a group.
    pub size_max: i32,
    /// Most from one organiser.
    pub per_organiser: i32,
    /// Whether categories share groups.
    pub categories: Keeping,
    /// Whether levels share groups.
    pub levels: Keeping,
    /// Last day to register, included.
    pub last_day: NaiveDate,
    /// What the search starts from.
    pub seed: i64,
    /// What coordinators wrote to everybody when publishing.
    pub note: String,
    /// When the proposal was made.
    pub matched_at: Option<Timestamp>,
    /// When the groups were made.
    pub published_at: Option<Timestamp>,
    /// When it was called off.
    pub cancelled_at: Option<Timestamp>,
    /// How the matching went, as data ([`super::Outcome`], JSON).
    pub result: Option<String>,
    /// The coordinator's own weights ([`matching::Weights`], JSON), in place of those of the preset.
    pub weights: Option<String>,
}

impl Round {
    /// The state on a day.
    pub fn state(&self, today: NaiveDate) -> RoundState {
        if self.cancelled_at.is_some() {
            RoundState::Cancelled
        } else if self.published_at.is_some() {
            RoundState::Published
        } else if self.matched_at.is_some() {
            RoundState::Proposal
        } else if today > self.last_day {
            RoundState::Closed
        } else {
            RoundState::Registering
        }
    }

    /// The round with other settings.
    pub(super) fn with(&self, new: &NewRound) -> Round {
        let new = new.clone();
        Round {
            name: new.name,
            preset: new.preset,
            weights: new.weights,
            size_min: new.size_min,
            size_max: new.size_max,
            per_organiser: new.per_organiser,
            categories: new.categories,
            levels: new.levels,
            last_day: new.last_day,
            ..self.clone()
        }
    }

    /// Its settings.
    pub(super) fn settings(&self) -> NewRound {
        NewRound {
            name: self.name.clone(),
            preset: self.preset,
            weights: self.weights.clone(),
            size_min: self.size_min,
            size_max: self.size_max,
            per_organiser: self.per_organiser,
            categories: self.categories,
            levels: self.levels,
            last_day: self.last_day,
        }
    }

    /// Whether nothing has been matched and the settings may still change.
    pub fn is_open_to_change(&self) -> bool {
        self.matched_at.is_none() && self.published_at.is_none() && self.cancelled_at.is_none()
    }
}

/// What a round is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRound {
    /// Name.
    pub name: String,
    /// What makes a good group.
    pub preset: Preset,
    /// The coordinator's own weights, in place of the preset's: as [`Round::weights`] reads them.
    pub weights: Option<String>,
    /// Fewest in a group.
    pub size_min: i32,
    /// Most in a group.
    pub size_max: i32,
    /// Most from one organiser.
    pub per_organiser: i32,
    /// Whether categories share groups.
    pub categories: Keeping,
    /// Whether levels share groups.
    pub levels: Keeping,
    /// Last day to register, included.
    pub last_day: NaiveDate,
}

/// Opens a round.
pub fn create(tx: &mut Tx<'_>, network: Id, new: &NewRound, by: Id, now: Timestamp) -> Result<Id> {
    let id = clock::new_id();
    diesel::insert_into(rounds::table)
        .values((
            rounds::id.eq(id),
            rounds::network_id.eq(network),
            rounds::name.eq(&new.name),
            rounds::preset.eq(new.preset),
            rounds::weights.eq(&new.weights),
            rounds::size_min.eq(new.size_min),
            rounds::size_max.eq(new.size_max),
            rounds::per_organiser.eq(new.per_organiser),
            rounds::categories.eq(new.categories),
            rounds::levels.eq(new.levels),
            rounds::last_day.eq(new.last_day),
            rounds::seed.eq(1),
            rounds::note.eq(""),
            rounds::created_by.eq(by),
            rounds::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// Changes the settings. [`Error::Conflict`] when something is matched already.
pub fn update(tx: &mut Tx<'_>, id: Id, new: &NewRound) -> Result<()> {
    let open = rounds::table
        .find(id)
        .filter(rounds::matched_at.is_null())
        .filter(rounds::published_at.is_null())
        .filter(rounds::cancelled_at.is_null());
    let changed = diesel::update(open)
        .set((
            rounds::name.eq(&new.name),
            rounds::preset.eq(new.preset),
            rounds::weights.eq(&new.weights),
            rounds::size_min.eq(new.size_min),
            rounds::size_max.eq(new.size_max),
            rounds::per_organiser.eq(new.per_organiser),
            rounds::categories.eq(new.categories),
            rounds::levels.eq(new.levels),
            rounds::last_day.eq(new.last_day),
        ))
        .execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::Conflict("error-round-not-open")) }
}

/// Calls a round off; whether this call did it. [`Error::Conflict`] when its groups exist.
pub(super) fn cancel(tx: &mut Tx<'_>, id: Id, by: Id, now: Timestamp) -> Result<bool> {
    tx.lock(id)?;
    let round = find(tx, id)?;
    if round.published_at.is_some() {
        return Err(Error::Conflict("error-round-published"));
    }
    let changed = diesel::update(rounds::table.find(id).filter(rounds::cancelled_at.is_null()))
        .set((rounds::cancelled_at.eq(now), rounds::cancelled_by.eq(by)))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// The round with this identifier, whoever asks.
pub fn find(db: &mut Db, id: Id) -> Result<Round> {
    Ok(rounds::table.find(id).select(Round::as_select()).first(db)?)
}

/// The rounds of a network, newest first.
pub fn of_network(db: &mut Db, network: Id) -> Result<Vec<Round>> {
    Ok(rounds::table
        .filter(rounds::network_id.eq(network))
        .order((rounds::created_at.desc(), rounds::id.desc()))
        .limit(100)
        .select(Round::as_select())
        .load(db)?)
}

/// The rounds of these networks that people can register for on a day, the one that closes first first.
pub fn registering(db: &mut Db, networks: &[Id], today: NaiveDate) -> Result<Vec<Round>> {
    Ok(rounds::table
        .filter(rounds::network_id.eq_any(networks))
        .filter(rounds::last_day.ge(today))
        .filter(rounds::matched_at.is_null())
        .filter(rounds::published_at.is_null())
        .filter(rounds::cancelled_at.is_null())
        .order((rounds::last_day, rounds::id))
        .select(Round::as_select())
        .load(db)?)
}

/// A round that is not settled, with its last day to register.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DueRound {
    /// Identifier.
    pub id: Id,
    /// What it is called.
    pub name: String,
    /// Name of the network.
    pub network_name: String,
    /// The last day to register.
    pub last_day: NaiveDate,
}

/// The rounds with a last day from `from` to `to` in the networks that a person is an active member of or coordinates, but
/// for those that were called off or published; at most 100. One query.
pub fn due_between(db: &mut Db, person: Id, from: NaiveDate, to: NaiveDate) -> Result<Vec<DueRound>> {
    let joined = network_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq(person))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(network_memberships::network_id);
    let coordinated = network_coordinators::table
        .filter(network_coordinators::person_id.eq(person))
        .select(network_coordinators::network_id);
    Ok(rounds::table
        .inner_join(networks::table)
        .filter(rounds::network_id.eq_any(joined).or(rounds::network_id.eq_any(coordinated)))
        .filter(networks::archived_at.is_null())
        .filter(rounds::last_day.ge(from))
        .filter(rounds::last_day.le(to))
        .filter(rounds::cancelled_at.is_null())
        .filter(rounds::published_at.is_null())
        .order((rounds::last_day, rounds::id))
        .select((rounds::id, rounds::name, networks::name, rounds::last_day))
        .limit(100)
        .load(db)?)
}
