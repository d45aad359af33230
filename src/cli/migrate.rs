//! `grannskap migrate`.

use clap::{Args, Subcommand};

use crate::app;
use crate::config::Config;
use crate::db::migrate;
use crate::error::Result;

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    direction: Direction,
}

#[derive(Subcommand)]
enum Direction {
    /// Apply what is pending.
    Up,
    /// Revert the latest step.
    Down,
    /// List the steps.
    Status,
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let database = app::open(&Config::load()?)?;
    match arguments.direction {
        Direction::Up => {
            let applied = database.write_now(migrate::up)?;
            applied.iter().for_each(|version| println!("up {version}"));
            if applied.is_empty() {
                println!("nothing to do");
            }
        }
        Direction::Down => match database.write_now(migrate::down)? {
            Some(version) => println!("down {version}"),
            None => println!("nothing to do"),
        },
        Direction::Status => {
            for step in database.read_now(migrate::status)? {
                let state = if step.applied { "up  " } else { "down" };
                let newer = if step.known { "" } else { " (of a newer version of Grannskap)" };
                println!("{state} {}{newer}", step.version);
            }
        }
    }
    Ok(())
}
