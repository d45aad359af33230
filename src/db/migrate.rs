//! The schema: what is applied, what is pending, and whether the database is ahead of this binary.

use diesel::migration::{Migration, MigrationSource, MigrationVersion};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Db, Tx};
use crate::error::{Error, Result};

const SQLITE: EmbeddedMigrations = embed_migrations!("migrations/sqlite");
const POSTGRES: EmbeddedMigrations = embed_migrations!("migrations/postgres");

/// One migration and whether the database has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// Version, such as `20261123000001`.
    pub version: String,
    /// Whether it is applied.
    pub applied: bool,
    /// Whether this binary knows it.
    pub known: bool,
}

/// Applies what is pending; the versions applied now. Fails when the database is newer than this binary.
pub fn up(tx: &mut Tx<'_>) -> Result<Vec<String>> {
    refuse_newer(tx)?;
    crate::on_both!(tx, c => c.run_pending_migrations(source(c)).map(names)).map_err(Error::internal_boxed)
}

/// Reverts the latest migration; its version, or nothing when the schema is empty. Fails when the database is newer than
/// this binary, which does not know how to revert what it does not know.
pub fn down(tx: &mut Tx<'_>) -> Result<Option<String>> {
    refuse_newer(tx)?;
    if status(tx)?.iter().all(|step| !step.applied) {
        return Ok(None);
    }
    crate::on_both!(tx, c => c.revert_last_migration(source(c)).map(|v| Some(v.to_string())))
        .map_err(Error::internal_boxed)
}

/// Every migration this binary knows, oldest first; and at the end those that the database has from a newer one.
pub fn status(db: &mut Db) -> Result<Vec<Step>> {
    let (known, applied) = (known(db)?, applied(db)?);
    let newer = applied.iter().filter(|version| !known.contains(version)).cloned();
    let newer: Vec<Step> = newer.map(|version| Step { applied: true, known: false, version }).collect();
    let steps = known.into_iter();
    let steps = steps.map(|version| Step { applied: applied.contains(&version), known: true, version });
    Ok(steps.chain(newer).collect())
}

/// True when nothing is pending. A database that a newer version has taken further serves the version before it, so
/// that nodes can be replaced one after the other; only starting on it is refused.
pub fn is_current(db: &mut Db) -> Result<bool> {
    let applied = applied(db)?;
    Ok(known(db)?.iter().all(|version| applied.contains(version)))
}

fn refuse_newer(db: &mut Db) -> Result<()> {
    let known = known(db)?;
    match applied(db)?.into_iter().find(|version| !known.contains(version)) {
        Some(version) => Err(Error::Setup(format!(
            "the database has migration {version}, which this version of Grannskap does not know. \
             Start the newer version that made it, or restore a backup from before the upgrade."
        ))),
        None => Ok(()),
    }
}

fn known(db: &mut Db) -> Result<Vec<String>> {
    let mut versions: Vec<String> = match db {
        Db::Sqlite(_) => MigrationSource::<diesel::sqlite::Sqlite>::migrations(&SQLITE)
            .map_err(Error::internal_boxed)?
            .iter()
            .map(|m| m.name().version().to_string())
            .collect(),
        Db::Postgres(_) => MigrationSource::<diesel::pg::Pg>::migrations(&POSTGRES)
            .map_err(Error::internal_boxed)?
            .iter()
            .map(|m| m.name().version().to_string())
            .collect(),
    };
    versions.sort();
    Ok(versions)
}

fn applied(db: &mut Db) -> Result<Vec<String>> {
    match db {
        Db::Sqlite(c) => c.applied_migrations().map(names),
        Db::Postgres(c) => c.applied_migrations().map(names),
    }
    .map_err(Error::internal_boxed)
}

fn names(versions: Vec<MigrationVersion<'_>>) -> Vec<String> {
    versions.iter().map(ToString::to_string).collect()
}

trait Source {
    fn embedded(&self) -> EmbeddedMigrations;
}

impl Source for diesel::SqliteConnection {
    fn embedded(&self) -> EmbeddedMigrations {
        SQLITE
    }
}

impl Source for diesel::PgConnection {
    fn embedded(&self) -> EmbeddedMigrations {
        POSTGRES
    }
}

fn source(connection: &impl Source) -> EmbeddedMigrations {
    connection.embedded()
}
