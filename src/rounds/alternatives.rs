//! What can be done about somebody who has no group or whose group does not work, and about a group that has become too small:
//! worked out by the engine, each as steps that a coordinator can make at once, with what they would do. In large rounds it is
//! asked about the part that is near ([`Published::near`]).

use matching::{
    MoveEffect, Remedy, best_group_for, effect_of_change, suggest_after_withdrawal, suggest_changes,
};

use super::published::Published;
use super::rearrangement::{Step, after};
use crate::db::types::Id;
use crate::error::{Error, Result};

/// Groups that are offered to one person.
const MOST_JOINS: usize = 4;

/// Ways to change places that are looked through, of each number of people moved.
const LOOKED_AT: usize = 48;

/// Ways to change places that are offered, of each number of people moved.
const MOST_EXCHANGES: usize = 2;

/// Ways of each kind for a group that has become too small.
const MOST_REMEDIES: usize = 2;

/// What kind of change it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// Somebody joins a group; nobody else moves.
    Join,
    /// Somebody joins a group and others, so many, move on.
    Exchange(usize),
    /// Somebody leaves, and the group goes on.
    Leave,
    /// The group takes in somebody who waits.
    TakeIn,
    /// The group takes in somebody of a group that can spare one.
    Borrow,
    /// The group joins another whole.
    Merge,
}

/// A way on.
pub(super) struct Alternative {
    pub kind: Kind,
    pub steps: Vec<Step>,
    pub effect: MoveEffect,
}

impl Alternative {
    /// The effect is on the groups that change: the others, empty here, are as they were.
    fn of(published: &Published, kind: Kind, steps: Vec<Step>) -> Result<Self> {
        let (mut before, mut after) = (published.members.clone(), after(published, &steps)?);
        for (was, is) in before.iter_mut().zip(&mut after).filter(|(was, is)| was == is) {
            was.clear();
            is.clear();
        }
        let effect =
            effect_of_change(&published.material.problem, &before, &after).map_err(Error::internal)?;
        Ok(Alternative { kind, steps, effect })
    }
}

/// Other groups for somebody, those that break no rule first; nobody else moves.
pub(super) fn joins(published: &Published, person: usize) -> Result<Vec<Alternative>> {
    let own = published.group_of(person);
    let groups = published.without(person);
    let found = best_group_for(&published.material.problem, &groups, person, MOST_JOINS + 1);
    let found = found.into_iter().filter(|opening| Some(opening.group) != own).take(MOST_JOINS);
    found
        .map(|opening| {
            let steps = vec![step(published, person, own, Some(opening.group))?];
            Alternative::of(published, Kind::Join, steps)
        })
        .collect()
}

/// Ways to place somebody by which one, two or three others move on. Somebody who waits gets those that gain more than moving
/// fewer does; somebody who has a group gets those by which another takes the place that becomes free.
pub(super) fn exchanges(published: &Published, person: usize) -> Result<Vec<Alternative>> {
    let own = published.group_of(person);
    let problem = &published.material.problem;
    let groups = published.without(person);
    let changes = suggest_changes(problem, &groups, Some(person), LOOKED_AT);
    let mut best = i32::MIN;
    let mut found = Vec::new();
    for moved in 0..=3 {
        let of_so_many = changes.iter().filter(|change| change.moved == moved);
        let wanted = |change: &&matching::Change| {
            let ends = change.steps.last().map(|step| step.to);
            moved > 0 && change.gain > best && (own.is_none() || ends == own)
        };
        for change in of_so_many.clone().filter(wanted).take(MOST_EXCHANGES) {
            let steps = change.steps.iter().map(|each| {
                let from = if each.person == person { own } else { each.from };
                step(published, each.person, from, Some(each.to))
            });
            let steps = steps.collect::<Result<Vec<_>>>()?;
            found.push(Alternative::of(published, Kind::Exchange(moved), steps)?);
        }
        // What fewer moves gain is what more must beat. Where a place must be filled, only what fills it counts.
        let mut gains = of_so_many
            .filter(|change| own.is_none() || moved > 0 && change.steps.last().map(|step| step.to) == own);
        best = best.max(gains.next().map_or(i32::MIN, |change| change.gain));
    }
    Ok(found)
}

/// Ways on for a group after somebody has left it or, with `leaver`, when somebody leaves it now: it takes somebody in, borrows
/// somebody or joins another group; leaving it as it is comes first, with `leaver` alone.
pub(super) fn ways_out(
    published: &Published,
    group: usize,
    leaver: Option<usize>,
) -> Result<Vec<Alternative>> {
    let problem = &published.material.problem;
    let groups = leaver.map_or_else(|| published.members.clone(), |person| published.without(person));
    let first = leaver.map(|person| step(published, person, Some(group), None)).transpose()?;
    let mut found = Vec::new();
    for remedy in suggest_after_withdrawal(problem, &groups, group, MOST_REMEDIES + 1) {
        let (kind, more) = match remedy {
            Remedy::Keep { .. } if leaver.is_some() => (Kind::Leave, Vec::new()),
            Remedy::Keep { .. } => continue,
            // Whoever leaves is not to be taken in again.
            Remedy::TakeIn { person, .. } if Some(person) == leaver => continue,
            Remedy::TakeIn { person, .. } => {
                (Kind::TakeIn, vec![step(published, person, None, Some(group))?])
            }
            Remedy::Borrow { person, from, .. } => {
                (Kind::Borrow, vec![step(published, person, Some(from), Some(group))?])
            }
            Remedy::Merge { .. } if groups.get(group).is_none_or(Vec::is_empty) => continue,
            Remedy::Merge { with, .. } => {
                let members = groups.get(group).into_iter().flatten();
                let steps = members.map(|person| step(published, *person, Some(group), Some(with)));
                (Kind::Merge, steps.collect::<Result<Vec<_>>>()?)
            }
        };
        let so_far = found.iter().filter(|known: &&Alternative| known.kind == kind).count();
        if so_far < MOST_REMEDIES {
            let steps = first.into_iter().chain(more).collect();
            found.push(Alternative::of(published, kind, steps)?);
        }
    }
    Ok(found)
}

fn step(published: &Published, person: usize, from: Option<usize>, to: Option<usize>) -> Result<Step> {
    let id = |at: Option<usize>| -> Result<Option<Id>> {
        at.map(|at| published.group(at).map(|group| group.id)).transpose()
    };
    Ok(Step { seat: published.person(person)?.seat_id, from: id(from)?, to: id(to)? })
}
