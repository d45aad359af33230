//! Giving up a seat.

use actix_web::HttpResponse;
use askama::Template;

use super::today;
use crate::error::{Error, Result};
use crate::groups;
use crate::seats::handover::{Belongings, belongings};
use crate::seats::{self, Access, SeatView};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "seats/departure_new.html")]
struct New {
    chrome: Chrome,
    seat: SeatView,
    belongings: Belongings,
}

/// `GET /seats/{id}/departure/new`: what giving it up means.
pub async fn new(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (seat, belongings) = ctx
        .read(move |db| match seats::visible(db, id, &person)? {
            (seat, Access::Holder) => Ok((seat, belongings(db, id, now)?)),
            _ => Err(Error::NotFound),
        })
        .await?;
    ctx.page(&New { chrome: ctx.chrome("settings", "seat-departure-title"), seat, belongings })
}

/// `POST /seats/{id}/departure`: nobody holds the seat from today.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, app, today) = (ctx.person()?.clone(), ctx.app.clone(), today(&ctx));
    ctx.write(move |tx| match seats::visible(tx, id, &person)? {
        (seat, Access::Holder) => {
            seats::give_up(tx, seat.id, today)?;
            groups::vacated(tx, &app, seat.id)
        }
        _ => Err(Error::NotFound),
    })
    .await?;
    Ok(ctx.redirect_saying("/seats", "flash-seat-given-up"))
}
