//! Whether groups keep the rules.

use std::collections::BTreeMap;

use crate::problem::Problem;
use crate::rules::BrokenRule;
use crate::units::units;
use crate::view::View;

/// Every rule that a set of groups breaks. Groups stand as in [`crate::Solution::groups`]: locked groups first.
/// Empty groups break nothing; frozen groups break nothing but by gaining or losing people.
pub fn broken_rules(problem: &Problem, groups: &[Vec<usize>]) -> Vec<BrokenRule> {
    broken(problem, &View::new(problem), groups)
}

pub(crate) fn broken(problem: &Problem, view: &View<'_>, groups: &[Vec<usize>]) -> Vec<BrokenRule> {
    let mut found = Vec::new();
    for at in 0..groups.len() {
        if !problem.locks.groups.get(at).is_some_and(|lock| lock.frozen) {
            broken_in(problem, view, groups, at, &mut found);
        }
    }
    let mut place = vec![None; problem.people.len()];
    for (at, group) in groups.iter().enumerate() {
        for &person in group {
            if place[person].replace(at).is_some() {
                found.push(BrokenRule::Twice { person });
            }
        }
    }
    locked(problem, groups, &place, &mut found);
    for unit in units(problem) {
        if unit.iter().any(|&person| place[person] != place[unit[0]]) {
            found.push(BrokenRule::Split { people: unit });
        }
    }
    found
}

/// The rules that one group breaks by itself.
pub(crate) fn broken_in(
    problem: &Problem,
    view: &View<'_>,
    groups: &[Vec<usize>],
    group: usize,
    found: &mut Vec<BrokenRule>,
) {
    let members = &groups[group];
    let (size, sizes) = (members.len(), &problem.rules.group_size);
    if size > 0 && size < *sizes.start() {
        found.push(BrokenRule::TooSmall { group, size, least: *sizes.start() });
    }
    if size > *sizes.end() {
        found.push(BrokenRule::TooLarge { group, size, most: *sizes.end() });
    }
    let most = problem.rules.per_organiser;
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    members.iter().for_each(|&person| *counts.entry(view.organiser(person)).or_default() += 1);
    let over = counts.into_iter().filter(|&(_, count)| count > most);
    found.extend(over.map(|(organiser, count)| BrokenRule::PerOrganiser { group, organiser, count, most }));
    for (at, &one) in members.iter().enumerate() {
        for &two in &members[at + 1..] {
            if let Some(conflict) = view.conflict(one, two) {
                let (a, b) = (one.min(two), one.max(two));
                found.push(BrokenRule::Pair { group, a, b, conflict });
            }
        }
    }
}

fn locked(problem: &Problem, groups: &[Vec<usize>], place: &[Option<usize>], found: &mut Vec<BrokenRule>) {
    for (lock, locked) in problem.locks.groups.iter().enumerate() {
        let dissolved = locked.members.iter().all(|&person| place[person].is_none());
        if dissolved && !locked.frozen {
            continue;
        }
        let missing = locked.members.iter().filter(|&&person| place[person] != Some(lock));
        found.extend(missing.map(|&person| BrokenRule::LockedGroup { lock, person }));
        let added = groups.get(lock).into_iter().flatten().filter(|person| !locked.members.contains(person));
        if locked.frozen {
            found.extend(added.map(|&person| BrokenRule::LockedGroup { lock, person }));
        }
    }
}
