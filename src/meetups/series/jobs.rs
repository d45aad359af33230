//! Inviting to the next meetup of a series.

use diesel::dsl::{exists, not};
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use crate::app::App;
use crate::db::schema::{groups, meetups};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::{Job, Lease};
use crate::meetups::{find, mail};

/// Sends the invitations that were held back to meetups that have become the next of their series.
#[derive(Serialize, Deserialize)]
pub struct InviteSeries {}

impl Job for InviteSeries {
    const KIND: &'static str = "invite-series";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        lease.each(app, due, invite).await
    }
}

fn invite(tx: &mut Tx<'_>, app: &App, meetup: Id) -> Result<()> {
    tx.lock(meetup)?;
    let mut meetup = find(tx, meetup)?;
    // Since the list was read, the mail about a change may have invited to it, or it may be cancelled.
    if !meetup.held_back || meetup.must_be_coming(app.clock.now()).is_err() {
        return Ok(());
    }
    meetup.held_back = false;
    diesel::update(meetups::table.find(meetup.id)).set(meetups::held_back.eq(false)).execute(&mut **tx)?;
    mail::invite(tx, app, &meetup, &[])
}

diesel::alias!(meetups as earlier_meetups: EarlierMeetups);

/// The meetups that are held back though no earlier one of their series is still coming.
fn due(db: &mut Db, now: Timestamp) -> Result<Vec<Id>> {
    let earlier = earlier_meetups
        .filter(earlier_meetups.field(meetups::series_id).eq(meetups::series_id))
        .filter(earlier_meetups.field(meetups::starts_at).lt(meetups::starts_at))
        .filter(earlier_meetups.field(meetups::ends_at).gt(now))
        .filter(earlier_meetups.field(meetups::cancelled_at).is_null());
    Ok(meetups::table
        .inner_join(groups::table)
        .filter(groups::closed_at.is_null())
        .filter(meetups::series_id.is_not_null())
        .filter(meetups::held_back)
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::ends_at.gt(now))
        .filter(not(exists(earlier)))
        .order(meetups::id)
        .select(meetups::id)
        .load(db)?)
}
