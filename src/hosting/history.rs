//! Where a group has met and will meet in a room, and who came or said that they would.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{answers, attendances, meetups};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::meetups::Answer;

/// Days in which travel counts.
pub(super) const YEAR: i64 = 365;

/// Most meetups that are looked back on.
const MOST: i64 = 200;

/// A meetup with a place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gathering {
    /// When it begins.
    pub at: Timestamp,
    /// Code of the municipality it is in; none where nobody has said which.
    pub municipality: Option<String>,
    /// The seats that travel there: those noted to have come, or where nobody is noted those that said yes; without those that
    /// said that they are there online.
    pub seats: Vec<Id>,
}

/// The meetups of a group with a place that are not cancelled, the latest first, those to come included. Three queries; who
/// travels is read of those within the year.
pub(super) fn gatherings(db: &mut Db, group: Id, now: Timestamp) -> Result<Vec<Gathering>> {
    let rows: Vec<(Id, Timestamp, Option<String>)> = meetups::table
        .filter(meetups::group_id.eq(group))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::place.ne(""))
        .order((meetups::starts_at.desc(), meetups::id))
        .limit(MOST)
        .select((meetups::id, meetups::starts_at, meetups::municipality))
        .load(db)?;
    let since = now - TimeDelta::days(YEAR);
    let counted: Vec<Id> = rows.iter().filter(|(_, at, _)| *at >= since).map(|(id, ..)| *id).collect();
    let came: Vec<(Id, Id)> = attendances::table
        .filter(attendances::meetup_id.eq_any(&counted))
        .select((attendances::meetup_id, attendances::seat_id))
        .load(db)?;
    let said: Vec<(Id, Id, bool)> = answers::table
        .filter(answers::meetup_id.eq_any(&counted))
        .filter(answers::answer.eq(Answer::Yes))
        .select((answers::meetup_id, answers::seat_id, answers::online))
        .load(db)?;
    let online: HashSet<(Id, Id)> =
        said.iter().filter(|(.., online)| *online).map(|(meetup, seat, _)| (*meetup, *seat)).collect();
    let noted: HashSet<Id> = came.iter().map(|(meetup, _)| *meetup).collect();
    let promised = said.iter().filter(|(meetup, ..)| !noted.contains(meetup));
    let all = came.iter().copied().chain(promised.map(|(meetup, seat, _)| (*meetup, *seat)));
    let mut seats: HashMap<Id, Vec<Id>> = HashMap::new();
    for (meetup, seat) in all.filter(|each| !online.contains(each)) {
        seats.entry(meetup).or_default().push(seat);
    }
    let gathering =
        |(id, at, municipality)| Gathering { at, municipality, seats: seats.remove(&id).unwrap_or_default() };
    Ok(rows.into_iter().map(gathering).collect())
}
