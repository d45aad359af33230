//! Comments under a story.

use actix_web::HttpResponse;
use askama::Template;

use super::show::{self, Show};
use crate::db::types::Id;
use crate::error::Result;
use crate::posts::{NewComment, comment, forms, tell_of_comment, thread};
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
    write(&ctx, NewComment { post_id: post, author_id: author, body, answers: None }).await
}

/// Writes a comment and leads to where it stands.
pub(super) async fn write(ctx: &Ctx, new: NewComment) -> Result<HttpResponse> {
    let now = ctx.now();
    let place = ctx.write(move |tx| {
        let id = comment::comment(tx, &new, now)?;
        tell_of_comment(tx, id, now)?;
        thread::place_of(tx, new.post_id, id)
    });
    Ok(ctx.redirect_saying(place.await?, "flash-comment-written"))
}

/// `GET /comments/{id}`: leads to the comment, on whichever page of its story it stands: the address that stays.
pub async fn show(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let reader = ctx.visitor().map(|person| person.id);
    let place = ctx.read(move |db| {
        let post = comment::find_readable(db, id, reader)?;
        thread::place_of(db, post, id)
    });
    Ok(ctx.redirect(place.await?))
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
    ctx.page(&Edit { chrome: ctx.chrome("posts", "comment-edit-title"), form, id: own.id, post: own.post.id })
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
            return ctx.invalid(&Edit { chrome, form, id, post: own.post.id });
        }
    };
    let now = ctx.now();
    let place = ctx.write(move |tx| {
        comment::update(tx, &own, &body, now)?;
        thread::place_of(tx, own.post.id, id)
    });
    Ok(ctx.redirect_saying(place.await?, "flash-comment-saved"))
}

/// `POST /comments/{id}/withdrawal`: withdraws one's own comment; its place stays.
pub async fn withdraw(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (author, now) = (ctx.person()?.id, ctx.now());
    let own = ctx.read(move |db| comment::find_own(db, id, author)).await?;
    let place = ctx.write(move |tx| {
        comment::withdraw(tx, &own, now)?;
        thread::place_of(tx, own.post.id, id)
    });
    Ok(ctx.redirect_saying(place.await?, "flash-comment-withdrawn"))
}
