//! Solves a published instance: `solve FILE [--seconds S] [--iterations I] [--seed K] [--threads T]
//! [--out ASSIGNMENT]`. With iterations instead of seconds the result is the same on any machine.
//!
//! Prints one line: objective, whether every group keeps its bounds, and how many exchanges were looked at. The assignment
//! holds one group number per element, in order.

use std::error::Error;
use std::time::{Duration, Instant};

use matching::Budget;
use matching::raw::{DECIMALS, Instance};

fn main() -> Result<(), Box<dyn Error>> {
    let start = Instant::now();
    let mut arguments = std::env::args().skip(1);
    let (mut file, mut out) = (None, None);
    let (mut seconds, mut iterations, mut seed, mut threads) = (None, None, 1, 0);
    while let Some(argument) = arguments.next() {
        let mut value = || arguments.next().ok_or(format!("{argument} needs a value"));
        match argument.as_str() {
            "--seconds" => seconds = Some(value()?.parse::<f64>()?),
            "--iterations" => iterations = Some(value()?.parse()?),
            "--seed" => seed = value()?.parse()?,
            "--threads" => threads = value()?.parse()?,
            "--out" => out = Some(value()?),
            _ => file = Some(argument),
        }
    }
    let file = file.ok_or(
        "usage: solve FILE [--seconds S] [--iterations I] [--seed K] [--threads T] [--out ASSIGNMENT]",
    )?;
    let instance = Instance::parse(&std::fs::read_to_string(&file)?)?;
    let seconds = seconds.or(iterations.is_none().then_some(10.0));
    let end = seconds.map(|seconds| start + Duration::from_secs_f64(seconds * 0.98));
    let over = || end.is_some_and(|end| Instant::now() >= end);
    let budget =
        Budget { iterations: iterations.unwrap_or(u64::MAX), deadline: Some(&over), threads, progress: None };
    let found = instance.solve(&budget, seed)?;
    if let Some(out) = out {
        let numbers: Vec<String> = found.group.iter().map(ToString::to_string).collect();
        std::fs::write(out, numbers.join(" ") + "\n")?;
    }
    let objective = found.objective as f64 / f64::from(DECIMALS);
    println!(
        "{objective:.3} {} {}",
        if found.feasible { "feasible" } else { "infeasible" },
        found.iterations
    );
    Ok(())
}
