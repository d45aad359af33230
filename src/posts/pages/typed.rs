//! What is typed of a story, kept while somebody types.

use actix_web::HttpResponse;

use super::story::of_member;
use crate::error::Result;
use crate::posts::{post, typed};
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /groups/{id}/posts/typed`: keeps what stands in the form of a new story, for scripts. Says nothing back: 204.
pub async fn of_new(ctx: Ctx, IdPath(group): IdPath, fields: Fields) -> Result<HttpResponse> {
    of_member(&ctx, group).await?;
    let (person, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| typed::keep(tx, group, person, &fields, now)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /posts/{id}/typed`: keeps what stands in the form of a story that is changed, for scripts. Says nothing back: 204.
pub async fn of_change(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| {
        post::find_own(tx, id, person)?;
        typed::keep(tx, id, person, &fields, now)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /groups/{id}/posts/typed/removal`: throws away what was typed of a new story.
pub async fn forget_new(ctx: Ctx, IdPath(group): IdPath) -> Result<HttpResponse> {
    of_member(&ctx, group).await?;
    let person = ctx.person()?.id;
    ctx.write(move |tx| typed::forget(tx, group, person)).await?;
    Ok(ctx.redirect_saying(format!("/groups/{group}/posts/new"), "flash-post-typed-gone"))
}

/// `POST /posts/{id}/typed/removal`: throws away what was typed of a change.
pub async fn forget_change(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    ctx.write(move |tx| {
        post::find_own(tx, id, person)?;
        typed::forget(tx, id, person)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/posts/{id}/edit"), "flash-post-typed-gone"))
}
