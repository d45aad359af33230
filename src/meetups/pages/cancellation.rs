//! Cancelling a meetup.

use actix_web::HttpResponse;
use askama::Template;

use crate::error::Result;
use crate::groups::Group;
use crate::meetups::view::View;
use crate::meetups::{cancel, visible};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "meetups/cancellation_new.html")]
struct New {
    chrome: Chrome,
    view: View,
    group: Group,
    form: Form,
}

/// `GET /meetups/{id}/cancellation/new`: asks whether it is meant.
pub async fn new(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let zone = person.time_zone;
    let (meetup, group, _) = ctx.read(move |db| visible(db, id, &person)).await?;
    meetup.must_be_coming(now)?;
    let chrome = ctx.chrome("meetups", "meetup-cancellation-title");
    ctx.page(&New {
        chrome,
        view: View::of(&meetup, ctx.lang, zone, now),
        group,
        form: Form::empty(ctx.lang),
    })
}

/// `POST /meetups/{id}/cancellation`: cancels it and tells the group.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (by, zone) = (person.id, person.time_zone);
    let (meetup, group, _) = ctx.read(move |db| visible(db, id, &person)).await?;
    match parse(&fields) {
        Ok(why) => {
            let app = ctx.app.clone();
            ctx.write(move |tx| cancel(tx, &app, id, &why, by)).await?;
            Ok(ctx.redirect_saying(format!("/meetups/{id}"), "flash-meetup-cancelled"))
        }
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "meetup-cancellation-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&New { chrome, view: View::of(&meetup, ctx.lang, zone, now), group, form })
        }
    }
}

fn parse(fields: &Fields) -> Result<String, Errors> {
    let mut check = Check::of(fields);
    let why = check.text("why", 0..=500);
    check.done()?;
    Ok(why)
}
