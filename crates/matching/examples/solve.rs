//! Solves a published instance: `solve FILE [--seconds S] [--iterations I] [--seed K] [--threads T]
//! [--out ASSIGNMENT]`. With iterations instead of seconds the result is the same on any machine.
//!
//! Prints one line: objective, whether every group keeps its bounds, and how many exchanges were looked at. The assignment
//! holds one group number per element, in order. What is wrong is said on the error output, and the exit code is 1.

use std::error::Error;
use std::process::ExitCode;
use std::str::FromStr;
use std::time::{Duration, Instant};

use matching::Budget;
use matching::raw::{DECIMALS, Instance, Partition};

const USAGE: &str =
    "usage: solve FILE [--seconds S] [--iterations I] [--seed K] [--threads T] [--out ASSIGNMENT]";

/// Share of the time that the search may take: the rest is for reading the file and the last descent.
const SEARCH: f64 = 0.98;

/// Longest time taken, in seconds: a year.
const LONGEST: f64 = 366.0 * 86_400.0;

struct Wishes {
    file: String,
    out: Option<String>,
    seconds: Option<f64>,
    iterations: Option<u64>,
    seed: u64,
    threads: usize,
}

fn main() -> ExitCode {
    let start = Instant::now();
    match wishes().and_then(|wishes| answer(&wishes, start)) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("solve: {error}");
            ExitCode::FAILURE
        }
    }
}

fn wishes() -> Result<Wishes, Box<dyn Error>> {
    let mut wishes =
        Wishes { file: String::new(), out: None, seconds: None, iterations: None, seed: 1, threads: 0 };
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or_else(|| format!("{argument} needs a value"));
        match argument.as_str() {
            "--seconds" => wishes.seconds = Some(number(&argument, &value()?)?),
            "--iterations" => wishes.iterations = Some(number(&argument, &value()?)?),
            "--seed" => wishes.seed = number(&argument, &value()?)?,
            "--threads" => wishes.threads = number(&argument, &value()?)?,
            "--out" => wishes.out = Some(value()?),
            _ if argument.starts_with("--") => return Err(format!("{argument} is unknown; {USAGE}").into()),
            _ => wishes.file = argument,
        }
    }
    if wishes.file.is_empty() {
        return Err(USAGE.into());
    }
    if wishes.seconds.is_some_and(|seconds| !(0.0..=LONGEST).contains(&seconds)) {
        return Err(format!("--seconds goes from 0 to {LONGEST}").into());
    }
    Ok(wishes)
}

fn number<T: FromStr>(argument: &str, value: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("{argument} needs a number, and {value:?} is none"))
}

fn answer(wishes: &Wishes, start: Instant) -> Result<ExitCode, Box<dyn Error>> {
    let file = &wishes.file;
    let text = std::fs::read_to_string(file).map_err(|error| format!("{file}: {error}"))?;
    let instance = Instance::parse(&text).map_err(|error| format!("{file}: {error}"))?;
    instance.check().map_err(|error| format!("{file}: {error}"))?;
    let seconds = wishes.seconds.or(wishes.iterations.is_none().then_some(10.0));
    let end = seconds.map(|seconds| start + Duration::from_secs_f64(seconds * SEARCH));
    let over = || end.is_some_and(|end| Instant::now() >= end);
    let budget = Budget {
        iterations: wishes.iterations.unwrap_or(u64::MAX),
        deadline: Some(&over),
        threads: wishes.threads,
        progress: None,
    };
    let found = instance.solve(&budget, wishes.seed)?;
    if let Some(out) = &wishes.out {
        let numbers: Vec<String> = found.group.iter().map(ToString::to_string).collect();
        std::fs::write(out, numbers.join(" ") + "\n").map_err(|error| format!("{out}: {error}"))?;
    }
    print(&found);
    if found.feasible {
        return Ok(ExitCode::SUCCESS);
    }
    Err(format!("{file}: no partition within the bounds was found; this one misses them by {}", found.missed)
        .into())
}

fn print(found: &Partition) {
    let objective = found.objective as f64 / f64::from(DECIMALS);
    let feasible = if found.feasible { "feasible" } else { "infeasible" };
    println!("{objective:.3} {feasible} {}", found.iterations);
}
