//! Publishing a draft.

use actix_web::HttpResponse;

use crate::error::Result;
use crate::posts::{approval, post, schedule};
use crate::web::{Ctx, IdPath};

/// `POST /posts/{id}/publication`: publishes, or leads to the form when something is missing.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (author, now) = (ctx.person()?.id, ctx.now());
    let said = ctx
        .write(move |tx| {
            let post = post::find_own(tx, id, author)?;
            if !schedule::is_whole(tx, &post)? {
                return Ok(None);
            }
            post::publish(tx, id, now)?;
            approval::said(tx, id, "flash-post-published").map(Some)
        })
        .await?;
    match said {
        Some(said) => Ok(ctx.redirect_saying(format!("/posts/{id}"), said)),
        None => Ok(ctx.redirect_saying(format!("/posts/{id}/edit"), "flash-post-unfinished")),
    }
}
