//! Setting a password by the link from a mail (or from `admin create`).

use actix_web::{HttpResponse, web};
use askama::Template;

use crate::accounts::{self, Purpose, check_strength};
use crate::error::{Error, Result};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Chrome, Ctx, cookies, session};

#[derive(Template)]
#[template(path = "accounts/password_edit.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    token: String,
}

/// `GET /password/{token}`: the form for a new password. Looking does not use the token up.
pub async fn edit(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.to_string(), ctx.now());
    ctx.read(move |db| accounts::find_token(db, Purpose::Password, &secret, now)).await?;
    let form = Form::empty(ctx.lang);
    ctx.page(&Edit { chrome: ctx.chrome("", "password-edit-title"), form, token: token.into_inner() })
}

/// `POST /password/{token}`: sets the password, ends other sessions and signs in.
pub async fn update(ctx: Ctx, token: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.to_string(), ctx.now());
    let person = ctx
        .read(move |db| {
            let token = accounts::find_token(db, Purpose::Password, &secret, now)?;
            accounts::find(db, token.person_id.ok_or(Error::NotFound)?)
        })
        .await?;
    if let Err(errors) = check(&fields, &person.email, &person.name) {
        // A password is never sent back to the page.
        let form = Form::failed(Fields::default(), errors, ctx.lang);
        let chrome = ctx.chrome("", "password-edit-title").with_errors();
        return ctx.invalid(&Edit { chrome, form, token: token.into_inner() });
    }
    let hash = accounts::hash(fields.raw("password").to_owned()).await?;
    let secret = token.into_inner();
    let session = ctx
        .write(move |tx| {
            let token = accounts::find_token(tx, Purpose::Password, &secret, now)?;
            accounts::redeem(tx, &token, now)?;
            accounts::revoke_all(tx, Purpose::Password, person.id, now)?;
            accounts::set_password(tx, person.id, &hash, now)?;
            session::start(tx, person.id, None, now)
        })
        .await?;
    let mut response = ctx.redirect_saying("/dashboard", "flash-password-set");
    response.add_cookie(&cookies::session(&ctx.app.config, &session)).map_err(Error::internal)?;
    Ok(response)
}

fn check(fields: &Fields, email: &str, name: &str) -> Result<(), Errors> {
    let mut check = Check::of(fields);
    if let Err(error) = check_strength(fields.raw("password"), email, name) {
        check.fail("password", error.key());
    } else if fields.raw("password") != fields.raw("password_again") {
        check.fail("password_again", "error-password-again");
    }
    check.done()
}
