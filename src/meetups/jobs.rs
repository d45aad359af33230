//! Reminders, as many days before as people want.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::mail;
use super::meetup::{Meetup, find};
use super::wall::days_before;
use crate::accounts::Reminders;
use crate::app::App;
use crate::db::schema::meetups;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::{Job, Lease};

/// Mails those who have not said no when their meetup is as many days away as they want to know.
#[derive(Serialize, Deserialize)]
pub struct RemindMeetups {}

impl Job for RemindMeetups {
    const KIND: &'static str = "remind-meetups";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        lease.each(app, due, remind).await
    }
}

fn remind(tx: &mut Tx<'_>, app: &App, meetup: Id) -> Result<()> {
    // It may have been changed since the list was read; a mail has told of that.
    let meetup = find(tx, meetup)?;
    if let Some(days) = due_days(&meetup, app.clock.now()) {
        mail::remind(tx, app, &meetup, days)?;
    }
    Ok(())
}

/// The meetups whose reminders are due.
fn due(db: &mut Db, now: Timestamp) -> Result<Vec<Id>> {
    // A day lasts up to 25 hours.
    let away = |days: i64| {
        let least = now + TimeDelta::days(days - 1) - TimeDelta::hours(2);
        let most = now + TimeDelta::days(days) + TimeDelta::hours(2);
        meetups::starts_at.gt(least).and(meetups::starts_at.le(most))
    };
    let [one, two, week] = Reminders::DAYS.map(away);
    let soon: Vec<Meetup> = meetups::table
        .filter(meetups::starts_at.gt(now))
        .filter(one.or(two).or(week))
        .filter(meetups::cancelled_at.is_null())
        .order(meetups::starts_at)
        .select(Meetup::as_select())
        .load(db)?;
    Ok(soon.into_iter().filter(|meetup| due_days(meetup, now).is_some()).map(|meetup| meetup.id).collect())
}

/// How many days before the meetup the reminder is that is due: from the same time of day on that many days before, for a day;
/// not when an invitation or a change was mailed after that.
fn due_days(meetup: &Meetup, now: Timestamp) -> Option<i64> {
    let at = |days| days_before(meetup.starts_at, days, meetup.zone());
    let is_due = |days: &i64| at(*days) <= now && now < at(*days - 1) && meetup.updated_at < at(*days);
    Reminders::DAYS.into_iter().find(is_due).filter(|_| !meetup.is_cancelled())
}
