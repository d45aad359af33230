//! The connection enum.
#![allow(missing_docs)] // what the derive generates has none

use diesel::prelude::*;

/// A connection to either database.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// SQLite, in one file.
    Sqlite(SqliteConnection),
    /// PostgreSQL.
    Postgres(PgConnection),
}
