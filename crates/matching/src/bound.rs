//! How good any placing of the same people could be.

use crate::degree::degree_bound;
use crate::problem::Problem;
use crate::relaxation::Relaxation;
use crate::view::View;

/// Pairs looked at for the degree bound: everybody's up to some 8,000 people.
const LOOKS: usize = 60_000_000;

/// People up to whom the linear relaxation is solved, and up to whom it is sharpened by stars (see
/// [`crate::relaxation`]).
const MOST_RELAXED: usize = 1_200;
const MOST_CUT: usize = 320;

/// Work spent on the relaxation: pairs times iterations.
const WORK: usize = 120_000_000;

/// A bound on the mean affinity of the people placed, in groups no smaller than the smallest.
///
/// The degree bound, with as many others as the smallest group has. Up to [`MOST_RELAXED`] people the linear relaxation gives a better one.
pub(crate) fn bound(problem: &Problem, view: &View<'_>, groups: &[Vec<usize>]) -> Option<i32> {
    let frozen = |at: usize| problem.locks.groups.get(at).is_some_and(|lock| lock.frozen);
    let numbered = || groups.iter().enumerate().filter(|(_, group)| !group.is_empty());
    let open: Vec<&Vec<usize>> = numbered().filter(|&(at, _)| !frozen(at)).map(|(_, group)| group).collect();
    let mut people: Vec<usize> = open.iter().flat_map(|group| group.iter().copied()).collect();
    if people.is_empty() {
        return None;
    }
    people.sort_by(|&one, &two| problem.people[one].key.cmp(&problem.people[two].key));
    let others = open.iter().map(|group| group.len()).min().unwrap_or(2).max(2) - 1;
    let fixed: i64 = numbered()
        .filter(|&(at, group)| frozen(at) && group.len() > 1)
        .map(|(_, group)| 2 * crate::value::pair_sum(view, group) / (group.len() as i64 - 1) + 1)
        .sum();
    let mut total = degree_bound(view, &people, others, problem.rules.per_organiser, LOOKS)?;
    if people.len() <= MOST_RELAXED {
        total = total.min(relaxed(problem, view, &open, &people, others));
    }
    let placed: usize = groups.iter().map(Vec::len).sum();
    Some(((total + fixed + placed as i64 - 1) / placed as i64) as i32)
}

/// Bound on the sum of people's means by the linear relaxation.
fn relaxed(problem: &Problem, view: &View<'_>, open: &[&Vec<usize>], people: &[usize], others: usize) -> i64 {
    let affinity = |one: usize, two: usize| {
        let (one, two) = (people[one], people[two]);
        view.conflict(one, two).is_none().then(|| view.affinity(one, two))
    };
    let mut group_of = vec![usize::MAX; problem.people.len()];
    for (at, group) in open.iter().enumerate() {
        group.iter().for_each(|&person| group_of[person] = at);
    }
    let mut relaxation = Relaxation::new(people.len(), others, affinity);
    let most = problem.rules.per_organiser;
    if most > 1 {
        let mut organisers: Vec<usize> = people.iter().map(|&person| view.organiser(person)).collect();
        organisers.sort_unstable();
        organisers.dedup();
        let members = |&organiser: &usize| -> Vec<usize> {
            (0..people.len()).filter(|&at| view.organiser(people[at]) == organiser).collect()
        };
        let crowded: Vec<Vec<usize>> =
            organisers.iter().map(members).filter(|class| class.len() > most).collect();
        relaxation.cap(&crowded, most);
    }
    let iterations = WORK / (people.len() * people.len() / 2).max(30_000);
    let sharing = |one: usize, two: usize| group_of[people[one]] == group_of[people[two]];
    relaxation.bound(sharing, iterations, people.len() <= MOST_CUT).div_euclid(others as i64) + 1
}
