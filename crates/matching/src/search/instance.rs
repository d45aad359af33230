//! The bare puzzle: units with weights, groups with bounds, a table of affinities.

/// Largest number of groups in one instance, so that a group's number fits in 16 bits.
pub(crate) const MOST_GROUPS: usize = 1 << 16;

/// A dense partition problem. A unit is a person, or several who stay together.
#[derive(Clone, Debug)]
pub(crate) struct Instance {
    /// Number of units.
    pub(crate) units: usize,
    /// Number of groups.
    pub(crate) groups: usize,
    /// Affinity of each pair of units, row by row; symmetric, zero on the diagonal.
    pub(crate) affinity: Vec<i32>,
    /// Affinity inside a unit.
    pub(crate) inner: Vec<i32>,
    /// Seats that a unit takes.
    pub(crate) weight: Vec<u32>,
    /// Least load of each group.
    pub(crate) lower: Vec<u32>,
    /// Most load of each group.
    pub(crate) upper: Vec<u32>,
    /// What a group's sum of affinities is multiplied by, for each load. Empty: by one.
    pub(crate) factor: Vec<i32>,
    /// Units that stay where they start, from this unit on.
    pub(crate) pinned_from: usize,
    /// Classes of each unit's members (an organiser, say), of which a group holds at most `cap` each.
    pub(crate) classes: Vec<Vec<u32>>,
    /// Number of classes.
    pub(crate) class_count: usize,
    /// Most of one class in a group.
    pub(crate) cap: u32,
    /// Whether the search may pass through groups that are too small or too large.
    pub(crate) soft: bool,
}

impl Instance {
    pub(crate) fn row(&self, unit: usize) -> &[i32] {
        &self.affinity[unit * self.units..][..self.units]
    }

    pub(crate) fn between(&self, a: usize, b: usize) -> i32 {
        self.affinity[a * self.units + b]
    }

    pub(crate) fn factor(&self, load: u32) -> i64 {
        self.factor.get(load as usize).map_or(1, |&factor| i64::from(factor))
    }

    pub(crate) fn equal_weights(&self) -> bool {
        self.weight.windows(2).all(|pair| pair[0] == pair[1])
    }

    /// Whether every group has one size that all units fill exactly.
    pub(crate) fn swaps_suffice(&self) -> bool {
        self.equal_weights() && self.lower == self.upper
    }

    /// By how much a load misses the bounds of a group.
    pub(crate) fn miss(&self, group: usize, load: u32) -> i64 {
        let over = load.saturating_sub(self.upper[group]);
        let under = self.lower[group].saturating_sub(load);
        i64::from(over + under)
    }

    /// Mean absolute affinity of a pair.
    pub(crate) fn mean_affinity(&self) -> f64 {
        let sum: i64 = self.affinity.iter().map(|&value| i64::from(value.abs())).sum();
        let pairs = self.units * self.units.saturating_sub(1);
        sum as f64 / pairs.max(1) as f64
    }

    /// Standard deviation of the affinities of pairs, leaving out pairs below `floor` (conflicts).
    pub(crate) fn spread(&self, floor: i32) -> f64 {
        let (mut count, mut sum, mut squares) = (0.0, 0.0, 0.0);
        for unit in 0..self.units {
            for &value in &self.row(unit)[..unit] {
                if value > floor {
                    let value = f64::from(value);
                    count += 1.0;
                    sum += value;
                    squares += value * value;
                }
            }
        }
        let count = f64::max(count, 1.0);
        (squares / count - (sum / count).powi(2)).max(0.0).sqrt()
    }
}
