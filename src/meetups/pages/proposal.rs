//! Proposing a meetup and changing it.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::Group;
use crate::meetups::forms::{Against, filled, parse};
use crate::meetups::meetup::visible_group;
use crate::meetups::{Change, Meetup, create as propose, municipality_choices, update as change, visible};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "meetups/new.html")]
struct New {
    chrome: Chrome,
    group: Group,
    /// Code and name of each.
    municipalities: Vec<(String, String)>,
    form: Form,
    zone: &'static str,
}

/// `GET /groups/{id}/meetups/new`: the form, empty but for what a link fills in (`?municipality=`).
pub async fn new(ctx: Ctx, IdPath(group): IdPath, request: HttpRequest) -> Result<HttpResponse> {
    let (group, municipalities) = open_group(&ctx, group).await?;
    let zone = ctx.person()?.time_zone.name();
    let chrome = ctx.chrome("meetups", "meetup-new-title");
    let form = Form::filled(Fields::of_query(&request), ctx.lang);
    ctx.page(&New { chrome, group, municipalities, form, zone })
}

/// `POST /groups/{id}/meetups`: makes the meetup and invites the group.
pub async fn create(ctx: Ctx, IdPath(group): IdPath, fields: Fields) -> Result<HttpResponse> {
    let ((group, municipalities), person) = (open_group(&ctx, group).await?, ctx.person()?.clone());
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
            ctx.invalid(&New { chrome, group, municipalities, form, zone: person.time_zone.name() })
        }
    }
}

/// The group when it is not closed and this person may propose meetups in it, and where these can be.
async fn open_group(ctx: &Ctx, id: Id) -> Result<(Group, Vec<(String, String)>)> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    ctx.read(move |db| {
        let (group, _) = visible_group(db, id, &person)?;
        if group.closed_at.is_some() {
            return Err(Error::NotFound);
        }
        let municipalities = municipality_choices(db, group.id, lang)?;
        Ok((group, municipalities))
    })
    .await
}

#[derive(Template)]
#[template(path = "meetups/edit.html")]
struct Edit {
    chrome: Chrome,
    meetup: Meetup,
    group: Group,
    municipalities: Vec<(String, String)>,
    form: Form,
    zone: &'static str,
}

/// `GET /meetups/{id}/edit`: the form with what is there.
pub async fn edit(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let zone = ctx.person()?.time_zone;
    let (meetup, group, municipalities) = seen(&ctx, id).await?;
    meetup.must_be_coming(ctx.now())?;
    let form = Form::filled(filled(&meetup, zone), ctx.lang);
    let chrome = ctx.chrome("meetups", "meetup-edit-title");
    ctx.page(&Edit { chrome, meetup, group, municipalities, form, zone: zone.name() })
}

/// `POST /meetups/{id}`: changes it and tells the group what is new.
pub async fn update(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let zone = ctx.person()?.time_zone;
    let (meetup, group, municipalities) = seen(&ctx, id).await?;
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
            ctx.invalid(&Edit { chrome, meetup, group, municipalities, form, zone: zone.name() })
        }
    }
}

/// The meetup if this person sees it, its group, and where it can be.
async fn seen(ctx: &Ctx, id: Id) -> Result<(Meetup, Group, Vec<(String, String)>)> {
    let (person, lang) = (ctx.person()?.clone(), ctx.lang);
    ctx.read(move |db| {
        let (meetup, group, _) = visible(db, id, &person)?;
        let municipalities = municipality_choices(db, group.id, lang)?;
        Ok((meetup, group, municipalities))
    })
    .await
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
