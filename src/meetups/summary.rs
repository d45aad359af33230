//! Meetups in lists: what a card shows, read with a fixed number of queries.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::answer::Answer;
use crate::db::Db;
use crate::db::schema::{answers, group_memberships, groups, meetups, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;

/// A meetup as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeetupSummary {
    /// Identifier.
    pub id: Id,
    /// The group that meets.
    pub group_id: Id,
    /// Its name.
    pub group_name: String,
    /// Title.
    pub title: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// IANA name of the zone the wall time was given in.
    pub time_zone: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// Where online; may be empty.
    pub link: String,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// When it was proposed: after `since` it is new to a digest, else changed.
    pub created_at: Timestamp,
    /// What the person who looks has answered; nothing where nobody in particular looks.
    pub my_answer: Option<Answer>,
    /// Present members who said yes.
    pub yes: i64,
    /// Present members who said maybe.
    pub maybe: i64,
    /// Present members who said no.
    pub no: i64,
    /// Present members who have not answered.
    pub unanswered: i64,
}

type Row =
    (Id, Id, String, String, Timestamp, Timestamp, String, String, String, Option<Timestamp>, Timestamp);

diesel::alias!(seats as my_seats: MySeats, group_memberships as my_memberships: MyMemberships);

/// The next meetup of a group that has not ended and is not cancelled.
pub fn next_of_group(db: &mut Db, group: Id, now: Timestamp) -> Result<Option<MeetupSummary>> {
    let rows = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq(group))
        .filter(meetups::ends_at.gt(now))
        .filter(meetups::cancelled_at.is_null())
        .order((meetups::starts_at, meetups::id))
        .limit(1)
        .select(COLUMNS)
        .load(db)?;
    Ok(summaries(db, rows, None)?.into_iter().next())
}

/// The meetups of a group, the latest first, at most 200.
pub fn of_group(db: &mut Db, group: Id) -> Result<Vec<MeetupSummary>> {
    let rows = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq(group))
        .order((meetups::starts_at.desc(), meetups::id))
        .limit(200)
        .select(COLUMNS)
        .load(db)?;
    summaries(db, rows, None)
}

/// The meetups of a person's groups that have not ended, cancelled ones included, the next first.
pub fn coming_of_person(db: &mut Db, person: Id, now: Timestamp, limit: i64) -> Result<Vec<MeetupSummary>> {
    let rows = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq_any(groups_of(person)))
        .filter(meetups::ends_at.gt(now))
        .order((meetups::starts_at, meetups::id))
        .limit(limit)
        .select(COLUMNS)
        .load(db)?;
    summaries(db, rows, Some(person))
}

/// The meetups of a person's groups that have ended, the latest first.
pub fn past_of_person(
    db: &mut Db,
    person: Id,
    now: Timestamp,
    limit: i64,
    offset: i64,
) -> Result<Vec<MeetupSummary>> {
    let rows = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq_any(groups_of(person)))
        .filter(meetups::ends_at.le(now))
        .order((meetups::starts_at.desc(), meetups::id))
        .limit(limit)
        .offset(offset)
        .select(COLUMNS)
        .load(db)?;
    summaries(db, rows, Some(person))
}

/// For digests: the meetups of a person's groups that somebody else proposed, changed or cancelled after `since` and
/// until `until` and that begin after that, the next first, at most 50.
pub fn changed_for(
    db: &mut Db,
    person: Id,
    since: Timestamp,
    until: Timestamp,
) -> Result<Vec<MeetupSummary>> {
    let rows = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq_any(groups_of(person)))
        .filter(meetups::updated_at.gt(since))
        .filter(meetups::updated_at.le(until))
        .filter(meetups::starts_at.gt(until))
        .filter(meetups::created_by.is_null().or(meetups::created_by.ne(person)))
        .order((meetups::starts_at, meetups::id))
        .limit(50)
        .select(COLUMNS)
        .load(db)?;
    summaries(db, rows, Some(person))
}

const COLUMNS: (
    meetups::id,
    meetups::group_id,
    groups::name,
    meetups::title,
    meetups::starts_at,
    meetups::ends_at,
    meetups::time_zone,
    meetups::place,
    meetups::link,
    meetups::cancelled_at,
    meetups::created_at,
) = (
    meetups::id,
    meetups::group_id,
    groups::name,
    meetups::title,
    meetups::starts_at,
    meetups::ends_at,
    meetups::time_zone,
    meetups::place,
    meetups::link,
    meetups::cancelled_at,
    meetups::created_at,
);

/// The groups a person is in by any seat.
#[diesel::dsl::auto_type]
pub(super) fn groups_of(person: Id) -> _ {
    let mine = my_memberships.inner_join(
        my_seats.on(my_seats.field(seats::id).eq(my_memberships.field(group_memberships::seat_id))),
    );
    mine.filter(my_seats.field(seats::person_id).eq(person))
        .filter(my_memberships.field(group_memberships::left_at).is_null())
        .select(my_memberships.field(group_memberships::group_id))
}

/// Three more queries, however many rows: members, answers, my answers.
fn summaries(db: &mut Db, rows: Vec<Row>, person: Option<Id>) -> Result<Vec<MeetupSummary>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id> = rows.iter().map(|row| row.0).collect();
    let members = members_by_group(db, rows.iter().map(|row| row.1).collect())?;
    let counts = counts_by_meetup(db, &ids)?;
    let mine = match person {
        Some(person) => answers_of(db, &ids, person)?,
        None => HashMap::new(),
    };
    Ok(rows
        .into_iter()
        .map(
            |(
                id,
                group_id,
                group_name,
                title,
                starts_at,
                ends_at,
                time_zone,
                place,
                link,
                cancelled,
                created_at,
            )| {
                let count = |answer| counts.get(&(id, answer)).copied().unwrap_or(0);
                let (yes, maybe, no) = (count(Answer::Yes), count(Answer::Maybe), count(Answer::No));
                let members = members.get(&group_id).copied().unwrap_or(0);
                MeetupSummary {
                    id,
                    group_id,
                    group_name,
                    title,
                    starts_at,
                    ends_at,
                    time_zone,
                    place,
                    link,
                    cancelled: cancelled.is_some(),
                    created_at,
                    my_answer: mine.get(&id).copied(),
                    yes,
                    maybe,
                    no,
                    unanswered: (members - yes - maybe - no).max(0),
                }
            },
        )
        .collect())
}

fn members_by_group(db: &mut Db, groups: Vec<Id>) -> Result<HashMap<Id, i64>> {
    let rows: Vec<(Id, i64)> = group_memberships::table
        .filter(group_memberships::group_id.eq_any(groups))
        .filter(group_memberships::left_at.is_null())
        .group_by(group_memberships::group_id)
        .select((group_memberships::group_id, count_star()))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

fn counts_by_meetup(db: &mut Db, ids: &[Id]) -> Result<HashMap<(Id, Answer), i64>> {
    let rows: Vec<(Id, Answer, i64)> = answers::table
        .inner_join(meetups::table)
        .inner_join(group_memberships::table.on(group_memberships::seat_id.eq(answers::seat_id)))
        .filter(group_memberships::group_id.eq(meetups::group_id))
        .filter(group_memberships::left_at.is_null())
        .filter(answers::meetup_id.eq_any(ids))
        .group_by((answers::meetup_id, answers::answer))
        .select((answers::meetup_id, answers::answer, count_star()))
        .load(db)?;
    Ok(rows.into_iter().map(|(meetup, answer, n)| ((meetup, answer), n)).collect())
}

fn answers_of(db: &mut Db, ids: &[Id], person: Id) -> Result<HashMap<Id, Answer>> {
    Ok(answers::table
        .inner_join(seats::table)
        .filter(answers::meetup_id.eq_any(ids))
        .filter(seats::person_id.eq(person))
        .select((answers::meetup_id, answers::answer))
        .load::<(Id, Answer)>(db)?
        .into_iter()
        .collect())
}
