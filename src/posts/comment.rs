//! Comments under a story: writing, changing and withdrawing them.
//!
//! A comment begins a thread or answers one. What answers an answer stands in the same thread: there is one level.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::person::AuthorColumns;
use super::visible::scope_of;
use super::{Author, Post, Scope, Visibility, index, mention, post, reading};
use crate::clock;
use crate::db::schema::{comments, network_memberships, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks::MembershipState;

/// The same words again from the same person within this time are the same form or mail sent twice.
const TWICE: TimeDelta = TimeDelta::minutes(10);

/// What a new comment is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    /// Under which story.
    pub post_id: Id,
    /// By whom.
    pub author_id: Id,
    /// Markdown.
    pub body: String,
    /// The comment that it answers, if any.
    pub answers: Option<Id>,
}

/// Writes a comment. [`Error::NotFound`] when the author does not read the story or the comment that is answered does not stand
/// under it, [`Error::Forbidden`] when they read it but belong neither to its group nor (for stories that are not the
/// group's alone) to its network. The same words again at once (a form sent twice) give the comment that is there.
pub fn comment(tx: &mut Tx<'_>, new: &NewComment, now: Timestamp) -> Result<Id> {
    let post = super::find_visible(tx, new.post_id, Some(new.author_id))?;
    if post.is_draft() || post.withdrawn_at.is_some() {
        return Err(Error::Forbidden);
    }
    let seat = seat_for(tx, &post, new.author_id)?.ok_or(Error::Forbidden)?;
    let thread = new.answers.map(|answered| thread_of(tx, post.id, answered)).transpose()?;
    tx.lock(new.author_id)?;
    if let Some(twin) = twin(tx, new, thread, now - TWICE)? {
        return Ok(twin);
    }
    let (id, mentions) = (clock::new_id(), mention::find(tx, &post, &new.body)?);
    diesel::insert_into(comments::table)
        .values((
            comments::id.eq(id),
            comments::post_id.eq(post.id),
            comments::author_id.eq(new.author_id),
            comments::seat_id.eq(seat),
            comments::body.eq(&new.body),
            comments::created_at.eq(now),
            comments::thread_id.eq(thread),
            comments::mentions.eq(mentions),
        ))
        .execute(&mut **tx)?;
    reading::note(tx, post.id, new.author_id, now)?;
    index::index_post(tx, post.id)?;
    Ok(id)
}

/// A comment that was told by mail, standing or withdrawn: its story, and what an answer to it answers.
pub(super) fn find_told(db: &mut Db, id: Id) -> Result<(Id, Option<Id>)> {
    let (post, withdrawn): (Id, Option<Timestamp>) =
        comments::table.find(id).select((comments::post_id, comments::withdrawn_at)).first(db)?;
    Ok((post, withdrawn.is_none().then_some(id)))
}

/// Whether a mail of this name has become a comment.
pub(super) fn is_known_mail(db: &mut Db, name: &str) -> Result<bool> {
    let found = comments::table.filter(comments::mail_hash.eq(name));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Notes that the comment came by the mail of this name.
pub(super) fn came_by(tx: &mut Tx<'_>, id: Id, name: &str) -> Result<()> {
    let row = comments::table.find(id);
    diesel::update(row).set(comments::mail_hash.eq(name)).execute(&mut **tx)?;
    Ok(())
}

/// The first comment of the thread of a comment that stands under a story.
fn thread_of(db: &mut Db, post: Id, comment: Id) -> Result<Id> {
    let thread: Option<Id> = comments::table
        .find(comment)
        .filter(comments::post_id.eq(post))
        .filter(comments::withdrawn_at.is_null())
        .select(comments::thread_id)
        .first(db)?;
    Ok(thread.unwrap_or(comment))
}

/// The comment that says the same in the same place, written since.
fn twin(db: &mut Db, new: &NewComment, thread: Option<Id>, since: Timestamp) -> Result<Option<Id>> {
    let found: Vec<(Id, Option<Id>)> = comments::table
        .filter(comments::post_id.eq(new.post_id))
        .filter(comments::author_id.eq(new.author_id))
        .filter(comments::body.eq(&new.body))
        .filter(comments::created_at.gt(since))
        .filter(comments::withdrawn_at.is_null())
        .select((comments::id, comments::thread_id))
        .load(db)?;
    Ok(found.into_iter().find(|(_, under)| *under == thread).map(|(id, _)| id))
}

/// Whether somebody in this scope may comment on the story.
pub(super) fn may_comment(scope: &Scope, post: &Post) -> bool {
    scope.comments(post.group_id, post.network_id, post.visibility)
        && !post.is_draft()
        && post.withdrawn_at.is_none()
}

/// The seat by which a person comments: in the group, else in the network.
fn seat_for(db: &mut Db, post: &Post, person: Id) -> Result<Option<Id>> {
    match crate::groups::seat_in(db, post.group_id, person) {
        Ok(seat) => return Ok(Some(seat)),
        Err(Error::NotFound) if post.visibility != Visibility::Group => {}
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    }
    Ok(network_memberships::table
        .inner_join(seats::table)
        .filter(network_memberships::network_id.eq(post.network_id))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .filter(seats::person_id.eq(person))
        .order(seats::id)
        .select(seats::id)
        .first(db)
        .optional()?)
}

/// A comment that stands, with its story.
#[derive(Debug, Clone)]
pub(super) struct Standing {
    pub(super) id: Id,
    pub(super) post: Post,
    pub(super) author_id: Id,
    pub(super) author: Author,
    pub(super) body: String,
    pub(super) thread_id: Option<Id>,
    pub(super) created_at: Timestamp,
}

/// The comment and its story, if it stands and this person reads it.
pub(super) fn find_standing(db: &mut Db, id: Id, reader: Option<Id>) -> Result<Standing> {
    type Columns = (Id, Id, AuthorColumns, String, Option<Id>, Timestamp);
    let (post_id, author_id, author, body, thread_id, created_at): Columns = comments::table
        .inner_join(people::table)
        .left_join(seats::table)
        .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
        .filter(comments::id.eq(id))
        .filter(comments::withdrawn_at.is_null())
        .select((
            comments::post_id,
            comments::author_id,
            (people::name, people::protected, seats::role.nullable(), organisers::name.nullable()),
            comments::body,
            comments::thread_id,
            comments::created_at,
        ))
        .first(db)?;
    let scope = scope_of(db, reader)?;
    let post = post::find_in(db, post_id, &scope)?;
    let author = author.into();
    Ok(Standing { id, post, author_id, author, body, thread_id, created_at })
}

/// The story of a comment, standing or withdrawn, if this person reads it.
pub(super) fn find_readable(db: &mut Db, id: Id, reader: Option<Id>) -> Result<Id> {
    let post: Id = comments::table.find(id).select(comments::post_id).first(db)?;
    super::find_visible(db, post, reader).map(|post| post.id)
}

/// A comment that its author may change, with its story.
#[derive(Debug, Clone)]
pub(super) struct Own {
    pub(super) id: Id,
    pub(super) post: Post,
    pub(super) body: String,
}

/// The comment, if this person wrote it, it stands, and they still read its story.
pub(super) fn find_own(db: &mut Db, id: Id, author: Id) -> Result<Own> {
    let (post, body): (Id, String) = comments::table
        .find(id)
        .filter(comments::author_id.eq(author))
        .filter(comments::withdrawn_at.is_null())
        .select((comments::post_id, comments::body))
        .first(db)?;
    let post = super::find_visible(db, post, Some(author))?;
    Ok(Own { id, post, body })
}

/// Changes the text; nothing happens when it says the same. Who is mentioned now and was not told yet will be.
pub(super) fn update(tx: &mut Tx<'_>, own: &Own, body: &str, now: Timestamp) -> Result<()> {
    if own.body == body {
        return Ok(());
    }
    let mentions = mention::find(tx, &own.post, body)?;
    if mentions.is_some() {
        super::tell_of_mentions(tx, own.id, now)?;
    }
    diesel::update(comments::table.find(own.id))
        .set((comments::body.eq(body), comments::edited_at.eq(now), comments::mentions.eq(mentions)))
        .execute(&mut **tx)?;
    index::index_post(tx, own.post.id)
}

/// Withdraws it; the thread keeps its place.
pub(super) fn withdraw(tx: &mut Tx<'_>, own: &Own, now: Timestamp) -> Result<()> {
    diesel::update(comments::table.find(own.id).filter(comments::withdrawn_at.is_null()))
        .set(comments::withdrawn_at.eq(now))
        .execute(&mut **tx)?;
    index::index_post(tx, own.post.id)
}

/// Says that the comment is the answer to the question that `by` asked, or takes that back; again is as good as once. Who wrote the
/// story may say it of any comment, who began a thread of the answers in it. [`Error::NotFound`] for everybody else. The story.
pub fn accept(tx: &mut Tx<'_>, id: Id, by: Id, accepted: bool, now: Timestamp) -> Result<Id> {
    let comment = find_standing(tx, id, Some(by))?;
    if comment.post.withdrawn_at.is_some() || !asks(tx, &comment, by)? {
        return Err(Error::NotFound);
    }
    let row = comments::table.find(id);
    match accepted {
        true => diesel::update(row.filter(comments::accepted_by.is_null()))
            .set((comments::accepted_by.eq(by), comments::accepted_at.eq(now)))
            .execute(&mut **tx)?,
        false => diesel::update(row)
            .set((comments::accepted_by.eq(None::<Id>), comments::accepted_at.eq(None::<Timestamp>)))
            .execute(&mut **tx)?,
    };
    Ok(comment.post.id)
}

/// Whether the comment may be an answer to what this person asked, in the story or by beginning the thread.
fn asks(db: &mut Db, comment: &Standing, person: Id) -> Result<bool> {
    let asker: Option<Id> = match comment.thread_id {
        _ if comment.post.author_id == person => return Ok(true),
        Some(first) => comments::table.find(first).select(comments::author_id).first(db).optional()?,
        None => None,
    };
    Ok(asker == Some(person))
}
