//! "This group does not work for me": said by a member of a group that a round made, seen by its author and the coordinators of
//! the network alone.
//!
//! An objection is `open` until its author takes it back (`withdrawn`), a coordinator moves the author to another group or out
//! of this one (`moved`), or answers with words (`answered`).

use diesel::dsl::exists;
use diesel::prelude::*;

use super::jobs::TellOfObjection;
use super::mail_after;
use super::rearrangement::Step;
use crate::accounts::{self, Person, Purpose};
use crate::app::App;
use crate::clock;
use crate::db::schema::{group_memberships, groups, objections, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::groups::{self as exchange, Group};
use crate::jobs;
use crate::networks;
use crate::web::CurrentPerson;
use crate::word_enum;

word_enum! {
    /// What does not work. Texts: `objection-kind-<word>`.
    pub enum ObjectionKind {
        /// It is too far.
        Distance = "distance",
        /// The others work under too different conditions.
        Conditions = "conditions",
        /// Somebody in the group.
        People = "people",
        /// The way in which the group meets.
        Format = "format",
        /// There is no time for it now.
        Time = "time",
        /// What the words say.
        Other = "other",
    }
}

word_enum! {
    /// What became of an objection. Texts: `objection-state-<word>`.
    pub enum ObjectionState {
        /// Waits for a coordinator.
        Open = "open",
        /// The author has another group, or none any more.
        Moved = "moved",
        /// A coordinator has answered with words.
        Answered = "answered",
        /// Taken back.
        Withdrawn = "withdrawn",
    }
}

/// An objection.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = objections)]
pub struct Objection {
    /// Identifier.
    pub id: Id,
    /// The group that does not work.
    pub group_id: Id,
    /// The seat by which the author is in it.
    pub seat_id: Id,
    /// The author.
    pub person_id: Id,
    /// What does not work.
    pub kind: ObjectionKind,
    /// In the author's words; may be empty.
    pub message: String,
    /// What became of it.
    pub state: ObjectionState,
    /// What the coordinator wrote; may be empty.
    pub answer: String,
    /// When it was said.
    pub created_at: Timestamp,
}

/// What somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewObjection {
    /// What does not work.
    pub kind: ObjectionKind,
    /// In their words; may be empty.
    pub message: String,
}

/// Says that a group does not work; a job tells the coordinators. While the first is open, saying it again changes its words.
/// [`Error::Conflict`] when the group is closed or no round made it.
pub fn object(
    tx: &mut Tx<'_>,
    app: &App,
    group: &Group,
    (seat, person): (Id, Id),
    new: &NewObjection,
) -> Result<Id> {
    tx.lock(group.id)?;
    may_be_said_of(group)?;
    let waiting: Option<Id> = objections::table
        .filter(objections::group_id.eq(group.id))
        .filter(objections::seat_id.eq(seat))
        .filter(objections::state.eq(ObjectionState::Open))
        .select(objections::id)
        .first(&mut **tx)
        .optional()?;
    if let Some(id) = waiting {
        diesel::update(objections::table.find(id))
            .set((
                objections::kind.eq(new.kind),
                objections::message.eq(&new.message),
                objections::person_id.eq(person),
            ))
            .execute(&mut **tx)?;
        return Ok(id);
    }
    let id = clock::new_id();
    diesel::insert_into(objections::table)
        .values((
            objections::id.eq(id),
            objections::group_id.eq(group.id),
            objections::seat_id.eq(seat),
            objections::person_id.eq(person),
            objections::kind.eq(new.kind),
            objections::message.eq(&new.message),
            objections::state.eq(ObjectionState::Open),
            objections::answer.eq(""),
            objections::created_at.eq(app.clock.now()),
        ))
        .execute(&mut **tx)?;
    jobs::enqueue(tx, &TellOfObjection { objection_id: id }, None, app.clock.now())?;
    Ok(id)
}

/// [`Error::Conflict`] when the group is closed or no round made it.
pub(super) fn may_be_said_of(group: &Group) -> Result<()> {
    match (group.round_id, group.closed_at) {
        (_, Some(_)) => Err(Error::Conflict("error-group-closed")),
        (None, _) => Err(Error::Conflict("error-objection-no-round")),
        _ => Ok(()),
    }
}

/// [`Error::NotFound`] when there is none.
pub(super) fn find(db: &mut Db, id: Id) -> Result<Objection> {
    Ok(objections::table.find(id).select(Objection::as_select()).first(db)?)
}

/// As what somebody sees an objection.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Reader {
    /// Has written it.
    pub author: bool,
    /// Runs the network.
    pub coordinator: bool,
}

/// The objection and its group, for its author and the coordinators; for everybody else it does not exist.
pub(super) fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Objection, Group, Reader)> {
    let objection = find(db, id)?;
    let group = exchange::find(db, objection.group_id)?;
    let author = objection.person_id == person.id;
    let coordinator = networks::is_coordinator(db, group.network_id, person)?;
    if author || coordinator {
        Ok((objection, group, Reader { author, coordinator }))
    } else {
        Err(Error::NotFound)
    }
}

/// What a person has said of a group last, unless it was taken back.
pub fn objection_of(db: &mut Db, group: Id, person: Id) -> Result<Option<Objection>> {
    Ok(objections::table
        .filter(objections::person_id.eq(person))
        .filter(objections::group_id.eq(group))
        .filter(objections::state.ne(ObjectionState::Withdrawn))
        .order((objections::created_at.desc(), objections::id.desc()))
        .select(Objection::as_select())
        .first(db)
        .optional()?)
}

/// Takes an objection back and tells the coordinators, unless it is settled.
pub(super) fn withdraw(
    tx: &mut Tx<'_>,
    app: &App,
    (objection, group): (&Objection, &Group),
    by: Id,
) -> Result<()> {
    if decide(tx, objection.id, ObjectionState::Withdrawn, "", by, app.clock.now())? {
        mail_after::taken_back(tx, app, group, objection)?;
    }
    Ok(())
}

/// Answers with words and tells the author. [`Error::Conflict`] when it is not open any more.
pub(super) fn answer(
    tx: &mut Tx<'_>,
    app: &App,
    (objection, group): (&Objection, &Group),
    words: &str,
    by: Id,
) -> Result<()> {
    if !decide(tx, objection.id, ObjectionState::Answered, words, by, app.clock.now())? {
        return Err(Error::Conflict("error-objection-settled"));
    }
    let said = find(tx, objection.id)?;
    mail_after::answered(tx, app, group, &said)
}

/// Settles what the seat has said of the group that it leaves.
pub(super) fn settle(tx: &mut Tx<'_>, step: Step, words: &str, by: Id, now: Timestamp) -> Result<()> {
    let Some(group) = step.from else { return Ok(()) };
    let said: Vec<Id> = objections::table
        .filter(objections::group_id.eq(group))
        .filter(objections::seat_id.eq(step.seat))
        .filter(objections::state.eq(ObjectionState::Open))
        .select(objections::id)
        .load(&mut **tx)?;
    said.into_iter().try_for_each(|id| decide(tx, id, ObjectionState::Moved, words, by, now).map(drop))
}

fn decide(
    tx: &mut Tx<'_>,
    id: Id,
    state: ObjectionState,
    words: &str,
    by: Id,
    now: Timestamp,
) -> Result<bool> {
    let open = objections::table.find(id).filter(objections::state.eq(ObjectionState::Open));
    let changed = diesel::update(open)
        .set((
            objections::state.eq(state),
            objections::answer.eq(words),
            objections::decided_by.eq(by),
            objections::decided_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// An objection in a list for coordinators.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Said {
    pub id: Id,
    pub kind: ObjectionKind,
    pub message: String,
    pub group: String,
    pub name: Option<String>,
    pub protected: Option<bool>,
    pub role: String,
    pub organiser: String,
}

/// The open objections to groups of a round, oldest first. Those of somebody who has left the group do not count.
pub(super) fn open_of(db: &mut Db, round: Id) -> Result<Vec<Said>> {
    let inside = exists(
        group_memberships::table
            .filter(group_memberships::group_id.eq(objections::group_id))
            .filter(group_memberships::seat_id.eq(objections::seat_id))
            .filter(group_memberships::left_at.is_null()),
    );
    let mut found: Vec<Said> = objections::table
        .inner_join(groups::table)
        .inner_join(seats::table.inner_join(organisers::table).left_join(people::table))
        .filter(groups::round_id.eq(round))
        .filter(groups::closed_at.is_null())
        .filter(objections::state.eq(ObjectionState::Open))
        .filter(inside)
        .order((objections::created_at, objections::id))
        .select((
            objections::id,
            objections::kind,
            objections::message,
            groups::name,
            people::name.nullable(),
            people::protected.nullable(),
            seats::role,
            organisers::name,
        ))
        .limit(200)
        .load(db)?;
    for said in found.iter_mut().filter(|said| said.protected == Some(true)) {
        said.name = None;
    }
    Ok(found)
}

/// What the personal link of a mail leads to.
pub(super) struct Linked {
    pub group: Group,
    pub person: Person,
    pub seat: Id,
    /// What the person has said and not taken back.
    pub said: Option<Objection>,
}

/// Whom the link belongs to and of which group it speaks. [`Error::NotFound`] when it is wrong or for another group, and when
/// the person has left the group or has no account any more.
pub(super) fn linked(db: &mut Db, group: Id, secret: &str, now: Timestamp) -> Result<Linked> {
    let person = accounts::holder_of_link(db, (Purpose::Object, group), secret, now)?;
    let seat = exchange::seat_in(db, group, person.id)?;
    let group = exchange::find(db, group)?;
    let said = objection_of(db, group.id, person.id)?;
    Ok(Linked { group, person, seat, said })
}
