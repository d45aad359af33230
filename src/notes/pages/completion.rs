//! Saying that the notes are finished.

use actix_web::HttpResponse;

use crate::error::Result;
use crate::meetups;
use crate::notes::finish;
use crate::web::{Ctx, IdPath};

/// `POST /meetups/{id}/notes/completion`: mails everybody what came of the meetup. Twice is once.
pub async fn create(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, app) = (ctx.person()?.clone(), ctx.app.clone());
    ctx.write(move |tx| {
        meetups::visible(tx, id, &person)?;
        finish(tx, &app, id, person.id)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/meetups/{id}/notes"), "flash-notes-finished"))
}
