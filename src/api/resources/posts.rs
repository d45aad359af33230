//! Stories and their comments.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::idempotency::Key;
use crate::api::listed::{Listed, Window, cursor, parse_cursor};
use crate::api::problem::invalid;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::posts::{self, Comment, Filter, Form, NewComment, Post, PostSummary};
use crate::themes::current_slug;
use crate::web::IdPath;
use crate::web::forms::{Errors, Fields};

/// A story in a list.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostItem {
    /// Identifier.
    pub id: String,
    /// The group it was written in.
    pub group_id: String,
    /// Title.
    pub title: String,
    /// The beginning, plain text.
    pub excerpt: String,
    /// `group`, `network` or `public`.
    pub visibility: String,
    /// Name of the author; null for people whose personal data is protected.
    pub author: Option<String>,
    /// Slugs of themes.
    pub themes: Vec<String>,
    /// When it was published.
    pub published_at: Option<DateTime<Utc>>,
    /// How many comments it has.
    pub comments: i64,
}

impl From<PostSummary> for PostItem {
    fn from(post: PostSummary) -> Self {
        PostItem {
            id: post.id.to_string(),
            group_id: post.group_id.to_string(),
            title: post.title,
            excerpt: post.excerpt,
            visibility: post.visibility.to_string(),
            author: post.author.name,
            themes: post.themes.into_iter().map(|theme| theme.slug).collect(),
            published_at: post.published_at.map(|moment| moment.utc()),
            comments: post.comments,
        }
    }
}

/// A story.
#[derive(Debug, Serialize, ToSchema)]
pub struct PostDetail {
    /// Identifier.
    pub id: String,
    /// The group it was written in.
    pub group_id: String,
    /// Title.
    pub title: String,
    /// The whole text, Markdown.
    pub body: String,
    /// `group`, `network` or `public`.
    pub visibility: String,
    /// Who are to read it once the approver of the author's organiser agrees; null when nobody is asked, and for all but the author.
    pub requested_visibility: Option<String>,
    /// When it was published; null for drafts, which only their author reads.
    pub published_at: Option<DateTime<Utc>>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
}

impl From<Post> for PostDetail {
    fn from(post: Post) -> Self {
        PostDetail {
            id: post.id.to_string(),
            group_id: post.group_id.to_string(),
            body: if post.form == Form::Free { post.body.clone() } else { post.markdown() },
            title: post.title,
            visibility: post.visibility.to_string(),
            requested_visibility: None,
            published_at: post.published_at.map(|moment| moment.utc()),
            updated_at: post.updated_at.utc(),
        }
    }
}

impl PostDetail {
    /// As this person reads it.
    fn of(db: &mut Db, post: Post, reader: Id) -> Result<Self> {
        let own = post.author_id == reader;
        let awaited = if own { posts::awaited(db, post.id)? } else { None };
        let requested_visibility = awaited.map(|visibility| visibility.to_string());
        Ok(PostDetail { requested_visibility, ..PostDetail::from(post) })
    }
}

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

impl From<Comment> for CommentItem {
    fn from(comment: Comment) -> Self {
        CommentItem {
            id: comment.id.to_string(),
            author: comment.author.name,
            body: comment.body,
            created_at: comment.created_at.utc(),
            thread_id: comment.thread_id.map(|id| id.to_string()),
        }
    }
}

/// A story to write. It is published at once: where the author's organiser approves first, for the group alone until then.
#[derive(Debug, Deserialize, ToSchema)]
pub struct NewPostBody {
    /// The group to write in.
    pub group_id: String,
    /// Title, 1 to 200 characters.
    #[serde(default)]
    pub title: String,
    /// Markdown.
    #[serde(default)]
    pub body: String,
    /// `group`, `network` or `public`.
    #[serde(default)]
    pub visibility: String,
    /// Slugs of themes.
    #[serde(default)]
    pub themes: Vec<String>,
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

/// The stories the person may read, newest first.
#[utoipa::path(get, path = "/api/v1/posts", tag = "posts", security(("bearer" = [])),
    params(("limit" = Option<usize>, Query, description = "1 to 200"),
        ("after" = Option<String>, Query, description = "next of the page before"),
        ("group_id" = Option<String>, Query, description = "of this group"),
        ("theme" = Option<String>, Query, description = "of this theme")),
    responses((status = 200, body = Listed<PostItem>), (status = 401, body = crate::api::problem::Problem)))]
pub async fn index(caller: Caller, request: HttpRequest) -> Result<HttpResponse> {
    let (person, window) = (caller.reader()?.id, Window::of(&request)?);
    let query = Fields::of_query(&request);
    let group = match query.text("group_id") {
        "" => None,
        text => Some(text.parse::<Id>().map_err(|_| Error::NotFound)?),
    };
    let theme = Some(query.text("theme").to_owned()).filter(|slug| !slug.is_empty());
    let before = window.after.as_deref().map(parse_cursor).transpose()?;
    let most = window.fetch();
    let found = move |db: &mut Db| {
        let scope = posts::scope_of(db, Some(person))?;
        let theme = theme.map(|slug| current_slug(db, &slug)).transpose()?;
        let filter = Filter { group, theme, before, ..Filter::default() };
        posts::list(db, &scope, &filter, most)
    };
    let page = window.page(caller.ctx.read(found).await?, |post: &PostSummary| {
        cursor(post.published_at.unwrap_or(post.updated_at), post.id)
    });
    json(&Listed { items: page.items.into_iter().map(PostItem::from).collect(), next: page.next })
}

/// One story, if the person may read it.
#[utoipa::path(get, path = "/api/v1/posts/{id}", tag = "posts", security(("bearer" = [])),
    params(("id" = String, Path, description = "identifier")),
    responses((status = 200, body = PostDetail), (status = 404, body = crate::api::problem::Problem)))]
pub async fn show(caller: Caller, id: IdPath) -> Result<HttpResponse> {
    let person = caller.reader()?.id;
    let found = caller.ctx.read(move |db| {
        let post = posts::find_visible(db, id.0, Some(person))?;
        PostDetail::of(db, post, person)
    });
    json(&found.await?)
}

/// Writes a story in one of the person's groups and publishes it.
#[utoipa::path(post, path = "/api/v1/posts", tag = "posts", security(("bearer" = [])), request_body = NewPostBody,
    params(("Idempotency-Key" = Option<String>, Header, description = "the same key makes the same story")),
    responses((status = 201, body = PostDetail), (status = 404, body = crate::api::problem::Problem),
        (status = 409, body = crate::api::problem::Problem), (status = 422, body = crate::api::problem::Problem)))]
pub async fn create(caller: Caller, request: HttpRequest, body: String) -> Result<HttpResponse> {
    let author = caller.writer()?.id;
    let new: NewPostBody = parse(&body)?;
    let Ok(group) = new.group_id.parse::<Id>() else {
        return invalid(&Errors::one("group_id", "error-choice"), caller.ctx.lang);
    };
    let fields = new.themes.iter().fold(
        Fields::from_pairs([("title", &new.title), ("body", &new.body), ("visibility", &new.visibility)]),
        |fields, slug| fields.with("themes", slug),
    );
    let story = match posts::parse_story(&fields, Form::Free, false) {
        Ok(story) => story,
        Err(errors) => return invalid(&errors, caller.ctx.lang),
    };
    let (key, now) = (Key::of(&request, &body)?, caller.ctx.now());
    let text = caller
        .ctx
        .write(move |tx| {
            key.once(tx, author, now, |tx| {
                let id = posts::create(tx, group, author, &story, true, now)?;
                let post = posts::find_visible(tx, id, Some(author))?;
                Ok(serde_json::to_string(&PostDetail::of(tx, post, author)?)?)
            })
        })
        .await?;
    created(text, "/api/v1/posts")
}

/// The comments under a story, oldest first.
#[utoipa::path(get, path = "/api/v1/posts/{id}/comments", tag = "posts", security(("bearer" = [])),
    params(("id" = String, Path, description = "identifier of the story")),
    responses((status = 200, body = Listed<CommentItem>), (status = 404, body = crate::api::problem::Problem)))]
pub async fn comments(caller: Caller, id: IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (person, window) = (caller.reader()?.id, Window::of(&request)?);
    let comments = caller
        .ctx
        .read(move |db| {
            let post = posts::find_visible(db, id.0, Some(person))?;
            posts::comments_of(db, post.id)
        })
        .await?;
    let items = comments.into_iter().map(CommentItem::from).collect();
    json(&window.cut(items, |item: &CommentItem| item.id.clone()))
}

/// Comments on a story.
#[utoipa::path(post, path = "/api/v1/posts/{id}/comments", tag = "posts", security(("bearer" = [])),
    request_body = NewCommentBody,
    params(("id" = String, Path, description = "identifier of the story"),
        ("Idempotency-Key" = Option<String>, Header, description = "the same key makes the same comment")),
    responses((status = 201, body = Made), (status = 404, body = crate::api::problem::Problem),
        (status = 422, body = crate::api::problem::Problem)))]
pub async fn comment(caller: Caller, id: IdPath, request: HttpRequest, body: String) -> Result<HttpResponse> {
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
    created(text, request.path())
}

fn parse<T: for<'de> Deserialize<'de>>(body: &str) -> Result<T> {
    serde_json::from_str(body).map_err(|_| Error::BadRequest("error-bad-request-body-json"))
}

fn created(text: String, collection: &str) -> Result<HttpResponse> {
    let made: serde_json::Value = serde_json::from_str(&text)?;
    let id = made.get("id").and_then(|id| id.as_str()).unwrap_or_default();
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, format!("{collection}/{id}")))
        .content_type("application/json")
        .body(text))
}
