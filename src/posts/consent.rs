//! What an approver says of a story that is to be read by more: yes, not yet, or no longer; and what an author takes back.

use diesel::prelude::*;

use super::approval::{Approval, Step, find_for, settle};
use super::release_mail::Answered;
use super::{NewPost, Post, release};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::approvals;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};

/// Lets more people read the story as somebody saw it who answers for its organiser, as it was changed last at `seen`. Again is as good
/// as once. [`Error::Conflict`] when it was changed since, or the request is no longer waiting.
pub(super) fn approve(tx: &mut Tx<'_>, app: &App, id: Id, by: Id, seen: &str) -> Result<()> {
    let (approval, post) = held(tx, id, by)?;
    match approval.state {
        Step::Approved => return Ok(()),
        Step::Waiting if version(&post) == seen => {}
        Step::Waiting => return Err(Error::Conflict("error-approval-changed")),
        _ => return Err(Error::Conflict("error-approval-settled")),
    }
    let now = app.clock.now();
    pass(tx, &approval, &post, (Step::Approved, Some(by)), now)?;
    Answered::queue(tx, app, &approval, &post, (Step::Approved, ""), Some(by))
}

/// The story as it is now, for forms.
pub(super) fn version(post: &Post) -> String {
    post.updated_at.utc().timestamp_micros().to_string()
}

/// Lets those read the story for whom this was asked, and writes down why they may.
pub(super) fn pass(
    tx: &mut Tx<'_>,
    approval: &Approval,
    post: &Post,
    (state, by): (Step, Option<Id>),
    now: Timestamp,
) -> Result<()> {
    settle(tx, approval.id, (state, ""), by, now)?;
    if approval.wanted.is_wider_than(&post.visibility) {
        release::widen(tx, post, approval.wanted, (&approval.names()?, approval.lang), now)?;
    }
    Ok(())
}

/// Leaves the story where it is, and says why. Again is as good as once.
pub(super) fn give_back(tx: &mut Tx<'_>, app: &App, id: Id, by: Id, why: &str) -> Result<()> {
    let (approval, post) = held(tx, id, by)?;
    match approval.state {
        Step::Returned => return Ok(()),
        Step::Waiting => {}
        _ => return Err(Error::Conflict("error-approval-settled")),
    }
    settle(tx, id, (Step::Returned, why), Some(by), app.clock.now())?;
    Answered::queue(tx, app, &approval, &post, (Step::Returned, why), Some(by))
}

/// Takes an approval back: those read the story who did before, unless they are fewer already. Again is as good as once.
pub(super) fn reverse(tx: &mut Tx<'_>, app: &App, id: Id, by: Id) -> Result<()> {
    let (approval, post) = held(tx, id, by)?;
    match approval.state {
        Step::Reversed => return Ok(()),
        Step::Approved => {}
        _ => return Err(Error::Conflict("error-approval-settled")),
    }
    let now = app.clock.now();
    settle(tx, id, (Step::Reversed, ""), Some(by), now)?;
    if post.visibility.is_wider_than(&approval.before) {
        let new = NewPost { visibility: approval.before, ..release::as_it_is(tx, &post)? };
        super::post::rewrite(tx, &post, &new, now)?;
    }
    Answered::queue(tx, app, &approval, &post, (Step::Reversed, ""), Some(by))
}

/// Takes a request back as the author of the story, which stays where it is; the story. Again is as good as once.
pub(super) fn take_back(tx: &mut Tx<'_>, id: Id, author: Id, now: Timestamp) -> Result<Id> {
    let (post, state): (Id, Step) =
        approvals::table.find(id).select((approvals::post_id, approvals::state)).first(&mut **tx)?;
    super::find_own(tx, post, author)?;
    tx.lock(post)?;
    match state {
        Step::Waiting => super::approval::withdraw_waiting(tx, post, author, now)?,
        Step::Withdrawn => {}
        _ => return Err(Error::Conflict("error-approval-settled")),
    }
    Ok(post)
}

/// The request and its story under the lock of the story: nobody else answers meanwhile.
fn held(tx: &mut Tx<'_>, id: Id, by: Id) -> Result<(Approval, Post)> {
    let (approval, _) = find_for(tx, id, by)?;
    tx.lock(approval.post_id)?;
    find_for(tx, id, by)
}
