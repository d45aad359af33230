//! Reminders, the day before the last day for answers.

use chrono::{NaiveTime, TimeDelta};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::mail;
use super::poll::{Poll, find};
use crate::app::App;
use crate::db::schema::{groups, polls};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::{Job, Lease};
use crate::meetups::{Wall, at_wall_time};

/// Mails those who have not answered a poll when its last day is tomorrow.
#[derive(Serialize, Deserialize)]
pub struct RemindPolls {}

impl Job for RemindPolls {
    const KIND: &'static str = "remind-polls";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        lease.each(app, due, remind).await
    }
}

fn remind(tx: &mut Tx<'_>, app: &App, poll: Id) -> Result<()> {
    tx.lock(poll)?;
    // It may have been changed or settled since the list was read.
    let (poll, now) = (find(tx, poll)?, app.clock.now());
    if !is_due(&poll, now) {
        return Ok(());
    }
    mail::remind(tx, app, &poll)?;
    diesel::update(polls::table.find(poll.id)).set(polls::reminded_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

/// The polls whose reminders are due.
fn due(db: &mut Db, now: Timestamp) -> Result<Vec<Id>> {
    // Zones differ by up to a day from ours.
    let (first, last) = (now.0.date() - TimeDelta::days(1), now.0.date() + TimeDelta::days(2));
    let soon: Vec<Poll> = polls::table
        .inner_join(groups::table)
        .filter(groups::closed_at.is_null())
        .filter(polls::closed_at.is_null())
        .filter(polls::answer_by.ge(first))
        .filter(polls::answer_by.le(last))
        .order(polls::id)
        .select(Poll::as_select())
        .load(db)?;
    Ok(soon.into_iter().filter(|poll| is_due(poll, now)).map(|poll| poll.id).collect())
}

/// From nine in the morning on the day before the last day until that day is over, once; not when the poll was asked or changed
/// after that, because a mail told of it.
fn is_due(poll: &Poll, now: Timestamp) -> bool {
    let Some(last) = poll.answer_by else { return false };
    let at = |date: chrono::NaiveDate, time| match at_wall_time(date.and_time(time), poll.zone()) {
        Wall::Once(moment) | Wall::Twice(moment) => moment,
        Wall::Never => Timestamp(date.and_time(time)),
    };
    let nine = NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default();
    let (due, over) = (at(last - TimeDelta::days(1), nine), at(last + TimeDelta::days(1), NaiveTime::MIN));
    poll.is_open()
        && due <= now
        && now < over
        && poll.updated_at < due
        && poll.reminded_at.is_none_or(|reminded| reminded < due)
}
