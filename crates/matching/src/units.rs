//! People who cannot be parted, as one.

use crate::problem::Problem;

/// Everybody, in sets of those who share a group by lock; most sets hold one person. Sets and members by key.
/// A locked group is one set.
pub(crate) fn units(problem: &Problem) -> Vec<Vec<usize>> {
    let mut root: Vec<usize> = (0..problem.people.len()).collect();
    let locked = problem.locks.groups.iter().map(|group| &group.members);
    for set in problem.locks.together.iter().chain(locked) {
        for pair in set.windows(2) {
            let (one, two) = (find(&mut root, pair[0]), find(&mut root, pair[1]));
            root[one] = two;
        }
    }
    let mut by_root: Vec<Vec<usize>> = vec![Vec::new(); problem.people.len()];
    for person in by_key(problem) {
        let root = find(&mut root, person);
        by_root[root].push(person);
    }
    by_root.retain(|unit| !unit.is_empty());
    by_root.sort_by(|one, two| problem.people[one[0]].key.cmp(&problem.people[two[0]].key));
    by_root
}

/// Everybody in the order of their keys.
pub(crate) fn by_key(problem: &Problem) -> Vec<usize> {
    let mut order: Vec<usize> = (0..problem.people.len()).collect();
    order.sort_by(|&one, &two| problem.people[one].key.cmp(&problem.people[two].key));
    order
}

fn find(root: &mut [usize], mut person: usize) -> usize {
    while root[person] != person {
        root[person] = root[root[person]];
        person = root[person];
    }
    person
}
