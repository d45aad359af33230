//! Confirming a new address by the link that came there.

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{dead_link, signed_in};
use crate::accounts::{change_email, find_email_change};
use crate::error::{Error, Result};
use crate::web::{Audit, Chrome, Ctx, audit, session};

#[derive(Template)]
#[template(path = "accounts/email_change_edit.html")]
struct Edit {
    chrome: Chrome,
    token: String,
    old: String,
    new: String,
}

/// `GET /email-changes/{token}`: a button.
pub async fn edit(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (app, link, now) = (ctx.app.clone(), token.to_string(), ctx.now());
    match ctx.read(move |db| find_email_change(db, &app, &link, now)).await {
        Err(Error::NotFound) => dead_link(&ctx),
        found => {
            let (person, new) = found?;
            let (chrome, token) = (ctx.chrome("", "email-change-title"), token.into_inner());
            ctx.page(&Edit { chrome, token, old: person.email, new })
        }
    }
}

/// `POST /email-changes/{token}`: changes the address, tells the old one and signs in anew.
pub async fn update(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (app, now, address) = (ctx.app.clone(), ctx.now(), ctx.address().to_owned());
    let device = ctx.device().to_owned();
    let changed = ctx.write(move |tx| {
        let person = change_email(tx, &app, &token)?.id;
        let (subject, address) = (person.to_string(), Some(address.as_str()));
        audit(tx, &Audit { actor: Some(person), action: "email-changed", subject, address }, now)?;
        session::end_all(tx, person)?;
        session::start(tx, person, None, &device, now)
    });
    match changed.await {
        Err(Error::NotFound) => dead_link(&ctx),
        changed => signed_in(&ctx, "/settings/sign-in", Some("flash-email-changed"), &changed?),
    }
}
