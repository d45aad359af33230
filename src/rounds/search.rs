//! A search for groups in the background: a row while it runs, which says how far it has come and takes the wish to stop.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI32, Ordering};
use std::time::Duration;

use chrono::TimeDelta;
use diesel::prelude::*;
use matching::Progress;

use super::jobs::MatchRound;
use super::proposal;
use super::solving::{self, Aim};
use crate::app::App;
use crate::db::schema::round_searches;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::jobs::{self, Lease};

/// How often a search says how far it has come.
const REPORT_EVERY: Duration = Duration::from_secs(2);

/// Minutes without a sign of life after which nobody is thought to be searching.
const SILENCE_MINUTES: i64 = 2;

/// A search that runs, or waits for a worker.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = round_searches)]
pub struct Search {
    /// What it starts from.
    pub seed: i64,
    /// When a coordinator asked for it.
    pub begun_at: Timestamp,
    /// How far it has come, in parts per thousand.
    pub done_per_mille: i32,
    /// Its last sign of life.
    pub seen_at: Timestamp,
    /// When a coordinator asked it to stop and keep the best so far.
    pub stopped_at: Option<Timestamp>,
    /// Whether it starts from the groups as they stand and leaves what is locked.
    pub improves: bool,
}

/// What became of the wish to stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stopped {
    /// The search ends within seconds and keeps the best it found.
    Keeping,
    /// Nobody was searching any longer; the mark is taken back.
    Gone,
}

/// The search of a round, if one runs.
pub fn of_round(db: &mut Db, round: Id) -> Result<Option<Search>> {
    Ok(round_searches::table.find(round).select(Search::as_select()).first(db).optional()?)
}

/// Begins a search for a new proposal; whether this call did it. A second one beside it is not begun.
pub fn begin(tx: &mut Tx<'_>, round: Id, seed: i64, by: Id, now: Timestamp) -> Result<bool> {
    start(tx, round, Aim { seed, improves: false }, by, now)
}

/// Begins a search that improves the groups as they stand around what is locked; whether this call did it.
/// [`Error::Conflict`] when there is no proposal to improve.
pub fn begin_improving(tx: &mut Tx<'_>, round: Id, by: Id, now: Timestamp) -> Result<bool> {
    let round = proposal::changeable(tx, round)?;
    start(tx, round.id, Aim { seed: round.seed + 1, improves: true }, by, now)
}

fn start(tx: &mut Tx<'_>, round: Id, aim: Aim, by: Id, now: Timestamp) -> Result<bool> {
    tx.lock(round)?;
    if of_round(tx, round)?.is_some() {
        return Ok(false);
    }
    diesel::insert_into(round_searches::table)
        .values((
            round_searches::round_id.eq(round),
            round_searches::seed.eq(aim.seed),
            round_searches::begun_by.eq(by),
            round_searches::begun_at.eq(now),
            round_searches::done_per_mille.eq(0),
            round_searches::seen_at.eq(now),
            round_searches::improves.eq(aim.improves),
        ))
        .execute(&mut **tx)?;
    let job = MatchRound { round_id: round, seed: aim.seed, improves: aim.improves };
    jobs::enqueue(tx, &job, None, now)
}

/// Asks the search to stop and keep the best so far. [`Error::NotFound`] when none runs.
pub fn stop(tx: &mut Tx<'_>, round: Id, now: Timestamp) -> Result<Stopped> {
    let search = of_round(tx, round)?.ok_or(Error::NotFound)?;
    if search.seen_at + TimeDelta::minutes(SILENCE_MINUTES) < now {
        end(tx, round)?;
        return Ok(Stopped::Gone);
    }
    diesel::update(round_searches::table.find(round))
        .set(round_searches::stopped_at.eq(search.stopped_at.unwrap_or(now)))
        .execute(&mut **tx)?;
    Ok(Stopped::Keeping)
}

/// Takes the mark back.
pub(super) fn end(tx: &mut Tx<'_>, round: Id) -> Result<()> {
    diesel::delete(round_searches::table.find(round)).execute(&mut **tx)?;
    Ok(())
}

/// Searches for a job. Does nothing when nobody wants the search any longer.
pub(super) async fn run(app: &App, round: Id, aim: Aim, lease: Lease) -> Result<()> {
    if app.database.read(move |db| of_round(db, round)).await?.is_none() {
        return Ok(());
    }
    let watch = Watch::default();
    let reports = tokio::spawn(report(app.clone(), round, watch.clone()));
    let found = solving::run_watched(app, round, aim, Some(lease), &watch).await;
    reports.abort();
    let Err(Error::Conflict(_)) = found else { return found };
    // Published, called off or impossible meanwhile: the page must not say for ever that groups are being found.
    let now = app.clock.now();
    let write = move |tx: &mut Tx<'_>| {
        lease.hold(tx, now)?;
        end(tx, round)
    };
    app.database.write(write).await
}

/// Writes down how far a search has come, and hears whether to stop, until it is over.
async fn report(app: App, round: Id, watch: Watch) {
    loop {
        let (done, now) = (watch.done_per_mille(), app.clock.now());
        let write = move |tx: &mut Tx<'_>| {
            diesel::update(round_searches::table.find(round))
                .set((round_searches::done_per_mille.eq(done), round_searches::seen_at.eq(now)))
                .execute(&mut **tx)?;
            Ok(of_round(tx, round)?.is_none_or(|search| search.stopped_at.is_some()))
        };
        match app.database.write(write).await {
            Ok(true) => watch.stop(),
            Ok(false) => {}
            Err(error) => tracing::warn!(%error, %round, "could not say how far a search has come"),
        }
        tokio::time::sleep(REPORT_EVERY).await;
    }
}

/// What a search and those who watch it share.
#[derive(Clone, Default)]
pub(super) struct Watch(Arc<Watched>);

#[derive(Default)]
struct Watched {
    done_per_mille: AtomicI32,
    stop: AtomicBool,
}

impl Watch {
    /// For the search to say how far it has come. Several threads may; the page never runs backwards.
    pub(super) fn tell(&self, progress: Progress) {
        let done = progress.iterations.saturating_mul(1000) / progress.of.max(1);
        self.0.done_per_mille.fetch_max(i32::try_from(done.min(1000)).unwrap_or(1000), Ordering::Relaxed);
    }

    /// Whether the search is to stop.
    pub(super) fn is_stopped(&self) -> bool {
        self.0.stop.load(Ordering::Relaxed)
    }

    fn done_per_mille(&self) -> i32 {
        self.0.done_per_mille.load(Ordering::Relaxed)
    }

    fn stop(&self) {
        self.0.stop.store(true, Ordering::Relaxed);
    }
}
