//! Signing in and out.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{find_by_email, verify};
use crate::error::Result;
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Chrome, Ctx, cookies, safe_return_to, session};

#[derive(Template)]
#[template(path = "accounts/session_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    return_to: String,
}

/// `GET /session/new`: the form to sign in.
pub async fn new(ctx: Ctx, request: actix_web::HttpRequest) -> Result<HttpResponse> {
    let query = Fields::of_query(&request);
    let return_to = safe_return_to(query.raw("return_to"), "/dashboard").to_owned();
    if ctx.visitor().is_some() {
        return Ok(ctx.redirect(return_to));
    }
    ctx.page(&New { chrome: ctx.chrome("", "sign-in-title"), form: Form::empty(ctx.lang), return_to })
}

/// `POST /session`: signs in. Unknown address, wrong password, unconfirmed and disabled all get the same answer
/// after the same time.
pub async fn create(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let email = fields.text("email").to_lowercase();
    ctx.app.limits.sign_in(&email, ctx.address())?;
    let person = ctx.read(move |db| find_by_email(db, &email)).await?;
    let person = person.filter(|person| person.confirmed_at.is_some() && person.disabled_at.is_none());
    let stored = person.as_ref().and_then(|person| person.password_hash.clone());
    let right = verify(fields.raw("password").to_owned(), stored).await?;
    let Some(person) = person.filter(|_| right) else {
        tracing::info!(address = ctx.address(), "sign-in refused");
        return again(&ctx, fields);
    };
    let (now, previous) = (ctx.now(), ctx.session_token().map(str::to_owned));
    let token = ctx.write(move |tx| session::start(tx, person.id, previous.as_deref(), now)).await?;
    let mut response = ctx.redirect(safe_return_to(fields.raw("return_to"), "/dashboard"));
    response.add_cookie(&cookies::session(&ctx.app.config, &token)).map_err(crate::error::Error::internal)?;
    Ok(response)
}

/// `POST /session/end`: signs out.
pub async fn destroy(ctx: Ctx) -> Result<HttpResponse> {
    if let Some(token) = ctx.session_token().map(str::to_owned) {
        ctx.write(move |tx| session::end(tx, &token)).await?;
    }
    let mut response = ctx.redirect_saying("/", "flash-signed-out");
    response.add_cookie(&cookies::no_session(&ctx.app.config)).map_err(crate::error::Error::internal)?;
    Ok(response)
}

fn again(ctx: &Ctx, fields: Fields) -> Result<HttpResponse> {
    let return_to = safe_return_to(fields.raw("return_to"), "/dashboard").to_owned();
    let form = Form::failed(fields, Errors::one("email", "error-sign-in"), ctx.lang);
    ctx.invalid(&New { chrome: ctx.chrome("", "sign-in-title").with_errors(), form, return_to })
}
