//! How many queries were asked: of a database, and for a request. What belongs to the connection itself (`BEGIN`,
//! `COMMIT`, `PRAGMA`, asking whether it lives) does not count.

use std::cell::Cell;
use std::future::Future;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use diesel::connection::{Instrumentation, InstrumentationEvent};

thread_local! {
    /// Queries that this thread has asked so far.
    static ASKED: Cell<u64> = const { Cell::new(0) };
}

tokio::task_local! {
    /// Where the queries of the request at hand are added up.
    static REQUEST: Tally;
}

/// A number of queries that several threads add to.
#[derive(Debug, Clone, Default)]
pub struct Tally(Arc<AtomicU64>);

impl Tally {
    /// The sum so far.
    pub fn count(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }

    /// Adds the queries that this thread asks until what is given ends.
    pub(super) fn counting(&self) -> Counting<'_> {
        Counting { tally: self, before: ASKED.get() }
    }

    /// The tally of the request that this task works for; one that nobody reads outside a request.
    pub(super) fn of_request() -> Tally {
        REQUEST.try_with(Tally::clone).unwrap_or_default()
    }
}

/// A stretch of work whose queries are added up.
pub(super) struct Counting<'a> {
    tally: &'a Tally,
    before: u64,
}

impl Drop for Counting<'_> {
    fn drop(&mut self) {
        self.tally.0.fetch_add(ASKED.get() - self.before, Ordering::Relaxed);
    }
}

/// Runs `request` so that its queries are added to `tally`.
pub fn tallied<F: Future>(tally: Tally, request: F) -> impl Future<Output = F::Output> {
    REQUEST.scope(tally, request)
}

/// Sees every statement of a connection.
#[derive(Default)]
pub(super) struct Watch {
    /// The next statement is the one that begins or ends a transaction, which diesel announces first.
    bookkeeping: bool,
}

impl Instrumentation for Watch {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        match event {
            InstrumentationEvent::BeginTransaction { .. }
            | InstrumentationEvent::CommitTransaction { .. }
            | InstrumentationEvent::RollbackTransaction { .. } => self.bookkeeping = true,
            InstrumentationEvent::StartQuery { .. } if self.bookkeeping => self.bookkeeping = false,
            InstrumentationEvent::StartQuery { .. } => ASKED.set(ASKED.get() + 1),
            _ => {}
        }
    }
}
