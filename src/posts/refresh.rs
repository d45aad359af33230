//! What search knows is made anew when the way it is made has changed.

use serde::{Deserialize, Serialize};

use super::{index, noted};
use crate::app::App;
use crate::db::Tx;
use crate::error::Result;
use crate::jobs::{Job, Lease};

/// Indexes stories again that were indexed in an earlier way, and notes that search does not know. A part at a time, so
/// that others may write between; search goes on meanwhile.
#[derive(Serialize, Deserialize)]
pub struct RefreshIndex {}

impl Job for RefreshIndex {
    const KIND: &'static str = "refresh-index";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let mut after = Some(i64::MIN);
        while let Some(from) = after {
            let now = app.clock.now();
            let write = move |tx: &mut Tx<'_>| {
                lease.hold(tx, now)?;
                index::refresh(tx, from)
            };
            after = app.database.write(write).await?;
        }
        loop {
            let now = app.clock.now();
            let write = move |tx: &mut Tx<'_>| {
                lease.hold(tx, now)?;
                noted::refresh(tx)
            };
            if app.database.write(write).await? == 0 {
                return Ok(());
            }
        }
    }
}
