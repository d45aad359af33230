//! Lists of people, as `grannskap match --people` takes them: read, or refused with words for each problem.
#![no_main]

use grannskap::cli::check_people;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    if let Err(problems) = check_people(bytes) {
        assert!(!problems.is_empty() && problems.iter().all(|problem| !problem.is_empty()));
    }
});
