//! How the outbox is doing, for each kind of mail.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::TimeDelta;
use diesel::dsl::{count_star, min};
use diesel::prelude::*;

use super::mailer::Outcome;
use super::outbox::State;
use crate::app::App;
use crate::db::Db;
use crate::db::schema::{complaints, outbox};
use crate::db::types::Timestamp;
use crate::error::Result;

/// What became of the mails of one kind.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Figures {
    /// How many wait or are being sent.
    pub queued: i64,
    /// Since when the oldest of these waits.
    pub oldest: Option<Timestamp>,
    /// How many of these a relay has refused for now.
    pub deferred: i64,
    /// How many a relay took, in the last day and in the last week.
    pub sent: (i64, i64),
    /// How many nobody will take, in the last day and in the last week.
    pub failed: (i64, i64),
    /// How many somebody complained about, in the last day and in the last week.
    pub complaints: (i64, i64),
}

/// The figures of every kind of mail that waits or was settled in the last week, by kind.
pub fn figures(db: &mut Db, now: Timestamp) -> Result<BTreeMap<String, Figures>> {
    let mut found = queue(db)?;
    let (day, week) = (now - TimeDelta::days(1), now - TimeDelta::days(7));
    for (kind, n) in settled(db, State::Sent, week)? {
        found.entry(kind).or_default().sent.1 = n;
    }
    for (kind, n) in settled(db, State::Sent, day)? {
        found.entry(kind).or_default().sent.0 = n;
    }
    for (kind, n) in settled(db, State::Failed, week)? {
        found.entry(kind).or_default().failed.1 = n;
    }
    for (kind, n) in settled(db, State::Failed, day)? {
        found.entry(kind).or_default().failed.0 = n;
    }
    for (kind, n) in complained(db, week)? {
        found.entry(kind).or_default().complaints.1 = n;
    }
    for (kind, n) in complained(db, day)? {
        found.entry(kind).or_default().complaints.0 = n;
    }
    Ok(found)
}

/// How many mails were complained about since `since`, by kind.
fn complained(db: &mut Db, since: Timestamp) -> Result<Vec<(String, i64)>> {
    Ok(complaints::table
        .filter(complaints::complained_at.ge(since))
        .group_by(complaints::kind)
        .select((complaints::kind, count_star()))
        .load(db)?)
}

/// What waits, by kind.
fn queue(db: &mut Db) -> Result<BTreeMap<String, Figures>> {
    let waiting: Vec<(String, i64, Option<Timestamp>)> = outbox::table
        .filter(outbox::state.eq_any([State::Queued, State::Sending]))
        .group_by(outbox::kind)
        .select((outbox::kind, count_star(), min(outbox::created_at)))
        .load(db)?;
    let deferred: Vec<(String, i64)> = outbox::table
        .filter(outbox::state.eq(State::Queued))
        .filter(outbox::attempts.gt(0))
        .group_by(outbox::kind)
        .select((outbox::kind, count_star()))
        .load(db)?;
    let mut found: BTreeMap<String, Figures> = BTreeMap::new();
    for (kind, queued, oldest) in waiting {
        found.insert(kind, Figures { queued, oldest, ..Figures::default() });
    }
    for (kind, n) in deferred {
        found.entry(kind).or_default().deferred = n;
    }
    Ok(found)
}

/// How many mails came to a state since `since`, by kind. What is settled is due when it was: the index of the queue finds it.
fn settled(db: &mut Db, state: State, since: Timestamp) -> Result<Vec<(String, i64)>> {
    Ok(outbox::table
        .filter(outbox::state.eq(state))
        .filter(outbox::due_at.ge(since))
        .group_by(outbox::kind)
        .select((outbox::kind, count_star()))
        .load(db)?)
}

/// How often the queue is looked at for a monitoring system.
const LOOK: Duration = Duration::from_secs(15);

/// Keeps telling how many mails of each kind wait, how many of them were refused for now, and how long the oldest has waited. What was
/// sent and what failed is counted where it happens (`mail_total`).
pub async fn tell(app: App) {
    let mut known = mailed_lately(&app).await;
    loop {
        match app.database.read(queue).await {
            Ok(found) => {
                known.extend(found.keys().cloned());
                let now = app.clock.now();
                for kind in &known {
                    gauges(kind, &found.get(kind).cloned().unwrap_or_default(), now);
                }
            }
            Err(error) => tracing::warn!(%error, "could not look at the queue of mail"),
        }
        tokio::time::sleep(LOOK).await;
    }
}

/// The kinds of mail of the last week: they are told of from the beginning, for what a monitoring system has never seen it cannot watch.
async fn mailed_lately(app: &App) -> BTreeSet<String> {
    let now = app.clock.now();
    let known: BTreeSet<String> = match app.database.read(move |db| figures(db, now)).await {
        Ok(found) => found.into_keys().collect(),
        Err(error) => {
            tracing::warn!(%error, "could not look at the mail of the last week");
            BTreeSet::new()
        }
    };
    for kind in &known {
        for outcome in Outcome::WORDS {
            metrics::counter!("mail_total", "kind" => kind.clone(), "outcome" => outcome).absolute(0);
        }
    }
    known
}

fn gauges(kind: &str, figures: &Figures, now: Timestamp) {
    let seconds = figures.oldest.map_or(0, |oldest| (now.0 - oldest.0).num_seconds());
    let number = |n: i64| f64::from(i32::try_from(n).unwrap_or(i32::MAX));
    metrics::gauge!("mail_queued", "kind" => kind.to_owned()).set(number(figures.queued));
    metrics::gauge!("mail_deferred", "kind" => kind.to_owned()).set(number(figures.deferred));
    metrics::gauge!("mail_oldest_seconds", "kind" => kind.to_owned()).set(number(seconds));
}
