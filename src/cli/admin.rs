//! `grannskap admin`.

use clap::{Args, Subcommand};
use diesel::prelude::*;

use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::db::schema::people;
use crate::error::{Error, Result};
use crate::i18n::Lang;

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Make somebody an administrator and print a one-time link to set a password.
    Create {
        /// Address of the administrator.
        #[arg(long)]
        email: String,
        /// Full name.
        #[arg(long)]
        name: String,
    },
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let Command::Create { email, name } = arguments.command;
    if email.parse::<lettre::Address>().is_err() {
        return Err(Error::Setup(format!("--email {email:?} is not an e-mail address")));
    }
    if name.trim().is_empty() {
        return Err(Error::Setup("--name is empty".to_owned()));
    }
    let app = App::start(Config::load()?, Clock::system())?;
    let now = app.clock.now();
    let zone = app.config.settings.time_zone.name();
    let token = app.database.write_now(|tx| {
        let id = match accounts::find_by_email(tx, &email)? {
            Some(person) => person.id,
            None => accounts::create(tx, &email, &name, Lang::Swedish, zone, now)?,
        };
        diesel::update(people::table.find(id)).set(people::administrator.eq(true)).execute(&mut **tx)?;
        accounts::issue(tx, Purpose::Password, Some(id), None, now)
    })?;
    println!("{}", app.config.link(&format!("/password/{token}")));
    Ok(())
}
