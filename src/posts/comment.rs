//! Comments: one level, under a story.

use diesel::prelude::*;

use super::person::AuthorColumns;
use super::{Author, Post, Scope, Visibility};
use crate::clock;
use crate::db::schema::{comments, network_memberships, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::networks::MembershipState;

/// A comment as readers of its story see it.
#[derive(Debug, Clone)]
pub struct Comment {
    /// Identifier.
    pub id: Id,
    /// Who wrote it.
    pub author_id: Id,
    /// Who wrote it, as readers see it.
    pub author: Author,
    /// Markdown; empty when withdrawn.
    pub body: String,
    /// When it was written.
    pub created_at: Timestamp,
    /// When it was changed last.
    pub edited_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub withdrawn_at: Option<Timestamp>,
}

/// What a new comment is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewComment {
    /// Under which story.
    pub post_id: Id,
    /// By whom.
    pub author_id: Id,
    /// Markdown.
    pub body: String,
}

/// Writes a comment. [`Error::NotFound`] when the author does not read the story, [`Error::Forbidden`] when they
/// read it but belong neither to its group nor (for stories that are not the group's alone) to its network.
pub fn comment(tx: &mut Tx<'_>, new: &NewComment, now: Timestamp) -> Result<Id> {
    let post = super::find_visible(tx, new.post_id, Some(new.author_id))?;
    if post.is_draft() || post.withdrawn_at.is_some() {
        return Err(Error::Forbidden);
    }
    let seat = seat_for(tx, &post, new.author_id)?.ok_or(Error::Forbidden)?;
    let id = clock::new_id();
    diesel::insert_into(comments::table)
        .values((
            comments::id.eq(id),
            comments::post_id.eq(post.id),
            comments::author_id.eq(new.author_id),
            comments::seat_id.eq(seat),
            comments::body.eq(&new.body),
            comments::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// Whether somebody in this scope may comment on the story.
pub(super) fn may_comment(scope: &Scope, post: &Post) -> bool {
    let belongs = scope.groups.contains(&post.group_id)
        || (post.visibility != Visibility::Group && scope.networks.contains(&post.network_id));
    belongs && !post.is_draft() && post.withdrawn_at.is_none()
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

/// Comments of a story that anybody loads at once.
const MOST: i64 = 500;

/// The comments under a story, oldest first. Withdrawn ones keep their place and lose their text.
pub fn comments_of(db: &mut Db, post: Id) -> Result<Vec<Comment>> {
    type Columns = (Id, Id, AuthorColumns, String, Timestamp, Option<Timestamp>, Option<Timestamp>);
    let rows: Vec<Columns> = comments::table
        .inner_join(people::table)
        .left_join(seats::table)
        .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
        .filter(comments::post_id.eq(post))
        .order((comments::created_at, comments::id))
        .limit(MOST)
        .select((
            comments::id,
            comments::author_id,
            (people::name, people::protected, seats::role.nullable(), organisers::name.nullable()),
            comments::body,
            comments::created_at,
            comments::edited_at,
            comments::withdrawn_at,
        ))
        .prepared()
        .load(db)?;
    let shown = |(id, author_id, author, body, created_at, edited_at, withdrawn_at): Columns| Comment {
        id,
        author_id,
        author: author.into(),
        body: if withdrawn_at.is_some() { String::new() } else { body },
        created_at,
        edited_at,
        withdrawn_at,
    };
    Ok(rows.into_iter().map(shown).collect())
}

/// A comment that its author may change, with its story.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Own {
    pub(super) id: Id,
    pub(super) post_id: Id,
    pub(super) body: String,
}

/// The comment, if this person wrote it, it stands, and they still read its story.
pub(super) fn find_own(db: &mut Db, id: Id, author: Id) -> Result<Own> {
    let own: Own = comments::table
        .find(id)
        .filter(comments::author_id.eq(author))
        .filter(comments::withdrawn_at.is_null())
        .select((comments::id, comments::post_id, comments::body))
        .first(db)?;
    super::find_visible(db, own.post_id, Some(author))?;
    Ok(own)
}

/// Changes the text.
pub(super) fn update(tx: &mut Tx<'_>, id: Id, body: &str, now: Timestamp) -> Result<()> {
    diesel::update(comments::table.find(id))
        .set((comments::body.eq(body), comments::edited_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Withdraws it; the thread keeps its place.
pub(super) fn withdraw(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    diesel::update(comments::table.find(id).filter(comments::withdrawn_at.is_null()))
        .set(comments::withdrawn_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}
