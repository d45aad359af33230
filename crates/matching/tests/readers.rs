//! Files of the published puzzles: whatever stands in them is read or refused, never more.

use matching::Budget;
use matching::raw::{Instance, ReadError};
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
fn refusals_say_what_is_missing() {
    let refused = |text: &str| Instance::parse(text).expect_err("a broken file");
    assert_eq!(refused(""), ReadError::Missing("the number of elements"));
    assert_eq!(refused("4 2 ss 2 2 2"), ReadError::Missing("an upper bound"));
    assert!(matches!(refused("4 2 xs 2 2 2 2"), ReadError::Unexpected { .. }));
    assert!(matches!(refused("4 2 ss 2 2 2 2 0 1 far"), ReadError::Unexpected { .. }));
    assert!(matches!(refused("4 2 ss 2 2 2 2 0 4 1.0"), ReadError::Unexpected { .. }));
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
