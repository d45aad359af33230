//! Background work: rows in the database, claimed by workers with a lease and a fence.
//!
//! A job is small and idempotent. It is queued in the transaction of what caused it, runs in the worker
//! (several may run), and writes through [`Lease::hold`], which fails when another worker has taken over.
//! States: `queued` → `running` → `done`; back to `queued` after a failure; `failed` after too many.

mod each;
mod queue;
mod worker;

use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::error::Result;

pub use queue::{Lease, Row, State, counts, enqueue, latest, retry, sweep};
pub use worker::{Planned, Scheduled, plan, run_due, run_until};

/// A kind of background work. The struct is the payload.
pub trait Job: Serialize + DeserializeOwned + Send + 'static {
    /// Its name in the database.
    const KIND: &'static str;

    /// Does the work. May run twice; must come to the same.
    fn run(self, app: App, lease: Lease) -> impl Future<Output = Result<()>> + Send;
}

type Run = fn(App, Lease, String) -> Pin<Box<dyn Future<Output = Result<()>> + Send>>;

/// Which function runs which kind of job.
#[derive(Default)]
pub struct Registry(BTreeMap<&'static str, Run>);

impl Registry {
    /// Adds a kind.
    pub fn with<J: Job>(mut self) -> Self {
        self.0.insert(J::KIND, |app, lease, payload| {
            Box::pin(async move {
                let job: J = serde_json::from_str(&payload)?;
                job.run(app, lease).await
            })
        });
        self
    }

    fn get(&self, kind: &str) -> Option<Run> {
        self.0.get(kind).copied()
    }
}
