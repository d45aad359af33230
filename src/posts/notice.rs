//! Telling of a new comment by mail: those who follow the story, and those whom it mentions.
//!
//! A job, so that whoever comments does not wait for everybody's mail. Who may read is asked when it runs. One mail for a comment
//! and person, whatever runs how often; what was mailed stays out of digests.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::mail::{Notice, Told};
use super::person::AuthorColumns;
use super::visible::readers_among;
use super::{Author, Post, follow, mention};
use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::db::schema::{comments, organisers, people, posts, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::digests;
use crate::error::Result;
use crate::i18n::Lang;
use crate::jobs::{self, Job, Lease};
use crate::mail::{Mail, Recipient, outbox};

/// People whose mail is queued with one statement.
const AT_ONCE: usize = 200;

/// Mails a comment to those who follow its story and to those whom it mentions.
#[derive(Serialize, Deserialize)]
pub struct TellOfComment {
    comment_id: Id,
    /// Whether only those whom it mentions are told: it was changed.
    mentions_alone: bool,
}

impl Job for TellOfComment {
    const KIND: &'static str = "tell-of-comment";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let ours = app.clone();
        let write = move |tx: &mut Tx<'_>| {
            lease.hold(tx, ours.clock.now())?;
            tell(tx, &ours, self.comment_id, self.mentions_alone)
        };
        app.database.write(write).await
    }
}

/// Queues the mails about a new comment; once, however often it is called.
pub fn tell_of_comment(tx: &mut Tx<'_>, comment: Id, now: Timestamp) -> Result<()> {
    let job = TellOfComment { comment_id: comment, mentions_alone: false };
    jobs::enqueue(tx, &job, Some(&format!("tell-of-comment:{comment}")), now).map(drop)
}

/// Queues the mails to those whom a comment mentions since it was changed.
pub(super) fn tell_of_mentions(tx: &mut Tx<'_>, comment: Id, now: Timestamp) -> Result<()> {
    jobs::enqueue(tx, &TellOfComment { comment_id: comment, mentions_alone: true }, None, now).map(drop)
}

/// A comment that stands, as mails tell it.
struct Said {
    post: Post,
    author_id: Id,
    created_at: Timestamp,
    author: Author,
    body: String,
    mentions: Option<String>,
}

fn said(db: &mut Db, comment: Id) -> Result<Option<Said>> {
    type Row = (Post, Id, Timestamp, AuthorColumns, String, Option<String>);
    let found: Option<Row> = comments::table
        .inner_join(posts::table)
        .inner_join(people::table.on(people::id.eq(comments::author_id)))
        .left_join(seats::table.on(seats::id.nullable().eq(comments::seat_id)))
        .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
        .filter(comments::id.eq(comment))
        .filter(comments::withdrawn_at.is_null())
        .select((
            Post::as_select(),
            comments::author_id,
            comments::created_at,
            (people::name, people::protected, seats::role.nullable(), organisers::name.nullable()),
            comments::body,
            comments::mentions,
        ))
        .first(db)
        .optional()?;
    Ok(found.map(|(post, author_id, created_at, author, body, mentions)| Said {
        post,
        author_id,
        created_at,
        author: author.into(),
        body,
        mentions,
    }))
}

fn tell(tx: &mut Tx<'_>, app: &App, comment: Id, mentions_alone: bool) -> Result<()> {
    let Some(said) = said(tx, comment)? else { return Ok(()) };
    let (followers, muted) = follow::followers(tx, &said.post)?;
    let mentioned = mention::people_in(said.mentions.as_deref());
    let mut wanted = mentioned.clone();
    if !mentions_alone {
        wanted.extend(followers);
    }
    wanted.retain(|person| *person != said.author_id && !muted.contains(person));
    let readers = readers_among(tx, &said.post, &wanted)?;
    let told = Told { id: comment, post: &said.post, author: &said.author, body: &said.body };
    let to = recipients(tx, &readers)?;
    for some in to.chunks(AT_ONCE) {
        let mails = mails(tx, app, &told, some, (&mentioned, &readers))?;
        outbox::enqueue_all(tx, app, &mails)?;
        let people: Vec<Id> = some.iter().map(|(person, _)| *person).collect();
        digests::keep_told(tx, &people, (comment, said.created_at))?;
        digests::keep_known(tx, &people, said.post.id, app.clock.now())?;
    }
    Ok(())
}

/// The mails to some people, each with personal addresses to mute the story and to answer by.
fn mails(
    tx: &mut Tx<'_>,
    app: &App,
    told: &Told<'_>,
    to: &[(Id, Recipient)],
    (mentioned, readers): (&BTreeSet<Id>, &BTreeMap<Id, bool>),
) -> Result<Vec<Mail>> {
    let (now, ids): (_, Vec<Id>) = (app.clock.now(), to.iter().map(|(id, _)| *id).collect());
    let mutes = accounts::issue_all(tx, Purpose::MutePost, &ids, told.post.id, now)?;
    let replies = super::reply::addresses(tx, app, &ids, told.id)?;
    let mut mails = Vec::with_capacity(to.len());
    for (((person, recipient), mute), reply_to) in to.iter().zip(mutes).zip(replies) {
        let why = match () {
            () if *person == told.post.author_id => "mail-comment-notice-own",
            () if mentioned.contains(person) => "mail-comment-notice-mentioned",
            () => "mail-comment-notice-follows",
        };
        let reply_to = reply_to.filter(|_| readers.get(person) == Some(&true));
        mails.push(Notice::mail(app, told, recipient.clone(), why, &mute, reply_to)?);
    }
    Ok(mails)
}

pub(super) fn recipients(db: &mut Db, readers: &BTreeMap<Id, bool>) -> Result<Vec<(Id, Recipient)>> {
    let rows: Vec<(Id, String, String, Lang)> = people::table
        .filter(people::id.eq_any(readers.keys()))
        .order(people::id)
        .select((people::id, people::email, people::name, people::language))
        .load(db)?;
    let to = |(id, email, name, lang)| (id, Recipient { person_id: Some(id), email, name, lang });
    Ok(rows.into_iter().map(to).collect())
}
