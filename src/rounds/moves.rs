//! Moving somebody in the proposal by hand: what it would do, and doing it.

use std::collections::BTreeMap;

use diesel::prelude::*;
use matching::{MoveEffect, effect_of_leaving, effect_of_move, explain_groups};

use super::problem::{Material, material};
use super::proposal::{Outcome, Proposal, proposal, set_outcome};
use super::round::{Round, RoundState, find};
use super::why::{Names, Reason, UnplacedWhy};
use crate::config::CategoryLimits;
use crate::db::schema::{proposal_groups, proposal_places};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};

/// A move: who goes where; nowhere is out of the groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Move {
    /// The registration.
    pub registration: Id,
    /// The proposed group to move to.
    pub to: Option<Id>,
}

/// What a move would do, with what it takes to say so in words.
pub(super) struct Effect {
    /// In figures.
    pub effect: MoveEffect,
    /// Names of the groups, by place.
    pub groups: Vec<String>,
    /// Those in the problem.
    pub material: Material,
    /// Whether somebody comes into a group whose seat nobody has confirmed.
    pub unconfirmed: bool,
}

/// The proposal as the matcher sees it.
struct Position {
    proposal: Proposal,
    material: Material,
    groups: Vec<Vec<usize>>,
    person: usize,
    from: Option<usize>,
    to: Option<usize>,
}

/// What a move would do. [`Error::NotFound`] when the registration or the group is not of this proposal,
/// [`Error::Conflict`] when the person is there already.
pub(super) fn effect(db: &mut Db, round: &Round, change: Move, limits: CategoryLimits) -> Result<Effect> {
    let position = position(db, round, change, limits)?;
    let effect = in_figures(&position)?;
    let groups = position.proposal.groups.iter().map(|group| group.name.clone()).collect();
    let registered = position.material.people.get(position.person);
    let unconfirmed = change.to.is_some() && registered.is_some_and(|each| each.confirmed_at.is_none());
    Ok(Effect { effect, groups, material: position.material, unconfirmed })
}

/// Makes a move and explains the groups it touches anew.
/// [`Error::Conflict`] when there is no proposal any more, or the person is there already.
pub fn apply(
    tx: &mut Tx<'_>,
    round: Id,
    change: Move,
    limits: CategoryLimits,
    by: Id,
    now: Timestamp,
) -> Result<()> {
    tx.lock(round)?;
    let round = find(tx, round)?;
    if round.state(round.last_day) != RoundState::Proposal {
        return Err(Error::Conflict("error-round-no-proposal"));
    }
    let position = position(tx, &round, change, limits)?;
    let effect = in_figures(&position)?;
    let mut after = position.groups.clone();
    after.iter_mut().for_each(|group| group.retain(|member| *member != position.person));
    if let Some(group) = position.to.and_then(|to| after.get_mut(to)) {
        group.push(position.person);
    }
    explain_again(tx, &position, &after)?;
    if position.to.is_none() {
        let why = UnplacedWhy { reason: Reason::TakenOut, help: Vec::new() };
        set_place(tx, change.registration, None, &serde_json::to_string(&why)?)?;
    }
    diesel::update(proposal_places::table.find(change.registration))
        .set((proposal_places::moved_by.eq(by), proposal_places::moved_at.eq(now)))
        .execute(&mut **tx)?;
    let outcome = Outcome::of(&round).unwrap_or_default();
    // What was moved by hand says nothing about how far the search is from the best.
    set_outcome(tx, round.id, &Outcome { value: effect.after, gap_per_mille: None, ..outcome })
}

fn position(db: &mut Db, round: &Round, change: Move, limits: CategoryLimits) -> Result<Position> {
    let proposal = proposal(db, round.id)?;
    let material = material(db, round, false, limits)?;
    let place: BTreeMap<Id, usize> =
        material.people.iter().enumerate().map(|(at, each)| (each.id, at)).collect();
    let members = |group: &super::proposal::ProposedGroup| {
        group.members.iter().filter_map(|member| place.get(&member.registered.id).copied()).collect()
    };
    let groups: Vec<Vec<usize>> = proposal.groups.iter().map(members).collect();
    let person = *place.get(&change.registration).ok_or(Error::NotFound)?;
    let to = match change.to {
        Some(id) => Some(proposal.groups.iter().position(|group| group.id == id).ok_or(Error::NotFound)?),
        None => None,
    };
    let from = groups.iter().position(|group| group.contains(&person));
    if from == to {
        return Err(Error::Conflict("error-move-nowhere"));
    }
    Ok(Position { proposal, material, groups, person, from, to })
}

fn in_figures(position: &Position) -> Result<MoveEffect> {
    let Position { material, groups, person, to, .. } = position;
    match to {
        Some(to) => effect_of_move(&material.problem, groups, *person, *to),
        None => effect_of_leaving(&material.problem, groups, *person),
    }
    .map_err(Error::internal)
}

/// Explains the two groups that changed, and everybody in them.
fn explain_again(tx: &mut Tx<'_>, position: &Position, after: &[Vec<usize>]) -> Result<()> {
    let Position { material, proposal, person, from, to, .. } = position;
    let organisers = material.organiser_names();
    let names = Names { problem: &material.problem, organisers: &organisers };
    let called: Vec<String> = proposal.groups.iter().map(|group| group.name.clone()).collect();
    let explanation = explain_groups(&material.problem, after);
    let changed = |at: usize| Some(at) == *from || Some(at) == *to;
    for (at, (group, why)) in proposal.groups.iter().zip(&explanation.groups).enumerate() {
        if changed(at) {
            diesel::update(proposal_groups::table.find(group.id))
                .set(proposal_groups::why.eq(serde_json::to_string(&names.group(why))?))
                .execute(&mut **tx)?;
        }
    }
    for why in explanation.people.iter().filter(|why| changed(why.group)) {
        let Some(registered) = material.people.get(why.person) else { continue };
        let group = proposal.groups.get(why.group).map(|group| group.id);
        let mut kept = names.person(why, &called);
        kept.by_hand = why.person == *person || was_by_hand(proposal, registered.id);
        set_place(tx, registered.id, group, &serde_json::to_string(&kept)?)?;
    }
    Ok(())
}

fn was_by_hand(proposal: &Proposal, registration: Id) -> bool {
    let mut members = proposal.groups.iter().flat_map(|group| &group.members);
    members.any(|member| member.registered.id == registration && member.moved)
}

fn set_place(tx: &mut Tx<'_>, registration: Id, group: Option<Id>, why: &str) -> Result<()> {
    diesel::update(proposal_places::table.find(registration))
        .set((proposal_places::proposal_group_id.eq(group), proposal_places::why.eq(why)))
        .execute(&mut **tx)?;
    Ok(())
}
