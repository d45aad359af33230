//! The index that search reads: one row of terms for every published story, written with the story.
//!
//! A term is a letter and a word: `b` for words anywhere in the story, `t` for words of its title, `s` for who may
//! read it ([`audience`]). Words are folded and kept both whole (for the beginning of a word) and stemmed (for its
//! inflections), so SQLite's FTS5 and PostgreSQL's `tsvector` hold the same and find the same. Because the audience
//! is a term too, a search never meets a story that its reader may not see.

use std::collections::BTreeSet;

use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Text, Uuid};
use rust_stemmers::{Algorithm, Stemmer};

use super::{Post, Scope, Visibility, vocabulary};
use crate::db::schema::{posts, search_posts};
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::fold;

/// Letters of a word that count; more is no word.
const LONGEST_WORD: usize = 40;

/// Different words of a story that count.
const MOST_WORDS: usize = 4_000;

/// Stories indexed at once by [`reindex_all`].
const BATCH: i64 = 500;

/// Writes what search knows of a story as it stands now: nothing while it is a draft or withdrawn.
pub fn index_post(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    diesel::delete(search_posts::table.filter(search_posts::post_id.eq(id))).execute(&mut **tx)?;
    let post: Post = posts::table.find(id).select(Post::as_select()).first(&mut **tx)?;
    put(tx, &post)
}

/// Indexes every published story that is not indexed, for data that was written without its verbs; how many.
pub fn reindex_all(tx: &mut Tx<'_>) -> Result<usize> {
    let (mut count, mut after) = (0, Id(uuid::Uuid::nil()));
    loop {
        let indexed =
            search_posts::table.filter(search_posts::post_id.eq(posts::id)).select(search_posts::seq);
        let missing: Vec<Post> = posts::table
            .filter(posts::id.gt(after))
            .filter(posts::published_at.is_not_null())
            .filter(posts::withdrawn_at.is_null())
            .filter(diesel::dsl::not(diesel::dsl::exists(indexed)))
            .order(posts::id)
            .limit(BATCH)
            .select(Post::as_select())
            .load(&mut **tx)?;
        let Some(last) = missing.last() else { return Ok(count) };
        after = last.id;
        count += missing.len();
        index_new(tx, &missing)?;
    }
}

/// Indexes stories that search knows nothing of yet, with few statements; drafts and withdrawn ones are left out.
pub fn index_new(tx: &mut Tx<'_>, posts: &[Post]) -> Result<()> {
    for some in posts.chunks(usize::try_from(BATCH).unwrap_or(500)) {
        let standing = some.iter().filter(|post| post.withdrawn_at.is_none());
        let wanted: Vec<(i64, &Post)> =
            standing.filter_map(|post| Some((post.published_at?.utc().timestamp_micros(), post))).collect();
        let taken: Vec<i64> = search_posts::table
            .filter(search_posts::seq.eq_any(wanted.iter().map(|(seq, _)| *seq)))
            .select(search_posts::seq)
            .load(&mut **tx)?;
        let mut taken: BTreeSet<i64> = taken.into_iter().collect();
        let (free, late): (Vec<_>, Vec<_>) = wanted.into_iter().partition(|(seq, _)| taken.insert(*seq));
        insert(tx, free.into_iter().map(|(seq, post)| (seq, post.id, terms_of(post))).collect())?;
        // Published in the same microsecond as another: rare.
        late.into_iter().try_for_each(|(_, post)| put(tx, post))?;
    }
    Ok(())
}

/// Draws together what writing has left in parts, so that a word is looked up in one place: a part of it, or `all`.
/// PostgreSQL does so by itself.
pub fn tidy_index(tx: &mut Tx<'_>, all: bool) -> Result<()> {
    if let Db::Sqlite(c) = &mut **tx {
        for table in ["search_post_terms", "search_name_words"] {
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
    insert(tx, vec![(seq, post.id, terms_of(post))])
}

/// Writes rows: number, story, and its terms with blanks between them.
fn insert(tx: &mut Tx<'_>, rows: Vec<(i64, Id, String)>) -> Result<()> {
    let terms = rows.iter().flat_map(|(_, _, terms)| terms.split(' '));
    vocabulary::learn(tx, &terms.filter_map(|term| term.strip_prefix('b')).collect())?;
    match &mut **tx {
        Db::Sqlite(c) => {
            let known: Vec<_> = rows
                .iter()
                .map(|(seq, id, _)| (search_posts::seq.eq(*seq), search_posts::post_id.eq(*id)))
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
                "INSERT INTO search_posts (seq, post_id, terms) \
                 SELECT seq, id, array_to_tsvector(string_to_array(terms, ' ')) \
                 FROM unnest($1, $2, $3) AS new (seq, id, terms)",
            )
            .bind::<Array<BigInt>, _>(numbers)
            .bind::<Array<Uuid>, _>(ids)
            .bind::<Array<Text>, _>(terms)
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

fn terms_of(post: &Post) -> String {
    let title = fold(&post.title);
    let body = fold(
        &[&post.body, &post.situation, &post.tried, &post.happened, &post.learned, &post.question]
            .map(String::as_str)
            .join(" "),
    );
    let mut terms = BTreeSet::new();
    let stemmer = stemmer();
    let mut add = |term: String| {
        terms.insert(term);
    };
    for word in words(&title) {
        add(format!("t{word}"));
        add(format!("t{}", stem(&stemmer, word)));
    }
    for word in words(&title).chain(words(&body)).take(MOST_WORDS) {
        add(format!("b{word}"));
        add(format!("b{}", stem(&stemmer, word)));
    }
    add(format!("sg{}", post.group_id.0.simple()));
    add(format!("sc{}", post.network_id.0.simple()));
    add(format!("sa{}", post.author_id.0.simple()));
    if post.visibility != Visibility::Group {
        add(format!("sn{}", post.network_id.0.simple()));
    }
    if post.visibility == Visibility::Public {
        add("sp".to_owned());
    }
    terms.into_iter().collect::<Vec<_>>().join(" ")
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

/// The words of folded text that count.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(' ').filter(|word| !word.is_empty() && word.chars().count() <= LONGEST_WORD)
}

/// The stem of a folded word. Snowball takes one ending off: `rektorer` becomes `rektor`, but `rektor` becomes `rekt`.
/// So it is asked again until nothing more comes off, and all forms end alike.
pub(super) fn stem(stemmer: &Stemmer, word: &str) -> String {
    let mut stem = shorter(stemmer, word);
    loop {
        let next = shorter(stemmer, &stem);
        if next == stem {
            return stem;
        }
        stem = next;
    }
}

/// One ending less. Snowball leaves the definite form of `skola`, `rektor` as it is (`skolan`, `rektorn`), though it takes
/// `skolor` and `skolorna` back to `skol`: what is left of `-an` and the `n` of `-orn` (not of `torn`) go too.
fn shorter(stemmer: &Stemmer, word: &str) -> String {
    let stem = stemmer.stem(word);
    let shorter = stem
        .strip_suffix("an")
        .filter(|shorter| shorter.len() >= 3)
        .or_else(|| stem.strip_suffix('n').filter(|shorter| shorter.ends_with("or") && shorter.len() >= 5));
    shorter.unwrap_or(&stem).to_owned()
}

/// Swedish Snowball. It sees folded words, when indexing and when searching alike; both `å` and `a` are vowels to it.
pub(super) fn stemmer() -> Stemmer {
    Stemmer::create(Algorithm::Swedish)
}

#[cfg(test)]
mod tests {
    use super::{stem, stemmer};

    #[test]
    fn the_forms_of_a_word_have_one_stem() {
        let stemmer = stemmer();
        for forms in [
            &["rektor", "rektorn", "rektorer", "rektorerna", "rektorernas"][..],
            &["skola", "skolan", "skolor", "skolorna"],
            &["analys", "analyser", "analyserna"],
            &["larare", "lararen", "lararna"],
        ] {
            let stems: Vec<String> = forms.iter().map(|word| stem(&stemmer, word)).collect();
            assert!(stems.iter().all(|each| *each == stems[0]), "{forms:?} become {stems:?}");
        }
        assert_ne!(stem(&stemmer, "torn"), stem(&stemmer, "tor"));
    }
}
