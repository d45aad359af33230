//! Comments under stories.

use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::posts::{created, parse};
use crate::api::caller::{Caller, json};
use crate::api::idempotency::Key;
use crate::api::listed::{Listed, Window, cursor, parse_cursor};
use crate::api::problem::invalid;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::posts::{self, NewComment, Remark};
use crate::web::IdPath;
use crate::web::forms::Fields;

/// A comment.
#[derive(Debug, Serialize, ToSchema)]
pub struct CommentItem {
    /// Identifier.
    pub id: String,
    /// Name of the author; null for people whose personal data is protected.
    pub author: Option<String>,
    /// Markdown; empty when withdrawn.
    pub body: String,
    /// When it was written.
    pub created_at: DateTime<Utc>,
    /// The first comment of the thread that it answers in; null for that comment itself.
    pub thread_id: Option<String>,
}

impl From<Remark> for CommentItem {
    fn from(comment: Remark) -> Self {
        CommentItem {
            id: comment.id.to_string(),
            author: comment.author,
            body: comment.body,
            created_at: comment.created_at.utc(),
            thread_id: comment.thread_id.map(|id| id.to_string()),
        }
    }
}

/// A comment to write.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewCommentBody {
    /// Markdown.
    #[serde(default)]
    pub body: String,
    /// The comment under the same story that it answers, if any.
    #[serde(default)]
    pub answers: Option<String>,
}

/// The identifier of what was made.
#[derive(Debug, Serialize, ToSchema)]
pub struct Made {
    /// Identifier.
    pub id: String,
}

/// The comments under a story, oldest first.
#[utoipa::path(get, path = "/api/v1/posts/{id}/comments", tag = "comments", security(("bearer" = [])),
    params(("id" = String, Path, description = "identifier of the story"),
        ("limit" = Option<usize>, Query, description = "1 to 200"),
        ("after" = Option<String>, Query, description = "next of the page before")),
    responses((status = 200, body = Listed<CommentItem>), (status = 404, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, window) = (caller.reader()?.id, Window::of(&request)?);
    let after = window.after.as_deref().map(parse_cursor).transpose()?;
    let most = window.fetch();
    let found = caller.ctx.read(move |db| {
        let post = posts::find_visible(db, id.0, Some(person))?;
        posts::comments_after(db, post.id, after, most)
    });
    let page = window.page(found.await?, |comment: &Remark| cursor(comment.created_at, comment.id));
    json(&Listed { items: page.items.into_iter().map(CommentItem::from).collect(), next: page.next })
}

/// One comment, if the person may read its story.
#[utoipa::path(get, path = "/api/v1/comments/{id}", tag = "comments", security(("bearer" = [])),
    params(("id" = String, Path, description = "identifier")),
    responses((status = 200, body = CommentItem), (status = 404, body = crate::api::problem::Problem)))]
pub async fn show(caller: Caller, id: IdPath) -> Result<HttpResponse> {
    let person = caller.reader()?.id;
    let found = caller.ctx.read(move |db| posts::find_comment(db, id.0, person)).await?;
    json(&CommentItem::from(found))
}

/// Comments on a story.
#[utoipa::path(post, path = "/api/v1/posts/{id}/comments", tag = "comments", security(("bearer" = [])),
    request_body = NewCommentBody,
    params(("id" = String, Path, description = "identifier of the story"),
        ("Idempotency-Key" = Option<String>, Header, description = "the same key makes the same comment")),
    responses((status = 201, body = Made), (status = 404, body = crate::api::problem::Problem),
        (status = 422, body = crate::api::problem::Problem)))]
pub async fn create(caller: Caller, id: IdPath, request: HttpRequest, body: String) -> Result<HttpResponse> {
    let author = caller.writer()?.id;
    let new: NewCommentBody = parse(&body)?;
    let text = match posts::parse_comment(&Fields::from_pairs([("body", &new.body)])) {
        Ok(text) => text,
        Err(errors) => return invalid(&errors, caller.ctx.lang),
    };
    let answers = new.answers.map(|id| id.parse::<Id>().map_err(|_| Error::NotFound)).transpose()?;
    let (key, now) = (Key::of(&request, &body)?, caller.ctx.now());
    let text = caller
        .ctx
        .write(move |tx| {
            key.once(tx, author, now, |tx| {
                let comment = NewComment { post_id: id.0, author_id: author, body: text, answers };
                let id = posts::comment(tx, &comment, now)?;
                posts::tell_of_comment(tx, id, now)?;
                Ok(serde_json::to_string(&Made { id: id.to_string() })?)
            })
        })
        .await?;
    created(text, "/api/v1/comments")
}
