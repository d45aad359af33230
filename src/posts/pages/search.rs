//! Searching.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::error::Result;
use crate::posts::visible::scope_of_visitor;
use crate::posts::{HitKind, Results, search};
use crate::web::forms::Fields;
use crate::web::{Chrome, Visit};

/// Hits of a kind, at first and when more are asked for.
const FEW: usize = 10;
const MANY: usize = 50;

#[derive(Template)]
#[template(path = "posts/search.html")]
struct Index {
    chrome: Chrome,
    query: String,
    results: Results,
    /// Where more of them are.
    more: Option<String>,
    kinds: &'static [HitKind],
}

/// `GET /search?q=`: what one may see that has the words.
pub async fn index(visit: Visit, request: HttpRequest) -> Result<HttpResponse> {
    let query: String = Fields::of_query(&request).text("q").chars().take(200).collect();
    let all = Fields::of_query(&request).text("all") == "1";
    let words = query.clone();
    let read = visit.read(move |db, ctx| {
        let scope = scope_of_visitor(db, ctx.visitor())?;
        search(db, &scope, &words, if all { MANY } else { FEW })
    });
    let (ctx, results) = read.await?;
    let chrome = match query.is_empty() {
        true => ctx.chrome("search", "search-title"),
        false => ctx.chrome_titled("search", ctx.lang.tname("search-title-for", &query)),
    };
    let asked = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", &query).finish();
    let more = (results.more && !all).then(|| format!("/search?{asked}&all=1"));
    ctx.page(&Index { chrome, query, results, more, kinds: HitKind::ALL })
}
