//! Simulated annealing by exchanges, scanning whole rows of candidates against one threshold.

use crate::search::polish::improve_by_three;
use crate::search::random::Random;
use crate::search::state::State;

/// Scans between two looks at the clock and at the temperature.
const SCANS: u32 = 64;

/// Moves of a unit to another group are tried before one scan in so many. Where units differ in weight or groups by factor,
/// moves are what fits loads to bounds; where all units are alike, sizes settle early and exchanges do the rest.
const MOVES_ONE_IN: usize = 2;
const MOVES_ONE_IN_LEVEL: usize = 8;

/// How fast the penalty of a group follows the time it spends outside its bounds.
const PENALTY_STEP: f64 = 0.05;

/// Most that a seat outside the bounds costs, so that differences fit in 32 bits.
const MOST_PENALTY: f64 = 1e7;

/// Temperatures of one run, and how long it lasts.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Schedule {
    pub(crate) hot: f64,
    pub(crate) cold: f64,
    /// Exchanges to look at.
    pub(crate) proposals: u64,
    /// Whether the best found by a descent from where the run is, now and then, counts: for runs before which nothing is known,
    /// so that more time is never worse.
    pub(crate) watched: bool,
    /// Share of the time that each group may spend outside its bounds, which its penalty then follows. None: it stays.
    pub(crate) outside: Option<f64>,
}

/// A partition and its worth.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    pub(crate) group: Vec<u16>,
    pub(crate) value: i64,
    /// Seats by which groups miss their bounds and exceed their caps: zero for a partition that can be used.
    pub(crate) missed: i64,
}

impl Found {
    pub(crate) fn of(state: &State<'_>) -> Self {
        Self { group: state.group.clone(), value: state.value, missed: state.missed + state.excess }
    }

    fn keep(&mut self, state: &State<'_>) {
        let missed = state.missed + state.excess;
        if (missed, -state.value) < self.rank() {
            self.group.copy_from_slice(&state.group);
            self.value = state.value;
            self.missed = missed;
        }
    }

    /// Better ones are less.
    pub(crate) fn rank(&self) -> (i64, i64) {
        (self.missed, -self.value)
    }
}

/// Logarithms of uniform numbers, so that a threshold costs one look-up.
pub(crate) struct Logarithms(Vec<f32>);

impl Logarithms {
    pub(crate) fn new() -> Self {
        Self((0..1 << 14).map(|slot| ((f64::from(slot) + 0.5) / f64::from(1 << 14)).ln() as f32).collect())
    }

    pub(crate) fn draw(&self, random: &mut Random) -> f64 {
        f64::from(self.0[(random.bits() >> 18) as usize])
    }
}

/// Exchanges until a watched run is looked at for the second time; and so many times as many until each next time.
const SECOND_LOOK: u64 = 20_000;
const LOOKS_APART: u64 = 4;

/// Cools the state down and returns the best that was seen, after a descent. `stop` ends the run early, with the best that was
/// seen until then.
pub(crate) fn anneal(
    state: &mut State<'_>,
    schedule: Schedule,
    logarithms: &Logarithms,
    random: &mut Random,
    stop: &(dyn Fn() -> bool + Sync),
) -> (Found, u64) {
    let mut best = Found::of(state);
    let mut done = 0;
    let free = state.instance.pinned_from;
    let moves = !state.instance.swaps_suffice();
    let level = state.instance.soft && state.instance.equal_weights();
    let moves_one_in = if level { MOVES_ONE_IN_LEVEL } else { MOVES_ONE_IN };
    let usual = state.penalty.clone();
    let mut penalty: Vec<f64> = usual.iter().map(|&usual| usual as f64).collect();
    let mut next_look = if schedule.watched { 0 } else { u64::MAX };
    while done < schedule.proposals && free > 1 {
        if done >= next_look {
            let mut below = State::new(state.instance, state.group.clone(), 1);
            below.penalty.clone_from(&usual);
            descend(&mut below);
            best.keep(&below);
            next_look = (next_look * LOOKS_APART).max(SECOND_LOOK);
        }
        let progress = done as f64 / schedule.proposals as f64;
        let temperature = schedule.hot * (schedule.cold / schedule.hot).powf(progress);
        for _ in 0..SCANS {
            let unit = random.below(free);
            let least = (temperature * logarithms.draw(random)).ceil() as i64;
            state.look_at(unit);
            if moves && random.below(moves_one_in) == 0 {
                done += try_moves(state, unit, least, random);
            }
            done += scan(state, unit, least.min(0), random.below(free));
            if progress > 0.5 && state.missed == 0 {
                best.keep(state);
            }
        }
        if let Some(share) = schedule.outside {
            for (group, penalty) in penalty.iter_mut().enumerate() {
                let outside = state.instance.miss(group, state.load[group]) > 0;
                *penalty *= 1.0 + PENALTY_STEP * (f64::from(u8::from(outside)) - share);
                *penalty = penalty.clamp(1.0, MOST_PENALTY);
                state.penalty[group] = *penalty as i64;
            }
        }
        if stop() {
            return (best, done);
        }
    }
    for (penalty, usual) in state.penalty.iter_mut().zip(usual) {
        *penalty = usual.max(*penalty);
    }
    descend(state);
    if state.instance.soft {
        // From the best that was seen as well as from where the search ended.
        best.keep(state);
        state.restart(&best.group);
        // A descent may pass beyond the bounds and come back to less: go on only while the best gets better.
        while !stop() && improve_by_three(state) {
            descend(state);
            let before = best.rank();
            best.keep(state);
            if best.rank() == before {
                break;
            }
        }
    }
    best.keep(state);
    (best, done)
}

/// Takes the first exchange good enough, searching all units from a random start. Returns how many were looked at.
pub(crate) fn scan(state: &mut State<'_>, unit: usize, least: i64, start: usize) -> u64 {
    let free = state.instance.pinned_from;
    let found = match state.find_swap(unit, start, free, least) {
        Some(other) => Some((other, other - start)),
        None => state.find_swap(unit, 0, start, least).map(|other| (other, other + free - start)),
    };
    match found {
        Some((other, looked)) => {
            state.swap(unit, other);
            looked as u64 + 1
        }
        None => free as u64,
    }
}

fn try_moves(state: &mut State<'_>, unit: usize, least: i64, random: &mut Random) -> u64 {
    let groups = state.instance.groups;
    let start = random.below(groups);
    for step in 0..groups {
        let to = (start + step) % groups;
        if to != usize::from(state.group[unit])
            && can_move(state, unit, to)
            && state.move_delta(unit, to) >= least
            && state.room(unit, to, None)
        {
            state.shift(unit, to);
            state.look_at(unit);
            return step as u64 + 1;
        }
    }
    groups as u64
}

/// A move may make groups miss their bounds by more only where the instance is soft, and only by a little.
fn can_move(state: &State<'_>, unit: usize, to: usize) -> bool {
    let instance = state.instance;
    let from = usize::from(state.group[unit]);
    let weight = instance.weight[unit];
    let miss = |group: usize, load: u32| instance.miss(group, load) - instance.miss(group, state.load[group]);
    let worse = miss(from, state.load[from] - weight) + miss(to, state.load[to] + weight);
    worse <= 0 || instance.soft
}

/// Improves until no exchange or move does, with bounds made hard at last. Never cut short: it is what makes any
/// partition, even one dealt as time ran out, free of conflicts where that is possible.
fn descend(state: &mut State<'_>) {
    let usual = state.penalty.clone();
    let free = state.instance.pinned_from;
    let moves = !state.instance.swaps_suffice();
    for _ in 0..4 {
        let mut improved = true;
        while improved {
            improved = false;
            for unit in 0..free {
                state.look_at(unit);
                if moves {
                    let groups = state.instance.groups;
                    let better = |&to: &usize| {
                        to != usize::from(state.group[unit])
                            && can_move(state, unit, to)
                            && state.move_delta(unit, to) > 0
                            && state.room(unit, to, None)
                    };
                    if let Some(to) = (0..groups).find(better) {
                        state.shift(unit, to);
                        state.look_at(unit);
                        improved = true;
                    }
                }
                if let Some(other) = state.find_swap(unit, unit + 1, free, 1) {
                    state.swap(unit, other);
                    improved = true;
                }
            }
        }
        if state.missed == 0 {
            break;
        }
        state.penalty.iter_mut().for_each(|penalty| *penalty *= 8);
    }
    state.penalty = usual;
}
