//! Search.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::listed::Listed;
use crate::config::Config;
use crate::error::{Error, Result};
use crate::posts::{self, Hit, Narrowed, Query};
use crate::web::forms::Fields;

/// Something that was found.
#[derive(Debug, Serialize, ToSchema)]
pub struct Found {
    /// `post`, `note`, `group`, `person`, `organiser` or `network`.
    pub kind: String,
    /// Identifier, code or slug.
    pub id: String,
    /// Title or name.
    pub title: String,
    /// Address of its page.
    pub url: String,
    /// A piece of the text around what was looked for.
    pub snippet: String,
}

impl Found {
    fn of(hit: Hit, config: &Config) -> Self {
        Found {
            kind: hit.kind.to_string(),
            id: hit.id,
            title: hit.title,
            url: config.link(&hit.path),
            snippet: hit.snippet.into_iter().map(|(text, _)| text).collect(),
        }
    }
}

/// Hits of a kind on a page, and on all pages.
const PAGE: usize = 20;
const MOST: usize = 200;

/// Everything the person may see that has these words: twenty of each kind, and the next twenty of each on further pages. No kind goes
/// beyond 200.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", security(("bearer" = [])),
    params(("q" = String, Query, description = "words; the last may be the beginning of one; between quotation marks they stand next to each other"),
        ("after" = Option<String>, Query, description = "next of the page before")),
    responses((status = 200, body = Listed<Found>), (status = 400, body = crate::api::problem::Problem), (status = 401, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    let person = caller.reader()?.id;
    let fields = Fields::of_query(&request);
    let query = Query::of(fields.text("q"), Narrowed::default());
    let skip = after(fields.text("after"))?;
    let limits = caller.ctx.app.config.settings.categories;
    let results = caller
        .ctx
        .read(move |db| {
            let scope = posts::scope_of(db, Some(person))?;
            posts::search_further(db, &scope, &query, limits, (skip, PAGE))
        })
        .await?;
    let items = results.hits.into_iter().map(|hit| Found::of(hit, &caller.ctx.app.config)).collect();
    let further = Some(skip + PAGE).filter(|next| results.more && *next < MOST);
    json(&Listed { items, next: further.map(|next| next.to_string()) })
}

/// How many of each kind were on the pages before.
fn after(text: &str) -> Result<usize> {
    let known = |skip: &usize| *skip < MOST && skip.is_multiple_of(PAGE);
    match text {
        "" => Ok(0),
        _ => text.parse().ok().filter(known).ok_or(Error::BadRequest("error-api-cursor")),
    }
}
