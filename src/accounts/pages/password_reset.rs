//! Setting a password by the link from a mail (or from `admin create`).

use actix_web::{HttpResponse, web};
use askama::Template;

use super::{dead_link, signed_in};
use crate::accounts::{self, Person, Purpose, check_password};
use crate::db::Db;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Audit, Chrome, Ctx, audit, session};

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
    if let Err(error) = ctx.read(move |db| owner(db, &secret, now)).await {
        return if let Error::NotFound = error { dead_link(&ctx) } else { Err(error) };
    }
    let form = Form::empty(ctx.lang);
    ctx.page(&Edit { chrome: ctx.chrome("", "password-edit-title"), form, token: token.into_inner() })
}

/// `POST /password/{token}`: sets the password, ends other sessions and signs in.
pub async fn update(ctx: Ctx, token: web::Path<String>, fields: Fields) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.to_string(), ctx.now());
    let person = match ctx.read(move |db| owner(db, &secret, now)).await {
        Err(Error::NotFound) => return dead_link(&ctx),
        person => person?,
    };
    if let Err(errors) = check(&fields, &person.email, &person.name) {
        // A password is never sent back to the page.
        let form = Form::failed(Fields::default(), errors, ctx.lang);
        let chrome = ctx.chrome("", "password-edit-title").with_errors();
        return ctx.invalid(&Edit { chrome, form, token: token.into_inner() });
    }
    let hash = accounts::hash(fields.raw("password").to_owned()).await?;
    save(&ctx, token.into_inner(), person.id, hash).await
}

async fn save(ctx: &Ctx, secret: String, person: Id, hash: String) -> Result<HttpResponse> {
    let (now, address, app, device) =
        (ctx.now(), ctx.address().to_owned(), ctx.app.clone(), ctx.device().to_owned());
    let session = ctx
        .write(move |tx| {
            let token = accounts::find_token(tx, Purpose::Password, &secret, now)?;
            accounts::redeem(tx, &token, now)?;
            accounts::revoke_all(tx, Purpose::Password, person, now)?;
            accounts::reset_password(tx, &app, person, &hash)?;
            let (subject, address) = (person.to_string(), Some(address.as_str()));
            audit(tx, &Audit { actor: Some(person), action: "password-set", subject, address }, now)?;
            session::start(tx, person, None, &device, now)
        })
        .await;
    match session {
        Err(Error::NotFound) => dead_link(ctx),
        session => signed_in(ctx, "/dashboard", Some("flash-password-set"), &session?),
    }
}

/// Whose password a link sets; nobody's when the account is closed.
fn owner(db: &mut Db, secret: &str, now: Timestamp) -> Result<Person> {
    let token = accounts::find_token(db, Purpose::Password, secret, now)?;
    let person = accounts::find(db, token.person_id.ok_or(Error::NotFound)?)?;
    if person.disabled_at.is_none() { Ok(person) } else { Err(Error::NotFound) }
}

fn check(fields: &Fields, email: &str, name: &str) -> Result<(), Errors> {
    let mut check = Check::of(fields);
    check_password(&mut check, fields, email, name);
    check.done()
}
