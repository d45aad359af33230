//! The search for many people: windows of some hundred at a time, each solved as a dense puzzle, so that no table of
//! all pairs is ever made. Round by round the windows are cut anew, along another coordinate.

use rayon::prelude::*;

use crate::pools::{Plan, Pool};
use crate::problem::Problem;
use crate::puzzle::{near_equal, puzzle};
use crate::search::portfolio::{Effort, refine, start};
use crate::search::random::Random;
use crate::seriation::Coordinates;
use crate::view::View;

/// People in a window.
const WINDOW: usize = 600;

/// Organisers among the people of a first window.
const ORGANISERS: usize = 30;

/// Rounds of windows after the first.
const ROUNDS: u64 = 9;

/// Fills the planned groups. Returns people by group, locked groups first, and the exchanges looked at.
pub(crate) fn search_windows(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    plan: &Plan,
    effort: &Effort<'_>,
) -> (Vec<Vec<usize>>, u64) {
    let coordinates = Coordinates::new(problem, view);
    let (mut groups, mut done) = first_round(problem, view, pool, plan, effort, &coordinates);
    let rounds = ROUNDS;
    for round in 0..rounds {
        if (effort.stop)() || done >= effort.iterations {
            break;
        }
        let share = effort.iterations.saturating_sub(done) / (rounds - round);
        done += next_round(problem, view, pool, &mut groups, effort, &coordinates, round, share);
        (effort.report)(done, 0);
    }
    let members =
        |group: &Vec<usize>| group.iter().flat_map(|&unit| pool.units[unit].iter().copied()).collect();
    (groups.iter().map(members).collect(), done)
}

/// Cuts everybody into windows and fills the groups of each from scratch. Groups hold units.
fn first_round(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    plan: &Plan,
    effort: &Effort<'_>,
    coordinates: &Coordinates,
) -> (Vec<Vec<usize>>, u64) {
    let mut random = Random::new(effort.seed, 0x57A7);
    let order = coordinates.deal(pool, view, WINDOW / ORGANISERS, &mut random);
    let locked: Vec<usize> = pool.units[pool.free()..].iter().map(Vec::len).collect();
    let (lower, upper) = near_equal(plan.seats, plan.groups, &locked);
    let parts = cut(pool, plan, &order, locked.len());
    let share = effort.iterations / (2 * parts.len().max(1) as u64);
    let solved: Vec<(Vec<Vec<usize>>, u64)> = parts
        .par_iter()
        .enumerate()
        .map(|(number, part)| {
            let units: Vec<usize> = part.units.clone();
            let people: Vec<&[usize]> = units.iter().map(|&unit| pool.units[unit].as_slice()).collect();
            let bounds = if part.pinned > 0 {
                (lower[part.groups.clone()].to_vec(), upper[part.groups.clone()].to_vec())
            } else {
                near_equal(people.iter().map(|unit| unit.len()).sum(), part.groups.len(), &[])
            };
            let instance = puzzle(problem, view, &people, part.pinned, bounds);
            let (found, looked) = start(&instance, share, number as u64, effort);
            (regroup(&units, &found, part.groups.len()), looked)
        })
        .collect();
    let done = solved.iter().map(|(_, looked)| looked).sum();
    (solved.into_iter().flat_map(|(groups, _)| groups).collect(), done)
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

/// Cuts the groups into new windows and improves each. Groups with locked units stay as they are.
#[allow(clippy::too_many_arguments, reason = "one round of one loop")]
fn next_round(
    problem: &Problem,
    view: &View<'_>,
    pool: &Pool,
    groups: &mut [Vec<usize>],
    effort: &Effort<'_>,
    coordinates: &Coordinates,
    round: u64,
    share: u64,
) -> u64 {
    let mut random = Random::new(effort.seed, 0xF00 + round);
    let order = coordinates.order(pool, view, &groups[pool.locks.len()..], round, &mut random);
    let seats = pool.seats().max(1);
    let per_window = (WINDOW * groups.len() / seats).max(2);
    let windows: Vec<Vec<usize>> = order
        .chunks(per_window)
        .map(|chunk| chunk.iter().map(|&group| group + pool.locks.len()).collect())
        .collect();
    let each = share / windows.len().max(1) as u64;
    let improved: Vec<(Vec<Vec<usize>>, u64)> = windows
        .par_iter()
        .enumerate()
        .map(|(number, window)| {
            let units: Vec<usize> = window.iter().flat_map(|&group| groups[group].iter().copied()).collect();
            let current: Vec<u16> = window
                .iter()
                .enumerate()
                .flat_map(|(at, &group)| std::iter::repeat_n(at as u16, groups[group].len()))
                .collect();
            let people: Vec<&[usize]> = units.iter().map(|&unit| pool.units[unit].as_slice()).collect();
            let loads = || {
                window
                    .iter()
                    .map(|&group| groups[group].iter().map(|&unit| pool.units[unit].len() as u32).sum())
            };
            let least: u32 = loads().min().unwrap_or(0);
            let most: u32 = loads().max().unwrap_or(0);
            let bounds = (vec![least; window.len()], vec![most; window.len()]);
            let instance = puzzle(problem, view, &people, 0, bounds);
            let task = (round + 1) << 32 | number as u64;
            let (found, looked) = refine(&instance, &current, each, task, effort);
            (regroup(&units, &found, window.len()), looked)
        })
        .collect();
    let mut done = 0;
    for (window, (lists, looked)) in windows.iter().zip(improved) {
        done += looked.max(1);
        for (&group, list) in window.iter().zip(lists) {
            groups[group] = list;
        }
    }
    done
}
