//! A draft that is published by itself, at a day and an hour that its author gives it.
//!
//! Until then it is a draft like any other. Whether its author may still write there is asked when the time has come: if not, it stays
//! a draft and they are told by mail and on its page.

use chrono::TimeDelta;
use chrono_tz::Tz;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::release_mail::Unpublished;
use super::{Post, forms, post, theme};
use crate::app::App;
use crate::db::schema::{people, posts};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::jobs::{self, Job, Lease};
use crate::meetups::{FARTHEST_DAYS, Wall, at_wall_time};
use crate::web::forms::{Check, Errors, Fields};
use crate::{groups, word_enum};

word_enum! {
    /// Why a draft was not published when its time had come.
    pub enum Missed {
        /// Its author may not write there any more.
        Left = "left",
        /// Something is missing in it.
        Unfinished = "unfinished",
    }
}

/// Publishes a draft whose time has come.
#[derive(Serialize, Deserialize)]
pub struct PublishPost {
    /// The draft.
    pub post_id: Id,
}

impl Job for PublishPost {
    const KIND: &'static str = "publish-post";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let ours = app.clone();
        let write = move |tx: &mut Tx<'_>| {
            lease.hold(tx, ours.clock.now())?;
            publish_due(tx, &ours, self.post_id)
        };
        app.database.write(write).await
    }
}

/// When a draft is to be published, of a form with a day and a time in `zone`.
pub(super) fn moment(fields: &Fields, zone: Tz, now: Timestamp) -> Result<Timestamp, Errors> {
    let mut check = Check::of(fields);
    let (date, time) = (check.date("date"), check.time("time"));
    let mut at = now;
    if let (Some(date), Some(time)) = (date, time) {
        match at_wall_time(date.and_time(time), zone) {
            Wall::Never => check.fail("time", "error-meetup-hour-missing"),
            Wall::Once(moment) | Wall::Twice(moment) if moment <= now => {
                check.fail("date", "error-meetup-past");
                at = moment;
            }
            Wall::Once(moment) | Wall::Twice(moment) if moment > now + TimeDelta::days(FARTHEST_DAYS) => {
                check.fail("date", "error-meetup-far");
            }
            Wall::Once(moment) | Wall::Twice(moment) => at = moment,
        }
    }
    check.done().map(|()| at)
}

/// Gives a draft of this author the moment at which it is published, in the place of any other; whether it is whole, without which
/// nothing happens. [`Error::NotFound`] when it is no draft.
pub(super) fn schedule(tx: &mut Tx<'_>, id: Id, author: Id, at: Timestamp) -> Result<bool> {
    tx.lock(id)?;
    let post = draft(tx, id, author)?;
    if !is_whole(tx, &post)? {
        return Ok(false);
    }
    set(tx, id, Some(at), None)?;
    jobs::enqueue(tx, &PublishPost { post_id: id }, None, at)?;
    Ok(true)
}

/// Takes the moment back; nothing happens when it has none. [`Error::NotFound`] when it is no draft.
pub(super) fn take_back(tx: &mut Tx<'_>, id: Id, author: Id) -> Result<()> {
    tx.lock(id)?;
    draft(tx, id, author)?;
    set(tx, id, None, None)
}

fn draft(db: &mut Db, id: Id, author: Id) -> Result<Post> {
    let post = post::find_own(db, id, author)?;
    if post.is_draft() && post.withdrawn_at.is_none() { Ok(post) } else { Err(Error::NotFound) }
}

fn set(tx: &mut Tx<'_>, id: Id, at: Option<Timestamp>, missed: Option<Missed>) -> Result<()> {
    diesel::update(posts::table.find(id).filter(posts::published_at.is_null()))
        .set((posts::scheduled_at.eq(at), posts::missed.eq(missed)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Whether nothing is missing in a draft that a published story has.
pub(super) fn is_whole(db: &mut Db, post: &Post) -> Result<bool> {
    let slugs = theme::of_posts(db, &[post.id])?.remove(&post.id).unwrap_or_default();
    let slugs: Vec<String> = slugs.into_iter().map(|theme| theme.slug).collect();
    Ok(forms::story(&forms::stored(post, &slugs), post.form, false).is_ok())
}

/// Publishes it, if it is still to be published by now: a moment that was taken back or put off leaves nothing to do.
fn publish_due(tx: &mut Tx<'_>, app: &App, id: Id) -> Result<()> {
    tx.lock(id)?;
    let now = app.clock.now();
    let due = posts::table
        .find(id)
        .filter(posts::scheduled_at.le(now))
        .filter(posts::published_at.is_null())
        .filter(posts::withdrawn_at.is_null());
    let Some(post) = due.select(Post::as_select()).first(&mut **tx).optional()? else { return Ok(()) };
    let Some(missed) = why_not(tx, &post)? else { return post::publish(tx, id, now) };
    set(tx, id, None, Some(missed))?;
    Unpublished::queue(tx, app, &post, missed)
}

fn why_not(db: &mut Db, post: &Post) -> Result<Option<Missed>> {
    let open = people::table.find(post.author_id).filter(people::disabled_at.is_null());
    let is_open: bool = diesel::select(diesel::dsl::exists(open)).get_result(db)?;
    match groups::seat_in(db, post.group_id, post.author_id) {
        Ok(_) if is_open => Ok((!is_whole(db, post)?).then_some(Missed::Unfinished)),
        Ok(_) | Err(Error::NotFound) => Ok(Some(Missed::Left)),
        Err(error) => Err(error),
    }
}
