//! Stories.

use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::api::caller::{Caller, json};
use crate::api::idempotency::Key;
use crate::api::listed::{Listed, Window, cursor, parse_cursor};
use crate::api::problem::invalid;
use crate::app::App;
use crate::config::Config;
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::posts::{self, Detail, Filter, Form, PostSummary};
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
    /// The whole text, Markdown; the prompts of a guided story are headings in the language of the request.
    pub body: String,
    /// `group`, `network` or `public`.
    pub visibility: String,
    /// Who are to read it once the approver of the author's organiser agrees; null when nobody is asked, and for all but the author.
    pub requested_visibility: Option<String>,
    /// Name of the author; null for people whose personal data is protected.
    pub author: Option<String>,
    /// Slugs of themes.
    pub themes: Vec<String>,
    /// Address of its page.
    pub url: String,
    /// When it was published; null for drafts, which only their author reads.
    pub published_at: Option<DateTime<Utc>>,
    /// When it was changed last.
    pub updated_at: DateTime<Utc>,
}

impl PostDetail {
    /// As the person behind the token reads it.
    fn of(detail: Detail, config: &Config, lang: Lang) -> Self {
        let Detail { post, author, themes, awaited } = detail;
        PostDetail {
            id: post.id.to_string(),
            group_id: post.group_id.to_string(),
            body: post.markdown_in(lang),
            visibility: post.visibility.to_string(),
            requested_visibility: awaited.map(|visibility| visibility.to_string()),
            author: author.name,
            themes: themes.into_iter().map(|theme| theme.slug).collect(),
            url: config.link(&post.path()),
            published_at: post.published_at.map(|moment| moment.utc()),
            updated_at: post.updated_at.utc(),
            title: post.title,
        }
    }

    /// As its author reads it back, as JSON.
    pub(super) fn text(tx: &mut Tx<'_>, (id, reader): (Id, Id), app: &App, lang: Lang) -> Result<String> {
        let detail = posts::detail(tx, id, reader)?;
        Ok(serde_json::to_string(&PostDetail::of(detail, &app.config, lang))?)
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
    /// Slugs of themes that everybody has or the network of the group; 400 when one of them is unknown.
    #[serde(default)]
    pub themes: Vec<String>,
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
    let found = caller.ctx.read(move |db| posts::detail(db, id.0, person)).await?;
    json(&PostDetail::of(found, &caller.ctx.app.config, caller.ctx.lang))
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
    let (app, lang) = (caller.ctx.app.clone(), caller.ctx.lang);
    let made = caller.ctx.write(move |tx| {
        key.once(tx, author, now, |tx| {
            posts::must_know_themes(tx, group, &story.themes)?;
            let id = posts::create(tx, group, author, &story, true, now)?;
            PostDetail::text(tx, (id, author), &app, lang)
        })
    });
    created(made.await?, "/api/v1/posts")
}

/// A body of JSON.
pub(super) fn parse<T: for<'de> Deserialize<'de>>(body: &str) -> Result<T> {
    serde_json::from_str(body).map_err(|_| Error::BadRequest("error-bad-request-body-json"))
}

/// 201 with what was made and its address.
pub(super) fn created(text: String, collection: &str) -> Result<HttpResponse> {
    let made: serde_json::Value = serde_json::from_str(&text)?;
    let id = made.get("id").and_then(|id| id.as_str()).unwrap_or_default();
    Ok(HttpResponse::Created()
        .insert_header((LOCATION, format!("{collection}/{id}")))
        .content_type("application/json")
        .body(text))
}
