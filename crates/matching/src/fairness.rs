//! Lifting the weakest, at a price.

use crate::problem::Problem;
use crate::value::{EXACT, worth};
use crate::view::View;

/// Share of the people, from the weakest up, for whom a better place is sought: one in so many, at most [`MOST_PEOPLE`].
const ONE_IN: usize = 10;
const MOST_PEOPLE: usize = 1_500;

/// Groups looked at for one person.
const MOST_GROUPS: usize = 300;

/// Rounds over the weakest.
const ROUNDS: usize = 4;

/// Exchanges the weakest people with others where the weakest of the two groups gains, as long as the sum of all means
/// falls by no more than [`crate::Rules::fairness_per_mille`] altogether.
pub(crate) fn lift(
    problem: &Problem,
    view: &View<'_>,
    groups: &mut [Vec<usize>],
    movable: &dyn Fn(usize) -> bool,
    stop: &(dyn Fn() -> bool + Sync),
) {
    let total: i64 = groups.iter().map(|group| worth(view, group)).sum();
    let mut purse = total / 1000 * i64::from(problem.rules.fairness_per_mille);
    let mut sums = vec![0; problem.people.len()];
    groups.iter().for_each(|group| count_sums(view, group, &mut sums));
    for round in 0..ROUNDS {
        let mut lifted = false;
        for (from, person) in weakest_people(problem, groups, movable, &sums) {
            if stop() {
                return;
            }
            if !groups[from].contains(&person) {
                continue;
            }
            let found = exchange(view, problem, groups, movable, &sums, (from, person, round), purse);
            if let Some(Exchange { cost, to, other, .. }) = found {
                replace(&mut groups[from], person, other);
                replace(&mut groups[to], other, person);
                count_sums(view, &groups[from], &mut sums);
                count_sums(view, &groups[to], &mut sums);
                purse -= cost;
                lifted = true;
            }
        }
        if !lifted {
            return;
        }
    }
}

/// The people with the lowest means, weakest first, with their groups.
fn weakest_people(
    problem: &Problem,
    groups: &[Vec<usize>],
    movable: &dyn Fn(usize) -> bool,
    sums: &[i64],
) -> Vec<(usize, usize)> {
    let mut people: Vec<(i64, usize, usize)> = groups
        .iter()
        .enumerate()
        .flat_map(|(at, group)| group.iter().map(move |&person| (at, person, group.len())))
        .filter(|&(_, person, _)| movable(person))
        .map(|(at, person, size)| (mean(sums[person], size), at, person))
        .collect();
    let key = |person: usize| &problem.people[person].key;
    people.sort_by(|one, two| one.0.cmp(&two.0).then_with(|| key(one.2).cmp(key(two.2))));
    people.truncate(people.len().div_ceil(ONE_IN).min(MOST_PEOPLE));
    people.into_iter().map(|(_, at, person)| (at, person)).collect()
}

/// A change of places: the weakest mean in the two groups after it, what it costs, and who comes instead.
struct Exchange {
    lowest: i64,
    cost: i64,
    to: usize,
    other: usize,
}

/// The exchange that lifts the weakest of two groups highest, within the purse.
fn exchange(
    view: &View<'_>,
    problem: &Problem,
    groups: &[Vec<usize>],
    movable: &dyn Fn(usize) -> bool,
    sums: &[i64],
    (from, person, round): (usize, usize, usize),
    purse: i64,
) -> Option<Exchange> {
    let mut best: Option<Exchange> = None;
    let here = &groups[from];
    let floor_here = lowest(here, sums);
    let stride = groups.len().div_ceil(MOST_GROUPS);
    for to in (round % stride..groups.len()).step_by(stride).filter(|&to| to != from) {
        let there = &groups[to];
        let floor = floor_here.min(lowest(there, sums));
        for &other in there.iter().filter(|&&other| movable(other)) {
            let bar = best.as_ref().map_or(floor, |best| best.lowest.max(floor));
            let Some((low_here, change_here)) = after(view, here, person, other, sums, bar) else { continue };
            let Some((low_there, change_there)) = after(view, there, other, person, sums, bar) else {
                continue;
            };
            let cost = -(change_here + change_there);
            let lowest = low_here.min(low_there);
            if cost <= purse
                && joins(view, problem, here, person, other)
                && joins(view, problem, there, other, person)
            {
                best = Some(Exchange { lowest, cost, to, other });
            }
        }
    }
    best
}

/// The lowest mean in a group after one person has taken another's place, and the change of its worth; none where the
/// lowest is not above `bar`.
fn after(
    view: &View<'_>,
    group: &[usize],
    leaving: usize,
    joining: usize,
    sums: &[i64],
    bar: i64,
) -> Option<(i64, i64)> {
    let mut joined = 0;
    let mut lowest = i64::MAX;
    for &member in group.iter().filter(|&&member| member != leaving) {
        let gained = i64::from(view.affinity(member, joining));
        joined += gained;
        let sum = sums[member] - i64::from(view.affinity(member, leaving)) + gained;
        lowest = lowest.min(mean(sum, group.len()));
        if lowest <= bar {
            return None;
        }
    }
    lowest = lowest.min(mean(joined, group.len()));
    let change = 2 * (joined - sums[leaving]) * EXACT / (group.len() as i64 - 1).max(1);
    (lowest > bar).then_some((lowest, change))
}

fn joins(view: &View<'_>, problem: &Problem, group: &[usize], leaving: usize, joining: usize) -> bool {
    let mut stay = group.iter().filter(|&&member| member != leaving);
    let organiser = view.organiser(joining);
    let from_it = stay.clone().filter(|&&member| view.organiser(member) == organiser).count();
    from_it < problem.rules.per_organiser && stay.all(|&member| view.conflict(member, joining).is_none())
}

fn replace(group: &mut [usize], leaving: usize, joining: usize) {
    group.iter_mut().filter(|member| **member == leaving).for_each(|member| *member = joining);
}

fn count_sums(view: &View<'_>, group: &[usize], sums: &mut [i64]) {
    for &person in group {
        let others = group.iter().filter(|&&other| other != person);
        sums[person] = others.map(|&other| i64::from(view.affinity(person, other))).sum();
    }
}

fn lowest(group: &[usize], sums: &[i64]) -> i64 {
    group.iter().map(|&person| mean(sums[person], group.len())).min().unwrap_or(i64::MAX)
}

/// A mean, exact enough to compare groups of different sizes.
fn mean(sum: i64, size: usize) -> i64 {
    sum * EXACT / (size as i64 - 1).max(1)
}
