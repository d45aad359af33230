//! Housekeeping of accounts.

use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::error::Result;
use crate::jobs::{Job, Lease};
use crate::web::session;

/// Deletes sessions that ended by themselves.
#[derive(Serialize, Deserialize)]
pub struct SweepAccounts {}

impl Job for SweepAccounts {
    const KIND: &'static str = "sweep-accounts";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        app.limits.sweep();
        let now = app.clock.now();
        app.database
            .write(move |tx| {
                lease.hold(tx, now)?;
                session::sweep(tx, now).map(drop)
            })
            .await
    }
}
