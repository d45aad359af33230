//! Changing the proposal by hand: what it would do, and doing it.

use std::collections::BTreeMap;

use diesel::prelude::*;
use matching::{MoveEffect, effect_of_leaving, effect_of_move, effect_of_swap, explain_groups};

use super::changes::{self, About, ChangeKind};
use super::problem::{Material, material};
use super::proposal::{Outcome, Proposal, changeable, proposal, set_outcome};
use super::round::Round;
use super::snapshot;
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

/// Two who change places, by registration.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Swap {
    /// The one.
    pub one: Id,
    /// The other.
    pub two: Id,
}

/// A change by hand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ByHand {
    /// Somebody moves.
    Move(Move),
    /// Two change places.
    Swap(Swap),
}

impl From<Move> for ByHand {
    fn from(change: Move) -> Self {
        ByHand::Move(change)
    }
}

impl From<Swap> for ByHand {
    fn from(change: Swap) -> Self {
        ByHand::Swap(change)
    }
}

/// What a change would do, with what it takes to say so in words.
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

/// The proposal as the matcher sees it, before and after a change.
struct Position {
    proposal: Proposal,
    material: Material,
    before: Vec<Vec<usize>>,
    after: Vec<Vec<usize>>,
    /// Those who change groups: where from, where to.
    people: Vec<(usize, Option<usize>, Option<usize>)>,
}

/// What a change would do. [`Error::NotFound`] when a registration or the group is not of this proposal,
/// [`Error::Conflict`] when it means nothing, or something it concerns is locked.
pub(super) fn effect(db: &mut Db, round: &Round, change: ByHand, limits: CategoryLimits) -> Result<Effect> {
    let position = position(db, round, change, limits)?;
    let effect = in_figures(&position)?;
    let groups = position.proposal.groups.iter().map(|group| group.name.clone()).collect();
    let comes_in = |(person, _, to): &(usize, Option<usize>, Option<usize>)| {
        let registered = position.material.people.get(*person);
        to.is_some() && registered.is_some_and(|each| each.confirmed_at.is_none())
    };
    let unconfirmed = position.people.iter().any(comes_in);
    Ok(Effect { effect, groups, material: position.material, unconfirmed })
}

/// Makes a change and explains the groups it touches anew; the group that whoever is named first stands in afterwards.
/// Errors as for looking at what it would do, and [`Error::Conflict`] when there is no proposal any more.
pub fn apply(
    tx: &mut Tx<'_>,
    round: Id,
    change: impl Into<ByHand>,
    limits: CategoryLimits,
    by: Id,
    now: Timestamp,
) -> Result<Option<Id>> {
    let change = change.into();
    let round = changeable(tx, round)?;
    let position = position(tx, &round, change, limits)?;
    let effect = in_figures(&position)?;
    record(tx, &round, &position, change, by, now)?;
    explain_again(tx, &position)?;
    for (person, _, to) in &position.people {
        let Some(registered) = position.material.people.get(*person) else { continue };
        if to.is_none() {
            let why = UnplacedWhy { reason: Reason::TakenOut, help: Vec::new() };
            set_place(tx, registered.id, None, &serde_json::to_string(&why)?)?;
        }
        diesel::update(proposal_places::table.find(registered.id))
            .set((proposal_places::moved_by.eq(by), proposal_places::moved_at.eq(now)))
            .execute(&mut **tx)?;
    }
    let outcome = Outcome::of(&round).unwrap_or_default();
    // What was moved by hand says nothing about how far the search is from the best.
    let outcome = Outcome { value: effect.after, gap_per_mille: None, improved: None, ..outcome };
    set_outcome(tx, round.id, &outcome)?;
    let to = position.people.first().and_then(|(_, _, to)| *to);
    Ok(to.and_then(|to| position.proposal.groups.get(to)).map(|group| group.id))
}

/// Writes down what the change replaces.
fn record(
    tx: &mut Tx<'_>,
    round: &Round,
    position: &Position,
    change: ByHand,
    by: Id,
    now: Timestamp,
) -> Result<()> {
    let groups = &position.proposal.groups;
    let touched: Vec<Id> = groups
        .iter()
        .enumerate()
        .filter(|(at, _)| position.touches(*at))
        .map(|(_, group)| group.id)
        .collect();
    let (kind, registrations) = match change {
        ByHand::Move(Move { registration, to: Some(_) }) => (ChangeKind::Move, vec![registration]),
        ByHand::Move(Move { registration, to: None }) => (ChangeKind::Out, vec![registration]),
        ByHand::Swap(Swap { one, two }) => (ChangeKind::Swap, vec![one, two]),
    };
    let (_, from, to) = position.people.first().copied().ok_or(Error::NotFound)?;
    let name = to.or(from).and_then(|at| groups.get(at)).map(|group| group.name.clone()).unwrap_or_default();
    let before = snapshot::part(tx, round, &touched, &registrations)?;
    changes::record(tx, round.id, kind, &About { registrations, name }, &before, Some(by), now)
}

impl Position {
    fn touches(&self, group: usize) -> bool {
        self.people.iter().any(|(_, from, to)| *from == Some(group) || *to == Some(group))
    }

    fn moves(&self, person: usize) -> bool {
        self.people.iter().any(|(moving, ..)| *moving == person)
    }
}

fn position(db: &mut Db, round: &Round, change: ByHand, limits: CategoryLimits) -> Result<Position> {
    let proposal = proposal(db, round.id)?;
    let material = material(db, round, limits, |_| true)?;
    let place: BTreeMap<Id, usize> =
        material.people.iter().enumerate().map(|(at, each)| (each.id, at)).collect();
    let members = |group: &super::proposal::ProposedGroup| {
        group.members.iter().filter_map(|member| place.get(&member.registered.id).copied()).collect()
    };
    let before: Vec<Vec<usize>> = proposal.groups.iter().map(members).collect();
    let person = |id: Id| place.get(&id).copied().ok_or(Error::NotFound);
    let stands = |person: usize| before.iter().position(|group| group.contains(&person));
    let people = match change {
        ByHand::Move(Move { registration, to }) => {
            let to =
                to.map(|id| proposal.groups.iter().position(|group| group.id == id).ok_or(Error::NotFound));
            let person = person(registration)?;
            vec![(person, stands(person), to.transpose()?)]
        }
        ByHand::Swap(Swap { one, two }) => {
            let (one, two) = (person(one)?, person(two)?);
            let (Some(here), Some(there)) = (stands(one), stands(two)) else { return Err(Error::NotFound) };
            vec![(one, Some(here), Some(there)), (two, Some(there), Some(here))]
        }
    };
    if people.iter().any(|(_, from, to)| from == to) {
        return Err(Error::Conflict("error-move-nowhere"));
    }
    must_be_free(&proposal, &people, &material)?;
    let mut after = before.clone();
    for (person, from, to) in &people {
        if let Some(group) = from.and_then(|from| after.get_mut(from)) {
            group.retain(|member| member != person);
        }
        if let Some(group) = to.and_then(|to| after.get_mut(to)) {
            group.push(*person);
        }
    }
    Ok(Position { proposal, material, before, after, people })
}

/// Nobody locked moves, and nobody into or out of a frozen group.
fn must_be_free(
    proposal: &Proposal,
    people: &[(usize, Option<usize>, Option<usize>)],
    material: &Material,
) -> Result<()> {
    for (person, from, to) in people {
        let id = material.people.get(*person).map(|each| each.id);
        let groups: Vec<_> =
            [from, to].into_iter().flatten().filter_map(|at| proposal.groups.get(*at)).collect();
        let mut members = groups.iter().flat_map(|group| &group.members);
        if members.any(|member| member.locked && Some(member.registered.id) == id) {
            return Err(Error::Conflict("error-move-locked"));
        }
        if groups.iter().any(|group| group.frozen) {
            return Err(Error::Conflict("error-move-frozen"));
        }
    }
    Ok(())
}

fn in_figures(position: &Position) -> Result<MoveEffect> {
    let Position { material, before, people, .. } = position;
    match people.as_slice() {
        [(person, _, Some(to))] => effect_of_move(&material.problem, before, *person, *to),
        [(person, ..)] => effect_of_leaving(&material.problem, before, *person),
        [(one, ..), (two, ..), ..] => effect_of_swap(&material.problem, before, *one, *two),
        [] => return Err(Error::NotFound),
    }
    .map_err(Error::internal)
}

/// Explains the groups that changed, and everybody in them.
fn explain_again(tx: &mut Tx<'_>, position: &Position) -> Result<()> {
    let Position { material, proposal, after, .. } = position;
    let organisers = material.organiser_names();
    let names = Names { problem: &material.problem, organisers: &organisers };
    let called: Vec<String> = proposal.groups.iter().map(|group| group.name.clone()).collect();
    let explanation = explain_groups(&material.problem, after);
    for (at, (group, why)) in proposal.groups.iter().zip(&explanation.groups).enumerate() {
        if position.touches(at) {
            diesel::update(proposal_groups::table.find(group.id))
                .set(proposal_groups::why.eq(serde_json::to_string(&names.group(why))?))
                .execute(&mut **tx)?;
        }
    }
    for why in explanation.people.iter().filter(|why| position.touches(why.group)) {
        let Some(registered) = material.people.get(why.person) else { continue };
        let group = proposal.groups.get(why.group).map(|group| group.id);
        let mut kept = names.person(why, &called);
        kept.by_hand = position.moves(why.person) || was_by_hand(proposal, registered.id);
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
