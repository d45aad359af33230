//! Searching.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::error::Result;
use crate::posts::visible::scope_of_visitor;
use crate::posts::{HitKind, Results, search};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "posts/search.html")]
struct Index {
    chrome: Chrome,
    query: String,
    results: Results,
    kinds: &'static [HitKind],
}

/// `GET /search?q=`: what one may see that has the words.
pub async fn index(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let query: String = Fields::of_query(&request).text("q").chars().take(200).collect();
    let (visitor, words) = (ctx.visitor().cloned(), query.clone());
    let results = ctx
        .read(move |db| {
            let scope = scope_of_visitor(db, visitor.as_ref())?;
            search(db, &scope, &words)
        })
        .await?;
    let chrome = match query.is_empty() {
        true => ctx.chrome("search", "search-title"),
        false => ctx.chrome_titled("search", ctx.lang.tname("search-title-for", &query)),
    };
    ctx.page(&Index { chrome, query, results, kinds: HitKind::ALL })
}
