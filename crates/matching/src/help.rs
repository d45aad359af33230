//! Why somebody has no group, and what would help.

use std::collections::BTreeMap;

use crate::problem::{Format, Problem};
use crate::rules::{Conflict, Keeping};
use crate::solution::{Help, Reason};
use crate::view::View;

/// Why no group took a person whom the search could not place.
pub(crate) fn no_room(problem: &Problem, view: &View<'_>, groups: &[Vec<usize>], person: usize) -> Reason {
    let mut tally: BTreeMap<Option<Conflict>, usize> = BTreeMap::new();
    for group in groups.iter().filter(|group| !group.is_empty()) {
        let conflict = group.iter().find_map(|&other| view.conflict(person, other));
        *tally.entry(conflict.or_else(|| cap_reached(problem, view, group, person))).or_default() += 1;
    }
    let mostly = tally.into_iter().max_by_key(|&(_, count)| count).and_then(|(conflict, _)| conflict);
    Reason::NoRoom { mostly }
}

fn cap_reached(problem: &Problem, view: &View<'_>, group: &[usize], person: usize) -> Option<Conflict> {
    let organiser = view.organiser(person);
    let count = group.iter().filter(|&&other| view.organiser(other) == organiser).count();
    (count >= problem.rules.per_organiser).then_some(Conflict::SameOrganiser)
}

/// What would help a person without a group.
pub(crate) fn help(
    problem: &Problem,
    view: &View<'_>,
    groups: &[Vec<usize>],
    person: usize,
    reason: &Reason,
) -> Vec<Help> {
    let least = *problem.rules.group_size.start();
    match *reason {
        Reason::TooFew { registered, needed, category, level } => {
            let mut help = vec![Help::MorePeople { count: needed.saturating_sub(registered).max(1) }];
            if registered >= 2 && registered < needed {
                help.push(Help::AllowGroupSize { least: registered, most: *problem.rules.group_size.end() });
            }
            help.extend(category.map(|_| Help::MixCategories));
            help.extend(level.map(|_| Help::MixLevels));
            help
        }
        Reason::SizesDoNotFit { registered, places } => sizes(problem, registered, places),
        Reason::TooManyFromOrganiser { registered, places, .. } => {
            let groups = places / problem.rules.per_organiser.max(1);
            let per_group = registered.div_ceil(groups.max(1));
            let new_groups = (registered - places).div_ceil(problem.rules.per_organiser);
            let others = new_groups * least.saturating_sub(problem.rules.per_organiser);
            let mut help = vec![Help::MoreFromOtherOrganisers { count: others.max(1) }];
            help.push(Help::AllowPerOrganiser { most: per_group.max(2) });
            help
        }
        Reason::TooFewPartners { needed, mostly, .. } => against(problem, view, person, mostly, needed),
        Reason::NoRoom { mostly: Some(conflict) } => against(problem, view, person, conflict, least - 1),
        Reason::NoRoom { mostly: None } => {
            let largest = groups.iter().map(Vec::len).max().unwrap_or(0);
            vec![Help::MorePeople { count: least - 1 }, Help::AllowGroupSize { least, most: largest + 1 }]
        }
    }
}

/// Registered people who do not divide into groups: more of them, or other sizes.
fn sizes(problem: &Problem, registered: usize, places: usize) -> Vec<Help> {
    let (least, most) = (*problem.rules.group_size.start(), *problem.rules.group_size.end());
    let groups = (places / most).max(1);
    vec![
        Help::MorePeople { count: ((groups + 1) * least).saturating_sub(registered).max(1) },
        Help::AllowGroupSize { least, most: registered.div_ceil(groups) },
        Help::AllowGroupSize { least: (registered / (groups + 1)).max(2), most },
    ]
}

pub(crate) fn against(
    problem: &Problem,
    view: &View<'_>,
    person: usize,
    conflict: Conflict,
    needed: usize,
) -> Vec<Help> {
    match conflict {
        Conflict::SameOrganiser => vec![
            Help::MoreFromOtherOrganisers { count: needed },
            Help::AllowPerOrganiser { most: problem.rules.per_organiser + 1 },
        ],
        Conflict::Category if problem.rules.categories == Keeping::Apart => vec![Help::MixCategories],
        Conflict::Level if problem.rules.levels == Keeping::Apart => vec![Help::MixLevels],
        Conflict::Category | Conflict::Level => Vec::new(),
        Conflict::NotWith => {
            let others = (0..problem.people.len()).filter(|&other| other != person);
            let possible = others.filter(|&other| view.conflict(person, other).is_none()).count();
            vec![Help::MorePeople { count: needed.saturating_sub(possible).max(1) }, Help::FewerNotWith]
        }
        Conflict::Apart | Conflict::Rivals => vec![Help::FewerLocks],
        Conflict::MetRecently => vec![Help::MeetAgain],
        Conflict::Format => vec![Help::MeetEitherWay],
        Conflict::Travel => travel(problem, view, person, needed),
    }
}

/// The shortest way that would bring enough people within reach, or meeting over a link.
fn travel(problem: &Problem, view: &View<'_>, person: usize, needed: usize) -> Vec<Help> {
    let reach = |&other: &usize| {
        let km = view.distance_km(person, other)?;
        let theirs = problem.people[other].travel_limit_km;
        let meets = problem.people[other].format != Format::Online && theirs.is_none_or(|limit| limit >= km);
        let only_travel = matches!(view.conflict(person, other), None | Some(Conflict::Travel));
        (other != person && meets && only_travel).then_some(km)
    };
    let mut ways: Vec<u32> = (0..problem.people.len()).filter_map(|other| reach(&other)).collect();
    ways.sort_unstable();
    let own = problem.people[person].travel_limit_km;
    let far = ways.get(needed - 1).copied().filter(|&km| own.is_some_and(|own| km > own));
    let mut help: Vec<Help> = far.map(|km| Help::TravelLimit { km }).into_iter().collect();
    if problem.people[person].format == Format::InPerson {
        help.push(Help::MeetEitherWay);
    }
    help
}
