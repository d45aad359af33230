//! A partition under change, with what each exchange would gain kept at hand.

use crate::search::costs::{Costs, MOST_CLASSES};
use crate::search::instance::{Instance, MOST_GROUPS};

/// Units looked at in one go; the loop over them is free of branches.
const BLOCK: usize = 16;

/// Far below any real gain.
const NEVER: i32 = i32::MIN / 4;

/// A partition of the units of an instance.
pub(crate) struct State<'i> {
    pub(crate) instance: &'i Instance,
    /// Group of each unit.
    pub(crate) group: Vec<u16>,
    /// Seats taken in each group.
    pub(crate) load: Vec<u32>,
    /// Sum of affinities inside each group, before the factor.
    sum: Vec<i64>,
    /// Affinity of each unit to each group, group by group.
    gain: Vec<i32>,
    /// Affinity of each unit to its own group.
    own: Vec<i32>,
    /// Scratch: what the unit at hand would gain by the place of a unit, by the other's slot; a fixed length spares the
    /// bounds checks.
    column: Box<[i32; MOST_GROUPS]>,
    /// Scratch: the most that any place would gain the unit at hand.
    reach: i32,
    /// Slot of each unit in `column`: its group, and its class of weight where weights differ.
    slot: Vec<u16>,
    /// What exchanges cost, by the weights that differ, where they are few enough for slots; one entry where all are equal.
    costs: Costs,
    class: Vec<u16>,
    /// Whether slots tell the whole difference an exchange makes.
    slotted: bool,
    /// Scratch: factor of each group.
    factors: Box<[i32; MOST_GROUPS]>,
    counts: Vec<u16>,
    /// Value of the groups, without penalties.
    pub(crate) value: i64,
    /// By how many seats groups miss their bounds.
    pub(crate) missed: i64,
    /// By how many people groups exceed the caps on classes. Exchanges never add to it; a deal may begin with some.
    pub(crate) excess: i64,
    /// What a missed seat costs in each group.
    pub(crate) penalty: Vec<i64>,
    kind: Kind,
    /// Whether gains add up and all groups are alike in size.
    level: bool,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    /// All factors equal: gains add up.
    Plain,
    /// Factors by size, weights equal.
    Scaled,
    /// Factors and weights.
    Exact,
}

impl<'i> State<'i> {
    pub(crate) fn new(instance: &'i Instance, group: Vec<u16>, penalty: i64) -> Self {
        let kind = match (instance.factor.is_empty(), instance.equal_weights()) {
            (true, _) => Kind::Plain,
            (false, true) => Kind::Scaled,
            (false, false) => Kind::Exact,
        };
        let (weights, class, slotted) = weight_classes(instance);
        let mut state = Self {
            instance,
            slot: vec![0; instance.units],
            costs: Costs::new(&weights, instance.groups),
            class,
            slotted,
            load: vec![0; instance.groups],
            sum: vec![0; instance.groups],
            gain: vec![0; instance.groups * instance.units],
            own: vec![0; instance.units],
            column: scratch(),
            reach: 0,
            factors: scratch(),
            counts: vec![
                0;
                if instance.classes.is_empty() { 0 } else { instance.groups * instance.class_count }
            ],
            group,
            value: 0,
            missed: 0,
            excess: 0,
            penalty: vec![penalty; instance.groups],
            kind,
            level: kind == Kind::Plain
                && instance.swaps_suffice()
                && instance.lower.windows(2).all(|it| it[0].abs_diff(it[1]) < 2),
        };
        state.rebuild();
        state
    }

    /// Begins again with another partition.
    pub(crate) fn restart(&mut self, group: &[u16]) {
        self.group.copy_from_slice(group);
        self.rebuild();
    }

    fn rebuild(&mut self) {
        let instance = self.instance;
        self.load.fill(0);
        self.sum.fill(0);
        self.gain.fill(0);
        self.counts.fill(0);
        self.excess = 0;
        for unit in 0..instance.units {
            let group = usize::from(self.group[unit]);
            self.load[group] += instance.weight[unit];
            self.sum[group] += 2 * i64::from(instance.inner[unit]);
            let gains = &mut self.gain[group * instance.units..][..instance.units];
            for (gain, &affinity) in gains.iter_mut().zip(instance.row(unit)) {
                *gain += affinity;
            }
            self.count(unit, group, true);
        }
        for unit in 0..instance.units {
            let group = usize::from(self.group[unit]);
            self.own[unit] = self.gain[group * instance.units + unit];
            self.sum[group] += i64::from(self.own[unit]);
            self.slot[unit] = self.slot_of(unit, group);
        }
        self.value = 0;
        self.missed = 0;
        for group in 0..instance.groups {
            self.sum[group] /= 2;
            self.value += instance.factor(self.load[group]) * self.sum[group];
            self.missed += instance.miss(group, self.load[group]);
            self.factors[group] = instance.factor(self.load[group]) as i32;
        }
    }

    fn slot_of(&self, unit: usize, group: usize) -> u16 {
        self.costs.slot(group, self.class[unit])
    }

    /// Makes ready for questions about one unit.
    pub(crate) fn look_at(&mut self, unit: usize) {
        let own_group = usize::from(self.group[unit]);
        let own = if self.kind == Kind::Plain { self.own[unit] } else { 0 };
        if self.costs.classes() > 1 {
            self.look_by_weight(unit, own);
            return;
        }
        let gains = self.gain.iter().skip(unit).step_by(self.instance.units);
        for (slot, &gain) in self.column.iter_mut().zip(gains) {
            *slot = gain - own;
        }
        self.column[own_group] = NEVER;
        self.reach = self.column[..self.instance.groups].iter().copied().max().unwrap_or(NEVER);
    }

    /// As [`State::look_at`], with what the exchange with a unit of each weight would cost in missed bounds.
    fn look_by_weight(&mut self, unit: usize, own: i32) {
        let instance = self.instance;
        let (from, class) = (usize::from(self.group[unit]), usize::from(self.class[unit]));
        self.costs.leave(instance, from, self.load[from], self.penalty[from], class);
        let gains = self.gain.iter().skip(unit).step_by(instance.units);
        let groups = self.load.iter().zip(&self.penalty).enumerate();
        let (columns, _) = self.column.as_chunks_mut::<MOST_CLASSES>();
        for (((group, (&load, &penalty)), &gain), column) in groups.zip(gains).zip(columns) {
            self.costs.join(instance, (group, load, penalty), class, gain - own, column);
        }
        self.column[from * MOST_CLASSES..][..MOST_CLASSES].fill(NEVER);
    }

    /// The first unit from `from` on, before `to`, whose exchange with `unit` changes the score by at least `least`.
    /// [`State::look_at`] must have been called for `unit`.
    pub(crate) fn find_swap(&self, unit: usize, from: usize, to: usize, least: i64) -> Option<usize> {
        if self.kind == Kind::Exact {
            return (from..to)
                .find(|&other| self.allows_swap(unit, other) && self.swap_delta(unit, other) >= least);
        }
        let relief = if self.missed > 0 && !self.slotted { self.relief() } else { 0 };
        let bar = (least - relief).max(i64::from(NEVER / 2)) as i32;
        if self.kind == Kind::Plain {
            return self.find_plain(unit, from, to, bar, least);
        }
        let mut at = from;
        while at < to {
            let end = (at + BLOCK).min(to);
            if self.any_above(unit, at, end, bar) {
                let fits = |&other: &usize| {
                    self.group[unit] != self.group[other]
                        && self.swap_delta(unit, other) >= least
                        && self.allows_swap(unit, other)
                };
                if let Some(found) = (at..end).find(fits) {
                    return Some(found);
                }
            }
            at = end;
        }
        None
    }

    /// As [`State::find_swap`], where gains add up. What the other unit gains is worked out for a block in one go. Where all
    /// groups are alike it is first held against the best that any place gives this one: that takes no look-up, and few
    /// blocks get beyond.
    fn find_plain(&self, unit: usize, from: usize, to: usize, bar: i32, least: i64) -> Option<usize> {
        let row = &self.gain[usize::from(self.group[unit]) * self.instance.units..][from..to];
        let own = &self.own[from..to];
        let affinity = &self.instance.row(unit)[from..to];
        let low = bar - self.reach;
        let ((rows, row), (owns, own), (ties, tie)) =
            (row.as_chunks::<BLOCK>(), own.as_chunks::<BLOCK>(), affinity.as_chunks::<BLOCK>());
        for (number, ((row, own), tie)) in rows.iter().zip(owns).zip(ties).enumerate() {
            let theirs: [i32; BLOCK] = std::array::from_fn(|at| row[at] - own[at] - 2 * tie[at]);
            let begin = from + number * BLOCK;
            // Signs of what is missing, instead of comparisons: they are worked out several at a time.
            let beyond = !self.level || theirs.iter().fold(0, |any, theirs| any | !(theirs - low)) < 0;
            if beyond && let Some(found) = self.first_that_fits(unit, begin, &theirs, bar, least) {
                return Some(found);
            }
        }
        let mut rest = [0; BLOCK];
        for (rest, ((row, own), tie)) in rest.iter_mut().zip(row.iter().zip(own).zip(tie)) {
            *rest = row - own - 2 * tie;
        }
        self.first_that_fits(unit, to - row.len(), &rest[..row.len()], bar, least)
    }

    fn first_that_fits(
        &self,
        unit: usize,
        begin: usize,
        theirs: &[i32],
        bar: i32,
        least: i64,
    ) -> Option<usize> {
        let slots = &self.slot[begin..][..theirs.len()];
        let gains =
            || theirs.iter().zip(slots).map(|(theirs, &slot)| theirs + self.column[usize::from(slot)]);
        if gains().fold(0, |any, gain| any | !(gain - bar)) >= 0 {
            return None;
        }
        gains().zip(begin..).filter(|&(gain, _)| gain >= bar).map(|(_, other)| other).find(|&other| {
            self.group[unit] != self.group[other]
                && self.swap_delta(unit, other) >= least
                && self.allows_swap(unit, other)
        })
    }

    /// What keeping all bounds would save.
    fn relief(&self) -> i64 {
        let of_group =
            |(group, &penalty): (usize, &i64)| penalty * self.instance.miss(group, self.load[group]);
        self.penalty.iter().enumerate().map(of_group).sum()
    }

    fn any_above(&self, unit: usize, at: usize, end: usize, bar: i32) -> bool {
        let units = self.instance.units;
        let own_group = usize::from(self.group[unit]);
        let row = &self.gain[own_group * units..][at..end];
        let own = &self.own[at..end];
        let slot = &self.slot[at..end];
        let affinity = &self.instance.row(unit)[at..end];
        let mut any = false;
        let factor = self.factors[own_group];
        let mine = self.own[unit];
        for (((&there, &theirs), &slot), &between) in row.iter().zip(own).zip(slot).zip(affinity) {
            let here = self.column[usize::from(slot)].max(-(1 << 20));
            // What conflicts push below the range wraps round and is looked at again, exactly.
            let delta = factor
                .wrapping_mul(there - mine - between)
                .wrapping_add(self.factors[usize::from(slot)].wrapping_mul(here - theirs - between));
            any |= delta >= bar;
        }
        any
    }

    /// Change of the score when two units of different groups change places.
    pub(crate) fn swap_delta(&self, one: usize, two: usize) -> i64 {
        let instance = self.instance;
        let (a, b) = (usize::from(self.group[one]), usize::from(self.group[two]));
        let between = i64::from(instance.between(one, two));
        let gain = |group: usize, unit: usize| i64::from(self.gain[group * instance.units + unit]);
        let change_a = gain(a, two) - i64::from(self.own[one]) - between;
        let change_b = gain(b, one) - i64::from(self.own[two]) - between;
        if instance.weight[one] == instance.weight[two] && self.kind != Kind::Exact {
            return i64::from(self.factors[a]) * change_a + i64::from(self.factors[b]) * change_b;
        }
        let inner = i64::from(instance.inner[two]) - i64::from(instance.inner[one]);
        let load_a = self.load[a] - instance.weight[one] + instance.weight[two];
        let load_b = self.load[b] - instance.weight[two] + instance.weight[one];
        self.regroup_delta(a, change_a + inner, load_a) + self.regroup_delta(b, change_b - inner, load_b)
    }

    /// Change of the score when a unit moves to another group.
    pub(crate) fn move_delta(&self, unit: usize, to: usize) -> i64 {
        let instance = self.instance;
        let from = usize::from(self.group[unit]);
        let inner = i64::from(instance.inner[unit]);
        let joins = i64::from(self.gain[to * instance.units + unit]) + inner;
        let leaves = -i64::from(self.own[unit]) - inner;
        self.regroup_delta(from, leaves, self.load[from] - instance.weight[unit])
            + self.regroup_delta(to, joins, self.load[to] + instance.weight[unit])
    }

    fn regroup_delta(&self, group: usize, change: i64, load: u32) -> i64 {
        let instance = self.instance;
        let value = instance.factor(load) * (self.sum[group] + change)
            - instance.factor(self.load[group]) * self.sum[group];
        value - self.penalty[group] * (instance.miss(group, load) - instance.miss(group, self.load[group]))
    }

    pub(crate) fn swap(&mut self, one: usize, two: usize) {
        let (a, b) = (self.group[one], self.group[two]);
        if self.instance.weight[one] == self.instance.weight[two] || self.kind == Kind::Plain {
            self.exchange(one, two);
        } else {
            self.shift(one, usize::from(b));
            self.shift(two, usize::from(a));
        }
    }

    /// Exchanges two units in one pass, where weights do not change the factors.
    fn exchange(&mut self, one: usize, two: usize) {
        let instance = self.instance;
        let units = instance.units;
        let (a, b) = (self.group[one], self.group[two]);
        let (from, to) = (usize::from(a), usize::from(b));
        let between = i64::from(instance.between(one, two));
        let inner = i64::from(instance.inner[two]) - i64::from(instance.inner[one]);
        let change_a = i64::from(self.gain[from * units + two]) - i64::from(self.own[one]) - between + inner;
        let change_b = i64::from(self.gain[to * units + one]) - i64::from(self.own[two]) - between - inner;
        self.value += i64::from(self.factors[from]) * change_a + i64::from(self.factors[to]) * change_b;
        self.sum[from] += change_a;
        self.sum[to] += change_b;
        let (leaving, joining) = (instance.weight[one], instance.weight[two]);
        if leaving != joining {
            for (group, load) in
                [(from, self.load[from] - leaving + joining), (to, self.load[to] - joining + leaving)]
            {
                self.missed += instance.miss(group, load) - instance.miss(group, self.load[group]);
                self.load[group] = load;
            }
        }
        let (gains_a, gains_b) = two_rows(&mut self.gain, units, from, to);
        let rows = instance.row(one).iter().zip(instance.row(two));
        let places = self.own.iter_mut().zip(&self.group);
        for ((((leaving, joining), gain_a), gain_b), (own, &group)) in
            rows.zip(gains_a).zip(gains_b).zip(places)
        {
            let change = joining - leaving;
            *gain_a += change;
            *gain_b -= change;
            *own += (change & -i32::from(group == a)) - (change & -i32::from(group == b));
        }
        self.group[one] = b;
        self.group[two] = a;
        self.slot[one] = self.slot_of(one, to);
        self.slot[two] = self.slot_of(two, from);
        self.own[one] = self.gain[to * units + one];
        self.own[two] = self.gain[from * units + two];
        self.count(one, from, false);
        self.count(two, to, false);
        self.count(one, to, true);
        self.count(two, from, true);
    }

    /// Moves a unit to another group.
    pub(crate) fn shift(&mut self, unit: usize, to: usize) {
        let instance = self.instance;
        let units = instance.units;
        let from = usize::from(self.group[unit]);
        let (a, b) = (self.group[unit], to as u16);
        let inner = i64::from(instance.inner[unit]);
        let weight = instance.weight[unit];
        for (group, change, load) in [
            (from, -i64::from(self.own[unit]) - inner, self.load[from] - weight),
            (to, i64::from(self.gain[to * units + unit]) + inner, self.load[to] + weight),
        ] {
            self.missed += instance.miss(group, load) - instance.miss(group, self.load[group]);
            self.value -= instance.factor(self.load[group]) * self.sum[group];
            self.sum[group] += change;
            self.load[group] = load;
            self.value += instance.factor(load) * self.sum[group];
            self.factors[group] = instance.factor(load) as i32;
        }
        let (gains_a, gains_b) = two_rows(&mut self.gain, units, from, to);
        let places = self.own.iter_mut().zip(&self.group);
        for (((change, gain_a), gain_b), (own, &group)) in
            instance.row(unit).iter().zip(gains_a).zip(gains_b).zip(places)
        {
            *gain_a -= change;
            *gain_b += change;
            *own += (change & -i32::from(group == b)) - (change & -i32::from(group == a));
        }
        self.group[unit] = b;
        self.slot[unit] = self.slot_of(unit, to);
        self.own[unit] = self.gain[to * units + unit];
        self.count(unit, from, false);
        self.count(unit, to, true);
    }

    /// Whether an exchange keeps the caps on classes, or makes no group worse.
    fn allows_swap(&self, one: usize, two: usize) -> bool {
        let (a, b) = (self.group[one], self.group[two]);
        a != b && self.room(one, usize::from(b), Some(two)) && self.room(two, usize::from(a), Some(one))
    }

    /// Whether a group has room for the classes of a unit, once another has left it.
    pub(crate) fn room(&self, unit: usize, group: usize, leaving: Option<usize>) -> bool {
        let instance = self.instance;
        if instance.classes.is_empty() {
            return true;
        }
        instance.classes[unit].iter().all(|&class| {
            let of_class =
                |unit: usize| instance.classes[unit].iter().filter(|&&it| it == class).count() as u32;
            let present = u32::from(self.counts[group * instance.class_count + class as usize]);
            let left = leaving.map_or(0, of_class);
            present - left + of_class(unit) <= instance.cap || of_class(unit) <= left
        })
    }

    fn count(&mut self, unit: usize, group: usize, joins: bool) {
        if self.instance.classes.is_empty() {
            return;
        }
        for &class in &self.instance.classes[unit] {
            let count = &mut self.counts[group * self.instance.class_count + class as usize];
            if joins {
                *count += 1;
                self.excess += i64::from(u32::from(*count) > self.instance.cap);
            } else {
                self.excess -= i64::from(u32::from(*count) > self.instance.cap);
                *count -= 1;
            }
        }
    }
}

/// The weights that differ and the class of each unit, and whether slots of group and class tell all about an exchange.
fn weight_classes(instance: &Instance) -> (Vec<u32>, Vec<u16>, bool) {
    let mut weights = instance.weight[..instance.pinned_from].to_vec();
    weights.sort_unstable();
    weights.dedup();
    let few = weights.len() <= MOST_CLASSES && MOST_CLASSES * instance.groups < MOST_GROUPS;
    if weights.len() < 2 || !few || !instance.factor.is_empty() {
        return (vec![0], vec![0; instance.units], weights.len() < 2);
    }
    let class = |weight: &u32| weights.binary_search(weight).unwrap_or(0) as u16;
    (weights.clone(), instance.weight.iter().map(class).collect(), true)
}

/// What a unit adds to a group, and what it has in its own.
impl State<'_> {
    /// Affinity of a unit to a group.
    pub(crate) fn gain_of(&self, group: usize, unit: usize) -> i64 {
        i64::from(self.gain[group * self.instance.units + unit])
    }

    /// Affinity of a unit to its own group.
    pub(crate) fn own_of(&self, unit: usize) -> i64 {
        i64::from(self.own[unit])
    }
}

fn scratch() -> Box<[i32; MOST_GROUPS]> {
    match vec![0; MOST_GROUPS].into_boxed_slice().try_into() {
        Ok(array) => array,
        Err(_) => unreachable!("the slice was made with this length"),
    }
}

fn two_rows(table: &mut [i32], width: usize, one: usize, two: usize) -> (&mut [i32], &mut [i32]) {
    let (low, high) = (one.min(two), one.max(two));
    let (head, tail) = table.split_at_mut(high * width);
    let (first, second) = (&mut head[low * width..][..width], &mut tail[..width]);
    if one < two { (first, second) } else { (second, first) }
}
