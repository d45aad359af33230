//! Ending sessions: one of them, or all but this one.

use actix_web::{HttpResponse, web};

use crate::error::{Error, Result};
use crate::web::{Ctx, cookies, session};

/// `POST /settings/sessions/{session}/end`: signs one browser out. When it is this one, on to the front page.
pub async fn destroy(ctx: Ctx, name: web::Path<String>) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let is_this = ctx.session_token().is_some_and(|token| crate::secrets::hash(token) == *name);
    ctx.write(move |tx| session::end_one(tx, person, &name)).await?;
    if !is_this {
        return Ok(ctx.redirect_saying("/settings/sign-in", "flash-session-ended"));
    }
    let mut response = ctx.redirect_saying("/", "flash-signed-out");
    response.add_cookie(&cookies::no_session(&ctx.app.config)).map_err(Error::internal)?;
    Ok(response)
}

/// `POST /settings/sessions/end`: signs out everywhere else.
pub async fn destroy_others(ctx: Ctx) -> Result<HttpResponse> {
    let person = ctx.person()?.id;
    let token = ctx.session_token().ok_or(Error::SignInFirst)?.to_owned();
    ctx.write(move |tx| session::end_others(tx, person, &token)).await?;
    let mut response = ctx.redirect_saying("/settings/sign-in", "flash-sessions-ended");
    let token = ctx.session_token().unwrap_or_default();
    response.add_cookie(&cookies::session(&ctx.app.config, token)).map_err(Error::internal)?;
    Ok(response)
}
