//! What is new to some people: read for a whole batch with a fixed number of queries, then divided among them.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use diesel::prelude::*;

use super::places::Places;
use super::reader::Reader;
use super::shelf::{Heading, Shelf};
use super::suggestion::{self, Suggestion};
use super::threads::{self, Remark, Thread, Threads};
use super::waiting::{Meetup, Poll, Promise, Said, Waiting};
use crate::db::Db;
use crate::db::schema::digest_items;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::posts::{self as stories, PostSummary};
use crate::themes::Theme;

/// Stories that a batch looks at.
const MOST_FRESH: i64 = 20_000;

/// How far every digest looks back into the time of the one before. A story gets its time before it is written down,
/// and a digest that is composed in between does not see it; neither do clocks of several machines agree, nor does a
/// clock that is set back.
pub(super) const OVERLAP: TimeDelta = TimeDelta::minutes(15);

/// Something a digest tells of: a story, a comment, or a meetup or poll as it was changed at that moment.
pub(super) type Item = (Id, Timestamp);

/// What is new to one person.
#[derive(Debug, Clone, Default)]
pub(super) struct Content {
    /// Whether it tells of everything that comes to the reader, and not only of what comes daily.
    pub(super) whole: bool,
    /// Everything it tells of or counts that the next digest meets again.
    pub(super) recent: Vec<Item>,
    /// New stories by where they stand.
    pub(super) posts: Vec<(Heading, Vec<Id>)>,
    pub(super) more_posts: usize,
    /// Those of them that the reader may comment on.
    pub(super) answerable: HashSet<Id>,
    pub(super) threads: Vec<Thread>,
    /// Coming meetups and what the reader has said to them.
    pub(super) meetups: Vec<(Meetup, Option<Said>)>,
    /// Date polls that wait for the reader.
    pub(super) polls: Vec<Poll>,
    /// What the reader has promised for these days.
    pub(super) promises: Vec<Promise>,
    /// Meetups and polls that wait for an answer and are new or changed.
    pub(super) new_questions: usize,
    /// An older story that the reader may like.
    pub(super) suggestion: Option<Suggestion>,
    /// Stories that were looked at for that and turned out to have been told of.
    pub(super) settled: Vec<Id>,
}

impl Content {
    /// New stories, also those that are only counted.
    pub(super) fn stories(&self) -> usize {
        self.posts.iter().map(|(_, ids)| ids.len()).sum::<usize>() + self.more_posts
    }

    /// The stories that it tells of, without those that are only counted.
    pub(super) fn told(&self) -> Vec<Id> {
        self.posts.iter().flat_map(|(_, ids)| ids).copied().collect()
    }

    /// New comments.
    pub(super) fn comments(&self) -> usize {
        self.threads.iter().map(|thread| thread.comments).sum()
    }

    /// Meetups and polls that wait for an answer.
    pub(super) fn unanswered(&self) -> usize {
        self.meetups.iter().filter(|(_, said)| said.is_none()).count() + self.polls.len()
    }

    /// How many new things there are. Meetups that were known before or are answered, and promises, only remind.
    pub(super) fn items(&self) -> usize {
        self.stories() + self.comments() + self.new_questions
    }
}

/// What is new to a batch of people, and what it speaks of.
pub(super) struct Batch {
    pub(super) contents: Vec<Content>,
    pub(super) about: About,
}

/// What the contents of a batch speak of.
#[derive(Default)]
pub(super) struct About {
    pub(super) posts: HashMap<Id, PostSummary>,
    pub(super) remarks: HashMap<Id, Remark>,
    /// Names of groups and networks.
    pub(super) names: HashMap<Id, String>,
    pub(super) themes: HashMap<Id, Theme>,
}

/// What some people know of the time that their next digest looks at: what they were told of it, and the stories that they have read.
pub(super) struct Known {
    told: HashSet<(Id, Item)>,
    read: HashMap<(Id, Id), Timestamp>,
}

impl Known {
    /// Two queries, however many readers; not asked for nobody in particular.
    fn of(db: &mut Db, readers: &[Reader], since: Timestamp) -> Result<Self> {
        let people: Vec<Id> =
            readers.iter().filter(|reader| reader.is_somebody()).map(|reader| reader.id).collect();
        if people.is_empty() {
            return Ok(Known { told: HashSet::new(), read: HashMap::new() });
        }
        let rows: Vec<(Id, Id, Timestamp)> = digest_items::table
            .filter(digest_items::person_id.eq_any(&people))
            .select((digest_items::person_id, digest_items::item_id, digest_items::dated_at))
            .load(db)?;
        let told = rows.into_iter().map(|(person, item, at)| (person, (item, at))).collect();
        Ok(Known { told, read: stories::readings_since(db, &people, since)? })
    }

    /// Whether a person was told of it.
    pub(super) fn was_told(&self, person: Id, item: Item) -> bool {
        self.told.contains(&(person, item))
    }

    /// Whether a person has read a story with what was written until a moment.
    pub(super) fn was_read(&self, person: Id, post: Id, written_at: Timestamp) -> bool {
        self.read.get(&(person, post)).is_some_and(|read_at| written_at <= *read_at)
    }
}

/// Finds what came after each reader's `since` and until `until`, that they may read, and that others wrote.
pub(super) fn gather(db: &mut Db, readers: &[Reader], until: Timestamp) -> Result<Batch> {
    if readers.is_empty() {
        return Ok(Batch { contents: Vec::new(), about: About::default() });
    }
    let places = Places::of(db, readers)?;
    gather_in(db, readers, places, until)
}

/// As [`gather`], for readers who stand where `places` says.
pub(super) fn gather_in(db: &mut Db, readers: &[Reader], places: Places, until: Timestamp) -> Result<Batch> {
    let since = readers.iter().map(|reader| reader.since).min().unwrap_or(until);
    let known = Known::of(db, readers, since)?;
    let together = places.together();
    let followed: Vec<Id> = places.themes.keys().copied().collect();
    let about = stories::about_since(db, &followed, since)?;
    let fresh = Shelf::of(stories::published_between(db, &together, since, until, MOST_FRESH)?, about);
    let mut threads = Threads::read(db, readers, &places.shares, &known, (since, until))?;
    let waiting = Waiting::read(db, readers, &together.groups, (since, until))?;
    let mut contents = Vec::with_capacity(readers.len());
    for (reader, share) in readers.iter().zip(&places.shares) {
        let mut content = fresh.choose(reader, share, |post| {
            let at = post.reached(&share.scope);
            known.was_told(reader.id, (post.id, at)) || known.was_read(reader.id, post.id, at)
        });
        content.whole = share.is_whole();
        let (mine, comments) = threads.take(reader.id);
        content.threads = mine;
        content.recent.extend(comments);
        waiting.tell(&mut content, reader, share, &known, until);
        let whole = content.whole;
        content.recent.retain(|(_, at)| !whole || *at > until - OVERLAP);
        contents.push(content);
    }
    suggestion::suggest(db, &mut contents, readers, &places, until)?;
    let about = About::of(db, &contents, (places.names, places.themes))?;
    Ok(Batch { contents, about })
}

impl About {
    fn of(
        db: &mut Db,
        contents: &[Content],
        (names, themes): (HashMap<Id, String>, HashMap<Id, Theme>),
    ) -> Result<Self> {
        let threads = || contents.iter().flat_map(|content| &content.threads);
        let new = contents.iter().flat_map(|content| content.posts.iter().flat_map(|(_, ids)| ids));
        let suggested = contents.iter().filter_map(|content| Some(content.suggestion.as_ref()?.post));
        let mut wanted: Vec<Id> =
            new.copied().chain(threads().map(|thread| thread.post)).chain(suggested).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let mut newest: Vec<Id> = threads().map(Thread::newest).collect();
        newest.sort_unstable();
        newest.dedup();
        let (posts, remarks) = (stories::by_ids(db, &wanted)?, threads::remarks(db, &newest)?);
        Ok(About { posts, remarks, names, themes })
    }
}
