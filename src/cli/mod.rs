//! The commands. Exit codes: 0 done, 1 failed (what, where and how to mend on stderr), 2 wrong usage.

mod admin;
mod config;
mod demo;
mod digest;
mod import;
mod jobs;
mod matching;
mod migrate;
mod openapi;
mod seed;
mod serve;
mod server;
mod telemetry;
mod token;
mod worker;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::error::Result;

pub use matching::check_people;
pub use server::{Running, start_server};

/// Exchange groups for the key people of Swedish school organisers.
#[derive(Parser)]
#[command(name = "grannskap", version)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the site; background work runs in the same process.
    Serve(serve::Arguments),
    /// Do background work alone.
    Worker,
    /// Make a demo with fictional people and serve it.
    Demo(demo::Arguments),
    /// Fill an empty database with very many fictional people, groups and stories, for measuring.
    Seed(seed::Arguments),
    /// Bring the schema up, take the latest step down, or show where it is.
    Migrate(migrate::Arguments),
    /// Import organisers, or invite people, from a file.
    Import(import::Arguments),
    /// Look after administrators.
    Admin(admin::Arguments),
    /// Make API tokens.
    Token(token::Arguments),
    /// Match people in a file into groups, without a server.
    Match(matching::Arguments),
    /// Look at the configuration.
    Config(config::Arguments),
    /// Print the OpenAPI document of the API.
    Openapi,
    /// Compose digests.
    Digest(digest::Arguments),
    /// Do background work once.
    Jobs(jobs::Arguments),
}

/// Runs the command line of this process.
pub fn run() -> ExitCode {
    let arguments = Arguments::parse();
    let result = match arguments.command {
        Command::Serve(arguments) => serve::run(arguments),
        Command::Worker => worker::run(),
        Command::Demo(arguments) => demo::run(arguments),
        Command::Seed(arguments) => seed::run(arguments),
        Command::Migrate(arguments) => migrate::run(arguments),
        Command::Import(arguments) => import::run(arguments),
        Command::Admin(arguments) => admin::run(arguments),
        Command::Token(arguments) => token::run(arguments),
        Command::Match(arguments) => matching::run(arguments),
        Command::Config(arguments) => config::run(arguments),
        Command::Openapi => openapi::run(),
        Command::Digest(arguments) => digest::run(arguments),
        Command::Jobs(arguments) => jobs::run(arguments),
    };
    finish(result)
}

fn finish(result: Result<()>) -> ExitCode {
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("grannskap: {error}");
            ExitCode::FAILURE
        }
    }
}
