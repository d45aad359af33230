//! Which stories are like which, kept so that digests can look it up for very many people.
//!
//! Of each story a few by others are kept that are most like it, as its author reads them in its group; of each theme the newest that
//! everybody reads. A new story is put into the lists of those that it is like, too. What was published or changed waits in
//! `alike_due` until the job `liken-posts` takes it. Who may read what is found is for the digest to know.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::{Post, Scope, Visibility, post, reading, similar, theme};
use crate::app::App;
use crate::config::CategoryLimits;
use crate::db::schema::{alike_due, alike_posts, posts};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::{Job, Lease};
use crate::on_both;

/// Stories that are kept of a story or theme.
const KEPT: usize = 8;

/// Stories taken at once, the latest first.
const MOST: i64 = 200;

/// Finds what is like the stories that were published or changed.
#[derive(Serialize, Deserialize)]
pub struct LikenPosts {}

impl Job for LikenPosts {
    const KIND: &'static str = "liken-posts";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        while liken(&app, Some(lease)).await? > 0 {}
        Ok(())
    }
}

/// Finds what is like the stories that were published or changed last, some hundreds at most; how many.
pub async fn liken_posts(app: &App) -> Result<usize> {
    liken(app, None).await
}

async fn liken(app: &App, lease: Option<Lease>) -> Result<usize> {
    let waiting = app.database.read(waiting).await?;
    for (id, due_at) in &waiting {
        let (id, due_at, limits) = (*id, *due_at, app.config.settings.categories);
        let found = app.database.read(move |db| Found::of(db, id, limits)).await?;
        let now = app.clock.now();
        let write = move |tx: &mut Tx<'_>| {
            if let Some(lease) = lease {
                lease.hold(tx, now)?;
            }
            keep(tx, id, due_at, &found)
        };
        app.database.write(write).await?;
    }
    Ok(waiting.len())
}

/// Notes that what a story is like is to be found anew.
pub(super) fn note(tx: &mut Tx<'_>, post: Id, now: Timestamp) -> Result<()> {
    if diesel::update(alike_due::table.find(post)).set(alike_due::due_at.eq(now)).execute(&mut **tx)? == 0 {
        diesel::insert_into(alike_due::table)
            .values((alike_due::post_id.eq(post), alike_due::due_at.eq(now)))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Forgets a story that is gone.
pub(super) fn forget(tx: &mut Tx<'_>, post: Id) -> Result<()> {
    diesel::delete(alike_due::table.find(post)).execute(&mut **tx)?;
    let any = alike_posts::subject_id.eq(post).or(alike_posts::post_id.eq(post));
    diesel::delete(alike_posts::table.filter(any)).execute(&mut **tx)?;
    Ok(())
}

fn waiting(db: &mut Db) -> Result<Vec<(Id, Timestamp)>> {
    Ok(alike_due::table
        .order((alike_due::due_at.desc(), alike_due::post_id))
        .limit(MOST)
        .select((alike_due::post_id, alike_due::due_at))
        .load(db)?)
}

/// What was found of a story.
struct Found {
    /// The stories that are like it, the most alike first, and how much.
    alike: Vec<(Id, i64)>,
    /// The lists of other stories, and of themes, that it may belong to, and how much.
    lists: Vec<(Id, i64)>,
    published_at: Option<Timestamp>,
}

impl Found {
    fn of(db: &mut Db, id: Id, limits: CategoryLimits) -> Result<Self> {
        let post = post::find(db, id)?;
        let mut found = Found { alike: Vec::new(), lists: Vec::new(), published_at: post.published_at };
        let Some(published) = post.published_at.filter(|_| reading::is_out(&post)) else {
            return Ok(found);
        };
        let ranked = similar::ranked(db, &scope_of_group(&post), &post, limits)?;
        let by_others = ranked.into_iter().filter(|(_, other)| other.author_id != post.author_id);
        found.lists = by_others.map(|(score, other)| (other.id, score)).collect();
        found.alike = found.lists.iter().take(KEPT).copied().collect();
        if post.visibility == Visibility::Public {
            let newest = published.utc().timestamp();
            found.lists.extend(theme::theme_ids(db, id)?.into_iter().map(|theme| (theme, newest)));
        }
        Ok(found)
    }
}

/// What the author of a story reads as a member of its group.
fn scope_of_group(post: &Post) -> Scope {
    Scope {
        viewer: Some(post.author_id),
        groups: vec![post.group_id],
        networks: vec![post.network_id],
        ..Scope::default()
    }
}

/// Writes it down in place of what was known.
fn keep(tx: &mut Tx<'_>, id: Id, due_at: Timestamp, found: &Found) -> Result<()> {
    tx.lock(Id(uuid::Uuid::from_u128(0x6772_616e_6e73_6b61_705f_616c_696b_6521)))?;
    let taken = alike_due::table.find(id).filter(alike_due::due_at.eq(due_at));
    if diesel::delete(taken).execute(&mut **tx)? == 0 {
        // Changed or withdrawn meanwhile.
        return Ok(());
    }
    forget(tx, id)?;
    let mut rows: Vec<(Id, Id, i64)> =
        found.alike.iter().map(|(other, score)| (id, *other, *score)).collect();
    let mut lists = lists(tx, &found.lists.iter().map(|(subject, _)| *subject).collect::<Vec<_>>())?;
    for (subject, score) in &found.lists {
        let list = lists.remove(subject).unwrap_or_default();
        match list.get(KEPT - 1) {
            Some((last, at, _)) if (*last, *at) >= (*score, found.published_at) => continue,
            Some((.., last)) => {
                diesel::delete(alike_posts::table.find((*subject, *last))).execute(&mut **tx)?;
            }
            None => {}
        }
        rows.push((*subject, id, *score));
    }
    let row = |(subject, post, score): &(Id, Id, i64)| {
        (alike_posts::subject_id.eq(*subject), alike_posts::post_id.eq(*post), alike_posts::score.eq(*score))
    };
    let rows: Vec<_> = rows.iter().map(row).collect();
    on_both!(tx, c => diesel::insert_into(alike_posts::table).values(&rows).execute(c))?;
    Ok(())
}

/// What is kept of some stories and themes: how much it belongs there, when it was published, and which it is; the best first.
type List = Vec<(i64, Option<Timestamp>, Id)>;

fn lists(db: &mut Db, subjects: &[Id]) -> Result<HashMap<Id, List>> {
    let rows: Vec<(Id, (i64, Option<Timestamp>, Id))> = alike_posts::table
        .inner_join(posts::table)
        .filter(alike_posts::subject_id.eq_any(subjects))
        .order((alike_posts::score.desc(), posts::published_at.desc(), posts::id))
        .select((alike_posts::subject_id, (alike_posts::score, posts::published_at, posts::id)))
        .load(db)?;
    let mut found: HashMap<Id, List> = HashMap::new();
    for (subject, row) in rows {
        found.entry(subject).or_default().push(row);
    }
    Ok(found)
}
