//! New comments under the readers' own stories and where they commented themselves.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::content::{Item, Known};
use super::places::Share;
use super::reader::Reader;
use crate::db::Db;
use crate::db::schema::{comments, people, posts};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::markdown;
use crate::posts::{self as stories, Visibility};

/// Threads in one digest.
const MOST_THREADS: usize = 10;

/// Characters of a comment that a digest shows.
const EXCERPT: usize = 160;

diesel::alias!(comments as own_comments: OwnComments);

/// A new comment: whose thread, the comment itself, and what decides who reads the story above it.
type Row = (Id, (Id, Id, Id, Timestamp), (Id, Id, Id, Visibility));

/// A story with new comments.
#[derive(Debug, Clone)]
pub(super) struct Thread {
    pub(super) post: Id,
    pub(super) comments: usize,
    newest: Item,
}

impl Thread {
    /// The newest of its new comments.
    pub(super) fn newest(&self) -> Id {
        self.newest.0
    }
}

/// What the threads of a batch of readers say.
#[derive(Default)]
pub(super) struct Threads {
    /// By reader: the threads, and the comments that they count.
    found: HashMap<Id, (Vec<Thread>, Vec<Item>)>,
}

impl Threads {
    /// Three queries for all readers.
    pub(super) fn read(
        db: &mut Db,
        readers: &[Reader],
        shares: &[Share],
        known: &Known,
        (since, until): (Timestamp, Timestamp),
    ) -> Result<Self> {
        let rows = rows(db, readers, since, until)?;
        let mut threads = Threads::default();
        let by_id: HashMap<Id, (&Reader, &Share)> =
            readers.iter().zip(shares).map(|(reader, share)| (reader.id, (reader, share))).collect();
        let ids: Vec<Id> = readers.iter().map(|reader| reader.id).collect();
        let said = stories::follows_of(db, &ids)?.into_iter().filter(|follow| follow.muted);
        let muted: HashSet<(Id, Id)> = said.map(|follow| (follow.person_id, follow.post_id)).collect();
        let mut counted: HashSet<(Id, Id)> = HashSet::new();
        for (person, (comment, post, by, at), (author, group, network, visibility)) in rows {
            let Some((reader, share)) = by_id.get(&person) else { continue };
            let reads = author == person || share.scope.reads(group, network, visibility);
            let is_known = known.was_read(person, post, at) || known.was_told(person, (comment, at));
            let is_new = at > reader.since && !is_known;
            if by != person
                && is_new
                && !muted.contains(&(person, post))
                && reads
                && share.takes(group, network)
                && counted.insert((person, comment))
            {
                threads.count(person, post, (comment, at));
            }
        }
        Ok(threads)
    }

    fn count(&mut self, person: Id, post: Id, comment: Item) {
        let (threads, comments) = self.found.entry(person).or_default();
        if let Some(thread) = threads.iter_mut().find(|thread| thread.post == post) {
            thread.comments += 1;
            if (comment.1, comment.0) > (thread.newest.1, thread.newest.0) {
                thread.newest = comment;
            }
        } else if threads.len() < MOST_THREADS {
            threads.push(Thread { post, comments: 1, newest: comment });
        } else {
            return;
        }
        comments.push(comment);
    }

    /// The threads of a reader, and the comments that they count.
    pub(super) fn take(&mut self, person: Id) -> (Vec<Thread>, Vec<Item>) {
        self.found.remove(&person).unwrap_or_default()
    }
}

/// The comments of a time under stories that readers wrote or commented on, their own among them; some come twice.
fn rows(db: &mut Db, readers: &[Reader], since: Timestamp, until: Timestamp) -> Result<Vec<Row>> {
    let ids: Vec<Id> = readers.iter().map(|reader| reader.id).collect();
    let comment = (comments::id, comments::post_id, comments::author_id, comments::created_at);
    let story = (posts::author_id, posts::group_id, posts::network_id, posts::visibility);
    let mut rows: Vec<Row> = comments::table
        .inner_join(posts::table)
        .filter(posts::author_id.eq_any(&ids))
        .filter(posts::published_at.is_not_null())
        .filter(posts::withdrawn_at.is_null())
        .filter(comments::withdrawn_at.is_null())
        .filter(comments::created_at.gt(since))
        .filter(comments::created_at.le(until))
        .select((posts::author_id, comment, story))
        .load(db)?;
    let own = own_comments.field(comments::author_id);
    let joined: Vec<Row> = comments::table
        .inner_join(posts::table)
        .inner_join(own_comments.on(own_comments.field(comments::post_id).eq(comments::post_id)))
        .filter(own.eq_any(&ids))
        .filter(own_comments.field(comments::withdrawn_at).is_null())
        .filter(posts::withdrawn_at.is_null())
        .filter(comments::withdrawn_at.is_null())
        .filter(comments::created_at.gt(since))
        .filter(comments::created_at.le(until))
        .select((own, comment, story))
        .load(db)?;
    rows.extend(joined);
    Ok(rows)
}

/// What a comment says.
#[derive(Debug, Clone)]
pub(super) struct Remark {
    /// Who wrote it; nobody when they are protected.
    pub(super) by: Option<String>,
    /// Its beginning, plain text.
    pub(super) words: String,
}

/// What these comments say; not asked when there are none.
pub(super) fn remarks(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, Remark>> {
    if ids.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Id, String, String, bool)> = comments::table
        .inner_join(people::table)
        .filter(comments::id.eq_any(ids))
        .select((comments::id, comments::body, people::name, people::protected))
        .load(db)?;
    let remark = |(id, body, name, protected): (Id, String, String, bool)| {
        (id, Remark { by: (!protected).then_some(name), words: markdown::excerpt(&body, EXCERPT) })
    };
    Ok(rows.into_iter().map(remark).collect())
}
