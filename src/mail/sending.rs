//! The worker's part: takes mail that is due and sends it.
//!
//! Mails are prepared side by side and handed over one at a time: only one is ever between the relay's taking it and our
//! having written that down. Whoever kills the process can therefore make one mail come twice, and no more.
#![allow(clippy::disallowed_methods)] // age of a lease, not time of day

use std::pin::pin;
use std::time::{Duration, Instant};

use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::{sleep, timeout};

use super::outbox::{self, Row};
use super::{Outcome, returns};
use crate::app::App;
use crate::db::Tx;
use crate::error::{Error, Result};

/// Mails under way at once. A slow recipient holds up one of these, never the rest.
const AT_ONCE: usize = 8;

/// A mail that was not handed over this long after it was taken is left to the next who takes it: some time before the
/// lease ends.
const HAND_OVER_WITHIN: Duration = Duration::from_secs(35);

/// How long the others wait while one mail is handed over. A relay that takes longer to answer holds up nobody: the mail
/// is written down as unknown until the answer comes.
const PATIENCE: Duration = Duration::from_secs(1);

/// How long mail that was handed over may wait for its answer when the worker stops.
const LEAVING: Duration = Duration::from_secs(10);

/// Sends what is due and waits for it; how many mails were tried.
pub async fn send_due(app: &App) -> Result<usize> {
    let (_running, stop) = watch::channel(false);
    let mut under_way = JoinSet::new();
    let tried = take(app, &stop, &mut under_way).await?;
    while let Some(result) = under_way.join_next().await {
        report(result);
    }
    Ok(tried)
}

/// Sends until told to stop. What is being handed over then is finished; the rest goes back into the queue.
pub async fn send_until(app: App, mut stop: watch::Receiver<bool>) {
    let mut under_way = JoinSet::new();
    while !*stop.borrow() {
        let taken = match take(&app, &stop, &mut under_way).await {
            Ok(taken) => taken,
            Err(error) => {
                tracing::error!(%error, "could not take mail from the outbox");
                0
            }
        };
        if taken > 0 && under_way.len() < AT_ONCE {
            continue;
        }
        // With all hands full, the next to be free takes the next mail; with nothing due, look again soon, also while
        // others are under way.
        tokio::select! {
            Some(result) = under_way.join_next() => report(result),
            () = sleep(Duration::from_millis(500)), if under_way.len() < AT_ONCE => {}
            _ = stop.changed() => {}
        }
    }
    let rest = async {
        while let Some(result) = under_way.join_next().await {
            report(result);
        }
    };
    if timeout(LEAVING, rest).await.is_err() {
        tracing::warn!(mails = under_way.len(), "stopped while the relay had not answered");
        under_way.abort_all();
    }
}

/// Claims as many mails as there are free hands and begins to send them.
async fn take(
    app: &App,
    stop: &watch::Receiver<bool>,
    under_way: &mut JoinSet<Result<bool>>,
) -> Result<usize> {
    let free = AT_ONCE.saturating_sub(under_way.len());
    if free == 0 {
        return Ok(0);
    }
    let (now, begun, most) = (app.clock.now(), Instant::now(), i64::try_from(free).unwrap_or(1));
    // Most of the time there is nothing: ask by reading, so that an idle worker writes nothing.
    if !app.database.read(move |db| outbox::is_any_due(db, now)).await? {
        return Ok(0);
    }
    let own = app.clone();
    let claim = move |tx: &mut Tx<'_>| {
        let claimed = outbox::claim(tx, most, now)?;
        let taken = claimed.len();
        Ok((taken, in_pace(tx, &own, claimed)?))
    };
    let (taken, rows) = app.database.write(claim).await?;
    for row in rows {
        under_way.spawn(send(app.clone(), row, begun, stop.clone()));
    }
    Ok(taken)
}

/// Those of some claimed mails that may leave now; the others wait until their domain has room, and hold up nobody.
fn in_pace(tx: &mut Tx<'_>, app: &App, claimed: Vec<Row>) -> Result<Vec<Row>> {
    let (ready, waiting) = app.mailer.pace().admit(tx, claimed, app.clock.now())?;
    for (row, until) in waiting {
        outbox::give_back(tx, &row, until)?;
    }
    Ok(ready)
}

/// Sends a mail that was claimed at `begun`; false when another worker has it by now.
async fn send(app: App, row: Row, begun: Instant, mut stop: watch::Receiver<bool>) -> Result<bool> {
    let returns = returns::address(&app, row.id)?;
    let ready = tokio::select! {
        begun = app.mailer.begin(&row, returns.as_deref()) => begun,
        () = stopped(&mut stop) => return give_back(&app, row).await,
    };
    let ready = match ready {
        Ok(ready) => ready,
        Err(outcome) => return conclude(&app, &row, outcome).await,
    };
    let turn = app.mailer.turn().await;
    if *stop.borrow() {
        return give_back(&app, row).await;
    }
    // We may have been frozen for long: the mail may be another worker's, and the relay must not get it from us.
    let asked = row.clone();
    if !app.database.read(move |db| outbox::is_ours(db, &asked)).await? || begun.elapsed() > HAND_OVER_WITHIN
    {
        return Ok(false);
    }
    let mut finish = pin!(ready.finish());
    if let Ok(outcome) = timeout(PATIENCE, &mut finish).await {
        return conclude(&app, &row, outcome).await;
    }
    settle(&app, &row, Outcome::Unknown("the relay has not answered yet".to_owned())).await?;
    drop(turn);
    conclude(&app, &row, finish.await).await
}

async fn stopped(stop: &mut watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        std::future::pending::<()>().await;
    }
}

async fn give_back(app: &App, row: Row) -> Result<bool> {
    let now = app.clock.now();
    app.database.write(move |tx| outbox::give_back(tx, &row, now)).await
}

async fn conclude(app: &App, row: &Row, outcome: Outcome) -> Result<bool> {
    tracing::info!(mail = %row.id, kind = row.kind, attempt = row.attempts, outcome = outcome.word(), "mail");
    metrics::counter!("mail_total", "kind" => row.kind.clone(), "outcome" => outcome.word()).increment(1);
    settle(app, row, outcome).await
}

/// Writes down how it went, and does not give up while the database is away: a mail that left and is not written down
/// as sent would leave again.
async fn settle(app: &App, row: &Row, outcome: Outcome) -> Result<bool> {
    loop {
        let (now, row, outcome) = (app.clock.now(), row.clone(), outcome.clone());
        match app.database.write(move |tx| outbox::settle(tx, &row, &outcome, now)).await {
            Err(error @ (Error::Unavailable(_) | Error::Full)) => {
                tracing::error!(%error, "could not write down how a mail went; trying again");
                sleep(Duration::from_secs(1)).await;
            }
            settled => return settled,
        }
    }
}

fn report(result: Result<Result<bool>, tokio::task::JoinError>) {
    match result {
        Ok(Ok(true)) => {}
        Ok(Ok(false)) => tracing::warn!("a mail was taken over by another worker"),
        Ok(Err(error)) => tracing::error!(%error, "a mail could not be sent"),
        Err(error) => tracing::error!(%error, "a mail task failed"),
    }
}
