//! The database: one code for SQLite and PostgreSQL.
//!
//! [`Database`] has two doors. Reads get `&mut Db` from [`Database::read`]; writes get `&mut Tx` from
//! [`Database::write`], which is a transaction that commits when the closure succeeds. A function that
//! takes `&mut Tx` can therefore not be called outside a transaction.
//!
//! What diesel cannot express for both at once (batch inserts, `ON CONFLICT`) is written once inside
//! [`on_both!`](crate::on_both), which expands the same body for either connection.

mod connection;
pub mod constraint;
mod counting;
mod door;
pub mod migrate;
mod prepared;
pub mod schema;
pub mod types;

use std::ops::{Deref, DerefMut};

use diesel::prelude::*;

pub use connection::{Db, MultiBackend};
pub use counting::{Tally, tallied};
pub use door::{Database, Kind, Target};
pub use prepared::{Prepare, Prepared, padded};

/// Runs the same diesel code on whichever connection this is.
///
/// For what the shared backend lacks: `on_both!(tx, c => diesel::insert_into(t).values(&rows).on_conflict_do_nothing().execute(c))`.
#[macro_export]
macro_rules! on_both {
    ($db:expr, $c:ident => $body:expr) => {
        match &mut **$db {
            $crate::db::Db::Sqlite($c) => $body,
            $crate::db::Db::Postgres($c) => $body,
        }
    };
}

/// An open write transaction. Only [`Database::write`] makes one.
pub struct Tx<'a>(&'a mut Db);

impl Tx<'_> {
    /// Waits until no other transaction holds `key`, then holds it until this one ends.
    ///
    /// SQLite has one writer at a time anyway; PostgreSQL takes an advisory lock. Use it where a rule spans
    /// rows (places left at a meetup, one publication of a round).
    pub fn lock(&mut self, key: types::Id) -> QueryResult<()> {
        if let Db::Postgres(c) = &mut *self.0 {
            let (high, low) = key.0.as_u64_pair();
            let key = i64::from_ne_bytes((high ^ low).to_ne_bytes());
            diesel::sql_query("SELECT pg_advisory_xact_lock($1)")
                .bind::<diesel::sql_types::BigInt, _>(key)
                .execute(c)?;
        }
        Ok(())
    }
}

impl Deref for Tx<'_> {
    type Target = Db;

    fn deref(&self) -> &Db {
        self.0
    }
}

impl DerefMut for Tx<'_> {
    fn deref_mut(&mut self) -> &mut Db {
        self.0
    }
}
