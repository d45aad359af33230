//! `grannskap seed`.

use clap::Args;

use super::telemetry;
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, LogFormat, Settings};
use crate::demo::{self, Sizes};
use crate::error::{Error, Result};

#[derive(Args)]
pub(super) struct Arguments {
    /// How many people, each with a seat.
    #[arg(long, default_value_t = 20_000, value_parser = clap::value_parser!(u32).range(20..=2_000_000))]
    people: u32,
    /// How many groups of five to eight.
    #[arg(long, default_value_t = 3_000, value_parser = clap::value_parser!(u32).range(1..=300_000))]
    groups: u32,
    /// How many stories.
    #[arg(long, default_value_t = 200_000, value_parser = clap::value_parser!(u32).range(0..=20_000_000))]
    stories: u32,
    /// The same seed makes the same content.
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let config = Config::load()?;
    let quiet = Settings { log: "warn".to_owned(), log_format: LogFormat::Text, ..config.settings };
    let config = Config::check(quiet)?;
    telemetry::log(&config)?;
    let count = |n: u32| usize::try_from(n).map_err(Error::internal);
    let sizes = Sizes {
        people: count(arguments.people)?,
        groups: count(arguments.groups)?,
        stories: count(arguments.stories)?,
    };
    let app = App::start(config, Clock::system())?;
    let filled = demo::fill(&app, sizes, arguments.seed, |done| eprintln!("{done}"));
    for account in actix_web::rt::System::new().block_on(filled)? {
        println!("{:<14} {}  {:?}", account.role, account.email, account.password);
    }
    Ok(())
}
