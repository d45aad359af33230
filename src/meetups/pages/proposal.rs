//! Proposing a meetup and changing it.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::Group;
use crate::meetups::forms::{Against, filled, parse};
use crate::meetups::meetup::visible_group;
use crate::meetups::{Change, Meetup, create as propose, update as change, visible};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "meetups/new.html")]
struct New {
    chrome: Chrome,
    group: Group,
    form: Form,
    zone: &'static str,
}

/// `GET /groups/{id}/meetups/new`: the empty form.
pub async fn new(ctx: Ctx, IdPath(group): IdPath) -> Result<HttpResponse> {
    let (group, zone) = (open_group(&ctx, group).await?, ctx.person()?.time_zone.name());
    let chrome = ctx.chrome("meetups", "meetup-new-title");
    ctx.page(&New { chrome, group, form: Form::empty(ctx.lang), zone })
}

/// `POST /groups/{id}/meetups`: makes the meetup and invites the group.
pub async fn create(ctx: Ctx, IdPath(group): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (group, person) = (open_group(&ctx, group).await?, ctx.person()?.clone());
    let against = Against { group: group.id, zone: person.time_zone, now: ctx.now(), before: None };
    match parse(&fields, &against) {
        Ok(new) => {
            let app = ctx.app.clone();
            let id = ctx.write(move |tx| propose(tx, &app, &new, person.id)).await?;
            Ok(ctx.redirect_saying(format!("/meetups/{id}"), "flash-meetup-created"))
        }
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "meetup-new-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&New { chrome, group, form, zone: person.time_zone.name() })
        }
    }
}

/// The group when it is not closed and this person may propose meetups in it.
async fn open_group(ctx: &Ctx, id: Id) -> Result<Group> {
    let person = ctx.person()?.clone();
    let (group, _) = ctx.read(move |db| visible_group(db, id, &person)).await?;
    if group.closed_at.is_none() { Ok(group) } else { Err(Error::NotFound) }
}

#[derive(Template)]
#[template(path = "meetups/edit.html")]
struct Edit {
    chrome: Chrome,
    meetup: Meetup,
    group: Group,
    form: Form,
    zone: &'static str,
}

/// `GET /meetups/{id}/edit`: the form with what is there.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let zone = person.time_zone;
    let (meetup, group, _) = ctx.read(move |db| visible(db, id, &person)).await?;
    meetup.must_be_coming(ctx.now())?;
    let form = Form::filled(filled(&meetup, zone), ctx.lang);
    let chrome = ctx.chrome("meetups", "meetup-edit-title");
    ctx.page(&Edit { chrome, meetup, group, form, zone: zone.name() })
}

/// `POST /meetups/{id}`: changes it and tells the group what is new.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let zone = person.time_zone;
    let (meetup, group, _) = ctx.read(move |db| visible(db, id, &person)).await?;
    let against = Against { group: group.id, zone, now: ctx.now(), before: Some(&meetup) };
    let changed = match parse(&fields, &against) {
        Ok(new) => {
            let app = ctx.app.clone();
            as_field_error(ctx.write(move |tx| change(tx, &app, id, &new)).await)?
        }
        Err(errors) => Err(errors),
    };
    match changed {
        Ok(changes) => Ok(ctx.redirect_saying(format!("/meetups/{id}"), said(&changes))),
        Err(errors) => {
            let chrome = ctx.chrome("meetups", "meetup-edit-title").with_errors();
            let form = Form::failed(fields, errors, ctx.lang);
            ctx.invalid(&Edit { chrome, meetup, group, form, zone: zone.name() })
        }
    }
}

fn said(changes: &[Change]) -> &'static str {
    if changes.is_empty() { "flash-meetup-unchanged" } else { "flash-meetup-updated" }
}

/// Too few places for those who said yes is an error of that field; the rest stays what it is.
fn as_field_error(result: Result<Vec<Change>>) -> Result<Result<Vec<Change>, Errors>> {
    match result {
        Err(Error::Conflict(key @ "error-meetup-capacity-taken")) => Ok(Err(Errors::one("capacity", key))),
        other => other.map(Ok),
    }
}
