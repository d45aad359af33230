//! Stories like a story.

use actix_web::HttpResponse;
use askama::Template;

use crate::error::Result;
use crate::posts::similar::similar;
use crate::posts::visible::scope_of_visitor;
use crate::posts::{Post, PostSummary, post};
use crate::web::{Chrome, IdPath, Visit};

#[derive(Template)]
#[template(path = "posts/similar.html")]
struct Index {
    chrome: Chrome,
    post: Post,
    found: Vec<PostSummary>,
    zone: chrono_tz::Tz,
}

/// `GET /posts/{id}/similar`: what others tell of the same, those from organisers like one's own first.
pub async fn index(visit: Visit, IdPath(id): IdPath) -> Result<HttpResponse> {
    let read = visit.read(move |db, ctx| {
        let scope = scope_of_visitor(db, ctx.visitor())?;
        let post = post::find_in(db, id, &scope)?;
        let found = similar(db, &scope, &post, ctx.app.config.settings.categories)?;
        Ok((post, found))
    });
    let (ctx, (post, found)) = read.await?;
    ctx.page(&Index { chrome: ctx.chrome("posts", "similar-title"), zone: super::zone(&ctx), post, found })
}
