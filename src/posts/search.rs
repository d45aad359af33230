//! Search over stories, groups, people, organisers and networks that somebody may see.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::index::{audience, stem, stemmer, words};
use super::visible::visible;
use super::vocabulary::beginning_with;
use super::{Post, Scope};
use crate::db::schema::{organisers, posts};
use crate::db::types::{DbUuid, Id};
use crate::db::{Db, Prepare, padded};
use crate::error::Result;
use crate::i18n::fold;
use crate::word_enum;

word_enum! {
    /// What was found. Texts: `search-kind-<word>`.
    pub enum HitKind {
        /// A story.
        Post = "post",
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
    /// The words that were looked for, folded.
    pub words: Vec<String>,
    /// In the order people should see them.
    pub hits: Vec<Hit>,
}

impl Results {
    /// The hits of a kind.
    pub fn of(&self, kind: &HitKind) -> Vec<&Hit> {
        self.hits.iter().filter(|hit| hit.kind == *kind).collect()
    }
}

/// Words of a query that count.
const MOST_WORDS: usize = 8;

/// Hits of a kind.
const MOST: i64 = 20;
const ENOUGH: usize = 20;

/// Finds what a scope may see. All words must be there, in any inflection; the last may be the beginning of a word.
/// Stories with whole words come first, of these the ones with the words in their titles, newer before older.
pub fn search(db: &mut Db, scope: &Scope, query: &str) -> Result<Results> {
    let folded = fold(query);
    let wanted: Vec<String> = words(&folded).take(MOST_WORDS).map(str::to_owned).collect();
    if wanted.is_empty() {
        return Ok(Results::default());
    }
    let mut hits = stories(db, scope, &wanted)?;
    hits.extend(named(db, scope, HitKind::Group, &wanted)?);
    hits.extend(named(db, scope, HitKind::Person, &wanted)?);
    hits.extend(by_organiser(db, &wanted.join(" "))?);
    hits.extend(named(db, scope, HitKind::Network, &wanted)?);
    Ok(Results { words: wanted, hits })
}

fn stories(db: &mut Db, scope: &Scope, wanted: &[String]) -> Result<Vec<Hit>> {
    let ids = matching(db, scope, wanted)?;
    // The index knows who reads what; the rule itself has the last word.
    let found: Vec<Post> = visible(scope)
        .filter(posts::id.eq_any(padded(ids.iter().copied())))
        .select(Post::as_select())
        .prepared()
        .load(db)?;
    let mut found: HashMap<Id, Post> = found.into_iter().map(|post| (post.id, post)).collect();
    let posts = ids.iter().filter_map(|id| found.remove(id)).take(ENOUGH);
    Ok(posts.map(|post| story_hit(post, wanted)).collect())
}

/// Stories with the words in their titles, then those with them anywhere; only when these are few, those with words
/// that begin as the last one does.
fn matching(db: &mut Db, scope: &Scope, wanted: &[String]) -> Result<Vec<Id>> {
    let readers = audience(scope);
    let stemmer = stemmer();
    let mut words: Vec<Vec<String>> = wanted.iter().map(|word| vec![stem(&stemmer, word)]).collect();
    let mut ids: Vec<Id> = Vec::new();
    for goes_on in [false, true] {
        if goes_on && let (Some(last), Some(any)) = (wanted.last(), words.last_mut()) {
            *any = beginning_with(db, last)?;
        }
        for field in ['t', 'b'] {
            if ids.len() >= ENOUGH || words.iter().any(Vec::is_empty) {
                return Ok(ids);
            }
            let more = latest(db, &terms(field, &words), readers.as_deref())?;
            let more: Vec<Id> = more.into_iter().filter(|id| !ids.contains(id)).collect();
            ids.extend(more);
        }
    }
    Ok(ids)
}

/// One list of alternatives for every word.
fn terms(field: char, words: &[Vec<String>]) -> Vec<Vec<(String, bool)>> {
    let alternatives = |any: &Vec<String>| any.iter().map(|word| (format!("{field}{word}"), false)).collect();
    words.iter().map(alternatives).collect()
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = DbUuid)]
    post_id: Id,
}

/// The latest stories in whose terms every list has one.
fn latest(db: &mut Db, terms: &[Vec<(String, bool)>], readers: Option<&[String]>) -> Result<Vec<Id>> {
    let found: Vec<Found> = match db {
        Db::Sqlite(c) => diesel::sql_query(
            "SELECT s.post_id AS post_id FROM search_post_terms f JOIN search_posts s ON s.seq = f.rowid \
             WHERE search_post_terms MATCH ? ORDER BY f.rowid DESC LIMIT ?",
        )
        .bind::<Text, _>(expression(terms, readers, ("\"", "\" *", " AND ", " OR ")))
        .bind::<BigInt, _>(MOST)
        .prepared()
        .load(c)?,
        // The words stand in the statement, so that it is planned for them: common ones are soon found from the newest
        // story on, rare ones by the index.
        Db::Postgres(c) => diesel::sql_query(format!(
            "SELECT post_id FROM search_posts WHERE terms @@ {}::tsquery ORDER BY seq DESC LIMIT {MOST}",
            literal(&expression(terms, readers, ("'", "':*", " & ", " | ")))
        ))
        .load(c)?,
    };
    Ok(found.into_iter().map(|row| row.post_id).collect())
}

/// A text as SQL has it.
fn literal(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// The query in the syntax of either database: its quotation mark, the end of a beginning, its AND and its OR.
fn expression(
    terms: &[Vec<(String, bool)>],
    readers: Option<&[String]>,
    syntax: (&str, &str, &str, &str),
) -> String {
    let (quote, open_end, and, or) = syntax;
    let one = |(term, goes_on): &(String, bool)| {
        format!("{quote}{term}{}", if *goes_on { open_end } else { quote })
    };
    let any = |alternatives: &Vec<(String, bool)>| {
        format!("({})", alternatives.iter().map(one).collect::<Vec<_>>().join(or))
    };
    let mut all: Vec<String> = terms.iter().map(any).collect();
    if let Some(readers) = readers {
        all.push(any(&readers.iter().map(|term| (term.clone(), false)).collect()));
    }
    all.join(and)
}

fn story_hit(post: Post, wanted: &[String]) -> Hit {
    let text = post.markdown();
    Hit {
        kind: HitKind::Post,
        id: post.id.to_string(),
        path: format!("/posts/{}", post.id),
        snippet: super::snippet::around(&text, wanted),
        title: post.title,
    }
}

#[derive(QueryableByName)]
struct Named {
    #[diesel(sql_type = Text)]
    key: String,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    beside: String,
    #[diesel(sql_type = Text)]
    place: String,
}

/// Names in which every word begins one of the words.
fn named(db: &mut Db, scope: &Scope, kind: HitKind, wanted: &[String]) -> Result<Vec<Hit>> {
    let Some(sql) = names_sql(kind) else { return Ok(Vec::new()) };
    let terms: Vec<_> = wanted.iter().map(|word| vec![(word.clone(), true)]).collect();
    let viewer = scope.viewer.unwrap_or(Id(uuid::Uuid::nil()));
    let everything = i64::from(scope.everything);
    let found: Vec<Named> = match db {
        Db::Sqlite(c) => {
            let matches = "n.id IN (SELECT i.id FROM search_name_words f JOIN search_names i ON i.seq = f.rowid \
                           WHERE search_name_words MATCH ?1)";
            diesel::sql_query(
                sql.replace("MATCHES", matches).replace("KEY", "lower(hex(n.id))").replace('$', "?"),
            )
            .bind::<Text, _>(expression(&terms, None, ("\"", "\" *", " AND ", " OR ")))
            .bind::<DbUuid, _>(viewer)
            .bind::<BigInt, _>(everything)
            .bind::<BigInt, _>(MOST)
            .prepared()
            .load(c)?
        }
        Db::Postgres(c) => {
            let matches = "search_words(n.name) @@ $1::tsquery";
            diesel::sql_query(sql.replace("MATCHES", matches).replace("KEY", "n.id::text"))
                .bind::<Text, _>(expression(&terms, None, ("'", "':*", " & ", " | ")))
                .bind::<DbUuid, _>(viewer)
                .bind::<BigInt, _>(everything)
                .bind::<BigInt, _>(MOST)
                .prepared()
                .load(c)?
        }
    };
    Ok(found.into_iter().filter_map(|row| name_hit(kind, row)).collect())
}

const MY_NETWORKS: &str = "SELECT m.network_id FROM network_memberships m JOIN seats s ON s.id = m.seat_id \
     WHERE s.person_id = $2 AND m.state = 'active' \
     UNION SELECT c.network_id FROM network_coordinators c WHERE c.person_id = $2";

/// `$1` words, `$2` viewer, `$3` 1 for those who see everything, `$4` limit.
fn names_sql(kind: HitKind) -> Option<String> {
    let sql = match kind {
        HitKind::Group => {
            "SELECT KEY AS key, n.name AS name, w.name AS beside, '' AS place FROM groups n JOIN networks w ON w.id = n.network_id \
             WHERE MATCHES AND n.closed_at IS NULL AND ($3 = 1 \
             OR EXISTS (SELECT 1 FROM group_memberships g JOIN seats s ON s.id = g.seat_id \
                        WHERE g.group_id = n.id AND g.left_at IS NULL AND s.person_id = $2) \
             OR (n.open AND n.network_id IN (NETWORKS)) \
             OR EXISTS (SELECT 1 FROM network_coordinators c WHERE c.network_id = n.network_id AND c.person_id = $2)) \
             ORDER BY n.name, n.id LIMIT $4"
        }
        HitKind::Person => {
            "SELECT KEY AS key, n.name AS name, COALESCE((SELECT s.role || ', ' || o.name FROM seats s \
             JOIN organisers o ON o.code = s.organiser_code WHERE s.person_id = n.id ORDER BY s.id LIMIT 1), '') AS beside, \
             COALESCE((SELECT w.slug FROM networks w JOIN network_memberships t ON t.network_id = w.id \
             JOIN seats u ON u.id = t.seat_id WHERE u.person_id = n.id AND t.state = 'active' \
             AND ($3 = 1 OR w.id IN (NETWORKS)) ORDER BY w.name LIMIT 1), '') AS place \
             FROM people n WHERE MATCHES AND NOT n.protected AND n.disabled_at IS NULL AND n.confirmed_at IS NOT NULL \
             AND ($3 = 1 OR EXISTS (SELECT 1 FROM network_memberships t JOIN seats u ON u.id = t.seat_id \
                  WHERE u.person_id = n.id AND t.state = 'active' AND t.network_id IN (NETWORKS))) \
             ORDER BY n.name, n.id LIMIT $4"
        }
        HitKind::Network => {
            "SELECT n.slug AS key, n.name AS name, '' AS beside, '' AS place FROM networks n \
             WHERE MATCHES AND n.archived_at IS NULL AND ($3 = 1 OR n.visibility = 'public' OR n.id IN (NETWORKS)) \
             ORDER BY n.name, n.id LIMIT $4"
        }
        HitKind::Post | HitKind::Organiser => return None,
    };
    Some(sql.replace("NETWORKS", MY_NETWORKS))
}

fn name_hit(kind: HitKind, row: Named) -> Option<Hit> {
    let id = match kind {
        HitKind::Network => row.key,
        _ => row.key.parse::<Id>().ok()?.to_string(),
    };
    let path = match kind {
        HitKind::Network => format!("/networks/{id}"),
        // People are met in the directory of a network that both are in.
        HitKind::Person => {
            let query =
                url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &row.name).finish();
            format!("/networks/{}/members?{query}", row.place)
        }
        _ => format!("/groups/{id}"),
    };
    Some(Hit { kind, id, title: row.name, path, snippet: vec![(row.beside, false)] })
}

fn by_organiser(db: &mut Db, folded: &str) -> Result<Vec<Hit>> {
    let rows: Vec<(String, String, Option<String>)> = organisers::table
        .filter(organisers::search_name.like(format!("%{folded}%")))
        .order((organisers::kind.desc(), organisers::name))
        .limit(MOST)
        .select((organisers::code, organisers::name, organisers::county_name))
        .load(db)?;
    let hit = |(code, name, county): (String, String, Option<String>)| Hit {
        kind: HitKind::Organiser,
        path: format!("/organisers/{code}"),
        id: code,
        title: name,
        snippet: vec![(county.unwrap_or_default(), false)],
    };
    Ok(rows.into_iter().map(hit).collect())
}
