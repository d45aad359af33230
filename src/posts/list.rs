//! Lists of stories, newest first.

use std::cmp::Reverse;
use std::collections::HashMap;

use chrono_tz::Tz;
use diesel::prelude::*;

use super::address::numbered;
use super::person::AuthorColumns;
use super::visible::{from_known, visible};
use super::{Author, Form, Scope, Theme, Visibility, theme};
use crate::db::schema::{comments, organisers, people, post_themes, posts, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, padded};
use crate::error::Result;
use crate::markdown;
use crate::web::Chrome;

/// Characters of the beginning that lists show.
const EXCERPT: usize = 220;

/// A story in a list.
#[derive(Debug, Clone)]
pub struct PostSummary {
    /// Identifier.
    pub id: Id,
    /// The group it was written in.
    pub group_id: Id,
    /// Its network.
    pub network_id: Id,
    /// Who wrote it.
    pub author_id: Id,
    /// Who wrote it, as readers see it.
    pub author: Author,
    /// Title.
    pub title: String,
    /// The number in its address, if it has ever had one.
    pub number: Option<i32>,
    /// The beginning, plain text.
    pub excerpt: String,
    /// Who reads it.
    pub visibility: Visibility,
    /// When it was published; nothing for drafts.
    pub published_at: Option<Timestamp>,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// When a draft is to be published by itself.
    pub scheduled_at: Option<Timestamp>,
    /// What it is about; not read for [`latest_in`] and [`latest_of_group`], which are shown without.
    pub themes: Vec<Theme>,
    /// How many comments stand under it.
    pub comments: i64,
}

impl PostSummary {
    /// Where the story is: with number and title while everybody may read it, else with its identifier.
    pub fn path(&self) -> String {
        let number = self.number.filter(|_| self.visibility == Visibility::Public);
        number.map_or_else(|| format!("/posts/{}", self.id), |number| numbered(number, &self.title))
    }

    /// The day it was published, or changed last while it is a draft; for one that is to be published by itself, when.
    pub fn day(&self, chrome: &Chrome, zone: &Tz) -> String {
        if let Some(at) = self.scheduled_at {
            return chrome.tname("post-scheduled", &chrome.language.moment(at, *zone));
        }
        chrome.language.day_of(self.published_at.unwrap_or(self.updated_at), *zone)
    }
}

/// Which stories a list holds.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Of this group.
    pub group: Option<Id>,
    /// Of this network.
    pub network: Option<Id>,
    /// Of this theme.
    pub theme: Option<String>,
    /// By this person.
    pub author: Option<Id>,
    /// By somebody at the organiser with this code, as they were then, whose organiser may be told.
    pub organiser: Option<String>,
    /// After the story published then with this identifier: the last one of the page before.
    pub before: Option<(Timestamp, Id)>,
}

/// The query for [`Row`]s, to be narrowed.
macro_rules! summarised {
    () => {
        posts::table
            .inner_join(people::table)
            .left_join(seats::table)
            .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
            .select((
                posts::id,
                posts::group_id,
                posts::network_id,
                posts::author_id,
                posts::title,
                posts::number,
                posts::form,
                posts::body,
                posts::situation,
                posts::visibility,
                posts::published_at,
                posts::updated_at,
                posts::scheduled_at,
                (people::name, people::protected, seats::role.nullable(), organisers::name.nullable()),
                comments::table
                    .filter(comments::post_id.eq(posts::id))
                    .filter(comments::withdrawn_at.is_null())
                    .count()
                    .single_value(),
            ))
    };
}

/// The newest published stories in a scope, with their themes.
pub fn list(db: &mut Db, scope: &Scope, filter: &Filter, limit: i64) -> Result<Vec<PostSummary>> {
    let found = newest(db, scope, filter, limit)?;
    with_themes(db, found)
}

fn newest(db: &mut Db, scope: &Scope, filter: &Filter, limit: i64) -> Result<Vec<PostSummary>> {
    let mut query = visible(scope);
    if let Some(group) = filter.group {
        query = query.filter(posts::group_id.eq(group));
    }
    if let Some(network) = filter.network {
        query = query.filter(posts::network_id.eq(network));
    }
    if let Some(author) = filter.author {
        query = query.filter(posts::author_id.eq(author));
    }
    if let Some(code) = &filter.organiser {
        let there = seats::table.filter(seats::organiser_code.eq(code)).select(seats::id);
        query = query.filter(posts::seat_id.assume_not_null().eq_any(there)).filter(from_known());
    }
    if let Some(slug) = &filter.theme {
        let about = post_themes::table
            .filter(post_themes::theme_slug.eq(slug))
            .filter(post_themes::post_id.eq(posts::id))
            .select(post_themes::post_id);
        query = query.filter(diesel::dsl::exists(about));
    }
    if let Some((at, id)) = filter.before {
        let earlier = posts::published_at.lt(at).or(posts::published_at.eq(at).and(posts::id.lt(id)));
        // The first half alone lets the index begin there.
        query = query.filter(posts::published_at.le(at)).filter(earlier.assume_not_null());
    }
    let newest = query.order((posts::published_at.desc(), posts::id.desc())).limit(limit).select(posts::id);
    let chosen: Vec<Id> = newest.prepared().load(db)?;
    let mut found = summaries(db, &chosen)?;
    found.sort_unstable_by_key(|post| Reverse((post.published_at, post.id)));
    Ok(found)
}

/// A person's drafts, last changed first.
pub(super) fn drafts(db: &mut Db, author: Id, limit: i64) -> Result<Vec<PostSummary>> {
    let chosen: Vec<Id> = posts::table
        .filter(posts::author_id.eq(author))
        .filter(posts::published_at.is_null())
        .filter(posts::withdrawn_at.is_null())
        .order((posts::updated_at.desc(), posts::id.desc()))
        .limit(limit)
        .select(posts::id)
        .load(db)?;
    let mut found = summaries(db, &chosen)?;
    found.sort_unstable_by_key(|post| Reverse((post.updated_at, post.id)));
    with_themes(db, found)
}

/// The newest stories of a group for somebody inside it, who reads all of them.
pub fn latest_of_group(db: &mut Db, group: Id, limit: i64) -> Result<Vec<PostSummary>> {
    let published = posts::published_at.is_not_null().and(posts::withdrawn_at.is_null());
    let rows: Vec<Row> = summarised!()
        .filter(posts::group_id.eq(group))
        .filter(published)
        .order((posts::published_at.desc(), posts::id.desc()))
        .limit(limit)
        .prepared()
        .load(db)?;
    Ok(rows.into_iter().map(PostSummary::from).collect())
}

/// The newest stories in a scope, without their themes.
pub fn latest_in(db: &mut Db, scope: &Scope, limit: i64) -> Result<Vec<PostSummary>> {
    newest(db, scope, &Filter::default(), limit)
}

/// A published story as digests look at it before they read it.
#[derive(Debug, Clone, Copy, Queryable, Selectable)]
#[diesel(table_name = posts)]
pub struct Fresh {
    /// Identifier.
    pub id: Id,
    /// The group it was written in.
    pub group_id: Id,
    /// Its network.
    pub network_id: Id,
    /// Who wrote it.
    pub author_id: Id,
    /// Who reads it.
    pub visibility: Visibility,
    /// When it was published.
    #[diesel(select_expression = posts::published_at.assume_not_null())]
    pub published_at: Timestamp,
    /// When its network got to read it, if that was later.
    network_at: Option<Timestamp>,
    /// When everybody got to read it, if that was later.
    public_at: Option<Timestamp>,
}

impl Fresh {
    /// Since when somebody in this scope may read it.
    pub fn reached(&self, scope: &Scope) -> Timestamp {
        let later = match self.visibility {
            _ if scope.is_inside(self.group_id, self.network_id) => None,
            _ if scope.networks.contains(&self.network_id) => self.network_at,
            _ => self.public_at,
        };
        later.unwrap_or(self.published_at)
    }
}

/// The stories in a scope that were published after `since` and until `until`, newest first, and then those that more people
/// got to read in that time.
pub fn published_between(
    db: &mut Db,
    scope: &Scope,
    since: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<Fresh>> {
    let mut found: Vec<Fresh> = visible(scope)
        .filter(posts::published_at.gt(since))
        .filter(posts::published_at.le(until))
        .order((posts::published_at.desc(), posts::id.desc()))
        .limit(limit)
        .select(Fresh::as_select())
        .load(db)?;
    let widened: Vec<Fresh> = visible(scope)
        .filter(posts::widened_at.gt(since))
        .filter(posts::widened_at.le(until))
        .filter(posts::published_at.le(since))
        .order((posts::widened_at.desc(), posts::id.desc()))
        .limit(limit)
        .select(Fresh::as_select())
        .load(db)?;
    found.extend(widened);
    Ok(found)
}

/// Published stories by identifier. Who may read them is for the caller to know.
pub fn by_ids(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, PostSummary>> {
    let everything = Scope { everything: true, ..Scope::default() };
    let published = visible(&everything).filter(posts::id.eq_any(padded(ids.iter().copied())));
    let chosen: Vec<Id> = published.select(posts::id).prepared().load(db)?;
    Ok(summaries(db, &chosen)?.into_iter().map(|post| (post.id, post)).collect())
}

/// What a list reads of a story, in one query with who wrote it and how many comments stand under it.
#[derive(Queryable)]
struct Row {
    id: Id,
    group_id: Id,
    network_id: Id,
    author_id: Id,
    title: String,
    number: Option<i32>,
    form: Form,
    body: String,
    situation: String,
    visibility: Visibility,
    published_at: Option<Timestamp>,
    updated_at: Timestamp,
    scheduled_at: Option<Timestamp>,
    author: AuthorColumns,
    comments: Option<i64>,
}

/// The chosen stories in any order, without themes.
fn summaries(db: &mut Db, chosen: &[Id]) -> Result<Vec<PostSummary>> {
    if chosen.is_empty() {
        return Ok(Vec::new());
    }
    let chosen = padded(chosen.iter().copied());
    let rows: Vec<Row> =
        summarised!().filter(posts::id.eq_any(&chosen)).prepared_for(chosen.len()).load(db)?;
    Ok(rows.into_iter().map(PostSummary::from).collect())
}

impl From<Row> for PostSummary {
    fn from(row: Row) -> Self {
        PostSummary {
            excerpt: markdown::excerpt(
                if row.form == Form::Free { &row.body } else { &row.situation },
                EXCERPT,
            ),
            themes: Vec::new(),
            id: row.id,
            group_id: row.group_id,
            network_id: row.network_id,
            author_id: row.author_id,
            author: row.author.into(),
            title: row.title,
            number: row.number,
            visibility: row.visibility,
            published_at: row.published_at,
            updated_at: row.updated_at,
            scheduled_at: row.scheduled_at,
            comments: row.comments.unwrap_or(0),
        }
    }
}

pub(super) fn with_themes(db: &mut Db, mut found: Vec<PostSummary>) -> Result<Vec<PostSummary>> {
    let mut themes = theme::of_posts(db, &found.iter().map(|post| post.id).collect::<Vec<_>>())?;
    for post in &mut found {
        post.themes = themes.remove(&post.id).unwrap_or_default();
    }
    Ok(found)
}
