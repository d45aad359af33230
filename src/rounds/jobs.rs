//! Matching large rounds in the background.

use serde::{Deserialize, Serialize};

use super::search;
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

    // The proposal takes the place of an earlier one and ends the search, so that a second run changes nothing.
    async fn run(self, app: App, lease: Lease) -> Result<()> {
        match search::run(&app, self.round_id, self.seed, lease).await {
            Err(Error::NotFound) => Ok(()),
            other => other,
        }
    }
}
