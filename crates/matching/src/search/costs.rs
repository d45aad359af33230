//! What exchanges between units of different weights cost in missed bounds.

use crate::search::instance::Instance;

/// Most that an exchange costs one group, so that differences fit in 32 bits.
const MOST_COST: i64 = 1 << 28;

/// For each group and each two classes of weight, the cost of one joining and the other leaving. A row is worked out when it is
/// asked for, and kept while the load of the group and its penalty stay as they are.
pub(crate) struct Costs {
    /// The weights that differ, in order.
    weights: Vec<u32>,
    rows: Vec<i32>,
    /// Load and penalty for which a row holds.
    known: Vec<(u32, i64)>,
    /// Scratch: what the own group of the unit at hand loses.
    here: Vec<i32>,
}

impl Costs {
    pub(crate) fn new(weights: Vec<u32>, groups: usize) -> Self {
        let classes = weights.len();
        Self {
            rows: vec![0; groups * classes * classes],
            known: vec![(u32::MAX, 0); groups * classes],
            here: vec![0; classes],
            weights,
        }
    }

    pub(crate) fn classes(&self) -> usize {
        self.weights.len()
    }

    /// Works out what a group loses when a unit of a class leaves it and one of each class joins.
    pub(crate) fn leave(&mut self, instance: &Instance, group: usize, load: u32, penalty: i64, class: usize) {
        let miss = instance.miss(group, load);
        for (cost, &weight) in self.here.iter_mut().zip(&self.weights) {
            let change = instance.miss(group, load - self.weights[class] + weight) - miss;
            *cost = (penalty * change).clamp(-MOST_COST, MOST_COST) as i32;
        }
    }

    /// Fills in what the unit at hand would gain in a group: `gain`, less what an exchange with a unit of each class costs here
    /// and there.
    pub(crate) fn join(
        &mut self,
        instance: &Instance,
        (group, load, penalty): (usize, u32, i64),
        class: usize,
        gain: i32,
        column: &mut [i32],
    ) {
        let classes = self.weights.len();
        let row = group * classes + class;
        let costs = &mut self.rows[row * classes..][..classes];
        if self.known[row] != (load, penalty) {
            self.known[row] = (load, penalty);
            let miss = instance.miss(group, load);
            for (cost, &weight) in costs.iter_mut().zip(&self.weights) {
                // A weight that nobody in the group has is never asked for.
                let after = if weight <= load { load - weight + self.weights[class] } else { load };
                *cost = (penalty * (instance.miss(group, after) - miss)).clamp(-MOST_COST, MOST_COST) as i32;
            }
        }
        for ((slot, cost), here) in column.iter_mut().zip(costs).zip(&self.here) {
            *slot = gain - *cost - here;
        }
    }
}
