//! Stories like a story: with the same telling words and themes, from organisers like the reader's own.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use diesel::prelude::*;

use super::index::{audience, of_theme};
use super::list::{by_ids, with_themes};
use super::query::text_of;
use super::search::any_of;
use super::terms::{Stems, words};
use super::visible::visible;
use super::{Post, PostSummary, Scope, theme};
use crate::config::CategoryLimits;
use crate::db::schema::{neighbours, posts, seats};
use crate::db::types::Id;
use crate::db::{Db, Prepare, padded};
use crate::error::Result;
use crate::i18n::fold;
use crate::organisers::{self, Category};

/// Words that tell what a story is about, at most, and the letters of one, at least.
const MOST_WORDS: usize = 12;
const SHORTEST: usize = 5;

/// Stories that are compared, the newest with any of the words or themes, and how many are shown.
const COMPARED: usize = 100;
const SHOWN: usize = 6;

/// What it counts for to have a telling word (once more in the title), a theme, and an organiser of the reader's kind or next to it.
const WORD: i64 = 2;
const THEME: i64 = 4;
const ALIKE: i64 = 2;
const NEIGHBOUR: i64 = 3;

/// Long words that tell nothing, folded.
const COMMON: [&str; 36] = [
    "alltid", "andra", "att", "behover", "blev", "borjade", "bland", "darfor", "deras", "denna", "detta",
    "efter", "eller", "eftersom", "flera", "forsta", "genom", "gjorde", "hade", "innan", "kommer", "kunde",
    "manga", "medan", "mellan", "mycket", "nagon", "nagot", "nagra", "sedan", "skulle", "sjalva", "under",
    "varandra", "varje", "vilka",
];

/// Published stories that are like one, the most alike first; only what the scope reads.
pub(super) fn similar(
    db: &mut Db,
    scope: &Scope,
    post: &Post,
    limits: CategoryLimits,
) -> Result<Vec<PostSummary>> {
    let ranked = ranked(db, scope, post, limits)?;
    let chosen: Vec<Id> = ranked.iter().take(SHOWN).map(|(_, other)| other.id).collect();
    let mut found = by_ids(db, &chosen)?;
    let in_order = chosen.iter().filter_map(|id| found.remove(id)).collect();
    with_themes(db, in_order)
}

/// How much stories are like one, the most alike first; only what the scope reads.
pub(super) fn ranked(
    db: &mut Db,
    scope: &Scope,
    post: &Post,
    limits: CategoryLimits,
) -> Result<Vec<(i64, Post)>> {
    let themes = theme::of_posts(db, &[post.id])?.remove(&post.id).unwrap_or_default();
    let themes: HashSet<String> = themes.into_iter().map(|theme| theme.slug).collect();
    let telling = telling(post);
    let terms: Vec<String> = telling
        .iter()
        .map(|stem| format!("b{stem}"))
        .chain(themes.iter().map(|slug| of_theme(slug)))
        .collect();
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let ids = any_of(db, &terms, audience(scope).as_deref(), COMPARED)?;
    let others: Vec<Post> = visible(scope)
        .filter(posts::id.eq_any(padded(ids)))
        .filter(posts::id.ne(post.id))
        .select(Post::as_select())
        .prepared()
        .load(db)?;
    let about = theme::of_posts(db, &others.iter().map(|other| other.id).collect::<Vec<_>>())?;
    let peers = Peers::of(db, scope, &others, limits)?;
    let mut ranked: Vec<(i64, Post)> = others
        .into_iter()
        .map(|other| {
            let shared = about
                .get(&other.id)
                .into_iter()
                .flatten()
                .filter(|theme| themes.contains(&theme.slug))
                .count();
            let shared = i64::try_from(shared).unwrap_or_default();
            (words_shared(&telling, &other) + THEME * shared + peers.nearness(&other), other)
        })
        .filter(|(score, _)| *score > THEME)
        .collect();
    ranked.sort_by_key(|(score, other)| (Reverse(*score), Reverse(other.published_at), other.id));
    Ok(ranked)
}

/// The stems of the words that tell what a story is about: long ones that come often, those of the title first.
fn telling(post: &Post) -> Vec<String> {
    let stems = Stems::new();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut count = |text: &str, times: usize| {
        for word in words(&fold(text)).filter(|word| word.len() >= SHORTEST && !COMMON.contains(word)) {
            if let Some(stem) = stems.of(word).into_iter().next() {
                *counts.entry(stem).or_default() += times;
            }
        }
    };
    count(&text_of(post), 1);
    count(&post.title, 2);
    let mut ranked: Vec<(String, usize)> = counts.into_iter().collect();
    ranked.sort_by_key(|(stem, times)| (Reverse(*times), Reverse(stem.len())));
    ranked.into_iter().take(MOST_WORDS).map(|(stem, _)| stem).collect()
}

fn words_shared(telling: &[String], other: &Post) -> i64 {
    let stems = Stems::new();
    let of =
        |text: &str| -> BTreeSet<String> { words(&fold(text)).flat_map(|word| stems.of(word)).collect() };
    let (title, text) = (of(&other.title), of(&text_of(other)));
    telling.iter().map(|stem| WORD * i64::from(text.contains(stem)) + i64::from(title.contains(stem))).sum()
}

/// What is known of the organisers of some stories, beside those of the reader.
struct Peers {
    /// Seats with the codes of their organisers.
    organisers: HashMap<Id, String>,
    categories: HashMap<String, Category>,
    mine: HashSet<String>,
    neighbours: HashSet<String>,
}

impl Peers {
    fn of(db: &mut Db, scope: &Scope, others: &[Post], limits: CategoryLimits) -> Result<Self> {
        let viewer = scope.viewer.unwrap_or(Id(uuid::Uuid::nil()));
        let wanted: Vec<Id> = others.iter().filter_map(|other| other.seat_id).collect();
        let rows: Vec<(Id, String, Option<Id>)> = seats::table
            .filter(seats::id.eq_any(wanted).or(seats::person_id.eq(viewer).assume_not_null()))
            .select((seats::id, seats::organiser_code, seats::person_id))
            .load(db)?;
        let mine: HashSet<String> =
            rows.iter().filter(|row| row.2 == Some(viewer)).map(|row| row.1.clone()).collect();
        let around: Vec<String> = neighbours::table
            .filter(neighbours::code.eq_any(&mine))
            .select(neighbours::neighbour_code)
            .load(db)?;
        let codes: BTreeSet<String> = rows.iter().map(|row| row.1.clone()).collect();
        let known = organisers::by_codes(db, &codes.into_iter().collect::<Vec<_>>())?;
        Ok(Peers {
            organisers: rows.into_iter().map(|(seat, code, _)| (seat, code)).collect(),
            categories: known.into_iter().map(|each| (each.code.clone(), each.category(limits))).collect(),
            mine,
            neighbours: around.into_iter().collect(),
        })
    }

    fn nearness(&self, post: &Post) -> i64 {
        let Some(code) = post.seat_id.and_then(|seat| self.organisers.get(&seat)) else { return 0 };
        let category = |code: &String| self.categories.get(code);
        let alike = self.mine.iter().any(|own| category(own) == category(code));
        ALIKE * i64::from(alike) + NEIGHBOUR * i64::from(self.neighbours.contains(code))
    }
}
