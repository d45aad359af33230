//! Search over stories with their comments, notes, groups, people, organisers and networks that somebody may see.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Integer, Text};

use super::index::{audience, of_organiser, of_theme};
use super::query::{Narrowed, Query, text_of};
use super::snippet::{around, around_at};
use super::visible::{from_known, visible};
use super::vocabulary::beginning_with;
use super::{Post, Scope};
use crate::config::CategoryLimits;
use crate::db::schema::{comments, posts};
use crate::db::types::{DbUuid, Id, Timestamp};
use crate::db::{Db, Prepare, padded};
use crate::error::Result;
use crate::organisers;
use crate::word_enum;

word_enum! {
    /// What was found. Texts: `search-kind-<word>`.
    pub enum HitKind {
        /// A story, found by its own words or by those of its comments.
        Post = "post",
        /// Notes of a meetup.
        Note = "note",
        /// A group.
        Group = "group",
        /// A person.
        Person = "person",
        /// An organiser.
        Organiser = "organiser",
        /// A network.
        Network = "network",
    }
}

/// Something that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// What it is.
    pub kind: HitKind,
    /// Its identifier, the code of an organiser or the slug of a network.
    pub id: String,
    /// Its title or name.
    pub title: String,
    /// Where its page is.
    pub path: String,
    /// A piece of the text, or what is said beside a name: the words, and whether they are what was looked for.
    pub snippet: Vec<(String, bool)>,
}

/// What was found, by kind.
#[derive(Debug, Clone, Default)]
pub struct Results {
    /// In the order people should see them.
    pub hits: Vec<Hit>,
    /// Whether there may be more of a kind than were asked for.
    pub more: bool,
}

impl Results {
    /// The hits of a kind.
    pub fn of(&self, kind: &HitKind) -> Vec<&Hit> {
        self.hits.iter().filter(|hit| hit.kind == *kind).collect()
    }
}

/// Stories among which those with a phrase are looked for.
const REACH: usize = 200;

/// Finds what a scope may see, at most so many of a kind. All words must be there, in any inflection; the last may be the
/// beginning of a word. Stories with whole words come first, of these the ones with the words in their titles, then those
/// from the groups and networks of the viewer, newer before older.
pub fn search(
    db: &mut Db,
    scope: &Scope,
    query: &Query,
    limits: CategoryLimits,
    most: usize,
) -> Result<Results> {
    search_further(db, scope, query, limits, (0, most))
}

/// As [`search`], what comes after the first so many of each kind. In each such part of the stories, those from the groups and networks of
/// the viewer come first.
pub fn search_further(
    db: &mut Db,
    scope: &Scope,
    query: &Query,
    limits: CategoryLimits,
    (skip, most): (usize, usize),
) -> Result<Results> {
    if query.words.is_empty() {
        return Ok(Results::default());
    }
    let kind = query.narrowed.kind;
    let mut hits = Vec::new();
    if kind.is_none_or(|kind| kind == HitKind::Post) {
        hits = stories(db, scope, query, limits, (skip, most))?;
    }
    if kind != Some(HitKind::Post) && !query.narrowed.stories_alone() {
        let named = super::names::named(db, scope, query, skip + most)?;
        hits.extend(
            named.chunk_by(|a, b| a.kind == b.kind).flat_map(|of_kind| of_kind.iter().skip(skip)).cloned(),
        );
    }
    hits.retain(|hit| kind.is_none_or(|kind| kind == hit.kind));
    let more = HitKind::ALL.iter().any(|kind| hits.iter().filter(|hit| hit.kind == *kind).count() >= most);
    Ok(Results { hits, more })
}

fn stories(
    db: &mut Db,
    scope: &Scope,
    query: &Query,
    limits: CategoryLimits,
    (skip, most): (usize, usize),
) -> Result<Vec<Hit>> {
    let Some(wholes) = wholes(db, scope, &query.narrowed, limits)? else { return Ok(Vec::new()) };
    // Only the texts say where a phrase stands.
    let (reach, unread) = if query.phrases.is_empty() { (skip + most, skip) } else { (REACH, 0) };
    let mut ids = matching(db, query, &wholes, reach)?;
    ids.drain(..unread.min(ids.len()));
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    // The index knows who reads what; the rule itself has the last word.
    let mut found = visible(scope).filter(posts::id.eq_any(padded(ids.iter().map(|found| found.post_id))));
    if query.narrowed.by_organiser() {
        found = found.filter(from_known());
    }
    let found: Vec<Post> = found.select(Post::as_select()).prepared().load(db)?;
    let mut found: HashMap<Id, Post> = found.into_iter().map(|post| (post.id, post)).collect();
    let mine = |post: &Post| {
        scope.networks.contains(&post.network_id) || scope.is_inside(post.group_id, post.network_id)
    };
    ids.sort_by_key(|each| (each.tier, !found.get(&each.post_id).is_some_and(mine)));
    let read = |post: Post| {
        let text = text_of(&post);
        let (whole, first) = query.is_in(&text, post.title.len());
        Read { post, text, whole, first }
    };
    let texts: Vec<Read> = ids.iter().filter_map(|each| found.remove(&each.post_id)).map(read).collect();
    let lacking = texts.iter().filter(|read| !read.whole).map(|read| read.post.id).collect();
    let said = said_under(db, lacking)?;
    let stems = query.every_stem();
    let hits = texts.into_iter().filter_map(|read| story_hit(read, &said, query, &stems));
    Ok(hits.skip(skip - unread).take(most).collect())
}

/// Sets of terms of which a story must have one each, for this scope and what a search is narrowed to; nothing when no story
/// can have them.
fn wholes(
    db: &mut Db,
    scope: &Scope,
    narrowed: &Narrowed,
    limits: CategoryLimits,
) -> Result<Option<Vec<Vec<String>>>> {
    let mut wholes: Vec<Vec<String>> = audience(scope).into_iter().collect();
    wholes.extend(narrowed.theme.iter().map(|theme| vec![of_theme(theme)]));
    if narrowed.by_organiser() {
        let filter = organisers::Filter {
            text: narrowed.organiser.clone().unwrap_or_default(),
            county: narrowed.county.clone(),
            category: narrowed.category,
            ..organisers::Filter::default()
        };
        let codes = organisers::codes(db, &filter, limits)?;
        if codes.is_empty() {
            return Ok(None);
        }
        wholes.push(codes.iter().map(|code| of_organiser(code)).collect());
    }
    Ok(Some(wholes))
}

/// Stories with the words in their titles, then those with them anywhere; only when these are few, those with words
/// that begin as the last one does.
fn matching(db: &mut Db, query: &Query, wholes: &[Vec<String>], most: usize) -> Result<Vec<Found>> {
    let since = query.narrowed.since;
    let mut words = query.stems.clone();
    let mut found = latest(db, &words, wholes, since, most)?;
    if found.len() < most
        && let (Some(last), Some(any)) = (query.words.last(), words.last_mut())
    {
        *any = beginning_with(db, last)?;
        if !any.is_empty() {
            let more = latest(db, &words, wholes, since, most)?;
            let more = more.into_iter().map(|each| Found { tier: each.tier + 2, ..each });
            add_new(&mut found, more, most);
        }
    }
    Ok(found)
}

/// Adds what is not among the found yet, up to so many in all.
fn add_new(found: &mut Vec<Found>, more: impl IntoIterator<Item = Found>, most: usize) {
    let known: Vec<Id> = found.iter().map(|each| each.post_id).collect();
    found.extend(more.into_iter().filter(|each| !known.contains(&each.post_id)));
    found.truncate(most);
}

/// What comments under some stories say, the earliest first.
fn said_under(db: &mut Db, posts: Vec<Id>) -> Result<HashMap<Id, Vec<(Id, String)>>> {
    let mut said: HashMap<Id, Vec<(Id, String)>> = HashMap::new();
    if posts.is_empty() {
        return Ok(said);
    }
    let rows: Vec<(Id, Id, String)> = comments::table
        .filter(comments::post_id.eq_any(padded(posts)))
        .filter(comments::withdrawn_at.is_null())
        .order(comments::id)
        .select((comments::post_id, comments::id, comments::body))
        .prepared()
        .load(db)?;
    for (post, comment, body) in rows {
        said.entry(post).or_default().push((comment, body));
    }
    Ok(said)
}

/// A story that was found. Tiers: 0 by its title, 1 elsewhere, 2 and 3 the same by the beginning of the last word.
#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = DbUuid)]
    post_id: Id,
    #[diesel(sql_type = Integer)]
    tier: i32,
}

/// The latest stories that have one of the alternatives for every word in their title, then the others that have them
/// anywhere; one query, on PostgreSQL one more when titles are not enough.
fn latest(
    db: &mut Db,
    words: &[Vec<String>],
    wholes: &[Vec<String>],
    since: Option<Timestamp>,
    most: usize,
) -> Result<Vec<Found>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    // Stories are numbered by the moment of their publication.
    let since = since.map_or(i64::MIN, |since| since.utc().timestamp_micros());
    Ok(match db {
        Db::Sqlite(c) => {
            let (title, anywhere) = Syntax::SQLITE.title_and_anywhere(words, wholes);
            let found = |terms: &str| {
                format!(
                    "SELECT s.post_id AS post_id FROM search_post_terms f JOIN search_posts s ON s.seq = f.rowid \
                     WHERE search_post_terms MATCH {terms} AND f.rowid >= ?4 ORDER BY f.rowid DESC LIMIT ?3"
                )
            };
            diesel::sql_query(first_titled(&found("?1"), &found("?2"), "?3"))
                .bind::<Text, _>(title)
                .bind::<Text, _>(anywhere)
                .bind::<BigInt, _>(limit)
                .bind::<BigInt, _>(since)
                .prepared()
                .load(c)?
        }
        Db::Postgres(c) => {
            let (title, anywhere) = Syntax::POSTGRES.title_and_anywhere(words, wholes);
            let mut found = planned(c, &title, 0, since, limit)?;
            // Planning takes as long as finding: what is not needed is not asked for.
            if found.len() < most {
                add_new(&mut found, planned(c, &anywhere, 1, since, limit)?, most);
            }
            found
        }
    })
}

/// The latest stories that have some terms. These stand in the statement, so that it is planned for them: common ones are soon
/// found from the newest story on, rare ones by the index.
fn planned(c: &mut PgConnection, terms: &str, tier: i32, since: i64, limit: i64) -> QueryResult<Vec<Found>> {
    diesel::sql_query(format!(
        "SELECT post_id, {tier} AS tier FROM search_posts WHERE terms @@ {}::tsquery AND seq >= {since} \
         ORDER BY seq DESC LIMIT {limit}",
        literal(terms)
    ))
    .load(c)
}

/// What one query finds, then what another finds beside it; the other is not run when the first fills the limit. Both find at
/// most that many, the newest: of what the other finds no more is left out than the first has found.
fn first_titled(titled: &str, anywhere: &str, limit: &str) -> String {
    format!(
        "WITH titled AS MATERIALIZED ({titled}) SELECT post_id, 0 AS tier FROM titled \
         UNION ALL SELECT post_id, 1 AS tier FROM ({anywhere}) found \
         WHERE post_id NOT IN (SELECT post_id FROM titled) LIMIT {limit}"
    )
}

/// The newest stories that have any of some terms, for these readers.
pub(super) fn any_of(
    db: &mut Db,
    terms: &[String],
    readers: Option<&[String]>,
    most: usize,
) -> Result<Vec<Id>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let asked = |syntax: &Syntax| {
        let parts = [Some(terms), readers].into_iter().flatten().map(|any| syntax.any("", any));
        parts.collect::<Vec<_>>().join(syntax.and)
    };
    let found: Vec<Found> = match db {
        Db::Sqlite(c) => diesel::sql_query(
            "SELECT s.post_id AS post_id, 0 AS tier FROM search_post_terms f JOIN search_posts s ON s.seq = f.rowid \
             WHERE search_post_terms MATCH ?1 ORDER BY f.rowid DESC LIMIT ?2",
        )
        .bind::<Text, _>(asked(&Syntax::SQLITE))
        .bind::<BigInt, _>(limit)
        .load(c)?,
        Db::Postgres(c) => planned(c, &asked(&Syntax::POSTGRES), 0, i64::MIN, limit)?,
    };
    Ok(found.into_iter().map(|row| row.post_id).collect())
}

/// A text as SQL has it.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// How a database writes a query for terms.
pub(super) struct Syntax {
    quote: char,
    and: &'static str,
    or: &'static str,
    /// What makes a word the beginning of one.
    beginning: &'static str,
}

impl Syntax {
    /// FTS5.
    pub(super) const SQLITE: Syntax = Syntax { quote: '"', and: " AND ", or: " OR ", beginning: " *" };
    /// `tsquery`.
    pub(super) const POSTGRES: Syntax = Syntax { quote: '\'', and: " & ", or: " | ", beginning: ":*" };

    /// The query for names in which every word begins one, for those who may find them.
    pub(super) fn beginnings(&self, words: &[String], finders: &[String]) -> String {
        let quote = self.quote;
        let begin = words.iter().map(|word| format!("({quote}{word}{quote}{})", self.beginning));
        begin.chain([self.any("", finders)]).collect::<Vec<_>>().join(self.and)
    }

    /// The query for texts that have all words, the last as the beginning of one, for those who may read them.
    pub(super) fn texts(&self, query: &Query, readers: Option<&[String]>) -> String {
        let mut parts: Vec<String> = query.stems.iter().map(|stems| self.any("b", stems)).collect();
        if let (Some(last), Some(part)) = (query.words.last(), parts.last_mut()) {
            let quote = self.quote;
            *part = format!("({part}{}{quote}b{last}{quote}{})", self.or, self.beginning);
        }
        parts.extend(readers.map(|readers| self.any("", readers)));
        parts.join(self.and)
    }

    /// The queries for stories with the words in their titles, and for those that have them anywhere.
    fn title_and_anywhere(&self, words: &[Vec<String>], wholes: &[Vec<String>]) -> (String, String) {
        let all = |field: &str| {
            let words = words.iter().map(|any| self.any(field, any));
            let wholes = wholes.iter().map(|any| self.any("", any));
            words.chain(wholes).collect::<Vec<_>>().join(self.and)
        };
        (all("t"), all("b"))
    }

    fn any(&self, field: &str, alternatives: &[String]) -> String {
        let quote = self.quote;
        let terms = alternatives.iter().map(|term| format!("{quote}{field}{term}{quote}"));
        format!("({})", terms.collect::<Vec<_>>().join(self.or))
    }
}

/// A story that was found, and whether its own text has all that was looked for.
struct Read {
    post: Post,
    text: String,
    whole: bool,
    /// Where the first of the words is after the title, if any is.
    first: Option<usize>,
}

/// A story that has what was looked for, in its own text or in a comment; nothing when a phrase is in neither.
fn story_hit(
    Read { post, text, whole, first }: Read,
    said: &HashMap<Id, Vec<(Id, String)>>,
    query: &Query,
    stems: &[String],
) -> Option<Hit> {
    let said = said.get(&post.id).into_iter().flatten();
    let comment = if whole { None } else { said.into_iter().find(|(_, body)| query.adds(body, &text)) };
    if comment.is_none() && !query.phrases.is_empty() && !whole {
        return None;
    }
    Some(Hit {
        kind: HitKind::Post,
        id: post.id.to_string(),
        path: match comment {
            Some((comment, _)) => format!("/comments/{comment}"),
            None => format!("/posts/{}", post.id),
        },
        snippet: match comment {
            Some((_, body)) => around(body, stems),
            None => around_at(&text, post.title.len(), first, stems),
        },
        title: post.title,
    })
}
