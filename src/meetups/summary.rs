//! Meetups in lists: what a card shows, read with a fixed number of queries.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::answer::Answer;
use crate::db::schema::{answers, group_memberships, groups, meetups, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, padded};
use crate::error::Result;
use crate::groups::joined_by;

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
    /// What was said when it was cancelled; may be empty.
    pub cancelled_why: String,
    /// The series that it is in.
    pub series_id: Option<Id>,
    /// When it was proposed: after `since` it is new to a digest, else changed.
    pub created_at: Timestamp,
    /// What the person who looks has answered; nothing where nobody in particular looks.
    pub my_answer: Option<Answer>,
    /// Whether the person waits for a place.
    pub i_wait: bool,
    /// Whether the person is there online, though there is a room.
    pub i_am_online: bool,
    /// Present members who said yes.
    pub yes: i64,
    /// Present members who said maybe, or wait for a place.
    pub maybe: i64,
    /// Present members who said no.
    pub no: i64,
    /// Present members who have not answered.
    pub unanswered: i64,
}

type Row = (
    Id,
    Id,
    String,
    String,
    Timestamp,
    Timestamp,
    String,
    String,
    String,
    Option<Timestamp>,
    String,
    Option<Id>,
    Timestamp,
);

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
    coming(db, person, now, true, limit)
}

/// As [`coming_of_person`] without the meetups of series that nobody is invited to yet: of each, the next stands for all.
pub fn next_ones_of_person(
    db: &mut Db,
    person: Id,
    now: Timestamp,
    limit: i64,
) -> Result<Vec<MeetupSummary>> {
    coming(db, person, now, false, limit)
}

fn coming(db: &mut Db, person: Id, now: Timestamp, all: bool, limit: i64) -> Result<Vec<MeetupSummary>> {
    let rows = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq_any(joined_by(person)))
        .filter(meetups::ends_at.gt(now))
        .filter(meetups::held_back.eq(false).or(all.into_sql::<Bool>()))
        .order((meetups::starts_at, meetups::id))
        .limit(limit)
        .select(COLUMNS)
        .load(db)?;
    summaries(db, rows, Some(person))
}

/// A coming meetup as the person sees it who may be there.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct ComingMeetup {
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
    /// When it was cancelled.
    pub cancelled_at: Option<Timestamp>,
    /// What was said when it was cancelled; may be empty.
    pub cancelled_why: String,
    /// The series that it is in.
    pub series_id: Option<Id>,
    /// What the person has answered.
    pub my_answer: Option<Answer>,
    /// The person's number in the line for a place, if they wait.
    pub waiting: Option<i32>,
}

/// As [`next_ones_of_person`] without what others answered: one query.
pub fn next_of_person(db: &mut Db, person: Id, now: Timestamp, limit: usize) -> Result<Vec<ComingMeetup>> {
    let mut found: Vec<ComingMeetup> = seen_by(person)
        .filter(meetups::ends_at.gt(now))
        .filter(meetups::held_back.eq(false))
        // Somebody may be there by two seats.
        .limit(i64::try_from(limit * 2).unwrap_or(i64::MAX))
        .prepared()
        .load(db)?;
    found.dedup_by_key(|meetup| meetup.id);
    found.truncate(limit);
    Ok(found)
}

/// The meetups of a person's groups that begin from `from` and before `until`, cancelled ones included, the first first, at
/// most 300. One query.
pub fn begins_between(
    db: &mut Db,
    person: Id,
    from: Timestamp,
    until: Timestamp,
) -> Result<Vec<ComingMeetup>> {
    let begins = meetups::starts_at.ge(from).and(meetups::starts_at.lt(until));
    let mut found: Vec<ComingMeetup> = seen_by(person).filter(begins).limit(300).load(db)?;
    found.dedup_by_key(|meetup| meetup.id);
    Ok(found)
}

/// The meetups of a person's groups as a [`ComingMeetup`], the first first, once for each seat of theirs in the group: the one that
/// has answered before others.
#[diesel::dsl::auto_type]
fn seen_by(person: Id) -> _ {
    let said = answers::meetup_id.eq(meetups::id).and(answers::seat_id.eq(group_memberships::seat_id));
    meetups::table
        .inner_join(groups::table)
        .inner_join(group_memberships::table.on(group_memberships::group_id.eq(meetups::group_id)))
        .inner_join(seats::table.on(seats::id.eq(group_memberships::seat_id)))
        .left_join(answers::table.on(said))
        .filter(seats::person_id.eq(person))
        .filter(group_memberships::left_at.is_null())
        .order((meetups::starts_at, meetups::id, answers::answer.is_null()))
        .select((
            meetups::id,
            meetups::group_id,
            groups::name,
            meetups::title,
            meetups::starts_at,
            meetups::cancelled_at,
            meetups::cancelled_why,
            meetups::series_id,
            answers::answer.nullable(),
            answers::waiting.nullable(),
        ))
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
        .filter(meetups::group_id.eq_any(joined_by(person)))
        .filter(meetups::ends_at.le(now))
        .order((meetups::starts_at.desc(), meetups::id))
        .limit(limit)
        .offset(offset)
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
    meetups::cancelled_why,
    meetups::series_id,
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
    meetups::cancelled_why,
    meetups::series_id,
    meetups::created_at,
);

/// One more query, however many rows: the members of their groups with what each has answered.
fn summaries(db: &mut Db, rows: Vec<Row>, person: Option<Id>) -> Result<Vec<MeetupSummary>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id> = rows.iter().map(|row| row.0).collect();
    let mut tallies = tallies(db, &ids, person)?;
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
                cancelled_why,
                series_id,
                created_at,
            )| {
                let Tally { mine, waits, online, yes, maybe, no, unanswered } =
                    tallies.remove(&id).unwrap_or_default();
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
                    cancelled_why,
                    series_id,
                    created_at,
                    my_answer: mine,
                    i_wait: waits,
                    i_am_online: online,
                    yes,
                    maybe,
                    no,
                    unanswered,
                }
            },
        )
        .collect())
}

/// What the present members of a group have said to a meetup.
#[derive(Default)]
struct Tally {
    mine: Option<Answer>,
    waits: bool,
    online: bool,
    yes: i64,
    maybe: i64,
    no: i64,
    unanswered: i64,
}

fn tallies(db: &mut Db, ids: &[Id], person: Option<Id>) -> Result<HashMap<Id, Tally>> {
    let said = answers::table
        .on(answers::meetup_id.eq(meetups::id).and(answers::seat_id.eq(group_memberships::seat_id)));
    let ids = padded(ids.iter().copied());
    type Row = (Id, Option<Id>, Option<Answer>, Option<i32>, Option<bool>);
    let rows: Vec<Row> = meetups::table
        .inner_join(group_memberships::table.on(group_memberships::group_id.eq(meetups::group_id)))
        .inner_join(seats::table.on(seats::id.eq(group_memberships::seat_id)))
        .left_join(said)
        .filter(group_memberships::left_at.is_null())
        .filter(meetups::id.eq_any(&ids))
        .select((
            meetups::id,
            seats::person_id,
            answers::answer.nullable(),
            answers::waiting.nullable(),
            answers::online.nullable(),
        ))
        .prepared_for(ids.len())
        .load(db)?;
    let mut found: HashMap<Id, Tally> = HashMap::new();
    for (meetup, holder, answer, waiting, online) in rows {
        let tally = found.entry(meetup).or_default();
        match answer {
            Some(Answer::Yes) => tally.yes += 1,
            Some(Answer::Maybe) => tally.maybe += 1,
            Some(Answer::No) => tally.no += 1,
            None => tally.unanswered += 1,
        }
        if person.is_some() && holder == person {
            tally.mine = tally.mine.or(answer);
            tally.waits |= waiting.is_some();
            tally.online |= online == Some(true);
        }
    }
    Ok(found)
}
