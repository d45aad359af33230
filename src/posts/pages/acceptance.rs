//! Saying that a comment is the answer to one's question.

use actix_web::HttpResponse;

use crate::db::types::Id;
use crate::error::Result;
use crate::posts::{comment, thread};
use crate::web::{Ctx, IdPath};

/// `POST /comments/{id}/acceptance`: it is the answer, says who asked.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    set(ctx, id, true, "flash-comment-accepted").await
}

/// `POST /comments/{id}/acceptance/removal`: it is not after all.
pub async fn remove(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    set(ctx, id, false, "flash-comment-unaccepted").await
}

async fn set(ctx: Ctx, id: Id, accepted: bool, said: &'static str) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let place = ctx.write(move |tx| {
        let post = comment::accept(tx, id, person, accepted, now)?;
        thread::place_of(tx, post, id)
    });
    Ok(ctx.redirect_saying(place.await?, said))
}
