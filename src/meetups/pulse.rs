//! Whether groups meet: when they last did, when they will, and what would help. For seeing where a nudge helps, not for
//! comparing.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::dsl::{exists, max, min, not};
use diesel::prelude::*;

use crate::db::schema::{answers, group_memberships, meetups, notes, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare};
use crate::error::Result;

/// Days without a meetup, past or planned, after which a group counts as quiet.
const QUIET: i64 = 60;

/// Days that people have for their answers before others are asked to remind them.
const TO_ANSWER: i64 = 2;

/// Days before a meetup of a series from which on others are asked to remind of it.
const NEAR: i64 = 7;

/// A meetup as the pulse of its group.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Beat {
    /// Identifier.
    pub id: Id,
    /// The group.
    pub group_id: Id,
    /// What it is called.
    pub title: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    updated_at: Timestamp,
    nudged_at: Option<Timestamp>,
    /// The series that it is in.
    pub series_id: Option<Id>,
    written: bool,
    unanswered: bool,
}

/// The latest meetup of a group that is over, and the next one that is not. Cancelled ones do not count.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Pulse {
    /// The latest that is over.
    pub last: Option<Beat>,
    /// The next one.
    pub next: Option<Beat>,
}

/// What would help a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// Reminding those who have not answered this meetup.
    Answers(Id),
    /// Writing down what came of this meetup.
    Notes(Id),
    /// Looking for a time to meet.
    Times,
}

impl Pulse {
    /// What would help most, if anything. `since` is when the group was made, `polled` whether it looks for a time.
    pub fn need(&self, since: Timestamp, polled: bool, now: Timestamp) -> Option<Need> {
        let owes = |next: &&Beat| {
            let asked = next.updated_at + TimeDelta::days(TO_ANSWER) <= now;
            // The invitation to one of a series comes later than that.
            let near = next.series_id.is_none() || next.starts_at <= now + TimeDelta::days(NEAR);
            next.unanswered && next.nudged_at.is_none() && asked && near && next.starts_at > now
        };
        if let Some(next) = self.next.as_ref().filter(owes) {
            return Some(Need::Answers(next.id));
        }
        let long_ago = now - TimeDelta::days(QUIET);
        if let Some(last) = self.last.as_ref().filter(|last| !last.written && last.ends_at > long_ago) {
            return Some(Need::Notes(last.id));
        }
        let latest = self.last.as_ref().map_or(since, |last| last.ends_at.max(since));
        (self.next.is_none() && !polled && latest <= long_ago).then_some(Need::Times)
    }

    fn put(&mut self, beat: Beat, now: Timestamp) {
        let place = if beat.ends_at > now { &mut self.next } else { &mut self.last };
        place.get_or_insert(beat);
    }
}

diesel::alias!(meetups as past_meetups: PastMeetups);

/// The pulse of one group; one query.
pub fn pulse_of(db: &mut Db, group: Id, now: Timestamp) -> Result<Pulse> {
    let latest = past_meetups
        .filter(past_meetups.field(meetups::group_id).eq(group))
        .filter(past_meetups.field(meetups::ends_at).le(now))
        .filter(past_meetups.field(meetups::cancelled_at).is_null())
        .select(max(past_meetups.field(meetups::starts_at)));
    let beats: Vec<Beat> = meetups::table
        .filter(meetups::group_id.eq(group))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::ends_at.gt(now).or(meetups::starts_at.nullable().eq(latest.single_value())))
        .order((meetups::starts_at, meetups::id))
        // Few are enough: the one that is over, the next, and what begins with them.
        .limit(4)
        .select(beat())
        .prepared()
        .load(db)?;
    let mut pulse = Pulse::default();
    beats.into_iter().for_each(|beat| pulse.put(beat, now));
    Ok(pulse)
}

/// The pulse of each of these groups, in three queries. Groups without meetups are left out.
pub fn pulse(db: &mut Db, groups: &[Id], now: Timestamp) -> Result<BTreeMap<Id, Pulse>> {
    let held: Vec<(Id, Option<Timestamp>)> = meetups::table
        .filter(meetups::group_id.eq_any(groups))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::ends_at.le(now))
        .group_by(meetups::group_id)
        .select((meetups::group_id, max(meetups::starts_at)))
        .load(db)?;
    let planned: Vec<(Id, Option<Timestamp>)> = meetups::table
        .filter(meetups::group_id.eq_any(groups))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::ends_at.gt(now))
        .group_by(meetups::group_id)
        .select((meetups::group_id, min(meetups::starts_at)))
        .load(db)?;
    let near: Vec<(Id, Option<Timestamp>)> = held.into_iter().chain(planned).collect();
    let (groups, starts): (Vec<Id>, Vec<Option<Timestamp>>) = near.iter().copied().unzip();
    let mut beats: Vec<Beat> = meetups::table
        .filter(meetups::group_id.eq_any(groups))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::starts_at.nullable().eq_any(starts))
        .order((meetups::starts_at, meetups::id))
        .select(beat())
        .load(db)?;
    // Another group may have met at the same moment.
    beats.retain(|beat| near.contains(&(beat.group_id, Some(beat.starts_at))));
    let mut found: BTreeMap<Id, Pulse> = BTreeMap::new();
    beats.into_iter().for_each(|beat| found.entry(beat.group_id).or_default().put(beat, now));
    Ok(found)
}

#[diesel::dsl::auto_type(no_type_alias)]
fn beat() -> _ {
    let written = exists(notes::table.filter(notes::meetup_id.eq(meetups::id)));
    let said = answers::table
        .filter(answers::meetup_id.eq(meetups::id))
        .filter(answers::seat_id.eq(group_memberships::seat_id));
    let unanswered = exists(
        group_memberships::table
            .inner_join(seats::table)
            .filter(group_memberships::group_id.eq(meetups::group_id))
            .filter(group_memberships::left_at.is_null())
            .filter(seats::person_id.is_not_null())
            .filter(not(exists(said))),
    );
    (
        meetups::id,
        meetups::group_id,
        meetups::title,
        meetups::place,
        meetups::starts_at,
        meetups::ends_at,
        meetups::updated_at,
        meetups::nudged_at,
        meetups::series_id,
        written,
        unanswered,
    )
}
