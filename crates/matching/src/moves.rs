//! What a change by hand would do, before it is made.

use serde::{Deserialize, Serialize};

use crate::audit::broken;
use crate::problem::Problem;
use crate::rules::BrokenRule;
use crate::solution::Value;
use crate::value::{group_mean, person_mean, value};
use crate::view::View;

/// The effect of a change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MoveEffect {
    /// Figures as they are.
    pub before: Value,
    /// Figures as they would be.
    pub after: Value,
    /// The groups that change.
    pub groups: Vec<GroupEffect>,
    /// The people who change groups.
    pub people: Vec<PersonEffect>,
    /// Rules that would be broken and are not now.
    pub broken: Vec<BrokenRule>,
    /// Rules that are broken now and would not be.
    pub mended: Vec<BrokenRule>,
}

/// What a change does to a group, in affinity points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroupEffect {
    /// Place of the group.
    pub group: usize,
    /// Mean affinity now.
    pub before: i32,
    /// Mean affinity after.
    pub after: i32,
}

/// What a change does to a person, in affinity points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonEffect {
    /// The person.
    pub person: usize,
    /// Mean affinity to the group now; none without a group.
    pub before: Option<i32>,
    /// Mean affinity to the group after; none without a group.
    pub after: Option<i32>,
}

/// Why a change cannot even be described.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum MoveError {
    /// There is no such group.
    #[error("there is no group number {0}")]
    UnknownGroup(usize),
    /// There is no such person.
    #[error("there is no person number {0}")]
    UnknownPerson(usize),
    /// The person has no group.
    #[error("person {0} has no group")]
    Unplaced(usize),
}

/// What happens when a person moves to a group, or joins it without having had one.
///
/// # Errors
/// When the person or the group does not exist.
pub fn effect_of_move(
    problem: &Problem,
    groups: &[Vec<usize>],
    person: usize,
    to: usize,
) -> Result<MoveEffect, MoveError> {
    known(problem, groups, person)?;
    if to >= groups.len() {
        return Err(MoveError::UnknownGroup(to));
    }
    let mut after = groups.to_vec();
    after.iter_mut().for_each(|group| group.retain(|&member| member != person));
    after[to].push(person);
    Ok(effect(problem, groups, &after, &[person]))
}

/// What happens when two people change places.
///
/// # Errors
/// When one of them does not exist or has no group.
pub fn effect_of_swap(
    problem: &Problem,
    groups: &[Vec<usize>],
    one: usize,
    two: usize,
) -> Result<MoveEffect, MoveError> {
    for person in [one, two] {
        known(problem, groups, person)?;
        place_of(groups, person).ok_or(MoveError::Unplaced(person))?;
    }
    let exchanged = |&person: &usize| match person {
        _ if person == one => two,
        _ if person == two => one,
        _ => person,
    };
    let after: Vec<Vec<usize>> = groups.iter().map(|group| group.iter().map(exchanged).collect()).collect();
    Ok(effect(problem, groups, &after, &[one, two]))
}

/// What happens when a person leaves.
///
/// # Errors
/// When the person does not exist or has no group.
pub fn effect_of_leaving(
    problem: &Problem,
    groups: &[Vec<usize>],
    person: usize,
) -> Result<MoveEffect, MoveError> {
    known(problem, groups, person)?;
    let from = place_of(groups, person).ok_or(MoveError::Unplaced(person))?;
    let mut after = groups.to_vec();
    after[from].retain(|&member| member != person);
    Ok(effect(problem, groups, &after, &[person]))
}

/// What happens when several people move, leave or join at once. Groups keep their number and order; one that is
/// dissolved is empty afterwards.
///
/// # Errors
/// When the numbers of groups differ, or a person does not exist.
pub fn effect_of_change(
    problem: &Problem,
    before: &[Vec<usize>],
    after: &[Vec<usize>],
) -> Result<MoveEffect, MoveError> {
    if before.len() != after.len() {
        return Err(MoveError::UnknownGroup(before.len().min(after.len())));
    }
    let places = |groups: &[Vec<usize>]| {
        let mut place = vec![None; problem.people.len()];
        for (at, group) in groups.iter().enumerate() {
            for &person in group {
                *place.get_mut(person).ok_or(MoveError::UnknownPerson(person))? = Some(at);
            }
        }
        Ok(place)
    };
    let (old, new): (Vec<Option<usize>>, Vec<Option<usize>>) = (places(before)?, places(after)?);
    let moved: Vec<usize> = (0..old.len()).filter(|&person| old[person] != new[person]).collect();
    Ok(effect(problem, before, after, &moved))
}

/// Compares two sets of groups of the same number and order.
fn effect(problem: &Problem, before: &[Vec<usize>], after: &[Vec<usize>], people: &[usize]) -> MoveEffect {
    let view = View::new(problem);
    let (old, new) = (broken(problem, &view, before), broken(problem, &view, after));
    let mean = |groups: &[Vec<usize>], person: usize| {
        place_of(groups, person).map(|at| person_mean(&view, person, &groups[at]))
    };
    MoveEffect {
        before: value(&view, before),
        after: value(&view, after),
        groups: (0..before.len())
            .filter(|&group| before[group] != after[group])
            .map(|group| GroupEffect {
                group,
                before: group_mean(&view, &before[group]),
                after: group_mean(&view, &after[group]),
            })
            .collect(),
        people: people
            .iter()
            .map(|&person| PersonEffect { person, before: mean(before, person), after: mean(after, person) })
            .collect(),
        broken: new.iter().filter(|rule| !old.contains(rule)).cloned().collect(),
        mended: old.iter().filter(|rule| !new.contains(rule)).cloned().collect(),
    }
}

fn known(problem: &Problem, groups: &[Vec<usize>], person: usize) -> Result<(), MoveError> {
    let strange = groups.iter().flatten().copied().chain([person]).find(|&it| it >= problem.people.len());
    strange.map_or(Ok(()), |person| Err(MoveError::UnknownPerson(person)))
}

pub(crate) fn place_of(groups: &[Vec<usize>], person: usize) -> Option<usize> {
    groups.iter().position(|group| group.contains(&person))
}
