//! Letting more people read a story, or fewer.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::posts::masking::{Known, Name};
use crate::posts::query::text_of;
use crate::posts::release::release;
use crate::posts::{Post, Visibility, post};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/release_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    post: Post,
    to: Visibility,
    /// The names in it: what a box sends, what it says, whether it is ticked.
    names: Vec<(String, String, bool)>,
}

impl New {
    fn of(chrome: Chrome, form: Form, post: Post, to: Visibility, found: &[(Name, usize)]) -> Self {
        let choice = |(name, n): &(Name, usize)| {
            let kind = chrome.t(&format!("mask-kind-{}", name.kind));
            (sent(name), format!("{} ({kind}, {})", name.text, chrome.tn("mask-times", n)), false)
        };
        New { names: found.iter().map(choice).collect(), chrome, form, post, to }
    }
}

/// `GET /posts/{id}/releases/new?visibility=`: who will read it, and which names stand in it.
pub async fn new(ctx: Ctx, IdPath(id): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let author = ctx.person()?.id;
    let to = wanted(&Fields::of_query(&request))?;
    let (post, found) = ctx.read(move |db| find(db, id, author)).await?;
    if !to.is_wider_than(&post.visibility) {
        return Ok(ctx.redirect(format!("/posts/{id}")));
    }
    let chrome = ctx.chrome("posts", "release-title");
    ctx.page(&New::of(chrome, Form::empty(ctx.lang), post, to, &found))
}

/// `POST /posts/{id}/releases`: lets those in `visibility` read it, without the names in `mask`.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (author, lang, now) = (ctx.person()?.id, ctx.lang, ctx.now());
    let to = wanted(&fields)?;
    ctx.write(move |tx| {
        let (post, found) = find(tx, id, author)?;
        let chosen: Vec<String> = fields.all("mask").map(str::to_owned).collect();
        let names = found.into_iter().map(|(name, _)| name).filter(|name| chosen.contains(&sent(name)));
        let names: Vec<Name> = names.collect();
        release(tx, &post, to, (&names, lang), now)
    })
    .await?;
    let said = match to {
        Visibility::Group => "flash-post-released-group",
        Visibility::Network => "flash-post-released-network",
        Visibility::Public => "flash-post-released-public",
    };
    Ok(ctx.redirect_saying(format!("/posts/{id}"), said))
}

fn wanted(fields: &Fields) -> Result<Visibility> {
    fields.text("visibility").parse().map_err(|_| Error::NotFound)
}

fn sent(name: &Name) -> String {
    format!("{}:{}", name.kind, name.text)
}

/// A published story of its author, and the names that stand in it.
fn find(db: &mut Db, id: Id, author: Id) -> Result<(Post, Vec<(Name, usize)>)> {
    let post = post::find_own(db, id, author)?;
    if post.is_draft() || post.withdrawn_at.is_some() {
        return Err(Error::NotFound);
    }
    let found = Known::in_network(db, post.network_id)?.found_in(&text_of(&post));
    Ok((post, found))
}
