//! Telling those whom a story mentions, if they may read it: once each, however often it is changed.
//!
//! A job, so that whoever publishes does not wait for it. Who may read is asked when it runs; whoever gets to read it later is told
//! then, for releasing it looks for mentions again.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::mail::Mentioned;
use super::visible::readers_among;
use super::{Post, follow, mention, notice, post, query, reply};
use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::posts;
use crate::db::types::{Id, Timestamp};
use crate::digests;
use crate::error::Result;
use crate::jobs::{self, Job, Lease};
use crate::mail::outbox;

/// Mails those whom a story mentions.
#[derive(Serialize, Deserialize)]
pub struct TellOfStory {
    post_id: Id,
}

impl Job for TellOfStory {
    const KIND: &'static str = "tell-of-story";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let ours = app.clone();
        let write = move |tx: &mut Tx<'_>| {
            lease.hold(tx, ours.clock.now())?;
            tell(tx, &ours, self.post_id)
        };
        app.database.write(write).await
    }
}

/// Finds whom a published story mentions among those who may read it now, and has them told.
pub(super) fn note(tx: &mut Tx<'_>, post: &Post, now: Timestamp) -> Result<()> {
    let found = mention::find(tx, post, &query::text_of(post))?;
    if found != post.mentions {
        diesel::update(posts::table.find(post.id)).set(posts::mentions.eq(&found)).execute(&mut **tx)?;
    }
    let known = mention::people_in(post.mentions.as_deref());
    if mention::people_in(found.as_deref()).iter().any(|person| !known.contains(person)) {
        jobs::enqueue(tx, &TellOfStory { post_id: post.id }, None, now)?;
    }
    Ok(())
}

fn tell(tx: &mut Tx<'_>, app: &App, id: Id) -> Result<()> {
    let post = post::find(tx, id)?;
    let mut mentioned = mention::people_in(post.mentions.as_deref());
    let (_, muted) = follow::followers(tx, &post)?;
    mentioned.retain(|person| *person != post.author_id && !muted.contains(person));
    let readers = readers_among(tx, &post, &mentioned)?;
    let author = accounts::find(tx, post.author_id)?;
    for (person, to) in notice::recipients(tx, &readers)? {
        if outbox::is_known(tx, &Mentioned::key(&post, person))? {
            continue;
        }
        let mute = accounts::issue(tx, Purpose::MutePost, Some(person), Some(id), app.clock.now())?;
        let may_answer = readers.get(&person) == Some(&true);
        let asked: &[Id] = if may_answer { &[person] } else { &[] };
        let reply_to = reply::addresses(tx, app, asked, id)?.pop().flatten();
        Mentioned::queue(tx, app, &post, &author, (person, to), (&mute, reply_to))?;
        digests::keep_known(tx, &[person], id, app.clock.now())?;
    }
    Ok(())
}
