//! Leaving a group.

use actix_web::HttpResponse;
use askama::Template;

use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::groups::{self, Access, Departure, Group};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "groups/departure_new.html")]
struct New {
    chrome: Chrome,
    group: Group,
    departure: Departure,
}

/// `GET /groups/{id}/departure/new`: what leaving does to the group.
pub async fn new(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let group = own(&ctx, id.0).await?;
    let (group, departure) = ctx
        .read(move |db| {
            let departure = groups::departure(db, &group)?;
            Ok((group, departure))
        })
        .await?;
    ctx.page(&New { chrome: ctx.chrome("groups", "group-leave-title"), group, departure })
}

/// `POST /groups/{id}/departure`: leaves, and tells the coordinators.
pub async fn create(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let group = own(&ctx, id.0).await?;
    let (person, app) = (ctx.person()?.id, ctx.app.clone());
    ctx.write(move |tx| groups::leave(tx, &app, &group, person)).await?;
    Ok(ctx.redirect_saying("/groups", "flash-group-left"))
}

async fn own(ctx: &Ctx, id: Id) -> Result<Group> {
    let person = ctx.person()?.clone();
    let (group, access) = ctx.read(move |db| groups::visible(db, id, &person)).await?;
    if access == Access::Member { Ok(group) } else { Err(Error::NotFound) }
}
