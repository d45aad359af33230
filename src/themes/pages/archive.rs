//! Putting themes away in a network, and taking them up again.

use actix_web::{HttpResponse, web};

use crate::error::Result;
use crate::networks;
use crate::themes::{put_away, take_up};
use crate::web::Ctx;

/// `POST /networks/{slug}/themes/{theme}/archive`: those who write are not offered it any more.
pub async fn create(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, now, (slug, theme)) = (ctx.person()?.clone(), ctx.now(), path.into_inner());
    let write = ctx.write(move |tx| {
        let network = networks::coordinated(tx, &slug, &person)?;
        put_away(tx, network.id, &theme, person.id, now)?;
        Ok(network.slug)
    });
    Ok(ctx.redirect_saying(format!("/networks/{}/themes", write.await?), "flash-theme-put-away"))
}

/// `POST /networks/{slug}/themes/{theme}/archive/end`: they are offered it again.
pub async fn destroy(ctx: Ctx, path: web::Path<(String, String)>) -> Result<HttpResponse> {
    let (person, (slug, theme)) = (ctx.person()?.clone(), path.into_inner());
    let write = ctx.write(move |tx| {
        let network = networks::coordinated(tx, &slug, &person)?;
        take_up(tx, network.id, &theme)?;
        Ok(network.slug)
    });
    Ok(ctx.redirect_saying(format!("/networks/{}/themes", write.await?), "flash-theme-taken-up"))
}
