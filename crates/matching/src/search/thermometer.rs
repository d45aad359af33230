//! At which temperatures a puzzle melts and sets: measured, since tables differ by orders of magnitude.

use crate::search::anneal::{Logarithms, scan};
use crate::search::random::Random;
use crate::search::state::State;

/// Ratio of one temperature to the one before.
const STEP: f64 = 0.8;

/// Scans at each temperature, for each unit.
const SCANS: usize = 40;

/// Scans between two looks at the clock.
const PATIENCE: usize = 256;

/// Hottest and coldest temperature tried, in spreads of the affinities.
const HOTTEST: f64 = 6.0;
const COLDEST: f64 = 0.004;

/// Share of exchanges taken, of those looked at, where annealing starts: measured best on random and on geometric tables.
const MELTS: f64 = 0.013;

/// Share of scans that end in an exchange where annealing ends.
const SETS: f64 = 0.004;

/// Share of the rise in value since the start of annealing that is still to come where annealing may end although exchanges go on (between
/// people who are alike).
const REST: f64 = 0.001;

/// Temperatures between which annealing pays.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Range {
    pub(crate) hot: f64,
    pub(crate) cold: f64,
}

impl Range {
    /// The temperature at a share of the logarithmic way from hot (0) to cold (1).
    pub(crate) fn on_the_way(&self, share: f64) -> f64 {
        self.hot * (self.cold / self.hot).powf(share)
    }
}

/// Cools a state quickly, one step at a time, and reads the range off the exchanges taken. A guess where `stop` ends it early.
pub(crate) fn measure(
    state: &mut State<'_>,
    floor: i32,
    logarithms: &Logarithms,
    random: &mut Random,
    stop: &(dyn Fn() -> bool + Sync),
) -> Range {
    let free = state.instance.pinned_from;
    let load: u32 = state.instance.weight.iter().sum();
    let mean_load = f64::from(load) / state.instance.groups.max(1) as f64;
    let unit_heat =
        state.instance.spread(floor).max(1.0) * state.instance.factor(mean_load.round() as u32) as f64;
    let mut range = Range { hot: 2.0 * unit_heat, cold: 0.1 * unit_heat };
    if free < 2 {
        return range;
    }
    let mut levels: Vec<(f64, f64, f64)> = Vec::new();
    let mut heat = HOTTEST;
    while heat > COLDEST {
        let (mut taken, mut looked, mut sum) = (0u64, 0u64, 0.0);
        for at in 0..SCANS * free {
            if at % PATIENCE == 0 && stop() {
                return range;
            }
            let unit = random.below(free);
            let least = (heat * unit_heat * logarithms.draw(random)).ceil() as i64;
            state.look_at(unit);
            let before = state.group[unit];
            looked += scan(state, unit, least.min(0), random.below(free));
            taken += u64::from(state.group[unit] != before);
            sum += state.value as f64;
        }
        let (per_look, per_scan) = (taken as f64 / looked as f64, taken as f64 / (SCANS * free) as f64);
        if per_look > MELTS {
            range.hot = heat * unit_heat;
        }
        levels.push((heat * unit_heat, sum / (SCANS * free) as f64, per_scan));
        if per_scan < SETS {
            break;
        }
        heat *= STEP;
    }
    let start = levels.iter().find(|level| level.0 <= range.hot).unwrap_or(&levels[0]);
    let (first, last) = (start.1, levels[levels.len() - 1].1);
    let set =
        |&&(_, value, per_scan): &&(f64, f64, f64)| per_scan < SETS || last - value < REST * (last - first);
    range.cold = levels.iter().find(set).map_or(range.cold, |level| level.0).min(range.hot / 2.0);
    range
}
