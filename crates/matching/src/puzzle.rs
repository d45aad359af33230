//! From people to the bare puzzle that the search solves.

use std::collections::HashMap;

use crate::problem::Problem;
use crate::search::instance::Instance;
use crate::view::{MOST_AFFINITY, View};

/// Stands in the table of affinities for two who cannot share a group: it outweighs all that two people can bring to
/// the largest groups searched.
pub(crate) const CONFLICT: i32 = -20 * MOST_AFFINITY;

/// Half of [`CONFLICT`]: below any sum without a conflict.
pub(crate) const CONFLICT_FLOOR: i32 = CONFLICT / 2;

/// Bounds of groups whose loads are as near equal as the locked groups allow.
pub(crate) fn near_equal(seats: usize, groups: usize, locked: &[usize]) -> (Vec<u32>, Vec<u32>) {
    let mut fixed = vec![None; groups];
    loop {
        let open = fixed.iter().filter(|load| load.is_none()).count();
        let taken: usize = fixed.iter().flatten().sum();
        let left = seats.saturating_sub(taken);
        let most = left.div_ceil(open.max(1));
        let crowded = (0..locked.len()).find(|&at| locked[at] > most && fixed[at].is_none());
        match crowded {
            Some(at) => fixed[at] = Some(locked[at]),
            None => {
                let least = left / open.max(1);
                return fixed
                    .into_iter()
                    .map(|load| load.map_or((least as u32, most as u32), |load| (load as u32, load as u32)))
                    .unzip();
            }
        }
    }
}

/// Tables all pairs of the units. The last `pinned` units stay in the first groups, in order.
pub(crate) fn puzzle(
    problem: &Problem,
    view: &View<'_>,
    units: &[&[usize]],
    pinned: usize,
    bounds: (Vec<u32>, Vec<u32>),
) -> Instance {
    let count = units.len();
    let mut affinity = vec![0; count * count];
    for one in 0..count {
        for two in 0..one {
            let value = between(view, units[one], units[two]);
            affinity[one * count + two] = value;
            affinity[two * count + one] = value;
        }
    }
    let (lower, upper) = bounds;
    let weight: Vec<u32> = units.iter().map(|unit| unit.len() as u32).collect();
    let scaled = lower != upper || lower.windows(2).any(|pair| pair[0] != pair[1]);
    let (classes, class_count) = classes(problem, view, units);
    Instance {
        units: count,
        groups: lower.len(),
        affinity,
        inner: units.iter().map(|unit| inside(view, unit)).collect(),
        factor: if scaled { factors(&lower, &upper, count) } else { Vec::new() },
        weight,
        lower,
        upper,
        pinned_from: count - pinned,
        classes,
        class_count,
        cap: problem.rules.per_organiser as u32,
        soft: false,
    }
}

fn between(view: &View<'_>, one: &[usize], two: &[usize]) -> i32 {
    let mut sum = 0;
    for &a in one {
        for &b in two {
            if view.conflict(a, b).is_some() {
                return CONFLICT;
            }
            sum += view.affinity(a, b);
        }
    }
    sum
}

fn inside(view: &View<'_>, unit: &[usize]) -> i32 {
    let pairs = unit.iter().enumerate().flat_map(|(at, &a)| unit[at + 1..].iter().map(move |&b| (a, b)));
    pairs.map(|(a, b)| view.affinity(a, b)).sum()
}

/// What a sum of pairs is multiplied by to become a sum of people's means, for each size: proportional to
/// 1 / (size - 1), exact for the two sizes that near-equal groups have.
fn factors(lower: &[u32], upper: &[u32], units: usize) -> Vec<i32> {
    let least = lower.iter().copied().min().unwrap_or(1).max(2);
    let most = upper.iter().copied().max().unwrap_or(2).max(least);
    let common = match most {
        _ if most == least + 1 => (least - 1) * least,
        ..=9 => 840,
        _ => 60.max(least - 1),
    };
    (0..=(most as usize * 2).max(units).min(4096) as u32)
        .map(|load| {
            let others = load.saturating_sub(1).max(1);
            ((common + others / 2) / others).max(1) as i32
        })
        .collect()
}

fn classes(problem: &Problem, view: &View<'_>, units: &[&[usize]]) -> (Vec<Vec<u32>>, usize) {
    if problem.rules.per_organiser <= 1 {
        return (Vec::new(), 0);
    }
    let mut numbers = HashMap::new();
    let mut number = |person: usize| {
        let next = numbers.len() as u32;
        *numbers.entry(view.organiser(person)).or_insert(next)
    };
    let classes = units.iter().map(|unit| unit.iter().map(|&person| number(person)).collect()).collect();
    (classes, numbers.len())
}
