//! Wanting no calls from a network, and wanting them again.

use actix_web::{HttpResponse, web};

use crate::error::Result;
use crate::networks;
use crate::web::Ctx;

/// `POST /networks/{slug}/mute`: no more calls from here.
pub async fn create(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let slug = ctx
        .write(move |tx| {
            let network = networks::visible(tx, &slug, Some(&person))?;
            networks::mute(tx, network.id, person.id, now)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}"), "flash-network-muted"))
}

/// `POST /networks/{slug}/mute/end`: calls again.
pub async fn destroy(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let slug = ctx
        .write(move |tx| {
            let network = networks::visible(tx, &slug, Some(&person))?;
            networks::unmute(tx, network.id, person.id)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}"), "flash-network-unmuted"))
}
