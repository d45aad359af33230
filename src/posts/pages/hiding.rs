//! Hiding a comment as a coordinator, and showing it again.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::Db;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::markdown;
use crate::posts::comment::{self, Standing};
use crate::posts::visible::scope_of;
use crate::posts::{forms, hiding, thread};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "posts/hiding_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    comment: Standing,
    html: String,
    /// What readers have said of it.
    reports: Vec<String>,
}

impl New {
    fn of(chrome: Chrome, form: Form, (comment, reports): (Standing, Vec<String>)) -> Self {
        New { chrome, form, html: markdown::to_html(&comment.body), comment, reports }
    }
}

/// `GET /comments/{id}/hiding/new`: what hiding does, and what readers have said; the coordinator writes why.
pub async fn new(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let found = ctx.read(move |db| find(db, id, person)).await?;
    ctx.page(&New::of(ctx.chrome("posts", "hiding-title"), Form::empty(ctx.lang), found))
}

/// `POST /comments/{id}/hiding`: hides it; its author gets the reason by mail.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let found = ctx.read(move |db| find(db, id, person)).await?;
    let why = match forms::reason(&fields) {
        Ok(why) => why,
        Err(errors) => {
            let chrome = ctx.chrome("posts", "hiding-title").with_errors();
            return ctx.invalid(&New::of(chrome, Form::failed(fields, errors, ctx.lang), found));
        }
    };
    let app = ctx.app.clone();
    let place = ctx.write(move |tx| {
        let post = hiding::hide(tx, &app, id, person, &why)?;
        thread::place_of(tx, post, id)
    });
    Ok(ctx.redirect_saying(place.await?, "flash-comment-hidden"))
}

/// `POST /comments/{id}/hiding/removal`: shows it again.
pub async fn remove(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let place = ctx.write(move |tx| {
        let post = hiding::show_again(tx, id, person, now)?;
        thread::place_of(tx, post, id)
    });
    Ok(ctx.redirect_saying(place.await?, "flash-comment-shown"))
}

/// The comment and what was said of it, for a coordinator of its network.
fn find(db: &mut Db, id: Id, person: Id) -> Result<(Standing, Vec<String>)> {
    let comment = comment::find_standing(db, id, Some(person))?;
    if !scope_of(db, Some(person))?.coordinates(comment.post.network_id) {
        return Err(Error::NotFound);
    }
    Ok((comment, hiding::reports_of(db, id)?))
}
