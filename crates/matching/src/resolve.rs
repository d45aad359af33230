//! Improving groups that people have been told of: whoever is moved must be worth it.

use serde::{Deserialize, Serialize};

use crate::audit::broken_rules;
use crate::feasibility::check;
use crate::pools::{Pool, kind, pools};
use crate::problem::Problem;
use crate::puzzle::{CONFLICT_FLOOR, near_equal, puzzle};
use crate::search::crossover::emptiest;
use crate::search::instance::Instance;
use crate::search::portfolio::{Effort, search};
use crate::solution::{Reason, Solution};
use crate::solve::{Budget, MOST_DENSE, Progress, SolveError, finish, frozen, mend};
use crate::value::{EXACT, worth};
use crate::view::View;
use crate::windows::{Known, improve_windows};

/// Groups improved at a price.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Resolved {
    /// The groups, in the places where they stood; new ones come last, and one that was dissolved is empty.
    pub solution: Solution,
    /// People who had a group and now have another one or none.
    pub moved: Vec<usize>,
}

/// Improves groups where they stand: a person is moved to another group only where that lifts the sum of everybody's means
/// by more than `price` points. People without a group find one. Sizes stay as they are unless people have come or gone; a
/// group is added or dissolved where the rules demand it.
/// Locked and frozen groups come first in `groups`, as in [`Solution::groups`]. Unlike [`crate::solve`] it does not lift the
/// weakest at the cost of others.
///
/// # Errors
/// As [`crate::solve`].
pub fn resolve(
    problem: &Problem,
    groups: &[Vec<usize>],
    price: u32,
    budget: &Budget<'_>,
    seed: u64,
) -> Result<Resolved, SolveError> {
    check(problem).map_err(SolveError::Infeasible)?;
    budget.run(|| improve(problem, groups, price.min(1_000_000), budget, seed))
}

fn improve(problem: &Problem, before: &[Vec<usize>], price: u32, budget: &Budget<'_>, seed: u64) -> Resolved {
    let view = View::new(problem);
    let locks = problem.locks.groups.len();
    let mut group_of = vec![None; problem.people.len()];
    for (at, group) in before.iter().enumerate() {
        for &person in group {
            if let Some(place) = group_of.get_mut(person) {
                *place = Some(at);
            }
        }
    }
    let mut groups: Vec<Vec<usize>> = vec![Vec::new(); before.len().max(locks)];
    for (at, lock) in problem.locks.groups.iter().enumerate() {
        groups[at] = frozen(lock);
    }
    let (mut unplaced, mut iterations) = (Vec::new(), 0);
    let pools = pools(problem);
    let everybody: usize = pools.iter().map(Pool::seats).sum();
    for (number, pool) in pools.iter().enumerate() {
        // Whoever sits with locked people is at home there; a frozen group is home to none but its own.
        let open = |at: &usize| problem.locks.groups.get(*at).is_none_or(|lock| !lock.frozen);
        let home = |unit: &[usize]| unit.iter().find_map(|&person| group_of[person]).filter(open);
        let standing = Standing::new(problem, pool, before, locks, home);
        if standing.places.is_empty() {
            let reason = Reason::TooFew {
                registered: pool.registered,
                needed: *problem.rules.group_size.start(),
                category: pool.category,
                level: pool.level,
            };
            unplaced.extend(pool.units.iter().flatten().map(|&person| (person, reason)));
            continue;
        }
        let share = budget.iterations as u128 * pool.seats() as u128 / everybody.max(1) as u128;
        let effort = Effort {
            iterations: share as u64,
            seed: seed.wrapping_add(number as u64),
            floor: CONFLICT_FLOOR,
            stop: &|| budget.over(),
            report: &|looked, _| {
                if let Some(progress) = budget.progress {
                    progress(Progress { iterations: iterations + looked, of: budget.iterations });
                }
            },
        };
        let (found, looked) = if pool.units.len() > MOST_DENSE {
            let known = Known {
                start: &standing.start,
                home: standing.home.clone(),
                count: standing.places.len(),
                price,
            };
            improve_windows(problem, &view, pool, known, &effort)
        } else {
            standing.search(problem, &view, pool, price, &effort)
        };
        iterations += looked;
        let (found, left) = mend(problem, &view, pool, found);
        unplaced.extend(left);
        for (place, group) in standing.places.iter().zip(found) {
            match *place {
                Some(at) => groups[at] = group,
                None => groups.push(group),
            }
        }
    }
    let mut moved = moved(&group_of, &groups);
    let gain = worth_of(&view, &groups) - worth_of(&view, before);
    // Where groups differ in size the search judges a move roughly; what does not pay in full is left as it stood.
    let pays = gain >= i64::from(price) * moved.len() as i64 * EXACT;
    if !pays && unplaced.is_empty() && group_of.iter().all(Option::is_some) && is_lawful(problem, before) {
        groups = before.to_vec();
        moved.clear();
    }
    Resolved { moved, solution: finish(problem, &view, groups, unplaced, iterations, seed) }
}

/// People who had a group and now have another one or none.
fn moved(before: &[Option<usize>], groups: &[Vec<usize>]) -> Vec<usize> {
    let mut now = vec![None; before.len()];
    for (at, group) in groups.iter().enumerate() {
        group.iter().for_each(|&person| now[person] = Some(at));
    }
    (0..now.len()).filter(|&person| before[person].is_some() && before[person] != now[person]).collect()
}

fn worth_of(view: &View<'_>, groups: &[Vec<usize>]) -> i64 {
    groups.iter().map(|group| worth(view, group)).sum()
}

fn is_lawful(problem: &Problem, groups: &[Vec<usize>]) -> bool {
    groups.iter().flatten().all(|&person| person < problem.people.len())
        && broken_rules(problem, groups).is_empty()
}

/// A pool as it stands.
struct Standing {
    /// Places of its groups, those of locks first; none for one that is new.
    places: Vec<Option<usize>>,
    /// Which of the groups each unit is in, by unit; units without a group have been given one.
    start: Vec<u16>,
    /// The same, without those given.
    home: Vec<Option<u16>>,
    lower: Vec<u32>,
    upper: Vec<u32>,
}

impl Standing {
    fn new(
        problem: &Problem,
        pool: &Pool,
        before: &[Vec<usize>],
        locks: usize,
        home: impl Fn(&[usize]) -> Option<usize>,
    ) -> Self {
        let (least, most) = (*problem.rules.group_size.start(), *problem.rules.group_size.end());
        let seats = pool.seats();
        let own = (pool.category, pool.level);
        let mut open: Vec<usize> = (locks..before.len())
            .filter(|&at| {
                before[at].first().is_some_and(|&it| it < problem.people.len() && kind(problem, it) == own)
            })
            .collect();
        let load = |at: usize| -> usize {
            let inside = pool.units[..pool.free()].iter().filter(|unit| home(unit) == Some(at));
            inside.map(Vec::len).sum()
        };
        open.sort_by_key(|&at| (std::cmp::Reverse(load(at)), at));
        let fewest = seats.div_ceil(most).max(pool.locks.len());
        let most_groups = (seats / least).max(pool.locks.len());
        open.truncate(most_groups - pool.locks.len());
        open.sort_unstable();
        let mut places: Vec<Option<usize>> = pool.locks.iter().chain(&open).map(|&at| Some(at)).collect();
        while places.len() < fewest.min(most_groups) {
            places.push(None);
        }
        let at_place = |at: usize| places.iter().position(|&place| place == Some(at)).map(|at| at as u16);
        let mut homes: Vec<Option<u16>> =
            pool.units[..pool.free()].iter().map(|unit| home(unit).and_then(at_place)).collect();
        homes.extend((0..pool.locks.len()).map(|lock| Some(lock as u16)));
        let locked: Vec<usize> = pool.units[pool.free()..].iter().map(Vec::len).collect();
        let (mut lower, mut upper) = match places.len() {
            0 => (Vec::new(), Vec::new()),
            groups => near_equal(seats, groups, &locked),
        };
        let mut loads = vec![0u32; places.len()];
        for (unit, home) in pool.units.iter().zip(&homes) {
            home.iter().for_each(|&home| loads[usize::from(home)] += unit.len() as u32);
        }
        // Sizes stay as they are unless people have come or gone: then a price counts for what it says.
        let kept: Vec<u32> = loads.iter().map(|&load| load.clamp(least as u32, most as u32)).collect();
        let places_kept = kept.iter().sum::<u32>() as usize;
        for (at, &kept) in kept.iter().enumerate() {
            lower[at] = if seats < places_kept { lower[at].min(kept) } else { kept };
            upper[at] = if seats > places_kept { upper[at].max(kept) } else { kept };
        }
        let mut standing = Self { places, start: Vec::new(), home: homes, lower, upper };
        standing.start(pool, loads);
        standing
    }

    /// Gives units without a group the emptiest.
    fn start(&mut self, pool: &Pool, mut load: Vec<u32>) {
        let groups = self.places.len();
        if groups == 0 {
            return;
        }
        for (unit, home) in pool.units.iter().zip(&self.home) {
            let group = home.unwrap_or_else(|| {
                let bare = Instance::bare(self.lower.clone(), self.upper.clone());
                let group = emptiest(&bare, &load, |_| true);
                load[group] += unit.len() as u32;
                group as u16
            });
            self.start.push(group);
        }
    }

    /// Searches all units at once. Each group has an anchor, to which those who are at home in it are drawn.
    fn search(
        &self,
        problem: &Problem,
        view: &View<'_>,
        pool: &Pool,
        price: u32,
        effort: &Effort<'_>,
    ) -> (Vec<Vec<usize>>, u64) {
        let free = pool.free();
        let locked = pool.locks.len();
        let mut units: Vec<&[usize]> = pool.units.iter().map(Vec::as_slice).collect();
        units.resize(free + self.places.len(), &[]);
        let bounds = (self.lower.clone(), self.upper.clone());
        let mut instance = puzzle(problem, view, &units, self.places.len(), bounds);
        instance.anchor(&self.home[..free], price);
        let mut start = self.start.clone();
        start.extend((locked..self.places.len()).map(|group| group as u16));
        let (found, looked) = search(&instance, Some(&start), effort);
        let mut groups = vec![Vec::new(); self.places.len()];
        for (unit, group) in pool.units.iter().zip(found.group) {
            groups[usize::from(group)].extend_from_slice(unit);
        }
        (groups, looked)
    }
}
