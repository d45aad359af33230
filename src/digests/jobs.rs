//! Composing what is due, every few minutes.

use serde::{Deserialize, Serialize};

use super::compose;
use crate::app::App;
use crate::error::Result;
use crate::jobs::{Job, Lease};

/// Composes and queues the digests that are due.
#[derive(Serialize, Deserialize)]
pub struct ComposeDigests {}

impl Job for ComposeDigests {
    const KIND: &'static str = "compose-digests";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let now = app.clock.now();
        compose::run(&app, now, false, Some(lease)).await.map(drop)
    }
}
