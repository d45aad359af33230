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

    /// An instance without units, for what asks about bounds alone.
    pub(crate) fn bare(lower: Vec<u32>, upper: Vec<u32>) -> Self {
        Self {
            units: 0,
            groups: lower.len(),
            affinity: Vec::new(),
            inner: Vec::new(),
            weight: Vec::new(),
            lower,
            upper,
            factor: Vec::new(),
            pinned_from: 0,
            classes: Vec::new(),
            class_count: 0,
            cap: 0,
            soft: false,
        }
    }

    /// Draws each free unit to the pinned unit of its home, so that leaving costs `price` points of the sum of means.
    pub(crate) fn anchor(&mut self, home: &[Option<u16>], price: u32) {
        let mut load = vec![0; self.groups];
        for (unit, home) in home.iter().enumerate() {
            home.iter().for_each(|&home| load[usize::from(home)] += self.weight[unit]);
        }
        for pinned in self.pinned_from..self.units {
            load[pinned - self.pinned_from] += self.weight[pinned];
        }
        for (unit, home) in home.iter().enumerate() {
            let Some(home) = home.map(usize::from) else { continue };
            // A pair counts 2 / (size - 1) in the sum of means.
            let pull = u64::from(price) * u64::from(load[home].max(2) - 1) * u64::from(self.weight[unit]) / 2;
            let anchor = self.pinned_from + home;
            let pull = pull.min(1 << 20) as i32;
            self.affinity[unit * self.units + anchor] += pull;
            self.affinity[anchor * self.units + unit] += pull;
        }
    }

    /// Whether all units that can be moved weigh the same.
    pub(crate) fn equal_weights(&self) -> bool {
        self.weight[..self.pinned_from].windows(2).all(|pair| pair[0] == pair[1])
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
