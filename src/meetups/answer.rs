//! Who comes: the answer of a seat to a meetup.

use diesel::prelude::*;

use super::given::Given;
use super::mail::Invitee;
use super::meetup::{Meetup, find};
use super::{mail, waiting};
use crate::app::App;
use crate::db::schema::{answers, group_memberships, meetups};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::word_enum;

word_enum! {
    /// What a member says to an invitation.
    pub enum Answer {
        /// Comes.
        Yes = "yes",
        /// Perhaps comes.
        Maybe = "maybe",
        /// Does not come.
        No = "no",
    }
}

impl Answer {
    /// Locale key of what one says: `Ja, jag kommer`.
    pub fn key(self) -> &'static str {
        match self {
            Answer::Yes => "meetup-answer-yes",
            Answer::Maybe => "meetup-answer-maybe",
            Answer::No => "meetup-answer-no",
        }
    }
}

/// What a seat has said to a meetup.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub(super) struct Said {
    /// The seat.
    pub seat: Id,
    /// Its answer; who waits for a place says maybe.
    pub answer: Answer,
    /// Its number in the line for a place, if it waits; numbers grow and may have gaps.
    pub waiting: Option<i32>,
    /// Whether it is there online, though there is a room.
    pub online: bool,
    /// Whether it was said in the poll that the meetup came of, and neither confirmed nor changed since.
    pub polled: bool,
}

impl Said {
    /// As it was given.
    pub fn given(&self) -> Given {
        Given::of(self.answer, self.online)
    }
}

/// Writes down the answer of a seat; a later one replaces it. Yes takes a place, or one in the line for one when all are
/// taken; who has either keeps it. Online takes none. A place that becomes free goes to the first in the line, who is told by
/// mail. [`Error::NotFound`] when the seat is not in the group, [`Error::Conflict`] when the meetup is cancelled or over, or
/// not online.
pub fn answer(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: Id,
    seat: Id,
    given: impl Into<Given>,
    by: Id,
    now: Timestamp,
) -> Result<()> {
    // Places are counted across rows: one answer at a time.
    tx.lock(meetup)?;
    let found = find(tx, meetup)?;
    found.must_be_coming(now)?;
    if !is_invited(tx, found.group_id, seat)? {
        return Err(Error::NotFound);
    }
    let given = match given.into() {
        Given::Online if found.link.is_empty() => return Err(Error::Conflict("error-meetup-not-online")),
        Given::Online if !found.is_hybrid() => Given::Yes,
        given => given,
    };
    write(tx, app, &found, seat, (given, by, now)).map(drop)
}

/// As [`answer`], for what somebody said in a calendar program at `stamp` by its clock; false when it was overtaken: when
/// something was answered later, or this was answered before. A clock that is ahead counts as now. A calendar knows one yes:
/// to a hybrid meetup it means what was answered yes before, or else the room while it has places, and online when it has none.
/// Who is put in line or online is told by mail, because their calendar says that they come.
pub(super) fn answer_by_calendar(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    invitee: &Invitee,
    answer: Answer,
    stamp: Timestamp,
    now: Timestamp,
) -> Result<bool> {
    tx.lock(meetup.id)?;
    let found = find(tx, meetup.id)?;
    found.must_be_coming(now)?;
    let row = answers::table.find((meetup.id, invitee.seat));
    let known: Option<(Timestamp, Option<Timestamp>)> =
        row.select((answers::answered_at, answers::stamp)).first(&mut **tx).optional()?;
    let said_at = stamp.min(now);
    if known
        .is_some_and(|(answered, before)| said_at <= answered || before.is_some_and(|before| stamp <= before))
    {
        return Ok(false);
    }
    let given = by_one_yes(tx, &found, invitee.seat, answer)?;
    let was_online = invitee.given() == Some(Given::Online);
    let put_in_line = write(tx, app, &found, invitee.seat, (given, invitee.person, said_at))?;
    diesel::update(row).set(answers::stamp.eq(stamp)).execute(&mut **tx)?;
    if put_in_line || given == Given::Online && !was_online {
        mail::tell_of_places(tx, app, &found, &[invitee.seat])?;
    }
    Ok(true)
}

/// What a calendar program means that knows only one yes.
fn by_one_yes(tx: &mut Tx<'_>, meetup: &Meetup, seat: Id, answer: Answer) -> Result<Given> {
    if answer != Answer::Yes || !meetup.is_hybrid() {
        return Ok(answer.into());
    }
    Ok(match said_by(tx, meetup.id, seat)? {
        Some(said) if said.answer == Answer::Yes => said.given(),
        Some(said) if said.waiting.is_some() => Given::Yes,
        _ if waiting::has_room(tx, meetup)? => Given::Yes,
        _ => Given::Online,
    })
}

/// Writes the row, under the meetup's lock, and gives away the place that has become free by it; whether the seat has come
/// into the line.
fn write(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    seat: Id,
    (given, by, at): (Given, Id, Timestamp),
) -> Result<bool> {
    let before = said_by(tx, meetup.id, seat)?;
    let has_place = before.is_some_and(|said| said.given() == Given::Yes);
    let number = match before.and_then(|said| said.waiting) {
        _ if given != Given::Yes || has_place || waiting::has_room(tx, meetup)? => None,
        Some(number) => Some(number),
        None => Some(waiting::next_number(tx, meetup.id)?),
    };
    let kept = if number.is_some() { Answer::Maybe } else { given.answer() };
    let said = (
        answers::answer.eq(kept),
        answers::waiting.eq(number),
        answers::online.eq(given == Given::Online),
        answers::polled.eq(false),
        answers::answered_by.eq(by),
        answers::answered_at.eq(at),
    );
    let changed = diesel::update(answers::table.find((meetup.id, seat))).set(said).execute(&mut **tx)?;
    if changed == 0 {
        diesel::insert_into(answers::table)
            .values((answers::meetup_id.eq(meetup.id), answers::seat_id.eq(seat), said))
            .execute(&mut **tx)?;
    }
    let lucky = waiting::fill(tx, meetup, app.clock.now())?;
    let (mine, others): (Vec<Id>, Vec<Id>) = lucky.into_iter().partition(|each| *each == seat);
    mail::tell_of_places(tx, app, meetup, &others)?;
    Ok(number.is_some() && mine.is_empty() && before.is_none_or(|said| said.waiting.is_none()))
}

fn is_invited(db: &mut Db, group: Id, seat: Id) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(
        group_memberships::table
            .filter(group_memberships::group_id.eq(group))
            .filter(group_memberships::seat_id.eq(seat))
            .filter(group_memberships::left_at.is_null()),
    ))
    .get_result(db)?)
}

/// How many members of the group have said yes, but for those who are online while there is a room.
pub(super) fn places_taken(db: &mut Db, meetup: Id) -> Result<i64> {
    Ok(answers::table
        .inner_join(meetups::table)
        .inner_join(group_memberships::table.on(group_memberships::seat_id.eq(answers::seat_id)))
        .filter(group_memberships::group_id.eq(meetups::group_id))
        .filter(group_memberships::left_at.is_null())
        .filter(answers::meetup_id.eq(meetup))
        .filter(answers::answer.eq(Answer::Yes))
        .filter(answers::online.eq(false))
        .count()
        .get_result(db)?)
}

/// The answers to a meetup.
pub(super) fn answers_to(db: &mut Db, meetup: Id) -> Result<Vec<Said>> {
    Ok(answers::table
        .filter(answers::meetup_id.eq(meetup))
        .select((answers::seat_id, answers::answer, answers::waiting, answers::online, answers::polled))
        .prepared()
        .load(db)?)
}

/// What a seat has said.
pub(super) fn said_by(db: &mut Db, meetup: Id, seat: Id) -> Result<Option<Said>> {
    let said = (answers::seat_id, answers::answer, answers::waiting, answers::online, answers::polled);
    Ok(answers::table.find((meetup, seat)).select(said).first(db).optional()?)
}
