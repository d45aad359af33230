//! Lists of stories, newest first.

use std::collections::HashMap;

use chrono_tz::Tz;
use diesel::dsl::count_star;
use diesel::prelude::*;

use super::person::Authors;
use super::visible::{Viewer, scope_of, visible};
use super::{Author, Form, Scope, Theme, Visibility, theme};
use crate::db::Db;
use crate::db::schema::{comments, post_themes, posts};
use crate::db::types::{Id, Timestamp};
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
    /// The beginning, plain text.
    pub excerpt: String,
    /// Who reads it.
    pub visibility: Visibility,
    /// When it was published; nothing for drafts.
    pub published_at: Option<Timestamp>,
    /// When it was changed last.
    pub updated_at: Timestamp,
    /// What it is about.
    pub themes: Vec<Theme>,
    /// How many comments stand under it.
    pub comments: i64,
}

impl PostSummary {
    /// The day it was published, or changed last while it is a draft.
    pub fn day(&self, chrome: &Chrome, zone: &Tz) -> String {
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
    /// After the story published then with this identifier: the last one of the page before.
    pub before: Option<(Timestamp, Id)>,
}

type Columns =
    (Id, Id, Id, Id, Option<Id>, String, Form, String, String, Visibility, Option<Timestamp>, Timestamp);

const COLUMNS: (
    posts::id,
    posts::group_id,
    posts::network_id,
    posts::author_id,
    posts::seat_id,
    posts::title,
    posts::form,
    posts::body,
    posts::situation,
    posts::visibility,
    posts::published_at,
    posts::updated_at,
) = (
    posts::id,
    posts::group_id,
    posts::network_id,
    posts::author_id,
    posts::seat_id,
    posts::title,
    posts::form,
    posts::body,
    posts::situation,
    posts::visibility,
    posts::published_at,
    posts::updated_at,
);

/// The newest published stories in a scope.
pub fn list(db: &mut Db, scope: &Scope, filter: &Filter, limit: i64) -> Result<Vec<PostSummary>> {
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
    let rows: Vec<Columns> =
        query.order((posts::published_at.desc(), posts::id.desc())).limit(limit).select(COLUMNS).load(db)?;
    summarise(db, rows)
}

/// A person's drafts, last changed first.
pub(super) fn drafts(db: &mut Db, author: Id, limit: i64) -> Result<Vec<PostSummary>> {
    let rows: Vec<Columns> = posts::table
        .filter(posts::author_id.eq(author))
        .filter(posts::published_at.is_null())
        .filter(posts::withdrawn_at.is_null())
        .order((posts::updated_at.desc(), posts::id.desc()))
        .limit(limit)
        .select(COLUMNS)
        .load(db)?;
    summarise(db, rows)
}

/// The newest stories of a group that a viewer reads.
pub fn latest_of_group(db: &mut Db, group: Id, viewer: Viewer, limit: i64) -> Result<Vec<PostSummary>> {
    let scope = scope_of(db, viewer)?;
    list(db, &scope, &Filter { group: Some(group), ..Filter::default() }, limit)
}

/// The newest stories that a viewer reads.
pub fn latest_for(db: &mut Db, viewer: Viewer, limit: i64) -> Result<Vec<PostSummary>> {
    let scope = scope_of(db, viewer)?;
    list(db, &scope, &Filter::default(), limit)
}

/// A published story as digests look at it before they read it.
#[derive(Debug, Clone, Copy, Queryable)]
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
    pub published_at: Timestamp,
}

/// The stories in a scope that were published after `since` and until `until`, newest first.
pub fn published_between(
    db: &mut Db,
    scope: &Scope,
    since: Timestamp,
    until: Timestamp,
    limit: i64,
) -> Result<Vec<Fresh>> {
    Ok(visible(scope)
        .filter(posts::published_at.gt(since))
        .filter(posts::published_at.le(until))
        .order((posts::published_at.desc(), posts::id.desc()))
        .limit(limit)
        .select((
            posts::id,
            posts::group_id,
            posts::network_id,
            posts::author_id,
            posts::visibility,
            posts::published_at.assume_not_null(),
        ))
        .load(db)?)
}

/// Published stories by identifier. Who may read them is for the caller to know.
pub fn by_ids(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, PostSummary>> {
    let everything = Scope { everything: true, ..Scope::default() };
    let rows: Vec<Columns> = visible(&everything).filter(posts::id.eq_any(ids)).select(COLUMNS).load(db)?;
    Ok(summarise(db, rows)?.into_iter().map(|post| (post.id, post)).collect())
}

fn summarise(db: &mut Db, rows: Vec<Columns>) -> Result<Vec<PostSummary>> {
    if rows.is_empty() {
        return Ok(Vec::new());
    }
    let ids: Vec<Id> = rows.iter().map(|row| row.0).collect();
    let authors = Authors::load(db, &rows.iter().map(|row| (row.3, row.4)).collect::<Vec<_>>())?;
    let mut themes = theme::of_posts(db, &ids)?;
    let counts = comment_counts(db, &ids)?;
    let summary = |row: Columns| {
        let (
            id,
            group_id,
            network_id,
            author_id,
            seat,
            title,
            form,
            body,
            situation,
            visibility,
            published,
            updated,
        ) = row;
        PostSummary {
            id,
            group_id,
            network_id,
            author_id,
            author: authors.of(author_id, seat),
            title,
            excerpt: markdown::excerpt(if form == Form::Free { &body } else { &situation }, EXCERPT),
            visibility,
            published_at: published,
            updated_at: updated,
            themes: themes.remove(&id).unwrap_or_default(),
            comments: counts.get(&id).copied().unwrap_or(0),
        }
    };
    Ok(rows.into_iter().map(summary).collect())
}

fn comment_counts(db: &mut Db, posts: &[Id]) -> Result<HashMap<Id, i64>> {
    let rows: Vec<(Id, i64)> = comments::table
        .filter(comments::post_id.eq_any(posts))
        .filter(comments::withdrawn_at.is_null())
        .group_by(comments::post_id)
        .select((comments::post_id, count_star()))
        .load(db)?;
    Ok(rows.into_iter().collect())
}
