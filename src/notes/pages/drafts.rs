//! Drafts of notes, kept while somebody types.

use actix_web::HttpResponse;

use crate::error::Result;
use crate::meetups;
use crate::notes::{draft, forms, keep_draft};
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /meetups/{id}/notes/draft`: keeps what stands in the form, for scripts. Says nothing back: 204.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    ctx.write(move |tx| {
        meetups::visible(tx, id, &person)?;
        let typed = (forms::seen(&fields), fields.raw("body"));
        keep_draft(tx, id, person.id, typed, now)
    })
    .await?;
    Ok(HttpResponse::NoContent().finish())
}

/// `POST /meetups/{id}/notes/draft/removal`: throws the visitor's draft away.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    ctx.write(move |tx| {
        meetups::visible(tx, id, &person)?;
        draft::forget(tx, id, person.id)
    })
    .await?;
    Ok(ctx.redirect_saying(format!("/meetups/{id}/notes/edit"), "flash-notes-draft-gone"))
}
