//! Thanking for a story or a comment.

use actix_web::HttpResponse;

use crate::db::Tx;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::posts::thanks::{Subject, take_back, thank};
use crate::posts::{comment, thread};
use crate::web::{Ctx, IdPath};

/// `POST /posts/{id}/thanks`: thanks for the story.
pub async fn for_story(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    of_story(ctx, id, thank).await
}

/// `POST /posts/{id}/thanks/removal`: takes that back.
pub async fn remove_for_story(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    of_story(ctx, id, |tx, subject, person, _| take_back(tx, subject, person)).await
}

/// `POST /comments/{id}/thanks`: thanks for the comment.
pub async fn for_comment(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    of_comment(ctx, id, thank).await
}

/// `POST /comments/{id}/thanks/removal`: takes that back.
pub async fn remove_for_comment(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    of_comment(ctx, id, |tx, subject, person, _| take_back(tx, subject, person)).await
}

type Act = fn(&mut Tx<'_>, Subject, Id, Timestamp) -> Result<()>;

async fn of_story(ctx: Ctx, id: Id, act: Act) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| {
        let post = crate::posts::find_visible(tx, id, Some(person))?;
        act(tx, Subject { id, post: id, author: post.author_id }, person, now)
    })
    .await?;
    Ok(ctx.redirect(format!("/posts/{id}")))
}

async fn of_comment(ctx: Ctx, id: Id, act: Act) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let place = ctx.write(move |tx| {
        let found = comment::find_standing(tx, id, Some(person))?;
        act(tx, Subject { id, post: found.post.id, author: found.author_id }, person, now)?;
        thread::place_of(tx, found.post.id, id)
    });
    Ok(ctx.redirect(place.await?))
}
