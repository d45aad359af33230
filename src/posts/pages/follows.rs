//! Following or muting a story: from its page, and from a mail about it without signing in (RFC 8058).

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{self, Purpose};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::posts::follow;
use crate::web::{Audit, Chrome, Ctx, IdPath, audit};

/// `POST /posts/{id}/follow`: mail about new comments.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    say(ctx, id, false, "flash-post-followed").await
}

/// `POST /posts/{id}/mute`: no mail about the story, whatever happens under it.
pub async fn mute(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    say(ctx, id, true, "flash-post-muted").await
}

async fn say(ctx: Ctx, id: Id, muted: bool, said: &'static str) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| {
        let post = crate::posts::find_visible(tx, id, Some(person))?;
        if post.published_at.is_none() || post.withdrawn_at.is_some() {
            return Err(Error::NotFound);
        }
        follow(tx, id, person, muted, now)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/posts/{id}#comments"), said))
}

#[derive(Template)]
#[template(path = "posts/mute.html")]
struct Page {
    chrome: Chrome,
    token: String,
    done: bool,
}

/// `GET /unsubscribe/post/{token}`: a button. Mail scanners that follow links change nothing.
pub async fn new_by_mail(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.to_string(), ctx.now());
    ctx.read(move |db| find(db, &secret, now)).await?;
    let chrome = ctx.chrome("", "mute-title");
    ctx.page(&Page { chrome, token: token.into_inner(), done: false })
}

/// `POST /unsubscribe/post/{token}`: no more mail about that story. The body does not matter; again is as good as once.
pub async fn create_by_mail(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    let (secret, now) = (token.to_string(), ctx.now());
    ctx.write(move |tx| {
        let (post, person) = find(tx, &secret, now)?;
        follow(tx, post, person, true, now)?;
        let subject = post.to_string();
        audit(tx, &Audit { actor: Some(person), action: "unsubscribed", subject, address: None }, now)
    })
    .await?;
    let chrome = ctx.chrome("", "muted-title");
    ctx.page(&Page { chrome, token: token.into_inner(), done: true })
}

/// The story and the person of a link. What the story is called is not said: the link may be old and the story another's now.
fn find(db: &mut Db, secret: &str, now: Timestamp) -> Result<(Id, Id)> {
    let token = accounts::find_token(db, Purpose::MutePost, secret, now)?;
    token.subject_id.zip(token.person_id).ok_or(Error::NotFound)
}
