//! The worker's part: takes mail that is due and sends it.

use super::outbox;
use crate::app::App;
use crate::error::Result;

/// Mails taken at once: few enough that a slow relay cannot make a lease run out.
const BATCH: i64 = 8;

/// Sends what is due; how many mails were tried.
pub async fn send_due(app: &App) -> Result<usize> {
    let now = app.clock.now();
    let rows = app.database.write(move |tx| outbox::claim(tx, BATCH, now)).await?;
    let tried = rows.len();
    let mut tasks = tokio::task::JoinSet::new();
    for row in rows {
        let app = app.clone();
        tasks.spawn(async move {
            let outcome = app.mailer.send(&row).await;
            let now = app.clock.now();
            tracing::info!(mail = %row.id, kind = row.kind, attempt = row.attempts, outcome = ?Told(&outcome), "mail");
            app.database.write(move |tx| outbox::settle(tx, &row, &outcome, now)).await
        });
    }
    while let Some(result) = tasks.join_next().await {
        match result {
            Ok(Ok(true)) => {}
            Ok(Ok(false)) => tracing::warn!("a mail was taken over by another worker"),
            Ok(Err(error)) => tracing::error!(%error, "could not write down how a mail went"),
            Err(error) => tracing::error!(%error, "a mail task failed"),
        }
    }
    Ok(tried)
}

/// The outcome for the log: without what the relay said, which may hold addresses.
struct Told<'a>(&'a super::Outcome);

impl std::fmt::Debug for Told<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self.0 {
            super::Outcome::Sent => "sent",
            super::Outcome::Later(_) => "later",
            super::Outcome::Never(_) => "never",
            super::Outcome::Unknown(_) => "unknown",
        })
    }
}
