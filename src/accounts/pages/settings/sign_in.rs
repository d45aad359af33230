//! Password, address and sessions.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{self, check_password, find, verify};
use crate::error::Result;
use crate::mail::returns;
use crate::web::forms::{Check, Errors, Fields, Form};
use crate::web::{Audit, Chrome, Ctx, audit, safe_return_to, session};

/// A session in words.
struct Line {
    /// Names it in the address that ends it.
    id: String,
    device: String,
    began: String,
    seen: String,
    is_this: bool,
}

#[derive(Template)]
#[template(path = "accounts/settings_sign_in.html")]
struct Edit {
    chrome: Chrome,
    form: Form,
    email: String,
    /// Since when no mail is sent to the address, which takes none, and what was said of it.
    stopped: Option<(String, String)>,
    /// Since when nothing that goes to many is sent, because they called it unwanted.
    complained: Option<String>,
    sessions: Vec<Line>,
}

/// `GET /settings/sign-in`: how I sign in and where I am signed in.
pub async fn edit(ctx: Ctx) -> Result<HttpResponse> {
    let form = Form::empty(ctx.lang);
    ctx.page(&page(&ctx, form).await?)
}

/// `POST /settings/password`: asks for the present one; every other session ends and this one is renewed.
pub async fn update_password(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let is_right = is_me(&ctx, fields.raw("current_password")).await?;
    let mut check = Check::of(&fields);
    if !is_right {
        check.fail("current_password", "error-current-password");
    }
    check_password(&mut check, &fields, &person.email, &person.name);
    if let Err(errors) = check.done() {
        return again(&ctx, Fields::default(), errors).await;
    }
    let hash = accounts::hash(fields.raw("password").to_owned()).await?;
    let (now, address, app, device) =
        (ctx.now(), ctx.address().to_owned(), ctx.app.clone(), ctx.device().to_owned());
    let token = ctx
        .write(move |tx| {
            accounts::change_password(tx, &app, person.id, &hash)?;
            let (subject, address) = (person.id.to_string(), Some(address.as_str()));
            audit(tx, &Audit { actor: Some(person.id), action: "password-set", subject, address }, now)?;
            session::start(tx, person.id, None, &device, now)
        })
        .await?;
    super::super::signed_in(&ctx, "/settings/sign-in", Some("flash-password-changed"), &token)
}

/// `POST /settings/email`: asks for the password and mails a link to the new address. Answers alike when the
/// address has an account.
pub async fn update_email(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let id = ctx.person()?.id;
    let is_right = is_me(&ctx, fields.raw("email_password")).await?;
    let mut check = Check::of(&fields);
    let email = check.email("email");
    if !is_right {
        check.fail("email_password", "error-current-password");
    }
    if email == ctx.person()?.email {
        check.fail("email", "error-email-same");
    }
    if let Err(errors) = check.done() {
        return again(&ctx, fields, errors).await;
    }
    let app = ctx.app.clone();
    if ctx.app.limits.may_mail(&email) {
        ctx.write(move |tx| {
            let person = find(tx, id)?;
            accounts::request_email(tx, &app, &person, &email)
        })
        .await?;
    }
    Ok(ctx.redirect_saying("/settings/sign-in", "flash-email-requested"))
}

/// `POST /settings/email/resumption`: sends mail to the address again, which took none; back to `return_to`.
pub async fn resume_mail(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    let email = ctx.person()?.email.clone();
    ctx.write(move |tx| {
        returns::resume(tx, &email)?;
        returns::resume_lists(tx, &email)
    })
    .await?;
    let back = safe_return_to(fields.raw("return_to"), "/settings/sign-in");
    Ok(ctx.redirect_saying(back, "flash-mail-resumed"))
}

/// Whether whoever is signed in knows the password too. Limited like signing in.
async fn is_me(ctx: &Ctx, password: &str) -> Result<bool> {
    let id = ctx.person()?.id;
    ctx.app.limits.sign_in(&id.to_string(), ctx.address(), None)?;
    let stored = ctx.read(move |db| Ok(find(db, id)?.password_hash)).await?;
    verify(password.to_owned(), stored).await
}

async fn again(ctx: &Ctx, fields: Fields, errors: Errors) -> Result<HttpResponse> {
    let mut page = page(ctx, Form::failed(fields, errors, ctx.lang)).await?;
    page.chrome = page.chrome.with_errors();
    ctx.invalid(&page)
}

async fn page(ctx: &Ctx, form: Form) -> Result<Edit> {
    let (person, now) = (ctx.person()?.clone(), ctx.now());
    let (id, zone, lang) = (person.id, person.time_zone, ctx.lang);
    let email = person.email.clone();
    let read = ctx.read(move |db| Ok((session::of_person(db, id, now)?, returns::stopped(db, &email)?)));
    let (listed, stopped) = read.await?;
    let here = ctx.session_token().map(crate::secrets::hash);
    let line = |one: session::Listed| Line {
        began: lang.moment(one.created_at, zone),
        seen: lang.moment(one.seen_at, zone),
        is_this: here.as_ref() == Some(&one.token_hash),
        device: if one.device.is_empty() { lang.t("settings-session-other") } else { one.device },
        id: one.token_hash,
    };
    let sessions = listed.into_iter().map(line).collect();
    let (complaint, stopped): (Option<_>, Option<_>) =
        (stopped.clone().filter(|each| each.lists_only), stopped.filter(|each| !each.lists_only));
    let complained = complaint.map(|complaint| lang.moment(complaint.stopped_at, zone));
    let stopped = stopped.map(|stopped| (lang.moment(stopped.stopped_at, zone), stopped.why));
    let chrome = ctx.chrome("settings", "settings-sign-in");
    Ok(Edit { chrome, form, email: person.email, stopped, complained, sessions })
}
