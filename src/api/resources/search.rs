//! Search.

use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::listed::Listed;
use crate::error::Result;
use crate::posts::{self, Narrowed, Query};
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

/// Hits of a kind.
const MOST: usize = 20;

/// Everything the person may see that has these words.
#[utoipa::path(get, path = "/api/v1/search", tag = "search", security(("bearer" = [])),
    params(("q" = String, Query, description = "words; the last may be the beginning of one; between quotation marks they stand next to each other")),
    responses((status = 200, body = Listed<Found>), (status = 401, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    let person = caller.reader()?.id;
    let query = Query::of(Fields::of_query(&request).text("q"), Narrowed::default());
    let limits = caller.ctx.app.config.settings.categories;
    let results = caller
        .ctx
        .read(move |db| {
            let scope = posts::scope_of(db, Some(person))?;
            posts::search(db, &scope, &query, limits, MOST)
        })
        .await?;
    let config = &caller.ctx.app.config;
    let items = results
        .hits
        .into_iter()
        .map(|hit| Found {
            kind: hit.kind.to_string(),
            id: hit.id,
            title: hit.title,
            url: config.link(&hit.path),
            snippet: hit.snippet.into_iter().map(|(text, _)| text).collect(),
        })
        .collect();
    json(&Listed { items, next: None })
}
