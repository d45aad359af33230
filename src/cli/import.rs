//! `grannskap import`.

use std::path::{Path, PathBuf};

use clap::{Args, Subcommand};

use crate::app::App;
use crate::clock::Clock;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::organisers;
use crate::tables::{self, Problem};

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
}

pub(super) fn run(arguments: Arguments) -> Result<()> {
    match arguments.what {
        What::Organisers { file, dry_run } => import_organisers(&file, dry_run),
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

/// Everything that is wrong with a file, one line each.
fn refused(file: &Path, problems: &[Problem]) -> Error {
    let lines: Vec<String> = problems.iter().map(|problem| format!("\n  {problem}")).collect();
    Error::Setup(format!(
        "nothing was imported from {}; mend these rows and try again:{}",
        file.display(),
        lines.concat()
    ))
}
