//! The step of an author's own organiser: whom it wants asked is asked before a story is read beyond its group.
//!
//! A request is `waiting` until it is `approved` or `returned` by the approver, `withdrawn` by the author, or passed over because the
//! seat is `vacant` or the author holds it (`own`). What was approved can be `reversed` by the approver. The story stays where it is
//! meanwhile. Whoever holds the seat now is the approver; `tending` looks after requests whose seat changes hands.

use diesel::prelude::*;

use super::masking::Name;
use super::tending::TendApprovals;
use super::{Post, Visibility};
use crate::db::schema::{approvals, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::Lang;
use crate::organisers::{Approver, approver_of};
use crate::web::{Audit, audit};
use crate::{clock, jobs, word_enum};

word_enum! {
    /// How far a request has come.
    pub enum Step {
        /// The approver has not said anything yet.
        Waiting = "waiting",
        /// The approver said yes.
        Approved = "approved",
        /// The approver said not yet, and why.
        Returned = "returned",
        /// The author took it back.
        Withdrawn = "withdrawn",
        /// The approver took the approval back.
        Reversed = "reversed",
        /// Nobody was there to ask.
        Vacant = "vacant",
        /// The author is the approver.
        Own = "own",
    }
}

/// A request.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = approvals)]
pub struct Approval {
    /// Identifier.
    pub id: Id,
    /// The story.
    pub post_id: Id,
    /// The organiser whose approver is asked.
    pub organiser_code: String,
    /// Who read it when this was asked.
    pub before: Visibility,
    /// Who are to read it.
    pub wanted: Visibility,
    names: String,
    /// The language of the words in the place of names.
    pub lang: Lang,
    /// How far it has come.
    pub state: Step,
    /// What the approver wrote.
    pub message: String,
}

impl Approval {
    /// The names that other words stand in the place of.
    pub(super) fn names(&self) -> Result<Vec<Name>> {
        Ok(serde_json::from_str(&self.names)?)
    }

    /// Whether the approver reads the story: as long as it is asked about, or read by those for whom it was approved.
    pub(super) fn may_read(&self, post: &Post) -> bool {
        let shown = match self.state {
            Step::Waiting => true,
            Step::Approved => post.visibility.is_wider_than(&Visibility::Group),
            _ => false,
        };
        shown && post.withdrawn_at.is_none()
    }
}

/// Whether the organiser of a seat wants anybody to be asked.
pub(super) fn is_wanted(db: &mut Db, seat: Option<Id>) -> Result<bool> {
    Ok(approver_for(db, seat)?.is_some())
}

/// Who is asked before the stories of a seat are read by more.
pub(super) fn approver_for(db: &mut Db, seat: Option<Id>) -> Result<Option<Approver>> {
    seat.map_or(Ok(None), |seat| crate::organisers::approver_for(db, seat))
}

/// What asking an approver about somebody's story comes to.
pub(super) fn outlook(approver: &Approver, author: Id) -> Step {
    match approver.person {
        None => Step::Vacant,
        Some(person) if person == author => Step::Own,
        Some(_) => Step::Waiting,
    }
}

/// Asks whether more people may read a published story; false when nobody is to be asked, and then it is for the caller to let them.
/// Asked again for the same, the request stays as it is; asked for something else, it takes its place.
pub(super) fn ask(
    tx: &mut Tx<'_>,
    post: &Post,
    wanted: Visibility,
    (names, lang): (&[Name], Lang),
    now: Timestamp,
) -> Result<bool> {
    let Some(approver) = approver_for(tx, post.seat_id)? else { return Ok(false) };
    tx.lock(post.id)?;
    let names = serde_json::to_string(names)?;
    let waiting = waiting(tx, post.id)?;
    if waiting.is_some_and(|waiting| waiting.wanted == wanted && waiting.names == names) {
        return Ok(true);
    }
    withdraw_waiting(tx, post.id, post.author_id, now)?;
    let (id, state) = (clock::new_id(), outlook(&approver, post.author_id));
    let waits = state == Step::Waiting;
    diesel::insert_into(approvals::table)
        .values((
            approvals::id.eq(id),
            approvals::post_id.eq(post.id),
            approvals::organiser_code.eq(&approver.organiser_code),
            approvals::before.eq(post.visibility),
            approvals::wanted.eq(wanted),
            approvals::names.eq(names),
            approvals::lang.eq(lang),
            approvals::state.eq(state),
            approvals::message.eq(""),
            approvals::asked_at.eq(now),
            approvals::settled_at.eq((!waits).then_some(now)),
        ))
        .execute(&mut **tx)?;
    note(tx, id, if waits { "approval-asked" } else { "approval-passed" }, Some(post.author_id), now)?;
    if waits {
        jobs::enqueue(tx, &TendApprovals {}, None, now)?;
    }
    Ok(waits)
}

/// The request about a story that is not answered.
pub(super) fn waiting(db: &mut Db, post: Id) -> Result<Option<Approval>> {
    let of_post = approvals::table.filter(approvals::post_id.eq(post));
    let waiting = of_post.filter(approvals::state.eq(Step::Waiting));
    Ok(waiting.select(Approval::as_select()).first(db).optional()?)
}

/// Whether anybody is asked about a story.
pub(super) fn waits(db: &mut Db, post: Id) -> Result<bool> {
    waiting(db, post).map(|found| found.is_some())
}

/// Who are to read a story that waits for its approver.
pub fn awaited(db: &mut Db, post: Id) -> Result<Option<Visibility>> {
    waiting(db, post).map(|found| found.map(|approval| approval.wanted))
}

/// What to say of a change after which a story may wait for its approver.
pub(super) fn said(db: &mut Db, post: Id, otherwise: &'static str) -> Result<&'static str> {
    Ok(if waits(db, post)? { "flash-approval-asked" } else { otherwise })
}

/// Takes back what is asked about a story, if anything is.
pub(super) fn withdraw_waiting(tx: &mut Tx<'_>, post: Id, by: Id, now: Timestamp) -> Result<()> {
    let Some(approval) = waiting(tx, post)? else { return Ok(()) };
    settle(tx, approval.id, (Step::Withdrawn, ""), Some(by), now)
}

/// Writes down what a request came to, and who said so.
pub(super) fn settle(
    tx: &mut Tx<'_>,
    id: Id,
    (state, message): (Step, &str),
    by: Option<Id>,
    now: Timestamp,
) -> Result<()> {
    diesel::update(approvals::table.find(id))
        .set((
            approvals::state.eq(state),
            approvals::message.eq(message),
            approvals::settled_at.eq(now),
            approvals::settled_by.eq(by),
        ))
        .execute(&mut **tx)?;
    let action = match state {
        Step::Waiting => "approval-asked",
        Step::Approved => "approval-given",
        Step::Returned => "approval-returned",
        Step::Withdrawn => "approval-withdrawn",
        Step::Reversed => "approval-reversed",
        Step::Vacant | Step::Own => "approval-passed",
    };
    note(tx, id, action, by, now)
}

fn note(tx: &mut Tx<'_>, id: Id, action: &'static str, actor: Option<Id>, now: Timestamp) -> Result<()> {
    audit(tx, &Audit { actor, action, subject: id.to_string(), address: None }, now)
}

/// Name of the organiser whose approver is asked.
pub(super) fn organiser_name(db: &mut Db, approval: &Approval) -> Result<String> {
    Ok(organisers::table.find(&approval.organiser_code).select(organisers::name).first(db)?)
}

/// A request and who answered or is to answer it.
#[derive(Debug, Clone)]
pub(super) struct Told {
    pub(super) approval: Approval,
    /// Name of the organiser.
    pub(super) organiser: String,
    /// Who answered, else who is to; nothing for people whose personal data is protected, and for vacant seats.
    pub(super) who: Option<String>,
    /// Whether nobody is there to answer.
    pub(super) vacant: bool,
}

/// The latest request about a story.
pub(super) fn latest(db: &mut Db, post: Id) -> Result<Option<Told>> {
    let found: Option<(Approval, String, Option<(String, bool)>)> = approvals::table
        .inner_join(organisers::table)
        .left_join(people::table.on(people::id.nullable().eq(approvals::settled_by)))
        .filter(approvals::post_id.eq(post))
        .order(approvals::id.desc())
        .select((Approval::as_select(), organisers::name, (people::name, people::protected).nullable()))
        .first(db)
        .optional()?;
    let Some((approval, organiser, by)) = found else { return Ok(None) };
    let approver = match approval.state {
        Step::Waiting => approver_of(db, &approval.organiser_code)?,
        _ => None,
    };
    let vacant = approver.as_ref().is_none_or(|approver| approver.person.is_none());
    let by = by.filter(|(_, protected)| !protected).map(|(name, _)| name);
    let who = approver.and_then(|approver| approver.name).or(by);
    Ok(Some(Told { approval, organiser, who, vacant }))
}

/// A request that this person may answer, for they hold the seat of the approver, and its story. [`Error::NotFound`](crate::error::Error)
/// for everybody else.
pub(super) fn find_for(db: &mut Db, id: Id, person: Id) -> Result<(Approval, Post)> {
    use crate::db::schema::{organiser_approvers, posts};
    let seat =
        organiser_approvers::table.on(organiser_approvers::organiser_code.eq(approvals::organiser_code));
    Ok(approvals::table
        .inner_join(posts::table)
        .inner_join(seat)
        .inner_join(seats::table.on(seats::id.eq(organiser_approvers::seat_id)))
        .filter(approvals::id.eq(id))
        .filter(seats::person_id.eq(person))
        .filter(posts::author_id.ne(person))
        .select((Approval::as_select(), Post::as_select()))
        .first(db)?)
}
