//! The poll row and its slots, who sees them, and making one.

use chrono::NaiveDate;
use chrono_tz::Tz;
use diesel::prelude::*;

use super::mail;
use crate::app::App;
use crate::clock;
use crate::db::schema::{poll_slots, polls};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::on_both;
use crate::web::CurrentPerson;

/// Most slots that a poll has ahead of it.
pub(super) const MOST_SLOTS: usize = 40;

/// A poll of a group.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = polls)]
pub struct Poll {
    /// Identifier.
    pub id: Id,
    /// The group that is asked.
    pub group_id: Id,
    /// What the meetup is to be called, one line.
    pub title: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// Where online, `http(s)`; may be empty.
    pub link: String,
    /// IANA name of the zone the wall times were given in.
    pub time_zone: String,
    /// The day by which answers are wanted, in that zone.
    pub answer_by: Option<NaiveDate>,
    /// The number that the next slot gets.
    pub next_slot: i32,
    /// Grows with every change.
    pub revision: i32,
    /// Who proposed it.
    pub created_by: Option<Id>,
    /// When its slots or words were changed last.
    pub updated_at: Timestamp,
    /// When those who had not answered were reminded last.
    pub reminded_at: Option<Timestamp>,
    /// When it was settled, with a slot or without.
    pub closed_at: Option<Timestamp>,
    /// Why it was closed without a slot; may be empty.
    pub why: String,
    /// Number of the slot that was chosen.
    pub chosen: Option<i32>,
    /// The meetup that came of it.
    pub meetup_id: Option<Id>,
}

/// When a meetup could be.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Queryable, Selectable)]
#[diesel(table_name = poll_slots)]
pub struct Span {
    /// When it would begin.
    pub starts_at: Timestamp,
    /// When it would end, after the beginning.
    pub ends_at: Timestamp,
}

/// A slot of a poll.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = poll_slots)]
pub struct Slot {
    /// Its number in the poll, which no other slot of it ever has.
    pub number: i32,
    /// When.
    #[diesel(embed)]
    pub span: Span,
}

impl Slot {
    /// Whether it has not begun.
    pub fn is_ahead(&self, now: Timestamp) -> bool {
        self.span.starts_at > now
    }
}

/// What a poll is made of, and what a change may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPoll {
    /// The group that is asked.
    pub group_id: Id,
    /// What the meetup is to be called, one line.
    pub title: String,
    /// Where, in words; may be empty.
    pub place: String,
    /// Where online, `http(s)`; may be empty.
    pub link: String,
    /// IANA name of the zone the wall times were given in.
    pub time_zone: String,
    /// The day by which answers are wanted.
    pub answer_by: Option<NaiveDate>,
    /// The slots, each once.
    pub slots: Vec<Span>,
}

impl Poll {
    /// The zone its wall times were given in.
    pub fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or(Tz::Europe__Stockholm)
    }

    /// Whether it is neither chosen nor closed.
    pub fn is_open(&self) -> bool {
        self.closed_at.is_none()
    }

    /// [`Error::Conflict`] when it is settled or its group is closed.
    pub(super) fn must_be_open(&self, group: &Group) -> Result<()> {
        if !self.is_open() {
            Err(Error::Conflict("error-poll-settled"))
        } else if group.closed_at.is_some() {
            Err(Error::Conflict("error-group-closed"))
        } else {
            Ok(())
        }
    }
}

/// The poll with this identifier, whoever asks.
pub fn find(db: &mut Db, id: Id) -> Result<Poll> {
    Ok(polls::table.find(id).select(Poll::as_select()).prepared().get_result(db)?)
}

/// The poll and its group, held until the transaction ends. [`Error::Conflict`] when it is not open any more.
pub(super) fn hold_open(tx: &mut Tx<'_>, id: Id) -> Result<(Poll, Group)> {
    tx.lock(id)?;
    let poll = find(tx, id)?;
    let group = groups::find(tx, poll.group_id)?;
    poll.must_be_open(&group)?;
    Ok((poll, group))
}

/// The slots of a poll, the first first.
pub fn slots_of(db: &mut Db, poll: Id) -> Result<Vec<Slot>> {
    Ok(poll_slots::table
        .filter(poll_slots::poll_id.eq(poll))
        .order((poll_slots::starts_at, poll_slots::ends_at))
        .select(Slot::as_select())
        .prepared()
        .load(db)?)
}

/// The poll, its group and as what this person sees them: a member of the group or a coordinator.
/// [`Error::NotFound`] for everybody else.
pub fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Poll, Group, Access)> {
    let poll = find(db, id)?;
    let (group, access) = visible_group(db, poll.group_id, person)?;
    Ok((poll, group, access))
}

/// The group, if this person may propose slots in it.
pub(super) fn visible_group(db: &mut Db, group: Id, person: &CurrentPerson) -> Result<(Group, Access)> {
    match groups::visible(db, group, person)? {
        (_, Access::Neighbour) => Err(Error::NotFound),
        found => Ok(found),
    }
}

/// Makes a poll and asks every member by mail. The same person asking the same again (a form sent twice) gets the poll that
/// is there.
pub fn create(tx: &mut Tx<'_>, app: &App, new: &NewPoll, by: Id) -> Result<Id> {
    tx.lock(new.group_id)?;
    if let Some(twin) = twin(tx, new, by)? {
        return Ok(twin);
    }
    let (id, now) = (clock::new_id(), app.clock.now());
    diesel::insert_into(polls::table)
        .values((
            polls::id.eq(id),
            polls::group_id.eq(new.group_id),
            polls::title.eq(&new.title),
            polls::place.eq(&new.place),
            polls::link.eq(&new.link),
            polls::time_zone.eq(&new.time_zone),
            polls::answer_by.eq(new.answer_by),
            polls::next_slot.eq(1),
            polls::revision.eq(0),
            polls::created_by.eq(by),
            polls::created_at.eq(now),
            polls::updated_at.eq(now),
            polls::why.eq(""),
        ))
        .execute(&mut **tx)?;
    add_slots(tx, id, 1, &new.slots)?;
    let poll = find(tx, id)?;
    mail::ask(tx, app, &poll, None)?;
    Ok(id)
}

/// Adds slots, numbered from `first` on.
pub(super) fn add_slots(tx: &mut Tx<'_>, poll: Id, first: i32, spans: &[Span]) -> Result<()> {
    let rows: Vec<_> = (first..)
        .zip(spans)
        .map(|(number, span)| {
            (
                poll_slots::poll_id.eq(poll),
                poll_slots::number.eq(number),
                poll_slots::starts_at.eq(span.starts_at),
                poll_slots::ends_at.eq(span.ends_at),
            )
        })
        .collect();
    on_both!(tx, c => diesel::insert_into(poll_slots::table).values(&rows).execute(c))?;
    let next = first.saturating_add(i32::try_from(rows.len()).unwrap_or(i32::MAX));
    diesel::update(polls::table.find(poll)).set(polls::next_slot.eq(next)).execute(&mut **tx)?;
    Ok(())
}

/// Asks the holder of a seat, who has just joined the group or taken over the seat, what its open polls ask.
pub fn ask_newcomer(tx: &mut Tx<'_>, app: &App, group: Id, seat: Id) -> Result<()> {
    let open: Vec<Poll> = polls::table
        .filter(polls::group_id.eq(group))
        .filter(polls::closed_at.is_null())
        .order(polls::id)
        .select(Poll::as_select())
        .load(&mut **tx)?;
    open.iter().try_for_each(|poll| mail::ask(tx, app, poll, Some(seat)))
}

fn twin(db: &mut Db, new: &NewPoll, by: Id) -> Result<Option<Id>> {
    let alike: Vec<Id> = polls::table
        .filter(polls::group_id.eq(new.group_id))
        .filter(polls::title.eq(&new.title))
        .filter(polls::created_by.eq(by))
        .filter(polls::closed_at.is_null())
        .order(polls::id)
        .select(polls::id)
        .load(db)?;
    let mut wanted = new.slots.clone();
    wanted.sort_unstable();
    for id in alike {
        let found: Vec<Span> = slots_of(db, id)?.into_iter().map(|slot| slot.span).collect();
        if found == wanted {
            return Ok(Some(id));
        }
    }
    Ok(None)
}
