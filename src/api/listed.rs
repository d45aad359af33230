//! Lists and their cursors.

use actix_web::HttpRequest;
use serde::Serialize;
use utoipa::ToSchema;

use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::web::forms::Fields;

/// Items on a page when nothing else is asked for, and at most.
const USUAL: usize = 50;
const MOST: usize = 200;

/// A page of a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct Listed<T> {
    /// The items of this page.
    pub items: Vec<T>,
    /// Give this as `after` to get the next page; null on the last.
    pub next: Option<String>,
}

/// What the query asks for.
pub(super) struct Window {
    pub(super) limit: usize,
    pub(super) after: Option<String>,
}

impl Window {
    /// From `?limit=&after=`.
    pub(super) fn of(request: &HttpRequest) -> Result<Self> {
        let query = Fields::of_query(request);
        let limit = match query.text("limit") {
            "" => USUAL,
            text => text
                .parse()
                .ok()
                .filter(|n| (1..=MOST).contains(n))
                .ok_or(Error::BadRequest("error-api-limit"))?,
        };
        let after = Some(query.text("after").to_owned()).filter(|after| !after.is_empty());
        Ok(Window { limit, after })
    }

    /// One more than fits, to see whether there is another page.
    pub(super) fn fetch(&self) -> i64 {
        i64::try_from(self.limit + 1).unwrap_or(i64::MAX)
    }

    /// A page of items that came with one too many, with the cursor `of` its last one.
    pub(super) fn page<T>(&self, mut items: Vec<T>, of: impl Fn(&T) -> String) -> Listed<T> {
        let more = items.len() > self.limit;
        items.truncate(self.limit);
        let next = items.last().filter(|_| more).map(of);
        Listed { items, next }
    }

    /// A page of a list that is short enough to be held as a whole.
    pub(super) fn cut<T>(&self, all: Vec<T>, key: impl Fn(&T) -> String) -> Listed<T> {
        let rest = match &self.after {
            None => all,
            Some(after) => {
                let mut items = all.into_iter();
                items.by_ref().find(|item| key(item) == *after);
                items.collect()
            }
        };
        self.page(rest, key)
    }
}

/// A cursor for a list by moment and identifier.
pub(super) fn cursor(moment: Timestamp, id: Id) -> String {
    format!("{}_{id}", moment.0.and_utc().timestamp_micros())
}

/// The other way; a cursor that is not ours is a bad request.
pub(super) fn parse_cursor(text: &str) -> Result<(Timestamp, Id)> {
    let parse = || {
        let (micros, id) = text.split_once('_')?;
        let moment = chrono::DateTime::from_timestamp_micros(micros.parse().ok()?)?;
        Some((Timestamp::from(moment), id.parse().ok()?))
    };
    parse().ok_or(Error::BadRequest("error-api-cursor"))
}
