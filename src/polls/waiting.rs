//! The open polls of a group or a person, and whether they wait for this person's answer.

use chrono::NaiveDate;
use diesel::dsl::{exists, not};
use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{groups, poll_answers, poll_slots, polls, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::groups::joined_by;

/// A poll that is open.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct OpenPoll {
    /// Identifier.
    pub id: Id,
    /// What the meetup is to be called.
    pub title: String,
    /// Whether the person has not said of every slot ahead whether it suits.
    pub waits: bool,
}

/// The open polls of a group, those that wait for the person's answer before others, at most 20. One query.
pub fn open_of_group(db: &mut Db, group: Id, person: Id, now: Timestamp) -> Result<Vec<OpenPoll>> {
    let mut open: Vec<OpenPoll> = polls::table
        .filter(polls::group_id.eq(group))
        .filter(polls::closed_at.is_null())
        .order((polls::answer_by.is_null(), polls::answer_by, polls::id))
        .select((polls::id, polls::title, unanswered(person, now)))
        .limit(20)
        .load(db)?;
    open.sort_by_key(|poll| !poll.waits);
    Ok(open)
}

/// The poll in a person's groups that waits for their answer, the one with the nearest last day first. One query.
pub fn waiting_for(db: &mut Db, person: Id, now: Timestamp) -> Result<Option<OpenPoll>> {
    Ok(open()
        .filter(polls::group_id.eq_any(joined_by(person)))
        .filter(unanswered(person, now))
        .order((polls::answer_by.is_null(), polls::answer_by, polls::id))
        .select((polls::id, polls::title, unanswered(person, now)))
        .first(db)
        .optional()?)
}

/// An open poll with its last day for answers.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct DuePoll {
    /// Identifier.
    pub id: Id,
    /// What the meetup is to be called.
    pub title: String,
    /// Name of the group that is asked.
    pub group_name: String,
    /// The last day for answers.
    pub answer_by: Option<NaiveDate>,
}

/// The open polls of a person's groups whose last day is from `from` to `to`, at most 100. One query.
pub fn due_between(db: &mut Db, person: Id, from: NaiveDate, to: NaiveDate) -> Result<Vec<DuePoll>> {
    Ok(open()
        .filter(polls::group_id.eq_any(joined_by(person)))
        .filter(polls::answer_by.ge(from))
        .filter(polls::answer_by.le(to))
        .order((polls::answer_by, polls::id))
        .select((polls::id, polls::title, groups::name, polls::answer_by))
        .limit(100)
        .load(db)?)
}

/// The open polls of groups that go on.
#[diesel::dsl::auto_type]
fn open() -> _ {
    polls::table
        .inner_join(groups::table)
        .filter(polls::closed_at.is_null())
        .filter(groups::closed_at.is_null())
}

/// Whether a slot ahead has no answer by any seat of a person.
#[diesel::dsl::auto_type]
fn unanswered(person: Id, now: Timestamp) -> _ {
    let answered = poll_answers::table
        .inner_join(seats::table)
        .filter(poll_answers::poll_id.eq(poll_slots::poll_id))
        .filter(poll_answers::number.eq(poll_slots::number))
        .filter(seats::person_id.eq(person));
    exists(
        poll_slots::table
            .filter(poll_slots::poll_id.eq(polls::id))
            .filter(poll_slots::starts_at.gt(now))
            .filter(not(exists(answered))),
    )
}
