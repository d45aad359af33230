//! Checks a solution against the problem from the plain data alone.

use matching::{Category, Format, Keeping, Level, Problem, Solution};

/// Everything wrong with a solution, in words.
pub fn faults(problem: &Problem, solution: &Solution) -> Vec<String> {
    let mut faults = Vec::new();
    let mut seen = vec![0; problem.people.len()];
    solution.groups.iter().flatten().for_each(|&person| seen[person] += 1);
    solution.unplaced.iter().for_each(|it| seen[it.person] += 1);
    for (person, &times) in seen.iter().enumerate() {
        if times != 1 {
            faults.push(format!("person {person} stands {times} times"));
        }
    }
    for (at, group) in solution.groups.iter().enumerate() {
        let lock = problem.locks.groups.get(at);
        if let Some(lock) = lock {
            let inside = lock.members.iter().filter(|person| group.contains(person)).count();
            let dissolved = group.is_empty() && !lock.frozen;
            if !dissolved && inside != lock.members.len() {
                faults.push(format!("locked group {at} misses people"));
            }
            if lock.frozen {
                if group.len() != lock.members.len() {
                    faults.push(format!("frozen group {at} changed"));
                }
                continue;
            }
        }
        group_faults(problem, at, group, &mut faults);
    }
    let group_of = |person: usize| solution.groups.iter().position(|group| group.contains(&person));
    for set in &problem.locks.together {
        if set.iter().any(|&person| group_of(person) != group_of(set[0])) {
            faults.push(format!("{set:?} are not together"));
        }
    }
    faults
}

fn group_faults(problem: &Problem, at: usize, group: &[usize], faults: &mut Vec<String>) {
    if !group.is_empty() && !problem.rules.group_size.contains(&group.len()) {
        faults.push(format!("group {at} has {} people", group.len()));
    }
    for &a in group {
        let organiser = problem.people[a].organiser;
        let from_it = group.iter().filter(|&&b| problem.people[b].organiser == organiser).count();
        if from_it > problem.rules.per_organiser {
            faults.push(format!("group {at} has {from_it} people from organiser {organiser}"));
        }
        for &b in group.iter().filter(|&&b| b != a) {
            if let Some(fault) = pair_fault(problem, a, b) {
                faults.push(format!("group {at}: {a} and {b}: {fault}"));
            }
        }
    }
}

/// Why two people must not share a group, looked at from the first: call it both ways.
pub fn pair_fault(problem: &Problem, a: usize, b: usize) -> Option<&'static str> {
    let (one, two) = (&problem.people[a], &problem.people[b]);
    let (first, second) = (&problem.organisers[one.organiser], &problem.organisers[two.organiser]);
    let kinds: (Category, Category) = (first.category, second.category);
    let levels: (Level, Level) = (one.level, two.level);
    let met = problem.history.people.iter().any(|met| {
        ((met.a, met.b) == (a, b) || (met.a, met.b) == (b, a))
            && met.rounds_ago <= problem.rules.not_again_within
    });
    if problem.rules.categories == Keeping::Apart && kinds.0 != kinds.1 {
        return Some("categories");
    }
    if problem.rules.levels == Keeping::Apart && levels.0 != levels.1 {
        return Some("levels");
    }
    if one.not_with.contains(&b) || two.not_with.contains(&a) {
        return Some("not with");
    }
    if problem.locks.apart.iter().any(|set| set.contains(&a) && set.contains(&b)) {
        return Some("apart");
    }
    if first.rivals.contains(&two.organiser) || second.rivals.contains(&one.organiser) {
        return Some("rivals");
    }
    if met {
        return Some("met recently");
    }
    match (one.format, two.format) {
        (Format::InPerson, Format::Online) | (Format::Online, Format::InPerson) => Some("format"),
        (Format::InPerson, _) | (_, Format::InPerson) => {
            let (from, to) = (first.position?, second.position?);
            let limit = one.travel_limit_km.unwrap_or(u32::MAX).min(two.travel_limit_km.unwrap_or(u32::MAX));
            (one.organiser != two.organiser && kilometres(from, to) > f64::from(limit)).then_some("travel")
        }
        _ => None,
    }
}

/// Great-circle distance by the spherical law of cosines: another formula than the library's.
fn kilometres(from: (f64, f64), to: (f64, f64)) -> f64 {
    let radians = |(lat, lon): (f64, f64)| (lat.to_radians(), lon.to_radians());
    let ((a, b), (c, d)) = (radians(from), radians(to));
    6371.0088 * (a.sin() * c.sin() + a.cos() * c.cos() * (b - d).cos()).clamp(-1.0, 1.0).acos()
}
