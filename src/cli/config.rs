//! `grannskap config`.

use clap::{Args, Subcommand};

use super::telemetry;
use crate::config::Config;
use crate::error::Result;
use crate::mail::{Inbound, Mailer};
use crate::storage;

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Check the configuration and print what is in effect, secrets masked.
    Check,
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let Command::Check = arguments.command;
    let config = Config::load()?;
    telemetry::check(&config)?;
    Mailer::from_config(&config)?;
    Inbound::from_config(&config, Vec::new())?;
    storage::check(&config)?;
    print!("{}", config.masked()?);
    Ok(())
}
