//! The proposal: what the matcher found, kept and read back.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::changes::{self, About, ChangeKind};
use super::registration::{Registered, registered};
use super::round::{Round, RoundState, find};
use super::why::{GroupWhy, PersonWhy, UnplacedWhy};
use super::{search, snapshot};
use crate::db::schema::{proposal_groups, proposal_places, rounds};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};

/// How a matching went, kept with the round.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// Seed of the search.
    pub seed: i64,
    /// Groups made.
    pub groups: usize,
    /// Figures of the groups.
    pub value: matching::Value,
    /// How far the mean is from the best possible at most, in parts per thousand; where it was worked out.
    pub gap_per_mille: Option<u32>,
    /// What the latest search that started from the groups as they stood has done.
    #[serde(default)]
    pub improved: Option<Improved>,
}

/// What a search that started from the groups as they stood has done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Improved {
    /// People who have another group than before.
    pub moved: usize,
}

impl Outcome {
    /// The outcome kept with a round, if there is one.
    pub fn of(round: &Round) -> Option<Outcome> {
        round.result.as_deref().and_then(|text| serde_json::from_str(text).ok())
    }
}

/// Throws the proposal away. Registration opens again where its last day is not over.
/// [`Error::Conflict`] when the round is published.
pub fn discard(tx: &mut Tx<'_>, round: Id) -> Result<()> {
    tx.lock(round)?;
    if find(tx, round)?.published_at.is_some() {
        return Err(Error::Conflict("error-round-published"));
    }
    clear(tx, round)?;
    changes::forget(tx, round)?;
    search::end(tx, round)?;
    diesel::update(rounds::table.find(round))
        .set((rounds::matched_at.eq(None::<Timestamp>), rounds::result.eq(None::<String>)))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn set_outcome(tx: &mut Tx<'_>, round: Id, outcome: &Outcome) -> Result<()> {
    diesel::update(rounds::table.find(round))
        .set(rounds::result.eq(serde_json::to_string(outcome)?))
        .execute(&mut **tx)?;
    Ok(())
}

pub(super) fn clear(tx: &mut Tx<'_>, round: Id) -> Result<()> {
    diesel::delete(proposal_places::table.filter(proposal_places::round_id.eq(round))).execute(&mut **tx)?;
    diesel::delete(proposal_groups::table.filter(proposal_groups::round_id.eq(round))).execute(&mut **tx)?;
    Ok(())
}

/// A proposed group.
#[derive(Debug, Clone)]
pub struct ProposedGroup {
    /// Identifier.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Why.
    pub why: GroupWhy,
    /// Whether a coordinator has frozen it.
    pub frozen: bool,
    /// Who is in it.
    pub members: Vec<ProposedMember>,
}

/// Somebody in a proposed group.
#[derive(Debug, Clone)]
pub struct ProposedMember {
    /// The registration.
    pub registered: Registered,
    /// Why here.
    pub why: PersonWhy,
    /// Whether a coordinator moved them here.
    pub moved: bool,
    /// Whether a coordinator has locked them to the group.
    pub locked: bool,
}

/// The whole proposal.
#[derive(Debug, Clone, Default)]
pub struct Proposal {
    /// The groups, in order.
    pub groups: Vec<ProposedGroup>,
    /// Those without a group, and why.
    pub unplaced: Vec<(Registered, UnplacedWhy)>,
}

/// Reads the proposal of a round: three queries.
pub fn proposal(db: &mut Db, round: Id) -> Result<Proposal> {
    let found = snapshot::rows(db, round)?;
    found.read(registered(db, round)?)
}

/// Gives a proposed group another name. [`Error::NotFound`] when it is not of this round,
/// [`Error::Conflict`] when there is no proposal any more.
pub fn rename(tx: &mut Tx<'_>, round: Id, group: Id, name: &str, by: Id, now: Timestamp) -> Result<()> {
    let round = changeable(tx, round)?;
    let before = snapshot::part(tx, &round, &[group], &[])?;
    let about =
        About { name: before.groups.first().ok_or(Error::NotFound)?.name.clone(), ..About::default() };
    changes::record(tx, round.id, ChangeKind::Rename, &about, &before, Some(by), now)?;
    diesel::update(proposal_groups::table.find(group))
        .set(proposal_groups::name.eq(name))
        .execute(&mut **tx)?;
    Ok(())
}

/// The round under its lock, where its proposal may be changed. [`Error::Conflict`] where there is none, or the round is
/// published or called off.
pub(super) fn changeable(tx: &mut Tx<'_>, round: Id) -> Result<Round> {
    tx.lock(round)?;
    let round = find(tx, round)?;
    match round.state(round.last_day) {
        RoundState::Proposal => Ok(round),
        _ => Err(Error::Conflict("error-round-no-proposal")),
    }
}
