//! How long starting takes, and how much memory the demo needs.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::as_conversions, clippy::disallowed_methods)] // figures for people; durations, not time of day

mod support;

use std::time::{Duration, Instant};

use support::client::Client;
use support::data::{self, Data};
use support::process::{Running, free_port, memory, wait_until_ready};
use support::report::{budget, heading, quantile};
use support::{Options, fail};

const STARTS: usize = 7;

fn main() {
    let options = Options::read();
    data::prepare(&options.data);
    for place in options.places() {
        heading(&format!("start and memory, {}", place.name()));
        let demo = place.demo();
        ready("demo", &demo);
        ready(&format!("{} stories", options.stories), &place.seeded(options.sizes()));
        idle(&demo);
    }
}

/// From the start of the process until `/readyz` says yes: the middle of some.
fn ready(of: &str, data: &Data) {
    let mut took: Vec<f64> = (0..STARTS)
        .map(|_| {
            let port = free_port();
            let begun = Instant::now();
            let mut command = data.grannskap();
            let _server = Running::start(command.args(["serve", "--listen", &format!("127.0.0.1:{port}")]));
            wait_until_ready(port, "/readyz", Duration::from_secs(30));
            begun.elapsed().as_secs_f64() * 1000.0
        })
        .collect();
    took.sort_unstable_by(f64::total_cmp);
    let said = format!("{:.0} ms, at worst {:.0} ms", quantile(&took, 0.5), quantile(&took, 1.0));
    budget(&format!("ready on an existing database ({of})"), "< 300 ms", &said, quantile(&took, 0.5) < 300.0);
}

/// Resident memory after the pages that strangers see and some time without requests, with the worker running.
fn idle(data: &Data) {
    let port = free_port();
    let mut command = data.grannskap();
    let server = Running::start(command.args(["serve", "--listen", &format!("127.0.0.1:{port}")]));
    wait_until_ready(port, "/readyz", Duration::from_secs(30));
    std::thread::sleep(Duration::from_secs(2));
    let fresh = memory(server.pid(), "VmRSS");
    let mut client = Client::connect(port).unwrap_or_else(|error| fail(&error.to_string()));
    for _ in 0..20 {
        for path in
            ["/", "/organisers", "/organisers/1267", "/organisers/map", "/networks", "/posts", "/about"]
        {
            let answer =
                client.get(path, "accept-encoding: br\r\n").unwrap_or_else(|error| fail(&error.to_string()));
            assert_eq!(answer.status, 200, "{path}");
        }
    }
    std::thread::sleep(Duration::from_secs(2));
    let used = memory(server.pid(), "VmRSS");
    budget("resident memory after the start, demo", "< 80 MB", &format!("{fresh:.0} MB"), fresh < 80.0);
    budget("resident memory after 140 pages, demo", "< 80 MB", &format!("{used:.0} MB"), used < 80.0);
}
