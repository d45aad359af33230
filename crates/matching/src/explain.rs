//! Why the groups are what they are, as data that can be put into words in any language.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::late::openings;
use crate::problem::Problem;
use crate::rules::BrokenRule;
use crate::solution::Solution;
use crate::value::{group_mean, person_mean, worth};
use crate::view::{MOST_AFFINITY, View};
use crate::weights::Component;

/// Groups up to which every other group is tried as a person's second best.
const MOST_COMPARED: usize = 2_000;

/// A part of a component's full worth from which it binds, and below which it was compromised.
const BINDS: i32 = 60;
const LACKS: i32 = 25;

/// Why a solution is what it is.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Explanation {
    /// One for each group, in the same order.
    pub groups: Vec<GroupExplanation>,
    /// One for each person placed, by group and then as in the group.
    pub people: Vec<PersonExplanation>,
}

/// What holds a group together.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupExplanation {
    /// Mean affinity of its pairs, in points (0 to 10,000).
    pub mean: i32,
    /// What each component adds to the mean, in points, and how well it is met, in per cent of what its weight allows.
    /// Components without weight are left out. In the order of [`Component::ALL`].
    pub shares: Vec<Share>,
    /// Themes that at least two of its people have, with how many have them: the commonest first.
    pub themes: Vec<(String, usize)>,
    /// The components that bind it: well met, those that add most first.
    pub binds: Vec<Component>,
    /// The components that were compromised: badly met, those with most weight first.
    pub compromised: Vec<Component>,
    /// Longest distance between two of its people in kilometres, where positions are known.
    pub widest_km: Option<u32>,
    /// Inhabitants (or pupils) of the smallest and the largest organiser, where known.
    pub sizes: Option<(u32, u32)>,
    /// The pair with the lowest affinity.
    pub weakest_pair: Option<Tie>,
}

/// A component's part in an affinity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The component.
    pub component: Component,
    /// Points it adds.
    pub points: i32,
    /// Per cent of the points that it could add.
    pub met: i32,
}

/// A pair of people in a group, seen from one of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tie {
    /// One.
    pub person: usize,
    /// The other.
    pub with: usize,
    /// Their affinity, in points.
    pub affinity: i32,
    /// Kilometres between them, where known.
    pub km: Option<u32>,
    /// What the affinity is made of, largest first; components that add nothing are left out.
    pub shares: Vec<Share>,
}

/// Why a person is in this group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct PersonExplanation {
    /// The person.
    pub person: usize,
    /// Place of the group.
    pub group: usize,
    /// Mean affinity to the others, in points.
    pub mean: i32,
    /// The closest tie; none in a group of one.
    pub strongest: Option<Tie>,
    /// The loosest tie.
    pub weakest: Option<Tie>,
    /// People whom this person wished to meet, and who are in the group.
    pub wishes_met: Vec<usize>,
    /// People whom this person wished to meet, and who are not.
    pub wishes_unmet: Vec<usize>,
    /// The next best group; none where there is no other.
    pub second: Option<SecondBest>,
}

/// The group that would have been next best for a person, and why it was not chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondBest {
    /// Place of the group.
    pub group: usize,
    /// Mean affinity to its people, in points.
    pub mean: i32,
    /// Why not.
    pub why_not: WhyNot,
}

/// Why a group was not chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WhyNot {
    /// The person has less in common with it: so many points less.
    LessInCommon(i32),
    /// The person would be no worse off there, but all groups together would be: by so many points, summed over people.
    WorseForOthers(i32),
    /// Joining would break rules.
    Rules(Vec<BrokenRule>),
}

/// Explains every group and every person placed.
pub fn explain(problem: &Problem, solution: &Solution) -> Explanation {
    explain_groups(problem, &solution.groups)
}

/// Explains groups that were changed by hand.
pub fn explain_groups(problem: &Problem, groups: &[Vec<usize>]) -> Explanation {
    let view = View::new(problem);
    let people =
        groups.iter().enumerate().flat_map(|(at, group)| group.iter().map(move |&person| (at, person)));
    Explanation {
        groups: groups.iter().map(|group| of_group(problem, &view, group)).collect(),
        people: people.map(|(at, person)| of_person(problem, &view, groups, at, person)).collect(),
    }
}

fn of_group(problem: &Problem, view: &View<'_>, group: &[usize]) -> GroupExplanation {
    let pairs: Vec<(usize, usize)> =
        group.iter().enumerate().flat_map(|(at, &a)| group[at + 1..].iter().map(move |&b| (a, b))).collect();
    if pairs.is_empty() {
        return GroupExplanation { themes: themes(problem, group), ..GroupExplanation::default() };
    }
    let mut sums = [0i64; Component::COUNT];
    for &(a, b) in &pairs {
        for (sum, points) in sums.iter_mut().zip(view.shares(a, b)) {
            *sum += i64::from(points);
        }
    }
    let mean = |sum: i64| (sum / pairs.len() as i64) as i32;
    let shares: Vec<Share> = Component::ALL
        .into_iter()
        .filter_map(|component| share(problem, component, mean(sums[component.index()])))
        .collect();
    let mut binds: Vec<Share> = shares.iter().copied().filter(|share| share.met >= BINDS).collect();
    binds.sort_by_key(|share| std::cmp::Reverse(share.points));
    let mut lacks: Vec<Share> = shares.iter().copied().filter(|share| share.met <= LACKS).collect();
    lacks.sort_by_key(|share| std::cmp::Reverse(problem.weights.of(share.component)));
    let weakest = pairs.iter().min_by_key(|&&(a, b)| view.affinity(a, b));
    let sizes =
        || group.iter().filter_map(|&person| problem.organisers[problem.people[person].organiser].size);
    GroupExplanation {
        mean: group_mean(view, group),
        themes: themes(problem, group),
        binds: binds.into_iter().map(|share| share.component).collect(),
        compromised: lacks.into_iter().map(|share| share.component).collect(),
        widest_km: pairs.iter().filter_map(|&(a, b)| view.distance_km(a, b)).max(),
        sizes: sizes().min().zip(sizes().max()),
        weakest_pair: weakest.map(|&(a, b)| tie(problem, view, a, b)),
        shares,
    }
}

fn of_person(
    problem: &Problem,
    view: &View<'_>,
    groups: &[Vec<usize>],
    at: usize,
    person: usize,
) -> PersonExplanation {
    let others: Vec<usize> = groups[at].iter().copied().filter(|&other| other != person).collect();
    let by_affinity = |&&other: &&usize| view.affinity(person, other);
    let described = |other: Option<&usize>| other.map(|&other| tie(problem, view, person, other));
    let (met, unmet) = problem.people[person].with.iter().partition(|wish| others.contains(wish));
    PersonExplanation {
        person,
        group: at,
        mean: person_mean(view, person, &groups[at]),
        strongest: described(others.iter().max_by_key(by_affinity)),
        weakest: described(others.iter().min_by_key(by_affinity)),
        wishes_met: met,
        wishes_unmet: unmet,
        second: (groups.len() <= MOST_COMPARED)
            .then(|| second_best(problem, view, groups, at, person))
            .flatten(),
    }
}

/// The open group to which the person's mean is highest, among those that could take the person in or exchange somebody
/// for the person; failing that, the one with the highest mean and the rule in its way.
fn second_best(
    problem: &Problem,
    view: &View<'_>,
    groups: &[Vec<usize>],
    at: usize,
    person: usize,
) -> Option<SecondBest> {
    let here = person_mean(view, person, &groups[at]);
    let next = openings(problem, view, groups, person, 1).into_iter().next()?;
    let why_not = if !next.broken.is_empty() {
        WhyNot::Rules(next.broken)
    } else if next.affinity < here {
        WhyNot::LessInCommon(here - next.affinity)
    } else {
        let without: Vec<usize> = groups[at].iter().copied().filter(|&member| member != person).collect();
        let with: Vec<usize> = groups[next.group].iter().copied().chain([person]).collect();
        let before = worth(view, &groups[at]) + worth(view, &groups[next.group]);
        WhyNot::WorseForOthers(crate::value::points(before - worth(view, &without) - worth(view, &with)))
    };
    Some(SecondBest { group: next.group, mean: next.affinity, why_not })
}

fn tie(problem: &Problem, view: &View<'_>, person: usize, with: usize) -> Tie {
    let mut shares: Vec<Share> = Component::ALL
        .into_iter()
        .zip(view.shares(person, with))
        .filter(|&(_, points)| points > 0)
        .filter_map(|(component, points)| share(problem, component, points))
        .collect();
    shares.sort_by_key(|share| std::cmp::Reverse(share.points));
    Tie { person, with, affinity: view.affinity(person, with), km: view.distance_km(person, with), shares }
}

fn share(problem: &Problem, component: Component, points: i32) -> Option<Share> {
    let weight = i64::from(problem.weights.of(component));
    let full = i64::from(MOST_AFFINITY) * weight / i64::from(problem.weights.total().max(1));
    (weight > 0).then(|| Share {
        component,
        points,
        met: (i64::from(points) * 100 / full.max(1)).min(100) as i32,
    })
}

fn themes(problem: &Problem, group: &[usize]) -> Vec<(String, usize)> {
    let mut counts: BTreeMap<String, (String, usize)> = BTreeMap::new();
    for &person in group {
        let mut own: Vec<&String> = problem.people[person].themes.iter().collect();
        own.sort_by_key(|theme| theme.trim().to_lowercase());
        own.dedup_by_key(|theme| theme.trim().to_lowercase());
        for theme in own.into_iter().filter(|theme| !theme.trim().is_empty()) {
            let entry =
                counts.entry(theme.trim().to_lowercase()).or_insert_with(|| (theme.trim().to_owned(), 0));
            entry.1 += 1;
        }
    }
    let mut common: Vec<(String, usize)> = counts.into_values().filter(|&(_, count)| count > 1).collect();
    common.sort_by(|one, two| two.1.cmp(&one.1).then_with(|| one.0.cmp(&two.0)));
    common
}
