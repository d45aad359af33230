//! `grannskap import`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::tables::{self, Problem};
use crate::{networks, organisers};

#[derive(Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand)]
enum What {
    /// Add and correct independent organisers from a CSV or Excel file with the columns name, organisation_number,
    /// municipalities and (optional) pupils.
    Organisers {
        /// CSV (comma, semicolon or tab; UTF-8 or Windows-1252) or .xlsx.
        file: PathBuf,
        /// Check everything and write nothing.
        #[arg(long)]
        dry_run: bool,
    },
    /// Invite people to a network from a CSV or Excel file with the columns email, name and (optional) organiser,
    /// role, level and language. Members and those with an invitation that holds get no mail.
    People {
        /// CSV (comma, semicolon or tab; UTF-8 or Windows-1252) or .xlsx.
        file: PathBuf,
        /// The network, as its address calls it.
        #[arg(long)]
        network: String,
        /// Check everything and send nothing.
        #[arg(long)]
        dry_run: bool,
    },
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    match arguments.what {
        What::Organisers { file, dry_run } => import_organisers(&file, dry_run),
        What::People { file, network, dry_run } => import_people(&file, &network, dry_run),
    }
}

fn import_organisers(file: &Path, dry_run: bool) -> Result<()> {
    let table = tables::read_file(file)?;
    let app = App::start(Config::load()?, Clock::system())?;
    let by = organisers::Editor::command(app.clock.now());
    let (added, corrected) = app.database.write_now(|tx| {
        let import = organisers::check_import(tx, &table)?.map_err(|problems| refused(file, &problems))?;
        if !dry_run {
            organisers::import(tx, &import, &by)?;
        }
        Ok((import.new.len(), import.known.len()))
    })?;
    match dry_run {
        true => println!("would add {added} and correct {corrected} organisers; nothing was written"),
        false => println!("added {added} and corrected {corrected} organisers"),
    }
    Ok(())
}

fn import_people(file: &Path, slug: &str, dry_run: bool) -> Result<()> {
    let bytes = std::fs::read(file)
        .map_err(|error| Error::Setup(format!("cannot read {}: {error}", file.display())))?;
    let app = App::start(Config::load()?, Clock::system())?;
    let now = app.clock.now();
    let count = app.database.write_now(|tx| {
        let network = networks::by_slug(tx, slug).map_err(|error| match error {
            Error::NotFound => {
                Error::Setup(format!("there is no network called {slug:?}; its address ends with its name"))
            }
            other => other,
        })?;
        let plan = networks::plan(tx, &network, &bytes, Lang::English, now)?;
        if !plan.problems.is_empty() {
            return Err(refused(file, &plan.problems));
        }
        if dry_run { Ok(plan.to_send()) } else { networks::invite_all(tx, &app, &network, &bytes, None) }
    })?;
    match dry_run {
        true => println!("would invite {count} people; nothing was sent"),
        false => println!("invited {count} people; the mail is in the outbox"),
    }
    Ok(())
}

/// Everything that is wrong with a file, one line each.
fn refused(file: &Path, problems: &[Problem]) -> Error {
    let lines: Vec<String> = problems.iter().map(|problem| format!("\n  {problem}")).collect();
    Error::Setup(format!(
        "nothing was imported from {}; mend these rows and try again:{}",
        file.display(),
        lines.concat()
    ))
}
