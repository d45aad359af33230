//! A coordinator vouches for a seat.

use actix_web::HttpResponse;

use crate::error::Result;
use crate::seats;
use crate::web::forms::Fields;
use crate::web::{Audit, Ctx, IdPath, audit, safe_return_to};

/// `POST /seats/{id}/confirmation`: confirms the seat; back to `return_to`.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, app, address) = (ctx.person()?.clone(), ctx.app.clone(), ctx.address().to_owned());
    let now = ctx.now();
    ctx.write(move |tx| {
        seats::confirm_as(tx, &app, id, &person)?;
        let actor = Some(person.id);
        let event =
            Audit { actor, action: "seat-confirmed", subject: id.to_string(), address: Some(&address) };
        audit(tx, &event, now)
    })
    .await?;
    let seat = format!("/seats/{id}");
    Ok(ctx.redirect_saying(safe_return_to(fields.raw("return_to"), &seat), "flash-seat-confirmed"))
}
