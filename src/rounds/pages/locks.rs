//! Locking people and freezing groups on the board.

use actix_web::HttpResponse;

use super::board_at;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::rounds::{self, Lock};
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /rounds/{id}/locks`: locks a `registration` to its group, or freezes a whole `group`.
pub async fn create(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    set(ctx, id.0, &fields, true).await
}

/// `POST /rounds/{id}/locks/end`: takes the lock away.
pub async fn destroy(ctx: Ctx, id: IdPath, fields: Fields) -> Result<HttpResponse> {
    set(ctx, id.0, &fields, false).await
}

async fn set(ctx: Ctx, id: Id, fields: &Fields, locked: bool) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let person_of = fields.text("registration").parse().map(Lock::Person);
    let what = fields.text("group").parse().map(Lock::Group).or(person_of).map_err(|_| Error::NotFound)?;
    let group = ctx
        .write(move |tx| {
            let round = rounds::coordinated(tx, id, &person)?;
            rounds::lock(tx, round.id, what, locked, person.id, now)
        })
        .await?;
    let said = match (what, locked) {
        (Lock::Person(_), true) => "flash-person-locked",
        (Lock::Person(_), false) => "flash-person-unlocked",
        (Lock::Group(_), true) => "flash-group-frozen",
        (Lock::Group(_), false) => "flash-group-unfrozen",
    };
    Ok(ctx.redirect_saying(board_at(id, Some(group)), said))
}
