//! Cancelling a meetup.

use actix_web::HttpResponse;
use askama::Template;

use super::proposal::open_meetup;
use crate::error::Result;
use crate::groups::Group;
use crate::meetups::series::scopes;
use crate::meetups::view::View;
use crate::meetups::{cancel, cancel_from, parse_why};
use crate::web::forms::{Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "meetups/cancellation_new.html")]
struct New {
    chrome: Chrome,
    view: View,
    group: Group,
    form: Form,
    /// What is cancelled: value, label, note; nothing where there are no later ones.
    scopes: Vec<(&'static str, String, String)>,
}

/// `GET /meetups/{id}/cancellation/new`: asks whether it is meant.
pub async fn new(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (now, zone) = (ctx.now(), ctx.person()?.time_zone);
    let (meetup, group, later) = open_meetup(&ctx, id).await?;
    meetup.must_be_coming(now)?;
    let chrome = ctx.chrome("meetups", "meetup-cancellation-title");
    let (view, scopes) = (View::of(&meetup, ctx.lang, zone, now), scopes(ctx.lang, later.len()));
    ctx.page(&New { chrome, view, group, form: Form::empty(ctx.lang), scopes })
}

/// `POST /meetups/{id}/cancellation`: cancels it, or it and the later ones of its series, and tells the group.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (meetup, group, later) = open_meetup(&ctx, id).await?;
    match parse_why(&fields) {
        Ok(why) => {
            let app = ctx.app.clone();
            let write = if fields.text("scope") == "later" { cancel_from } else { cancel };
            ctx.write(move |tx| write(tx, &app, id, &why, person.id)).await?;
            Ok(ctx.redirect_saying(format!("/meetups/{id}"), "flash-meetup-cancelled"))
        }
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "meetup-cancellation-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            let view = View::of(&meetup, ctx.lang, person.time_zone, now);
            ctx.invalid(&New { chrome, view, group, form, scopes: scopes(ctx.lang, later.len()) })
        }
    }
}
