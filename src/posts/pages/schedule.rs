//! When a draft is published by itself.

use actix_web::HttpResponse;

use super::show::{self, Show};
use crate::error::Result;
use crate::posts::schedule;
use crate::web::forms::{Fields, Form};
use crate::web::{Ctx, IdPath};

/// `POST /posts/{id}/schedule`: publishes at a day and time, or leads to the form when something is missing.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (author, zone) = (ctx.person()?.id, ctx.person()?.time_zone);
    let at = match schedule::moment(&fields, zone, ctx.now()) {
        Ok(at) => at,
        Err(errors) => {
            let story = show::find(&ctx, id).await?;
            return ctx.invalid(&Show::of(&ctx, story.draft()?, Form::failed(fields, errors, ctx.lang)));
        }
    };
    match ctx.write(move |tx| schedule::schedule(tx, id, author, at)).await? {
        true => Ok(ctx.redirect_saying(format!("/posts/{id}"), "flash-post-scheduled")),
        false => Ok(ctx.redirect_saying(format!("/posts/{id}/edit"), "flash-post-unfinished")),
    }
}

/// `POST /posts/{id}/schedule/end`: it stays a draft until its author publishes it.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let author = ctx.person()?.id;
    ctx.write(move |tx| schedule::take_back(tx, id, author)).await?;
    Ok(ctx.redirect_saying(format!("/posts/{id}"), "flash-post-unscheduled"))
}
