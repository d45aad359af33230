//! How good a set of groups is.

use crate::solution::Value;
use crate::view::View;

/// Means are compared as whole numbers after multiplication by this, which is divisible by 1 to 12.
pub(crate) const EXACT: i64 = 27_720;

/// Sum of affinities of the pairs in a group.
pub(crate) fn pair_sum(view: &View<'_>, group: &[usize]) -> i64 {
    let pairs = group.iter().enumerate().flat_map(|(at, &a)| group[at + 1..].iter().map(move |&b| (a, b)));
    pairs.map(|(a, b)| i64::from(view.affinity(a, b))).sum()
}

/// Sum over the people of a group of their mean affinity to the others, times [`EXACT`].
pub(crate) fn worth(view: &View<'_>, group: &[usize]) -> i64 {
    match group.len() {
        0 | 1 => 0,
        size => 2 * pair_sum(view, group) * EXACT / (size as i64 - 1),
    }
}

/// Mean affinity of a group, in affinity points.
pub(crate) fn group_mean(view: &View<'_>, group: &[usize]) -> i32 {
    let pairs = group.len() * group.len().saturating_sub(1) / 2;
    (pair_sum(view, group) / pairs.max(1) as i64) as i32
}

/// Mean affinity of a person to others.
pub(crate) fn person_mean(view: &View<'_>, person: usize, group: &[usize]) -> i32 {
    let others = group.iter().filter(|&&other| other != person);
    let sum: i64 = others.clone().map(|&other| i64::from(view.affinity(person, other))).sum();
    (sum / others.count().max(1) as i64) as i32
}

/// Figures of a set of groups.
pub(crate) fn value(view: &View<'_>, groups: &[Vec<usize>]) -> Value {
    let groups = || groups.iter().filter(|group| !group.is_empty());
    let placed: usize = groups().map(Vec::len).sum();
    let total: i64 = groups().map(|group| worth(view, group)).sum();
    let weakest = |group: &Vec<usize>| group.iter().map(|&person| person_mean(view, person, group)).min();
    Value {
        placed,
        mean: (total / (EXACT * placed.max(1) as i64)) as i32,
        weakest_group: groups().map(|group| group_mean(view, group)).min().unwrap_or(0),
        weakest_person: groups().filter_map(weakest).min().unwrap_or(0),
    }
}

/// A sum of means, as [`worth`] gives it, in affinity points.
pub(crate) fn points(worth: i64) -> i32 {
    (worth / EXACT) as i32
}
