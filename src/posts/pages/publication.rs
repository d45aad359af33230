//! Publishing a draft.

use actix_web::HttpResponse;

use crate::error::Result;
use crate::posts::{forms, post, theme};
use crate::web::{Ctx, IdPath};

/// `POST /posts/{id}/publication`: publishes, or leads to the form when something is missing.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (author, now) = (ctx.person()?.id, ctx.now());
    let whole = ctx
        .write(move |tx| {
            let post = post::find_own(tx, id, author)?;
            let slugs = theme::of_posts(tx, &[id])?.remove(&id).unwrap_or_default();
            let slugs: Vec<String> = slugs.into_iter().map(|theme| theme.slug).collect();
            if forms::story(&forms::stored(&post, &slugs), post.form, false).is_err() {
                return Ok(false);
            }
            post::publish(tx, id, now).map(|()| true)
        })
        .await?;
    match whole {
        true => Ok(ctx.redirect_saying(format!("/posts/{id}"), "flash-post-published")),
        false => Ok(ctx.redirect_saying(format!("/posts/{id}/edit"), "flash-post-unfinished")),
    }
}
