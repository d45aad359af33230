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
        match proposal::run_held(&app, self.round_id, self.seed, Some(lease)).await {
            // Published, called off or impossible meanwhile: the page must not say for ever that it is being matched.
            Err(Error::Conflict(_)) => {
                let (round, now) = (self.round_id, app.clock.now());
                app.database
                    .write(move |tx| {
                        lease.hold(tx, now)?;
                        proposal::give_up(tx, round)
                    })
                    .await
            }
            Err(Error::NotFound) => Ok(()),
            other => other,
        }
    }
}
