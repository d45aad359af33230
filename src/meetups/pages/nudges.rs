//! Reminding those who have not answered.

use actix_web::HttpResponse;

use crate::error::Result;
use crate::meetups::{nudge, visible};
use crate::web::{Ctx, IdPath};

/// `POST /meetups/{id}/nudges`: mails those who have not answered. Twice is once.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let sent = ctx
        .write(move |tx| {
            visible(tx, id, &person)?;
            nudge(tx, &app, id)
        })
        .await?;
    let said = if sent { "flash-meetup-nudged" } else { "flash-meetup-nudged-before" };
    Ok(ctx.redirect_saying(format!("/meetups/{id}"), said))
}
