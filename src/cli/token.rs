//! `grannskap token`.

use clap::{Args, Subcommand};

use crate::accounts::{self, Scope};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make an API token for somebody and print it, this once.
    Create {
        /// Address of the person whose token it is.
        #[arg(long)]
        email: String,
        /// What it may be used for: `read`, `write` or both, with a comma between.
        #[arg(long, default_value = "read")]
        scopes: String,
        /// What to call it.
        #[arg(long, default_value = "command line")]
        name: String,
    },
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let Command::Create { email, scopes, name } = arguments.command;
    let parsed: Result<Vec<Scope>, String> = scopes.split(',').map(|word| word.trim().parse()).collect();
    let scopes =
        parsed.map_err(|_| Error::Setup(format!("--scopes {scopes:?} may hold read and write only")))?;
    let app = App::start(Config::load()?, Clock::system())?;
    let now = app.clock.now();
    let token = app.database.write_now(|tx| {
        let person = accounts::find_by_email(tx, &email)?
            .filter(|person| person.is_active())
            .ok_or_else(|| Error::Setup(format!("--email {email:?} has no confirmed account")))?;
        accounts::create_api_token(tx, person.id, &name, &scopes, now)
    })?;
    println!("{token}");
    Ok(())
}
