//! The index that search reads: one row of terms for every published story, written with the story.
//!
//! A term is a letter and a word: `b` for words anywhere in the story and its comments, `t` for words of its title, `s` for
//! who may read it ([`audience`]), what it is about and where it comes from. Words are folded and kept whole (for the
//! beginning of a word), stemmed (for its inflections) and in parts ([`super::terms`]), so SQLite's FTS5 and PostgreSQL's
//! `tsvector` hold the same and find the same. Because the audience is a term too, a search never meets a story that its
//! reader may not see.

use std::collections::{BTreeSet, HashMap, HashSet};

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Integer, Text, Uuid};

use super::terms::{Stems, words};
use super::{Post, RefreshIndex, Scope, Visibility, vocabulary};
use crate::db::schema::{comments, post_themes, posts, search_posts, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::fold;
use crate::jobs::enqueue;

/// Different words of a story and its comments that count.
const MOST_WORDS: usize = 4_000;

/// New stories indexed at once, and earlier ones again.
const BATCH: usize = 500;
const AGAIN: i64 = 100;

/// How the terms are made: one more whenever that changes, so that [`refresh`] makes those of earlier stories anew.
const EDITION: i32 = 1;

/// Writes what search knows of a story and its comments as they stand now: nothing while it is a draft or withdrawn.
pub fn index_post(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    tx.lock(id)?;
    diesel::delete(search_posts::table.filter(search_posts::post_id.eq(id))).execute(&mut **tx)?;
    let post: Post = posts::table.find(id).select(Post::as_select()).first(&mut **tx)?;
    put(tx, &post)
}

/// Makes the terms of some stories anew that were made in an earlier way, from the number `after` on; the number to go on from,
/// nothing when there are none left.
pub(super) fn refresh(tx: &mut Tx<'_>, after: i64) -> Result<Option<i64>> {
    let old: Vec<(i64, Id)> = search_posts::table
        .filter(search_posts::seq.gt(after))
        .filter(search_posts::edition.lt(EDITION))
        .order(search_posts::seq)
        .limit(AGAIN)
        .select((search_posts::seq, search_posts::post_id))
        .load(&mut **tx)?;
    let ids: Vec<Id> = old.iter().map(|(_, id)| *id).collect();
    ids.iter().try_for_each(|id| tx.lock(*id))?;
    diesel::delete(search_posts::table.filter(search_posts::post_id.eq_any(&ids))).execute(&mut **tx)?;
    let posts: Vec<Post> =
        posts::table.filter(posts::id.eq_any(&ids)).select(Post::as_select()).load(&mut **tx)?;
    index_new(tx, &posts)?;
    Ok(old.last().map(|(seq, _)| *seq))
}

/// Makes the terms of the stories about a theme anew, a part at a time and soon. Until then they are found as before.
pub fn index_again(tx: &mut Tx<'_>, theme: &str, now: Timestamp) -> Result<()> {
    let about = post_themes::table.filter(post_themes::theme_slug.eq(theme)).select(post_themes::post_id);
    let marked = diesel::update(search_posts::table.filter(search_posts::post_id.eq_any(about)))
        .set(search_posts::edition.eq(EDITION - 1))
        .execute(&mut **tx)?;
    if marked > 0 {
        enqueue(tx, &RefreshIndex {}, None, now)?;
    }
    Ok(())
}

/// Indexes stories that search knows nothing of yet, with few statements; drafts and withdrawn ones are left out.
pub fn index_new(tx: &mut Tx<'_>, posts: &[Post]) -> Result<()> {
    for some in posts.chunks(BATCH) {
        let standing = some.iter().filter(|post| post.withdrawn_at.is_none());
        let wanted: Vec<(i64, &Post)> =
            standing.filter_map(|post| Some((post.published_at?.utc().timestamp_micros(), post))).collect();
        let taken: Vec<i64> = search_posts::table
            .filter(search_posts::seq.eq_any(wanted.iter().map(|(seq, _)| *seq)))
            .select(search_posts::seq)
            .load(&mut **tx)?;
        let mut taken: BTreeSet<i64> = taken.into_iter().collect();
        let (free, late): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|(seq, _)| taken.insert(*seq));
        insert(tx, &free)?;
        // Published in the same microsecond as another: rare.
        late.into_iter().try_for_each(|(_, post)| put(tx, post))?;
    }
    Ok(())
}

/// Draws together what writing has left in parts, so that a word is looked up in one place: a part of it, or `all`.
/// PostgreSQL does so by itself.
pub fn tidy_index(tx: &mut Tx<'_>, all: bool) -> Result<()> {
    if let Db::Sqlite(c) = &mut **tx {
        for table in ["search_post_terms", "search_note_terms", "search_name_words"] {
            // Pages of four kilobytes; the next time goes on.
            let (column, value) = if all { ("", "'optimize'") } else { (", rank", "'merge', -2000") };
            let asks = format!("INSERT INTO {table} ({table}{column}) VALUES ({value})");
            diesel::sql_query(asks).execute(c)?;
        }
    }
    Ok(())
}

fn put(tx: &mut Tx<'_>, post: &Post) -> Result<()> {
    let (Some(published), None) = (post.published_at, post.withdrawn_at) else { return Ok(()) };
    let seq = free_seq(tx, published.utc().timestamp_micros())?;
    insert(tx, &[(seq, post)])
}

/// Writes stories under their numbers.
fn insert(tx: &mut Tx<'_>, numbered: &[(i64, &Post)]) -> Result<()> {
    let around = Around::of(tx, &numbered.iter().map(|(_, post)| *post).collect::<Vec<_>>())?;
    let stems = Stems::new();
    let rows: Vec<(i64, Id, String)> =
        numbered.iter().map(|(seq, post)| (*seq, post.id, around.terms(post, &stems))).collect();
    let terms = rows.iter().flat_map(|(_, _, terms)| terms.split(' '));
    vocabulary::learn(tx, &terms.filter_map(|term| term.strip_prefix('b')).collect())?;
    match &mut **tx {
        Db::Sqlite(c) => {
            let known: Vec<_> = rows
                .iter()
                .map(|(seq, id, _)| {
                    (
                        search_posts::seq.eq(*seq),
                        search_posts::post_id.eq(*id),
                        search_posts::edition.eq(EDITION),
                    )
                })
                .collect();
            diesel::insert_into(search_posts::table).values(known).execute(c)?;
            for (seq, _, terms) in rows {
                diesel::sql_query("INSERT INTO search_post_terms (rowid, terms) VALUES (?, ?)")
                    .bind::<BigInt, _>(seq)
                    .bind::<Text, _>(terms)
                    .execute(c)?;
            }
        }
        Db::Postgres(c) => {
            let (mut numbers, mut ids, mut terms) = (Vec::new(), Vec::new(), Vec::new());
            for (seq, id, of) in rows {
                numbers.push(seq);
                ids.push(id.0);
                terms.push(of);
            }
            // The words have no white space or quotes in them.
            diesel::sql_query(
                "INSERT INTO search_posts (seq, post_id, terms, edition) \
                 SELECT seq, id, array_to_tsvector(string_to_array(terms, ' ')), $4 \
                 FROM unnest($1, $2, $3) AS new (seq, id, terms)",
            )
            .bind::<Array<BigInt>, _>(numbers)
            .bind::<Array<Uuid>, _>(ids)
            .bind::<Array<Text>, _>(terms)
            .bind::<Integer, _>(EDITION)
            .execute(c)?;
        }
    }
    Ok(())
}

/// The first number from `wanted` on that no story has.
fn free_seq(tx: &mut Tx<'_>, wanted: i64) -> Result<i64> {
    let taken: Vec<i64> = search_posts::table
        .filter(search_posts::seq.ge(wanted))
        .filter(search_posts::seq.lt(wanted + 10_000))
        .order(search_posts::seq)
        .select(search_posts::seq)
        .load(&mut **tx)?;
    let run = taken.iter().zip(wanted..).take_while(|(taken, free)| **taken == *free).count();
    Ok(wanted + i64::try_from(run).unwrap_or(i64::MAX - wanted))
}

/// What stands around stories and is found with them.
struct Around {
    /// Seats with the codes of their organisers.
    organisers: HashMap<Id, String>,
    /// Stories with their themes.
    themes: HashMap<Id, Vec<String>>,
    /// Stories with what their comments say.
    comments: HashMap<Id, Vec<String>>,
}

impl Around {
    fn of(db: &mut Db, posts: &[&Post]) -> Result<Self> {
        let ids: Vec<Id> = posts.iter().map(|post| post.id).collect();
        let seats_of: Vec<Id> = posts.iter().filter_map(|post| post.seat_id).collect();
        let organisers: Vec<(Id, String)> = seats::table
            .filter(seats::id.eq_any(seats_of))
            .select((seats::id, seats::organiser_code))
            .load(db)?;
        let mut themes: HashMap<Id, Vec<String>> = HashMap::new();
        let rows: Vec<(Id, String)> = post_themes::table
            .filter(post_themes::post_id.eq_any(&ids))
            .select((post_themes::post_id, post_themes::theme_slug))
            .load(db)?;
        for (post, theme) in rows {
            themes.entry(post).or_default().push(theme);
        }
        let mut said: HashMap<Id, Vec<String>> = HashMap::new();
        let rows: Vec<(Id, String)> = comments::table
            .filter(comments::post_id.eq_any(&ids))
            .filter(comments::withdrawn_at.is_null())
            .select((comments::post_id, comments::body))
            .load(db)?;
        for (post, body) in rows {
            said.entry(post).or_default().push(body);
        }
        Ok(Around { organisers: organisers.into_iter().collect(), themes, comments: said })
    }

    fn terms(&self, post: &Post, stems: &Stems) -> String {
        let mut terms = BTreeSet::new();
        for word in words(&fold(&post.title)) {
            stems.add(&mut terms, 't', word);
            stems.add(&mut terms, 'b', word);
        }
        let prompts =
            [&post.body, &post.situation, &post.tried, &post.happened, &post.learned, &post.question];
        let said = self.comments.get(&post.id).into_iter().flatten();
        let text = fold(&prompts.into_iter().chain(said).map(String::as_str).collect::<Vec<_>>().join(" "));
        let mut seen = HashSet::new();
        for word in words(&text).filter(|word| seen.insert(*word)).take(MOST_WORDS) {
            stems.add(&mut terms, 'b', word);
        }
        let organiser = post.seat_id.and_then(|seat| self.organisers.get(&seat));
        terms.extend(organiser.map(|code| of_organiser(code)));
        terms.extend(self.themes.get(&post.id).into_iter().flatten().map(|theme| of_theme(theme)));
        terms.insert(format!("sg{}", post.group_id.0.simple()));
        terms.insert(format!("sc{}", post.network_id.0.simple()));
        terms.insert(format!("sa{}", post.author_id.0.simple()));
        if post.visibility != Visibility::Group {
            terms.insert(format!("sn{}", post.network_id.0.simple()));
        }
        if post.visibility == Visibility::Public {
            terms.insert("sp".to_owned());
        }
        terms.into_iter().collect::<Vec<_>>().join(" ")
    }
}

/// The term of stories by somebody at the organiser with this code.
pub(super) fn of_organiser(code: &str) -> String {
    format!("so{}", letters(code))
}

/// The term of stories on this theme.
pub(super) fn of_theme(slug: &str) -> String {
    format!("sh{}", letters(slug))
}

fn letters(name: &str) -> String {
    fold(name).replace(' ', "")
}

/// The terms of which a story must have one to be for this scope; none are needed by those who read everything.
pub(super) fn audience(scope: &Scope) -> Option<Vec<String>> {
    if scope.everything {
        return None;
    }
    let each = |letter: char, ids: &[Id]| {
        ids.iter().map(move |id| format!("s{letter}{}", id.0.simple())).collect::<Vec<_>>()
    };
    let mut terms = vec!["sp".to_owned()];
    terms.extend(each('g', &scope.groups));
    terms.extend(each('n', &scope.networks));
    terms.extend(each('c', &scope.coordinated));
    terms.extend(each('a', &scope.viewer.into_iter().collect::<Vec<_>>()));
    Some(terms)
}
