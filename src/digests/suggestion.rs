//! One story that a reader may like, in a digest that comes anyway: like one they wrote, or else about a theme of their profile,
//! from organisers like theirs first. Never one that they know: have read, follow, were mailed, or had suggested.
//!
//! What is like what is looked up and not searched for ([`crate::posts::LikenPosts`]). Whether a digest told of a story stands with the digest
//! (`told`); that is read for those alone to whom something may be suggested, and once for each story: what was told is settled.

use std::collections::{HashMap, HashSet};

use diesel::dsl::{exists, not};
use diesel::prelude::*;

use super::content::Content;
use super::places::{Places, Share};
use super::reader::Reader;
use super::shelf::Heading;
use crate::accounts::Frequency;
use crate::db::schema::{
    alike_posts, digests, organisers, person_themes, post_follows, post_readings, posts, seats,
    suggested_posts, themes,
};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::on_both;
use crate::organisers::Kind;
use crate::posts::{self as stories, Fresh, Theme};

/// Rows in one statement.
const ROWS: usize = 1000;

/// Bytes of an identifier.
const ID: usize = 16;

diesel::alias!(posts as own_posts: OwnPosts);

/// A story that is suggested, and why.
#[derive(Debug, Clone)]
pub(super) struct Suggestion {
    pub(super) post: Id,
    pub(super) why: Why,
}

/// What a suggestion has to do with its reader.
#[derive(Debug, Clone)]
pub(super) enum Why {
    /// It is like a story of theirs, of this title.
    Like(String),
    /// It is about a theme of their profile.
    About(Theme),
}

/// A story that may be suggested to a reader, and how well it fits.
struct Candidate {
    story: Fresh,
    why: Why,
    fits: i64,
}

/// Whether a reader does not know a story, as far as the database can say at once.
macro_rules! unknown {
    ($reader:expr) => {
        not(exists(
            post_readings::table
                .filter(post_readings::person_id.eq($reader))
                .filter(post_readings::post_id.eq(posts::id)),
        ))
        .and(not(exists(
            suggested_posts::table
                .filter(suggested_posts::person_id.eq($reader))
                .filter(suggested_posts::post_id.eq(posts::id)),
        )))
        .and(not(exists(
            post_follows::table
                .filter(post_follows::person_id.eq($reader))
                .filter(post_follows::post_id.eq(posts::id)),
        )))
        .and(posts::author_id.ne($reader))
    };
}

/// Puts a suggestion into each digest that has something new. At most five queries, however many readers.
pub(super) fn suggest(
    db: &mut Db,
    contents: &mut [Content],
    readers: &[Reader],
    places: &Places,
    now: Timestamp,
) -> Result<()> {
    let with_news = readers
        .iter()
        .zip(contents.iter())
        .filter(|(reader, content)| reader.is_somebody() && content.items() > 0);
    let wanting: Vec<Id> = with_news.map(|(reader, _)| reader.id).collect();
    let oldest = now - stories::REMEMBERED;
    let mut found = candidates(db, &wanting, oldest)?;
    if found.is_empty() {
        return Ok(());
    }
    let chosen: Vec<Id> = places.themes.keys().copied().collect();
    let ids: Vec<Id> = found.values().flatten().map(|candidate| candidate.story.id).collect();
    let about = stories::about_among(db, &chosen, &ids)?;
    for (reader, share) in readers.iter().zip(&places.shares) {
        if let Some(candidates) = found.get_mut(&reader.id) {
            let themes = |story: &Fresh| about.get(&story.id).map(Vec::as_slice).unwrap_or_default();
            candidates.retain(|candidate| is_for(reader, share, &candidate.story, themes(&candidate.story)));
        }
    }
    found.retain(|_, candidates| !candidates.is_empty());
    let told = Told::of(db, &found.keys().copied().collect::<Vec<_>>(), oldest)?;
    for ((reader, share), content) in readers.iter().zip(&places.shares).zip(contents) {
        let mut candidates = found.remove(&reader.id).unwrap_or_default();
        let known = candidates.extract_if(.., |each| told.has(reader.id, each.story.id));
        content.settled = known.map(|candidate| candidate.story.id).collect();
        candidates.retain(|each| told.is_recorded(reader.id, each.story.reached(&share.scope)));
        let best =
            candidates.into_iter().max_by_key(|each| (each.fits, each.story.published_at, each.story.id));
        content.suggestion = best.map(|best| Suggestion { post: best.story.id, why: best.why });
    }
    Ok(())
}

/// Whether a story may be suggested to a reader: they read it, it is not new, and it is from nowhere and about nothing that they
/// have muted.
fn is_for(reader: &Reader, share: &Share, story: &Fresh, themes: &[Id]) -> bool {
    let scope = &share.scope;
    let place = Heading::of(scope, story.group_id, story.network_id);
    scope.reads(story.group_id, story.network_id, story.visibility)
        && story.reached(scope) <= reader.since
        && share.story(place, themes) != Frequency::Never
}

/// What fits each of some readers and is not known to them: like a story of theirs, else about their themes.
fn candidates(db: &mut Db, readers: &[Id], oldest: Timestamp) -> Result<HashMap<Id, Vec<Candidate>>> {
    let mut found: HashMap<Id, Vec<Candidate>> = HashMap::new();
    if readers.is_empty() {
        return Ok(found);
    }
    for (reader, title, fits, story) in like(db, readers, oldest)? {
        found.entry(reader).or_default().push(Candidate { story, why: Why::Like(title), fits });
    }
    let others: Vec<Id> = readers.iter().copied().filter(|reader| !found.contains_key(reader)).collect();
    if others.is_empty() {
        return Ok(found);
    }
    let rows = about_themes(db, &others, oldest)?;
    let peers = if rows.is_empty() { HashMap::new() } else { kinds_of(db, &others)? };
    for (reader, theme, story, kind) in rows {
        let alike = peers.get(&reader).is_some_and(|own| own.iter().any(|own| is_alike(own, &kind)));
        let candidate = Candidate { story, why: Why::About(theme), fits: i64::from(alike) };
        found.entry(reader).or_default().push(candidate);
    }
    Ok(found)
}

/// What is like the stories of some people: for whom, the title of theirs, how much, and the story.
fn like(db: &mut Db, readers: &[Id], oldest: Timestamp) -> Result<Vec<(Id, String, i64, Fresh)>> {
    let reader = || own_posts.field(posts::author_id);
    Ok(alike_posts::table
        .inner_join(posts::table)
        .inner_join(own_posts.on(own_posts.field(posts::id).eq(alike_posts::subject_id)))
        .filter(reader().eq_any(readers))
        .filter(posts::published_at.gt(oldest))
        .filter(posts::withdrawn_at.is_null())
        .filter(unknown!(reader()))
        .select((reader(), own_posts.field(posts::title), alike_posts::score, Fresh::as_select()))
        .load(db)?)
}

/// What an organiser is, as far as others are like it: its kind and its SKR group; nothing for a story without a seat.
type Sort = Option<(Kind, Option<String>)>;

/// What is newest about the themes of some people's profiles.
fn about_themes(db: &mut Db, readers: &[Id], oldest: Timestamp) -> Result<Vec<(Id, Theme, Fresh, Sort)>> {
    let of_author = organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable()));
    Ok(person_themes::table
        .inner_join(themes::table)
        .inner_join(alike_posts::table.on(alike_posts::subject_id.eq(themes::id)))
        .inner_join(posts::table.on(posts::id.eq(alike_posts::post_id)))
        .left_join(seats::table.on(seats::id.nullable().eq(posts::seat_id)))
        .left_join(of_author)
        .filter(person_themes::person_id.eq_any(readers))
        .filter(posts::published_at.gt(oldest))
        .filter(posts::withdrawn_at.is_null())
        .filter(unknown!(person_themes::person_id))
        .select((
            person_themes::person_id,
            Theme::as_select(),
            Fresh::as_select(),
            (organisers::kind, organisers::structure_code).nullable(),
        ))
        .load(db)?)
}

/// The organisers of some people's seats.
fn kinds_of(db: &mut Db, people: &[Id]) -> Result<HashMap<Id, Vec<(Kind, Option<String>)>>> {
    let rows: Vec<(Option<Id>, Kind, Option<String>)> = seats::table
        .inner_join(organisers::table)
        .filter(seats::person_id.eq_any(people.iter().copied().map(Some)))
        .select((seats::person_id, organisers::kind, organisers::structure_code))
        .load(db)?;
    let mut found: HashMap<Id, Vec<_>> = HashMap::new();
    for (person, kind, structure) in rows {
        if let Some(person) = person {
            found.entry(person).or_default().push((kind, structure));
        }
    }
    Ok(found)
}

/// Whether two organisers are alike: independent both, or of the same SKR group.
fn is_alike(own: &(Kind, Option<String>), other: &Sort) -> bool {
    other.as_ref().is_some_and(|other| match own.0 {
        Kind::Independent => other.0 == Kind::Independent,
        Kind::Municipality => own.1.is_some() && own.1 == other.1,
    })
}

/// What the digests of some people told of.
struct Told {
    stories: HashMap<Id, Vec<u8>>,
    /// The last digest of somebody of which that is not known.
    unrecorded: HashMap<Id, Timestamp>,
}

impl Told {
    /// One query; not asked for nobody.
    fn of(db: &mut Db, people: &[Id], since: Timestamp) -> Result<Self> {
        let mut told = Told { stories: HashMap::new(), unrecorded: HashMap::new() };
        if people.is_empty() {
            return Ok(told);
        }
        let rows: Vec<(Id, Option<Vec<u8>>, Timestamp)> = digests::table
            .filter(digests::person_id.eq_any(people))
            .filter(digests::composed_at.gt(since))
            .order(digests::composed_at)
            .select((digests::person_id, digests::told, digests::composed_at))
            .load(db)?;
        for (person, stories, at) in rows {
            match stories {
                Some(stories) => told.stories.entry(person).or_default().extend(stories),
                None => drop(told.unrecorded.insert(person, at)),
            }
        }
        Ok(told)
    }

    fn has(&self, person: Id, post: Id) -> bool {
        let stories = self.stories.get(&person).map(Vec::as_slice).unwrap_or_default();
        stories.chunks_exact(ID).any(|told| told == post.0.as_bytes())
    }

    /// Whether it is known of every digest that may have told of a story which reached somebody then.
    fn is_recorded(&self, person: Id, reached: Timestamp) -> bool {
        self.unrecorded.get(&person).is_none_or(|last| reached > *last)
    }
}

/// The stories that the digests of somebody told of, as far back as that is kept.
pub fn told_to(db: &mut Db, person: Id) -> Result<Vec<Id>> {
    let rows: Vec<Vec<u8>> = digests::table
        .filter(digests::person_id.eq(person))
        .filter(digests::told.is_not_null())
        .select(digests::told.assume_not_null())
        .load(db)?;
    let stories = rows.iter().flat_map(|told| told.chunks_exact(ID));
    Ok(stories.filter_map(|id| uuid::Uuid::from_slice(id).ok().map(Id)).collect())
}

/// These stories as a digest keeps what it told of.
pub(super) fn recorded(told: &[Id]) -> Vec<u8> {
    told.iter().flat_map(|post| *post.0.as_bytes()).collect()
}

/// What is not to be suggested to some people.
pub(super) fn settled(tx: &mut Tx<'_>, people: &[Id]) -> Result<HashSet<(Id, Id)>> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let rows: Vec<(Id, Id)> = suggested_posts::table
        .filter(suggested_posts::person_id.eq_any(people))
        .select((suggested_posts::person_id, suggested_posts::post_id))
        .load(&mut **tx)?;
    Ok(rows.into_iter().collect())
}

/// Keeps that stories are not to be suggested to people, by person and story.
pub(super) fn settle(tx: &mut Tx<'_>, known: impl Iterator<Item = (Id, Id)>, now: Timestamp) -> Result<()> {
    let row = |(person, post): (Id, Id)| {
        (
            suggested_posts::person_id.eq(person),
            suggested_posts::post_id.eq(post),
            suggested_posts::settled_at.eq(now),
        )
    };
    let rows: Vec<_> = known.map(row).collect();
    for rows in rows.chunks(ROWS) {
        on_both!(tx, c => diesel::insert_into(suggested_posts::table)
            .values(rows)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// Keeps that these people know a story by a mail about it: it is not suggested to them.
pub fn keep_known(tx: &mut Tx<'_>, people: &[Id], post: Id, now: Timestamp) -> Result<()> {
    settle(tx, people.iter().map(|person| (*person, post)), now)
}

/// Forgets what was suggested, mailed and told before a moment: so old a story is suggested to nobody.
pub fn forget_suggestions(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(suggested_posts::table.filter(suggested_posts::settled_at.lt(before)))
        .execute(&mut **tx)?;
    let old = digests::table.filter(digests::told.is_not_null()).filter(digests::composed_at.lt(before));
    diesel::update(old).set(digests::told.eq(None::<Vec<u8>>)).execute(&mut **tx)?;
    Ok(())
}
