//! Whose turn it is: who has had a role least often, then longest ago, then who joined the group first.

use std::collections::HashSet;

use super::role::{Role, Turn};
use crate::db::types::{Id, Timestamp};

/// Why a role is proposed to somebody. Texts: `role-why-…`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// They have not had it yet.
    Never,
    /// They have had it fewer times than others; last then.
    Seldom(Timestamp),
    /// Everybody has had it as often; they longest ago, then.
    LongAgo(Timestamp),
}

/// To whom of the `seats`, which come in the order of joining, each free role of a meetup is proposed and why. Nobody is
/// proposed for a second role while somebody has none, and nobody for what they have given up there.
pub fn propose(meetup: Id, seats: &[Id], turns: &[Turn]) -> Vec<(Role, Id, Reason)> {
    let here = |turn: &&Turn| turn.meetup == meetup;
    let holds = |turn: &&Turn| turn.given_up_at.is_none() && seats.contains(&turn.seat);
    let mut busy: HashSet<Id> = turns.iter().filter(here).filter(holds).map(|turn| turn.seat).collect();
    let mut proposals = Vec::new();
    for role in Role::ALL {
        let mut own = turns.iter().filter(here).filter(|turn| turn.role == *role);
        if own.clone().any(|turn| holds(&turn)) {
            continue;
        }
        let refused = own.find(|turn| turn.given_up_at.is_some()).map(|turn| turn.seat);
        let willing = || seats.iter().copied().filter(|seat| Some(*seat) != refused);
        let idle: Vec<Id> = willing().filter(|seat| !busy.contains(seat)).collect();
        let asked = if idle.is_empty() { willing().collect() } else { idle };
        let had = |seat: Id| -> Vec<Timestamp> {
            let past = turns.iter().filter(|turn| turn.meetup != meetup && turn.given_up_at.is_none());
            past.filter(|turn| turn.role == *role && turn.seat == seat).map(|turn| turn.at).collect()
        };
        let rank = |seat: &Id| {
            let times = had(*seat);
            (times.len(), times.into_iter().max())
        };
        let Some(seat) = asked.iter().copied().min_by_key(rank) else { continue };
        let (count, last) = rank(&seat);
        let others_more = seats.iter().any(|other| had(*other).len() > count);
        let reason = match last {
            None => Reason::Never,
            Some(last) if others_more => Reason::Seldom(last),
            Some(last) => Reason::LongAgo(last),
        };
        busy.insert(seat);
        proposals.push((*role, seat, reason));
    }
    proposals
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    fn id(n: u128) -> Id {
        Id(uuid::Uuid::from_u128(n))
    }

    fn day(n: i64) -> Timestamp {
        let start: chrono::DateTime<chrono::Utc> = "2026-12-01T08:00:00Z".parse().unwrap();
        Timestamp::from(start) + TimeDelta::days(n)
    }

    fn turn(meetup: u128, role: Role, seat: u128) -> Turn {
        let at = day(i64::try_from(meetup).unwrap());
        Turn { meetup: id(meetup), at, role, seat: id(seat), given_up_at: None }
    }

    #[test]
    fn roles_go_round() {
        let seats = [id(1), id(2), id(3)];
        // Nobody has done anything: in the order of joining, one role each.
        let first = propose(id(10), &seats, &[]);
        let wanted: Vec<(Role, Id, Reason)> =
            Role::ALL.iter().zip(seats).map(|(role, seat)| (*role, seat, Reason::Never)).collect();
        assert_eq!(first, wanted);
        assert_eq!(first, propose(id(10), &seats, &[]), "stable");
        // Over three meetups each has hosted once; then the one of longest ago.
        let mut turns = Vec::new();
        for meetup in 10..13 {
            let (role, seat, reason) = propose(id(meetup), &seats, &turns)[0];
            assert_eq!((role, reason), (Role::Host, Reason::Never));
            let at = day(i64::try_from(meetup).unwrap());
            turns.push(Turn { meetup: id(meetup), at, role, seat, given_up_at: None });
        }
        assert_eq!(propose(id(13), &seats, &turns)[0], (Role::Host, id(1), Reason::LongAgo(day(10))));
        // Who has hosted twice waits until the others have.
        turns.push(turn(13, Role::Host, 2));
        assert_eq!(propose(id(14), &seats, &turns)[0], (Role::Host, id(1), Reason::Seldom(day(10))));
    }

    #[test]
    fn what_is_held_or_given_up_is_not_proposed_again() {
        let seats = [id(1), id(2)];
        let mut turns = vec![turn(10, Role::Facilitator, 1)];
        // The other two roles: the first goes to who has none, then anybody.
        let all = propose(id(10), &seats, &turns);
        assert_eq!(all, [(Role::Host, id(2), Reason::Never), (Role::NoteTaker, id(1), Reason::Never)]);
        turns[0].given_up_at = Some(day(1));
        let all = propose(id(10), &seats, &turns);
        assert!(all.contains(&(Role::Facilitator, id(2), Reason::Never)), "{all:?}");
        // A role of somebody who has left is free; where nobody is left there is nothing to propose.
        assert_eq!(propose(id(10), &seats, &[turn(10, Role::Host, 9)])[0].0, Role::Host);
        assert!(propose(id(10), &[], &turns).is_empty());
        turns.push(turn(9, Role::Host, 1));
        assert!(propose(id(10), &[id(1)], &turns).iter().all(|(role, ..)| *role != Role::Facilitator));
    }
}
