//! The meetup row, who sees it, and making one.

use chrono_tz::Tz;
use diesel::dsl::exists;
use diesel::prelude::*;

use super::polled::Polled;
use super::{mail, polled};
use crate::agendas::Guide;
use crate::app::App;
use crate::clock;
use crate::db::schema::{attendances, meetups, notes, outcomes, people, polls as poll_rows, questions};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::notes::Kind;
use crate::polls;
use crate::web::CurrentPerson;

/// A meetup of a group.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = meetups)]
pub struct Meetup {
    /// Identifier.
    pub id: Id,
    /// The group that meets.
    pub group_id: Id,
    /// What it is called, one line.
    pub title: String,
    /// What it is about, Markdown.
    pub agenda: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// IANA name of the zone the wall time was given in.
    pub time_zone: String,
    /// Where, in words; may be empty when there is a link.
    pub place: String,
    /// Where online, `http(s)`; may be empty when there is a place.
    pub link: String,
    /// How many may say yes; where there is a place and a link, how many there is room for at the place.
    pub capacity: Option<i32>,
    /// Grows with every change; iCalendar's SEQUENCE.
    pub revision: i32,
    /// Who proposed it.
    pub created_by: Option<Id>,
    /// When it was proposed.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// When it was cancelled.
    pub cancelled_at: Option<Timestamp>,
    /// What was said when it was cancelled; may be empty.
    pub cancelled_why: String,
    /// The address that calendar programs answer to, without what makes it personal; none when it was made while no
    /// mailbox was read.
    pub reply_address: Option<String>,
    /// The conversation guide that was chosen for it.
    pub guide: Option<Guide>,
    /// Who came beside the members: how many, or their names.
    pub guests: Option<String>,
    /// When those who had not answered were reminded by hand.
    pub nudged_at: Option<Timestamp>,
    /// The series that it was proposed with.
    pub series_id: Option<Id>,
    /// Whether its invitations wait until it is the next of its series.
    pub held_back: bool,
    /// Code of the municipality that the place is in, where that is said.
    pub municipality: Option<String>,
}

/// What a meetup is made of, and what a change may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMeetup {
    /// The group that meets.
    pub group_id: Id,
    /// What it is called, one line.
    pub title: String,
    /// What it is about, Markdown; may be empty.
    pub agenda: String,
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends, after the beginning.
    pub ends_at: Timestamp,
    /// IANA name of the zone the wall time was given in.
    pub time_zone: String,
    /// Where, in words.
    pub place: String,
    /// Where online, `http(s)`.
    pub link: String,
    /// How many may say yes; at the place, where there is a link too.
    pub capacity: Option<i32>,
    /// Code of the municipality that the place is in.
    pub municipality: Option<String>,
}

impl Meetup {
    /// The zone its wall time was given in.
    pub fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or(Tz::Europe__Stockholm)
    }

    /// Whether one can be there in the room or online.
    pub fn is_hybrid(&self) -> bool {
        !self.place.is_empty() && !self.link.is_empty()
    }

    /// Whether it was cancelled.
    pub fn is_cancelled(&self) -> bool {
        self.cancelled_at.is_some()
    }

    /// Whether it has begun.
    pub fn has_begun(&self, now: Timestamp) -> bool {
        self.starts_at <= now
    }

    /// Whether it has ended.
    pub fn is_over(&self, now: Timestamp) -> bool {
        self.ends_at <= now
    }

    /// [`Error::Conflict`] when nothing about it may change any more.
    pub fn must_be_coming(&self, now: Timestamp) -> Result<()> {
        if self.is_cancelled() {
            Err(Error::Conflict("error-meetup-cancelled"))
        } else if self.is_over(now) {
            Err(Error::Conflict("error-meetup-over"))
        } else {
            Ok(())
        }
    }
}

/// The meetup with this identifier.
pub fn find(db: &mut Db, id: Id) -> Result<Meetup> {
    Ok(meetups::table.find(id).select(Meetup::as_select()).prepared().get_result(db)?)
}

/// The next meetup of a group that has not ended and is not cancelled.
pub fn next_of_group(db: &mut Db, group: Id, now: Timestamp) -> Result<Option<Meetup>> {
    Ok(meetups::table
        .filter(meetups::group_id.eq(group))
        .filter(meetups::ends_at.gt(now))
        .filter(meetups::cancelled_at.is_null())
        .order((meetups::starts_at, meetups::id))
        .limit(1)
        .select(Meetup::as_select())
        .prepared()
        .get_result(db)
        .optional()?)
}

/// The meetup, its group and as what this person sees them: a member of the group or a coordinator.
/// [`Error::NotFound`] for everybody else.
pub fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Meetup, Group, Access)> {
    let meetup = find(db, id)?;
    let (group, access) = visible_group(db, meetup.group_id, person)?;
    Ok((meetup, group, access))
}

/// What there is around a meetup, so that its page asks for nothing that there is not.
pub(super) struct Around {
    /// How many questions are on its agenda.
    pub questions: i64,
    /// Whether anybody is noted to have come.
    pub came: bool,
    /// Whether notes of it are saved.
    pub written: bool,
    /// Whether its group has promises that are not done.
    pub promised: bool,
    /// The poll that it came of.
    pub poll: Option<Id>,
    /// Who cancelled it: their name, and whether their personal data is protected.
    pub cancelled_by: Option<(String, bool)>,
}

/// As [`visible`], with what there is around it.
pub(super) fn see(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Meetup, Group, Around)> {
    let questions = questions::table
        .filter(questions::meetup_id.eq(meetups::id))
        .filter(questions::withdrawn_at.is_null())
        .count()
        .single_value();
    let came = exists(attendances::table.filter(attendances::meetup_id.eq(meetups::id)));
    let written = exists(notes::table.filter(notes::meetup_id.eq(meetups::id)));
    let promised = exists(
        outcomes::table
            .filter(outcomes::group_id.eq(meetups::group_id))
            .filter(outcomes::kind.eq(Kind::Promise))
            .filter(outcomes::done_at.is_null()),
    );
    let poll = poll_rows::table.filter(poll_rows::meetup_id.eq(meetups::id.nullable())).select(poll_rows::id);
    let canceller = people::table.on(people::id.nullable().eq(meetups::cancelled_by));
    let cancelled_by = (people::name, people::protected).nullable();
    type Row = (Meetup, Option<i64>, bool, bool, bool, Option<Id>, Option<(String, bool)>);
    let (meetup, questions, came, written, promised, poll, cancelled_by): Row = meetups::table
        .left_join(canceller)
        .filter(meetups::id.eq(id))
        .select((Meetup::as_select(), questions, came, written, promised, poll.single_value(), cancelled_by))
        .prepared()
        .get_result(db)?;
    let (group, _) = visible_group(db, meetup.group_id, person)?;
    let questions = questions.unwrap_or(0);
    Ok((meetup, group, Around { questions, came, written, promised, poll, cancelled_by }))
}

/// The group, if this person may propose meetups in it.
pub(super) fn visible_group(db: &mut Db, group: Id, person: &CurrentPerson) -> Result<(Group, Access)> {
    match groups::visible(db, group, person)? {
        (_, Access::Neighbour) => Err(Error::NotFound),
        found => Ok(found),
    }
}

/// The group, if it is not closed and this person may propose meetups in it.
pub fn open_group(db: &mut Db, group: Id, person: &CurrentPerson) -> Result<Group> {
    let (group, _) = visible_group(db, group, person)?;
    if group.closed_at.is_some() { Err(Error::NotFound) } else { Ok(group) }
}

/// Makes a meetup and queues the invitations, unless it is over already. The same person proposing the same title at
/// the same time again (a form sent twice) gets the meetup that is there.
pub fn create(tx: &mut Tx<'_>, app: &App, new: &NewMeetup, by: Id) -> Result<Id> {
    create_polled(tx, app, new, by, &[])
}

/// As [`create`], with what was said of its time in the poll that it came of.
pub fn create_polled(tx: &mut Tx<'_>, app: &App, new: &NewMeetup, by: Id, polled: &[Polled]) -> Result<Id> {
    tx.lock(new.group_id)?;
    if let Some(twin) = twin(tx, new, by)? {
        return Ok(twin);
    }
    let id = insert(tx, app, new, by, None, false)?;
    let meetup = find(tx, id)?;
    polled::carry(tx, &meetup, polled)?;
    if new.ends_at > app.clock.now() {
        mail::invite(tx, app, &meetup, &[])?;
    }
    Ok(id)
}

/// Writes the row: who proposed it, the series it is in and whether its invitations are held back.
pub(super) fn insert(
    tx: &mut Tx<'_>,
    app: &App,
    new: &NewMeetup,
    by: Id,
    series: Option<Id>,
    held_back: bool,
) -> Result<Id> {
    let (id, now) = (clock::new_id(), app.clock.now());
    diesel::insert_into(meetups::table)
        .values((
            meetups::id.eq(id),
            meetups::group_id.eq(new.group_id),
            meetups::title.eq(&new.title),
            meetups::agenda.eq(&new.agenda),
            meetups::starts_at.eq(new.starts_at),
            meetups::ends_at.eq(new.ends_at),
            meetups::time_zone.eq(&new.time_zone),
            meetups::place.eq(&new.place),
            meetups::link.eq(&new.link),
            meetups::capacity.eq(new.capacity),
            meetups::municipality.eq(&new.municipality),
            meetups::revision.eq(0),
            meetups::created_by.eq(by),
            meetups::created_at.eq(now),
            meetups::updated_at.eq(now),
            meetups::reply_address.eq(app.inbound.address()),
            meetups::series_id.eq(series),
            meetups::held_back.eq(held_back),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// The meetups of a person's groups that may still be answered, the next first, at most 100.
pub(super) fn coming_of_groups_of(db: &mut Db, person: Id, now: Timestamp) -> Result<Vec<Meetup>> {
    Ok(meetups::table
        .filter(meetups::group_id.eq_any(groups::joined_by(person)))
        .filter(meetups::ends_at.gt(now))
        .order((meetups::starts_at, meetups::id))
        .limit(100)
        .select(Meetup::as_select())
        .load(db)?)
}

/// Invites the holder of a seat, who has just joined the group or taken over the seat, to its coming meetups, and asks what
/// its open polls ask.
pub fn invite_newcomer(tx: &mut Tx<'_>, app: &App, group: Id, seat: Id) -> Result<()> {
    let coming: Vec<Meetup> = meetups::table
        .filter(meetups::group_id.eq(group))
        .filter(meetups::ends_at.gt(app.clock.now()))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::held_back.eq(false))
        .order(meetups::starts_at)
        .select(Meetup::as_select())
        .load(&mut **tx)?;
    coming.iter().try_for_each(|meetup| mail::invite_seat(tx, app, meetup, seat))?;
    polls::ask_newcomer(tx, app, group, seat)
}

/// The same meetup, if this person has proposed it before.
pub(super) fn twin(db: &mut Db, new: &NewMeetup, by: Id) -> Result<Option<Id>> {
    Ok(meetups::table
        .filter(meetups::group_id.eq(new.group_id))
        .filter(meetups::starts_at.eq(new.starts_at))
        .filter(meetups::title.eq(&new.title))
        .filter(meetups::created_by.eq(by))
        .filter(meetups::cancelled_at.is_null())
        .select(meetups::id)
        .first(db)
        .optional()?)
}
