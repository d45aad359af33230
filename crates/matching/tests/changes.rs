//! Changes to groups that people have been told of, and what is said before and about a search.

mod support;

use matching::{
    Budget, Conflict, Demand, Help, LockedGroup, Organiser, Person, Problem, Solution, View, broken_rules,
    effect_of_change, effect_of_move, forecast, resolve, solve, suggest_changes,
};
use proptest::prelude::*;
use support::generator::{Dice, round};
use support::verifier::faults;

fn solved(problem: &Problem, seed: u64) -> Solution {
    solve(problem, &Budget::iterations(200_000), seed).expect("a feasible problem")
}

/// Sum over people of their mean affinity to their group.
fn sum_of_means(problem: &Problem, groups: &[Vec<usize>]) -> f64 {
    let view = View::new(problem);
    let mean = |person: usize, group: &[usize]| {
        let others = group.iter().filter(|&&other| other != person);
        others.map(|&other| f64::from(view.affinity(person, other))).sum::<f64>()
            / (group.len() as f64 - 1.0).max(1.0)
    };
    groups.iter().map(|group| group.iter().map(|&person| mean(person, group)).sum::<f64>()).sum()
}

fn after(groups: &[Vec<usize>], steps: &[matching::Step]) -> Vec<Vec<usize>> {
    let mut groups = groups.to_vec();
    for step in steps {
        if let Some(from) = step.from {
            groups[from].retain(|&it| it != step.person);
        }
    }
    steps.iter().for_each(|step| groups[step.to].push(step.person));
    groups
}

/// A round that leaves room in its groups and is far from the best.
fn poor_round(people: usize, seed: u64) -> (Problem, Vec<Vec<usize>>) {
    let mut problem = round(people, people, seed);
    problem.rules.group_size = 3..=7;
    problem.rules.per_organiser = 2;
    for person in &mut problem.people {
        person.format = matching::Format::Either;
    }
    let mut groups = vec![Vec::new(); people.div_ceil(5)];
    let count = groups.len();
    (0..people).for_each(|person| groups[person % count].push(person));
    let broken = broken_rules(&problem, &groups);
    let spoilers: Vec<usize> = broken
        .iter()
        .filter_map(|rule| match rule {
            matching::BrokenRule::PerOrganiser { organiser, .. } => Some(*organiser),
            _ => None,
        })
        .collect();
    for (at, person) in problem.people.iter_mut().enumerate() {
        if spoilers.contains(&person.organiser) {
            person.organiser = at;
        }
    }
    (problem, groups)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn suggested_changes_gain_what_they_say_and_keep_the_rules(people in 12..50usize, seed in 0..u64::MAX) {
        let (problem, groups) = poor_round(people, seed);
        prop_assume!(broken_rules(&problem, &groups).is_empty());
        let before = sum_of_means(&problem, &groups);
        for change in suggest_changes(&problem, &groups, None, 4) {
            let changed = after(&groups, &change.steps);
            prop_assert_eq!(broken_rules(&problem, &changed), vec![]);
            let gain = sum_of_means(&problem, &changed) - before;
            prop_assert!((gain - f64::from(change.gain)).abs() < 2.0, "{} said, {} so", change.gain, gain);
            prop_assert!(change.gain >= 0 && (1..=3).contains(&change.moved));
        }
    }

    #[test]
    fn no_exchange_of_two_is_better_than_the_one_suggested(people in 12..30usize, seed in 0..u64::MAX) {
        let (problem, groups) = poor_round(people, seed);
        prop_assume!(broken_rules(&problem, &groups).is_empty());
        let before = sum_of_means(&problem, &groups);
        let mut best = 0.0_f64;
        let place = |person: usize| groups.iter().position(|group| group.contains(&person)).expect("a group");
        for one in 0..people {
            for two in one + 1..people {
                let steps = [
                    matching::Step { person: one, from: Some(place(one)), to: place(two) },
                    matching::Step { person: two, from: Some(place(two)), to: place(one) },
                ];
                let changed = after(&groups, &steps);
                if place(one) != place(two) && broken_rules(&problem, &changed).is_empty() {
                    best = best.max(sum_of_means(&problem, &changed) - before);
                }
            }
        }
        let suggested = suggest_changes(&problem, &groups, None, 1);
        let found = suggested.iter().filter(|it| it.moved == 2).map(|it| it.gain).max().unwrap_or(0);
        prop_assert!(f64::from(found) >= best - 2.0, "best {best}, suggested {found}");
    }

    #[test]
    fn a_newcomer_is_placed_by_every_suggestion(people in 13..50usize, seed in 0..u64::MAX) {
        let (problem, mut groups) = poor_round(people, seed);
        prop_assume!(broken_rules(&problem, &groups).is_empty());
        let newcomer = groups[0].remove(0);
        prop_assume!(groups[0].len() >= 3);
        let mut best_of = [i32::MIN; 4];
        for change in suggest_changes(&problem, &groups, Some(newcomer), 3) {
            let changed = after(&groups, &change.steps);
            prop_assert!(changed.iter().flatten().any(|&it| it == newcomer));
            prop_assert_eq!(broken_rules(&problem, &changed), vec![]);
            best_of[change.moved] = best_of[change.moved].max(change.gain);
        }
        prop_assert!(best_of[0] > i32::MIN, "nobody needs to move for a newcomer here");
    }

    #[test]
    fn nobody_moves_at_a_high_price_and_none_is_worse_off_in_sum(people in 12..60usize, seed in 0..u64::MAX) {
        let (problem, groups) = poor_round(people, seed);
        prop_assume!(broken_rules(&problem, &groups).is_empty());
        let budget = Budget::iterations(100_000);
        let dear = resolve(&problem, &groups, 900_000, &budget, 1).expect("a feasible problem");
        prop_assert_eq!(&dear.moved, &Vec::<usize>::new());
        let before = sum_of_means(&problem, &groups);
        let mut moved_before = usize::MAX;
        for price in [0, 2_000] {
            let found = resolve(&problem, &groups, price, &budget, 1).expect("a feasible problem");
            prop_assert_eq!(faults(&problem, &found.solution), Vec::<String>::new());
            let gain = sum_of_means(&problem, &found.solution.groups) - before;
            // Groups of different sizes weigh by whole factors: a few points' difference is theirs.
            let asked = f64::from(price) * found.moved.len() as f64;
            prop_assert!(gain >= 0.9 * asked - 0.02 * before, "gained {gain} by moving {}", found.moved.len());
            prop_assert!(found.moved.len() <= moved_before);
            moved_before = found.moved.len();
        }
    }

    #[test]
    fn no_groups_are_above_the_bound(seed in 0..u64::MAX, people in 6..10usize) {
        let mut problem = round(people, 30, seed);
        problem.rules.group_size = 2..=3;
        problem.rules.per_organiser = 9;
        problem.rules.fairness_per_mille = 0;
        let solution = solved(&problem, 1);
        let bound = solution.bound.unwrap_or(0);
        prop_assert!(solution.value.mean <= bound);
        // Any other division of the same people into the same sizes is below it, too.
        let mut dice = Dice(seed);
        for _ in 0..50 {
            let mut groups = solution.groups.clone();
            for _ in 0..people {
                let (a, b) = (dice.roll(groups.len().max(1)), dice.roll(groups.len().max(1)));
                if groups.is_empty() || a == b { continue; }
                let (i, j) = (dice.roll(groups[a].len()), dice.roll(groups[b].len()));
                let other = groups[b][j];
                groups[b][j] = std::mem::replace(&mut groups[a][i], other);
            }
            if broken_rules(&problem, &groups).is_empty() {
                let mean = sum_of_means(&problem, &groups) / solution.value.placed.max(1) as f64;
                prop_assert!(mean <= f64::from(bound) + 1.0, "{mean} above {bound}");
            }
        }
    }
}

#[test]
fn chance_is_what_random_pairs_are() {
    let mut problem = round(60, 60, 4);
    problem.rules.per_organiser = 60;
    problem.people.iter_mut().for_each(|person| {
        person.format = matching::Format::Online;
        person.travel_limit_km = None;
    });
    let chance = solved(&problem, 1).chance.expect("groups");
    let view = View::new(&problem);
    let pairs = (0..60).flat_map(|one| (0..one).map(move |two| (one, two)));
    let mean = pairs.map(|(one, two)| f64::from(view.affinity(one, two))).sum::<f64>() / (60.0 * 59.0 / 2.0);
    assert!((chance.mean - mean).abs() < 4.0 * chance.deviation / (chance.draws as f64).sqrt() + 1.0);
    assert!(chance.distance > 5.0, "{chance:?}");
}

#[test]
fn a_late_joiner_and_a_withdrawal_move_nobody_else_unless_they_must() {
    let mut problem = round(60, 60, 9);
    problem.rules.per_organiser = 60;
    problem.people.iter_mut().for_each(|person| person.format = matching::Format::Online);
    let solution = solved(&problem, 1);
    let newcomer = solution.groups[0][0];
    let mut groups = solution.groups.clone();
    groups[0].remove(0);
    let found =
        resolve(&problem, &groups, 100_000, &Budget::iterations(100_000), 1).expect("a feasible problem");
    assert_eq!(found.moved, Vec::<usize>::new());
    assert!(found.solution.groups.iter().flatten().any(|&person| person == newcomer));
    assert_eq!(found.solution.groups.len(), groups.len());
}

#[test]
fn locks_hold_when_groups_are_improved() {
    let mut problem = round(40, 40, 3);
    problem.people.iter_mut().for_each(|person| person.format = matching::Format::Online);
    (0..40).for_each(|at| problem.people[at].organiser = at);
    problem.locks.groups = vec![
        LockedGroup { members: vec![0, 1, 2, 3], frozen: true },
        LockedGroup { members: vec![4, 5], frozen: false },
    ];
    let groups: Vec<Vec<usize>> = vec![
        vec![0, 1, 2, 3],
        vec![4, 5, 6, 7, 8, 9],
        (10..16).collect(),
        (16..22).collect(),
        (22..28).collect(),
        (28..34).collect(),
        (34..40).collect(),
    ];
    let found = resolve(&problem, &groups, 0, &Budget::iterations(300_000), 1).expect("a feasible problem");
    assert_eq!(faults(&problem, &found.solution), Vec::<String>::new());
    assert_eq!(found.solution.groups[0], vec![0, 1, 2, 3]);
    assert!(!found.moved.is_empty());
}

#[test]
fn whoever_sits_with_locked_people_is_at_home_there() {
    let mut problem = round(24, 24, 3);
    problem.people.iter_mut().for_each(|person| person.format = matching::Format::Online);
    (0..24).for_each(|at| problem.people[at].organiser = at);
    problem.locks.groups = vec![
        LockedGroup { members: vec![0, 1], frozen: false },
        LockedGroup { members: vec![6], frozen: false },
    ];
    let groups: Vec<Vec<usize>> = (0..4).map(|at| (6 * at..6 * at + 6).collect()).collect();
    let dear =
        resolve(&problem, &groups, 900_000, &Budget::iterations(100_000), 1).expect("a feasible problem");
    assert_eq!(dear.moved, Vec::<usize>::new());
    // With one more to place, those who sit with locked people stay where they are as well.
    let mut newcomer = groups.clone();
    newcomer[3].retain(|&person| person != 23);
    let found =
        resolve(&problem, &newcomer, 900_000, &Budget::iterations(100_000), 1).expect("a feasible problem");
    assert_eq!(found.moved, Vec::<usize>::new());
    assert_eq!(faults(&problem, &found.solution), Vec::<String>::new());
}

/// People at one organiser each, all alike.
fn alike(people: usize) -> Problem {
    let organiser = |at: usize| Organiser { key: format!("o{at:03}"), ..Organiser::default() };
    let person = |at: usize| Person { key: format!("p{at:03}"), organiser: at, ..Person::default() };
    Problem {
        organisers: (0..people).map(organiser).collect(),
        people: (0..people).map(person).collect(),
        ..Problem::default()
    }
}

#[test]
fn a_forecast_of_an_easy_round_has_no_obstacles() {
    let found = forecast(&alike(23)).expect("no contradictions");
    assert_eq!((found.pools[0].groups, found.pools[0].smallest, found.pools[0].largest), (4, 5, 6));
    assert_eq!((found.obstacles, found.hard), (vec![], vec![]));
}

#[test]
fn people_who_all_keep_apart_are_found_and_named() {
    let mut problem = alike(24);
    problem.locks.apart = vec![(0..7).collect()];
    let found = forecast(&problem).expect("no contradictions");
    let obstacle = found.obstacles.first().expect("an obstacle");
    assert_eq!(obstacle.demand, Demand::AllApart { groups: 4, mostly: Conflict::Apart });
    assert_eq!((obstacle.out, &obstacle.people), (3, &(0..7).collect::<Vec<_>>()));
    assert!(obstacle.help.contains(&Help::FewerLocks));
    // Twenty-four people make eight groups of three: a place for each of the seven.
    assert!(obstacle.help.contains(&Help::AllowGroupSize { least: 3, most: 8 }), "{:?}", obstacle.help);
}

#[test]
fn a_crowd_from_one_organiser_is_told_how_many_too_many() {
    let mut problem = alike(24);
    (0..10).for_each(|person| problem.people[person].organiser = 0);
    let found = forecast(&problem).expect("no contradictions");
    let obstacle = found.obstacles.first().expect("an obstacle");
    assert_eq!(obstacle.demand, Demand::PerOrganiser { organiser: 0 });
    assert_eq!((obstacle.out, obstacle.people.len()), (10 - found.pools[0].groups, 10));
}

#[test]
fn ten_thousand_wishes_are_no_trouble() {
    let mut problem = round(300, 200, 8);
    let mut dice = Dice(8);
    for _ in 0..10_000 {
        let (one, two) = (dice.roll(300), dice.roll(300));
        if dice.chance(30) {
            problem.people[one].not_with.push(two)
        } else {
            problem.people[one].with.push(two)
        }
    }
    let found = forecast(&problem).expect("no contradictions");
    assert!(found.pools[0].people == 300);
    let solution = solved(&problem, 1);
    assert_eq!(faults(&problem, &solution), Vec::<String>::new());
}

#[test]
fn the_effect_of_a_change_is_that_of_its_moves() {
    let (problem, groups) = poor_round(20, 7);
    let person = groups[0][0];
    let mut after = groups.clone();
    after[0].retain(|&it| it != person);
    after[1].push(person);
    let found = effect_of_change(&problem, &groups, &after).unwrap();
    assert_eq!(found, effect_of_move(&problem, &groups, person, 1).unwrap());
    assert_eq!(found.people.iter().map(|it| it.person).collect::<Vec<_>>(), [person]);
    // Nobody changes: nothing happens.
    let same = effect_of_change(&problem, &groups, &groups).unwrap();
    assert!(same.people.is_empty() && same.groups.is_empty() && same.broken.is_empty());
    // A group that is dissolved is empty and breaks nothing by that.
    let mut merged = groups.clone();
    let gone = std::mem::take(&mut merged[0]);
    merged[1].extend(&gone);
    let found = effect_of_change(&problem, &groups, &merged).unwrap();
    assert_eq!(found.people.len(), gone.len());
    let small = |rule: &matching::BrokenRule| matches!(rule, matching::BrokenRule::TooSmall { .. });
    assert!(!found.broken.iter().any(small), "{:?}", found.broken);
    assert!(effect_of_change(&problem, &groups, &groups[1..]).is_err());
}
