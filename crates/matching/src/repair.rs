//! Last resort after the search: people who still break a rule are taken out, and placed elsewhere if any group can.

use crate::problem::Problem;
use crate::value::worth;
use crate::view::View;

/// Groups looked at for one person, when placing and when displacing others: with more groups, an even sample will do.
const PLACE_LOOKS: usize = 4_000;
const DISPLACE_LOOKS: usize = 250;

/// Groups under repair. The first `locked` groups keep the people they were locked with.
pub(crate) struct Repair<'a> {
    pub(crate) problem: &'a Problem,
    pub(crate) view: &'a View<'a>,
    pub(crate) groups: Vec<Vec<usize>>,
    /// Sets of people who stay together, by person; single people need none.
    pub(crate) unit_of: &'a dyn Fn(usize) -> Vec<usize>,
    pub(crate) pinned: &'a dyn Fn(usize) -> bool,
}

impl Repair<'_> {
    /// Makes every group keep the rules. Returns those who found no place, in order of removal.
    pub(crate) fn run(&mut self) -> Vec<usize> {
        let mut loose = Vec::new();
        for group in 0..self.groups.len() {
            while let Some(person) = self.worst(group) {
                let unit = (self.unit_of)(person);
                self.groups[group].retain(|member| !unit.contains(member));
                loose.push(unit);
            }
        }
        let mut left = self.place_all(loose);
        left = self.fill_small(left);
        left = self.place_all(left);
        left.into_iter().flatten().collect()
    }

    /// The person whose leaving mends most of a group, if it needs mending.
    fn worst(&self, group: usize) -> Option<usize> {
        let members = &self.groups[group];
        let faults = |&person: &usize| {
            let pairs = members
                .iter()
                .filter(|&&other| other != person && self.view.conflict(person, other).is_some());
            pairs.count() + self.over_cap(person, members)
        };
        let over = members.len() > *self.problem.rules.group_size.end();
        let candidates = members.iter().filter(|&&person| !(self.pinned)(person));
        let key = |person: usize| &self.problem.people[person].key;
        let (count, _, person) = candidates.map(|person| (faults(person), key(*person), *person)).max()?;
        (count > 0 || over).then_some(person)
    }

    fn over_cap(&self, person: usize, members: &[usize]) -> usize {
        let organiser = self.view.organiser(person);
        let count = members.iter().filter(|&&other| self.view.organiser(other) == organiser).count();
        count.saturating_sub(self.problem.rules.per_organiser)
    }

    /// Whether a set of people can join a group as it is.
    fn fits(&self, unit: &[usize], group: usize) -> bool {
        let members = &self.groups[group];
        if members.is_empty() || members.len() + unit.len() > *self.problem.rules.group_size.end() {
            return false;
        }
        accepts(self.problem, self.view, members, unit)
    }

    /// All groups, or an even sample where there are more than so many.
    fn some_groups(&self, turn: usize, most: usize) -> impl Iterator<Item = usize> + use<> {
        let stride = self.groups.len().div_ceil(most).max(1);
        (turn % stride..self.groups.len()).step_by(stride)
    }

    fn place_all(&mut self, loose: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let mut left = Vec::new();
        for (turn, unit) in loose.into_iter().enumerate() {
            if !self.place(&unit, turn) && !self.displace(&unit, turn) {
                left.push(unit);
            }
        }
        left
    }

    fn place(&mut self, unit: &[usize], turn: usize) -> bool {
        let gain = |group: usize| {
            let mut with = self.groups[group].clone();
            with.extend_from_slice(unit);
            worth(self.view, &with) - worth(self.view, &self.groups[group])
        };
        let open = self.some_groups(turn, PLACE_LOOKS).filter(|&group| self.fits(unit, group));
        let best = open.max_by_key(|&group| (gain(group), std::cmp::Reverse(group)));
        if let Some(group) = best {
            self.groups[group].extend_from_slice(unit);
        }
        best.is_some()
    }

    /// Takes the place of one person who fits elsewhere.
    fn displace(&mut self, unit: &[usize], turn: usize) -> bool {
        let looks: Vec<usize> = self.some_groups(turn, DISPLACE_LOOKS).collect();
        for &group in &looks {
            for at in 0..self.groups[group].len() {
                let leaver = self.groups[group][at];
                if (self.pinned)(leaver) || (self.unit_of)(leaver).len() > 1 {
                    continue;
                }
                self.groups[group].swap_remove(at);
                if self.fits(unit, group)
                    && let Some(to) =
                        looks.iter().copied().find(|&to| to != group && self.fits(&[leaver], to))
                {
                    self.groups[group].extend_from_slice(unit);
                    self.groups[to].push(leaver);
                    return true;
                }
                self.groups[group].push(leaver);
                let last = self.groups[group].len() - 1;
                self.groups[group].swap(at, last);
            }
        }
        false
    }

    /// Groups that became too small borrow from larger ones, or are dissolved.
    fn fill_small(&mut self, mut left: Vec<Vec<usize>>) -> Vec<Vec<usize>> {
        let least = *self.problem.rules.group_size.start();
        for group in 0..self.groups.len() {
            while !self.groups[group].is_empty() && self.groups[group].len() < least {
                if self.borrow(group) {
                    continue;
                }
                let members = std::mem::take(&mut self.groups[group]);
                let mut seen: Vec<usize> = Vec::new();
                for person in members {
                    if !seen.contains(&person) {
                        let unit = (self.unit_of)(person);
                        seen.extend_from_slice(&unit);
                        left.push(unit);
                    }
                }
            }
        }
        left
    }

    fn borrow(&mut self, group: usize) -> bool {
        let least = *self.problem.rules.group_size.start();
        let lenders = self
            .some_groups(group, PLACE_LOOKS)
            .filter(|&other| other != group && self.groups[other].len() > least);
        let mut people =
            lenders.flat_map(|lender| self.groups[lender].iter().map(move |&person| (lender, person)));
        let free = |&(_, person): &(usize, usize)| {
            !(self.pinned)(person) && (self.unit_of)(person).len() == 1 && self.fits(&[person], group)
        };
        let found = people.find(free);
        if let Some((lender, person)) = found {
            self.groups[lender].retain(|&member| member != person);
            self.groups[group].push(person);
        }
        found.is_some()
    }
}

/// Whether a set of people can join others without a conflict and within the cap per organiser.
pub(crate) fn accepts(problem: &Problem, view: &View<'_>, members: &[usize], joining: &[usize]) -> bool {
    let clash = |&a: &usize| members.iter().any(|&b| a != b && view.conflict(a, b).is_some());
    let crowded = |&a: &usize| {
        let organiser = view.organiser(a);
        let from_it = |&&person: &&usize| view.organiser(person) == organiser;
        members.iter().filter(from_it).count() + joining.iter().filter(from_it).count()
            > problem.rules.per_organiser
    };
    !joining.iter().any(clash) && !joining.iter().any(crowded)
}
