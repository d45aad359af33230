//! Asking for a link by mail: to choose a new password, or to confirm the address once more.

use actix_web::HttpResponse;
use askama::Template;

use crate::accounts::{Link, SendLink, find_by_email};
use crate::error::Result;
use crate::jobs::enqueue;
use crate::web::forms::{Check, Fields, Form};
use crate::web::{Chrome, Ctx};

#[derive(Template)]
#[template(path = "accounts/link_request_new.html")]
struct New {
    chrome: Chrome,
    form: Form,
    lead: String,
    action: &'static str,
}

/// `GET /password-requests/new`: the form for those who have forgotten their password.
pub async fn new_password(ctx: Ctx) -> Result<HttpResponse> {
    let form = Form::empty(ctx.lang);
    ctx.page(&page(&ctx, Link::Password, form))
}

/// `GET /confirmations/new`: the form for those who miss the first mail.
pub async fn new_confirmation(ctx: Ctx) -> Result<HttpResponse> {
    let form = Form::empty(ctx.lang);
    ctx.page(&page(&ctx, Link::Confirmation, form))
}

/// `POST /password-requests`: mails the link; the same answer for known and unknown addresses.
pub async fn create_password(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    create(ctx, fields, Link::Password).await
}

/// `POST /confirmations`: mails the link; the same answer for known and unknown addresses.
pub async fn create_confirmation(ctx: Ctx, fields: Fields) -> Result<HttpResponse> {
    create(ctx, fields, Link::Confirmation).await
}

#[derive(Template)]
#[template(path = "accounts/link_request_sent.html")]
struct Sent {
    chrome: Chrome,
}

/// `GET /password-requests/sent`: look in your mail.
pub async fn sent(ctx: Ctx) -> Result<HttpResponse> {
    ctx.page(&Sent { chrome: ctx.chrome("", "link-request-sent-title") })
}

async fn create(ctx: Ctx, fields: Fields, link: Link) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let mut check = Check::of(&fields);
    let email = check.email("email");
    if let Err(errors) = check.done() {
        let mut page = page(&ctx, link, Form::failed(fields, errors, ctx.lang));
        page.chrome = page.chrome.with_errors();
        return ctx.invalid(&page);
    }
    let may_mail = ctx.app.limits.may_mail(&email);
    let person = ctx.read(move |db| find_by_email(db, &email)).await?;
    let (person, now) = (person.filter(|_| may_mail).map(|person| person.id), ctx.now());
    ctx.write(move |tx| enqueue(tx, &SendLink { person, link }, None, now)).await?;
    Ok(ctx.redirect("/password-requests/sent"))
}

fn page(ctx: &Ctx, link: Link, form: Form) -> New {
    let (title, lead, action) = match link {
        Link::Password => {
            ("password-request-title", ctx.lang.t("password-request-lead"), "/password-requests")
        }
        Link::Confirmation => {
            ("confirmation-new-title", ctx.lang.t("confirmation-new-lead"), "/confirmations")
        }
    };
    New { chrome: ctx.chrome("", title), form, lead, action }
}
