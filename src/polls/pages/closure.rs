//! Closing a poll without choosing.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::Result;
use crate::groups::Group;
use crate::polls::{Poll, close, forms, visible};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "polls/closure_new.html")]
struct New {
    chrome: Chrome,
    poll: Poll,
    group: Group,
    form: Form,
}

/// `GET /polls/{id}/closure/new`: asks whether it is meant.
pub async fn new(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (poll, group) = seen(&ctx, id).await?;
    poll.must_be_open(&group)?;
    let form = Form::empty(ctx.lang);
    ctx.page(&New { chrome: ctx.chrome("meetups", "poll-closure-title"), poll, group, form })
}

/// `POST /polls/{id}/closure`: closes it and tells the group.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (poll, group) = seen(&ctx, id).await?;
    match forms::why(&fields) {
        Ok(why) => {
            let (app, by) = (ctx.app.clone(), ctx.person()?.id);
            ctx.write(move |tx| close(tx, &app, id, &why, by)).await?;
            Ok(ctx.redirect_saying(format!("/polls/{id}"), "flash-poll-closed"))
        }
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "poll-closure-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&New { chrome, poll, group, form })
        }
    }
}

async fn seen(ctx: &Ctx, id: Id) -> Result<(Poll, Group)> {
    let person = ctx.person()?.clone();
    let (poll, group, _) = ctx.read(move |db| visible(db, id, &person)).await?;
    Ok((poll, group))
}
