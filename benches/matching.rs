//! Matching at scale: the example of the engine, `crates/matching/examples/scale.rs`, beside its budgets.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::as_conversions, clippy::disallowed_methods)] // figures for people; durations, not time of day

mod support;

use std::process::Command;
use std::time::Instant;

use support::report::{budget, figure, heading};
use support::{Options, fail};

fn main() {
    let options = Options::read();
    heading(&format!("matching: {} seats", options.seats));
    let cargo = std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned());
    let mut command = Command::new(cargo);
    command.args(["run", "--release", "--quiet", "--package", "matching", "--example", "scale", "--"]);
    // Built before the clock starts: a round of two groups.
    let built = Command::new(command.get_program()).args(command.get_args()).args(["20", "1"]).output();
    if !built.is_ok_and(|output| output.status.success()) {
        fail("crates/matching/examples/scale.rs does not run");
    }
    let begun = Instant::now();
    let output = command.args([options.seats.to_string(), options.seconds.to_string()]).output();
    let output = output.unwrap_or_else(|error| fail(&error.to_string()));
    let (took, said) = (begun.elapsed().as_secs_f64(), String::from_utf8_lossy(&output.stdout).into_owned());
    let after = |mark: &str| {
        said.split(mark).nth(1).and_then(|rest| rest.split_whitespace().next()).map(str::to_owned)
    };
    let (Some(broken), Some(newcomer), Some(peak)) =
        (after("broken rules "), after("newcomer "), after("VmHWM:"))
    else {
        fail(&format!("matching failed: {}", String::from_utf8_lossy(&output.stderr)));
    };
    let peak = peak.parse::<f64>().unwrap_or(0.0) / 1024.0;
    let newcomer = newcomer.trim_end_matches(',').to_owned();
    budget("matched, with reading and checking", "≤ 60 s", &format!("{took:.1} s"), took <= 60.0);
    budget("rules broken", "0", &broken, broken == "0");
    budget("memory", "< 1000 MB", &format!("{peak:.0} MB"), peak < 1000.0);
    budget(
        "a late joiner is placed",
        "< 50 ms",
        &newcomer,
        milliseconds(&newcomer).is_some_and(|ms| ms < 50.0),
    );
    said.lines()
        .filter(|line| line.contains("bound") || line.starts_with("random"))
        .for_each(|line| figure("", line));
}

/// A duration as Rust prints it.
fn milliseconds(text: &str) -> Option<f64> {
    let number = |unit: &str| text.strip_suffix(unit).and_then(|number| number.parse::<f64>().ok());
    let micros = number("µs").map(|n| n / 1000.0);
    number("ms")
        .or(micros)
        .or_else(|| number("ns").map(|n| n / 1e6))
        .or_else(|| number("s").map(|n| n * 1000.0))
}
