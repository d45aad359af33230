//! What members want to talk about, and who else wants to.

use std::cmp::Reverse;
use std::collections::HashMap;

use diesel::prelude::*;

use crate::clock;
use crate::db::schema::{group_memberships, question_interests, questions, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::meetups::{self, Meetup};
use crate::networks;
use crate::web::CurrentPerson;

/// Most questions on an agenda.
pub const MOST_QUESTIONS: usize = 20;

/// A question for a meetup.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = questions)]
pub struct Question {
    /// Identifier.
    pub id: Id,
    /// The meetup that it is for.
    pub meetup_id: Id,
    /// The seat that asks.
    pub seat_id: Id,
    /// The question, one line.
    pub title: String,
    /// What the others should know beforehand, Markdown; may be empty.
    pub details: String,
    /// When it was asked.
    pub created_at: Timestamp,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
    /// Who withdrew it.
    pub withdrawn_by: Option<Id>,
}

/// What a question is made of, and what a change may set.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewQuestion {
    /// The question, one line.
    pub title: String,
    /// What the others should know beforehand, Markdown; may be empty.
    pub details: String,
}

/// The questions for a meetup, withdrawn ones too, each with the seats of the group that want to talk about it as well: those
/// that most want first, then the oldest. Two queries.
pub fn questions_of(db: &mut Db, meetup: &Meetup) -> Result<Vec<(Question, Vec<Id>)>> {
    let all: Vec<Question> = questions::table
        .filter(questions::meetup_id.eq(meetup.id))
        .order((questions::created_at, questions::id))
        .select(Question::as_select())
        .load(db)?;
    if all.is_empty() {
        return Ok(Vec::new());
    }
    let wishes: Vec<(Id, Id)> = question_interests::table
        .inner_join(questions::table)
        .inner_join(group_memberships::table.on(group_memberships::seat_id.eq(question_interests::seat_id)))
        .filter(questions::meetup_id.eq(meetup.id))
        .filter(group_memberships::group_id.eq(meetup.group_id))
        .filter(group_memberships::left_at.is_null())
        .select((question_interests::question_id, question_interests::seat_id))
        .load(db)?;
    let mut wanted: HashMap<Id, Vec<Id>> = HashMap::new();
    for (question, seat) in wishes {
        wanted.entry(question).or_default().push(seat);
    }
    let with_seats = |question: Question| {
        let seats = wanted.remove(&question.id).unwrap_or_default();
        (question, seats)
    };
    let mut found: Vec<(Question, Vec<Id>)> = all.into_iter().map(with_seats).collect();
    found.sort_by_key(|(_, seats)| Reverse(seats.len()));
    Ok(found)
}

/// A question with what a person may do with it.
pub(super) struct Seen {
    pub question: Question,
    pub meetup: Meetup,
    pub group: Group,
    /// Whether the person holds the seat that asked, and so may change and withdraw it.
    pub mine: bool,
    /// Whether they coordinate the network, and so may withdraw it and put it back.
    pub coordinates: bool,
}

/// The question as this person sees it. [`Error::NotFound`] for everybody who does not see its meetup.
pub(super) fn see(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<Seen> {
    let (question, holder): (Question, Option<Id>) = questions::table
        .inner_join(seats::table)
        .filter(questions::id.eq(id))
        .select((Question::as_select(), seats::person_id))
        .first(db)?;
    let (meetup, group, access) = meetups::visible(db, question.meetup_id, person)?;
    let mine = access == Access::Member && holder == Some(person.id);
    let coordinates = coordinates(db, &group, access, person)?;
    Ok(Seen { question, meetup, group, mine, coordinates })
}

/// Whether this person coordinates the network of a group that they see so.
pub(super) fn coordinates(
    db: &mut Db,
    group: &Group,
    access: Access,
    person: &CurrentPerson,
) -> Result<bool> {
    let might = person.coordinator || person.administrator;
    Ok(access == Access::Coordinator || might && networks::is_coordinator(db, group.network_id, person)?)
}

impl Seen {
    /// Whether the person may put a withdrawn question back: who withdrew it, and coordinators.
    pub fn may_put_back(&self, person: Id) -> bool {
        may_put_back(&self.question, person, self.mine, self.coordinates)
    }
}

pub(super) fn may_put_back(question: &Question, person: Id, mine: bool, coordinates: bool) -> bool {
    coordinates || mine && question.withdrawn_by == Some(person)
}

/// Asks a question for a meetup. The same seat asking the same again (a form sent twice) gets the question that is there.
/// [`Error::Conflict`] when the meetup is cancelled or over, and when the agenda is full.
pub fn ask(tx: &mut Tx<'_>, meetup: Id, seat: Id, new: &NewQuestion, by: Id, now: Timestamp) -> Result<Id> {
    tx.lock(meetup)?;
    meetups::find(tx, meetup)?.must_be_coming(now)?;
    let standing: Vec<(Id, Id, String)> = questions::table
        .filter(questions::meetup_id.eq(meetup))
        .filter(questions::withdrawn_at.is_null())
        .select((questions::id, questions::seat_id, questions::title))
        .load(&mut **tx)?;
    if let Some((twin, ..)) = standing.iter().find(|(_, of, title)| *of == seat && *title == new.title) {
        return Ok(*twin);
    }
    must_have_room(standing.len())?;
    let id = clock::new_id();
    diesel::insert_into(questions::table)
        .values((
            questions::id.eq(id),
            questions::meetup_id.eq(meetup),
            questions::seat_id.eq(seat),
            questions::title.eq(&new.title),
            questions::details.eq(&new.details),
            questions::created_by.eq(by),
            questions::created_at.eq(now),
            questions::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

fn must_have_room(standing: usize) -> Result<()> {
    if standing < MOST_QUESTIONS { Ok(()) } else { Err(Error::Conflict("error-question-many")) }
}

/// The question, held until the transaction ends. [`Error::Conflict`] when its meetup is cancelled or over.
fn hold(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<Question> {
    let meetup: Id = questions::table.find(id).select(questions::meetup_id).first(&mut **tx)?;
    tx.lock(meetup)?;
    meetups::find(tx, meetup)?.must_be_coming(now)?;
    Ok(questions::table.find(id).select(Question::as_select()).first(&mut **tx)?)
}

/// As [`hold`]; [`Error::Conflict`] also when it is withdrawn.
fn hold_standing(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<Question> {
    let question = hold(tx, id, now)?;
    if question.withdrawn_at.is_some() {
        return Err(Error::Conflict("error-question-withdrawn"));
    }
    Ok(question)
}

/// Puts a question in other words.
pub fn update(tx: &mut Tx<'_>, id: Id, new: &NewQuestion, now: Timestamp) -> Result<()> {
    hold_standing(tx, id, now)?;
    let words =
        (questions::title.eq(&new.title), questions::details.eq(&new.details), questions::updated_at.eq(now));
    diesel::update(questions::table.find(id)).set(words).execute(&mut **tx)?;
    Ok(())
}

/// Takes a question from the agenda; nothing happens when it was taken from it before.
pub fn withdraw(tx: &mut Tx<'_>, id: Id, by: Id, now: Timestamp) -> Result<()> {
    if hold(tx, id, now)?.withdrawn_at.is_none() {
        let withdrawn = (questions::withdrawn_at.eq(now), questions::withdrawn_by.eq(by));
        diesel::update(questions::table.find(id)).set(withdrawn).execute(&mut **tx)?;
    }
    Ok(())
}

/// Puts a withdrawn question back where it was; nothing happens when it is there. [`Error::Conflict`] when the agenda is full.
pub fn put_back(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    let question = hold(tx, id, now)?;
    if question.withdrawn_at.is_none() {
        return Ok(());
    }
    let standing: i64 = questions::table
        .filter(questions::meetup_id.eq(question.meetup_id))
        .filter(questions::withdrawn_at.is_null())
        .count()
        .get_result(&mut **tx)?;
    must_have_room(usize::try_from(standing).unwrap_or(usize::MAX))?;
    let standing = (questions::withdrawn_at.eq(None::<Timestamp>), questions::withdrawn_by.eq(None::<Id>));
    diesel::update(questions::table.find(id)).set(standing).execute(&mut **tx)?;
    Ok(())
}

/// Says that a seat wants to talk about a question too. Once is enough, and who asks it wants to anyway.
pub fn want(tx: &mut Tx<'_>, id: Id, seat: Id, now: Timestamp) -> Result<()> {
    let question = hold_standing(tx, id, now)?;
    let before = question_interests::table.find((id, seat)).select(question_interests::seat_id);
    if question.seat_id == seat || before.first::<Id>(&mut **tx).optional()?.is_some() {
        return Ok(());
    }
    diesel::insert_into(question_interests::table)
        .values((
            question_interests::question_id.eq(id),
            question_interests::seat_id.eq(seat),
            question_interests::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes that back.
pub fn want_no_more(tx: &mut Tx<'_>, id: Id, seat: Id, now: Timestamp) -> Result<()> {
    hold_standing(tx, id, now)?;
    diesel::delete(question_interests::table.find((id, seat))).execute(&mut **tx)?;
    Ok(())
}

/// The seat by which a person asks and wants. [`Error::NotFound`] for who has none in the group.
pub(super) fn own_seat(db: &mut Db, group: &Group, person: &CurrentPerson) -> Result<Id> {
    groups::seat_in(db, group.id, person.id)
}
