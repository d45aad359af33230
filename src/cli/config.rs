//! `grannskap config`.

use clap::{Args, Subcommand};

use crate::config::Config;
use crate::error::Result;

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
    print!("{}", Config::load()?.masked()?);
    Ok(())
}
