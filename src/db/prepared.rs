//! Queries that the connection keeps prepared although diesel would not: lists of values in them, or written as SQL.
//!
//! diesel prepares such a query anew every time, because each length of a list is another statement. Parsing and
//! planning cost more than running most queries of a page. [`Prepare::prepared`] keeps them, and [`padded`] gives lists
//! one of a few lengths, so that few statements are kept.

use diesel::backend::Backend;
use diesel::prelude::*;
use diesel::query_builder::{AstPass, Query, QueryFragment, QueryId};

use super::types::Id;

/// A query that is kept prepared under its SQL.
#[derive(Debug, Clone, Copy)]
pub struct Prepared<Q>(Q);

/// Keeps a query prepared.
pub trait Prepare: Sized {
    /// The same query, kept prepared. For queries of which few different ones are asked: lists are [`padded`], and
    /// nothing but placeholders differs.
    fn prepared(self) -> Prepared<Self> {
        Prepared(self)
    }
}

impl<Q: Query> Prepare for Q {}

impl<Q> QueryId for Prepared<Q> {
    type QueryId = ();

    // The SQL is the key.
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<Q: Query> Query for Prepared<Q> {
    type SqlType = Q::SqlType;
}

impl<Q, C> RunQueryDsl<C> for Prepared<Q> {}

impl<Q: QueryFragment<DB>, DB: Backend> QueryFragment<DB> for Prepared<Q> {
    fn walk_ast<'b>(&'b self, out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        self.0.walk_ast(out)
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
