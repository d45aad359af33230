//! What exchanges between units of different weights cost in missed bounds.

use crate::search::instance::Instance;

/// Most classes of weight. Rows have a place for each, so that they are worked out several places at a time.
pub(crate) const MOST_CLASSES: usize = 16;

/// Most that an exchange costs one group, so that differences fit in 32 bits.
const MOST_COST: i64 = 1 << 28;

type Row = [i32; MOST_CLASSES];

/// For each group and each two classes of weight, the cost of one joining and the other leaving. A row is worked out when it is
/// asked for, and kept while the load of the group and its penalty stay as they are.
pub(crate) struct Costs {
    /// Number of weights that differ.
    classes: usize,
    /// The weights that differ, in order; the last one in the places that are left.
    weights: Row,
    /// Most that a seat outside the bounds is taken to cost.
    most_penalty: i64,
    rows: Vec<Row>,
    /// Load and penalty for which a row holds.
    known: Vec<(u32, i64)>,
    /// Scratch: what the own group of the unit at hand loses.
    here: Row,
}

impl Costs {
    /// For at most [`MOST_CLASSES`] weights, in order.
    pub(crate) fn new(weights: &[u32], groups: usize) -> Self {
        let classes = weights.len();
        let last = weights.last().copied().unwrap_or(0);
        let widest = last - weights.first().copied().unwrap_or(0);
        Self {
            classes,
            weights: std::array::from_fn(|at| weights.get(at).copied().unwrap_or(last) as i32),
            most_penalty: MOST_COST / i64::from(widest.max(1)),
            rows: vec![Row::default(); groups * classes],
            known: vec![(u32::MAX, 0); groups * classes],
            here: Row::default(),
        }
    }

    pub(crate) fn classes(&self) -> usize {
        self.classes
    }

    /// Slot of a unit of a class in a group: where [`Costs::join`] says what its place gains.
    pub(crate) fn slot(&self, group: usize, class: u16) -> u16 {
        let width = if self.classes > 1 { MOST_CLASSES } else { 1 };
        (group * width + usize::from(class)) as u16
    }

    /// Works out what a group loses when a unit of a class leaves it and one of each class joins.
    pub(crate) fn leave(&mut self, instance: &Instance, group: usize, load: u32, penalty: i64, class: usize) {
        let mine = self.weights[class];
        let price = penalty.min(self.most_penalty) as i32;
        self.here = priced(instance, group, load, price, &self.weights.map(|weight| weight - mine));
    }

    /// Fills in what the unit at hand would gain in a group: `gain`, less what an exchange with a unit of each class costs here
    /// and there.
    pub(crate) fn join(
        &mut self,
        instance: &Instance,
        (group, load, penalty): (usize, u32, i64),
        class: usize,
        gain: i32,
        column: &mut Row,
    ) {
        let row = group * self.classes + class;
        if self.known[row] != (load, penalty) {
            self.known[row] = (load, penalty);
            let mine = self.weights[class];
            let price = penalty.min(self.most_penalty) as i32;
            self.rows[row] = priced(instance, group, load, price, &self.weights.map(|weight| mine - weight));
        }
        let costs = &self.rows[row];
        *column = std::array::from_fn(|at| gain - costs[at] - self.here[at]);
    }
}

/// What changes of a group's load cost, at a price for a seat outside the bounds.
fn priced(instance: &Instance, group: usize, load: u32, price: i32, changes: &Row) -> Row {
    let (lower, upper, load) = (instance.lower[group] as i32, instance.upper[group] as i32, load as i32);
    let miss = |load: i32| (load - upper).max(0) + (lower - load).max(0);
    changes.map(|change| price * (miss(load + change) - miss(load)))
}
