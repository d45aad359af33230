//! What holds for every round.

mod support;

use matching::{Budget, Keeping, LockedGroup, Problem, Solution, View, broken_rules, explain, solve};
use proptest::prelude::*;
use support::generator::{Dice, round};
use support::verifier::{faults, pair_fault};

/// A round with rules, locks and wishes of all kinds, small enough to solve in milliseconds.
fn any_round(people: std::ops::Range<usize>) -> impl Strategy<Value = Problem> {
    (people, 1..40usize, 0..u64::MAX, 2..6usize, 0..4usize, 1..3usize).prop_map(
        |(people, organisers, seed, least, more, per_organiser)| {
            let mut problem = round(people, organisers, seed);
            let mut dice = Dice(seed ^ 1);
            problem.rules.group_size = least..=least + more;
            problem.rules.per_organiser = per_organiser;
            if dice.chance(30) {
                problem.rules.categories = Keeping::Apart;
            }
            if dice.chance(20) {
                problem.rules.levels = Keeping::Apart;
            }
            for _ in 0..people / 8 {
                let (one, two) = (dice.roll(people), dice.roll(people));
                problem.people[one].not_with.push(two);
                problem.people[two].with.push(dice.roll(people));
            }
            if people > 12 && dice.chance(50) {
                problem.locks.apart = vec![(0..3).map(|_| dice.roll(people)).collect()];
                problem.locks.groups = vec![LockedGroup { members: vec![0, 1], frozen: true }];
            }
            problem
        },
    )
}

fn solved(problem: &Problem, threads: usize) -> Solution {
    let budget = Budget { threads, ..Budget::iterations(300_000) };
    solve(problem, &budget, 5).expect("a feasible problem")
}

/// The groups and those without, by key.
fn named(problem: &Problem, solution: &Solution) -> (Vec<Vec<String>>, Vec<String>) {
    let key = |&person: &usize| problem.people[person].key.clone();
    let mut groups: Vec<Vec<String>> =
        solution.groups.iter().map(|group| group.iter().map(key).collect()).collect();
    groups.iter_mut().for_each(|group| group.sort());
    groups.sort();
    (groups, solution.unplaced.iter().map(|it| key(&it.person)).collect())
}

/// The same round with people and organisers listed backwards.
fn backwards(problem: &Problem) -> Problem {
    let mut turned = problem.clone();
    let (people, organisers) = (problem.people.len(), problem.organisers.len());
    let person = |at: &mut usize| *at = people - 1 - *at;
    let organiser = |at: &mut usize| *at = organisers - 1 - *at;
    turned.people.reverse();
    turned.organisers.reverse();
    for it in &mut turned.people {
        organiser(&mut it.organiser);
        it.with.iter_mut().chain(&mut it.not_with).for_each(person);
    }
    for it in &mut turned.organisers {
        it.neighbours.iter_mut().chain(&mut it.similar).chain(&mut it.rivals).for_each(organiser);
    }
    turned.locks.apart.iter_mut().flatten().for_each(person);
    turned.locks.groups.iter_mut().flat_map(|group| &mut group.members).for_each(person);
    turned
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn everybody_is_placed_or_told_and_no_rule_is_broken(problem in any_round(0..70)) {
        let solution = solved(&problem, 2);
        prop_assert_eq!(faults(&problem, &solution), Vec::<String>::new());
        prop_assert_eq!(broken_rules(&problem, &solution.groups), vec![]);
        prop_assert!(solution.bound.is_none_or(|bound| solution.value.mean <= bound));
        let explained = explain(&problem, &solution);
        prop_assert_eq!(explained.people.len(), solution.value.placed);
    }

    #[test]
    fn the_same_seed_gives_the_same_on_any_number_of_threads(problem in any_round(0..50)) {
        prop_assert_eq!(solved(&problem, 1), solved(&problem, 3));
    }

    #[test]
    fn the_order_of_the_input_does_not_matter(problem in any_round(1..50)) {
        let turned = backwards(&problem);
        prop_assert_eq!(
            named(&problem, &solved(&problem, 2)),
            named(&turned, &solved(&turned, 2))
        );
    }

    #[test]
    fn affinity_is_the_sum_of_its_shares_and_mutual(problem in any_round(2..20)) {
        let view = View::new(&problem);
        for one in 0..problem.people.len() {
            for two in (0..problem.people.len()).filter(|&two| two != one) {
                prop_assert_eq!(view.affinity(one, two), view.affinity(two, one));
                prop_assert_eq!(view.affinity(one, two), view.shares(one, two).iter().sum::<i32>());
                prop_assert_eq!(view.conflict(one, two), view.conflict(two, one));
                prop_assert!((0..=10_000).contains(&view.affinity(one, two)));
            }
        }
    }

    #[test]
    fn nothing_better_exists_for_nine_people(seed in 0..u64::MAX, people in 4..10usize) {
        let mut problem = round(people, 30, seed);
        problem.rules.group_size = 2..=5;
        problem.rules.per_organiser = 9;
        problem.rules.fairness_per_mille = 0;
        let solution = solved(&problem, 2);
        prop_assume!(solution.unplaced.is_empty());
        let sizes: Vec<usize> = solution.groups.iter().map(Vec::len).collect();
        // Where no near-equal division keeps the rules, mending has the last word and promises less.
        prop_assume!(sizes.iter().max().zip(sizes.iter().min()).is_some_and(|(most, least)| most - least < 2));
        let best = exhaust(&problem, &View::new(&problem), &mut sizes.iter().map(|_| vec![]).collect(), &sizes, 0);
        let found = mean_sum(&View::new(&problem), &solution.groups);
        prop_assert!((best - found).abs() < 1e-6, "best {best}, found {found}");
    }
}

/// The highest sum of people's means over all ways to fill groups of these sizes.
fn exhaust(
    problem: &Problem,
    view: &View<'_>,
    groups: &mut Vec<Vec<usize>>,
    sizes: &[usize],
    person: usize,
) -> f64 {
    if person == problem.people.len() {
        return mean_sum(view, groups);
    }
    let mut best = f64::MIN;
    for group in 0..groups.len() {
        let clash = |&other: &usize| {
            pair_fault(problem, person, other).or(pair_fault(problem, other, person)).is_some()
        };
        if groups[group].len() < sizes[group] && !groups[group].iter().any(clash) {
            groups[group].push(person);
            best = best.max(exhaust(problem, view, groups, sizes, person + 1));
            groups[group].pop();
        }
    }
    best
}

fn mean_sum(view: &View<'_>, groups: &[Vec<usize>]) -> f64 {
    let of_person = |person: usize, group: &[usize]| {
        let others = group.iter().filter(|&&other| other != person);
        others.map(|&other| f64::from(view.affinity(person, other))).sum::<f64>() / (group.len() as f64 - 1.0)
    };
    groups.iter().flat_map(|group| group.iter().map(move |&person| of_person(person, group))).sum()
}
