//! Links to what meetups showed: adding one and taking it away.

use actix_web::HttpResponse;

use super::show::invalid;
use crate::db::types::Id;
use crate::error::Result;
use crate::meetups;
use crate::notes::material::{meetup_of, remove};
use crate::notes::note::must_be_writable;
use crate::notes::{add_material, forms};
use crate::web::forms::Fields;
use crate::web::{Ctx, IdPath};

/// `POST /meetups/{id}/materials`: adds a link.
pub async fn create(ctx: Ctx, IdPath(id): IdPath, fields: Fields) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (by, zone) = (person.id, person.time_zone);
    ctx.read(move |db| {
        let (meetup, group, _) = meetups::visible(db, id, &person)?;
        must_be_writable(&meetup, &group)
    })
    .await?;
    match forms::material(&fields, zone, now) {
        Ok(new) => {
            ctx.write(move |tx| add_material(tx, id, &new, by, now)).await?;
            Ok(ctx.redirect_saying(format!("/meetups/{id}/notes#material"), "flash-material-added"))
        }
        Err(errors) => invalid(&ctx, id, fields, errors).await,
    }
}

/// `POST /materials/{id}/removal`: takes a link away.
pub async fn destroy(ctx: Ctx, IdPath(id): IdPath) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let removed: Result<Id> = ctx
        .write(move |tx| {
            let meetup = meetup_of(tx, id, person.id, now)?;
            let (meetup, group, _) = meetups::visible(tx, meetup, &person)?;
            must_be_writable(&meetup, &group)?;
            remove(tx, id)?;
            Ok(meetup.id)
        })
        .await;
    Ok(ctx.redirect_saying(format!("/meetups/{}/notes#material", removed?), "flash-material-removed"))
}
