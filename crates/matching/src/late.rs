//! After publication: somebody joins late, somebody withdraws. Nobody else is moved unless asked for.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::audit::broken_in;
use crate::moves::place_of;
use crate::problem::Problem;
use crate::rules::BrokenRule;
use crate::value::{group_mean, person_mean, worth};
use crate::view::View;

/// A group for a newcomer, with what it would mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opening {
    /// Place of the group.
    pub group: usize,
    /// Mean affinity of the newcomer to its people, in points.
    pub affinity: i32,
    /// Mean affinity of the group now.
    pub before: i32,
    /// Mean affinity of the group with the newcomer.
    pub after: i32,
    /// Rules that the newcomer would break there.
    pub broken: Vec<BrokenRule>,
}

/// Groups for a newcomer who has none: those that break no rule first, best affinity first; at most `most`.
/// The newcomer is in the problem and in no group. Frozen groups are left out.
pub fn best_group_for(
    problem: &Problem,
    groups: &[Vec<usize>],
    newcomer: usize,
    most: usize,
) -> Vec<Opening> {
    let view = View::new(problem);
    openings(problem, &view, groups, newcomer, most)
}

pub(crate) fn openings(
    problem: &Problem,
    view: &View<'_>,
    groups: &[Vec<usize>],
    newcomer: usize,
    most: usize,
) -> Vec<Opening> {
    let frozen = |at: usize| problem.locks.groups.get(at).is_some_and(|lock| lock.frozen);
    let mut ranking: Vec<(usize, i32, usize)> = groups
        .par_iter()
        .enumerate()
        .with_min_len(512)
        .filter(|&(at, group)| !frozen(at) && !group.is_empty() && !group.contains(&newcomer))
        .map(|(at, group)| (faults(problem, view, group, newcomer), person_mean(view, newcomer, group), at))
        .collect();
    ranking.sort_by(|one, two| one.0.cmp(&two.0).then(two.1.cmp(&one.1)).then(one.2.cmp(&two.2)));
    ranking.truncate(most);
    let opening = |(_, affinity, group): (usize, i32, usize)| {
        let mut with = groups[group].clone();
        with.push(newcomer);
        let after = group_mean(view, &with);
        let mut broken = Vec::new();
        let mut shown = vec![Vec::new(); group];
        shown.push(with);
        broken_in(problem, view, &shown, group, &mut broken);
        Opening { group, affinity, before: group_mean(view, &groups[group]), after, broken }
    };
    ranking.into_iter().map(opening).collect()
}

fn faults(problem: &Problem, view: &View<'_>, group: &[usize], newcomer: usize) -> usize {
    let clashes = group.iter().filter(|&&member| view.conflict(newcomer, member).is_some()).count();
    let organiser = view.organiser(newcomer);
    let from_it = group.iter().filter(|&&member| view.organiser(member) == organiser).count();
    let crowded = usize::from(from_it >= problem.rules.per_organiser && problem.rules.per_organiser > 1);
    clashes + crowded + usize::from(group.len() >= *problem.rules.group_size.end())
}

/// What can be done with a group that somebody has left.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Remedy {
    /// Go on as it is. `short` people are missing to the fewest allowed; 0 breaks no rule.
    Keep {
        /// People missing.
        short: usize,
        /// Mean affinity of the group, in points.
        mean: i32,
    },
    /// Take in a person from a group that can spare one.
    Borrow {
        /// The person.
        person: usize,
        /// The group that lends.
        from: usize,
        /// Mean affinity of this group after.
        mean: i32,
        /// Mean affinity of the lending group after.
        lender_mean: i32,
    },
    /// Take in somebody who has no group.
    TakeIn {
        /// The person.
        person: usize,
        /// Mean affinity of this group after.
        mean: i32,
    },
    /// Join another group whole.
    Merge {
        /// The other group.
        with: usize,
        /// Mean affinity of the two as one.
        mean: i32,
    },
}

/// Ways out when a person has left `group`, which no longer holds the person: keep it, take in somebody without a group,
/// borrow, or merge. Only what breaks no rule is listed (apart from [`Remedy::Keep`], which says what it breaks),
/// best first within each way, at most `most` of each.
pub fn suggest_after_withdrawal(
    problem: &Problem,
    groups: &[Vec<usize>],
    group: usize,
    most: usize,
) -> Vec<Remedy> {
    let Some(members) = groups.get(group) else { return Vec::new() };
    let view = View::new(problem);
    let (least, largest) = (*problem.rules.group_size.start(), *problem.rules.group_size.end());
    let mut remedies =
        vec![Remedy::Keep { short: least.saturating_sub(members.len()), mean: group_mean(&view, members) }];
    let with = |joining: &[usize]| [members.as_slice(), joining].concat();
    let fits = |joining: &[usize]| {
        members.len() + joining.len() <= largest && crate::repair::accepts(problem, &view, members, joining)
    };
    let frozen = |at: usize| problem.locks.groups.get(at).is_some_and(|lock| lock.frozen);
    let stays = |person: usize| held(problem, person);
    let mut taken: Vec<Remedy> = (0..problem.people.len())
        .filter(|&person| place_of(groups, person).is_none() && !stays(person) && fits(&[person]))
        .map(|person| Remedy::TakeIn { person, mean: group_mean(&view, &with(&[person])) })
        .collect();
    let mut borrowed = Vec::new();
    let mut merged = Vec::new();
    for (at, other) in
        groups.iter().enumerate().filter(|&(at, other)| at != group && !frozen(at) && !other.is_empty())
    {
        if fits(other) && problem.locks.groups.get(at).is_none_or(|_| group >= problem.locks.groups.len()) {
            merged.push(Remedy::Merge { with: at, mean: group_mean(&view, &with(other)) });
        }
        for &person in
            other.iter().filter(|&&person| other.len() > least && !stays(person) && fits(&[person]))
        {
            let rest: Vec<usize> = other.iter().copied().filter(|&member| member != person).collect();
            let gain = worth(&view, &with(&[person])) + worth(&view, &rest);
            let loss = worth(&view, members) + worth(&view, other);
            let (mean, lender_mean) = (group_mean(&view, &with(&[person])), group_mean(&view, &rest));
            borrowed.push((gain - loss, Remedy::Borrow { person, from: at, mean, lender_mean }));
        }
    }
    let mean = |remedy: &Remedy| match *remedy {
        Remedy::Keep { mean, .. } | Remedy::Borrow { mean, .. } | Remedy::TakeIn { mean, .. } => mean,
        Remedy::Merge { mean, .. } => mean,
    };
    taken.sort_by_key(|remedy| std::cmp::Reverse(mean(remedy)));
    borrowed.sort_by_key(|&(gain, _)| std::cmp::Reverse(gain));
    merged.sort_by_key(|remedy| std::cmp::Reverse(mean(remedy)));
    remedies.extend(taken.into_iter().take(most));
    remedies.extend(borrowed.into_iter().take(most).map(|(_, remedy)| remedy));
    remedies.extend(merged.into_iter().take(most));
    remedies
}

/// Whether a lock ties the person to the group it is in.
fn held(problem: &Problem, person: usize) -> bool {
    let locked = problem.locks.groups.iter().any(|lock| lock.members.contains(&person));
    locked || problem.locks.together.iter().any(|set| set.len() > 1 && set.contains(&person))
}
