//! The whole way from a problem to a solution.

use rayon::ThreadPoolBuilder;

use crate::bound::bound;
use crate::chance::chance;
use crate::fairness::lift;
use crate::feasibility::{Infeasible, check};
use crate::help::{help, no_room};
use crate::pools::{Plan, Pool, plan, pools};
use crate::problem::Problem;
use crate::puzzle::{CONFLICT_FLOOR, near_equal, puzzle};
use crate::repair::Repair;
use crate::search::portfolio::{Effort, search};
use crate::solution::{Reason, Solution, Unplaced};
use crate::value::value;
use crate::view::View;
use crate::windows::search_windows;

/// Units up to which one table of all pairs is searched whole; windows find more in the same time beyond.
pub(crate) const MOST_DENSE: usize = 800;

/// How long to search. With the same iterations and seed the result is the same on any number of threads,
/// unless the deadline cuts the search short.
#[derive(Clone, Copy)]
pub struct Budget<'a> {
    /// Exchanges of two people to look at.
    pub iterations: u64,
    /// Says when time is up; asked often, from any thread. The best found so far is returned.
    pub deadline: Option<&'a (dyn Fn() -> bool + Sync)>,
    /// Threads to use; 0 for one a core.
    pub threads: usize,
    /// Told how far the search has come, now and then, from any thread.
    pub progress: Option<&'a (dyn Fn(Progress) + Sync)>,
}

/// How far a search has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Exchanges looked at.
    pub iterations: u64,
    /// Exchanges there are to look at.
    pub of: u64,
}

impl Budget<'_> {
    /// So many exchanges, on all cores, without a deadline.
    pub fn iterations(iterations: u64) -> Self {
        Self { iterations, ..Self::default() }
    }

    /// Iterations that give good groups in a second or two for this many people.
    pub fn enough_for(people: usize) -> Self {
        Self::iterations((people as u64).saturating_mul(1_500_000).clamp(1_000_000, 30_000_000_000))
    }

    pub(crate) fn over(&self) -> bool {
        self.deadline.is_some_and(|deadline| deadline())
    }

    /// Runs work on the threads asked for.
    pub(crate) fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> Result<T, SolveError> {
        let pool = ThreadPoolBuilder::new().num_threads(self.threads).build();
        Ok(pool.map_err(|error| SolveError::Threads(error.to_string()))?.install(work))
    }
}

impl Default for Budget<'_> {
    fn default() -> Self {
        Self { iterations: 100_000_000, deadline: None, threads: 0, progress: None }
    }
}

/// Why there is no solution at all. People without a place are no error: see [`Solution::unplaced`].
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SolveError {
    /// Demands that cannot hold together.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Infeasible(Vec<Infeasible>),
    /// The operating system gave no threads.
    #[error("no threads: {0}")]
    Threads(String),
}

/// Finds groups: near-equal sizes first, then the highest mean affinity per person, then as little weakness as
/// [`crate::Rules::fairness_per_mille`] buys.
///
/// # Errors
/// When [`check`] finds demands that cannot hold together, or no threads can be had.
pub fn solve(problem: &Problem, budget: &Budget<'_>, seed: u64) -> Result<Solution, SolveError> {
    check(problem).map_err(SolveError::Infeasible)?;
    budget.run(|| place(problem, budget, seed))
}

fn place(problem: &Problem, budget: &Budget<'_>, seed: u64) -> Solution {
    let view = View::new(problem);
    let mut pools = pools(problem);
    let everybody: usize = pools.iter().map(Pool::seats).sum();
    let mut groups: Vec<Vec<usize>> = problem.locks.groups.iter().map(frozen).collect();
    let mut unplaced: Vec<(usize, Reason)> = Vec::new();
    let mut iterations = 0;
    for (number, pool) in pools.iter_mut().enumerate() {
        let share = budget.iterations as u128 * pool.seats() as u128 / everybody.max(1) as u128;
        let (plan, out) = plan(problem, &view, pool, seed);
        unplaced.extend(out);
        let progress = |looked: u64| {
            if let Some(progress) = budget.progress {
                progress(Progress { iterations: iterations + looked, of: budget.iterations });
            }
        };
        let effort = Effort {
            iterations: share as u64,
            seed: seed.wrapping_add(number as u64),
            floor: CONFLICT_FLOOR,
            stop: &|| budget.over(),
            report: &|looked, _| progress(looked),
        };
        let (found, looked) = fill(problem, &view, pool, &plan, &effort);
        iterations += looked;
        let (mut found, left) = mend(problem, &view, pool, found);
        lift_weakest(problem, &view, pool, &mut found, budget);
        unplaced.extend(left);
        for (at, group) in found.into_iter().enumerate() {
            match pool.locks.get(at) {
                Some(&lock) => groups[lock] = group,
                None => groups.push(group),
            }
        }
    }
    sort_groups(problem, &mut groups);
    finish(problem, &view, groups, unplaced, iterations, seed)
}

pub(crate) fn frozen(lock: &crate::problem::LockedGroup) -> Vec<usize> {
    if lock.frozen { lock.members.clone() } else { Vec::new() }
}

fn fill(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    plan: &Plan,
    effort: &Effort<'_>,
) -> (Vec<Vec<usize>>, u64) {
    if plan.groups == 0 {
        return (pool.units[pool.free()..].to_vec(), 0);
    }
    if pool.units.len() > MOST_DENSE {
        return search_windows(problem, view, pool, plan, effort);
    }
    let units: Vec<&[usize]> = pool.units.iter().map(Vec::as_slice).collect();
    let locked: Vec<usize> = pool.units[pool.free()..].iter().map(Vec::len).collect();
    let bounds = near_equal(plan.seats, plan.groups, &locked);
    let instance = puzzle(problem, view, &units, locked.len(), bounds);
    let (found, looked) = search(&instance, None, effort);
    let mut groups = vec![Vec::new(); plan.groups];
    for (unit, group) in pool.units.iter().zip(found.group) {
        groups[usize::from(group)].extend_from_slice(unit);
    }
    (groups, looked)
}

/// Makes the groups keep every rule. Returns them, and those who found no place.
pub(crate) fn mend(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    groups: Vec<Vec<usize>>,
) -> (Vec<Vec<usize>>, Vec<(usize, Reason)>) {
    let unit_of = units_of(problem, pool);
    let unit = |person: usize| unit_of[person].map_or_else(|| vec![person], |at| pool.units[at].clone());
    let pinned = |person: usize| unit_of[person].is_some_and(|at| at >= pool.free());
    let mut repair = Repair { problem, view, groups, unit_of: &unit, pinned: &pinned };
    let left = repair.run();
    let groups = repair.groups;
    let left = left.into_iter().map(|person| (person, no_room(problem, view, &groups, person))).collect();
    (groups, left)
}

fn lift_weakest(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    groups: &mut [Vec<usize>],
    budget: &Budget<'_>,
) {
    let unit_of = units_of(problem, pool);
    let movable =
        |person: usize| unit_of[person].is_some_and(|at| at < pool.free() && pool.units[at].len() == 1);
    lift(problem, view, groups, &movable, &|| budget.over());
}

fn units_of(problem: &Problem, pool: &Pool) -> Vec<Option<usize>> {
    let mut unit_of = vec![None; problem.people.len()];
    for (at, unit) in pool.units.iter().enumerate() {
        unit.iter().for_each(|&person| unit_of[person] = Some(at));
    }
    unit_of
}

/// The order of groups that does not depend on the input's: locked groups, then by the smallest key.
fn sort_groups(problem: &Problem, groups: &mut Vec<Vec<usize>>) {
    let key = |person: usize| &problem.people[person].key;
    for group in groups.iter_mut() {
        group.sort_by_key(|&person| key(person));
    }
    let mut free = groups.split_off(problem.locks.groups.len());
    free.retain(|group| !group.is_empty());
    free.sort_by_key(|group| key(group[0]));
    groups.extend(free);
}

/// Works out figures and help.
pub(crate) fn finish(
    problem: &Problem,
    view: &View<'_>,
    mut groups: Vec<Vec<usize>>,
    unplaced: Vec<(usize, Reason)>,
    iterations: u64,
    seed: u64,
) -> Solution {
    let key = |person: usize| &problem.people[person].key;
    groups.iter_mut().for_each(|group| group.sort_by_key(|&person| key(person)));
    let mut unplaced: Vec<Unplaced> = unplaced
        .into_iter()
        .map(|(person, reason)| Unplaced {
            person,
            help: help(problem, view, &groups, person, &reason),
            reason,
        })
        .collect();
    unplaced.sort_by_key(|it| key(it.person));
    Solution {
        value: value(view, &groups),
        bound: bound(problem, view, &groups),
        chance: chance(problem, view, &groups, seed),
        groups,
        unplaced,
        iterations,
    }
}
