//! Files of the published puzzles: whatever stands in them is read or refused, never more.

use matching::Budget;
use matching::raw::{Impossible, Instance, ReadError};
use proptest::prelude::*;

/// Text that looks more or less like a file: so that the reader is tried beyond its first line.
fn nearly_a_file() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => (0..12u32).prop_map(|number| number.to_string()),
        1 => any::<i64>().prop_map(|number| number.to_string()),
        1 => any::<f64>().prop_map(|number| number.to_string()),
        1 => prop_oneof![Just("ss".to_owned()), Just("ds".to_owned()), Just("W".to_owned()), Just("\n".to_owned())],
        1 => "\\PC{0,5}",
    ];
    let head = prop_oneof![
        Just("4 2 ds 1 3 1 3".to_owned()),
        Just("6 2 ss 3 3 3 3".to_owned()),
        Just(String::new())
    ];
    (head, prop::collection::vec(word, 0..60)).prop_map(|(head, words)| head + " " + &words.join(" "))
}

/// Solves what was read, and holds the answer against it.
fn try_out(text: &str) -> Result<(), TestCaseError> {
    let Ok(instance) = Instance::parse(text) else { return Ok(()) };
    let found = instance.solve(&Budget { threads: 1, ..Budget::iterations(500) }, 1);
    let found = found.map_err(|error| TestCaseError::fail(error.to_string()))?;
    prop_assert_eq!(found.group.len(), instance.elements());
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        try_out(&String::from_utf8_lossy(&bytes))?;
    }

    #[test]
    fn any_words_are_read_or_refused(text in nearly_a_file()) {
        try_out(&text)?;
    }
}

#[test]
fn refusals_say_what_is_missing_and_where() {
    let refused = |text: &str| Instance::parse(text).expect_err("a broken file").to_string();
    assert_eq!(refused(""), "line 1: the file ends where the number of elements should stand");
    assert_eq!(refused("4 2 ss 2 2\n2"), "line 2: the file ends where an upper bound should stand");
    assert_eq!(refused("4 2 xs 2 2 2 2"), "line 1: \"xs\" stands where ss or ds should");
    assert_eq!(refused("0 2"), "line 1: \"0\" stands where the number of elements from 1 to 20000 should");
    let far = "4 2 ss 2 2 2 2\n0 1 1.5\n0 2 far";
    assert_eq!(refused(far), "line 3: \"far\" stands where an affinity of at most 100000 should");
    let fifth = "4 2 ss 2 2 2 2\r\n\r\n0 4 1.0";
    assert_eq!(refused(fifth), "line 3: \"4\" stands where an element from 0 to 3 should");
    let huge: String = (1..4000).map(|other| format!("0 {other} 99999\n")).collect();
    assert!(matches!(
        Instance::parse(&format!("4000 1 ds 1 4000\n{huge}")),
        Err(ReadError::TooLarge { element: 0, .. })
    ));
}

#[test]
fn bounds_that_cannot_hold_name_the_smallest_way_out() {
    let refused = |text: &str| Instance::parse(text).expect("a file").check().expect_err("impossible bounds");
    assert_eq!(refused("4 2 ds 3 1 1 3"), Impossible::Crossed { group: 0, lower: 3, upper: 1 });
    let few = refused("4 2 ss 3 3 3 3");
    assert_eq!(few, Impossible::TooFew { need: 6, load: 4 });
    assert!(few.to_string().ends_with("lower their least by 2 together"), "{few}");
    assert_eq!(refused("4 2 ds 0 1 0 1"), Impossible::TooMany { room: 2, load: 4 });
    assert_eq!(
        refused("3 3 ds 0 4 0 4 0 4 W 1 6 1"),
        Impossible::TooHeavy { element: 1, weight: 6, most: 4 }
    );
    assert_eq!(Instance::parse("2 3 ds 0 1 0 1 0 1").expect("a file").check(), Ok(()));
}

/// Every way to lay out bounds that leaves no choice, or next to none.
#[test]
fn odd_bounds_are_kept() {
    let pairs = "0 1 1\n0 2 2\n0 3 3\n1 2 4\n1 3 5\n2 3 -6\n";
    for (head, best) in [
        ("4 4 ss 1 1 1 1 1 1 1 1", 0),
        ("4 1 ss 4 4", 9),
        ("4 3 ds 0 4 0 4 0 4", 9),
        ("4 2 ds 1 1 3 3", 9),
        ("4 6 ds 0 1 0 1 0 1 0 1 0 1 0 1", 0),
        ("4 2 ds 5 6 5 6 W 3 3 3 3", 7),
        ("4 2 ds 0 9 0 9 W 0 0 3 3", 9),
    ] {
        let instance = Instance::parse(&format!("{head}\n{pairs}")).expect("a file");
        assert_eq!(instance.check(), Ok(()), "{head}");
        for iterations in [0, 1, 20_000] {
            let found = instance.solve(&Budget::iterations(iterations), 1).expect("threads");
            assert!(found.feasible, "{head} in {iterations}");
            assert!(iterations < 20_000 || found.objective == best * 1000, "{head}: {}", found.objective);
        }
    }
}

/// Weights of one and two in two groups that hold three each: only 2 + 1 twice fits, and the closest pair is together.
#[test]
fn weights_bound_groups() {
    let text = "4 2 ds 3 3 3 3 W 2 2 1 1\n0 1 90\n0 2 5\n0 3 1\n1 2 1\n1 3 5\n2 3 90\n";
    let instance = Instance::parse(text).expect("a file as the format wants it");
    let found = instance.solve(&Budget::iterations(20_000), 1).expect("threads");
    assert!(found.feasible);
    assert_eq!(found.objective, 10_000);
}
