//! Unsubscribing from a link in a mail, without signing in (RFC 8058).

use actix_web::{HttpResponse, web};
use askama::Template;
use diesel::prelude::*;

use crate::accounts::{self, DigestFrequency, Purpose};
use crate::db::schema::people;
use crate::error::{Error, Result};
use crate::mail::outbox;
use crate::web::{Audit, Chrome, Ctx, audit};

#[derive(Template)]
#[template(path = "digests/unsubscription.html")]
struct Page {
    chrome: Chrome,
    token: String,
    done: bool,
}

/// `GET /unsubscribe/{token}`: a button. Mail scanners that follow links change nothing.
pub async fn new(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.to_string(), ctx.now());
    ctx.read(move |db| accounts::find_token(db, Purpose::Unsubscribe, &secret, now)).await?;
    ctx.page(&Page { chrome: ctx.chrome("", "unsubscribe-title"), token: token.into_inner(), done: false })
}

/// `POST /unsubscribe/{token}`: no more digests, and none that waits. The body does not matter: mail providers send
/// `List-Unsubscribe=One-Click` urlencoded or as multipart, people send the button. Again is as good as once.
pub async fn create(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    let (secret, now) = (token.to_string(), ctx.now());
    ctx.write(move |tx| {
        let token = accounts::find_token(tx, Purpose::Unsubscribe, &secret, now)?;
        let person = token.person_id.ok_or(Error::NotFound)?;
        diesel::update(people::table.find(person))
            .set((people::digest_frequency.eq(DigestFrequency::Never), people::updated_at.eq(now)))
            .execute(&mut **tx)?;
        outbox::drop_waiting(tx, "digest", person)?;
        let event =
            Audit { actor: Some(person), action: "unsubscribed", subject: person.to_string(), address: None };
        audit(tx, &event, now)
    })
    .await?;
    ctx.page(&Page { chrome: ctx.chrome("", "unsubscribed-title"), token: token.into_inner(), done: true })
}
