//! Answering on the poll's page.

use actix_web::HttpResponse;

use super::show;
use crate::error::{Error, Result};
use crate::polls::{answer, forms, slots_of, visible};
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /polls/{id}/answers`: what the person says of slots.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    let (by, known) = (person.id, person);
    let slots = ctx
        .read(move |db| {
            visible(db, id, &known)?;
            slots_of(db, id)
        })
        .await?;
    let given = match forms::answers(&fields, &slots) {
        Ok(given) => given,
        Err(errors) => return show::invalid(&ctx, id, fields, errors).await,
    };
    match ctx.write(move |tx| answer(tx, &app, id, by, &given)).await {
        Ok(()) => Ok(ctx.redirect_saying(format!("/polls/{id}"), "flash-poll-answered")),
        Err(Error::Conflict(key)) => show::refuse(&ctx, id, key).await,
        Err(error) => Err(error),
    }
}
