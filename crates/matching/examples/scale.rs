//! A round at scale, drawn from the real organisers: `scale [SEATS] [SECONDS]`. Prints time, mean affinity beside random groups, and memory.

use std::error::Error;
use std::time::{Duration, Instant};

use matching::{
    Budget, Problem, Solution, View, best_group_for, broken_rules, solve, suggest_after_withdrawal,
    suggest_changes,
};

#[path = "../tests/support/generator.rs"]
#[allow(dead_code, reason = "a part of it is used")]
mod generator;
#[path = "../tests/support/sweden.rs"]
mod sweden;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let seats: usize = arguments.next().map_or(Ok(100_000), |it| it.parse())?;
    let seconds: f64 = arguments.next().map_or(Ok(50.0), |it| it.parse())?;
    let problem = sweden::sweden(seats, 1);
    let start = Instant::now();
    let end = start + Duration::from_secs_f64(seconds);
    let over = || Instant::now() >= end;
    let solution = solve(&problem, &Budget { deadline: Some(&over), ..Budget::enough_for(seats) }, 1)?;
    println!("time {:?}, exchanges {}", start.elapsed(), solution.iterations);
    println!("{:?}, bound {:?}, unplaced {}", solution.value, solution.bound, solution.unplaced.len());
    println!("at most {} per mille from the best possible", solution.gap_per_mille().unwrap_or(1000));
    if let Some(chance) = solution.chance {
        println!(
            "random groups that keep the rules: mean {:.0}, deviation {:.2}, {:.0} deviations below",
            chance.mean, chance.deviation, chance.distance
        );
    }
    println!("broken rules {}", broken_rules(&problem, &solution.groups).len());
    let view = View::new(&problem);
    let pairs =
        (0..seats.min(50_000)).map(|at| (at, (at * 7919 + 1) % seats)).filter(|(one, two)| one != two);
    let (sum, count) =
        pairs.fold((0, 0), |(sum, count), (one, two)| (sum + i64::from(view.affinity(one, two)), count + 1));
    println!("random mean {}", sum / count.max(1));
    ask(&problem, &solution);
    println!("greedy mean {}", greedy(&view, seats));
    let memory = std::fs::read_to_string("/proc/self/status")?;
    memory.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("{line}"));
    Ok(())
}

/// What coordinators ask after publishing, and how long the answers take.
fn ask(problem: &Problem, solution: &Solution) {
    let mut groups = solution.groups.clone();
    let newcomer = groups[0].remove(0);
    let timed = || {
        let start = Instant::now();
        let openings = best_group_for(problem, &groups, newcomer, 5);
        (start.elapsed(), openings.len())
    };
    let best = (0..9).map(|_| timed()).min().unwrap_or_default();
    println!("newcomer {:?} (best of nine), {} openings", best.0, best.1);
    let start = Instant::now();
    let changes = suggest_changes(problem, &groups, Some(newcomer), 3);
    println!("changes {:?}", start.elapsed());
    changes.iter().for_each(|it| println!("  moved {} gain {} mean {}", it.moved, it.gain, it.mean));
    let least = *problem.rules.group_size.start();
    groups[0].truncate(least - 1);
    let start = Instant::now();
    let remedies = suggest_after_withdrawal(problem, &groups, 0, 1);
    println!("withdrawal below the smallest size {:?}", start.elapsed());
    remedies.iter().for_each(|it| println!("  {it:?}"));
}

/// Mean affinity of groups of six filled one person at a time: from a few hundred people without a group, always the one who
/// fits those in it best.
fn greedy(view: &View<'_>, seats: usize) -> i64 {
    let mut waiting: Vec<usize> = (0..seats).collect();
    let (mut total, mut count) = (0, 0);
    while waiting.len() >= 6 {
        let mut group = vec![waiting.swap_remove(0)];
        while group.len() < 6 {
            let looked = waiting.len().min(300);
            let tie = |person: usize| -> i64 {
                let fits = |&&other: &&usize| view.conflict(person, other).is_some();
                let clashes = group.iter().filter(fits).count() as i64;
                group.iter().map(|&other| i64::from(view.affinity(person, other))).sum::<i64>()
                    - 100_000 * clashes
            };
            let best = (0..looked).max_by_key(|&at| tie(waiting[at])).unwrap_or(0);
            let next = waiting.swap_remove(best);
            total += group.iter().map(|&other| i64::from(view.affinity(next, other))).sum::<i64>();
            count += group.len() as i64;
            group.push(next);
        }
    }
    total / count.max(1)
}
