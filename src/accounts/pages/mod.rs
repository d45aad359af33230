//! Pages of the accounts.

pub mod confirmation;
pub mod email_change;
pub mod language;
pub mod link_request;
pub mod password_reset;
pub mod person;
pub mod session;
pub mod settings;

use actix_web::HttpResponse;
use actix_web::http::StatusCode;
use askama::Template;

use crate::error::{Error, Result};
use crate::web::{Chrome, Ctx, cookies};

/// On to another page with a session that has just begun (its token from `web::session::start`).
pub fn signed_in(ctx: &Ctx, path: &str, flash: Option<&'static str>, token: &str) -> Result<HttpResponse> {
    let mut response = match flash {
        Some(key) => ctx.redirect_saying(path, key),
        None => ctx.redirect(path),
    };
    response.add_cookie(&cookies::session(&ctx.app.config, token)).map_err(Error::internal)?;
    Ok(response)
}

#[derive(Template)]
#[template(path = "accounts/dead_link.html")]
struct DeadLink {
    chrome: Chrome,
}

/// 404 for a link from a mail that is used, revoked or too old, with what to do instead.
pub fn dead_link(ctx: &Ctx) -> Result<HttpResponse> {
    ctx.html(StatusCode::NOT_FOUND, &DeadLink { chrome: ctx.chrome("", "dead-link-title") })
}
