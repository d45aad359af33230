//! Digests: composed and queued for very many people, in which time and with how much memory.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::as_conversions, clippy::disallowed_methods)] // figures for people; durations, not time of day

mod support;

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use grannskap::app::App;
use grannskap::clock::Clock;
use grannskap::config::Config;
use grannskap::digests;
use support::data::{self, Data, Sizes};
use support::process::memory;
use support::report::{budget, figure, heading};
use support::{Options, fail};

/// Budget for 100,000 recipients, in seconds; fewer get their share of it.
const SECONDS: f64 = 60.0;

/// Memory counts as flat when it grows by no more than this after the first quarter of the run, in megabytes.
const GROWTH: f64 = 16.0;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("compose") {
        return compose();
    }
    let options = Options::read();
    data::prepare(&options.data);
    for place in options.places() {
        heading(&format!("digests, {}: {} recipients", place.name(), options.recipients));
        let sizes = Sizes {
            people: options.recipients,
            groups: (options.recipients * 3 / 20).max(1),
            stories: options.stories,
        };
        measure(&place.seeded(sizes), options.recipients);
    }
}

fn measure(data: &Data, recipients: u64) {
    data.run("DELETE FROM digests; DELETE FROM outbox; DELETE FROM tokens WHERE purpose = 'unsubscribe'");
    let mut command = Command::new(std::env::current_exe().unwrap());
    command
        .arg("compose")
        .env_clear()
        .envs(data.environment())
        .stdout(Stdio::piped())
        .stderr(Stdio::inherit());
    let mut child = command.spawn().unwrap_or_else(|error| fail(&error.to_string()));
    let (begun, mut samples) = (Instant::now(), Vec::new());
    while child.try_wait().unwrap().is_none() {
        samples.push((begun.elapsed(), memory(child.id(), "VmRSS")));
        std::thread::sleep(Duration::from_millis(100));
    }
    let output = child.wait_with_output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let figures: Vec<f64> = said.split_whitespace().filter_map(|word| word.parse().ok()).collect();
    let [people, mails, seconds] = figures[..] else { fail("composing failed") };
    let allowed = SECONDS * recipients as f64 / 100_000.0;
    figure("composed", &format!("{people:.0} people, {mails:.0} mails"));
    let said = format!("{seconds:.1} s ({:.0} a second)", people / seconds);
    budget("composed and queued", &format!("≤ {allowed:.0} s"), &said, seconds <= allowed && mails > 0.0);
    let quarter = begun.elapsed() / 4;
    let most = |late: bool| {
        let of = samples.iter().filter(|(at, _)| (*at > quarter) == late).map(|(_, megabytes)| *megabytes);
        of.fold(0.0, f64::max)
    };
    let said = format!("{:.0} MB, then {:.0} MB", most(false), most(true));
    budget(
        "memory in the first quarter and after",
        "flat (+ 16 MB)",
        &said,
        most(true) <= most(false) + GROWTH,
    );
}

/// Composes in this process, which has the database in its environment.
fn compose() {
    let config = Config::load().expect("the configuration is right");
    let app = App::start(config, Clock::system()).expect("the database opens");
    let now = app.clock.now();
    let begun = Instant::now();
    let composed =
        actix_web::rt::System::new().block_on(digests::run_now(&app, now)).expect("digests are composed");
    println!("{} {} {:.3}", composed.people, composed.mails, begun.elapsed().as_secs_f64());
}
