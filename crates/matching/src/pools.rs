//! Who is searched together, in how many groups of which sizes, and who cannot take part.

use std::collections::BTreeMap;

use crate::problem::{Category, Level, Problem};
use crate::rules::{Conflict, Keeping};
use crate::search::random::Random;
use crate::solution::Reason;
use crate::units::units;
use crate::view::View;

/// People who may share groups as far as categories and levels go.
#[derive(Debug, Default)]
pub(crate) struct Pool {
    pub(crate) category: Option<Category>,
    pub(crate) level: Option<Level>,
    /// Sets of people who stay together.
    pub(crate) units: Vec<Vec<usize>>,
    /// Locks that units stand for, by unit; such units come last.
    pub(crate) locks: Vec<usize>,
    /// How many registered, before anybody was left out.
    pub(crate) registered: usize,
}

/// Groups that a pool shall fill.
#[derive(Debug, PartialEq)]
pub(crate) struct Plan {
    pub(crate) groups: usize,
    pub(crate) seats: usize,
}

impl Pool {
    /// Units that may be put anywhere.
    pub(crate) fn free(&self) -> usize {
        self.units.len() - self.locks.len()
    }

    fn people(&self) -> impl Iterator<Item = usize> + '_ {
        self.units.iter().flatten().copied()
    }

    pub(crate) fn seats(&self) -> usize {
        self.units.iter().map(Vec::len).sum()
    }
}

/// Everybody outside frozen groups, in pools, by category and level.
pub(crate) fn pools(problem: &Problem) -> Vec<Pool> {
    let mut lock_of = vec![None; problem.people.len()];
    for (lock, group) in problem.locks.groups.iter().enumerate() {
        group.members.iter().for_each(|&person| lock_of[person] = Some(lock));
    }
    let mut pools: BTreeMap<(Option<Category>, Option<Level>), Pool> = BTreeMap::new();
    let mut locked = Vec::new();
    for unit in units(problem) {
        match unit.iter().find_map(|&person| lock_of[person]) {
            Some(lock) if problem.locks.groups[lock].frozen => {}
            Some(lock) => locked.push((lock, unit)),
            None => pool_of(problem, &mut pools, &unit).units.push(unit),
        }
    }
    locked.sort();
    for (lock, unit) in locked {
        let pool = pool_of(problem, &mut pools, &unit);
        pool.units.push(unit);
        pool.locks.push(lock);
    }
    let mut pools: Vec<Pool> = pools.into_values().collect();
    pools.iter_mut().for_each(|pool| pool.registered = pool.seats());
    pools
}

fn pool_of<'a>(
    problem: &Problem,
    pools: &'a mut BTreeMap<(Option<Category>, Option<Level>), Pool>,
    unit: &[usize],
) -> &'a mut Pool {
    let (category, level) = kind(problem, unit[0]);
    pools.entry((category, level)).or_insert_with(|| Pool { category, level, ..Pool::default() })
}

/// What the rules keep apart of a person: those of different kinds never share a group.
pub(crate) fn kind(problem: &Problem, person: usize) -> (Option<Category>, Option<Level>) {
    let person = &problem.people[person];
    let category = problem.organisers[person.organiser].category;
    let category = (problem.rules.categories == Keeping::Apart).then_some(category);
    (category, (problem.rules.levels == Keeping::Apart).then_some(person.level))
}

/// Leaves out those who can have no group, with the reason, and plans groups for the others.
pub(crate) fn plan(
    problem: &Problem,
    view: &View<'_>,
    pool: &mut Pool,
    seed: u64,
) -> (Plan, Vec<(usize, Reason)>) {
    let mut out = Vec::new();
    leave_out_lonely(problem, view, pool, &mut out);
    let plan = count_groups(problem, view, pool);
    let mut random = Random::new(seed, 0x10_77E5);
    leave_out_crowd(problem, view, pool, &plan, &mut random, &mut out);
    let surplus = pool.seats().saturating_sub(plan.groups * problem.rules.group_size.end());
    let reason = match plan.groups {
        0 => Reason::TooFew {
            registered: pool.registered,
            needed: *problem.rules.group_size.start(),
            category: pool.category,
            level: pool.level,
        },
        groups => Reason::SizesDoNotFit {
            registered: pool.registered,
            places: groups * problem.rules.group_size.end(),
        },
    };
    draw_lots(pool, surplus, &mut random, |_| true, &mut |person| out.push((person, reason)));
    (Plan { seats: pool.seats(), ..plan }, out)
}

/// Drops people whom too few can join, until everybody left has enough possible partners.
fn leave_out_lonely(problem: &Problem, view: &View<'_>, pool: &mut Pool, out: &mut Vec<(usize, Reason)>) {
    let needed = problem.rules.group_size.start() - 1;
    if pool.seats() <= needed {
        return;
    }
    loop {
        let people: Vec<usize> = pool.people().collect();
        let lonely = |person: usize| {
            let partner = |&&other: &&usize| other != person && view.conflict(person, other).is_none();
            people.iter().filter(partner).take(needed).count() < needed
        };
        let alone: Vec<usize> = pool.units[..pool.free()]
            .iter()
            .filter(|unit| unit.iter().any(|&person| lonely(person)))
            .flatten()
            .copied()
            .collect();
        if alone.is_empty() {
            return;
        }
        for &person in &alone {
            out.push((person, lonely_reason(problem, view, person, &people)));
        }
        let free = pool.free();
        let kept = |unit: &Vec<usize>| !alone.contains(&unit[0]);
        let locked = pool.units.split_off(free);
        pool.units.retain(kept);
        pool.units.extend(locked);
        if pool.seats() <= needed {
            return;
        }
    }
}

fn lonely_reason(problem: &Problem, view: &View<'_>, person: usize, people: &[usize]) -> Reason {
    let mut tally: BTreeMap<Conflict, usize> = BTreeMap::new();
    let others = people.iter().filter(|&&other| other != person);
    for conflict in others.filter_map(|&other| view.conflict(person, other)) {
        *tally.entry(conflict).or_default() += 1;
    }
    let apart: usize = tally.values().sum();
    let mostly = tally.iter().max_by_key(|&(&conflict, &count)| (count, std::cmp::Reverse(conflict)));
    let mostly = mostly.map_or(Conflict::Apart, |(&conflict, _)| conflict);
    let organiser = view.organiser(person);
    if mostly == Conflict::SameOrganiser {
        let registered = people.iter().filter(|&&other| view.organiser(other) == organiser).count();
        return Reason::TooManyFromOrganiser { organiser, registered, places: 0 };
    }
    let needed = problem.rules.group_size.start() - 1;
    Reason::TooFewPartners { possible: people.len() - 1 - apart, needed, mostly }
}

/// The number of groups that places most people, then comes nearest to the middle of the sizes allowed.
fn count_groups(problem: &Problem, view: &View<'_>, pool: &Pool) -> Plan {
    let (least, most) = (*problem.rules.group_size.start(), *problem.rules.group_size.end());
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    pool.people().for_each(|person| *counts.entry(view.organiser(person)).or_default() += 1);
    let mut best = (Plan { groups: 0, seats: 0 }, 0);
    for groups in pool.locks.len().max(1)..=pool.seats() / least {
        let cap = problem.rules.per_organiser.saturating_mul(groups);
        let seats = counts.values().map(|&count| count.min(cap)).sum::<usize>().min(groups * most);
        if seats < groups * least {
            continue;
        }
        let from_middle = (2 * seats).abs_diff((least + most) * groups) * 10_000 / groups;
        if seats > best.0.seats || (seats == best.0.seats && from_middle < best.1) {
            best = (Plan { groups, seats }, from_middle);
        }
    }
    best.0
}

/// Where an organiser has more people than places, lots decide who stays out.
fn leave_out_crowd(
    problem: &Problem,
    view: &View<'_>,
    pool: &mut Pool,
    plan: &Plan,
    random: &mut Random,
    out: &mut Vec<(usize, Reason)>,
) {
    let places = problem.rules.per_organiser.saturating_mul(plan.groups);
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    pool.people().for_each(|person| *counts.entry(view.organiser(person)).or_default() += 1);
    if plan.groups == 0 {
        return;
    }
    let mut crowds: Vec<(usize, usize)> = counts.into_iter().filter(|&(_, count)| count > places).collect();
    crowds.sort_by(|one, two| problem.organisers[one.0].key.cmp(&problem.organisers[two.0].key));
    for (organiser, registered) in crowds {
        let reason = Reason::TooManyFromOrganiser { organiser, registered, places };
        let from_it = |unit: &[usize]| unit.iter().all(|&person| view.organiser(person) == organiser);
        draw_lots(pool, registered - places, random, from_it, &mut |person| out.push((person, reason)));
    }
}

/// Takes so many seats out of the pool: single people by lot first, then sets.
fn draw_lots(
    pool: &mut Pool,
    mut seats: usize,
    random: &mut Random,
    eligible: impl Fn(&[usize]) -> bool,
    out: &mut dyn FnMut(usize),
) {
    if seats == 0 {
        return;
    }
    let mut order: Vec<usize> = (0..pool.free()).filter(|&unit| eligible(&pool.units[unit])).collect();
    random.shuffle(&mut order);
    order.sort_by_key(|&unit| pool.units[unit].len());
    let mut drawn = vec![false; pool.units.len()];
    for unit in order {
        if seats == 0 {
            break;
        }
        drawn[unit] = true;
        seats = seats.saturating_sub(pool.units[unit].len());
        pool.units[unit].iter().for_each(|&person| out(person));
    }
    let mut at = 0;
    pool.units.retain(|_| {
        at += 1;
        !drawn[at - 1]
    });
}
