//! Demands that cannot hold together, found before any search.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::rules::Conflict;
use crate::view::View;
use crate::weights::{Component, Weights};

/// Largest group that may be asked for.
pub const MOST_IN_GROUP: usize = 60;

/// A demand that cannot be met. Each names the least that must give way.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
#[serde(rename_all = "snake_case")]
pub enum Infeasible {
    /// The smallest group must have two people or more, and not be larger than the largest.
    #[error("groups of {least} to {most} people are not possible")]
    GroupSize {
        /// Fewest.
        least: usize,
        /// Most.
        most: usize,
    },
    /// No group could hold anybody.
    #[error("at most 0 people per organiser leaves every group empty")]
    PerOrganiser,
    /// Weights are all zero, or one is above [`Weights::MOST`].
    #[error("the weights add up to {total}; each must be at most {}, and one above 0", Weights::MOST)]
    Weights {
        /// Their sum.
        total: u32,
    },
    /// Two people, or two organisers, have the same key.
    #[error("the key {key} is used twice")]
    DuplicateKey {
        /// The key.
        key: String,
    },
    /// A place that no organiser has.
    #[error("there is no organiser number {organiser}")]
    UnknownOrganiser {
        /// The place.
        organiser: usize,
    },
    /// A place that no person has.
    #[error("there is no person number {person}")]
    UnknownPerson {
        /// The place.
        person: usize,
    },
    /// A position that is not on the globe.
    #[error("organiser number {organiser} lies outside the globe")]
    Position {
        /// The organiser.
        organiser: usize,
    },
    /// Two people must share a group and cannot: lift the lock or the rule.
    #[error("person {a} and person {b} are locked together but cannot share a group")]
    Contradiction {
        /// One.
        a: usize,
        /// The other.
        b: usize,
        /// What keeps them apart.
        conflict: Conflict,
    },
    /// People locked together are more than a group holds: let at least `excess` of them go.
    #[error("{} people are locked together, {excess} more than a group holds", people.len())]
    TogetherTooLarge {
        /// The people.
        people: Vec<usize>,
        /// How many too many.
        excess: usize,
    },
    /// People locked together come from one organiser in larger number than the rule allows.
    #[error(
        "{count} people locked together come from organiser number {organiser}, more than the {most} allowed"
    )]
    TogetherPerOrganiser {
        /// The organiser.
        organiser: usize,
        /// People from it.
        count: usize,
        /// Most allowed.
        most: usize,
    },
    /// A person is locked to two groups.
    #[error("person {person} is locked to two groups")]
    LockedTwice {
        /// The person.
        person: usize,
    },
    /// A person outside a frozen group is locked together with one inside it.
    #[error("person {person} is locked together with somebody in a frozen group")]
    TogetherWithFrozen {
        /// The person outside.
        person: usize,
    },
}

/// Looks for demands that cannot hold together. An empty problem is feasible: its solution is empty.
///
/// # Errors
/// Everything found, in a stable order; wrong places and keys are reported alone, since nothing else can be read.
pub fn check(problem: &Problem) -> Result<(), Vec<Infeasible>> {
    let mut found = Vec::new();
    settings(problem, &mut found);
    places(problem, &mut found);
    if found.is_empty() {
        locks(problem, &mut found);
    }
    if found.is_empty() { Ok(()) } else { Err(found) }
}

fn settings(problem: &Problem, found: &mut Vec<Infeasible>) {
    let (least, most) = (*problem.rules.group_size.start(), *problem.rules.group_size.end());
    if least < 2 || least > most || most > MOST_IN_GROUP {
        found.push(Infeasible::GroupSize { least, most });
    }
    if problem.rules.per_organiser == 0 {
        found.push(Infeasible::PerOrganiser);
    }
    let large = Component::ALL.iter().any(|&component| problem.weights.of(component) > Weights::MOST);
    let total = Component::ALL
        .iter()
        .fold(0, |sum: u32, &component| sum.saturating_add(problem.weights.of(component)));
    if large || total == 0 {
        found.push(Infeasible::Weights { total });
    }
}

fn places(problem: &Problem, found: &mut Vec<Infeasible>) {
    for mut keys in [
        problem.organisers.iter().map(|organiser| &organiser.key).collect::<Vec<_>>(),
        problem.people.iter().map(|person| &person.key).collect(),
    ] {
        keys.sort_unstable();
        let twice = keys.chunk_by(|one, two| one == two).filter(|run| run.len() > 1);
        found.extend(twice.map(|run| Infeasible::DuplicateKey { key: run[0].clone() }));
    }
    let named =
        problem.organisers.iter().flat_map(|it| it.neighbours.iter().chain(&it.similar).chain(&it.rivals));
    let met = problem.history.organisers.iter().flat_map(|met| [&met.a, &met.b]);
    let held = problem.people.iter().map(|person| &person.organiser);
    let mut organisers: Vec<usize> = named.chain(met).chain(held).copied().collect();
    organisers.retain(|&organiser| organiser >= problem.organisers.len());
    organisers.sort_unstable();
    organisers.dedup();
    found.extend(organisers.into_iter().map(|organiser| Infeasible::UnknownOrganiser { organiser }));

    let wished = problem.people.iter().flat_map(|person| person.with.iter().chain(&person.not_with));
    let met = problem.history.people.iter().flat_map(|met| [&met.a, &met.b]);
    let locked = problem.locks.together.iter().chain(&problem.locks.apart).flatten();
    let grouped = problem.locks.groups.iter().flat_map(|group| &group.members);
    let mut people: Vec<usize> = wished.chain(met).chain(locked).chain(grouped).copied().collect();
    people.retain(|&person| person >= problem.people.len());
    people.sort_unstable();
    people.dedup();
    found.extend(people.into_iter().map(|person| Infeasible::UnknownPerson { person }));

    for (organiser, it) in problem.organisers.iter().enumerate() {
        if it.position.is_some_and(|(lat, lon)| !(lat.abs() <= 90.0 && lon.abs() <= 360.0)) {
            found.push(Infeasible::Position { organiser });
        }
    }
}

fn locks(problem: &Problem, found: &mut Vec<Infeasible>) {
    let mut lock_of = vec![None; problem.people.len()];
    for (lock, group) in problem.locks.groups.iter().enumerate() {
        for &person in &group.members {
            if lock_of[person].replace(lock).is_some_and(|before| before != lock) {
                found.push(Infeasible::LockedTwice { person });
            }
        }
    }
    if !found.is_empty() {
        return;
    }
    let view = View::new(problem);
    for unit in crate::units::units(problem) {
        let frozen = |person: &usize| lock_of[*person].is_some_and(|lock| problem.locks.groups[lock].frozen);
        if unit.iter().any(frozen) {
            let outside = unit.iter().filter(|person| !frozen(person));
            found.extend(outside.map(|&person| Infeasible::TogetherWithFrozen { person }));
            continue;
        }
        unit_fits(problem, &view, &unit, found);
    }
}

fn unit_fits(problem: &Problem, view: &View<'_>, unit: &[usize], found: &mut Vec<Infeasible>) {
    let most = *problem.rules.group_size.end();
    if unit.len() > most {
        found.push(Infeasible::TogetherTooLarge { people: unit.to_vec(), excess: unit.len() - most });
        return;
    }
    for (at, &a) in unit.iter().enumerate() {
        for &b in &unit[at + 1..] {
            if let Some(conflict) = view.conflict(a, b) {
                found.push(Infeasible::Contradiction { a, b, conflict });
            }
        }
    }
    let mut organisers: Vec<usize> = unit.iter().map(|&person| view.organiser(person)).collect();
    organisers.sort_unstable();
    for run in organisers.chunk_by(|one, two| one == two) {
        let most = problem.rules.per_organiser;
        if most > 1 && run.len() > most {
            found.push(Infeasible::TogetherPerOrganiser { organiser: run[0], count: run.len(), most });
        }
    }
}
