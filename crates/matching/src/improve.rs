//! What moving one, two or three people would gain.

use std::cmp::Reverse;
use std::collections::HashMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use crate::problem::Problem;
use crate::value::{EXACT, group_mean, pair_sum, person_mean, points, worth};
use crate::view::View;

/// Most people who change groups in one suggestion, besides a newcomer.
pub(crate) const MOST_MOVED: usize = 3;

/// Groups between which people are moved: all of them up to so many, then the weakest and those best for a newcomer.
const MOST_GROUPS: usize = 300;

/// Ways on that are followed from each step.
const BREADTH: usize = 12;

/// A person goes to a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Step {
    /// The person.
    pub person: usize,
    /// The group left; none for a newcomer.
    pub from: Option<usize>,
    /// The group joined.
    pub to: usize,
}

/// A change of several steps, made at once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The steps. A person takes the place of the next, and the last that of the first or an empty one.
    pub steps: Vec<Step>,
    /// People who had a group and get another.
    pub moved: usize,
    /// What it adds to the sum of everybody's means, in affinity points. With a newcomer the newcomer's own mean is part of
    /// it.
    pub gain: i32,
    /// Mean affinity of all placed, after it.
    pub mean: i32,
}

/// The best changes that move no, one, two or three people and keep every rule: for each of these numbers at most `most`, best
/// first. With a newcomer, who is in no group, every change places the newcomer; without, only what gains is listed.
/// People whom a lock holds stay, and frozen groups are left alone.
pub fn suggest_changes(
    problem: &Problem,
    groups: &[Vec<usize>],
    newcomer: Option<usize>,
    most: usize,
) -> Vec<Change> {
    let view = View::new(problem);
    let table = Table::new(problem, &view, groups, newcomer);
    let mut found: Vec<(i64, Vec<Step>)> = match newcomer {
        Some(newcomer) => table.begin(newcomer, None, 0, most),
        None => {
            let begin = |&(person, from): &(usize, usize)| {
                let mut found = table.cycles(person, from);
                if let Some(gain) = table.leaving(person, from) {
                    found.extend(table.begin(person, Some(from), gain, most));
                }
                found.retain(|&(gain, _)| gain > 0);
                found
            };
            table.movable.par_iter().flat_map_iter(begin).collect()
        }
    };
    found.sort_by(|one, two| two.0.cmp(&one.0).then_with(|| one.1.cmp(&two.1)));
    found.dedup_by(|one, two| one.1 == two.1);
    let placed: usize = groups.iter().map(Vec::len).sum::<usize>() + usize::from(newcomer.is_some());
    let total: i64 = groups.iter().map(|group| worth(&view, group)).sum();
    let moved = |steps: &[Step]| steps.iter().filter(|step| step.from.is_some()).count();
    let mut changes = Vec::new();
    for count in 0..=MOST_MOVED {
        let of_count = found.iter().filter(|(_, steps)| moved(steps) == count).take(most);
        changes.extend(of_count.map(|(gain, steps)| Change {
            steps: steps.clone(),
            moved: count,
            gain: points(*gain),
            mean: ((total + gain) / (EXACT * placed.max(1) as i64)) as i32,
        }));
    }
    changes
}

/// Who may go where, with what it changes.
struct Table<'a> {
    problem: &'a Problem,
    view: &'a View<'a>,
    groups: &'a [Vec<usize>],
    /// Places of the groups that take part.
    open: Vec<usize>,
    /// People who may move, with their groups.
    movable: Vec<(usize, usize)>,
    /// Whether a lock holds a person.
    held: Vec<bool>,
    /// Row of each person in `ties`, for those who may move.
    row: HashMap<usize, usize>,
    /// For each person who may move and each open group: affinity to its people, and how many of them clash.
    ties: Vec<(i64, usize)>,
    /// Sum of the pairs of each group.
    pairs: Vec<i64>,
    /// Each person's best places among those of others, with the change there: best first.
    replacing: Vec<Vec<(i64, usize, usize)>>,
    /// Each person's best groups with room, with the change there.
    joining: Vec<Vec<(i64, usize)>>,
}

impl<'a> Table<'a> {
    fn new(
        problem: &'a Problem,
        view: &'a View<'a>,
        groups: &'a [Vec<usize>],
        newcomer: Option<usize>,
    ) -> Self {
        let mut held = vec![false; problem.people.len()];
        let together = problem.locks.together.iter().filter(|set| set.len() > 1);
        let locked = problem.locks.groups.iter().map(|lock| &lock.members);
        together.chain(locked).flatten().for_each(|&person| held[person] = true);
        let open = open_groups(problem, view, groups, newcomer);
        let movable: Vec<(usize, usize)> = open
            .iter()
            .flat_map(|&at| groups[at].iter().map(move |&person| (person, at)))
            .filter(|&(person, _)| !held[person])
            .collect();
        let people: Vec<usize> = movable.iter().map(|&(person, _)| person).chain(newcomer).collect();
        let tie = |&(person, group): &(usize, usize)| {
            let others = groups[group].iter().copied().filter(|&other| other != person);
            others.fold((0, 0), |(sum, clashes), other| {
                let clash = view.conflict(person, other).is_some();
                (sum + i64::from(view.affinity(person, other)), clashes + usize::from(clash))
            })
        };
        let cells: Vec<(usize, usize)> =
            people.iter().flat_map(|&person| open.iter().map(move |&group| (person, group))).collect();
        let mut table = Self {
            problem,
            view,
            groups,
            ties: cells.par_iter().with_min_len(256).map(tie).collect(),
            row: people.iter().enumerate().map(|(row, &person)| (person, row)).collect(),
            pairs: groups.par_iter().map(|group| pair_sum(view, group)).collect(),
            open,
            movable,
            held,
            replacing: Vec::new(),
            joining: Vec::new(),
        };
        table.replacing = people.par_iter().map(|&person| table.best_places(person)).collect();
        table.joining = people.par_iter().map(|&person| table.best_rooms(person)).collect();
        table
    }

    fn tie(&self, person: usize, group: usize) -> Option<(i64, usize)> {
        let column = self.open.binary_search(&group).ok()?;
        Some(self.ties[self.row.get(&person)? * self.open.len() + column])
    }

    /// Whether a group has room for one more from a person's organiser when somebody has left.
    fn cap_allows(&self, person: usize, group: usize, leaving: Option<usize>) -> bool {
        let most = self.problem.rules.per_organiser;
        let organiser = self.view.organiser(person);
        let from_it = |&&it: &&usize| Some(it) != leaving && self.view.organiser(it) == organiser;
        most == 1 || self.groups[group].iter().filter(from_it).count() < most
    }

    /// What a group's worth changes by when one takes the place of another; none where a rule forbids it.
    fn replace(&self, group: usize, leaving: usize, joining: usize) -> Option<i64> {
        let (sum, clashes) = self.tie(joining, group)?;
        let (own, _) = self.tie(leaving, group)?;
        let clash = usize::from(self.view.conflict(joining, leaving).is_some());
        if clashes > clash || !self.cap_allows(joining, group, Some(leaving)) {
            return None;
        }
        let change = sum - i64::from(self.view.affinity(joining, leaving)) - own;
        Some(2 * change * EXACT / (self.groups[group].len() as i64 - 1).max(1))
    }

    /// What a group's worth changes by when one joins.
    fn join(&self, group: usize, joining: usize) -> Option<i64> {
        let (sum, clashes) = self.tie(joining, group)?;
        let size = self.groups[group].len();
        let room = size < *self.problem.rules.group_size.end();
        (room && clashes == 0 && self.cap_allows(joining, group, None))
            .then(|| mean_sum(self.pairs[group] + sum, size + 1) - mean_sum(self.pairs[group], size))
    }

    /// What a group's worth changes by when one leaves.
    fn leaving(&self, person: usize, from: usize) -> Option<i64> {
        let (own, _) = self.tie(person, from)?;
        let size = self.groups[from].len();
        (size > *self.problem.rules.group_size.start())
            .then(|| mean_sum(self.pairs[from] - own, size - 1) - mean_sum(self.pairs[from], size))
    }

    fn best_places(&self, person: usize) -> Vec<(i64, usize, usize)> {
        let mut ways = Vec::new();
        for &group in &self.open {
            let near = self.tie(person, group).is_some_and(|(_, clashes)| clashes < 2);
            if !near || self.groups[group].contains(&person) {
                continue;
            }
            for &leaver in self.groups[group].iter().filter(|&&it| !self.held[it]) {
                ways.extend(self.replace(group, leaver, person).map(|change| (change, group, leaver)));
            }
        }
        best(ways)
    }

    fn best_rooms(&self, person: usize) -> Vec<(i64, usize)> {
        let others = self.open.iter().copied().filter(|&group| !self.groups[group].contains(&person));
        best(others.filter_map(|group| Some((self.join(group, person)?, group))).collect())
    }

    /// The best places for a person among those of others, in groups not passed yet.
    fn places<'t>(
        &'t self,
        person: usize,
        passed: &[usize],
    ) -> impl Iterator<Item = (i64, usize, usize)> + use<'t> {
        let passed = passed.to_vec();
        let ways = self.row.get(&person).map_or(&[][..], |&row| &self.replacing[row]);
        ways.iter().copied().filter(move |(_, group, _)| !passed.contains(group))
    }

    /// The best groups with room for a person, of those not passed yet.
    fn rooms<'t>(&'t self, person: usize, passed: &[usize]) -> impl Iterator<Item = (i64, usize)> + use<'t> {
        let passed = passed.to_vec();
        let ways = self.row.get(&person).map_or(&[][..], |&row| &self.joining[row]);
        ways.iter().copied().filter(move |(_, group)| !passed.contains(group))
    }

    /// Ways to place a person who has left (or has not had) a group, by which others move on.
    fn begin(&self, person: usize, from: Option<usize>, gain: i64, most: usize) -> Vec<(i64, Vec<Step>)> {
        let mut found = Vec::new();
        let mut passed: Vec<usize> = from.into_iter().collect();
        self.follow(person, from, gain, &mut Vec::new(), &mut passed, &mut found, most);
        found
    }

    #[allow(clippy::too_many_arguments, reason = "one step of a search, with where it has come")]
    fn follow(
        &self,
        person: usize,
        from: Option<usize>,
        gain: i64,
        steps: &mut Vec<Step>,
        passed: &mut Vec<usize>,
        found: &mut Vec<(i64, Vec<Step>)>,
        most: usize,
    ) {
        for (change, to) in self.rooms(person, passed).take(most) {
            let last = Step { person, from, to };
            found.push((gain + change, steps.iter().copied().chain([last]).collect()));
        }
        let moved =
            steps.iter().chain([&Step { person, from, to: 0 }]).filter(|it| it.from.is_some()).count();
        if moved >= MOST_MOVED {
            return;
        }
        let breadth = if from.is_none() { 4 * BREADTH } else { BREADTH / (1 + moved) };
        for (change, to, next) in self.places(person, passed).take(breadth) {
            steps.push(Step { person, from, to });
            passed.push(to);
            self.follow(next, Some(to), gain + change, steps, passed, found, most);
            passed.pop();
            steps.pop();
        }
    }

    /// Exchanges of two, and of three in a ring, that begin with a person; each is found from the one listed first.
    fn cycles(&self, person: usize, from: usize) -> Vec<(i64, Vec<Step>)> {
        let mut found = Vec::new();
        for (change, second_group, second) in self.places(person, &[from]).take(2 * BREADTH) {
            let first_step = Step { person, from: Some(from), to: second_group };
            if let Some(back) = self.replace(from, person, second) {
                let steps = vec![first_step, Step { person: second, from: Some(second_group), to: from }];
                found.push((change + back, steps));
            }
            for (onward, third_group, third) in self.places(second, &[from, second_group]).take(BREADTH) {
                if let Some(back) = self.replace(from, person, third) {
                    let steps = vec![
                        first_step,
                        Step { person: second, from: Some(second_group), to: third_group },
                        Step { person: third, from: Some(third_group), to: from },
                    ];
                    found.push((change + onward + back, steps));
                }
            }
        }
        found.into_iter().map(|(gain, steps)| (gain, turned(steps))).collect()
    }
}

/// A ring begun with its first person, so that each is listed once.
fn turned(mut steps: Vec<Step>) -> Vec<Step> {
    let first = (0..steps.len()).min_by_key(|&at| steps[at].person).unwrap_or(0);
    steps.rotate_left(first);
    steps
}

/// Places of the groups between which people are moved, in order.
fn open_groups(
    problem: &Problem,
    view: &View<'_>,
    groups: &[Vec<usize>],
    newcomer: Option<usize>,
) -> Vec<usize> {
    let frozen = |at: usize| problem.locks.groups.get(at).is_some_and(|lock| lock.frozen);
    let mut open: Vec<usize> =
        (0..groups.len()).filter(|&at| !frozen(at) && !groups[at].is_empty()).collect();
    if open.len() > MOST_GROUPS {
        let rank = |&at: &usize| {
            let drawn = newcomer.map_or(0, |it| 2 * person_mean(view, it, &groups[at]));
            (group_mean(view, &groups[at]) - drawn, at)
        };
        open.sort_by_cached_key(rank);
        open.truncate(MOST_GROUPS);
        open.sort_unstable();
    }
    open
}

/// What a group of so many is worth by the sum of its pairs.
fn mean_sum(pairs: i64, size: usize) -> i64 {
    if size < 2 { 0 } else { 2 * pairs * EXACT / (size as i64 - 1) }
}

fn best<T: Ord + Copy>(mut ways: Vec<T>) -> Vec<T> {
    let most = 4 * BREADTH;
    if ways.len() > most {
        ways.select_nth_unstable_by_key(most, |&way| Reverse(way));
        ways.truncate(most);
    }
    ways.sort_unstable_by_key(|&way| Reverse(way));
    ways
}
