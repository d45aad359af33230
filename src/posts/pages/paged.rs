//! Lists of stories a page at a time, each page beginning after the last story of the one before.

use chrono::DateTime;

use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::posts::{Filter, PostSummary, Scope, list};

/// Stories on a page.
const PAGE: usize = 15;

/// A page of stories, and whether there are older ones.
pub(super) fn page_of(db: &mut Db, scope: &Scope, filter: &Filter) -> Result<(Vec<PostSummary>, bool)> {
    let most = i64::try_from(PAGE).unwrap_or(15) + 1;
    let mut found = list(db, scope, filter, most)?;
    let has_more = found.len() > PAGE;
    found.truncate(PAGE);
    Ok((found, has_more))
}

/// `1763884800000000_0190…`: microseconds and identifier of the last story on the page before.
pub(super) fn cursor(before: &str) -> Option<(Timestamp, Id)> {
    let (micros, id) = before.split_once('_')?;
    let at = DateTime::from_timestamp_micros(micros.parse().ok()?)?;
    Some((at.into(), id.parse().ok()?))
}

/// The address of the page after one that ends with this story; what is empty of the rest is left out.
pub(super) fn older(path: &str, narrowed: &[(&str, &str)], last: &PostSummary) -> Option<String> {
    let before = format!("{}_{}", last.published_at?.utc().timestamp_micros(), last.id);
    let mut query = url::form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(narrowed.iter().filter(|(_, value)| !value.is_empty()));
    query.append_pair("before", &before);
    Some(format!("{path}?{}", query.finish()))
}
