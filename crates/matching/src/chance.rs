//! How far groups are from what chance would give.

use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::search::random::Random;
use crate::units::by_key;
use crate::value::{EXACT, worth};
use crate::view::View;

/// Sets of random groups drawn for few people; fewer are enough for many.
const MOST_DRAWS: usize = 128;
const LEAST_DRAWS: usize = 2;
const PEOPLE_DRAWN: usize = 100_000;

/// From so many draws on the deviation is that of whole draws; below, it is worked out from the spread of their groups.
const DRAWS_ENOUGH: usize = 24;

/// Exchanges made between two draws, and tried at most, for each person.
const EXCHANGES: usize = 3;
const ATTEMPTS: usize = 30;

/// What random groups that keep the same rules are like, and how far above them the groups found are.
///
/// Random groups have the sizes of those found. They come from a random walk: two people drawn by lot change places
/// wherever no rule forbids it, until everybody has moved several times. Locked people stay.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Chance {
    /// Mean affinity of random groups, in points.
    pub mean: f64,
    /// Standard deviation of that mean from one draw to the next, in points.
    pub deviation: f64,
    /// How many standard deviations the groups found are above it; 0 where nothing can change places.
    pub distance: f64,
    /// Sets of groups drawn.
    pub draws: usize,
}

/// Compares groups with chance. None without people in them.
pub(crate) fn chance(problem: &Problem, view: &View<'_>, groups: &[Vec<usize>], seed: u64) -> Option<Chance> {
    let placed: usize = groups.iter().map(Vec::len).sum();
    if placed == 0 {
        return None;
    }
    let points = 1.0 / (EXACT as f64 * placed as f64);
    let total = |groups: &[Vec<usize>]| groups.iter().map(|group| worth(view, group) as f64).sum::<f64>();
    let found = total(groups) * points;
    let mut walk = Walk::new(problem, view, groups, seed);
    let (mut totals, mut inside) = (Vec::new(), 0.0);
    for _ in 0..(PEOPLE_DRAWN / placed).clamp(LEAST_DRAWS, MOST_DRAWS) {
        if !walk.on() {
            break;
        }
        totals.push(total(&walk.groups) * points);
        inside += spread_inside(view, &walk.groups) * points * points;
    }
    let draws = totals.len();
    if draws == 0 {
        return Some(Chance { mean: found, ..Chance::default() });
    }
    let mean = totals.iter().sum::<f64>() / draws as f64;
    let variance = if draws >= DRAWS_ENOUGH {
        totals.iter().map(|total| (total - mean).powi(2)).sum::<f64>() / (draws - 1) as f64
    } else {
        inside / draws as f64
    };
    let deviation = variance.sqrt();
    let distance = if deviation > 0.0 { (found - mean) / deviation } else { 0.0 };
    Some(Chance { mean, deviation, distance, draws })
}

/// Variance of the sum of the groups' worths, if groups were independent: that of groups of the same size, times their number.
fn spread_inside(view: &View<'_>, groups: &[Vec<usize>]) -> f64 {
    let mut by_size: Vec<(usize, f64)> = groups
        .iter()
        .filter(|group| group.len() > 1)
        .map(|group| (group.len(), worth(view, group) as f64))
        .collect();
    by_size.sort_by(|one, two| one.0.cmp(&two.0).then(one.1.total_cmp(&two.1)));
    by_size
        .chunk_by(|one, two| one.0 == two.0)
        .filter(|run| run.len() > 1)
        .map(|run| {
            let count = run.len() as f64;
            let mean = run.iter().map(|it| it.1).sum::<f64>() / count;
            run.iter().map(|it| (it.1 - mean).powi(2)).sum::<f64>() / (count - 1.0) * count
        })
        .sum()
}

/// A random walk over groups that keep the rules.
struct Walk<'a> {
    problem: &'a Problem,
    view: &'a View<'a>,
    groups: Vec<Vec<usize>>,
    group_of: Vec<usize>,
    /// People who may change places, in lists of those between whom it can be allowed at all.
    pools: Vec<Vec<usize>>,
    random: Random,
}

impl<'a> Walk<'a> {
    fn new(problem: &'a Problem, view: &'a View<'a>, groups: &[Vec<usize>], seed: u64) -> Self {
        let mut group_of = vec![usize::MAX; problem.people.len()];
        for (at, group) in groups.iter().enumerate() {
            group.iter().for_each(|&person| group_of[person] = at);
        }
        let mut held = vec![false; problem.people.len()];
        let together = problem.locks.together.iter().filter(|set| set.len() > 1);
        let locked = problem.locks.groups.iter().map(|lock| &lock.members);
        together.chain(locked).flatten().for_each(|&person| held[person] = true);
        let free = by_key(problem).into_iter().filter(|&it| !held[it] && group_of[it] != usize::MAX);
        let mut pools: std::collections::BTreeMap<_, Vec<usize>> = std::collections::BTreeMap::new();
        free.for_each(|person| pools.entry(crate::pools::kind(problem, person)).or_default().push(person));
        let pools = pools.into_values().filter(|pool| pool.len() > 1).collect();
        Self { problem, view, groups: groups.to_vec(), group_of, pools, random: Random::new(seed, 0xC4A2CE) }
    }

    /// Goes on until what was before is forgotten. False where nobody can move.
    fn on(&mut self) -> bool {
        let mut moved = false;
        for pool in 0..self.pools.len() {
            let people = self.pools[pool].len();
            let (mut made, mut tried) = (0, 0);
            while made < EXCHANGES * people && tried < ATTEMPTS * people {
                let one = self.pools[pool][self.random.below(people)];
                let two = self.pools[pool][self.random.below(people)];
                tried += 1;
                made += usize::from(self.exchange(one, two));
            }
            moved |= made > 0;
        }
        moved
    }

    fn exchange(&mut self, one: usize, two: usize) -> bool {
        let (a, b) = (self.group_of[one], self.group_of[two]);
        let allowed = a != b && self.joins(a, one, two) && self.joins(b, two, one);
        if allowed {
            self.groups[a].iter_mut().filter(|it| **it == one).for_each(|it| *it = two);
            self.groups[b].iter_mut().filter(|it| **it == two).for_each(|it| *it = one);
            self.group_of[one] = b;
            self.group_of[two] = a;
        }
        allowed
    }

    fn joins(&self, group: usize, leaving: usize, joining: usize) -> bool {
        let organiser = self.view.organiser(joining);
        let stay = || self.groups[group].iter().filter(|&&member| member != leaving);
        let from_it = stay().filter(|&&member| self.view.organiser(member) == organiser).count();
        from_it < self.problem.rules.per_organiser
            && stay().all(|&member| self.view.conflict(member, joining).is_none())
    }
}
