//! The worker's part: takes mail that is due and sends it.

use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinSet;

use super::outbox;
use crate::app::App;
use crate::error::Result;

/// Mails under way at once. A slow recipient holds up one of these, never the rest.
const AT_ONCE: usize = 8;

/// Sends what is due and waits for it; how many mails were tried.
pub async fn send_due(app: &App) -> Result<usize> {
    let mut under_way = JoinSet::new();
    let tried = take(app, &mut under_way).await?;
    while let Some(result) = under_way.join_next().await {
        report(result);
    }
    Ok(tried)
}

/// Sends until told to stop; finishes what is under way.
pub async fn send_until(app: App, mut stop: watch::Receiver<bool>) {
    let mut under_way = JoinSet::new();
    while !*stop.borrow() {
        let taken = match take(&app, &mut under_way).await {
            Ok(taken) => taken,
            Err(error) => {
                tracing::error!(%error, "could not take mail from the outbox");
                0
            }
        };
        // With all hands full, the next to be free takes the next mail; with nothing due, look again soon.
        tokio::select! {
            Some(result) = under_way.join_next() => report(result),
            () = tokio::time::sleep(Duration::from_millis(500)), if taken == 0 => {}
            _ = stop.changed() => {}
        }
    }
    while let Some(result) = under_way.join_next().await {
        report(result);
    }
}

/// Claims as many mails as there are free hands and begins to send them.
async fn take(app: &App, under_way: &mut JoinSet<Result<bool>>) -> Result<usize> {
    let free = AT_ONCE.saturating_sub(under_way.len());
    if free == 0 {
        return Ok(0);
    }
    let (now, most) = (app.clock.now(), i64::try_from(free).unwrap_or(1));
    // Most of the time there is nothing: ask by reading, so that an idle worker writes nothing.
    if !app.database.read(move |db| outbox::is_any_due(db, now)).await? {
        return Ok(0);
    }
    let rows = app.database.write(move |tx| outbox::claim(tx, most, now)).await?;
    let taken = rows.len();
    for row in rows {
        under_way.spawn(send(app.clone(), row));
    }
    Ok(taken)
}

async fn send(app: App, row: outbox::Row) -> Result<bool> {
    let outcome = app.mailer.send(&row).await;
    let now = app.clock.now();
    tracing::info!(mail = %row.id, kind = row.kind, attempt = row.attempts, outcome = outcome.word(), "mail");
    metrics::counter!("mail_total", "kind" => row.kind.clone(), "outcome" => outcome.word()).increment(1);
    app.database.write(move |tx| outbox::settle(tx, &row, &outcome, now)).await
}

fn report(result: Result<Result<bool>, tokio::task::JoinError>) {
    match result {
        Ok(Ok(true)) => {}
        Ok(Ok(false)) => tracing::warn!("a mail was taken over by another worker"),
        Ok(Err(error)) => tracing::error!(%error, "could not write down how a mail went"),
        Err(error) => tracing::error!(%error, "a mail task failed"),
    }
}
