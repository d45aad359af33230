//! Letting more people read a story, or fewer.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::organisers::Approver;
use crate::posts::approval::{self, Step};
use crate::posts::masking::Name;
use crate::posts::post::find_published;
use crate::posts::release::{Along, names, release};
use crate::posts::{Post, Visibility};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/release_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    post: Post,
    to: Visibility,
    /// Who is asked first, or why nobody is.
    asks: Option<String>,
    /// Whether somebody is.
    waits: bool,
    /// The names in it: what a box sends, what it says, whether it is ticked.
    names: Vec<(String, String, bool)>,
    /// The comments and files that are read too, in a sentence each.
    along: Vec<String>,
}

impl New {
    fn of(chrome: Chrome, form: Form, found: Found, to: Visibility) -> Self {
        let Found { post, along, approver } = found;
        let lang = chrome.language;
        let step = approver.as_ref().map(|approver| approval::outlook(approver, post.author_id));
        let choice = |(name, n): &(Name, usize)| {
            let kind = chrome.t(&format!("mask-kind-{}", name.kind));
            (sent(name), format!("{} ({kind}, {})", name.text, chrome.tn("mask-times", n)), false)
        };
        let asks = approver.zip(step).map(|(approver, step)| {
            let who = approver.name.unwrap_or_else(|| lang.t("approval-somebody"));
            let args = [("who", who.into()), ("organiser", approver.organiser.into())];
            lang.ta(&format!("release-asks-{step}"), &args)
        });
        let waits = step == Some(Step::Waiting);
        let names = along.names.iter().map(choice).collect();
        New { names, along: sentences(lang, along), asks, waits, chrome, form, post, to }
    }
}

/// `GET /posts/{id}/releases/new?visibility=`: who will read it, and which names stand in it.
pub async fn new(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (author, now) = (ctx.person()?.id, ctx.now());
    let to = wanted(&Fields::of_query(&request))?;
    let found = ctx.read(move |db| find(db, id, author, now)).await?;
    if !to.is_wider_than(&found.post.visibility) {
        return Ok(ctx.redirect(format!("/posts/{id}")));
    }
    let chrome = ctx.chrome("posts", "release-title");
    ctx.page(&New::of(chrome, Form::empty(ctx.lang), found, to))
}

/// `POST /posts/{id}/releases`: lets those in `visibility` read it, without the names in `mask`.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (author, lang, now) = (ctx.person()?.id, ctx.lang, ctx.now());
    let to = wanted(&fields)?;
    let released = ctx.write(move |tx| {
        let post = find_published(tx, id, author)?;
        let found = names(tx, &post)?.into_iter().map(|(name, _)| name);
        let masked: Vec<&str> = fields.all("mask").collect();
        let chosen: Vec<Name> = found.filter(|name| masked.contains(&sent(name).as_str())).collect();
        release(tx, &post, to, (&chosen, lang), now)?;
        approval::said(tx, id, said(to))
    });
    Ok(ctx.redirect_saying(format!("/posts/{id}"), released.await?))
}

/// What is read with a story beside what it says.
pub(super) fn sentences(lang: Lang, along: Along) -> Vec<String> {
    let mut said = Vec::new();
    if along.comments > 0 {
        said.push(lang.tn("release-comments", along.comments));
    }
    if !along.commented.is_empty() {
        said.push(lang.ta("release-comments-names", &[("names", lang.list(&along.commented).into())]));
    }
    if !along.files.is_empty() {
        said.push(lang.ta("release-files", &[("names", lang.list(&along.files).into())]));
    }
    said
}

fn said(to: Visibility) -> &'static str {
    match to {
        Visibility::Group => "flash-post-released-group",
        Visibility::Network => "flash-post-released-network",
        Visibility::Public => "flash-post-released-public",
    }
}

fn wanted(fields: &Fields) -> Result<Visibility> {
    fields.text("visibility").parse().map_err(|_| Error::NotFound)
}

fn sent(name: &Name) -> String {
    format!("{}:{}", name.kind, name.text)
}

/// A published story of its author.
struct Found {
    post: Post,
    /// What is read with it, and the names that stand there.
    along: Along,
    /// Whom the author's organiser wants asked.
    approver: Option<Approver>,
}

fn find(db: &mut Db, id: Id, author: Id, now: Timestamp) -> Result<Found> {
    let post = find_published(db, id, author)?;
    let along = Along::of(db, &post, author, now)?;
    Ok(Found { along, approver: approval::approver_for(db, post.seat_id)?, post })
}
