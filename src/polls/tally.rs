//! How slots suit: who can, who would miss, who has not said; and the slots in order of how many can.

use std::cmp::Reverse;

use super::answer::Suits;
use super::asked::Asked;
use super::poll::Slot;
use crate::db::types::Timestamp;

/// How one slot suits those who are asked.
#[derive(Debug)]
pub(super) struct Tally<'a> {
    pub slot: Slot,
    /// How many it suits.
    pub yes: usize,
    /// How many can if need be.
    pub if_need_be: usize,
    /// Who would miss it.
    pub missing: Vec<&'a Asked>,
    /// Who has not said.
    pub unanswered: Vec<&'a Asked>,
}

impl Tally<'_> {
    /// How many can, if need be.
    pub fn can(&self) -> usize {
        self.yes + self.if_need_be
    }

    /// The best slots come first: where most can, then where most can gladly, then where fewest would miss, then the earliest.
    pub fn rank(&self) -> impl Ord + use<> {
        (Reverse(self.can()), Reverse(self.yes), self.missing.len(), self.slot.span)
    }
}

/// How each slot suits, in the order of the slots.
pub(super) fn tallies<'a>(slots: &[Slot], asked: &'a [Asked]) -> Vec<Tally<'a>> {
    let none = |slot: &Slot| Tally {
        slot: *slot,
        yes: 0,
        if_need_be: 0,
        missing: Vec::new(),
        unanswered: Vec::new(),
    };
    let mut tallies: Vec<Tally<'a>> = slots.iter().map(none).collect();
    for each in asked {
        for tally in &mut tallies {
            match each.said.of(tally.slot.number) {
                Some(Suits::Yes) => tally.yes += 1,
                Some(Suits::IfNeedBe) => tally.if_need_be += 1,
                Some(Suits::No) => tally.missing.push(each),
                None => tally.unanswered.push(each),
            }
        }
    }
    tallies
}

/// The slots that lie ahead, the best first.
pub(super) fn ranked<'a>(slots: &[Slot], asked: &'a [Asked], now: Timestamp) -> Vec<Tally<'a>> {
    let mut ahead = tallies(slots, asked);
    ahead.retain(|tally| tally.slot.is_ahead(now));
    ahead.sort_by_key(Tally::rank);
    ahead
}

/// Those who have not said of every slot ahead whether it suits.
pub(super) fn owing<'a>(slots: &[Slot], asked: &'a [Asked], now: Timestamp) -> Vec<&'a Asked> {
    let owes =
        |each: &&Asked| slots.iter().any(|slot| slot.is_ahead(now) && each.said.of(slot.number).is_none());
    asked.iter().filter(owes).collect()
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;
    use proptest::prelude::*;

    use super::*;
    use crate::db::types::Id;
    use crate::polls::Span;

    fn id(n: usize) -> Id {
        Id(uuid::Uuid::from_u128(u128::try_from(n).unwrap()))
    }

    fn moment(hours: usize) -> Timestamp {
        let start: chrono::DateTime<chrono::Utc> = "2026-12-01T08:00:00Z".parse().unwrap();
        Timestamp::from(start) + TimeDelta::hours(i64::try_from(hours).unwrap())
    }

    fn slots(count: usize) -> Vec<Slot> {
        let span = |n| Span { starts_at: moment(n * 24), ends_at: moment(n * 24 + 1) };
        (0..count).map(|n| Slot { number: i32::try_from(n).unwrap(), span: span(n) }).collect()
    }

    /// Row by row: what each says of each slot; `None` for nothing.
    fn asked(rows: &[Vec<Option<Suits>>]) -> Vec<Asked> {
        let of = |(slot, suits): (usize, &Option<Suits>)| Some((i32::try_from(slot).unwrap(), (*suits)?));
        let each = |(n, row): (usize, &Vec<Option<Suits>>)| {
            Asked::for_test(id(n), id(100 + n), row.iter().enumerate().filter_map(of).collect())
        };
        rows.iter().enumerate().map(each).collect()
    }

    #[test]
    fn the_best_slot_is_where_most_can() {
        let (yes, need, no) = (Some(Suits::Yes), Some(Suits::IfNeedBe), Some(Suits::No));
        let asked = asked(&[vec![yes, need, yes, yes], vec![no, need, yes, need], vec![None, need, no, yes]]);
        let slots = slots(4);
        let order: Vec<i32> = ranked(&slots, &asked, moment(0) - TimeDelta::hours(1))
            .iter()
            .map(|tally| tally.slot.number)
            .collect();
        assert_eq!(order, [3, 1, 2, 0]);
        // The first has begun.
        assert_eq!(ranked(&slots, &asked, moment(0)).len(), 3);
        let waits = owing(&slots, &asked, moment(0) - TimeDelta::hours(1));
        assert_eq!(waits.iter().map(|each| each.seat).collect::<Vec<_>>(), [id(2)]);
        assert!(owing(&slots, &asked, moment(0)).is_empty());
    }

    proptest! {
        #[test]
        fn everybody_counts_once_and_the_order_holds(rows in prop::collection::vec(
            prop::collection::vec(prop::option::of(prop::sample::select(Suits::ALL.to_vec())), 6), 0..8)) {
            let (slots, asked) = (slots(6), asked(&rows));
            let before = moment(0) - TimeDelta::hours(1);
            let all = ranked(&slots, &asked, before);
            prop_assert_eq!(all.len(), 6);
            for tally in &all {
                let sum = tally.can() + tally.missing.len() + tally.unanswered.len();
                prop_assert_eq!(sum, asked.len());
            }
            for pair in all.windows(2) {
                prop_assert!(pair[0].can() >= pair[1].can());
            }
            let full = rows.iter().all(|row| row.iter().all(Option::is_some));
            prop_assert_eq!(owing(&slots, &asked, before).is_empty(), full);
        }
    }
}
