//! Telling those who have commented on a story that more people read it now, and what they said with it: once each for a step.
//!
//! A job, so that whoever lets others read it does not wait for it. It is about one's own words: whoever mutes the story is told too, and
//! only its author and the approver who said yes are not. Who may read it is asked when the job runs.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::approval::Step;
use super::release_mail::Widened;
use super::visible::readers_among;
use super::{Post, Visibility, notice, post};
use crate::app::App;
use crate::db::schema::{approvals, comments};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::{self, Job, Lease};
use crate::mail::outbox;

/// Mails those who have commented on a story that more people read it.
#[derive(Serialize, Deserialize)]
pub struct TellOfWidening {
    post_id: Id,
    to: Visibility,
}

impl Job for TellOfWidening {
    const KIND: &'static str = "tell-of-widening";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let ours = app.clone();
        let write = move |tx: &mut Tx<'_>| {
            lease.hold(tx, ours.clock.now())?;
            tell(tx, &ours, self.post_id, self.to)
        };
        app.database.write(write).await
    }
}

/// Has those told who have commented on a story that more people read from now on.
pub(super) fn note(tx: &mut Tx<'_>, post: &Post, to: Visibility, now: Timestamp) -> Result<()> {
    let standing = comments::table
        .filter(comments::post_id.eq(post.id))
        .filter(comments::author_id.ne(post.author_id))
        .filter(comments::withdrawn_at.is_null());
    if diesel::select(diesel::dsl::exists(standing)).get_result(&mut **tx)? {
        jobs::enqueue(tx, &TellOfWidening { post_id: post.id, to }, None, now)?;
    }
    Ok(())
}

fn tell(tx: &mut Tx<'_>, app: &App, id: Id, to: Visibility) -> Result<()> {
    let post = post::find(tx, id)?;
    if post.visibility != to {
        return Ok(());
    }
    let said = said(tx, &post)?;
    let knows = [Some(post.author_id), approved_by(tx, &post)?];
    let spoke: BTreeSet<Id> = said.keys().copied().filter(|person| !knows.contains(&Some(*person))).collect();
    let readers = readers_among(tx, &post, &spoke)?;
    let mut mails = Vec::new();
    for (person, recipient) in notice::recipients(tx, &readers)? {
        if let Some((last, n)) = said.get(&person) {
            mails.push(Widened::mail(app, &post, (*last, *n), (person, recipient))?);
        }
    }
    outbox::enqueue_all(tx, app, &mails)
}

/// By each who has commented: their last comment that stands, and how many do.
fn said(db: &mut Db, post: &Post) -> Result<BTreeMap<Id, (Id, usize)>> {
    let standing: Vec<(Id, Id)> = comments::table
        .filter(comments::post_id.eq(post.id))
        .filter(comments::withdrawn_at.is_null())
        .order(comments::id)
        .select((comments::author_id, comments::id))
        .load(db)?;
    let mut said = BTreeMap::new();
    for (author, comment) in standing {
        let (last, n) = said.entry(author).or_insert((comment, 0));
        (*last, *n) = (comment, *n + 1);
    }
    Ok(said)
}

/// Who has approved that these read the story, if anybody was asked.
fn approved_by(db: &mut Db, post: &Post) -> Result<Option<Id>> {
    let approved: Option<Option<Id>> = approvals::table
        .filter(approvals::post_id.eq(post.id))
        .filter(approvals::wanted.eq(post.visibility))
        .filter(approvals::state.eq(Step::Approved))
        .order(approvals::id.desc())
        .select(approvals::settled_by)
        .first(db)
        .optional()?;
    Ok(approved.flatten())
}
