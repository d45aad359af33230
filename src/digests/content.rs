//! What is new to some people: read for a whole batch with a fixed number of queries, then divided among them.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use diesel::prelude::*;

use super::reader::Reader;
use crate::db::Db;
use crate::db::schema::{
    comments, digest_items, group_memberships, groups, meetups, network_coordinators, network_memberships,
    posts, seats,
};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::networks::MembershipState;
use crate::posts::{self as stories, Fresh, PostSummary, Scope, Visibility};

/// Stories in one digest; the rest are counted.
const MOST_POSTS: usize = 12;

/// Stories that a batch looks at.
const MOST_FRESH: i64 = 20_000;

/// Stories from elsewhere, public ones, in one digest.
const MOST_PUBLIC: usize = 5;

/// Threads in one digest.
const MOST_THREADS: usize = 10;

/// Meetups in one digest.
const MOST_MEETUPS: usize = 8;

/// How far every digest looks back into the time of the one before. A story gets its time before it is written down,
/// and a digest that is composed in between does not see it; neither do clocks of several machines agree, nor does a
/// clock that is set back.
pub(super) const OVERLAP: TimeDelta = TimeDelta::minutes(15);

/// Something a digest tells of: a story, a comment, or a meetup as it was changed at that moment.
pub(super) type Item = (Id, Timestamp);

/// What is new to one person.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    /// Everything it tells of or counts that is so young that the next digest meets it again.
    pub(super) recent: Vec<Item>,
    pub(super) posts: Vec<Id>,
    pub(super) more_posts: usize,
    pub(super) threads: Vec<(Id, usize)>,
    pub(super) meetups: Vec<Meetup>,
    pub(super) new_meetups: usize,
}

impl Content {
    /// How many new things there are. Meetups that were known before do not count: they only remind.
    pub(super) fn items(&self) -> usize {
        let comments: usize = self.threads.iter().map(|(_, comments)| comments).sum();
        self.posts.len() + self.more_posts + comments + self.new_meetups
    }
}

/// A coming meetup.
#[derive(Debug, Clone, Queryable)]
pub(super) struct Meetup {
    pub(super) id: Id,
    group_id: Id,
    pub(super) group: String,
    pub(super) title: String,
    pub(super) starts_at: Timestamp,
    pub(super) place: String,
    updated_at: Timestamp,
    created_by: Option<Id>,
}

/// What is new to a batch of people, and the stories it speaks of.
pub(super) struct Batch {
    pub(super) contents: Vec<Content>,
    pub(super) posts: HashMap<Id, PostSummary>,
}

/// Finds what came after each reader's `since` and until `until`, that they may read, and that others wrote.
pub(super) fn gather(db: &mut Db, readers: &[Reader], until: Timestamp) -> Result<Batch> {
    let Some(since) = readers.iter().map(|reader| reader.since).min() else {
        return Ok(Batch { contents: Vec::new(), posts: HashMap::new() });
    };
    let scopes = scopes(db, readers)?;
    let told = told(db, readers)?;
    let together = union(&scopes);
    let fresh = Shelf::of(stories::published_between(db, &together, since, until, MOST_FRESH)?);
    let mut threads = threads(db, readers, &scopes, &told, until, since)?;
    let coming = coming(db, &together.groups, since, until)?;
    let mut contents = Vec::with_capacity(readers.len());
    for (reader, scope) in readers.iter().zip(&scopes) {
        let mut content = fresh.choose(reader, scope, &told);
        let (threads, comments) = threads.remove(&reader.id).unwrap_or_default();
        content.threads = threads;
        content.recent.extend(comments);
        invite(&mut content, reader, scope, &coming, &told);
        content.recent.retain(|(_, at)| *at > until - OVERLAP);
        contents.push(content);
    }
    let mut wanted: Vec<Id> = contents.iter().flat_map(|content| content.posts.iter().copied()).collect();
    wanted.extend(contents.iter().flat_map(|content| content.threads.iter().map(|(post, _)| *post)));
    wanted.sort_unstable();
    wanted.dedup();
    let posts = stories::by_ids(db, &wanted)?;
    Ok(Batch { contents, posts })
}

/// What the last digests of these people told of the minutes that the next one looks at again.
fn told(db: &mut Db, readers: &[Reader]) -> Result<HashSet<(Id, Item)>> {
    let rows: Vec<(Id, Id, Timestamp)> = digest_items::table
        .filter(digest_items::person_id.eq_any(readers.iter().map(|reader| reader.id)))
        .select((digest_items::person_id, digest_items::item_id, digest_items::dated_at))
        .load(db)?;
    Ok(rows.into_iter().map(|(person, item, at)| (person, (item, at))).collect())
}

/// The scope of every reader. Administrators get digests of where they belong, not of everything.
fn scopes(db: &mut Db, readers: &[Reader]) -> Result<Vec<Scope>> {
    let ids: Vec<Id> = readers.iter().map(|reader| reader.id).collect();
    let groups: Vec<(Option<Id>, Id)> = group_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq_any(ids.iter().copied().map(Some)))
        .filter(group_memberships::left_at.is_null())
        .select((seats::person_id, group_memberships::group_id))
        .load(db)?;
    let networks: Vec<(Option<Id>, Id)> = network_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq_any(ids.iter().copied().map(Some)))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select((seats::person_id, network_memberships::network_id))
        .load(db)?;
    let coordinated: Vec<(Id, Id)> = network_coordinators::table
        .filter(network_coordinators::person_id.eq_any(&ids))
        .select((network_coordinators::person_id, network_coordinators::network_id))
        .load(db)?;
    let mut by_person: HashMap<Id, Scope> =
        ids.iter().map(|id| (*id, Scope { viewer: Some(*id), ..Scope::default() })).collect();
    let mut put = |person: Option<Id>, add: &dyn Fn(&mut Scope)| {
        if let Some(scope) = person.and_then(|person| by_person.get_mut(&person)) {
            add(scope);
        }
    };
    groups.into_iter().for_each(|(person, id)| put(person, &|scope| scope.groups.push(id)));
    networks.into_iter().for_each(|(person, id)| put(person, &|scope| scope.networks.push(id)));
    coordinated.into_iter().for_each(|(person, id)| put(Some(person), &|scope| scope.coordinated.push(id)));
    Ok(ids.iter().filter_map(|id| by_person.remove(id)).collect())
}

/// What at least one of them reads. Nobody's own stories come in by it.
fn union(scopes: &[Scope]) -> Scope {
    let all = |ids: &dyn Fn(&Scope) -> &Vec<Id>| {
        let found: HashSet<Id> = scopes.iter().flat_map(|scope| ids(scope).iter().copied()).collect();
        found.into_iter().collect::<Vec<_>>()
    };
    Scope {
        viewer: Some(Id(uuid::Uuid::nil())),
        everything: false,
        groups: all(&|scope| &scope.groups),
        networks: all(&|scope| &scope.networks),
        coordinated: all(&|scope| &scope.coordinated),
    }
}

/// New stories by where readers look for them, newest first.
struct Shelf {
    by_group: HashMap<Id, Vec<Fresh>>,
    by_network: HashMap<Id, Vec<Fresh>>,
    public: Vec<Fresh>,
}

impl Shelf {
    fn of(fresh: Vec<Fresh>) -> Self {
        let mut shelf = Shelf { by_group: HashMap::new(), by_network: HashMap::new(), public: Vec::new() };
        for post in fresh {
            shelf.by_group.entry(post.group_id).or_default().push(post);
            shelf.by_network.entry(post.network_id).or_default().push(post);
            if post.visibility == Visibility::Public && shelf.public.len() < 200 {
                shelf.public.push(post);
            }
        }
        shelf
    }

    /// The group's stories first, then the network's, then a few of everybody's.
    fn choose(&self, reader: &Reader, scope: &Scope, told: &HashSet<(Id, Item)>) -> Content {
        let of = |shelf: &HashMap<Id, Vec<Fresh>>, ids: &[Id]| {
            ids.iter().filter_map(|id| shelf.get(id)).flatten().copied().collect::<Vec<_>>()
        };
        let networks = [scope.networks.as_slice(), scope.coordinated.as_slice()].concat();
        let is_new = |post: &Fresh| {
            post.published_at > reader.since
                && post.author_id != reader.id
                && !told.contains(&(reader.id, (post.id, post.published_at)))
                && scope.reads(post.group_id, post.network_id, post.visibility)
        };
        let (mut chosen, mut seen): (Vec<Fresh>, HashSet<Id>) = (Vec::new(), HashSet::new());
        for shelf in [of(&self.by_group, &scope.groups), of(&self.by_network, &networks)] {
            let mut new: Vec<Fresh> =
                shelf.into_iter().filter(|post| is_new(post) && seen.insert(post.id)).collect();
            new.sort_unstable_by_key(|post| std::cmp::Reverse((post.published_at, post.id)));
            chosen.extend(new);
        }
        let elsewhere = self.public.iter().filter(|post| is_new(post) && seen.insert(post.id));
        chosen.extend(elsewhere.take(MOST_PUBLIC));
        let more_posts = chosen.len().saturating_sub(MOST_POSTS);
        Content {
            posts: chosen.iter().take(MOST_POSTS).map(|post| post.id).collect(),
            recent: chosen.iter().map(|post| (post.id, post.published_at)).collect(),
            more_posts,
            ..Content::default()
        }
    }
}

diesel::alias!(comments as own_comments: OwnComments);

/// A new comment: whose thread, under which story, and what decides who reads that.
type Remark = (Id, Id, Id, Id, Timestamp, Id, Id, Id, Visibility);

/// The threads of one reader, as story and how many comments, and those comments.
type Threads = (Vec<(Id, usize)>, Vec<Item>);

/// New comments by others under readers' own stories and where they commented themselves: story and how many.
fn threads(
    db: &mut Db,
    readers: &[Reader],
    scopes: &[Scope],
    told: &HashSet<(Id, Item)>,
    until: Timestamp,
    since: Timestamp,
) -> Result<HashMap<Id, Threads>> {
    let ids: Vec<Id> = readers.iter().map(|reader| reader.id).collect();
    let story = (posts::author_id, posts::group_id, posts::network_id, posts::visibility);
    let comment = (comments::id, comments::post_id, comments::author_id, comments::created_at);
    let mut rows: Vec<Remark> = comments::table
        .inner_join(posts::table)
        .filter(posts::author_id.eq_any(&ids))
        .filter(posts::published_at.is_not_null())
        .filter(posts::withdrawn_at.is_null())
        .filter(comments::withdrawn_at.is_null())
        .filter(comments::created_at.gt(since))
        .filter(comments::created_at.le(until))
        .select((
            posts::author_id,
            comment.0,
            comment.1,
            comment.2,
            comment.3,
            story.0,
            story.1,
            story.2,
            story.3,
        ))
        .load(db)?;
    let own = own_comments.field(comments::author_id);
    let joined: Vec<Remark> = comments::table
        .inner_join(posts::table)
        .inner_join(own_comments.on(own_comments.field(comments::post_id).eq(comments::post_id)))
        .filter(own.eq_any(&ids))
        .filter(own_comments.field(comments::withdrawn_at).is_null())
        .filter(posts::withdrawn_at.is_null())
        .filter(comments::withdrawn_at.is_null())
        .filter(comments::created_at.gt(since))
        .filter(comments::created_at.le(until))
        .select((own, comment.0, comment.1, comment.2, comment.3, story.0, story.1, story.2, story.3))
        .load(db)?;
    rows.extend(joined);
    let known: HashMap<Id, (&Reader, &Scope)> =
        readers.iter().zip(scopes).map(|(reader, scope)| (reader.id, (reader, scope))).collect();
    let mut found: HashMap<Id, Threads> = HashMap::new();
    let mut counted: HashSet<(Id, Id)> = HashSet::new();
    for (person, comment, post, by, at, author, group, network, visibility) in rows {
        let Some((reader, scope)) = known.get(&person) else { continue };
        let reads = author == person || scope.reads(group, network, visibility);
        let is_new = at > reader.since && !told.contains(&(person, (comment, at)));
        if by == person || !is_new || !reads || !counted.insert((person, comment)) {
            continue;
        }
        let (threads, comments) = found.entry(person).or_default();
        if let Some((_, count)) = threads.iter_mut().find(|(known, _)| *known == post) {
            *count += 1;
        } else if threads.len() < MOST_THREADS {
            threads.push((post, 1));
        } else {
            continue;
        }
        comments.push((comment, at));
    }
    Ok(found)
}

/// Meetups of these groups in the coming days, and later ones that are new.
fn coming(db: &mut Db, of: &[Id], since: Timestamp, until: Timestamp) -> Result<HashMap<Id, Vec<Meetup>>> {
    let soon = meetups::starts_at.lt(until + TimeDelta::days(8));
    // Of a series, the next stands for all.
    let new = meetups::updated_at.gt(since).and(meetups::held_back.eq(false));
    let rows: Vec<Meetup> = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq_any(of))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::starts_at.gt(until))
        .filter(soon.or(new))
        .order((meetups::starts_at, meetups::id))
        .select((
            meetups::id,
            meetups::group_id,
            groups::name,
            meetups::title,
            meetups::starts_at,
            meetups::place,
            meetups::updated_at,
            meetups::created_by,
        ))
        .load(db)?;
    let mut found: HashMap<Id, Vec<Meetup>> = HashMap::new();
    for row in rows {
        found.entry(row.group_id).or_default().push(row);
    }
    Ok(found)
}

fn invite(
    content: &mut Content,
    reader: &Reader,
    scope: &Scope,
    coming: &HashMap<Id, Vec<Meetup>>,
    told: &HashSet<(Id, Item)>,
) {
    let mut mine: Vec<&Meetup> =
        scope.groups.iter().filter_map(|group| coming.get(group)).flatten().collect();
    mine.sort_unstable_by_key(|meetup| (meetup.starts_at, meetup.id));
    mine.dedup_by_key(|meetup| meetup.id);
    let is_new = |meetup: &&&Meetup| {
        meetup.updated_at > reader.since
            && meetup.created_by != Some(reader.id)
            && !told.contains(&(reader.id, (meetup.id, meetup.updated_at)))
    };
    let new: Vec<Item> = mine.iter().filter(is_new).map(|meetup| (meetup.id, meetup.updated_at)).collect();
    content.new_meetups = new.len();
    content.recent.extend(new);
    content.meetups = mine.into_iter().take(MOST_MEETUPS).cloned().collect();
}
