//! What the rules mean for those registered so far, before anything is searched.

use std::collections::BTreeMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::feasibility::{Infeasible, check};
use crate::help::{against, help};
use crate::pools::{plan, pools};
use crate::problem::{Category, Level, Problem};
use crate::rules::Conflict;
use crate::solution::{Help, Reason};
use crate::view::View;

/// People up to whom every pair is looked at for those hard to place; beyond, only what plans show is told.
const MOST_PAIRED: usize = 4_000;

/// From so many times the partners needed on, nobody is hard to place.
const PLENTY: usize = 3;

/// Most listed as hard to place.
const MOST_LISTED: usize = 50;

/// What a round would become.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Forecast {
    /// One for each set of people that the rules keep to themselves; one for all where nothing is kept apart.
    pub pools: Vec<PoolForecast>,
    /// Demands that leave somebody out, with the smallest ways out.
    pub obstacles: Vec<Obstacle>,
    /// People with few to share a group with: fewest first. Those whom an obstacle leaves out are not repeated.
    pub hard: Vec<HardToPlace>,
}

/// What one set of people would become.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PoolForecast {
    /// The category, where categories are kept apart.
    pub category: Option<Category>,
    /// The level, where levels are kept apart.
    pub level: Option<Level>,
    /// People, those in open locked groups included.
    pub people: usize,
    /// Groups, open locked ones included.
    pub groups: usize,
    /// People in the smallest group.
    pub smallest: usize,
    /// People in the largest group.
    pub largest: usize,
    /// People for whom there is no place.
    pub out: usize,
}

/// A demand that cannot be met for everybody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Obstacle {
    /// What stands in the way.
    pub demand: Demand,
    /// The people whom it concerns, by key.
    pub people: Vec<usize>,
    /// How many of them cannot be placed.
    pub out: usize,
    /// The smallest ways out, the easiest first; each alone is enough for this obstacle.
    pub help: Vec<Help>,
}

/// What stands in the way of placing everybody.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Demand {
    /// Too few people for one group.
    TooFew,
    /// The number of people does not divide into groups of the sizes allowed.
    Sizes,
    /// More from an organiser than there are places for it.
    PerOrganiser {
        /// The organiser.
        organiser: usize,
    },
    /// Too few can share a group with each of these people.
    Partners {
        /// What keeps most of the others away.
        mostly: Conflict,
    },
    /// No two of these people can share a group, and there are fewer groups than people.
    AllApart {
        /// Groups there are.
        groups: usize,
        /// What keeps most of them apart.
        mostly: Conflict,
    },
}

/// A person with few to share a group with.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HardToPlace {
    /// The person.
    pub person: usize,
    /// People who can share a group with this one.
    pub partners: usize,
    /// What keeps most of the others away.
    pub mostly: Conflict,
    /// What would give the person more to choose among.
    pub help: Vec<Help>,
}

/// Says what the rules mean for those registered: how many groups, what cannot hold, who is hard to place and why.
///
/// # Errors
/// When [`check`] finds demands that contradict each other.
pub fn forecast(problem: &Problem) -> Result<Forecast, Vec<Infeasible>> {
    check(problem)?;
    let view = View::new(problem);
    let mut forecast = Forecast::default();
    for mut pool in pools(problem) {
        let people: Vec<usize> = pool.units.iter().flatten().copied().collect();
        let (plan, out) = plan(problem, &view, &mut pool, 0);
        forecast.pools.push(PoolForecast {
            category: pool.category,
            level: pool.level,
            people: people.len(),
            groups: plan.groups,
            smallest: plan.seats.checked_div(plan.groups).unwrap_or(0),
            largest: if plan.groups == 0 { 0 } else { plan.seats.div_ceil(plan.groups) },
            out: out.len(),
        });
        forecast.obstacles.extend(obstacles(problem, &view, &people, &out));
        if plan.groups > 0 && people.len() <= MOST_PAIRED {
            let staying: Vec<usize> = pool.units.iter().flatten().copied().collect();
            let (apart, hard) = pairs(problem, &view, &staying, plan.groups);
            forecast.obstacles.extend(apart);
            forecast.hard.extend(hard);
        }
    }
    let key = |person: usize| &problem.people[person].key;
    forecast.hard.sort_by(|one, two| {
        one.partners.cmp(&two.partners).then_with(|| key(one.person).cmp(key(two.person)))
    });
    forecast.hard.truncate(MOST_LISTED);
    Ok(forecast)
}

/// Those whom a plan leaves out, by what stands in their way.
fn obstacles(problem: &Problem, view: &View<'_>, people: &[usize], out: &[(usize, Reason)]) -> Vec<Obstacle> {
    let mut by_demand: BTreeMap<Demand, Vec<(usize, Reason)>> = BTreeMap::new();
    for &(person, reason) in out {
        let demand = match reason {
            Reason::TooFew { .. } => Demand::TooFew,
            Reason::SizesDoNotFit { .. } => Demand::Sizes,
            Reason::TooManyFromOrganiser { organiser, .. } => Demand::PerOrganiser { organiser },
            Reason::TooFewPartners { mostly, .. } => Demand::Partners { mostly },
            Reason::NoRoom { mostly } => Demand::Partners { mostly: mostly.unwrap_or(Conflict::Apart) },
        };
        by_demand.entry(demand).or_default().push((person, reason));
    }
    let key = |person: usize| &problem.people[person].key;
    let obstacle = |(demand, left): (Demand, Vec<(usize, Reason)>)| {
        let out = left.len();
        let of_organiser = |organiser: usize| move |&&person: &&usize| view.organiser(person) == organiser;
        let mut concerned: Vec<usize> = match demand {
            Demand::PerOrganiser { organiser } => {
                people.iter().filter(of_organiser(organiser)).copied().collect()
            }
            Demand::TooFew | Demand::Sizes => people.to_vec(),
            Demand::Partners { .. } | Demand::AllApart { .. } => left.iter().map(|it| it.0).collect(),
        };
        concerned.sort_by_key(|&person| key(person));
        let help = left.first().map(|(person, reason)| help(problem, view, &[], *person, reason));
        Obstacle { demand, people: concerned, out, help: help.unwrap_or_default() }
    };
    by_demand.into_iter().map(obstacle).collect()
}

/// What only shows when every pair is looked at: people of whom no two fit together, and people with few partners.
fn pairs(
    problem: &Problem,
    view: &View<'_>,
    people: &[usize],
    groups: usize,
) -> (Option<Obstacle>, Vec<HardToPlace>) {
    let least = *problem.rules.group_size.start();
    let tally = |&person: &usize| {
        let mut tally: BTreeMap<Conflict, usize> = BTreeMap::new();
        let others = people.iter().filter(|&&other| other != person);
        for conflict in others.filter_map(|&other| view.conflict(person, other)) {
            *tally.entry(conflict).or_default() += 1;
        }
        tally
    };
    let tallies: Vec<BTreeMap<Conflict, usize>> = people.par_iter().map(tally).collect();
    let apart = |at: usize| tallies[at].values().sum::<usize>();
    let mut hard = Vec::new();
    for (at, &person) in people.iter().enumerate() {
        let partners = people.len() - 1 - apart(at);
        let mostly =
            tallies[at].iter().max_by_key(|&(&conflict, &count)| (count, std::cmp::Reverse(conflict)));
        if let Some((&mostly, _)) = mostly.filter(|_| partners < PLENTY * (least - 1)) {
            let help = against(problem, view, person, mostly, least - 1);
            hard.push(HardToPlace { person, partners, mostly, help });
        }
    }
    (all_apart(problem, view, people, &(0..people.len()).map(apart).collect::<Vec<_>>(), groups), hard)
}

/// The largest set found of whom no two can share a group, where it is larger than the number of groups. Grown greedily
/// from each of those with most conflicts, so that a set found is certain and a set missed is possible.
fn all_apart(
    problem: &Problem,
    view: &View<'_>,
    people: &[usize],
    apart: &[usize],
    groups: usize,
) -> Option<Obstacle> {
    let key = |at: usize| &problem.people[people[at]].key;
    let mut order: Vec<usize> = (0..people.len()).filter(|&at| apart[at] >= groups).collect();
    order.sort_by(|&one, &two| apart[two].cmp(&apart[one]).then_with(|| key(one).cmp(key(two))));
    let grown = |&first: &usize| {
        let mut set = vec![people[first]];
        for &at in &order {
            let person = people[at];
            if set.iter().all(|&member| member != person && view.conflict(member, person).is_some()) {
                set.push(person);
            }
        }
        set
    };
    let sets: Vec<Vec<usize>> = order.par_iter().take(200).map(grown).collect();
    let mut set = sets.into_iter().rev().max_by_key(Vec::len).filter(|set| set.len() > groups)?;
    set.sort_by_key(|&person| &problem.people[person].key);
    let mut tally: BTreeMap<Conflict, usize> = BTreeMap::new();
    for (at, &one) in set.iter().enumerate() {
        for conflict in set[at + 1..].iter().filter_map(|&two| view.conflict(one, two)) {
            *tally.entry(conflict).or_default() += 1;
        }
    }
    let mostly = tally.into_iter().max_by_key(|&(conflict, count)| (count, std::cmp::Reverse(conflict)));
    let mostly = mostly.map_or(Conflict::Apart, |(conflict, _)| conflict);
    let (least, most) = (*problem.rules.group_size.start(), *problem.rules.group_size.end());
    let mut help: Vec<Help> = against(problem, view, set[0], mostly, least - 1);
    if people.len() / set.len() >= 2 && people.len() / set.len() < least {
        help.push(Help::AllowGroupSize { least: people.len() / set.len(), most });
    }
    help.push(Help::MorePeople { count: (set.len() * least).saturating_sub(people.len()).max(1) });
    Some(Obstacle { demand: Demand::AllApart { groups, mostly }, out: set.len() - groups, people: set, help })
}
