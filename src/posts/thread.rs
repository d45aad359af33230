//! The comments under a story as a reader sees them: threads, a page at a time from the latest back.

use diesel::prelude::*;
use diesel::sql_types::Nullable;
use uuid::Uuid;

use super::person::AuthorColumns;
use super::{Author, Viewer};
use crate::db::schema::{comments, organisers, people, seats, thanks};
use crate::db::types::{DbUuid, Id, Timestamp};
use crate::db::{Db, Prepare};
use crate::error::Result;

/// Comments on a page.
const PAGE: usize = 20;

/// Bytes of text on a page; a page has one comment at least.
const LARGEST: usize = 16_000;

/// A comment as readers of its story see it.
#[derive(Debug, Clone)]
pub(super) struct Comment {
    /// Identifier.
    pub(super) id: Id,
    /// Who wrote it.
    pub(super) author_id: Id,
    /// Who wrote it, as readers see it.
    pub(super) author: Author,
    /// Markdown; empty when withdrawn.
    pub(super) body: String,
    /// When it was written.
    pub(super) created_at: Timestamp,
    /// When it was changed last.
    pub(super) edited_at: Option<Timestamp>,
    /// When it was withdrawn.
    pub(super) withdrawn_at: Option<Timestamp>,
    /// The first comment of the thread that it answers in; none for that comment itself.
    pub(super) thread_id: Option<Id>,
    /// Who asked and says that this is the answer.
    pub(super) accepted_by: Option<Id>,
    /// Whom it mentions, as `mention` keeps it.
    pub(super) mentions: Option<String>,
    /// Whether a coordinator hides it.
    pub(super) hidden: bool,
    /// Why, for its author and coordinators.
    pub(super) hidden_why: Option<String>,
    /// Who began the thread that it answers in.
    pub(super) asker: Option<Id>,
    /// Whether the viewer has thanked for it.
    pub(super) thanked: bool,
    /// Whether anybody has.
    pub(super) has_thanks: bool,
}

/// A comment and what answers it, as far as they are on the page.
#[derive(Debug, Clone)]
pub(super) struct Thread {
    /// The first comment, which may be on an earlier page.
    pub(super) id: Id,
    pub(super) first: Option<Comment>,
    pub(super) answers: Vec<Comment>,
}

/// One page of comments.
#[derive(Debug, Clone, Default)]
pub(super) struct Page {
    /// Those that began first come first.
    pub(super) threads: Vec<Thread>,
    /// Where the page before it ends.
    pub(super) older: Option<Until>,
    /// Whether later comments may follow on another page.
    pub(super) is_earlier: bool,
}

/// The last comment of a page, after the first one of its thread.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Until {
    thread: Id,
    comment: Id,
}

const LAST: Id = Id(Uuid::max());

impl Until {
    /// The end of everything.
    const LATEST: Until = Until { thread: LAST, comment: LAST };

    /// As in the address of a page: `<thread>_<comment>`, or the thread alone for all of it. Anything else is the latest page.
    pub(super) fn parse(text: &str) -> Self {
        let (thread, comment) = text.split_once('_').map_or((text, None), |(a, b)| (a, Some(b)));
        let comment = comment.map_or(Ok(LAST), str::parse);
        match (thread.parse(), comment) {
            (Ok(thread), Ok(comment)) => Until { thread, comment },
            _ => Until::LATEST,
        }
    }
}

impl std::fmt::Display for Until {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.comment {
            LAST => write!(f, "{}", self.thread),
            comment => write!(f, "{}_{comment}", self.thread),
        }
    }
}

diesel::define_sql_function! {
    /// The first of both that is there.
    #[sql_name = "coalesce"]
    fn first_there(thread: Nullable<DbUuid>, own: DbUuid) -> DbUuid;
}

diesel::alias!(comments as first_comments: FirstComments);

type Columns = (
    Id,
    Id,
    AuthorColumns,
    String,
    Timestamp,
    Option<Timestamp>,
    Option<Timestamp>,
    Option<Id>,
    Option<Id>,
    Option<Id>,
    Option<String>,
    Option<String>,
    bool,
    bool,
);

/// The comments until there, the last first; by the identifier of their thread's first, then by their own, both of which rise
/// with time. Withdrawn ones keep their place and lose their text.
fn load(db: &mut Db, post: Id, viewer: Viewer, until: Until, most: i64) -> Result<Vec<Comment>> {
    let of_thread = || first_there(comments::thread_id, comments::id);
    let thanked = thanks::table
        .filter(thanks::subject_id.eq(comments::id))
        .filter(thanks::person_id.eq(viewer.unwrap_or(Id(Uuid::nil()))));
    let any = thanks::table.filter(thanks::subject_id.eq(comments::id));
    let rows: Vec<Columns> = comments::table
        .inner_join(people::table)
        .left_join(seats::table)
        .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
        .left_join(first_comments.on(first_comments.field(comments::id).nullable().eq(comments::thread_id)))
        .filter(comments::post_id.eq(post))
        .filter(of_thread().le(until.thread))
        .filter(of_thread().lt(until.thread).or(comments::id.le(until.comment)))
        .order((of_thread().desc(), comments::id.desc()))
        .limit(most)
        .select((
            comments::id,
            comments::author_id,
            (people::name, people::protected, seats::role.nullable(), organisers::name.nullable()),
            comments::body,
            comments::created_at,
            comments::edited_at,
            comments::withdrawn_at,
            comments::thread_id,
            comments::accepted_by,
            first_comments.field(comments::author_id).nullable(),
            comments::mentions,
            comments::hidden_why,
            diesel::dsl::exists(thanked),
            diesel::dsl::exists(any),
        ))
        .prepared()
        .load(db)?;
    Ok(rows.into_iter().map(Comment::from).collect())
}

impl From<Columns> for Comment {
    fn from(row: Columns) -> Self {
        let (id, author_id, author, body, created_at, edited_at, withdrawn_at, ..) = row;
        let (.., thread_id, accepted_by, asker, mentions, hidden_why, thanked, has_thanks) = row;
        let stands = withdrawn_at.is_none();
        Comment {
            id,
            author_id,
            author: author.into(),
            body: if stands { body } else { String::new() },
            created_at,
            edited_at,
            withdrawn_at,
            thread_id,
            accepted_by: accepted_by.filter(|_| stands),
            mentions,
            hidden: hidden_why.is_some(),
            hidden_why,
            asker,
            thanked,
            has_thanks,
        }
    }
}

/// A page of the comments under a story: those that end at `until`. One query.
pub(super) fn page(db: &mut Db, post: Id, viewer: Viewer, until: Until) -> Result<Page> {
    let most = i64::try_from(PAGE + 1).unwrap_or(i64::MAX);
    let mut found = load(db, post, viewer, until, most)?;
    let (mut bytes, mut fit) = (0, 0);
    for comment in found.iter().take(PAGE) {
        bytes += comment.body.len();
        if fit > 0 && bytes > LARGEST {
            break;
        }
        fit += 1;
    }
    let older =
        found.get(fit).map(|next| Until { thread: next.thread_id.unwrap_or(next.id), comment: next.id });
    found.truncate(fit);
    found.reverse();
    let is_earlier = until != Until::LATEST && !found.is_empty();
    Ok(Page { threads: in_threads(found), older, is_earlier })
}

/// Comments in the order of their threads, put together by thread.
fn in_threads(found: Vec<Comment>) -> Vec<Thread> {
    let mut threads: Vec<Thread> = Vec::new();
    for comment in found {
        let id = comment.thread_id.unwrap_or(comment.id);
        let is_first = comment.thread_id.is_none();
        match threads.last_mut().filter(|thread| thread.id == id) {
            Some(thread) => thread.answers.push(comment),
            None if is_first => threads.push(Thread { id, first: Some(comment), answers: Vec::new() }),
            None => threads.push(Thread { id, first: None, answers: vec![comment] }),
        }
    }
    threads
}

impl Page {
    /// Every comment on it.
    pub(super) fn comments(&self) -> impl Iterator<Item = &Comment> {
        self.threads.iter().flat_map(|thread| thread.first.iter().chain(&thread.answers))
    }
}

/// Where a comment stands: the address of the page of its story that has it, with as much of its thread as fits there.
pub(super) fn place_of(db: &mut Db, post: Id, comment: Id) -> Result<String> {
    let thread: Option<Id> = comments::table.find(comment).select(comments::thread_id).first(db)?;
    let thread = thread.unwrap_or(comment);
    let mut has = |until: Until| -> Result<bool> {
        Ok(page(db, post, None, until)?.comments().any(|each| each.id == comment))
    };
    let whole = Until { thread, comment: LAST };
    // Both are asked, so that it takes as long for every comment.
    let query = match (has(Until::LATEST)?, has(whole)?) {
        (true, _) => String::new(),
        (false, true) => format!("?until={whole}"),
        (false, false) => format!("?until={}", Until { thread, comment }),
    };
    Ok(format!("/posts/{post}{query}#c-{comment}"))
}
