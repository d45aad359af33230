//! Opening the database, pooling its connections, and the two doors to it.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, Pool, PooledConnection};
use tokio::sync::Semaphore;

use super::counting::{Tally, Watch};
use super::{Db, Tx};
use crate::error::{Error, Result};

/// Which database this is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// SQLite.
    Sqlite,
    /// PostgreSQL.
    Postgres,
}

/// Where the database is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Target {
    /// A SQLite file.
    Sqlite(PathBuf),
    /// A PostgreSQL address, `postgres://…`.
    Postgres(String),
}

impl Target {
    /// Which database this address leads to.
    pub fn kind(&self) -> Kind {
        match self {
            Target::Sqlite(_) => Kind::Sqlite,
            Target::Postgres(_) => Kind::Postgres,
        }
    }
}

/// The pooled database.
#[derive(Clone)]
pub struct Database {
    kind: Kind,
    readers: Door,
    writers: Door,
    asked: Tally,
}

/// A pool, and as many permits, so that a waiting request waits here and not in a blocking thread.
#[derive(Clone)]
struct Door {
    pool: Pool<Manager>,
    permits: Arc<Semaphore>,
    failed: Arc<Mutex<Option<Instant>>>,
}

/// Longest wait for a connection.
const CONNECTING: Duration = Duration::from_secs(4);

/// After a failure to connect, others are refused at once for so long: a database that is gone must not make everybody
/// queue for its time-outs.
const GONE: Duration = Duration::from_secs(1);

impl Database {
    /// Opens the database with at most `connections` readers. SQLite gets one writer, PostgreSQL as many
    /// writers as readers (from the same pool).
    pub fn open(target: &Target, connections: u32) -> Result<Self> {
        // Once without the pool, which would try for seconds and say less.
        let manager = Manager { target: target.clone() };
        drop(manager.connect().map_err(|error| Error::Unavailable(error.to_string()))?);
        let door = |size: u32| -> Result<Door> {
            let pool = Pool::builder()
                .max_size(size)
                .min_idle(Some(1))
                .connection_timeout(CONNECTING)
                .error_handler(Box::new(diesel::r2d2::NopErrorHandler))
                .build(Manager { target: target.clone() })
                .map_err(|source| Error::Unavailable(source.to_string()))?;
            let permits = Arc::new(Semaphore::new(usize::try_from(size).unwrap_or(1)));
            Ok(Door { pool, permits, failed: Arc::default() })
        };
        let readers = door(connections)?;
        let writers = match target.kind() {
            Kind::Sqlite => door(1)?,
            Kind::Postgres => readers.clone(),
        };
        Ok(Database { kind: target.kind(), readers, writers, asked: Tally::default() })
    }

    /// Which database this is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// How many queries have been asked through these doors; what keeps connections and transactions going does not
    /// count.
    pub fn queries(&self) -> u64 {
        self.asked.count()
    }

    /// Reads off the async threads.
    pub async fn read<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Db) -> Result<T> + Send + 'static,
    {
        let database = self.clone();
        through(&self.readers, move || database.read_now(f)).await
    }

    /// Writes off the async threads: everything `f` does, or nothing.
    pub async fn write<T, F>(&self, f: F) -> Result<T>
    where
        T: Send + 'static,
        F: FnOnce(&mut Tx<'_>) -> Result<T> + Send + 'static,
    {
        let database = self.clone();
        through(&self.writers, move || database.write_now(f)).await
    }

    /// Reads on this thread (commands, tests).
    pub fn read_now<T>(&self, f: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        let mut connection = self.readers.connection()?;
        begin_reading(&mut connection.db)?;
        let read = {
            let _counted = self.asked.counting();
            f(&mut connection.db)
        };
        end_reading(&mut connection.db);
        read
    }

    /// Writes on this thread (commands, tests).
    pub fn write_now<T>(&self, f: impl FnOnce(&mut Tx<'_>) -> Result<T>) -> Result<T> {
        let mut connection = self.writers.connection()?;
        begin_writing(&mut connection.db)?;
        let written = {
            let _counted = self.asked.counting();
            f(&mut Tx(&mut connection.db))
        };
        end_writing(&mut connection.db, written.is_ok())?;
        written
    }
}

/// Runs `f` on a blocking thread. What it gives comes back by a shared place, so that waiting, threads and tasks are
/// compiled once and not for each of hundreds of kinds of `f`.
async fn through<T, F>(door: &Door, f: F) -> Result<T>
where
    T: Send + 'static,
    F: FnOnce() -> Result<T> + Send + 'static,
{
    let place = Arc::new(Mutex::new(None));
    let given = place.clone();
    let work = Box::new(move || *given.lock().unwrap_or_else(PoisonError::into_inner) = Some(f()));
    on_blocking_thread(door, work).await?;
    let given = place.lock().unwrap_or_else(PoisonError::into_inner).take();
    given.unwrap_or_else(|| Err(Error::message("a blocking thread gave nothing back")))
}

/// Waits for a permit, then for the work to be done on a blocking thread.
async fn on_blocking_thread(door: &Door, work: Box<dyn FnOnce() + Send>) -> Result<()> {
    door.refuse_while_gone()?;
    let permit = door.permits.clone().acquire_owned().await.map_err(Error::internal)?;
    let request = Tally::of_request();
    let done = tokio::task::spawn_blocking(move || {
        let _permit = permit;
        let _counted = request.counting();
        work();
    });
    done.await.map_err(Error::internal)
}

#[allow(clippy::disallowed_methods)] // how long ago, not time of day
impl Door {
    fn connection(&self) -> Result<PooledConnection<Manager>> {
        self.refuse_while_gone()?;
        // Nobody has a connection and the last attempt failed: a short wait tells whether that has changed.
        let gone = self.pool.state().connections == 0 && self.failed_at().is_some();
        let found = self.pool.get_timeout(if gone { GONE } else { CONNECTING });
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner) = found.is_err().then(Instant::now);
        found.map_err(|source| Error::Unavailable(source.to_string()))
    }

    fn refuse_while_gone(&self) -> Result<()> {
        match self.failed_at() {
            Some(at) if at.elapsed() < GONE && self.pool.state().connections == 0 => {
                Err(Error::Unavailable("no connection a moment ago".to_owned()))
            }
            _ => Ok(()),
        }
    }

    fn failed_at(&self) -> Option<Instant> {
        *self.failed.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

// SQLite must take the write lock at once: a deferred transaction that reads first loses to a concurrent
// writer with "database is locked", and no busy timeout helps it.
fn begin_writing(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE"),
        Db::Postgres(c) => AnsiTransactionManager::begin_transaction(c),
    }
}

fn end_writing(db: &mut Db, keep: bool) -> QueryResult<()> {
    if keep {
        return match db {
            Db::Sqlite(c) => AnsiTransactionManager::commit_transaction(c),
            Db::Postgres(c) => AnsiTransactionManager::commit_transaction(c),
        };
    }
    let rolled_back = match db {
        Db::Sqlite(c) => AnsiTransactionManager::rollback_transaction(c),
        Db::Postgres(c) => AnsiTransactionManager::rollback_transaction(c),
    };
    // The first error says what happened; a failed rollback only marks the connection broken.
    if let Err(error) = rolled_back {
        tracing::warn!(%error, "rollback failed");
    }
    Ok(())
}

// SQLite locks and unlocks the file around every statement outside a transaction; inside one it does so once, and all of
// a page comes from the same moment. On PostgreSQL it would cost two ways to the server and back.
fn begin_reading(db: &mut Db) -> QueryResult<()> {
    match db {
        Db::Sqlite(c) => AnsiTransactionManager::begin_transaction(c),
        Db::Postgres(_) => Ok(()),
    }
}

fn end_reading(db: &mut Db) {
    if let Db::Sqlite(c) = db
        && let Err(error) = AnsiTransactionManager::commit_transaction(c)
    {
        tracing::warn!(%error, "a read did not end");
    }
}

/// Opens connections and tells whether an idle one still lives.
struct Manager {
    target: Target,
}

/// The address with limits on how long a server that does not answer is waited for, where the operator set none.
fn patient(url: &str) -> String {
    let mut url = url.to_owned();
    for (name, value) in [
        ("connect_timeout", "5"),
        ("keepalives_idle", "20"),
        ("keepalives_interval", "5"),
        ("keepalives_count", "3"),
        ("tcp_user_timeout", "30000"),
    ] {
        if !url.contains(&format!("{name}=")) {
            let sign = if url.contains('?') { '&' } else { '?' };
            url.push_str(&format!("{sign}{name}={value}"));
        }
    }
    url
}

/// A connection and when it last answered.
struct Live {
    db: Db,
    answered: Instant,
}

/// A connection that answered this recently is taken as alive without asking.
const TRUSTED: Duration = Duration::from_secs(1);

impl ManageConnection for Manager {
    type Connection = Live;
    type Error = diesel::r2d2::Error;

    #[allow(clippy::disallowed_methods)] // age of a connection, not time of day
    fn connect(&self) -> Result<Live, Self::Error> {
        let db = match &self.target {
            Target::Sqlite(path) => {
                let mut c = SqliteConnection::establish(&path.to_string_lossy())
                    .map_err(diesel::r2d2::Error::ConnectionError)?;
                c.batch_execute(
                    "PRAGMA busy_timeout = 10000; PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; \
                     PRAGMA foreign_keys = ON; PRAGMA cache_size = -2000; PRAGMA temp_store = MEMORY;",
                )
                .map_err(diesel::r2d2::Error::QueryError)?;
                c.set_instrumentation(Watch::default());
                Db::Sqlite(c)
            }
            Target::Postgres(url) => {
                let mut c =
                    PgConnection::establish(&patient(url)).map_err(diesel::r2d2::Error::ConnectionError)?;
                // A process that freezes in the middle of a transaction must not keep its locks from the others. Statements
                // find few rows by index: compiling one takes far longer than running it, and so does planning it for
                // each set of values. What they read is in memory, where one page costs as much as the next: by what
                // PostgreSQL assumes of disks it would rather read the whole of a small table than a few of its rows.
                c.batch_execute(
                    "SET TIME ZONE 'UTC'; SET client_min_messages TO warning; \
                     SET idle_in_transaction_session_timeout = '30s'; SET jit TO off; \
                     SET plan_cache_mode TO force_generic_plan; SET random_page_cost TO 1.1",
                )
                .map_err(diesel::r2d2::Error::QueryError)?;
                c.set_instrumentation(Watch::default());
                Db::Postgres(c)
            }
        };
        Ok(Live { db, answered: Instant::now() })
    }

    #[allow(clippy::disallowed_methods)]
    fn is_valid(&self, connection: &mut Live) -> Result<(), Self::Error> {
        if let Db::Postgres(c) = &mut connection.db
            && connection.answered.elapsed() > TRUSTED
        {
            c.batch_execute("SELECT 1").map_err(diesel::r2d2::Error::QueryError)?;
            connection.answered = Instant::now();
        }
        Ok(())
    }

    fn has_broken(&self, connection: &mut Live) -> bool {
        match &mut connection.db {
            Db::Sqlite(c) => diesel::r2d2::R2D2Connection::is_broken(c),
            Db::Postgres(c) => diesel::r2d2::R2D2Connection::is_broken(c),
        }
    }
}
