//! Queries whose SQL is written once, and kept prepared.
//!
//! A query over either database is put into words anew for every step that diesel takes with it: to see whether it may be
//! kept, to look for the prepared one, to bind its values. On a page of a few quick queries that costs as much as asking
//! them. [`Prepare::prepared`] remembers the words of queries that never change. Those with lists of values change with
//! the number of values; diesel would prepare them anew every time. [`padded`] gives lists one of a few lengths, and
//! [`Prepare::prepared_for`] remembers the words for each.

use std::any::TypeId;
use std::cell::OnceCell;
use std::collections::HashMap;
use std::panic::Location;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use diesel::backend::Backend;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryBuilder, QueryFragment, QueryId};
use diesel::sqlite::Sqlite;

use super::types::Id;
use super::{Kind, MultiBackend};

/// A query that is kept prepared.
#[derive(Debug, Clone)]
pub struct Prepared<Q> {
    query: Q,
    /// Where it is asked and how many values its list has, if that is all of it that changes.
    listed: Option<(&'static Location<'static>, usize)>,
    sql: OnceCell<Arc<str>>,
}

/// Keeps a query prepared.
pub trait Prepare: Sized {
    /// The same query, kept prepared. For queries of which few different ones are asked: lists are [`padded`], and
    /// nothing but placeholders differs.
    fn prepared(self) -> Prepared<Self> {
        Prepared { query: self, listed: None, sql: OnceCell::new() }
    }

    /// As [`prepared`](Self::prepared), for a query with one list of values, whose number is `listed`. Nothing else of its
    /// words may change from one call to the next: no boxed query, no literal put together.
    #[track_caller]
    fn prepared_for(self, listed: usize) -> Prepared<Self> {
        Prepared { query: self, listed: Some((Location::caller(), listed)), sql: OnceCell::new() }
    }
}

impl<Q: Query> Prepare for Q {}

/// What the words of a query depend on: its kind, where it is asked and how many values it lists, the database.
type Key = (TypeId, Option<(&'static Location<'static>, usize)>, Kind);

static WORDS: LazyLock<RwLock<HashMap<Key, Arc<str>>>> = LazyLock::new(RwLock::default);

/// A backend whose words can be written aside.
pub trait Writes: Backend {
    /// An empty builder like this one, and for which database it writes.
    fn another(like: &Self::QueryBuilder) -> (Self::QueryBuilder, Kind);
}

impl Writes for Sqlite {
    fn another(_: &Self::QueryBuilder) -> (Self::QueryBuilder, Kind) {
        (Default::default(), Kind::Sqlite)
    }
}

impl Writes for Pg {
    fn another(_: &Self::QueryBuilder) -> (Self::QueryBuilder, Kind) {
        (Default::default(), Kind::Postgres)
    }
}

type Either = <MultiBackend as Backend>::QueryBuilder;

impl Writes for MultiBackend {
    fn another(like: &Either) -> (Either, Kind) {
        match like {
            Either::Sqlite(_) => (Either::Sqlite(Default::default()), Kind::Sqlite),
            Either::Postgres(_) => (Either::Postgres(Default::default()), Kind::Postgres),
        }
    }
}

impl<Q: QueryId> Prepared<Q> {
    /// Its words: remembered, or written now.
    fn words<DB: Writes>(&self, like: &DB::QueryBuilder, backend: &DB) -> QueryResult<&Arc<str>>
    where
        Q: QueryFragment<DB>,
    {
        if let Some(known) = self.sql.get() {
            return Ok(known);
        }
        let (mut builder, kind) = DB::another(like);
        let changes = !Q::HAS_STATIC_QUERY_ID && self.listed.is_none();
        let key = (!changes).then(|| (TypeId::of::<Q::QueryId>(), self.listed, kind));
        let known = key.and_then(|key| {
            let words = WORDS.read().unwrap_or_else(PoisonError::into_inner);
            words.get(&key).cloned()
        });
        let words = match known {
            Some(words) => words,
            None => {
                self.query.to_sql(&mut builder, backend)?;
                let words: Arc<str> = builder.finish().into();
                if let Some(key) = key {
                    WORDS.write().unwrap_or_else(PoisonError::into_inner).insert(key, words.clone());
                }
                words
            }
        };
        Ok(self.sql.get_or_init(|| words))
    }
}

impl<Q: QueryId> QueryId for Prepared<Q> {
    type QueryId = Q::QueryId;

    // With lists, the SQL is the key.
    const HAS_STATIC_QUERY_ID: bool = Q::HAS_STATIC_QUERY_ID;
}

impl<Q: Query> Query for Prepared<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, C> RunQueryDsl<C> for Prepared<Q> {}

impl<Q: QueryFragment<DB> + QueryId, DB: Writes> QueryFragment<DB> for Prepared<Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.query.walk_ast(out)
    }

    fn to_sql(&self, out: &mut DB::QueryBuilder, backend: &DB) -> QueryResult<()> {
        out.push_sql(self.words(out, backend)?);
        Ok(())
    }

    fn is_safe_to_cache_prepared(&self, _: &DB) -> QueryResult<bool> {
        Ok(true)
    }
}

/// The identifiers, the last one repeated until there are 1, 2, 4, 8, … of them. Means the same in `IN (…)`.
pub fn padded(ids: impl IntoIterator<Item = Id>) -> Vec<Id> {
    let mut ids: Vec<Id> = ids.into_iter().collect();
    if let Some(last) = ids.last().copied() {
        ids.resize(ids.len().next_power_of_two(), last);
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_get_one_of_a_few_lengths() {
        let ids: Vec<Id> = (1..=5_u128).map(|n| Id(uuid::Uuid::from_u128(n))).collect();
        let long = padded(ids.clone());
        assert_eq!((long.len(), long.get(..5)), (8, Some(ids.as_slice())));
        assert!(long.iter().skip(5).all(|id| Some(id) == ids.last()));
        assert!(padded([]).is_empty());
    }
}
