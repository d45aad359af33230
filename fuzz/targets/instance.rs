//! Files of published puzzles: read or refused; what was read is solved, and the answer is what it says.
#![no_main]

use libfuzzer_sys::fuzz_target;
use matching::Budget;
use matching::raw::Instance;

/// Elements up to which a puzzle is solved: the rest is only read.
const MOST_SOLVED: usize = 40;

fuzz_target!(|bytes: &[u8]| {
    let Ok(instance) = Instance::parse(&String::from_utf8_lossy(bytes)) else { return };
    let possible = instance.check().is_ok();
    if instance.elements() > MOST_SOLVED {
        return;
    }
    let budget = Budget { threads: 1, ..Budget::iterations(300) };
    let found = instance.solve(&budget, 1).expect("a thread");
    assert_eq!(found.group.len(), instance.elements());
    assert_eq!(found.feasible, found.missed == 0);
    assert!(possible || !found.feasible);
});
