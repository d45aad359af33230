//! Matching large rounds in the background.

use serde::{Deserialize, Serialize};

use super::proposal;
use crate::app::App;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::jobs::{Job, Lease};

/// Matches a round.
#[derive(Serialize, Deserialize)]
pub struct MatchRound {
    /// The round.
    pub round_id: Id,
    /// What the search starts from.
    pub seed: i64,
}

impl Job for MatchRound {
    const KIND: &'static str = "match-round";

    // The same seed gives the same proposal, so that a second run changes nothing.
    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let now = app.clock.now();
        app.database.write(move |tx| lease.hold(tx, now)).await?;
        match proposal::run(&app, self.round_id, self.seed).await {
            // Published or called off meanwhile: there is nothing left to do.
            Err(Error::Conflict(_) | Error::NotFound) => Ok(()),
            other => other,
        }
    }
}
