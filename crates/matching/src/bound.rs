//! How good any placing of the same people could be.

use crate::problem::Problem;
use crate::view::View;

/// People up to whom the bound is worked out: it looks at every pair.
pub const MOST_BOUNDED: usize = 5_000;

/// Degree bound: nobody can have a higher mean than with the best people who may share the group, as many as the
/// smallest group has besides. The mean of that over the people placed is a bound on the mean affinity.
pub(crate) fn bound(problem: &Problem, view: &View<'_>, groups: &[Vec<usize>]) -> Option<i32> {
    let frozen = |at: usize| problem.locks.groups.get(at).is_some_and(|lock| lock.frozen);
    let open: Vec<&Vec<usize>> = groups
        .iter()
        .enumerate()
        .filter(|&(at, group)| !frozen(at) && !group.is_empty())
        .map(|(_, group)| group)
        .collect();
    let people: Vec<usize> = open.iter().flat_map(|group| group.iter().copied()).collect();
    if people.is_empty() || people.len() > MOST_BOUNDED {
        return None;
    }
    let others = open.iter().map(|group| group.len()).min().unwrap_or(2).max(2) - 1;
    let fixed: i64 = groups
        .iter()
        .enumerate()
        .filter(|&(at, group)| frozen(at) && group.len() > 1)
        .map(|(_, group)| 2 * crate::value::pair_sum(view, group) / (group.len() as i64 - 1))
        .sum();
    let best = |&person: &usize| {
        let mut best: Vec<i32> = people
            .iter()
            .filter(|&&other| other != person && view.conflict(person, other).is_none())
            .map(|&other| view.affinity(person, other))
            .collect();
        if best.len() > others {
            best.select_nth_unstable_by(others - 1, |one, two| two.cmp(one));
        }
        let sum: i64 = best.iter().take(others).map(|&affinity| i64::from(affinity)).sum();
        sum * 1000 / others as i64
    };
    use rayon::prelude::*;
    let total: i64 = people.par_iter().map(best).sum::<i64>() + fixed * 1000;
    let placed: usize = groups.iter().map(Vec::len).sum();
    Some(((total + 999) / (1000 * placed as i64)) as i32 + 1)
}
