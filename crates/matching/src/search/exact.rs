//! The best of all partitions, where there are so few units that all can be tried.
//!
//! Group by group, the best way to use up each set of units is the best over the members of the last group: a Bellman
//! recursion over subsets, 3^units steps for each group.

use crate::search::anneal::Found;
use crate::search::instance::Instance;

/// Most steps taken: some hundredths of a second.
const MOST_STEPS: u64 = 20_000_000;

/// What a set of units is worth as groups: seats by which bounds are missed, and the value turned round. Less is better.
type Worth = (i64, i64);

/// The best partition and the steps it took. None where there are too many units, or rules that subsets do not show.
pub(crate) fn exhaust(instance: &Instance) -> Option<(Found, u64)> {
    let units = instance.units;
    let steps = 3u64.checked_pow(units as u32)?.checked_mul(instance.groups as u64)?;
    if units == 0 || steps > MOST_STEPS || !instance.classes.is_empty() || instance.pinned_from < units {
        return None;
    }
    let sets = 1usize << units;
    let (load, sum) = sums(instance, sets);
    let worth = |group: usize, members: usize| -> Worth {
        (instance.miss(group, load[members]), -instance.factor(load[members]) * sum[members])
    };
    // The best that the groups so far make of each set, and the members of the last of them.
    let mut best: Vec<Worth> = (0..sets).map(|set| worth(0, set)).collect();
    let mut last: Vec<Vec<u32>> = vec![(0..sets as u32).collect()];
    for group in 1..instance.groups {
        let alone: Vec<Worth> = (0..sets).map(|set| worth(group, set)).collect();
        let (next, chosen) = (0..sets).map(|set| best_split(set, &best, &alone)).unzip();
        best = next;
        last.push(chosen);
    }
    let mut group = vec![0; units];
    let mut left = sets - 1;
    for (at, chosen) in last.iter().enumerate().rev() {
        let members = chosen[left] as usize;
        (0..units).filter(|unit| members >> unit & 1 == 1).for_each(|unit| group[unit] = at as u16);
        left &= !members;
    }
    let (missed, cost) = best[sets - 1];
    Some((Found { group, value: -cost, missed }, steps))
}

/// The best members of one more group among a set, the groups before making the best of the rest.
fn best_split(set: usize, before: &[Worth], alone: &[Worth]) -> (Worth, u32) {
    let mut members = set;
    let mut best = ((i64::MAX, i64::MAX), 0);
    loop {
        let (one, two) = (before[set & !members], alone[members]);
        let worth = (one.0 + two.0, one.1 + two.1);
        if worth < best.0 {
            best = (worth, members as u32);
        }
        if members == 0 {
            return best;
        }
        members = (members - 1) & set;
    }
}

/// Load of each set of units, and the sum of affinities inside it.
fn sums(instance: &Instance, sets: usize) -> (Vec<u32>, Vec<i64>) {
    let (mut load, mut sum) = (vec![0; sets], vec![0; sets]);
    for set in 1..sets {
        let newest = set.ilog2() as usize;
        let rest = set & !(1 << newest);
        let ties = (0..newest).filter(|unit| rest >> unit & 1 == 1);
        load[set] = load[rest] + instance.weight[newest];
        sum[set] = sum[rest]
            + i64::from(instance.inner[newest])
            + ties.map(|unit| i64::from(instance.between(newest, unit))).sum::<i64>();
    }
    (load, sum)
}
