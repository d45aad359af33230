//! Reminders, a day before.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::mail;
use super::meetup::{Meetup, find};
use super::wall::day_before;
use crate::app::App;
use crate::db::schema::meetups;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::{Job, Lease};

/// Mails those who have not said no when their meetup is a day away.
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
    if is_due(&meetup, app.clock.now()) {
        mail::remind(tx, app, &meetup)?;
    }
    Ok(())
}

/// The meetups whose reminders are due.
fn due(db: &mut Db, now: Timestamp) -> Result<Vec<Id>> {
    // A day lasts up to 25 hours.
    let soon: Vec<Meetup> = meetups::table
        .filter(meetups::starts_at.gt(now))
        .filter(meetups::starts_at.le(now + TimeDelta::hours(26)))
        .filter(meetups::cancelled_at.is_null())
        .order(meetups::starts_at)
        .select(Meetup::as_select())
        .load(db)?;
    Ok(soon.into_iter().filter(|meetup| is_due(meetup, now)).map(|meetup| meetup.id).collect())
}

/// From the same time of day on the day before; not when an invitation or a change was mailed after that.
fn is_due(meetup: &Meetup, now: Timestamp) -> bool {
    let due = day_before(meetup.starts_at, meetup.zone());
    !meetup.is_cancelled() && due <= now && now < meetup.starts_at && meetup.updated_at < due
}
