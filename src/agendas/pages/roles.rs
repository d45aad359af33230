//! Taking, giving and giving up roles.

use actix_web::{HttpResponse, web};

use super::agenda;
use crate::agendas::{Role, forms, give, give_up};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::meetups;
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /meetups/{id}/roles`: gives a role to a member, oneself or another.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (by, now) = (allowed(&ctx, id).await?, ctx.now());
    let (role, seat, seen) = match forms::role(&fields) {
        Ok(given) => given,
        Err(errors) => return agenda::invalid(&ctx, id, fields, errors).await,
    };
    let done = ctx.write(move |tx| give(tx, id, (role, seat), seen, by, now)).await;
    agenda::after(&ctx, id, fields, done, "flash-role-given").await
}

/// `POST /meetups/{id}/roles/{role}/end`: gives it up for the seat that has it.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>, fields: Fields) -> Result<HttpResponse> {
    let (id, role) = path.into_inner();
    let id: Id = id.parse().map_err(|_| Error::NotFound)?;
    let role: Role = role.parse().map_err(|_| Error::NotFound)?;
    allowed(&ctx, id).await?;
    let seat: Id = fields.text("seat").parse().map_err(|_| Error::BadRequest("error-choice"))?;
    let now = ctx.now();
    let done = ctx.write(move |tx| give_up(tx, id, role, seat, now)).await;
    agenda::after(&ctx, id, fields, done, "flash-role-given-up").await
}

/// The person, if they see the meetup.
async fn allowed(ctx: &Ctx, id: Id) -> Result<Id> {
    let person = ctx.person()?.clone();
    let by = person.id;
    ctx.read(move |db| meetups::visible(db, id, &person)).await?;
    Ok(by)
}
