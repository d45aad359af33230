//! What waits for the readers of a batch in their groups: meetups, date polls, promises.

use std::collections::{HashMap, HashSet};

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::content::{Content, Item, Known};
use super::places::Share;
use super::reader::Reader;
use crate::db::Db;
use crate::db::schema::{answers, groups, meetups, outcomes, poll_answers, poll_slots, polls, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n;
use crate::meetups::Answer;
use crate::notes::Kind;

/// Meetups in one digest; polls as many, and promises.
const MOST: usize = 8;

/// How many days ahead a promise is due soon.
const SOON: i64 = 7;

/// How many days a promise that is past its day is told of.
const LATE: i64 = 30;

/// A coming meetup.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Meetup {
    pub(super) id: Id,
    group_id: Id,
    pub(super) group: String,
    pub(super) title: String,
    pub(super) starts_at: Timestamp,
    pub(super) place: String,
    pub(super) link: String,
    updated_at: Timestamp,
    created_by: Option<Id>,
}

impl Meetup {
    /// Whether one can be there in a room or online.
    pub(super) fn is_hybrid(&self) -> bool {
        !self.place.is_empty() && !self.link.is_empty()
    }
}

/// What somebody has said to a meetup.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Said {
    pub(super) answer: Answer,
    /// Whether they wait for a place.
    pub(super) waits: bool,
}

/// An open date poll.
#[derive(Debug, Clone)]
pub(super) struct Poll {
    pub(super) id: Id,
    group_id: Id,
    pub(super) group: String,
    pub(super) title: String,
    pub(super) answer_by: Option<NaiveDate>,
    updated_at: Timestamp,
    created_by: Option<Id>,
    /// The numbers of its slots that lie ahead.
    slots: Vec<i32>,
}

/// A promise that is not done.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Promise {
    person: Option<Id>,
    group_id: Id,
    pub(super) meetup_id: Id,
    pub(super) meetup: String,
    pub(super) text: String,
    due_on: Option<NaiveDate>,
}

impl Promise {
    /// By which day.
    pub(super) fn due_on(&self) -> Option<NaiveDate> {
        self.due_on
    }
}

/// What waits in the groups of a batch of readers.
pub(super) struct Waiting {
    meetups: HashMap<Id, Vec<Meetup>>,
    said: HashMap<(Id, Id), Said>,
    polls: HashMap<Id, Vec<Poll>>,
    /// Poll, person, number of the slot.
    marked: HashSet<(Id, Id, i32)>,
    promises: HashMap<Id, Vec<Promise>>,
}

impl Waiting {
    /// Three queries, and one more for each of meetups and polls when there are any.
    pub(super) fn read(
        db: &mut Db,
        readers: &[Reader],
        of: &[Id],
        (since, until): (Timestamp, Timestamp),
    ) -> Result<Self> {
        let people: Vec<Id> = readers.iter().map(|reader| reader.id).collect();
        let coming = coming(db, of, since, until)?;
        let said = said(db, &coming.iter().map(|meetup| meetup.id).collect::<Vec<_>>(), &people)?;
        let open = open_polls(db, of, until)?;
        let marked = marked(db, &open.iter().map(|poll| poll.id).collect::<Vec<_>>(), &people)?;
        let mut promises: HashMap<Id, Vec<Promise>> = HashMap::new();
        for promise in due(db, &people, until)? {
            if let Some(person) = promise.person {
                promises.entry(person).or_default().push(promise);
            }
        }
        Ok(Waiting {
            meetups: by_group(coming, |meetup| meetup.group_id),
            said,
            polls: by_group(open, |poll| poll.group_id),
            marked,
            promises,
        })
    }

    /// Puts into a digest what waits for its reader in these groups. A meetup that they have declined is left out. What is not
    /// answered and was proposed or changed since the last digest is new; all else only reminds.
    pub(super) fn tell(
        &self,
        content: &mut Content,
        reader: &Reader,
        share: &Share,
        known: &Known,
        now: Timestamp,
    ) {
        let is_new = |by: Option<Id>, item: Item| {
            item.1 > reader.since && by != Some(reader.id) && !known.was_told(reader.id, item)
        };
        let mut coming: Vec<&Meetup> =
            share.groups().filter_map(|group| self.meetups.get(group)).flatten().collect();
        coming.sort_unstable_by_key(|meetup| (meetup.starts_at, meetup.id));
        for meetup in coming {
            let said = self.said.get(&(meetup.id, reader.id)).copied();
            let item = (meetup.id, meetup.updated_at);
            if said.is_none() && is_new(meetup.created_by, item) {
                content.new_questions += 1;
                content.recent.push(item);
            }
            if content.meetups.len() < MOST && said.is_none_or(|said| said.answer != Answer::No) {
                content.meetups.push((meetup.clone(), said));
            }
        }
        for poll in share.groups().filter_map(|group| self.polls.get(group)).flatten() {
            let is_marked = |number: &i32| self.marked.contains(&(poll.id, reader.id, *number));
            if poll.slots.iter().all(is_marked) {
                continue;
            }
            let item = (poll.id, poll.updated_at);
            if is_new(poll.created_by, item) {
                content.new_questions += 1;
                content.recent.push(item);
            }
            if content.polls.len() < MOST {
                content.polls.push(poll.clone());
            }
        }
        let today = i18n::local(now, reader.zone).date_naive();
        let last = today + TimeDelta::days(SOON);
        let promised = self.promises.get(&reader.id).into_iter().flatten();
        let due = promised.filter(|promise| {
            share.groups().any(|group| *group == promise.group_id)
                && promise.due_on.is_some_and(|day| day <= last)
        });
        content.promises = due.take(MOST).cloned().collect();
    }
}

fn by_group<T>(all: Vec<T>, group: impl Fn(&T) -> Id) -> HashMap<Id, Vec<T>> {
    let mut found: HashMap<Id, Vec<T>> = HashMap::new();
    for each in all {
        found.entry(group(&each)).or_default().push(each);
    }
    found
}

/// Meetups of these groups in the coming days, and later ones that are new.
fn coming(db: &mut Db, of: &[Id], since: Timestamp, until: Timestamp) -> Result<Vec<Meetup>> {
    let soon = meetups::starts_at.lt(until + TimeDelta::days(8));
    // Of a series, the next stands for all.
    let new = meetups::updated_at.gt(since).and(meetups::held_back.eq(false));
    Ok(meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq_any(of))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::starts_at.gt(until))
        .filter(soon.or(new))
        .order((meetups::starts_at, meetups::id))
        .select((
            meetups::id,
            meetups::group_id,
            groups::name,
            meetups::title,
            meetups::starts_at,
            meetups::place,
            meetups::link,
            meetups::updated_at,
            meetups::created_by,
        ))
        .load(db)?)
}

/// What people have answered to meetups.
fn said(db: &mut Db, meetups: &[Id], people: &[Id]) -> Result<HashMap<(Id, Id), Said>> {
    if meetups.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Id, Option<Id>, Answer, Option<i32>)> = answers::table
        .inner_join(seats::table)
        .filter(answers::meetup_id.eq_any(meetups))
        .filter(seats::person_id.eq_any(people.iter().copied().map(Some)))
        .select((answers::meetup_id, seats::person_id, answers::answer, answers::waiting))
        .load(db)?;
    let said = |(meetup, person, answer, waiting): (Id, Option<Id>, Answer, Option<i32>)| {
        Some(((meetup, person?), Said { answer, waits: waiting.is_some() }))
    };
    Ok(rows.into_iter().filter_map(said).collect())
}

type PollRow = (Id, Id, String, String, Option<NaiveDate>, Timestamp, Option<Id>, i32);

/// The open polls of these groups that have slots ahead, those with the nearest last day first.
fn open_polls(db: &mut Db, of: &[Id], now: Timestamp) -> Result<Vec<Poll>> {
    let rows: Vec<PollRow> = poll_slots::table
        .inner_join(polls::table.inner_join(groups::table))
        .filter(polls::group_id.eq_any(of))
        .filter(polls::closed_at.is_null())
        .filter(groups::closed_at.is_null())
        .filter(poll_slots::starts_at.gt(now))
        .order((polls::answer_by.is_null(), polls::answer_by, polls::id))
        .select((
            polls::id,
            polls::group_id,
            groups::name,
            polls::title,
            polls::answer_by,
            polls::updated_at,
            polls::created_by,
            poll_slots::number,
        ))
        .load(db)?;
    let mut open: Vec<Poll> = Vec::new();
    for (id, group_id, group, title, answer_by, updated_at, created_by, number) in rows {
        match open.last_mut().filter(|poll| poll.id == id) {
            Some(poll) => poll.slots.push(number),
            None => open.push(Poll {
                slots: vec![number],
                id,
                group_id,
                group,
                title,
                answer_by,
                updated_at,
                created_by,
            }),
        }
    }
    Ok(open)
}

/// Which slots of polls people have said something of.
fn marked(db: &mut Db, polls: &[Id], people: &[Id]) -> Result<HashSet<(Id, Id, i32)>> {
    if polls.is_empty() {
        return Ok(HashSet::new());
    }
    let rows: Vec<(Id, Option<Id>, i32)> = poll_answers::table
        .inner_join(seats::table)
        .filter(poll_answers::poll_id.eq_any(polls))
        .filter(seats::person_id.eq_any(people.iter().copied().map(Some)))
        .select((poll_answers::poll_id, seats::person_id, poll_answers::number))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(poll, person, number)| Some((poll, person?, number))).collect())
}

/// What people have promised for a day that is near, or not long past, the first first.
fn due(db: &mut Db, people: &[Id], now: Timestamp) -> Result<Vec<Promise>> {
    let today = now.utc().date_naive();
    // Zones differ by up to a day from ours.
    let (first, last) = (today - TimeDelta::days(LATE), today + TimeDelta::days(SOON + 1));
    Ok(outcomes::table
        .inner_join(meetups::table)
        .inner_join(seats::table.on(seats::id.nullable().eq(outcomes::seat_id)))
        .filter(seats::person_id.eq_any(people.iter().copied().map(Some)))
        .filter(outcomes::kind.eq(Kind::Promise))
        .filter(outcomes::done_at.is_null())
        .filter(outcomes::due_on.ge(first))
        .filter(outcomes::due_on.le(last))
        .filter(meetups::cancelled_at.is_null())
        .order((outcomes::due_on, outcomes::id))
        .select((
            seats::person_id,
            outcomes::group_id,
            outcomes::meetup_id,
            meetups::title,
            outcomes::text,
            outcomes::due_on,
        ))
        .load(db)?)
}
