//! The ground the demo stands on: a database that holds nothing but a demo.

use diesel::prelude::*;

use crate::app;
use crate::config::Config;
use crate::db::schema::{people, reference_loads};
use crate::db::types::Timestamp;
use crate::db::{Target, Tx, migrate};
use crate::error::{Error, Result};

/// Name under which the demo marks its database.
const MARK: &str = "demo";

/// Makes sure that the configured database is empty. An earlier demo is removed; anything else is left alone with an
/// error that says how to go on.
pub(super) fn clear(config: &Config) -> Result<()> {
    let database = app::open(config)?;
    let (people, marked) = database.write_now(|tx| {
        migrate::up(tx)?;
        let people: i64 = people::table.count().get_result(&mut **tx)?;
        let marks: i64 =
            reference_loads::table.filter(reference_loads::name.eq(MARK)).count().get_result(&mut **tx)?;
        Ok((people, marks > 0))
    })?;
    if people > 0 && !marked {
        return Err(Error::Setup(format!(
            "the database {} holds people who are not from a demo, so it is left alone. \
             Set GRANNSKAP_DATA_DIR to another folder for the demo.",
            shown(&config.database)
        )));
    }
    if marked {
        database.write_now(|tx| {
            while migrate::down(tx)?.is_some() {}
            migrate::up(tx).map(drop)
        })?;
    }
    drop(database);
    remove_files(config)?;
    remove_mail(config)
}

/// Marks the database as a demo.
pub(super) fn mark(tx: &mut Tx<'_>, seed: u64, count: usize, now: Timestamp) -> Result<()> {
    diesel::insert_into(reference_loads::table)
        .values((
            reference_loads::name.eq(MARK),
            reference_loads::edition.eq(format!("seed {seed}, {count} people")),
            reference_loads::loaded_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// What people in an earlier demo had uploaded.
fn remove_files(config: &Config) -> Result<()> {
    let folder = config.settings.data_dir.join("files");
    if !config.settings.storage_url.is_empty() || !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(folder).map_err(Error::internal)
}

/// Mail files of an earlier demo.
fn remove_mail(config: &Config) -> Result<()> {
    let folder = config.settings.data_dir.join("mail");
    if !config.settings.mail_url.is_empty() || !folder.exists() {
        return Ok(());
    }
    std::fs::remove_dir_all(&folder).map_err(|error| {
        Error::Setup(format!("cannot remove the mail of an earlier demo in {}: {error}", folder.display()))
    })
}

fn shown(target: &Target) -> String {
    match target {
        Target::Sqlite(path) => path.display().to_string(),
        Target::Postgres(_) => "on PostgreSQL".to_owned(),
    }
}
