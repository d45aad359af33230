//! Lifting the weakest, at a price.

use crate::problem::Problem;
use crate::repair::accepts;
use crate::value::{person_mean, worth};
use crate::view::View;

/// Share of the people, from the weakest up, for whom a better place is sought: one in so many.
const ONE_IN: usize = 10;

/// Groups looked at for one person.
const MOST_GROUPS: usize = 400;

/// Rounds over the weakest.
const ROUNDS: usize = 4;

/// Exchanges the weakest people with others where the weakest of the two groups gains, as long as the sum of all means
/// falls by no more than [`crate::Rules::fairness_per_mille`] altogether.
pub(crate) fn lift(
    problem: &Problem,
    view: &View<'_>,
    groups: &mut [Vec<usize>],
    movable: &dyn Fn(usize) -> bool,
) {
    let total: i64 = groups.iter().map(|group| worth(view, group)).sum();
    let mut purse = total / 1000 * i64::from(problem.rules.fairness_per_mille);
    for round in 0..ROUNDS {
        let mut people: Vec<(i32, usize, usize)> = groups
            .iter()
            .enumerate()
            .flat_map(|(at, group)| group.iter().map(move |&person| (at, person, group)))
            .filter(|&(_, person, _)| movable(person))
            .map(|(at, person, group)| (person_mean(view, person, group), person, at))
            .collect();
        people.sort_by(|one, two| {
            one.0.cmp(&two.0).then_with(|| problem.people[one.1].key.cmp(&problem.people[two.1].key))
        });
        people.truncate(people.len().div_ceil(ONE_IN));
        let mut lifted = false;
        for (_, person, at) in people {
            if groups[at].contains(&person) {
                lifted |= better_place(problem, view, groups, movable, (person, at, round), &mut purse);
            }
        }
        if !lifted {
            return;
        }
    }
}

/// Two groups as they would be, the weakest mean of a person in them, and what the change costs.
struct Exchange {
    lowest: i32,
    cost: i64,
    to: usize,
    here: Vec<usize>,
    there: Vec<usize>,
}

fn better_place(
    problem: &Problem,
    view: &View<'_>,
    groups: &mut [Vec<usize>],
    movable: &dyn Fn(usize) -> bool,
    (person, from, round): (usize, usize, usize),
    purse: &mut i64,
) -> bool {
    let mut best: Option<Exchange> = None;
    let here = groups[from].clone();
    let weakest_here = weakest(view, &here);
    let before_here = worth(view, &here);
    let stride = groups.len().div_ceil(MOST_GROUPS);
    for to in (round % stride..groups.len()).step_by(stride).filter(|&to| to != from) {
        let before = before_here + worth(view, &groups[to]);
        let floor = weakest_here.min(weakest(view, &groups[to]));
        for at in 0..groups[to].len() {
            let other = groups[to][at];
            if !movable(other) {
                continue;
            }
            let (one, two) = (replaced(&here, person, other), replaced(&groups[to], other, person));
            let others = |group: &[usize], joining: usize| -> Vec<usize> {
                group.iter().copied().filter(|&member| member != joining).collect()
            };
            if !accepts(problem, view, &others(&one, other), &[other])
                || !accepts(problem, view, &others(&two, person), &[person])
            {
                continue;
            }
            let lowest = weakest(view, &one).min(weakest(view, &two));
            let cost = before - worth(view, &one) - worth(view, &two);
            let better = best.as_ref().is_none_or(|best| (lowest, -cost) > (best.lowest, -best.cost));
            if lowest > floor && cost <= *purse && better {
                best = Some(Exchange { lowest, cost, to, here: one, there: two });
            }
        }
    }
    let Some(best) = best else {
        return false;
    };
    groups[from] = best.here;
    groups[best.to] = best.there;
    *purse -= best.cost;
    true
}

fn replaced(group: &[usize], leaving: usize, joining: usize) -> Vec<usize> {
    group.iter().map(|&member| if member == leaving { joining } else { member }).collect()
}

fn weakest(view: &View<'_>, group: &[usize]) -> i32 {
    group.iter().map(|&person| person_mean(view, person, group)).min().unwrap_or(i32::MAX)
}
