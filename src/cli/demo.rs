//! `grannskap demo`.

use clap::Args;

use super::{serve, telemetry};
use crate::app::App;
use crate::clock::Clock;
use crate::config::{Config, LogFormat, Settings};
use crate::demo;
use crate::error::{Error, Result};

#[derive(Args)]
pub(super) struct Arguments {
    /// How many people.
    #[arg(long, default_value_t = 400, value_parser = clap::value_parser!(u64).range(1..=100_000))]
    people: u64,
    /// The same seed makes the same content.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Make the demo and stop.
    #[arg(long)]
    no_serve: bool,
    /// Print accounts and groups as JSON.
    #[arg(long)]
    json: bool,
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    let mut config = Config::load()?;
    // Somebody sits at the terminal: fewer and plainer lines, unless asked for otherwise.
    if config.settings.log == "info" {
        let quiet =
            Settings { log: "warn".to_owned(), log_format: LogFormat::Text, ..config.settings.clone() };
        config = Config::check(quiet)?;
    }
    telemetry::log(&config)?;
    let people = usize::try_from(arguments.people).map_err(Error::internal)?;
    let report = actix_web::rt::System::new().block_on(demo::make(config.clone(), people, arguments.seed))?;
    if arguments.json {
        println!("{}", serde_json::to_string_pretty(&report)?);
    } else {
        println!("{report}");
        println!("Post: {}", config.settings.data_dir.join("mail").display());
    }
    if arguments.no_serve {
        return Ok(());
    }
    eprintln!("Grannskap: {}  (Ctrl-C avslutar)", config.link("/"));
    let listen = config.settings.listen;
    serve::serve(App::start(config, Clock::system())?, listen, true)
}
