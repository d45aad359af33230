//! Notes that nobody has called finished are so by themselves, the day after.

use chrono::{NaiveTime, TimeDelta};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::note;
use crate::app::App;
use crate::db::Db;
use crate::db::schema::{groups, meetups, notes};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n::local;
use crate::jobs::{Job, Lease};
use crate::meetups::{Meetup, Wall, at_wall_time};

/// Days after which the mail does not go out any more: what was over long ago is no news.
const LONG_AGO: i64 = 30;

/// Mails what came of meetups whose notes were begun the day before.
#[derive(Serialize, Deserialize)]
pub struct FollowUpMeetups {}

impl Job for FollowUpMeetups {
    const KIND: &'static str = "follow-up-meetups";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        lease.each(app, due, note::gather).await
    }
}

/// The meetups whose mail is due.
fn due(db: &mut Db, now: Timestamp) -> Result<Vec<Id>> {
    let waiting: Vec<(Meetup, Timestamp)> = notes::table
        .inner_join(meetups::table.inner_join(groups::table))
        .filter(notes::followed_up_at.is_null())
        .filter(notes::first_saved_at.gt(now - TimeDelta::days(LONG_AGO)))
        .filter(meetups::cancelled_at.is_null())
        .filter(groups::closed_at.is_null())
        .filter(meetups::ends_at.le(now))
        .filter(meetups::ends_at.gt(now - TimeDelta::days(LONG_AGO)))
        .order(meetups::id)
        .select((Meetup::as_select(), notes::first_saved_at))
        .load(db)?;
    Ok(waiting
        .into_iter()
        .filter(|(meetup, first)| is_due(meetup, *first, now))
        .map(|each| each.0.id)
        .collect())
}

/// From nine in the morning of the day after the first version was saved, or after the meetup when that was earlier.
fn is_due(meetup: &Meetup, first_saved_at: Timestamp, now: Timestamp) -> bool {
    let zone = meetup.zone();
    let day = local(first_saved_at.max(meetup.ends_at), zone).date_naive() + TimeDelta::days(1);
    let nine = day.and_time(NaiveTime::from_hms_opt(9, 0, 0).unwrap_or_default());
    match at_wall_time(nine, zone) {
        Wall::Once(moment) | Wall::Twice(moment) => moment <= now,
        Wall::Never => Timestamp(nine) <= now,
    }
}
