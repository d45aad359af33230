//! Comments under a story.

use actix_web::HttpResponse;
use askama::Template;

use super::show::{self, Show};
use crate::db::types::Id;
use crate::error::Result;
use crate::posts::{NewComment, comment, forms};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

/// `POST /posts/{id}/comments`: comments on a story.
pub async fn create(ctx: Ctx, IdPath(post): IdPath, fields: Fields) -> Result<HttpResponse> {
    let author = ctx.person()?.id;
    let body = match forms::comment(&fields) {
        Ok(body) => body,
        Err(errors) => {
            let story = show::find(&ctx, post).await?;
            return ctx.invalid(&Show::of(&ctx, story, Form::failed(fields, errors, ctx.lang)));
        }
    };
    let now = ctx.now();
    let new = NewComment { post_id: post, author_id: author, body };
    let id = ctx.write(move |tx| comment::comment(tx, &new, now)).await?;
    Ok(ctx.redirect_saying(format!("/posts/{post}#comment-{id}"), "flash-comment-written"))
}

#[derive(Template)]
#[template(path = "posts/comment_edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    id: Id,
    post: Id,
}

/// `GET /comments/{id}/edit`: one's own comment, to change or withdraw.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let author = ctx.person()?.id;
    let own = ctx.read(move |db| comment::find_own(db, id, author)).await?;
    let form = Form::filled(Fields::from_pairs([("body", own.body)]), ctx.lang);
    ctx.page(&Edit { chrome: ctx.chrome("posts", "comment-edit-title"), form, id: own.id, post: own.post_id })
}

/// `POST /comments/{id}`: changes one's own comment.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let author = ctx.person()?.id;
    let own = ctx.read(move |db| comment::find_own(db, id, author)).await?;
    let body = match forms::comment(&fields) {
        Ok(body) => body,
        Err(errors) => {
            let chrome = ctx.chrome("posts", "comment-edit-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            return ctx.invalid(&Edit { chrome, form, id, post: own.post_id });
        }
    };
    let now = ctx.now();
    ctx.write(move |tx| comment::update(tx, id, &body, now)).await?;
    Ok(ctx.redirect_saying(format!("/posts/{}#comment-{id}", own.post_id), "flash-comment-saved"))
}

/// `POST /comments/{id}/withdrawal`: withdraws one's own comment; its place stays.
pub async fn withdraw(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (author, now) = (ctx.person()?.id, ctx.now());
    let own = ctx.read(move |db| comment::find_own(db, id, author)).await?;
    ctx.write(move |tx| comment::withdraw(tx, id, now)).await?;
    Ok(ctx.redirect_saying(format!("/posts/{}", own.post_id), "flash-comment-withdrawn"))
}
