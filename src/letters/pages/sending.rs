//! Sending a letter, taking it back, trying it, and sending it again to those it did not reach.

use actix_web::HttpResponse;
use actix_web::http::StatusCode;

use super::show::rendered;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::letters::{self, Letter, forms, visible};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Ctx, IdPath};

/// `POST /letters/{id}/sending`: lets it go in some minutes, or at a day and time.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let letter = seen(&ctx, id).await?;
    let revision = fields.text("revision").parse().unwrap_or_default();
    let wrong = match forms::due(&fields, ctx.person()?.time_zone, ctx.now()) {
        Ok(due) => send(&ctx, id, revision, due).await?,
        Err(errors) => Some(errors),
    };
    match wrong {
        None => Ok(ctx.redirect_saying(format!("/letters/{id}"), "flash-letter-sent")),
        // Its page has no form any more.
        Some(_) if !letter.is_open() => Err(Error::Conflict("error-letter-sent")),
        Some(errors) => {
            let form = Form::failed(fields, errors, ctx.lang);
            rendered(&ctx, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
    }
}

/// Sends it; what is wrong with that, if anything.
async fn send(ctx: &Ctx, id: Id, revision: i32, due: Timestamp) -> Result<Option<Errors>> {
    let (by, app) = (ctx.person()?.id, ctx.app.clone());
    match ctx.write(move |tx| letters::send(tx, &app, id, revision, due, by)).await {
        Ok(true) => Ok(None),
        Ok(false) => Ok(Some(Errors::one("when", "error-letter-changed"))),
        Err(Error::Conflict(key)) => Ok(Some(Errors::one("when", key))),
        Err(error) => Err(error),
    }
}

/// `POST /letters/{id}/sending/end`: takes it back, as long as no mail has left.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    seen(&ctx, id).await?;
    let (by, now) = (ctx.person()?.id, ctx.now());
    ctx.write(move |tx| letters::take_back(tx, id, by, now)).await?;
    Ok(ctx.redirect_saying(format!("/letters/{id}"), "flash-letter-taken-back"))
}

/// `POST /letters/{id}/test`: a mail to oneself.
pub async fn test(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let letter = seen(&ctx, id).await?;
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    ctx.write(move |tx| letters::test(tx, &app, &letter, &person)).await?;
    Ok(ctx.redirect_saying(format!("/letters/{id}"), "flash-letter-tested"))
}

/// `POST /letters/{id}/retries`: once more to those whose mail failed.
pub async fn retry(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    seen(&ctx, id).await?;
    let (by, app) = (ctx.person()?.id, ctx.app.clone());
    let queued = ctx.write(move |tx| letters::resend(tx, &app, id, by)).await?;
    let said = if queued > 0 { "flash-letter-resent" } else { "flash-letter-none-failed" };
    Ok(ctx.redirect_saying(format!("/letters/{id}"), said))
}

/// The letter, for those who may send it.
async fn seen(ctx: &Ctx, id: Id) -> Result<Letter> {
    let person = ctx.person()?.clone();
    ctx.read(move |db| Ok(visible(db, id, &person)?.0)).await
}
