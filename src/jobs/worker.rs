//! The loop that does background work.

use std::collections::BTreeMap;
use std::future::Future;
use std::sync::{Mutex, PoisonError};
use std::time::Duration;

use chrono::TimeDelta;
use tokio::sync::watch;

use super::queue;
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Timestamp;
use crate::error::Result;
use crate::mail;

/// Something that recurs.
pub struct Scheduled {
    /// Name, part of the unique key of its jobs.
    pub name: &'static str,
    /// How often; periods begin at whole multiples since 1970, so that workers agree.
    pub every: TimeDelta,
    /// Queues the job for a period under its unique key.
    pub enqueue: fn(&mut Tx<'_>, &str, Timestamp) -> Result<bool>,
}

/// Remembers the latest period queued of each scheduled job, so that the database is asked once a period only.
#[derive(Default)]
pub struct Planned(Mutex<BTreeMap<&'static str, i64>>);

impl Planned {
    fn is_new(&self, name: &str, period: i64) -> bool {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(name) != Some(&period)
    }

    fn remember(&self, name: &'static str, period: i64) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).insert(name, period);
    }
}

/// Reads the mailbox and does everything that is due now, until nothing is; how many jobs and mails.
pub async fn run_due(app: &App) -> Result<usize> {
    let mut done = match mail::inbound::read_now(app).await {
        Ok(read) => read,
        Err(reason) => {
            tracing::error!(reason, "could not read the mailbox");
            0
        }
    };
    loop {
        let mut some = 0;
        while run_one(app, std::future::pending()).await? {
            some += 1;
        }
        loop {
            let sent = mail::send_due(app).await?;
            some += sent;
            if sent == 0 {
                break;
            }
        }
        if some == 0 {
            return Ok(done);
        }
        done += some;
    }
}

/// How long a job may go on when the worker stops; then it goes back into the queue.
const LEAVING: Duration = Duration::from_secs(15);

/// Works until told to stop; then finishes what it has begun if that takes seconds, and puts it back if it takes longer.
/// Mail has a loop of its own, so that neither a slow relay nor a long job holds up the other.
pub async fn run_until(app: App, stop: watch::Receiver<bool>) {
    let inbound = tokio::spawn(mail::inbound::read_until(app.clone(), stop.clone()));
    let mail = tokio::spawn(mail::send_until(app.clone(), stop.clone()));
    work(app, stop).await;
    if let Err(error) = mail.await {
        tracing::error!(%error, "sending mail failed");
    }
    if let Err(error) = inbound.await {
        tracing::error!(%error, "reading mail failed");
    }
}

async fn work(app: App, mut stop: watch::Receiver<bool>) {
    while !*stop.borrow() {
        if let Err(error) = plan(&app).await {
            tracing::error!(%error, "could not queue scheduled work");
        }
        match run_one(&app, late(stop.clone())).await {
            Ok(true) => continue,
            Ok(false) => {}
            Err(error) => tracing::error!(%error, "background work failed"),
        }
        tokio::select! {
            () = tokio::time::sleep(Duration::from_millis(500)) => {}
            _ = stop.changed() => {}
        }
    }
}

/// Queues what the schedule wants for the present period.
pub async fn plan(app: &App) -> Result<()> {
    let now = app.clock.now();
    for item in crate::schedule::schedule() {
        let length = item.every.num_seconds().max(1);
        let period = now.utc().timestamp().div_euclid(length);
        if app.planned.is_new(item.name, period) {
            let key = format!("{}:{period}", item.name);
            app.database.write(move |tx| (item.enqueue)(tx, &key, now)).await?;
            app.planned.remember(item.name, period);
        }
    }
    Ok(())
}

/// Resolves when work that was told to stop has had its time.
async fn late(mut stop: watch::Receiver<bool>) {
    if stop.wait_for(|stop| *stop).await.is_err() {
        std::future::pending::<()>().await;
    }
    tokio::time::sleep(LEAVING).await;
}

async fn run_one(app: &App, late: impl Future<Output = ()>) -> Result<bool> {
    let now = app.clock.now();
    if !app.database.read(move |db| queue::is_any_due(db, now)).await? {
        return Ok(false);
    }
    let Some((row, lease)) = app.database.write(move |tx| queue::claim(tx, now)).await? else {
        return Ok(false);
    };
    let renewal = tokio::spawn(renew(app.clone(), lease));
    let result = tokio::select! {
        result = perform(app, &row, lease) => Some(result),
        () = late => None,
    };
    renewal.abort();
    let now = app.clock.now();
    let Some(result) = result else {
        tracing::warn!(job = %row.id, kind = row.kind, "stopped before a job was done; it goes back into the queue");
        app.database.write(move |tx| queue::give_back(tx, &row, now)).await?;
        return Ok(true);
    };
    if let Err(error) = &result {
        tracing::error!(job = %row.id, kind = row.kind, attempt = row.attempts, %error, "job failed");
    }
    app.database.write(move |tx| queue::settle(tx, &row, result.err().as_deref(), now)).await?;
    Ok(true)
}

async fn perform(app: &App, row: &queue::Row, lease: queue::Lease) -> Result<(), String> {
    let Some(run) = app.jobs.get(&row.kind) else {
        return Err(format!("this version has no job called {}", row.kind));
    };
    // A task of its own, so that a panic fails the job and not the worker.
    match tokio::spawn(run(app.clone(), lease, row.payload.clone())).await {
        Ok(result) => result.map_err(|error| error.to_string()),
        Err(panic) => Err(format!("the job panicked: {panic}")),
    }
}

/// Keeps the lease of a long job alive.
async fn renew(app: App, lease: queue::Lease) {
    let third = Duration::from_secs(u64::try_from(queue::LEASE_SECONDS / 3).unwrap_or(15));
    loop {
        tokio::time::sleep(third).await;
        let now = app.clock.now();
        if let Err(error) = app.database.write(move |tx| lease.hold(tx, now)).await {
            tracing::warn!(%error, "could not extend a lease");
            return;
        }
    }
}
