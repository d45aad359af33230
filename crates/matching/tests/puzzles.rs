//! Small puzzles with bounds and weights of all kinds, held against every partition there is.

use std::sync::atomic::{AtomicU64, Ordering};

use matching::Budget;
use matching::raw::Instance;
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Puzzle {
    bounds: Vec<(u32, u32)>,
    weights: Vec<u32>,
    affinities: Vec<Vec<i64>>,
}

fn any_puzzle() -> impl Strategy<Value = Puzzle> {
    (1..8usize, 1..4usize).prop_flat_map(|(elements, groups)| {
        let bounds = prop::collection::vec((0..9u32, 0..12u32), groups);
        let weights = prop_oneof![
            Just(vec![1; elements]),
            prop::collection::vec(1..4u32, elements),
            prop::collection::vec(0..11u32, elements)
        ];
        let affinities = prop::collection::vec(prop::collection::vec(-50..100i64, elements), elements);
        (bounds, weights, affinities).prop_map(|(bounds, weights, affinities)| Puzzle {
            bounds: bounds.into_iter().map(|(lower, more)| (lower, lower + more)).collect(),
            weights,
            affinities,
        })
    })
}

impl Puzzle {
    fn file(&self) -> String {
        let bounds: Vec<String> =
            self.bounds.iter().map(|(lower, upper)| format!("{lower} {upper}")).collect();
        let weights: Vec<String> = self.weights.iter().map(ToString::to_string).collect();
        let elements = self.weights.len();
        let head = format!("{elements} {} ds {} W {}\n", bounds.len(), bounds.join(" "), weights.join(" "));
        let pairs = (0..elements).flat_map(|two| (0..two).map(move |one| (one, two)));
        pairs.fold(head, |text, (one, two)| text + &format!("{one} {two} {}\n", self.affinities[two][one]))
    }

    /// The sum inside groups; none where a group misses its bounds.
    fn worth(&self, group: &[usize]) -> Option<i64> {
        let kept = self.bounds.iter().enumerate().all(|(at, (lower, upper))| {
            let members = group.iter().zip(&self.weights).filter(|&(&group, _)| group == at);
            (lower..=upper).contains(&&members.map(|(_, weight)| weight).sum::<u32>())
        });
        let pairs = (0..group.len()).flat_map(|two| (0..two).map(move |one| (one, two)));
        let inside = pairs.filter(|&(one, two)| group[one] == group[two]);
        kept.then(|| inside.map(|(one, two)| self.affinities[two][one]).sum())
    }

    fn best(&self, group: &mut Vec<usize>) -> Option<i64> {
        if group.len() == self.weights.len() {
            return self.worth(group);
        }
        let mut best = None;
        for at in 0..self.bounds.len() {
            group.push(at);
            best = best.max(self.best(group));
            group.pop();
        }
        best
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, ..ProptestConfig::default() })]

    #[test]
    fn nothing_better_exists_for_a_few_elements(puzzle in any_puzzle(), seed in 0..u64::MAX) {
        let instance = Instance::parse(&puzzle.file()).expect("a file");
        let best = puzzle.best(&mut Vec::new());
        prop_assert!(best.is_none() || instance.check().is_ok());
        let found = instance.solve(&Budget { threads: 1, ..Budget::iterations(1000) }, seed).expect("threads");
        prop_assert_eq!(found.feasible, best.is_some());
        let group: Vec<usize> = found.group.iter().map(|&group| usize::from(group)).collect();
        prop_assert_eq!(puzzle.worth(&group), best);
        prop_assert!(best.is_none_or(|best| found.objective == best * 1000));
    }
}

/// Puzzles too large to try everything: of equal groups, with bounds, with weights.
const LARGER: [&str; 3] = [
    "30 5 ss 6 6 6 6 6 6 6 6 6 6",
    "30 5 ds 4 8 4 8 5 7 3 9 4 8",
    "18 4 ds 20 30 20 30 20 30 20 30 W 1 2 3 4 5 6 7 8 9 10 1 2 3 4 5 6 7 8",
];

fn larger(seed: u64, head: &str) -> Instance {
    let elements: u64 = head[..2].parse().expect("elements");
    let mut bits = seed | 1;
    let mut text = head.to_owned() + "\n";
    for two in 0..elements {
        for one in 0..two {
            bits = bits.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(&format!("{one} {two} {}\n", (bits >> 33) % 101));
        }
    }
    Instance::parse(&text).expect("a file")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn more_time_is_never_worse(seed in 0..u64::MAX, less in 0..300u64, more in 0..3_000u64) {
        for head in LARGER {
            let instance = larger(seed, head);
            // One thread looks at the clock in the same order every time: stopped later, it has done the same and more.
            let stopped_after = |looks: u64| {
                let looked = AtomicU64::new(0);
                let over = || looked.fetch_add(1, Ordering::Relaxed) >= looks;
                let budget = Budget { threads: 1, deadline: Some(&over), ..Budget::iterations(2_000_000) };
                instance.solve(&budget, seed).expect("threads")
            };
            let (early, late) = (stopped_after(less), stopped_after(less + more));
            prop_assert!(
                (early.missed, -early.objective) >= (late.missed, -late.objective),
                "{}: {:?} after {:?}", head, late, early
            );
        }
    }

    #[test]
    fn threads_change_nothing(seed in 0..u64::MAX) {
        for head in LARGER {
            let instance = larger(seed, head);
            for iterations in [5_000, 400_000] {
                let solve = |threads| {
                    let budget = Budget { threads, ..Budget::iterations(iterations) };
                    instance.solve(&budget, seed).expect("threads")
                };
                prop_assert_eq!(&solve(1), &solve(3), "{} in {}", head, iterations);
            }
        }
    }
}
