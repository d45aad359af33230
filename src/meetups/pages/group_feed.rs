//! The address of a group's calendar, a member's own.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{renew_group_feed, revoke_group_feed, shown_group_feed};
use crate::error::Result;
use crate::groups::{self, Group};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "meetups/group_feed.html")]
struct Show {
    chrome: Chrome,
    group: Group,
    address: Option<String>,
}

/// `GET /groups/{id}/feed`: the address, where it has been made.
pub async fn show(ctx: Ctx, IdPath(group): IdPath) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.id, ctx.app.clone());
    let found = ctx.read(move |db| {
        groups::seat_in(db, group, person)?;
        Ok((groups::find(db, group)?, shown_group_feed(db, &app, person, group)?))
    });
    let (group, secret) = found.await?;
    let address = secret.map(|secret| ctx.app.config.link(&format!("/feeds/{secret}.ics")));
    ctx.page(&Show { chrome: ctx.chrome("meetups", "group-feed-title"), group, address })
}

/// `POST /groups/{id}/feed`: makes the address; one that was there becomes worthless.
pub async fn create(ctx: Ctx, IdPath(group): IdPath) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.id, ctx.app.clone());
    ctx.write(move |tx| {
        groups::seat_in(tx, group, person)?;
        renew_group_feed(tx, &app, person, group)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/groups/{group}/feed"), "flash-feed-made"))
}

/// `POST /groups/{id}/feed/end`: makes the address worthless.
pub async fn destroy(ctx: Ctx, IdPath(group): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| {
        groups::seat_in(tx, group, person)?;
        revoke_group_feed(tx, person, group, now)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/groups/{group}/feed"), "flash-feed-ended"))
}
