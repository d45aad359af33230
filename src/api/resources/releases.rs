//! Letting more people read a story, or fewer.

use actix_web::{HttpRequest, HttpResponse};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::posts::{PostDetail, created, parse};
use crate::api::caller::{Caller, json};
use crate::api::idempotency::Key;
use crate::api::listed::{Listed, Window};
use crate::api::problem::invalid;
use crate::error::Result;
use crate::posts::{self, Visibility};
use crate::web::IdPath;
use crate::web::forms::Errors;

/// A name that stands in a story or in the name of a theme of it.
#[derive(Debug, Serialize, ToSchema)]
pub struct NameItem {
    /// `person` (of the network), `organiser` or `school`.
    pub kind: String,
    /// As it is written.
    pub name: String,
    /// How often it stands there.
    pub times: usize,
}

/// Who are to read a story.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewReleaseBody {
    /// `group`, `network` or `public`.
    #[serde(default)]
    pub visibility: String,
    /// Names that other words take the place of; themes that have them are taken away. They stay masked when the story is taken back.
    #[serde(default)]
    pub mask: Vec<String>,
}

/// The names in a story of the person's own, to decide what a release masks.
#[utoipa::path(get, path = "/api/v1/posts/{id}/names", tag = "releases", security(("bearer" = [])),
    params(("id" = String, Path, description = "identifier of the story"),
        ("limit" = Option<usize>, Query, description = "1 to 200"),
        ("after" = Option<String>, Query, description = "next of the page before")),
    responses((status = 200, body = Listed<NameItem>), (status = 404, body = crate::api::problem::Problem)))]
pub async fn names(caller: Caller, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, window) = (caller.reader()?.id, Window::of(&request)?);
    let found = caller.ctx.read(move |db| posts::names_in(db, id.0, person)).await?;
    let item = |(kind, name, times): (posts::NameKind, String, usize)| NameItem {
        kind: kind.to_string(),
        name,
        times,
    };
    let items = found.into_iter().map(item).collect();
    json(&window.cut(items, |item: &NameItem| format!("{}:{}", item.kind, item.name)))
}

/// Lets others read a published story of the person's own: more, or fewer again. Where the author's organiser approves first, the story
/// stays where it is until then and says so in `requested_visibility`.
#[utoipa::path(post, path = "/api/v1/posts/{id}/releases", tag = "releases", security(("bearer" = [])),
    request_body = NewReleaseBody,
    params(("id" = String, Path, description = "identifier of the story"),
        ("Idempotency-Key" = Option<String>, Header, description = "the same key releases once")),
    responses((status = 201, body = PostDetail), (status = 400, body = crate::api::problem::Problem),
        (status = 404, body = crate::api::problem::Problem), (status = 409, body = crate::api::problem::Problem),
        (status = 422, body = crate::api::problem::Problem)))]
pub async fn create(caller: Caller, id: IdPath, request: HttpRequest, body: String) -> Result<HttpResponse> {
    let author = caller.writer()?.id;
    caller.ctx.read(move |db| posts::find_own(db, id.0, author)).await?;
    let new: NewReleaseBody = parse(&body)?;
    let Ok(to) = new.visibility.parse::<Visibility>() else {
        return invalid(&Errors::one("visibility", "error-choice"), caller.ctx.lang);
    };
    let (key, now) = (Key::of(&request, &body)?, caller.ctx.now());
    let (app, lang) = (caller.ctx.app.clone(), caller.ctx.lang);
    let released = caller.ctx.write(move |tx| {
        key.once(tx, author, now, |tx| {
            posts::release_own(tx, (id.0, author), to, (&new.mask, lang), now)?;
            PostDetail::text(tx, (id.0, author), &app, lang)
        })
    });
    created(released.await?, "/api/v1/posts")
}
