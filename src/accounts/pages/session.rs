//! Signing in and out.

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;

use super::signed_in;
use crate::accounts::{Person, device, find_by_email, verify};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::web::forms::{Errors, Fields, Form};
use crate::web::{Audit, Chrome, Ctx, audit, cookies, safe_return_to, session};

#[derive(Template)]
#[template(path = "accounts/session_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    return_to: String,
}

/// `GET /session/new`: the form to sign in.
pub async fn new(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let query = Fields::of_query(&request);
    let return_to = safe_return_to(query.raw("return_to"), "/dashboard").to_owned();
    if ctx.visitor().is_some() {
        return Ok(ctx.redirect(return_to));
    }
    ctx.page(&New { chrome: ctx.chrome("", "sign-in-title"), form: Form::empty(ctx.lang), return_to })
}

/// `POST /session`: signs in. Unknown address, wrong password, unconfirmed and disabled all get the same answer
/// after the same time.
pub async fn create(ctx: Ctx, request: HttpRequest, fields: Fields) -> Result<HttpResponse> {
    let email = fields.text("email").to_lowercase();
    let device = device::known(&ctx.app, &request, &email)?;
    ctx.app.limits.sign_in(&email, ctx.address(), device.as_deref())?;
    let person = ctx.read(move |db| find_by_email(db, &email)).await?;
    let stored =
        person.as_ref().filter(|person| person.is_active()).and_then(|one| one.password_hash.clone());
    let right = verify(fields.raw("password").to_owned(), stored).await?;
    match person {
        Some(person) if right => begin(&ctx, &person, fields.raw("return_to")).await,
        person => {
            remember(&ctx, person.map(|person| person.id), "sign-in-refused").await?;
            again(&ctx, fields)
        }
    }
}

async fn begin(ctx: &Ctx, person: &Person, return_to: &str) -> Result<HttpResponse> {
    let (id, now, address) = (person.id, ctx.now(), ctx.address().to_owned());
    let (previous, device) = (ctx.session_token().map(str::to_owned), ctx.device().to_owned());
    let token = ctx
        .write(move |tx| {
            let (subject, address) = (id.to_string(), Some(address.as_str()));
            audit(tx, &Audit { actor: Some(id), action: "sign-in", subject, address }, now)?;
            session::start(tx, id, previous.as_deref(), &device, now)
        })
        .await?;
    let mut response = signed_in(ctx, safe_return_to(return_to, "/dashboard"), None, &token)?;
    response.add_cookie(&device::cookie(&ctx.app, &person.email)?).map_err(Error::internal)?;
    Ok(response)
}

/// Writes down what happened to an account; an unknown address is not kept.
async fn remember(ctx: &Ctx, person: Option<Id>, action: &'static str) -> Result<()> {
    let (now, address) = (ctx.now(), ctx.address().to_owned());
    tracing::info!(address, action, "account");
    let subject = person.map_or_else(|| "unknown".to_owned(), |id| id.to_string());
    ctx.write(move |tx| audit(tx, &Audit { actor: None, action, subject, address: Some(&address) }, now))
        .await
}

/// `POST /session/end`: signs out.
pub async fn destroy(ctx: Ctx) -> Result<HttpResponse> {
    if let Some(token) = ctx.session_token().map(str::to_owned) {
        ctx.write(move |tx| session::end(tx, &token)).await?;
    }
    if let Some(person) = ctx.visitor() {
        remember(&ctx, Some(person.id), "sign-out").await?;
    }
    let mut response = ctx.redirect_saying("/", "flash-signed-out");
    response.add_cookie(&cookies::no_session(&ctx.app.config)).map_err(Error::internal)?;
    Ok(response)
}

fn again(ctx: &Ctx, fields: Fields) -> Result<HttpResponse> {
    let return_to = safe_return_to(fields.raw("return_to"), "/dashboard").to_owned();
    let form = Form::failed(fields, Errors::one("email", "error-sign-in"), ctx.lang);
    ctx.invalid(&New { chrome: ctx.chrome("", "sign-in-title").with_errors(), form, return_to })
}
