//! A child of two partitions: what both agree on stays, the rest is dealt anew.

use crate::search::instance::Instance;
use crate::search::random::Random;

/// Pairs the groups of two partitions by how many units they share, keeps those units together, and lets the other
/// units follow one parent or the other while there is room.
pub(crate) fn child(instance: &Instance, one: &[u16], two: &[u16], random: &mut Random) -> Vec<u16> {
    let partner = pair_groups(instance, one, two);
    let mut load = vec![0; instance.groups];
    let mut group = vec![None; instance.units];
    let mut open = Vec::new();
    for unit in 0..instance.units {
        let first = one[unit];
        if unit >= instance.pinned_from || partner[usize::from(two[unit])] == first {
            group[unit] = Some(first);
            load[usize::from(first)] += instance.weight[unit];
        } else {
            open.push(unit);
        }
    }
    random.shuffle(&mut open);
    let mut late = Vec::new();
    for unit in open {
        let wishes = [one[unit], partner[usize::from(two[unit])]];
        let first = random.below(2);
        let fits = |&wish: &u16| {
            let wish = usize::from(wish);
            load[wish] + instance.weight[unit] <= instance.upper[wish]
        };
        match [wishes[first], wishes[1 - first]].into_iter().find(fits) {
            Some(wish) => {
                group[unit] = Some(wish);
                load[usize::from(wish)] += instance.weight[unit];
            }
            None => late.push(unit),
        }
    }
    late.sort_by_key(|&unit| std::cmp::Reverse(instance.weight[unit]));
    for unit in late {
        let to = emptiest(instance, &load, |_| true);
        group[unit] = Some(to as u16);
        load[to] += instance.weight[unit];
    }
    group.into_iter().flatten().collect()
}

/// The group that misses most of its least load, or else has most room.
pub(crate) fn emptiest(instance: &Instance, load: &[u32], prefer: impl Fn(usize) -> bool) -> usize {
    let need = |&group: &usize| {
        let lack = instance.lower[group].saturating_sub(load[group]);
        let room = i64::from(instance.upper[group]) - i64::from(load[group]);
        (prefer(group), lack, room, std::cmp::Reverse(group))
    };
    (0..instance.groups).max_by_key(need).unwrap_or(0)
}

/// For each group of the second partition, the group of the first that it is taken for: largest overlap first.
fn pair_groups(instance: &Instance, one: &[u16], two: &[u16]) -> Vec<u16> {
    let groups = instance.groups;
    let mut overlaps: Vec<(u32, u32)> =
        one.iter().zip(two).map(|(&first, &second)| (u32::from(first), u32::from(second))).collect();
    overlaps.sort_unstable();
    let mut runs: Vec<(usize, (u32, u32))> =
        overlaps.chunk_by(|left, right| left == right).map(|run| (run.len(), run[0])).collect();
    runs.sort_unstable_by(|left, right| right.0.cmp(&left.0).then(left.1.cmp(&right.1)));
    let mut partner = vec![None; groups];
    let mut taken = vec![false; groups];
    for (_, (first, second)) in runs {
        let (first, second) = (first as usize, second as usize);
        if partner[second].is_none() && !taken[first] {
            partner[second] = Some(first as u16);
            taken[first] = true;
        }
    }
    let mut left = (0..groups).filter(|&group| !taken[group]);
    let mut rest = || left.next().unwrap_or(0) as u16;
    partner.into_iter().map(|found| found.unwrap_or_else(&mut rest)).collect()
}
