//! What is no longer needed is removed.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::db::schema::idempotency_keys;
use crate::error::Result;
use crate::jobs::{self, Job, Lease};
use crate::mail::outbox;

/// Days that the text of a sent mail is kept.
const MAIL_DAYS: i64 = 7;
/// Days that a finished job is kept.
const JOB_DAYS: i64 = 30;
/// Hours that the answer to an idempotency key is kept.
const KEY_HOURS: i64 = 24;

/// Empties old mail, deletes old jobs and old idempotency keys.
#[derive(Serialize, Deserialize)]
pub struct Sweep {}

impl Job for Sweep {
    const KIND: &'static str = "sweep";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let now = app.clock.now();
        app.database
            .write(move |tx| {
                lease.hold(tx, now)?;
                outbox::forget_bodies(tx, now - TimeDelta::days(MAIL_DAYS))?;
                jobs::sweep(tx, now - TimeDelta::days(JOB_DAYS))?;
                let old = idempotency_keys::created_at.lt(now - TimeDelta::hours(KEY_HOURS));
                diesel::delete(idempotency_keys::table.filter(old)).execute(&mut **tx)?;
                Ok(())
            })
            .await
    }
}
