//! Following a theme, from its page.

use actix_web::{HttpResponse, web};

use crate::accounts::Frequency;
use crate::db::Tx;
use crate::digests::subscription;
use crate::error::Result;
use crate::posts::scope_of;
use crate::themes;
use crate::web::Ctx;
use crate::web::forms::Fields;

/// `POST /themes/{slug}/subscription`: how often stories about it come.
pub async fn create(ctx: Ctx, slug: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    // Whoever chooses nothing follows it calmly; the next page says how often, and leads to another choice.
    let chosen = fields.text("frequency").parse().unwrap_or(Frequency::Weekly);
    let said = if chosen == Frequency::Never { "flash-theme-muted" } else { "flash-theme-followed" };
    choose(ctx, slug.into_inner(), Some(chosen), said).await
}

/// `POST /themes/{slug}/subscription/end`: they come as everything else does.
pub async fn destroy(ctx: Ctx, slug: web::Path<String>) -> Result<HttpResponse> {
    choose(ctx, slug.into_inner(), None, "flash-theme-unfollowed").await
}

async fn choose(
    ctx: Ctx,
    slug: String,
    chosen: Option<Frequency>,
    said: &'static str,
) -> Result<HttpResponse> {
    let (person, now) = (ctx.person()?.id, ctx.now());
    let write = move |tx: &mut Tx<'_>| {
        let scope = scope_of(tx, Some(person))?;
        let theme = themes::find(tx, &scope, &slug)?;
        subscription::choose(tx, person, theme.id, chosen, now)?;
        Ok(theme.slug)
    };
    let slug = ctx.write(write).await?;
    Ok(ctx.redirect_saying(format!("/themes/{slug}"), said))
}
