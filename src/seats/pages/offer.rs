//! Offering a seat to a successor.

use actix_web::{HttpResponse, web};

use super::seat::load;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::seats::{self, Access};
use crate::web::forms::{Check, Errors, Fields};
use crate::web::{Ctx, IdPath};

/// `POST /seats/{id}/handovers`: offers the seat. Its holder may, and a coordinator when it is vacant.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let mut check = Check::of(&fields);
    let name = check.text("successor_name", 1..=120);
    let email = check.email("successor_email");
    if email == person.email {
        check.fail("successor_email", "error-handover-own");
    }
    if let Err(errors) = check.done() {
        return again(&ctx, id, fields, errors).await;
    }
    ctx.app.limits.offer(&person.id.to_string())?;
    let (app, lang) = (ctx.app.clone(), ctx.lang);
    ctx.write(move |tx| {
        let (seat, access) = seats::visible(tx, id, &person)?;
        if access != Access::Holder && seat.person_id.is_some() {
            return Err(Error::NotFound);
        }
        seats::offer(tx, &app, &seat, person.id, (&name, &email), lang)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/seats/{id}"), "flash-handover-offered"))
}

async fn again(ctx: &Ctx, id: Id, fields: Fields, errors: Errors) -> Result<HttpResponse> {
    let show = load(ctx, id, None, Some((fields, errors))).await?;
    ctx.invalid(&show)
}

/// `POST /seats/{id}/handovers/{handover}/withdrawal`: takes the offer back.
pub async fn withdraw(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let parse = |text: &str| text.parse::<Id>().map_err(|_| Error::NotFound);
    let (seat, handover) = (parse(&path.0)?, parse(&path.1)?);
    ctx.write(move |tx| {
        seats::visible(tx, seat, &person)?;
        seats::withdraw(tx, seat, handover, now)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/seats/{seat}"), "flash-handover-withdrawn"))
}
