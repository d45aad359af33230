//! Whole rounds, checked by the verifier.

mod support;

use matching::{
    Budget, Conflict, Format, Help, Infeasible, Keeping, LockedGroup, Organiser, Person, Preset, Problem,
    Reason, Solution, SolveError, broken_rules, solve,
};
use support::{generator::round, sweden::sweden, verifier::faults};

fn solved(problem: &Problem) -> Solution {
    let solution = solve(problem, &Budget::iterations(3_000_000), 7).expect("a feasible problem");
    assert_eq!(faults(problem, &solution), Vec::<String>::new());
    assert_eq!(broken_rules(problem, &solution.groups), vec![]);
    solution
}

/// People at one organiser each, all alike.
fn alike(people: usize) -> Problem {
    Problem {
        organisers: (0..people)
            .map(|at| Organiser { key: format!("o{at:03}"), ..Organiser::default() })
            .collect(),
        people: (0..people)
            .map(|at| Person { key: format!("p{at:03}"), organiser: at, ..Person::default() })
            .collect(),
        ..Problem::default()
    }
}

#[test]
fn nobody_gives_no_groups() {
    let solution = solved(&alike(0));
    assert!(solution.groups.is_empty() && solution.unplaced.is_empty());
}

#[test]
fn too_few_are_told_how_many_more() {
    for people in [1, 3] {
        let solution = solved(&alike(people));
        assert!(solution.groups.is_empty());
        assert_eq!(solution.unplaced.len(), people);
        let unplaced = &solution.unplaced[0];
        assert!(
            matches!(unplaced.reason, Reason::TooFew { registered, needed: 4, .. } if registered == people)
        );
        assert_eq!(unplaced.help[0], Help::MorePeople { count: 4 - people });
    }
}

#[test]
fn everybody_from_one_organiser() {
    let mut problem = alike(12);
    problem.people.iter_mut().for_each(|person| person.organiser = 0);
    let solution = solved(&problem);
    assert!(solution.groups.is_empty());
    for unplaced in &solution.unplaced {
        assert!(matches!(
            unplaced.reason,
            Reason::TooManyFromOrganiser { organiser: 0, registered: 12, places: 0 }
        ));
        assert!(matches!(unplaced.help[0], Help::MoreFromOtherOrganisers { .. }));
    }
}

#[test]
fn sizes_are_near_equal() {
    for (people, sizes) in [(13, vec![6, 7]), (12, vec![6, 6]), (23, vec![5, 6, 6, 6]), (8, vec![8])] {
        let mut found: Vec<usize> = solved(&alike(people)).groups.iter().map(Vec::len).collect();
        found.sort_unstable();
        assert_eq!(found, sizes, "{people} people");
    }
}

#[test]
fn sizes_that_do_not_fit_leave_the_fewest_out() {
    let mut problem = alike(9);
    problem.rules.group_size = 5..=7;
    let solution = solved(&problem);
    assert_eq!((solution.groups.len(), solution.unplaced.len()), (1, 2));
    assert!(matches!(solution.unplaced[0].reason, Reason::SizesDoNotFit { registered: 9, places: 7 }));
    assert!(solution.unplaced[0].help.contains(&Help::MorePeople { count: 1 }));
}

#[test]
fn a_crowded_organiser_gets_a_place_in_every_group() {
    let mut problem = alike(24);
    (0..10).for_each(|person| problem.people[person].organiser = 0);
    let solution = solved(&problem);
    let groups = solution.groups.len();
    assert_eq!(solution.unplaced.len(), 10 - groups);
    for unplaced in &solution.unplaced {
        assert!(matches!(unplaced.reason, Reason::TooManyFromOrganiser { organiser: 0, .. }));
    }
}

#[test]
fn two_from_an_organiser_when_allowed() {
    let mut problem = round(60, 12, 3);
    problem.rules.per_organiser = 2;
    solved(&problem);
}

#[test]
fn a_person_out_of_reach_learns_how_far_to_travel() {
    let mut problem = alike(8);
    for (at, organiser) in problem.organisers.iter_mut().enumerate() {
        organiser.position = Some((if at == 0 { 65.0 } else { 58.0 + at as f64 / 100.0 }, 15.0));
    }
    problem.people[0].format = Format::InPerson;
    problem.people[0].travel_limit_km = Some(100);
    let solution = solved(&problem);
    assert_eq!(solution.unplaced.len(), 1);
    let unplaced = &solution.unplaced[0];
    assert!(matches!(
        unplaced.reason,
        Reason::TooFewPartners { possible: 0, needed: 3, mostly: Conflict::Travel }
    ));
    assert!(matches!(unplaced.help[0], Help::TravelLimit { km: 760..=780 }), "{:?}", unplaced.help);
}

#[test]
fn categories_and_levels_apart() {
    let mut problem = round(120, 60, 5);
    problem.rules.categories = Keeping::Apart;
    solved(&problem);
    problem.rules.levels = Keeping::Apart;
    solved(&problem);
}

#[test]
fn locks_hold() {
    let mut problem = round(80, 70, 11);
    problem.people.iter_mut().for_each(|person| person.format = Format::Either);
    (0..80).for_each(|at| problem.people[at].organiser = at % 70);
    problem.locks.together = vec![vec![0, 1, 2], vec![10, 11], vec![11, 12]];
    problem.locks.apart = vec![vec![3, 4, 5, 6, 0]];
    problem.people[20].not_with = vec![21, 22];
    problem.locks.groups = vec![
        LockedGroup { members: vec![30, 31, 32], frozen: true },
        LockedGroup { members: vec![40, 41], frozen: false },
        LockedGroup { members: vec![42], frozen: false },
    ];
    let solution = solved(&problem);
    assert_eq!(solution.groups[0], vec![30, 31, 32]);
    assert!(solution.groups[1].len() >= 4 && solution.groups[2].contains(&42));
    assert_eq!(solution.unplaced, vec![]);
}

#[test]
fn contradictions_name_the_people() {
    let mut problem = alike(10);
    problem.locks.together = vec![vec![1, 2]];
    problem.people[2].not_with = vec![1];
    let error = solve(&problem, &Budget::default(), 1).expect_err("a contradiction");
    let expected = Infeasible::Contradiction { a: 1, b: 2, conflict: Conflict::NotWith };
    assert_eq!(error, SolveError::Infeasible(vec![expected]));
}

#[test]
fn unknown_people_and_organisers_are_named() {
    let mut problem = alike(4);
    problem.people[1].not_with = vec![99];
    problem.people[2].organiser = 55;
    let error = solve(&problem, &Budget::default(), 1).expect_err("strange places");
    let expected =
        vec![Infeasible::UnknownOrganiser { organiser: 55 }, Infeasible::UnknownPerson { person: 99 }];
    assert_eq!(error, SolveError::Infeasible(expected));
}

#[test]
fn the_real_organisers_are_matched_far_better_than_by_chance() {
    let mut problem = sweden(105, 1);
    assert_eq!(problem.organisers.len(), 624);
    problem.weights = Preset::Neighbours.weights();
    let solution = solved(&problem);
    assert!(solution.unplaced.len() <= 3, "{:?}", solution.unplaced);
    assert!(solution.value.mean <= solution.bound.expect("a bound"));
    assert!(solution.chance.expect("groups").distance > 10.0, "{:?}", solution.chance);
}
