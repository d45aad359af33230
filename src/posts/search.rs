//! Search over stories, groups, people, organisers and networks that somebody may see.

use std::collections::HashMap;

use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::index::{audience, stem, stemmer, words};
use super::visible::visible;
use super::vocabulary::beginning_with;
use super::{Post, Scope};
use crate::db::schema::posts;
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
    /// Whether there may be more of a kind than were asked for.
    pub more: bool,
}

impl Results {
    /// The hits of a kind.
    pub fn of(&self, kind: &HitKind) -> Vec<&Hit> {
        self.hits.iter().filter(|hit| hit.kind == *kind).collect()
    }
}

/// Words of a query that count.
const MOST_WORDS: usize = 8;

/// Finds what a scope may see, at most so many of a kind. All words must be there, in any inflection; the last may be the
/// beginning of a word. Stories with whole words come first, of these the ones with the words in their titles, newer
/// before older.
pub fn search(db: &mut Db, scope: &Scope, query: &str, most: usize) -> Result<Results> {
    let folded = fold(query);
    let wanted: Vec<String> = words(&folded).take(MOST_WORDS).map(str::to_owned).collect();
    if wanted.is_empty() {
        return Ok(Results::default());
    }
    let mut hits = stories(db, scope, &wanted, most)?;
    hits.extend(super::names::named(db, scope, &wanted, most)?);
    let more = HitKind::ALL.iter().any(|kind| hits.iter().filter(|hit| hit.kind == *kind).count() >= most);
    Ok(Results { words: wanted, hits, more })
}

fn stories(db: &mut Db, scope: &Scope, wanted: &[String], most: usize) -> Result<Vec<Hit>> {
    let ids = matching(db, scope, wanted, most)?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    // The index knows who reads what; the rule itself has the last word.
    let found: Vec<Post> = visible(scope)
        .filter(posts::id.eq_any(padded(ids.iter().copied())))
        .select(Post::as_select())
        .prepared()
        .load(db)?;
    let mut found: HashMap<Id, Post> = found.into_iter().map(|post| (post.id, post)).collect();
    let posts = ids.iter().filter_map(|id| found.remove(id));
    Ok(posts.map(|post| story_hit(post, wanted)).collect())
}

/// Stories with the words in their titles, then those with them anywhere; only when these are few, those with words
/// that begin as the last one does.
fn matching(db: &mut Db, scope: &Scope, wanted: &[String], most: usize) -> Result<Vec<Id>> {
    let readers = audience(scope);
    let stemmer = stemmer();
    let mut words: Vec<Vec<String>> = wanted.iter().map(|word| vec![stem(&stemmer, word)]).collect();
    let mut ids = latest(db, &words, readers.as_deref(), most)?;
    if ids.len() < most
        && let (Some(last), Some(any)) = (wanted.last(), words.last_mut())
    {
        *any = beginning_with(db, last)?;
        if !any.is_empty() {
            let more = latest(db, &words, readers.as_deref(), most)?;
            let more: Vec<Id> = more.into_iter().filter(|id| !ids.contains(id)).collect();
            ids.extend(more);
            ids.truncate(most);
        }
    }
    Ok(ids)
}

#[derive(QueryableByName)]
struct Found {
    #[diesel(sql_type = DbUuid)]
    post_id: Id,
}

/// The latest stories that have one of the alternatives for every word in their title, then those that have them
/// elsewhere; one query.
fn latest(db: &mut Db, words: &[Vec<String>], readers: Option<&[String]>, most: usize) -> Result<Vec<Id>> {
    let limit = i64::try_from(most).unwrap_or(i64::MAX);
    let found: Vec<Found> = match db {
        Db::Sqlite(c) => {
            let (title, elsewhere) = Syntax::SQLITE.title_and_elsewhere(words, readers);
            // The second part is run when the first has not filled the limit.
            diesel::sql_query(
                "SELECT post_id FROM (SELECT s.post_id AS post_id FROM search_post_terms f \
                 JOIN search_posts s ON s.seq = f.rowid WHERE search_post_terms MATCH ?1 ORDER BY f.rowid DESC LIMIT ?3) \
                 UNION ALL SELECT post_id FROM (SELECT s.post_id AS post_id FROM search_post_terms f \
                 JOIN search_posts s ON s.seq = f.rowid WHERE search_post_terms MATCH ?2 ORDER BY f.rowid DESC LIMIT ?3) \
                 LIMIT ?3",
            )
            .bind::<Text, _>(title)
            .bind::<Text, _>(elsewhere)
            .bind::<BigInt, _>(limit)
            .prepared()
            .load(c)?
        }
        // The words stand in the statement, so that it is planned for them: common ones are soon found from the newest
        // story on, rare ones by the index.
        Db::Postgres(c) => {
            let (title, elsewhere) = Syntax::POSTGRES.title_and_elsewhere(words, readers);
            let (title, elsewhere) = (literal(&title), literal(&elsewhere));
            diesel::sql_query(format!(
                "(SELECT post_id FROM search_posts WHERE terms @@ {title}::tsquery ORDER BY seq DESC LIMIT {limit}) \
                 UNION ALL (SELECT post_id FROM search_posts WHERE terms @@ {elsewhere}::tsquery \
                 ORDER BY seq DESC LIMIT {limit}) LIMIT {limit}"
            ))
            .load(c)?
        }
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
    and_not: &'static str,
    /// What makes a word the beginning of one.
    beginning: &'static str,
}

impl Syntax {
    /// FTS5.
    pub(super) const SQLITE: Syntax =
        Syntax { quote: '"', and: " AND ", or: " OR ", and_not: " NOT ", beginning: " *" };
    /// `tsquery`.
    pub(super) const POSTGRES: Syntax =
        Syntax { quote: '\'', and: " & ", or: " | ", and_not: " & !", beginning: ":*" };

    /// The query for names in which every word begins one, for those who may find them.
    pub(super) fn beginnings(&self, words: &[String], finders: &[String]) -> String {
        let quote = self.quote;
        let begin = words.iter().map(|word| format!("({quote}{word}{quote}{})", self.beginning));
        begin.chain([self.any("", finders)]).collect::<Vec<_>>().join(self.and)
    }

    /// The queries for stories with the words in their titles, and for those that have them, but not in their titles.
    fn title_and_elsewhere(&self, words: &[Vec<String>], readers: Option<&[String]>) -> (String, String) {
        let readers = readers.map(|readers| self.any("", readers));
        let all =
            |field: &str| words.iter().map(|any| self.any(field, any)).collect::<Vec<_>>().join(self.and);
        let seen = |terms: String| match &readers {
            Some(readers) => format!("{terms}{}{readers}", self.and),
            None => terms,
        };
        let (title, anywhere) = (all("t"), all("b"));
        let elsewhere = format!("({}){}({title})", seen(anywhere), self.and_not);
        (seen(title), elsewhere)
    }

    fn any(&self, field: &str, alternatives: &[String]) -> String {
        let quote = self.quote;
        let terms = alternatives.iter().map(|term| format!("{quote}{field}{term}{quote}"));
        format!("({})", terms.collect::<Vec<_>>().join(self.or))
    }
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
