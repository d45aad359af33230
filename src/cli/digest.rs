//! `grannskap digest`.

use clap::{Args, Subcommand};

use super::telemetry;
use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::Result;
use crate::{digests, mail, posts};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Find what is like new stories, mail them to those who want them at once, compose the digests that are due, send the mail that waits, and exit.
    Run {
        /// For everybody who gets digests, whatever the hour. People without anything new still get no mail.
        #[arg(long)]
        now: bool,
    },
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let Command::Run { now: at_once } = arguments.command;
    let config = Config::load()?;
    telemetry::log(&config)?;
    let app = App::start(config, Clock::system())?;
    actix_web::rt::System::new().block_on(async move {
        let now = app.clock.now();
        posts::liken_posts(&app).await?;
        digests::run_stories(&app, now).await?;
        let composed = match at_once {
            true => digests::run_now(&app, now).await?,
            false => digests::run_due(&app, now).await?,
        };
        while mail::send_due(&app).await? > 0 {}
        println!("{} people, {} mails", composed.people, composed.mails);
        Ok(())
    })
}
