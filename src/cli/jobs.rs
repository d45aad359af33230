//! `grannskap jobs`.

use clap::{Args, Subcommand};

use super::telemetry;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::Result;
use crate::jobs;

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Do all background work that is due, mail included, and exit.
    Run,
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let Command::Run = arguments.command;
    let config = Config::load()?;
    telemetry::log(&config)?;
    let app = App::start(config, Clock::system())?;
    actix_web::rt::System::new().block_on(async move {
        jobs::plan(&app).await?;
        println!("{} jobs and mails", jobs::run_due(&app).await?);
        Ok(())
    })
}
