//! Closing a network and opening it again.

use actix_web::{HttpResponse, web};

use crate::error::Result;
use crate::networks;
use crate::web::Ctx;

/// `POST /networks/{slug}/archive`: closes the network.
pub async fn create(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            networks::archive(tx, network.id, now)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}"), "flash-network-archived"))
}

/// `POST /networks/{slug}/archive/end`: opens it again.
pub async fn destroy(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let slug = ctx
        .write(move |tx| {
            let network = networks::coordinated(tx, &slug, &person)?;
            networks::unarchive(tx, network.id)?;
            Ok(network.slug)
        })
        .await?;
    Ok(ctx.redirect_saying(format!("/networks/{slug}"), "flash-network-unarchived"))
}
