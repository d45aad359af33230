//! A generated round at scale: `scale [SEATS] [SECONDS]`. Prints time, mean affinity beside random groups, and memory.

use std::error::Error;
use std::time::{Duration, Instant};

use matching::{Budget, View, best_group_for, broken_rules, solve};

#[path = "../tests/support/generator.rs"]
mod generator;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let seats: usize = arguments.next().map_or(Ok(100_000), |it| it.parse())?;
    let seconds: f64 = arguments.next().map_or(Ok(50.0), |it| it.parse())?;
    let problem = generator::round(seats, 624.min(seats), 1);
    let start = Instant::now();
    let end = start + Duration::from_secs_f64(seconds);
    let over = || Instant::now() >= end;
    let solution = solve(&problem, &Budget { deadline: Some(&over), ..Budget::enough_for(seats) }, 1)?;
    println!("time {:?}, exchanges {}", start.elapsed(), solution.iterations);
    println!("{:?}, bound {:?}, unplaced {}", solution.value, solution.bound, solution.unplaced.len());
    println!("broken rules {}", broken_rules(&problem, &solution.groups).len());
    let view = View::new(&problem);
    let pairs =
        (0..seats.min(50_000)).map(|at| (at, (at * 7919 + 1) % seats)).filter(|(one, two)| one != two);
    let (sum, count) =
        pairs.fold((0, 0), |(sum, count), (one, two)| (sum + i64::from(view.affinity(one, two)), count + 1));
    println!("random mean {}", sum / count.max(1));
    let mut groups = solution.groups.clone();
    let newcomer = groups[0].remove(0);
    let start = Instant::now();
    let openings = best_group_for(&problem, &groups, newcomer, 5);
    println!("newcomer {:?}, {} openings", start.elapsed(), openings.len());
    let memory = std::fs::read_to_string("/proc/self/status")?;
    memory.lines().filter(|line| line.starts_with("VmHWM")).for_each(|line| println!("{line}"));
    Ok(())
}
