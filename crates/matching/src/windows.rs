//! The search for many people: windows of some hundred at a time, each solved as a dense puzzle, so that no table of
//! all pairs is ever made. Round by round the windows are cut anew, along another coordinate.

use rayon::prelude::*;

use crate::pools::{Plan, Pool};
use crate::problem::Problem;
use crate::puzzle::{near_equal, puzzle};
use crate::search::instance::Instance;
use crate::search::portfolio::{Effort, heat, refine, start};
use crate::search::random::Random;
use crate::search::thermometer::Range;
use crate::seriation::Coordinates;
use crate::view::View;

/// People in a window.
const WINDOW: usize = 600;

/// Organisers among the people of a first window.
const ORGANISERS: usize = 30;

/// Rounds of windows after the first.
const ROUNDS: u64 = 9;

/// One part in so many of the iterations goes to the first round.
const FIRST_SHARE: u64 = 12;

/// Fills the planned groups. Returns people by group, locked groups first, and the exchanges looked at.
pub(crate) fn search_windows(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    plan: &Plan,
    effort: &Effort<'_>,
) -> (Vec<Vec<usize>>, u64) {
    let coordinates = Coordinates::new(problem, view);
    let mut random = Random::new(effort.seed, 0x57A7);
    let order = coordinates.deal(pool, view, WINDOW / ORGANISERS, &mut random);
    let range = Range::default();
    let mut search = Search { problem, view, pool, effort, coordinates, range, home: Vec::new(), price: 0 };
    let parts = cut(pool, plan, &order, pool.locks.len());
    search.range = heat(&search.part(plan, &parts[0]), effort);
    let (mut groups, mut done) = search.first_round(plan, &parts);
    for round in 0..ROUNDS {
        if (effort.stop)() || done >= effort.iterations {
            break;
        }
        let share = effort.iterations.saturating_sub(done) / (ROUNDS - round);
        done += search.next_round(&mut groups, round, share);
        (effort.report)(done, 0);
    }
    let members =
        |group: &Vec<usize>| group.iter().flat_map(|&unit| pool.units[unit].iter().copied()).collect();
    (groups.iter().map(members).collect(), done)
}

/// Groups that are known.
pub(crate) struct Known<'a> {
    /// Group of each unit.
    pub(crate) start: &'a [u16],
    /// Group that each unit leaves only at a price.
    pub(crate) home: Vec<Option<u16>>,
    /// How many groups there are.
    pub(crate) count: usize,
    /// Points that leaving home costs.
    pub(crate) price: u32,
}

/// Improves groups that are known. Returns people by group, and the exchanges looked at.
pub(crate) fn improve_windows(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    known: Known<'_>,
    effort: &Effort<'_>,
) -> (Vec<Vec<usize>>, u64) {
    let Known { start, home, count, price } = known;
    let coordinates = Coordinates::new(problem, view);
    let range = Range::default();
    let mut search = Search { problem, view, pool, effort, coordinates, range, home, price };
    let all: Vec<usize> = (0..pool.units.len()).collect();
    let mut groups = regroup(&all, start, count);
    let first = Part {
        units: all[..all.len().min(WINDOW)].to_vec(),
        groups: 0..(WINDOW * count / all.len().max(1)).max(2),
        pinned: 0,
    };
    let plan = Plan { groups: count, seats: pool.seats() };
    search.range = heat(&search.part(&plan, &first), effort);
    let mut done = 0;
    for round in 0..ROUNDS {
        if (effort.stop)() || done >= effort.iterations {
            break;
        }
        let share = effort.iterations.saturating_sub(done) / (ROUNDS - round);
        done += search.next_round(&mut groups, round, share);
        (effort.report)(done, 0);
    }
    let members =
        |group: &Vec<usize>| group.iter().flat_map(|&unit| pool.units[unit].iter().copied()).collect();
    (groups.iter().map(members).collect(), done)
}

/// What every round needs to know.
struct Search<'a> {
    problem: &'a Problem,
    view: &'a View<'a>,
    pool: &'a Pool,
    effort: &'a Effort<'a>,
    coordinates: Coordinates,
    range: Range,
    /// Group where each unit is at home and whence it moves at a price; empty where moving is free.
    home: Vec<Option<u16>>,
    price: u32,
}

impl Search<'_> {
    fn people(&self, units: &[usize]) -> Vec<&[usize]> {
        units.iter().map(|&unit| self.pool.units[unit].as_slice()).collect()
    }

    /// The puzzle of one part of a first round.
    fn part(&self, plan: &Plan, part: &Part) -> Instance {
        let people = self.people(&part.units);
        let bounds = if part.pinned > 0 {
            let locked: Vec<usize> = self.pool.units[self.pool.free()..].iter().map(Vec::len).collect();
            let (lower, upper) = near_equal(plan.seats, plan.groups, &locked);
            (lower[part.groups.clone()].to_vec(), upper[part.groups.clone()].to_vec())
        } else {
            near_equal(people.iter().map(|unit| unit.len()).sum(), part.groups.len(), &[])
        };
        puzzle(self.problem, self.view, &people, part.pinned, bounds)
    }

    /// Fills the groups of each part from scratch. Groups hold units.
    fn first_round(&self, plan: &Plan, parts: &[Part]) -> (Vec<Vec<usize>>, u64) {
        let share = self.effort.iterations / FIRST_SHARE / parts.len().max(1) as u64;
        let solve = |(number, part): (usize, &Part)| {
            let instance = self.part(plan, part);
            let (found, looked) = start(&instance, self.range, share, number as u64, self.effort);
            (regroup(&part.units, &found, part.groups.len()), looked)
        };
        let solved: Vec<(Vec<Vec<usize>>, u64)> = parts.par_iter().enumerate().map(solve).collect();
        let done = solved.iter().map(|(_, looked)| looked).sum();
        (solved.into_iter().flat_map(|(groups, _)| groups).collect(), done)
    }

    /// Cuts the groups into new windows and improves each. Groups with locked units stay as they are.
    fn next_round(&self, groups: &mut [Vec<usize>], round: u64, share: u64) -> u64 {
        let mut random = Random::new(self.effort.seed, 0xF00 + round);
        let locked = self.pool.locks.len();
        let order = self.coordinates.order(self.pool, self.view, &groups[locked..], round, &mut random);
        let per_window = (WINDOW * groups.len() / self.pool.seats().max(1)).max(2);
        let windows: Vec<Vec<usize>> = order
            .chunks(per_window)
            .map(|chunk| chunk.iter().map(|&group| group + locked).collect())
            .collect();
        let each = share / windows.len().max(1) as u64;
        let improve = |(number, window): (usize, &Vec<usize>)| {
            let members: Vec<&[usize]> = window.iter().map(|&group| groups[group].as_slice()).collect();
            self.improve(&members, window, each, (round + 1) << 32 | number as u64)
        };
        let improved: Vec<(Vec<Vec<usize>>, u64)> = windows.par_iter().enumerate().map(improve).collect();
        let mut done = 0;
        for (window, (lists, looked)) in windows.iter().zip(improved) {
            done += looked.max(1);
            for (&group, list) in window.iter().zip(lists) {
                groups[group] = list;
            }
        }
        done
    }

    /// Exchanges units between the groups of one window. Sizes stay between those of its smallest and largest group.
    fn improve(
        &self,
        groups: &[&[usize]],
        places: &[usize],
        iterations: u64,
        task: u64,
    ) -> (Vec<Vec<usize>>, u64) {
        let units: Vec<usize> = groups.concat();
        let numbered = groups.iter().enumerate();
        let current: Vec<u16> =
            numbered.flat_map(|(at, group)| std::iter::repeat_n(at as u16, group.len())).collect();
        let load =
            |group: &&[usize]| group.iter().map(|&unit| self.pool.units[unit].len() as u32).sum::<u32>();
        let least = groups.iter().map(load).min().unwrap_or(0);
        let most = groups.iter().map(load).max().unwrap_or(0);
        let bounds = (vec![least; groups.len()], vec![most; groups.len()]);
        let mut people = self.people(&units);
        let mut current = current;
        let pinned = if self.home.is_empty() { 0 } else { groups.len() };
        people.resize(units.len() + pinned, &[]);
        current.extend((0..pinned).map(|group| group as u16));
        let mut instance = puzzle(self.problem, self.view, &people, pinned, bounds);
        if pinned > 0 {
            let home = |&unit: &usize| {
                let home = usize::from(self.home[unit]?);
                places.iter().position(|&place| place == home).map(|at| at as u16)
            };
            let homes: Vec<Option<u16>> = units.iter().map(home).collect();
            instance.anchor(&homes, self.price);
        }
        let (found, looked) = refine(&instance, &current, self.range, iterations, task, self.effort);
        (regroup(&units, &found, groups.len()), looked)
    }
}

/// Some of the units, and the groups that they fill.
struct Part {
    units: Vec<usize>,
    groups: std::ops::Range<usize>,
    /// Locked units at the end of `units`.
    pinned: usize,
}

/// Cuts units and groups into parts that fit each other: seats of a part are near the mean size times its groups.
fn cut(pool: &Pool, plan: &Plan, order: &[usize], locked: usize) -> Vec<Part> {
    let per_window = (WINDOW * plan.groups / plan.seats.max(1)).max(locked + 1).max(2);
    let windows = plan.groups.div_ceil(per_window).max(1);
    let mut parts = Vec::new();
    let mut at = 0;
    let mut seated = 0;
    for window in 0..windows {
        let groups = plan.groups * window / windows..plan.groups * (window + 1) / windows;
        let target = plan.seats * groups.end / plan.groups.max(1);
        let pinned = if window == 0 { locked } else { 0 };
        let mut units = Vec::new();
        seated += (0..pinned).map(|lock| pool.units[pool.free() + lock].len()).sum::<usize>();
        while at < order.len() && (seated < target || window + 1 == windows) {
            seated += pool.units[order[at]].len();
            units.push(order[at]);
            at += 1;
        }
        units.extend((0..pinned).map(|lock| pool.free() + lock));
        parts.push(Part { units, groups, pinned });
    }
    parts
}

fn regroup(units: &[usize], found: &[u16], groups: usize) -> Vec<Vec<usize>> {
    let mut lists = vec![Vec::new(); groups];
    for (&unit, &group) in units.iter().zip(found) {
        lists[usize::from(group)].push(unit);
    }
    lists
}
