//! Answering on the meetup's page.

use actix_web::HttpResponse;

use super::show;
use crate::error::{Error, Result};
use crate::groups;
use crate::meetups::series::answer_series;
use crate::meetups::{Given, answer, visible};
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /meetups/{id}/answers`: the answer of the person's seat, for all of the series when asked for.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let given: Option<Given> = fields.text("answer").parse().ok();
    let app = ctx.app.clone();
    let write = if fields.ticked("series") { answer_series } else { answer };
    let written = ctx.write(move |tx| {
        let (meetup, group, _) = visible(tx, id, &person)?;
        let seat = groups::seat_in(tx, group.id, person.id)?;
        let given = given.ok_or(Error::BadRequest("error-choice"))?;
        write(tx, &app, meetup.id, seat, given, person.id, now)
    });
    match written.await {
        Ok(()) => Ok(ctx.redirect_saying(format!("/meetups/{id}"), "flash-meetup-answered")),
        Err(Error::Conflict(key)) => show::refuse(&ctx, id, key).await,
        Err(error) => Err(error),
    }
}
