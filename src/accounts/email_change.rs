//! Changing the address of an account: confirmed from the new one, told to the old one.
//!
//! The new address waits in the link itself, sealed with the installation's key, so nobody's address is kept before
//! it is proven.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use diesel::prelude::*;

use super::mail::{AccountKnown, EmailChange, EmailChanged};
use super::person::{Person, find, find_by_email};
use super::token::{Purpose, find_token, issue, redeem, revoke_all};
use crate::app::App;
use crate::db::schema::people;
use crate::db::types::Timestamp;
use crate::db::{Db, Tx, constraint};
use crate::error::{Error, Result};
use crate::mail::returns;
use crate::seats;

/// Queues the mail that proves the new address. When it belongs to an account, its owner is told instead; the page
/// answers alike.
pub fn request_email(tx: &mut Tx<'_>, app: &App, person: &Person, email: &str) -> Result<()> {
    if let Some(owner) = find_by_email(tx, email)? {
        return AccountKnown::queue(tx, app, &owner, "");
    }
    let now = app.clock.now();
    returns::resume(tx, email)?;
    revoke_all(tx, Purpose::Email, person.id, now)?;
    let secret = issue(tx, Purpose::Email, Some(person.id), None, now)?;
    let seal = app.secret.derive("email", &sealed(&secret, email))?;
    let link = format!("{secret}.{}.{seal}", URL_SAFE_NO_PAD.encode(email));
    EmailChange::queue(tx, app, person, email, &link)
}

/// Whose address a link changes, and to what.
pub fn find_email_change(db: &mut Db, app: &App, link: &str, now: Timestamp) -> Result<(Person, String)> {
    let (secret, email) = open(app, link)?;
    let token = find_token(db, Purpose::Email, secret, now)?;
    let person = find(db, token.person_id.ok_or(Error::NotFound)?)?;
    if person.is_active() { Ok((person, email)) } else { Err(Error::NotFound) }
}

/// Changes the address and tells the old one. [`Error::Conflict`] when somebody has taken it since.
pub fn change_email(tx: &mut Tx<'_>, app: &App, link: &str) -> Result<Person> {
    let now = app.clock.now();
    let (person, email) = find_email_change(tx, app, link, now)?;
    let token = find_token(tx, Purpose::Email, open(app, link)?.0, now)?;
    redeem(tx, &token, now)?;
    revoke_all(tx, Purpose::Password, person.id, now)?;
    diesel::update(people::table.find(person.id))
        .set((people::email.eq(&email), people::updated_at.eq(now)))
        .execute(&mut **tx)
        .map_err(|error| {
            match constraint::is_unique_violation(&error, "people_by_email", "people.email") {
                true => Error::Conflict("error-email-taken"),
                false => error.into(),
            }
        })?;
    EmailChanged::queue(tx, app, &person, &email, link)?;
    seats::confirm_by_domain(tx, person.id, now)?;
    Ok(person)
}

fn open<'a>(app: &App, link: &'a str) -> Result<(&'a str, String)> {
    let mut parts = link.splitn(3, '.');
    let (Some(secret), Some(encoded), Some(seal)) = (parts.next(), parts.next(), parts.next()) else {
        return Err(Error::NotFound);
    };
    let email = URL_SAFE_NO_PAD.decode(encoded).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    let email = email.ok_or(Error::NotFound)?;
    if app.secret.confirms("email", &sealed(secret, &email), seal)? {
        Ok((secret, email))
    } else {
        Err(Error::NotFound)
    }
}

fn sealed(secret: &str, email: &str) -> String {
    format!("{secret}\n{email}")
}
