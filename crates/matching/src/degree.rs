//! The degree bound: nobody can have a higher mean than with the best people who may share the group.

use rayon::prelude::*;

use crate::view::View;

/// Organisers up to whom each is held against all others.
const MOST_ORGANISERS: usize = 5_000;

/// A bound on the sum of the means of these people, each among so many others, at most `cap` of one organiser. None where they come
/// from too many organisers.
///
/// A person's best others are found organiser by organiser, by what two organisers give and anybody could add: most are never looked at.
/// Once a person's share of the `looks` (pairs) is used up, the rest of the organisers count with all that they promise.
pub(crate) fn degree_bound(
    view: &View<'_>,
    people: &[usize],
    others: usize,
    cap: usize,
    looks: usize,
) -> Option<i64> {
    let mut organisers: Vec<Vec<usize>> = vec![Vec::new(); view.taking_part()];
    people.iter().for_each(|&person| organisers[view.place(person)].push(person));
    organisers.retain(|members| !members.is_empty());
    if organisers.len() > MOST_ORGANISERS {
        return None;
    }
    let promises = view.most_personal();
    let looks = looks / people.len().max(1);
    let of_organiser = |home: &Vec<usize>| -> i64 {
        let mut by_gift: Vec<(i32, &Vec<usize>)> =
            organisers.iter().map(|members| (view.by_organiser(home[0], members[0]), members)).collect();
        by_gift.sort_by_key(|&(gift, _)| std::cmp::Reverse(gift));
        let of_person = |&person: &usize| {
            let mut best = Best { most: others, found: Vec::with_capacity(others + cap.min(others)) };
            let mut looked = 0;
            for &(gift, members) in &by_gift {
                let promise = gift + promises[person];
                if best.least().is_some_and(|least| least >= promise) {
                    break;
                }
                let own = view.place(members[0]) == view.place(person);
                let places = cap.saturating_sub(usize::from(own)).min(others);
                if looked < looks {
                    best_of(view, person, members, places).found.into_iter().for_each(|it| best.add(it));
                    looked += members.len();
                } else {
                    (0..places).for_each(|_| best.add(promise));
                }
            }
            best.sum() * 1000 / others as i64 + 1
        };
        home.iter().map(of_person).sum()
    };
    Some(organisers.par_iter().map(of_organiser).sum::<i64>() / 1000 + 1)
}

/// The best of these people for a person who may share a group with so many of them.
fn best_of(view: &View<'_>, person: usize, members: &[usize], places: usize) -> Best {
    let mut best = Best { most: places, found: Vec::with_capacity(places + 1) };
    for &other in members.iter().filter(|&&other| other != person && places > 0) {
        let affinity = view.affinity(person, other);
        if best.least().is_none_or(|least| affinity > least) && view.conflict(person, other).is_none() {
            best.add(affinity);
        }
    }
    best
}

/// The highest affinities found so far, falling.
struct Best {
    most: usize,
    found: Vec<i32>,
}

impl Best {
    /// The lowest of them, once there are as many as wanted.
    fn least(&self) -> Option<i32> {
        self.found.get(self.most.checked_sub(1)?).copied()
    }

    fn add(&mut self, affinity: i32) {
        let at = self.found.partition_point(|&it| it >= affinity);
        if at < self.most {
            self.found.truncate(self.most - 1);
            self.found.insert(at, affinity);
        }
    }

    fn sum(&self) -> i64 {
        self.found.iter().map(|&affinity| i64::from(affinity)).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::problem::{Level, Organiser, Person, Problem};

    /// Sixty people of twelve organisers, in a row along a road, with themes, offers, levels and wishes of all kinds.
    fn problem() -> Problem {
        let organiser = |at: usize| Organiser {
            key: at.to_string(),
            size: Some(3_000 + 997 * (at as u32 * 7 % 12)),
            position: Some((57.0 + at as f64 / 10.0, 15.0)),
            neighbours: vec![(at + 1) % 12],
            ..Organiser::default()
        };
        let words = |from: usize, count: usize| (0..count).map(|at| ((from + at) % 7).to_string()).collect();
        let person = |at: usize| Person {
            key: format!("{at:02}"),
            organiser: at * at % 12,
            level: [Level::Board, Level::Administration, Level::Principal][at % 3],
            role: (at % 9).to_string(),
            themes: words(at * 5, at % 4),
            offers: words(at * 3, at % 3),
            needs: words(at * 2, at % 3),
            with: if at.is_multiple_of(10) { vec![at + 3] } else { vec![] },
            not_with: if at.is_multiple_of(8) { vec![(at + 5) % 60] } else { vec![] },
            ..Person::default()
        };
        Problem {
            organisers: (0..12).map(organiser).collect(),
            people: (0..60).map(person).collect(),
            ..Problem::default()
        }
    }

    /// The same by looking at everybody.
    fn by_hand(view: &View<'_>, others: usize, cap: usize) -> i64 {
        let of_person = |person: usize| {
            let mut all: Vec<(i32, usize)> = (0..view.people())
                .filter(|&other| other != person && view.conflict(person, other).is_none())
                .map(|other| (view.affinity(person, other), view.organiser(other)))
                .collect();
            all.sort_by_key(|&(affinity, _)| std::cmp::Reverse(affinity));
            let mut from = [0; 12];
            from[view.organiser(person)] = 1;
            all.retain(|&(_, organiser)| {
                from[organiser] += 1;
                from[organiser] <= cap
            });
            let sum: i64 = all.iter().take(others).map(|&(affinity, _)| i64::from(affinity)).sum();
            sum * 1000 / others as i64 + 1
        };
        (0..view.people()).map(of_person).sum::<i64>() / 1000 + 1
    }

    #[test]
    fn what_is_never_looked_at_is_not_better() {
        let mut problem = problem();
        for cap in 1..=3 {
            problem.rules.per_organiser = cap;
            let view = View::new(&problem);
            let people: Vec<usize> = (0..60).collect();
            for others in 2..8 {
                let bound = |looks| degree_bound(&view, &people, others, cap, looks).expect("a bound");
                assert_eq!(bound(usize::MAX), by_hand(&view, others, cap));
                assert!(bound(600) >= bound(usize::MAX) && bound(0) >= bound(600));
            }
        }
    }
}
