//! What the harnesses share: options, databases with much in them, servers, a client, CPU and memory of processes.
#![allow(dead_code, missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::as_conversions, clippy::disallowed_methods)] // figures for people; durations, not time of day

pub mod client;
pub mod data;
pub mod process;
pub mod report;

use std::path::PathBuf;

/// What `bin/bench` passes on.
#[derive(Debug, Clone)]
pub struct Options {
    /// Where databases are kept.
    pub data: PathBuf,
    /// Address of a PostgreSQL cluster in which databases may be made.
    pub postgres: Option<String>,
    /// Leave SQLite out.
    pub no_sqlite: bool,
    pub people: u64,
    pub groups: u64,
    pub stories: u64,
    /// People who get a digest.
    pub recipients: u64,
    /// Seats to match.
    pub seats: u64,
    /// Seconds that matching may take, and seconds of load.
    pub seconds: u64,
    pub load_seconds: u64,
    /// Requests in a round of measuring.
    pub requests: u64,
    pub rounds: u64,
    /// Compare with ten times the data.
    pub tenfold: bool,
}

impl Options {
    pub fn read() -> Options {
        let mut options = Options {
            data: PathBuf::from("target/bench"),
            postgres: None,
            no_sqlite: false,
            people: 20_000,
            groups: 3_000,
            stories: 200_000,
            recipients: 100_000,
            seats: 100_000,
            seconds: 50,
            load_seconds: 15,
            requests: 400,
            rounds: 6,
            tenfold: true,
        };
        let mut arguments = std::env::args().skip(1);
        while let Some(name) = arguments.next() {
            let mut value = || arguments.next().unwrap_or_else(|| fail(&format!("{name} needs a value")));
            match name.as_str() {
                "--data" => options.data = PathBuf::from(value()),
                "--postgres" => options.postgres = Some(value()),
                "--no-sqlite" => options.no_sqlite = true,
                "--people" => options.people = number(&value()),
                "--groups" => options.groups = number(&value()),
                "--stories" => options.stories = number(&value()),
                "--recipients" => options.recipients = number(&value()),
                "--seats" => options.seats = number(&value()),
                "--seconds" => options.seconds = number(&value()),
                "--load-seconds" => options.load_seconds = number(&value()),
                "--requests" => options.requests = number(&value()),
                "--rounds" => options.rounds = number(&value()),
                "--no-tenfold" => options.tenfold = false,
                // What cargo adds to every benchmark.
                "--bench" => {}
                _ => fail(&format!("unknown option {name}")),
            }
        }
        options
    }

    pub fn sizes(&self) -> data::Sizes {
        data::Sizes { people: self.people, groups: self.groups, stories: self.stories }
    }

    /// The databases to measure: a name and where they are made.
    pub fn places(&self) -> Vec<data::Place> {
        let sqlite = (!self.no_sqlite).then(|| data::Place::Sqlite(self.data.clone()));
        let postgres = self.postgres.clone().map(|url| data::Place::Postgres(self.data.clone(), url));
        sqlite.into_iter().chain(postgres).collect()
    }
}

fn number(text: &str) -> u64 {
    text.replace('_', "").parse().unwrap_or_else(|_| fail(&format!("{text:?} is not a number")))
}

/// Ends the run: nothing could be measured.
pub fn fail(why: &str) -> ! {
    eprintln!("{why}");
    std::process::exit(1);
}
