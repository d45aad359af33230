//! Content that no row tells of any more is removed.

use std::collections::BTreeSet;

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::db::Tx;
use crate::db::schema::attachments;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::jobs::{Job, Lease};

/// Days that content may wait for the row that tells of it.
const WAIT_DAYS: i64 = 1;
/// How many are asked about at once.
const BATCH: usize = 200;

/// Removes the content of files that were taken away, or that were kept before a crash and are told of by no row.
#[derive(Serialize, Deserialize)]
pub struct SweepAttachments {}

impl Job for SweepAttachments {
    const KIND: &'static str = "sweep-attachments";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let now = app.clock.now();
        app.database.write(move |tx| lease.hold(tx, now)).await?;
        let removed = sweep(&app, now).await?;
        if removed > 0 {
            tracing::info!(removed, "files that nothing tells of were removed");
        }
        Ok(())
    }
}

/// Does it; how many were removed, small pictures counted for themselves. What is younger than a day stays: its row may be
/// about to be written. Twice is as good as once.
pub async fn sweep(app: &App, now: Timestamp) -> Result<usize> {
    let mut removed = 0;
    for batch in app.storage.kept_before(now - TimeDelta::days(WAIT_DAYS), BATCH).await? {
        let ids: Vec<Id> = batch.iter().map(|blob| blob.id).collect();
        let told: BTreeSet<Id> = app
            .database
            .read(move |db| {
                let told = attachments::table.filter(attachments::id.eq_any(ids));
                let told = told.filter(attachments::removed_at.is_null()).select(attachments::id);
                Ok(told.load::<Id>(db)?.into_iter().collect())
            })
            .await?;
        for blob in batch.into_iter().filter(|blob| !told.contains(&blob.id)) {
            app.storage.delete(blob).await?;
            removed += 1;
        }
    }
    Ok(removed)
}

/// Deletes what is known of files that were taken away before `before`.
pub fn forget_removed(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(attachments::table.filter(attachments::removed_at.lt(before))).execute(&mut **tx)?;
    Ok(())
}
