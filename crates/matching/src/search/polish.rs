//! The last touch: what no exchange of two improves, exchanges of three may.
//!
//! Tried are rings of three, where each takes the next one's place, and one unit against two of another group, which is
//! what moves seats where every group is full (Brimberg, Mladenović and Urošević 2015 use both for grouping problems).

use crate::search::state::State;

/// Work after which a round of looking is cut short, in pairs of units looked at.
const MOST_LOOKS: usize = 40_000_000;

/// Makes one improvement by three units. False where there is none, or none was found in time.
pub(crate) fn improve_by_three(state: &mut State<'_>) -> bool {
    if !state.instance.classes.is_empty() {
        return false;
    }
    one_for_two(state) || ring(state)
}

/// Whether groups can take other loads without missing their bounds by more.
fn keeps_bounds(state: &State<'_>, changes: &[(usize, i64)]) -> bool {
    let instance = state.instance;
    let miss = |&(group, more): &(usize, i64)| {
        let load = i64::from(state.load[group]) + more;
        instance.miss(group, load.max(0) as u32) - instance.miss(group, state.load[group])
    };
    changes.iter().map(miss).sum::<i64>() <= 0
}

fn one_for_two(state: &mut State<'_>) -> bool {
    let instance = state.instance;
    if instance.swaps_suffice() || !instance.factor.is_empty() {
        return false;
    }
    let free = instance.pinned_from;
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); instance.groups];
    (0..free).for_each(|unit| members[usize::from(state.group[unit])].push(unit));
    let weight = |unit: usize| i64::from(instance.weight[unit]);
    let mut looks = 0;
    for one in 0..free {
        let a = usize::from(state.group[one]);
        for (b, others) in members.iter().enumerate().filter(|&(b, _)| b != a) {
            let base = state.gain_of(b, one) - state.own_of(one);
            let joins: Vec<i64> = others
                .iter()
                .map(|&it| state.gain_of(a, it) - state.own_of(it) - 2 * i64::from(instance.between(one, it)))
                .collect();
            looks += others.len() * others.len() / 2;
            for (at, &two) in others.iter().enumerate() {
                for (&three, &join) in others[at + 1..].iter().zip(&joins[at + 1..]) {
                    let change = base + joins[at] + join + 2 * i64::from(instance.between(two, three));
                    let more = weight(two) + weight(three) - weight(one);
                    if change > 0 && keeps_bounds(state, &[(a, more), (b, -more)]) {
                        state.shift(one, b);
                        state.shift(two, a);
                        state.shift(three, a);
                        return true;
                    }
                }
            }
        }
        if looks > MOST_LOOKS {
            return false;
        }
    }
    false
}

/// Rings of three. Of the three changes that a ring is made of, some order has no sum below zero on the way: so only those
/// that begin with a gain are followed.
fn ring(state: &mut State<'_>) -> bool {
    let instance = state.instance;
    if !instance.factor.is_empty() {
        return false;
    }
    let free = instance.pinned_from;
    let group = |unit: usize| usize::from(state.group[unit]);
    let arc = |one: usize, two: usize| {
        state.gain_of(group(two), one) - state.own_of(one) - i64::from(instance.between(one, two))
    };
    let level = instance.equal_weights();
    let mut looks = 0;
    for one in 0..free {
        for two in (0..free).filter(|&two| group(two) != group(one)) {
            let first = arc(one, two);
            if first <= 0 {
                continue;
            }
            looks += free;
            for three in (0..free).filter(|&it| group(it) != group(one) && group(it) != group(two)) {
                let second = first + arc(two, three);
                let change = if second > 0 { second + arc(three, one) } else { continue };
                let fits = || {
                    let weight = |unit: usize| i64::from(instance.weight[unit]);
                    let changes = [
                        (group(one), weight(three) - weight(one)),
                        (group(two), weight(one) - weight(two)),
                        (group(three), weight(two) - weight(three)),
                    ];
                    keeps_bounds(state, &changes)
                };
                if change > 0 && (level || fits()) {
                    let (a, b, c) = (group(one), group(two), group(three));
                    state.shift(one, b);
                    state.shift(two, c);
                    state.shift(three, a);
                    return true;
                }
            }
        }
        if looks > MOST_LOOKS {
            return false;
        }
    }
    false
}
