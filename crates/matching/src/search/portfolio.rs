//! Generations of annealed partitions: first from scratch, then children of the best.

use rayon::prelude::*;

use crate::search::anneal::{Found, Logarithms, Schedule, anneal};
use crate::search::crossover::{child, emptiest};
use crate::search::exact::exhaust;
use crate::search::instance::Instance;
use crate::search::random::Random;
use crate::search::state::State;
use crate::search::thermometer::{Range, measure};

/// Tasks of one generation, and partitions kept from it. Fixed, so that the result does not depend on the threads.
const BROOD: usize = 8;

/// How far on the way from hot to cold a child starts: warm enough to mend what its parents disagree on. On the logarithmic way, since
/// tables of distances melt over a wide range and random ones over a narrow one.
const CHILD_START: f64 = 0.4;

/// Generations without anything better after which what was kept is put aside and the search begins anew. Small puzzles come so far
/// within a second; large ones never do.
const PATIENCE: usize = 6;

/// What a seat too many or too few costs where all units weigh the same, in mean contributions of a person; tasks take
/// turns. Below 0.6 groups drift out of their bounds, above 1.5 they never pass through a better division of sizes.
const PENALTIES: [f64; 4] = [0.7, 0.8, 0.95, 1.3];

/// Where weights differ no fixed penalty fits, and none fits all groups: share of the time that each group may miss its
/// bounds while searching; tasks take turns. Without any, loads never pass through a better division; with too much, the
/// search is about something else.
const OUTSIDE: [f64; 4] = [0.01, 0.03, 0.06, 0.12];

/// How hard to look, and who may interrupt.
pub(crate) struct Effort<'a> {
    pub(crate) iterations: u64,
    pub(crate) seed: u64,
    /// Affinities at or below this stand for a conflict and say nothing about the spread.
    pub(crate) floor: i32,
    pub(crate) stop: &'a (dyn Fn() -> bool + Sync),
    pub(crate) report: &'a (dyn Fn(u64, i64) + Sync),
}

/// Searches from scratch, or from a partition that is known; a dozen units are placed exactly at once. Returns the best found and the exchanges looked at.
pub(crate) fn search(instance: &Instance, start: Option<&[u16]>, effort: &Effort<'_>) -> (Found, u64) {
    if start.is_none()
        && let Some(found) = exhaust(instance)
    {
        return found;
    }
    let logarithms = Logarithms::new();
    let penalty = penalty(instance);
    let range = heat(instance, effort);
    let level = instance.equal_weights();
    let length = run_length(instance, effort.iterations);
    let mut elite: Vec<Found> =
        start.map(|group| Found::of(&State::new(instance, group.to_vec(), penalty))).into_iter().collect();
    let mut done = 0;
    let mut generation = 0;
    let mut aside: Option<Found> = None;
    let mut without_better = 0;
    // With one group, or nobody who can change places, there is nothing more to find.
    let choice = instance.groups > 1 && instance.pinned_from > 1;
    while done == 0 || (choice && done < effort.iterations && !(effort.stop)()) {
        let left = effort.iterations.saturating_sub(done);
        let tasks = (left / length).clamp(1, BROOD as u64) as usize;
        let fresh = generation == 0 || uniform(&elite);
        let task = |task: usize| {
            let mut random = Random::new(effort.seed, (generation * BROOD + task) as u64);
            let (group, heat) = match (fresh, elite.len()) {
                (true, _) | (false, 0) => (deal(instance, &mut random), range.hot),
                (false, 1) => (elite[0].group.clone(), range.on_the_way(CHILD_START)),
                (false, many) => {
                    let one = random.below(many);
                    let two = (one + 1 + random.below(many - 1)) % many;
                    (
                        child(instance, &elite[one].group, &elite[two].group, &mut random),
                        range.on_the_way(CHILD_START),
                    )
                }
            };
            let outside = (instance.soft && !level).then_some(OUTSIDE[task % OUTSIDE.len()]);
            let share = if instance.soft && level { PENALTIES[task % PENALTIES.len()] } else { 1.0 };
            let mut state = State::new(instance, group, (penalty as f64 * share) as i64);
            let proposals = length.min(left.max(1));
            anneal(
                &mut state,
                Schedule { hot: heat, cold: range.cold, proposals, watched: fresh, outside },
                &logarithms,
                &mut random,
                effort.stop,
            )
        };
        let found: Vec<(Found, u64)> = (0..tasks).into_par_iter().map(task).collect();
        let before = elite.first().map(Found::rank);
        for (found, looked) in found {
            done += looked.max(1);
            elite.push(found);
        }
        elite.sort_by(|one, two| one.rank().cmp(&two.rank()).then_with(|| one.group.cmp(&two.group)));
        elite.dedup_by(|one, two| one.rank() == two.rank());
        elite.truncate(BROOD);
        generation += 1;
        without_better = if before == Some(elite[0].rank()) { without_better + 1 } else { 0 };
        if aside.as_ref().is_none_or(|aside| elite[0].rank() < aside.rank()) {
            aside = Some(elite[0].clone());
        }
        aside.iter().for_each(|best| (effort.report)(done, best.value));
        if without_better == PATIENCE {
            elite.clear();
        }
    }
    (aside.unwrap_or_else(|| elite.swap_remove(0)), done)
}

fn uniform(elite: &[Found]) -> bool {
    elite.len() < 2
}

/// Exchanges of one annealing: long enough to settle, short enough for several generations.
fn run_length(instance: &Instance, iterations: u64) -> u64 {
    let units = instance.units as f64;
    let enough = (4e6 * (units / 60.0).powf(2.7)).max(2e4);
    (enough as u64).min(iterations / (5 * BROOD as u64)).max(1000)
}

/// What a seat too many or too few costs while searching.
fn penalty(instance: &Instance) -> i64 {
    let load: u32 = instance.weight.iter().sum();
    let per_group = f64::from(load) / instance.groups.max(1) as f64;
    let units_per_group = instance.units as f64 / instance.groups.max(1) as f64;
    let contribution =
        instance.mean_affinity() * units_per_group * instance.factor(per_group.round() as u32) as f64;
    let per_seat = contribution * instance.units as f64 / f64::from(load.max(1));
    let share = if instance.soft { 1.0 } else { 100.0 };
    (share * per_seat).ceil() as i64 + 1
}

/// Deals the units out at random, heavy ones and those of crowded classes first, so that groups come near their
/// bounds and keep the caps.
fn deal(instance: &Instance, random: &mut Random) -> Vec<u16> {
    let mut load = vec![0; instance.groups];
    let mut group = vec![0; instance.units];
    let mut counts =
        vec![0u32; if instance.classes.is_empty() { 0 } else { instance.groups * instance.class_count }];
    let mut crowd = vec![0u32; instance.class_count];
    instance.classes.iter().flatten().for_each(|&class| crowd[class as usize] += 1);
    let crowding = |unit: usize| match instance.classes.get(unit) {
        Some(classes) => classes.iter().map(|&class| crowd[class as usize]).max().unwrap_or(0),
        None => 0,
    };
    let mut order: Vec<usize> = (0..instance.pinned_from).collect();
    random.shuffle(&mut order);
    order.sort_by_key(|&unit| std::cmp::Reverse((instance.weight[unit], crowding(unit))));
    let pinned = (instance.pinned_from..instance.units).map(|unit| (unit, Some(unit - instance.pinned_from)));
    for (unit, place) in pinned.chain(order.into_iter().map(|unit| (unit, None))) {
        let classes = instance.classes.get(unit).map_or(&[][..], |classes| &classes[..]);
        let slot = |group: usize, class: u32| group * instance.class_count + class as usize;
        let roomy = |group: usize| classes.iter().all(|&class| counts[slot(group, class)] < instance.cap);
        let to = place.unwrap_or_else(|| emptiest(instance, &load, roomy));
        classes.iter().for_each(|&class| counts[slot(to, class)] += 1);
        group[unit] = to as u16;
        load[to] += instance.weight[unit];
    }
    group
}

/// The range of temperatures for an instance, measured on a random partition.
pub(crate) fn heat(instance: &Instance, effort: &Effort<'_>) -> Range {
    let mut random = Random::new(effort.seed, u64::MAX);
    let group = deal(instance, &mut random);
    let mut state = State::new(instance, group, penalty(instance));
    measure(&mut state, effort.floor, &Logarithms::new(), &mut random, effort.stop)
}

/// One annealing from scratch.
pub(crate) fn start(
    instance: &Instance,
    range: Range,
    iterations: u64,
    task: u64,
    effort: &Effort<'_>,
) -> (Vec<u16>, u64) {
    let mut random = Random::new(effort.seed, task);
    let group = deal(instance, &mut random);
    let schedule =
        Schedule { hot: range.hot, cold: range.cold, proposals: iterations, watched: true, outside: None };
    cool(instance, group, schedule, &mut random, effort)
}

/// One annealing from a partition that is known, and never worse than it.
pub(crate) fn refine(
    instance: &Instance,
    group: &[u16],
    range: Range,
    iterations: u64,
    task: u64,
    effort: &Effort<'_>,
) -> (Vec<u16>, u64) {
    let mut random = Random::new(effort.seed, task);
    let schedule = Schedule {
        hot: range.on_the_way(CHILD_START),
        cold: range.cold,
        proposals: iterations,
        watched: false,
        outside: None,
    };
    cool(instance, group.to_vec(), schedule, &mut random, effort)
}

fn cool(
    instance: &Instance,
    group: Vec<u16>,
    schedule: Schedule,
    random: &mut Random,
    effort: &Effort<'_>,
) -> (Vec<u16>, u64) {
    let mut state = State::new(instance, group, penalty(instance));
    let (found, looked) = anneal(&mut state, schedule, &Logarithms::new(), random, effort.stop);
    (found.group, looked)
}
