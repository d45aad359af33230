//! Confirming an address by the link in the first mail.

use actix_web::{HttpRequest, HttpResponse, web};
use askama::Template;

use super::{dead_link, signed_in};
use crate::accounts::{self, Purpose};
use crate::error::{Error, Result};
use crate::web::forms::Fields;
use crate::web::{Audit, Chrome, Ctx, audit, safe_return_to, session};

#[derive(Template)]
#[template(path = "accounts/confirmation_sent.html")]
struct Sent {
    chrome: Chrome,
}

/// `GET /confirmations/sent`: look in your mail. The same for known and unknown addresses.
pub async fn sent(ctx: Ctx) -> Result<HttpResponse> {
    ctx.page(&Sent { chrome: ctx.chrome("", "confirmation-sent-title") })
}

#[derive(Template)]
#[template(path = "accounts/confirmation_edit.html")]
struct Edit {
    chrome: Chrome,
    token: String,
    return_to: String,
    name: String,
    email: String,
}

/// `GET /confirmations/{token}`: a button. Looking, which mail scanners do too, confirms nothing.
pub async fn edit(ctx: Ctx, token: web::Path<String>, request: HttpRequest) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.to_string(), ctx.now());
    let found = ctx.read(move |db| {
        let token = accounts::find_token(db, Purpose::Confirm, &secret, now)?;
        accounts::find(db, token.person_id.ok_or(Error::NotFound)?)
    });
    let person = match found.await {
        Err(Error::NotFound) => return dead_link(&ctx),
        other => other?,
    };
    let return_to = safe_return_to(Fields::of_query(&request).raw("return_to"), "/dashboard").to_owned();
    let (chrome, token) = (ctx.chrome("", "confirmation-edit-title"), token.into_inner());
    ctx.page(&Edit { chrome, token, return_to, name: person.name, email: person.email })
}

/// `POST /confirmations/{token}`: confirms the address and signs in.
pub async fn update(ctx: Ctx, token: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.into_inner(), ctx.now());
    let (previous, address) = (ctx.session_token().map(str::to_owned), ctx.address().to_owned());
    let device = ctx.device().to_owned();
    let begun = ctx.write(move |tx| {
        let person = accounts::confirm(tx, &secret, now)?;
        let subject = person.to_string();
        let event =
            Audit { actor: Some(person), action: "address-confirmed", subject, address: Some(&address) };
        audit(tx, &event, now)?;
        session::start(tx, person, previous.as_deref(), &device, now)
    });
    match begun.await {
        Err(Error::NotFound) => dead_link(&ctx),
        begun => {
            let return_to = safe_return_to(fields.raw("return_to"), "/dashboard");
            signed_in(&ctx, return_to, Some("flash-address-confirmed"), &begun?)
        }
    }
}
