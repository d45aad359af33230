//! Whose turn it is to host: the rule, without clock or database.

use matching::distance_km;

use crate::db::types::Timestamp;

/// Latitude and longitude in degrees.
pub type Point = (f64, f64);

/// Somebody who travels to meetups.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Traveller {
    /// Where they come from.
    pub from: Point,
    /// Kilometres that they have travelled already.
    pub so_far: f64,
}

/// Where the group could meet.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Candidate {
    /// Where that is.
    pub at: Point,
    /// When the group met there last.
    pub last: Option<Timestamp>,
}

/// What meeting at a candidate would mean.
#[derive(Debug, Clone, PartialEq)]
pub struct Prospect {
    /// Its place in the list of candidates.
    pub candidate: usize,
    /// Kilometres that all travel to that meetup, together.
    pub together: f64,
    /// Kilometres that each will have travelled then, in the order of the travellers.
    pub after: Vec<f64>,
}

impl Prospect {
    /// Kilometres of whoever will have travelled most.
    pub fn most(&self) -> f64 {
        self.after.iter().copied().fold(0.0, f64::max)
    }
}

/// What meeting at each of the candidates would mean, the best first: where whoever has travelled most will have travelled
/// least; then where all travel least together; then where the group never met or met longest ago; then as listed. Each way
/// is rounded to whole kilometres.
///
/// The rule spares whoever has gone farthest. It does not send those in the middle of the group far away for the sake of
/// equal numbers: that would make nobody's way shorter. Who has just joined or seldom comes does not pull it either way.
pub fn prospects(travellers: &[Traveller], candidates: &[Candidate]) -> Vec<Prospect> {
    let mut all: Vec<Prospect> = (0..)
        .zip(candidates)
        .map(|(candidate, host)| {
            let ways: Vec<f64> = travellers.iter().map(|each| way(each.from, host.at)).collect();
            let after = travellers.iter().zip(&ways).map(|(each, way)| each.so_far + way).collect();
            Prospect { candidate, together: ways.iter().fold(0.0, |sum, way| sum + way), after }
        })
        .collect();
    let last = |prospect: &Prospect| candidates.get(prospect.candidate).and_then(|host| host.last);
    all.sort_by(|one, two| {
        one.most()
            .total_cmp(&two.most())
            .then_with(|| one.together.total_cmp(&two.together))
            .then_with(|| last(one).cmp(&last(two)))
    });
    all
}

/// Whole kilometres between two points.
pub(super) fn way(from: Point, to: Point) -> f64 {
    distance_km(from, to).round()
}

#[cfg(test)]
mod tests {
    use chrono::{TimeDelta, TimeZone, Utc};
    use proptest::prelude::*;

    use super::*;

    /// On one line from north to south: a degree of latitude is 111 km.
    fn at(latitude: f64) -> Point {
        (latitude, 13.5)
    }

    fn traveller(latitude: f64, so_far: f64) -> Traveller {
        Traveller { from: at(latitude), so_far }
    }

    fn day(n: i64) -> Timestamp {
        Timestamp::from(Utc.with_ymd_and_hms(2026, 1, 1, 12, 0, 0).unwrap()) + TimeDelta::days(n)
    }

    fn candidate(latitude: f64, last: Option<i64>) -> Candidate {
        Candidate { at: at(latitude), last: last.map(day) }
    }

    fn order(travellers: &[Traveller], candidates: &[Candidate]) -> Vec<usize> {
        prospects(travellers, candidates).into_iter().map(|prospect| prospect.candidate).collect()
    }

    #[test]
    fn the_middle_comes_first_and_then_those_who_have_travelled() {
        let hosts = [candidate(55.0, None), candidate(56.0, None), candidate(57.0, None)];
        let fresh = [traveller(55.0, 0.0), traveller(56.0, 0.0), traveller(57.0, 0.0)];
        assert_eq!(order(&fresh, &hosts), [1, 0, 2]);
        let best = &prospects(&fresh, &hosts)[0];
        assert_eq!(
            (best.together, best.most(), best.after.as_slice()),
            (222.0, 111.0, &[111.0, 0.0, 111.0][..])
        );
        // Whoever is in the middle has not travelled yet: the ends take turns, first the one that has gone farther.
        let later = [traveller(55.0, 100.0), traveller(56.0, 0.0), traveller(57.0, 300.0)];
        assert_eq!(order(&later, &hosts)[0], 2);
    }

    #[test]
    fn what_is_equal_goes_to_whoever_hosted_longest_ago() {
        let both = [traveller(55.0, 0.0), traveller(56.0, 0.0)];
        let hosts = |one, two| [candidate(55.0, one), candidate(56.0, two)];
        assert_eq!(order(&both, &hosts(None, None)), [0, 1]);
        assert_eq!(order(&both, &hosts(Some(3), None)), [1, 0]);
        assert_eq!(order(&both, &hosts(Some(3), Some(2))), [1, 0]);
        assert_eq!(order(&both, &hosts(Some(2), Some(3))), [0, 1]);
    }

    #[test]
    fn of_two_with_the_same_most_the_shorter_way_for_all_comes_first() {
        // The one who has gone far stays where they are at both; the other two travel less to the second.
        let travellers = [traveller(55.0, 900.0), traveller(55.0, 0.0), traveller(56.0, 0.0)];
        let far = Candidate { at: at(55.0), last: None };
        let hosts = [candidate(57.0, None), far];
        assert_eq!(order(&travellers, &hosts), [1, 0]);
        assert!(prospects(&[], &hosts).iter().all(|each| each.most() == 0.0 && each.together == 0.0));
        assert!(prospects(&travellers, &[]).is_empty());
    }

    #[test]
    fn over_a_year_nobody_goes_as_far_as_with_one_host_or_with_each_in_turn() {
        let places = [55.4, 55.9, 56.1, 57.0];
        let after = |choose: &dyn Fn(usize, &[Traveller], &[Candidate]) -> usize| {
            let mut travellers = places.map(|latitude| traveller(latitude, 0.0));
            let mut hosts = places.map(|latitude| candidate(latitude, None));
            for turn in 0..24 {
                let chosen = choose(turn, &travellers, &hosts);
                hosts[chosen].last = Some(day(i64::try_from(turn).unwrap() * 14));
                for each in &mut travellers {
                    each.so_far += way(each.from, hosts[chosen].at);
                }
            }
            travellers.iter().map(|each| each.so_far).fold(0.0, f64::max)
        };
        let suggested = after(&|_, travellers, hosts| order(travellers, hosts)[0]);
        assert!(suggested < after(&|turn, _, _| turn % 4));
        for host in 0..4 {
            assert!(suggested < after(&|_, _, _| host), "{host}");
        }
    }

    fn points() -> impl Strategy<Value = Vec<(f64, f64, f64)>> {
        proptest::collection::vec((55.0_f64..69.0, 11.0_f64..24.0, 0.0_f64..900.0), 1..9)
    }

    proptest! {
        #[test]
        fn everybody_comes_once_and_the_first_is_the_fairest(people in points(), places in points()) {
            let travellers: Vec<Traveller> =
                people.iter().map(|(x, y, km)| Traveller { from: (*x, *y), so_far: km.round() }).collect();
            let hosts: Vec<Candidate> =
                places.iter().map(|(x, y, _)| Candidate { at: (*x, *y), last: None }).collect();
            let found = prospects(&travellers, &hosts);
            let mut seen: Vec<usize> = found.iter().map(|each| each.candidate).collect();
            prop_assert!(found.windows(2).all(|pair| pair[0].most() <= pair[1].most()));
            for each in &found {
                let before: f64 = travellers.iter().map(|each| each.so_far).sum();
                prop_assert_eq!(each.after.iter().sum::<f64>(), before + each.together);
                prop_assert!(each.after.iter().zip(&travellers).all(|(after, each)| *after >= each.so_far));
            }
            // In whatever order people come, the candidates come in the same; so they do when all have gone farther.
            let mut turned = travellers.clone();
            turned.reverse();
            let farther: Vec<Traveller> =
                travellers.iter().map(|each| Traveller { so_far: each.so_far + 500.0, ..*each }).collect();
            prop_assert_eq!(&seen, &order(&turned, &hosts));
            prop_assert_eq!(&seen, &order(&farther, &hosts));
            seen.sort_unstable();
            prop_assert_eq!(seen, (0..hosts.len()).collect::<Vec<_>>());
        }
    }
}
