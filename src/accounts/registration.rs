//! How an account begins: a form, a mail to prove the address, a confirmation.
//!
//! Whether the address was known already is told to its owner alone, by mail; the page answers alike.

use diesel::prelude::*;

use super::mail::{AccountKnown, Confirm};
use super::person::{Person, find_by_email};
use super::token::{Purpose, find_token, issue, redeem, revoke_all};
use super::{check_strength, create, find, hash};
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::people;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::seats;
use crate::web::forms::{Check, Fields};

/// Where a page sends somebody who has just registered: it asks them to look in their mail.
pub const CHECK_MAIL: &str = "/confirmations/sent";

/// A new account as typed: fields `email`, `name`, `password`, `password_again` (`accounts/_account_fields.html`).
#[derive(Debug)]
pub struct NewAccount {
    email: String,
    name: String,
    password: String,
}

/// A new account with its password hashed, ready to be written.
#[derive(Debug)]
pub struct HashedAccount {
    email: String,
    name: String,
    password_hash: String,
    lang: Lang,
}

impl NewAccount {
    /// Checks the fields of a stranger's form.
    pub fn check(check: &mut Check<'_>, fields: &Fields) -> Self {
        let email = check.email("email");
        Self::check_invited(check, fields, &email)
    }

    /// Checks the fields when the address is known, because the link came by mail to it.
    pub fn check_invited(check: &mut Check<'_>, fields: &Fields, email: &str) -> Self {
        let name = check.text("name", 1..=120);
        check_password(check, fields, email, &name);
        NewAccount { email: email.to_lowercase(), name, password: fields.raw("password").to_owned() }
    }

    /// Hashes the password, off the async threads. Do it before opening a transaction.
    pub async fn hashed(self, lang: Lang) -> Result<HashedAccount> {
        let password_hash = hash(self.password).await?;
        Ok(HashedAccount { email: self.email, name: self.name, password_hash, lang })
    }
}

/// Checks the fields `password` and `password_again` of any form that sets a password.
pub fn check_password(check: &mut Check<'_>, fields: &Fields, email: &str, name: &str) {
    if let Err(error) = check_strength(fields.raw("password"), email, name) {
        check.fail("password", error.key());
    } else if fields.raw("password") != fields.raw("password_again") {
        check.fail("password_again", "error-password-again");
    }
}

/// Registers somebody whose address is not proven yet, and queues the mail that proves it. After confirming they
/// come to `return_to`. Nothing is returned when there was an account already: its owner gets a mail that says
/// so, and the page must answer as if it were new (redirect to [`CHECK_MAIL`]).
pub fn register(tx: &mut Tx<'_>, app: &App, new: &HashedAccount, return_to: &str) -> Result<Option<Id>> {
    let now = app.clock.now();
    match find_by_email(tx, &new.email)? {
        None => {
            let id = create(tx, &new.email, &new.name, new.lang, app.config.settings.time_zone.name(), now)?;
            set_credentials(tx, id, new, now)?;
            let person = find(tx, id)?;
            send_confirmation(tx, app, &person, return_to)?;
            Ok(Some(id))
        }
        Some(person) if person.disabled_at.is_some() => Ok(None),
        Some(person) if person.confirmed_at.is_none() => {
            // Nobody has proven the address: whoever reads the mail decides, with the latest password.
            revoke_all(tx, Purpose::Confirm, person.id, now)?;
            set_credentials(tx, person.id, new, now)?;
            let person = find(tx, person.id)?;
            send_confirmation(tx, app, &person, return_to)?;
            Ok(None)
        }
        Some(person) => {
            AccountKnown::queue(tx, app, &person, return_to)?;
            Ok(None)
        }
    }
}

/// Registers somebody who followed a link mailed to this very address, which proves it. [`Error::Conflict`] when
/// there is a confirmed account: they sign in instead.
pub fn register_confirmed(tx: &mut Tx<'_>, app: &App, new: &HashedAccount) -> Result<Id> {
    let now = app.clock.now();
    let id = match find_by_email(tx, &new.email)? {
        None => create(tx, &new.email, &new.name, new.lang, app.config.settings.time_zone.name(), now)?,
        Some(person) if person.confirmed_at.is_none() && person.disabled_at.is_none() => person.id,
        Some(_) => return Err(Error::Conflict("error-email-taken")),
    };
    set_credentials(tx, id, new, now)?;
    revoke_all(tx, Purpose::Confirm, id, now)?;
    confirm_address(tx, id, now)?;
    Ok(id)
}

/// Queues the mail with the link that confirms an address.
pub fn send_confirmation(tx: &mut Tx<'_>, app: &App, person: &Person, return_to: &str) -> Result<()> {
    let secret = issue(tx, Purpose::Confirm, Some(person.id), None, app.clock.now())?;
    Confirm::queue(tx, app, person, &secret, return_to)
}

/// Confirms an address by the token that came there; whose it is. [`Error::NotFound`] when the token is not good.
pub fn confirm(tx: &mut Tx<'_>, secret: &str, now: Timestamp) -> Result<Id> {
    let token = find_token(tx, Purpose::Confirm, secret, now)?;
    let person = find(tx, token.person_id.ok_or(Error::NotFound)?)?;
    if person.disabled_at.is_some() {
        return Err(Error::NotFound);
    }
    redeem(tx, &token, now)?;
    revoke_all(tx, Purpose::Confirm, person.id, now)?;
    confirm_address(tx, person.id, now)?;
    Ok(person.id)
}

fn set_credentials(tx: &mut Tx<'_>, id: Id, new: &HashedAccount, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(id))
        .set((
            people::name.eq(&new.name),
            people::language.eq(new.lang),
            people::password_hash.eq(&new.password_hash),
            people::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

fn confirm_address(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(id).filter(people::confirmed_at.is_null()))
        .set((people::confirmed_at.eq(now), people::updated_at.eq(now)))
        .execute(&mut **tx)?;
    seats::confirm_by_domain(tx, id, now)
}
