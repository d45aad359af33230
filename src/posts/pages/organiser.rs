//! The stories of an organiser's people.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::paged::{cursor, older, page_of};
use super::theme::standing_of;
use crate::error::Result;
use crate::organisers::{self, Organiser};
use crate::posts::{Filter, PostSummary};
use crate::seats::Place;
use crate::web::forms::Fields;
use crate::web::{Chrome, Visit};

#[derive(Template)]
#[template(path = "posts/organiser.html")]
struct Index {
    chrome: Chrome,
    organiser: Organiser,
    found: Vec<PostSummary>,
    groups: Vec<Place>,
    is_first: bool,
    older: Option<String>,
    zone: chrono_tz::Tz,
}

/// `GET /organisers/{code}/posts`: what its people have written that one may read, newest first.
pub async fn index(visit: Visit, code: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    let before = Fields::of_query(&request).text("before").to_owned();
    let is_first = before.is_empty();
    let read = visit.read(move |db, ctx| {
        let organiser = organisers::find(db, &code)?;
        let (scope, groups) = standing_of(db, ctx.visitor())?;
        let code = Some(organiser.code.clone());
        let filter = Filter { organiser: code, before: cursor(&before), ..Filter::default() };
        let stories = page_of(db, &scope, &filter)?;
        Ok((organiser, stories, groups))
    });
    let (ctx, (organiser, (found, has_more), groups)) = read.await?;
    let path = format!("/organisers/{}/posts", organiser.code);
    ctx.page(&Index {
        chrome: ctx.chrome_titled("organisers", ctx.lang.tname("organiser-posts-title", &organiser.name)),
        older: found.last().filter(|_| has_more).and_then(|last| older(&path, &[], last)),
        zone: super::zone(&ctx),
        organiser,
        found,
        groups,
        is_first,
    })
}
