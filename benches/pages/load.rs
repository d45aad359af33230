//! Requests: as fast as they are answered, or so many a second whatever the answers do.

use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use crate::sites::{Bare, Page, Site, Target};
use crate::support::client::Client;
use crate::support::process::cpu_seconds;
use crate::support::{Options, fail};

/// A path with the headers to send.
pub struct Request {
    pub path: String,
    pub headers: String,
}

/// What some requests took together.
#[derive(Default)]
pub struct Measured {
    pub requests: u64,
    pub failed: u64,
    /// The first that failed.
    pub example: String,
    bytes: u64,
    cpu: f64,
}

impl Measured {
    /// Mean size of a body.
    pub fn kilobytes(&self) -> f64 {
        self.bytes as f64 / self.requests.max(1) as f64 / 1000.0
    }
}

/// CPU over many requests.
#[derive(Default, Clone, Copy)]
pub struct Cost {
    requests: u64,
    cpu: f64,
}

impl Cost {
    pub fn add(&mut self, measured: &Measured) {
        self.requests += measured.requests;
        self.cpu += measured.cpu;
    }

    /// Of one request.
    pub fn milliseconds(self) -> f64 {
        self.cpu * 1000.0 / self.requests.max(1) as f64
    }
}

/// Sends `count` requests over two connections, one after the other on each, and reads the CPU of the server and of
/// the database's backends before and after.
pub fn closed(target: &impl Target, requests: &[Request], count: u64) -> Measured {
    let before = cpu_of(target);
    let next = AtomicU64::new(0);
    let sums = Mutex::new(Measured::default());
    std::thread::scope(|scope| {
        for _ in 0..2 {
            scope.spawn(|| {
                let mut client = Client::connect(target.port()).expect("the server takes connections");
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= count {
                        return;
                    }
                    let request = &requests[n as usize % requests.len()];
                    let answer = client.get(&request.path, &request.headers).expect("the server answers");
                    let mut sums = sums.lock().unwrap();
                    sums.requests += 1;
                    sums.bytes += answer.body.len() as u64;
                    if answer.status != 200 {
                        sums.failed += 1;
                        sums.example = format!("{} {}", answer.status, request.path);
                    }
                }
            });
        }
    });
    let after = cpu_of(target);
    let mut sums = sums.into_inner().unwrap();
    sums.cpu = after
        .iter()
        .map(|(pid, used)| {
            used - before.iter().find(|(known, _)| known == pid).map_or(0.0, |(_, used)| *used)
        })
        .sum();
    sums
}

fn cpu_of(target: &impl Target) -> Vec<(u32, f64)> {
    target.processes().into_iter().map(|pid| (pid, cpu_seconds(pid))).collect()
}

/// Connections of the open loop: enough that none waits for another while answers take less than a sixth of a second.
const CONNECTIONS: u64 = 32;

/// Sends `rate` requests a second for so many seconds, over all pages, and does not wait for answers to send the
/// next. Milliseconds from when each was due until it was answered.
pub fn open(site: &Site, rate: u64, seconds: u64) -> Vec<f64> {
    let requests: Vec<Request> = Page::ALL.iter().flat_map(|page| site.requests(page, true)).collect();
    let (next, total) = (AtomicU64::new(0), rate * seconds);
    let waits = Mutex::new(Vec::new());
    let begun = Instant::now() + Duration::from_millis(100);
    std::thread::scope(|scope| {
        for _ in 0..CONNECTIONS {
            scope.spawn(|| {
                let mut client = Client::connect(site.port()).expect("the server takes connections");
                let mut own = Vec::new();
                loop {
                    let n = next.fetch_add(1, Ordering::Relaxed);
                    if n >= total {
                        break;
                    }
                    let due = begun + Duration::from_micros(n * 1_000_000 / rate);
                    std::thread::sleep(due.saturating_duration_since(Instant::now()));
                    // Neighbours in the list are of one page: steps of a prime mix them.
                    let request = &requests[(n as usize * 37) % requests.len()];
                    let answer = client.get(&request.path, &request.headers).expect("the server answers");
                    assert_eq!(answer.status, 200, "{}", request.path);
                    own.push(due.elapsed().as_secs_f64() * 1000.0);
                }
                waits.lock().unwrap().extend(own);
            });
        }
    });
    waits.into_inner().unwrap()
}

/// What requests to one thing cost beside the yardstick.
pub struct Taken {
    pub cost: Cost,
    /// Milliseconds of the yardstick.
    pub unit: f64,
    /// Mean size of a body.
    pub kilobytes: f64,
}

impl Taken {
    /// How many times the yardstick.
    pub fn times(&self) -> f64 {
        self.cost.milliseconds() / self.unit
    }
}

/// Measures requests and the yardstick in turns.
pub fn in_turns(options: &Options, site: &Site, bare: &Bare, requests: &[Request]) -> Taken {
    let (mut own, mut unit, mut last) = (Cost::default(), Cost::default(), Measured::default());
    for turn in 0..=options.rounds {
        let yardstick = closed(bare, &bare.requests(), options.requests);
        last = closed(site, requests, options.requests);
        if last.failed > 0 {
            fail(&format!("{} requests failed ({})", last.failed, last.example));
        }
        // The first turn fills caches.
        if turn > 0 {
            unit.add(&yardstick);
            own.add(&last);
        }
    }
    Taken { cost: own, unit: unit.milliseconds(), kilobytes: last.kilobytes() }
}

/// How long requests take one after the other on one connection: milliseconds, sorted.
pub fn waits(site: &Site, requests: &[Request], count: u64) -> Vec<f64> {
    let mut client = Client::connect(site.port()).expect("the server takes connections");
    let one = |request: &Request| {
        let begun = Instant::now();
        client.get(&request.path, &request.headers).expect("the server answers");
        begun.elapsed().as_secs_f64() * 1000.0
    };
    let mut waits: Vec<f64> = requests.iter().cycle().take(count as usize).map(one).collect();
    waits.sort_unstable_by(f64::total_cmp);
    waits
}
