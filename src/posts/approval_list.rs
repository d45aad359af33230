//! What an approver is asked, and what they have answered lately.

use diesel::prelude::*;

use super::approval::{Approval, Step};
use super::{Post, release};
use crate::db::Db;
use crate::db::schema::{approvals, organiser_approvers, organisers, people, posts, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;

/// Requests on the page, of those that wait and of those that were answered.
const MOST: (i64, i64) = (200, 20);

/// A request in the list.
#[derive(Debug, Clone)]
pub(super) struct Listed {
    pub(super) approval: Approval,
    /// Title of the story as it would read; nothing when it is no longer the approver's to read.
    pub(super) title: Option<String>,
    /// Who wrote it; nothing for people whose personal data is protected.
    pub(super) author: Option<String>,
    /// Name of the organiser.
    pub(super) organiser: String,
    /// When it was asked.
    pub(super) asked_at: Timestamp,
    /// When and by whom it was answered.
    pub(super) settled: (Option<Timestamp>, Option<Id>),
}

/// What waits for this person, oldest first, and what was answered lately for the seat they hold, latest first.
pub(super) fn listed(db: &mut Db, person: Id) -> Result<(Vec<Listed>, Vec<Listed>)> {
    let each = |rows: Vec<Row>| rows.into_iter().map(line).collect::<Result<Vec<Listed>>>();
    let waiting = each(asked(db, person, &[Step::Waiting], MOST.0)?)?;
    let answered = each(asked(db, person, &[Step::Approved, Step::Returned, Step::Reversed], MOST.1)?)?;
    Ok((waiting, answered))
}

type Row = (Approval, Post, String, (String, bool), (Timestamp, Option<Timestamp>, Option<Id>));

/// Requests to the seat that somebody holds: those that were answered last before the others, and else by when they were asked.
fn asked(db: &mut Db, person: Id, states: &[Step], most: i64) -> Result<Vec<Row>> {
    let seat =
        organiser_approvers::table.on(organiser_approvers::organiser_code.eq(approvals::organiser_code));
    Ok(approvals::table
        .inner_join(posts::table)
        .inner_join(organisers::table)
        .inner_join(seat)
        .inner_join(seats::table.on(seats::id.eq(organiser_approvers::seat_id)))
        .inner_join(people::table.on(people::id.eq(posts::author_id)))
        .filter(seats::person_id.eq(person))
        .filter(posts::author_id.ne(person))
        .filter(approvals::state.eq_any(states))
        .order((approvals::settled_at.desc(), approvals::id))
        .limit(most)
        .select((
            Approval::as_select(),
            Post::as_select(),
            organisers::name,
            (people::name, people::protected),
            (approvals::asked_at, approvals::settled_at, approvals::settled_by),
        ))
        .load(db)?)
}

fn line((approval, post, organiser, (name, protected), (asked_at, at, by)): Row) -> Result<Listed> {
    let title = match approval.may_read(&post) {
        true => Some(release::masked(&post, &approval.names()?, approval.lang).title),
        false => None,
    };
    let author = (!protected).then_some(name);
    Ok(Listed { approval, title, author, organiser, asked_at, settled: (at, by) })
}
