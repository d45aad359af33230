//! How long matching takes: rounds drawn from the real organisers, and puzzles made by the published recipes of the
//! maximally diverse grouping problem. Everything is drawn from a seed.
#![allow(missing_docs, reason = "the macro that gathers the benches makes a function")]

use std::fmt::Write;
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};
use matching::raw::Instance;
use matching::{Budget, View, best_group_for, explain, forecast, solve, suggest_changes};

#[path = "../tests/support/generator.rs"]
#[allow(dead_code, reason = "a part of it is used")]
mod generator;
#[path = "../tests/support/sweden.rs"]
mod sweden;

use generator::Dice;
use sweden::sweden;

fn rounds(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("solve");
    group.sample_size(10);
    for (seats, iterations) in [
        (105, 20_000_000),
        (245, 20_000_000),
        (2_000, 20_000_000),
        (20_000, 20_000_000),
        (100_000, 20_000_000),
    ] {
        let problem = sweden(seats, 1);
        let budget = Budget::iterations(iterations);
        group.bench_function(BenchmarkId::from_parameter(seats), |bencher| {
            bencher.iter(|| solve(black_box(&problem), &budget, 1));
        });
    }
    group.finish();
}

/// Groups of six in the order of the seats: what is asked of them does not depend on how good they are.
fn in_order(seats: usize) -> Vec<Vec<usize>> {
    (0..seats).collect::<Vec<_>>().chunks(6).map(<[usize]>::to_vec).collect()
}

fn questions(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("ask");
    group.sample_size(20);
    for seats in [20_000, 100_000] {
        let problem = sweden(seats + 1, 1);
        let groups = in_order(seats);
        group.bench_function(BenchmarkId::new("late joiner", seats), |bencher| {
            bencher.iter(|| best_group_for(black_box(&problem), &groups, seats, 5));
        });
        group.bench_function(BenchmarkId::new("compile", seats), |bencher| {
            bencher.iter(|| View::new(black_box(&problem)).people());
        });
    }
    let problem = sweden(2_000, 1);
    let groups = in_order(2_000);
    group.bench_function("changes among 2000", |bencher| {
        bencher.iter(|| suggest_changes(black_box(&problem), &groups, None, 5));
    });
    group.bench_function("forecast of 2000", |bencher| bencher.iter(|| forecast(black_box(&problem))));
    let small = sweden(105, 1);
    let solution = solve(&small, &Budget::iterations(1_000_000), 1).expect("a feasible round");
    group.bench_function("explain 105", |bencher| bencher.iter(|| explain(black_box(&small), &solution)));
    group.finish();
}

/// A puzzle of so many elements in groups of ten to twenty: `RanReal`, `RanInt` or `Geo`.
fn puzzle(family: &str, elements: usize) -> Instance {
    let mut dice = Dice(elements as u64);
    let groups = elements / 12;
    let mut text = format!("{elements} {groups} ss");
    (0..groups).for_each(|_| text.push_str(" 12 12"));
    text.push('\n');
    let dimensions = 4 + dice.roll(18);
    let points: Vec<Vec<f64>> = (0..elements)
        .map(|_| (0..dimensions).map(|_| dice.roll(100_001) as f64 / 1000.0).collect())
        .collect();
    for (one, from) in points.iter().enumerate() {
        for (two, to) in points.iter().enumerate().skip(one + 1) {
            let distance = match family {
                "RanReal" => dice.roll(100_001) as f64 / 1000.0,
                "RanInt" => dice.roll(101) as f64,
                _ => from.iter().zip(to).map(|(a, b)| (a - b).powi(2)).sum::<f64>().sqrt(),
            };
            writeln!(text, "{one} {two} {distance:.3}").expect("a string takes all text");
        }
    }
    Instance::parse(&text).expect("a puzzle as the format wants it")
}

fn puzzles(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("puzzle");
    group.sample_size(10);
    for family in ["RanReal", "RanInt", "Geo"] {
        for elements in [120, 240, 480] {
            let instance = puzzle(family, elements);
            let budget = Budget::iterations(20_000_000);
            group.bench_function(BenchmarkId::new(family, elements), |bencher| {
                bencher.iter(|| instance.solve(black_box(&budget), 1));
            });
        }
    }
    group.finish();
}

criterion_group!(benches, rounds, questions, puzzles);
criterion_main!(benches);
