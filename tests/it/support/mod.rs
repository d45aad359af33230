//! What the tests stand on: [`TestApp`] is a server with its own database and a clock that stands still.

mod client;
mod command;
mod database;
pub mod imap;
mod mails;
pub mod people;
pub mod process;
pub mod smtp;

use std::future::Future;

use chrono::{TimeDelta, TimeZone, Utc};
use grannskap::app::App;
use grannskap::cli::start_server;
use grannskap::clock::Clock;
use grannskap::config::Config;
use grannskap::db::{Db, Tx};
use grannskap::error::Result;
use grannskap::jobs;

pub use client::{Client, Page};
pub use command::grannskap;

/// A running server of the test's own. Dropping it checks that no job or mail is left over or failed.
pub struct TestApp {
    pub app: App,
    pub address: String,
    // Held for its end: dropping it removes the database.
    database: database::TestDatabase,
    handle: actix_web::dev::ServerHandle,
    forgiving: bool,
}

/// Runs a test on an actix runtime.
pub fn run<F: Future<Output = ()>>(test: F) {
    actix_web::rt::System::new().block_on(test);
}

impl TestApp {
    /// Starts on Monday 23 November 2026 at 09:00 in Stockholm.
    pub async fn spawn() -> TestApp {
        Self::spawn_with(&[]).await
    }

    /// As [`TestApp::spawn`] with settings named as in the environment (`CATEGORIES_SMALL_BELOW`, …).
    pub async fn spawn_with(settings: &[(&str, &str)]) -> TestApp {
        let clock = Clock::fixed(Utc.with_ymd_and_hms(2026, 11, 23, 8, 0, 0).unwrap());
        Self::spawn_at(clock, settings).await
    }

    /// Starts at the real time, for tests that run the binary on the same database.
    pub async fn spawn_today() -> TestApp {
        let mut app = Self::spawn_at(Clock::system(), &[]).await;
        app.forgive_leftovers();
        app
    }

    async fn spawn_at(clock: Clock, settings: &[(&str, &str)]) -> TestApp {
        let database = database::TestDatabase::create();
        let mut environment: Vec<(std::ffi::OsString, std::ffi::OsString)> = vec![
            ("GRANNSKAP_DATABASE_URL".into(), database.url().into()),
            ("GRANNSKAP_DATA_DIR".into(), database.folder().into()),
            ("GRANNSKAP_LISTEN".into(), "127.0.0.1:0".into()),
            ("GRANNSKAP_DATABASE_CONNECTIONS".into(), "3".into()),
            ("GRANNSKAP_MAIL_FROM".into(), "Grannskap <post@grannskap.example>".into()),
        ];
        for (name, value) in settings {
            environment.push((format!("GRANNSKAP_{name}").into(), value.into()));
        }
        let config = Config::from_layers(None, environment.into_iter()).unwrap();
        let app = App::start(config, clock).unwrap();
        let running = start_server(app.clone(), app.config.settings.listen, 1).unwrap();
        actix_web::rt::spawn(running.server);
        let address = format!("http://{}", running.address);
        TestApp { app, address, database, handle: running.handle, forgiving: false }
    }

    /// The binary, set up for the same database and for this mail relay.
    pub fn binary(&self, mail_url: &str) -> std::process::Command {
        let mut command = grannskap(self.database.folder());
        command
            .env("GRANNSKAP_DATABASE_URL", self.database.url())
            .env("GRANNSKAP_DATABASE_CONNECTIONS", "3")
            .env("GRANNSKAP_MAIL_FROM", "Grannskap <post@grannskap.example>")
            .env("GRANNSKAP_MAIL_URL", mail_url);
        command
    }

    /// A browser that nobody has signed in with.
    pub fn client(&self) -> Client {
        Client::new(&self.address)
    }

    /// Reads the database.
    pub fn read<T>(&self, f: impl FnOnce(&mut Db) -> Result<T>) -> T {
        self.app.database.read_now(f).unwrap()
    }

    /// Writes the database.
    pub fn write<T>(&self, f: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> T {
        self.app.database.write_now(f).unwrap()
    }

    /// How many queries the application has asked so far; tests that ask themselves count too.
    pub fn queries(&self) -> u64 {
        self.app.database.queries()
    }

    /// Does all background work that is due.
    pub async fn run_jobs(&self) -> usize {
        jobs::run_due(&self.app).await.unwrap()
    }

    /// Moves the clock.
    pub fn travel(&self, delta: TimeDelta) {
        self.app.clock.travel(delta);
    }

    /// Takes the database away (PostgreSQL only).
    pub fn shut_database_away(&self) {
        self.database.shut_away();
    }

    /// Brings it back.
    pub fn let_database_back(&self) {
        self.database.let_back();
    }

    /// For tests that leave failed or waiting work behind on purpose.
    pub fn forgive_leftovers(&mut self) {
        self.forgiving = true;
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        drop(self.handle.stop(false));
        if std::thread::panicking() || self.forgiving {
            return;
        }
        let jobs = self.app.database.read_now(jobs::counts).unwrap();
        let left: Vec<_> = jobs.iter().filter(|(state, _)| *state != jobs::State::Done).collect();
        assert!(left.is_empty(), "jobs left over: {left:?}");
        let mails = self.app.database.read_now(grannskap::mail::outbox::counts).unwrap();
        let sent = grannskap::mail::outbox::State::Sent;
        let left: Vec<_> = mails.iter().filter(|(state, _)| *state != sent).collect();
        assert!(left.is_empty(), "mail left over: {left:?}");
    }
}
