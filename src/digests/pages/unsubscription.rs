//! Unsubscribing from a link in a mail, without signing in (RFC 8058): from digests, or from the calls of a network.

use actix_web::{HttpResponse, web};
use askama::Template;
use diesel::prelude::*;

use crate::accounts::{self, DigestFrequency, Purpose, Token};
use crate::db::schema::people;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::mail::outbox;
use crate::networks;
use crate::web::{Audit, Chrome, Ctx, audit};

#[derive(Template)]
#[template(path = "digests/unsubscription.html")]
struct Page {
    chrome: Chrome,
    token: String,
    /// The network whose calls the link ends; nothing when it ends digests.
    network: Option<String>,
    done: bool,
}

impl Page {
    /// The text for `key`: of digests, or of the calls of a network.
    fn t(&self, key: &str) -> String {
        match &self.network {
            Some(network) => self.chrome.tname(&format!("{key}-network"), network),
            None => self.chrome.t(key),
        }
    }
}

/// `GET /unsubscribe/{token}`: a button. Mail scanners that follow links change nothing.
pub async fn new(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    ctx.app.limits.attempt(ctx.address())?;
    let (secret, now) = (token.to_string(), ctx.now());
    let read = move |db: &mut Db| {
        let token = find(db, &secret, now)?;
        network_of(db, &token)
    };
    let network = ctx.read(read).await?;
    let chrome =
        ctx.chrome("", if network.is_some() { "unsubscribe-calls-title" } else { "unsubscribe-title" });
    ctx.page(&Page { chrome, token: token.into_inner(), network, done: false })
}

/// `POST /unsubscribe/{token}`: no more digests or calls, and none that waits. The body does not matter: mail providers
/// send `List-Unsubscribe=One-Click` urlencoded or as multipart, people send the button. Again is as good as once.
pub async fn create(ctx: Ctx, token: web::Path<String>) -> Result<HttpResponse> {
    let (secret, now) = (token.to_string(), ctx.now());
    let write = move |tx: &mut Tx<'_>| {
        let token = find(tx, &secret, now)?;
        let person = token.person_id.ok_or(Error::NotFound)?;
        match token.subject_id {
            Some(network) => networks::mute(tx, network, person, now)?,
            None => no_digests(tx, person, now)?,
        }
        let subject = token.subject_id.unwrap_or(person).to_string();
        audit(tx, &Audit { actor: Some(person), action: "unsubscribed", subject, address: None }, now)?;
        network_of(tx, &token)
    };
    let network = ctx.write(write).await?;
    let title = if network.is_some() { "unsubscribed-calls-title" } else { "unsubscribed-title" };
    ctx.page(&Page { chrome: ctx.chrome("", title), token: token.into_inner(), network, done: true })
}

fn find(db: &mut Db, secret: &str, now: Timestamp) -> Result<Token> {
    match accounts::find_token(db, Purpose::Unsubscribe, secret, now) {
        Err(Error::NotFound) => accounts::find_token(db, Purpose::Mute, secret, now),
        found => found,
    }
}

fn network_of(db: &mut Db, token: &Token) -> Result<Option<String>> {
    token.subject_id.map(|network| Ok(networks::find(db, network)?.name)).transpose()
}

fn no_digests(tx: &mut Tx<'_>, person: Id, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(person))
        .set((people::digest_frequency.eq(DigestFrequency::Never), people::updated_at.eq(now)))
        .execute(&mut **tx)?;
    outbox::drop_waiting(tx, "digest", person).map(drop)
}
