//! Wanting no letters from a network, and wanting them again.

use actix_web::{HttpResponse, web};

use crate::error::Result;
use crate::letters;
use crate::networks;
use crate::web::Ctx;

/// `POST /networks/{slug}/letter-mute`: no more letters from its coordinators.
pub async fn create(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    change(ctx, slug.into_inner(), true).await
}

/// `POST /networks/{slug}/letter-mute/end`: letters again.
pub async fn destroy(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    change(ctx, slug.into_inner(), false).await
}

async fn change(ctx: Ctx, slug: String, mutes: bool) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let slug = ctx
        .write(move |tx| {
            let network = networks::visible(tx, &slug, Some(&person))?;
            match mutes {
                true => letters::mute(tx, network.id, person.id, now)?,
                false => letters::unmute(tx, network.id, person.id)?,
            }
            Ok(network.slug)
        })
        .await?;
    let said = if mutes { "flash-letters-muted" } else { "flash-letters-unmuted" };
    Ok(ctx.redirect_saying(format!("/networks/{slug}"), said))
}
