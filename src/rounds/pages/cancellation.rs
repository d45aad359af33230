//! Calling a round off.

use actix_web::HttpResponse;
use askama::Template;

use crate::error::{Error, Result};
use crate::rounds::{self, Round};
use crate::web::{Chrome, Ctx, IdPath};

#[derive(Template)]
#[template(path = "rounds/cancellation_new.html")]
struct New {
    chrome: Chrome,
    round: Round,
    count: i64,
}

/// `GET /rounds/{id}/cancellation/new`: what calling it off does.
pub async fn new(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (round, count) = ctx
        .read(move |db| {
            let round = rounds::coordinated(db, id.0, &person)?;
            let count = rounds::count(db, round.id)?;
            Ok((round, count))
        })
        .await?;
    if round.published_at.is_some() || round.cancelled_at.is_some() {
        return Err(Error::Conflict("error-round-not-open"));
    }
    ctx.page(&New { chrome: ctx.chrome("networks", "round-cancel-title"), round, count })
}

/// `POST /rounds/{id}/cancellation`: calls it off and tells everybody registered.
pub async fn create(ctx: Ctx, id: IdPath) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    ctx.write(move |tx| {
        let round = rounds::coordinated(tx, id.0, &person)?;
        rounds::cancel(tx, &app, round.id, person.id)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/rounds/{}", id.0), "flash-round-cancelled"))
}
