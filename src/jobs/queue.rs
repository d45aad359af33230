//! Jobs as rows.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::Job;
use crate::clock;
use crate::db::schema::jobs;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::word_enum;

word_enum! {
    /// How far a job has come.
    pub enum State {
        /// Waits for its time.
        Queued = "queued",
        /// A worker has it.
        Running = "running",
        /// Done.
        Done = "done",
        /// Given up; an administrator can try again.
        Failed = "failed",
    }
}

/// A job in the queue.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = jobs)]
pub struct Row {
    /// Identifier.
    pub id: Id,
    /// Kind.
    pub kind: String,
    /// Payload, JSON.
    pub payload: String,
    /// State.
    pub state: State,
    /// Tries so far, the running one included.
    pub attempts: i32,
    /// When it is to run.
    pub due_at: Timestamp,
    /// Grows with every claim.
    pub fence: i64,
    /// What went wrong last.
    pub last_error: Option<String>,
}

/// Seconds a worker may hold a job without a sign of life.
pub const LEASE_SECONDS: i64 = 45;

const MOST_ATTEMPTS: i32 = 8;

/// Queues a job for `due`. With a unique key, a job that was ever queued under the same key is not queued again.
pub fn enqueue<J: Job>(tx: &mut Tx<'_>, job: &J, unique_key: Option<&str>, due: Timestamp) -> Result<bool> {
    if let Some(key) = unique_key {
        let known: bool = diesel::select(diesel::dsl::exists(jobs::table.filter(jobs::unique_key.eq(key))))
            .get_result(&mut **tx)?;
        if known {
            return Ok(false);
        }
    }
    diesel::insert_into(jobs::table)
        .values((
            jobs::id.eq(clock::new_id()),
            jobs::kind.eq(J::KIND),
            jobs::payload.eq(serde_json::to_string(job)?),
            jobs::unique_key.eq(unique_key),
            jobs::state.eq(State::Queued),
            jobs::attempts.eq(0),
            jobs::due_at.eq(due),
            jobs::fence.eq(0),
            jobs::created_at.eq(due),
        ))
        .execute(&mut **tx)?;
    Ok(true)
}

/// The right to work on a job, until another worker takes it.
#[derive(Debug, Clone, Copy)]
pub struct Lease {
    id: Id,
    fence: i64,
}

impl Lease {
    /// Extends the lease inside the transaction that writes the job's results. Fails when it was lost, which
    /// rolls those results back: a worker that slept too long cannot write.
    pub fn hold(&self, tx: &mut Tx<'_>, now: Timestamp) -> Result<()> {
        let changed = diesel::update(
            jobs::table
                .find(self.id)
                .filter(jobs::fence.eq(self.fence))
                .filter(jobs::state.eq(State::Running)),
        )
        .set(jobs::lease_until.eq(now + TimeDelta::seconds(LEASE_SECONDS)))
        .execute(&mut **tx)?;
        if changed == 1 { Ok(()) } else { Err(Error::message("the lease of this job was lost")) }
    }
}

/// Due at `now`, or held by a worker that is gone.
#[diesel::dsl::auto_type]
fn due(now: Timestamp) -> _ {
    let waiting: State = State::Queued;
    let held: State = State::Running;
    jobs::state
        .eq(waiting)
        .and(jobs::due_at.le(now))
        .or(jobs::state.eq(held).and(jobs::lease_until.assume_not_null().le(now)))
}

/// Whether any job is due.
pub(super) fn is_any_due(db: &mut Db, now: Timestamp) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(jobs::table.filter(due(now)))).get_result(db)?)
}

/// Takes the next job that is due.
pub(super) fn claim(tx: &mut Tx<'_>, now: Timestamp) -> Result<Option<(Row, Lease)>> {
    let candidates: Vec<Id> = jobs::table
        .filter(due(now))
        .order((jobs::due_at, jobs::id))
        .limit(4)
        .select(jobs::id)
        .load(&mut **tx)?;
    for id in candidates {
        let changed = diesel::update(jobs::table.find(id).filter(due(now)))
            .set((
                jobs::state.eq(State::Running),
                jobs::attempts.eq(jobs::attempts + 1),
                jobs::fence.eq(jobs::fence + 1i64),
                jobs::lease_until.eq(now + TimeDelta::seconds(LEASE_SECONDS)),
            ))
            .execute(&mut **tx)?;
        if changed == 1 {
            let row: Row = jobs::table.find(id).select(Row::as_select()).first(&mut **tx)?;
            let lease = Lease { id, fence: row.fence };
            return Ok(Some((row, lease)));
        }
    }
    Ok(None)
}

/// Writes down how a job went, unless another worker has it by now.
pub(super) fn settle(tx: &mut Tx<'_>, row: &Row, error: Option<&str>, now: Timestamp) -> Result<()> {
    let (state, due) = match error {
        None => (State::Done, row.due_at),
        Some(_) if row.attempts < MOST_ATTEMPTS => {
            let doublings = u32::try_from(row.attempts.clamp(1, 8) - 1).unwrap_or(0);
            (State::Queued, now + TimeDelta::seconds(15 * 2i64.pow(doublings)))
        }
        Some(_) => (State::Failed, row.due_at),
    };
    diesel::update(jobs::table.find(row.id).filter(jobs::fence.eq(row.fence)))
        .set((
            jobs::state.eq(state),
            jobs::due_at.eq(due),
            jobs::lease_until.eq(None::<Timestamp>),
            jobs::last_error.eq(error),
            jobs::finished_at.eq(matches!(state, State::Done | State::Failed).then_some(now)),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Puts a job back that was not finished because the worker stops; the try does not count.
pub(super) fn give_back(tx: &mut Tx<'_>, row: &Row, now: Timestamp) -> Result<()> {
    let ours =
        jobs::table.find(row.id).filter(jobs::fence.eq(row.fence)).filter(jobs::state.eq(State::Running));
    diesel::update(ours)
        .set((
            jobs::state.eq(State::Queued),
            jobs::attempts.eq(row.attempts - 1),
            jobs::due_at.eq(now),
            jobs::lease_until.eq(None::<Timestamp>),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Queues a failed job again; whether there was one.
pub fn retry(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<bool> {
    jobs::table.find(id).select(jobs::id).first::<Id>(&mut **tx)?;
    let changed = diesel::update(jobs::table.find(id).filter(jobs::state.eq(State::Failed)))
        .set((jobs::state.eq(State::Queued), jobs::attempts.eq(0), jobs::due_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// How many jobs are in each state.
pub fn counts(db: &mut Db) -> Result<Vec<(State, i64)>> {
    Ok(jobs::table
        .group_by(jobs::state)
        .select((jobs::state, diesel::dsl::count_star()))
        .order(jobs::state)
        .load(db)?)
}

/// Deletes jobs that were done before `before`; how many.
pub fn sweep(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    let old = jobs::table.filter(jobs::state.eq(State::Done)).filter(jobs::finished_at.lt(before));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}

/// The newest jobs, of one state where given.
pub fn latest(db: &mut Db, state: Option<State>, most: i64) -> Result<Vec<Row>> {
    let mut query = jobs::table.into_boxed();
    if let Some(state) = state {
        query = query.filter(jobs::state.eq(state));
    }
    Ok(query.order(jobs::id.desc()).limit(most).select(Row::as_select()).load(db)?)
}
