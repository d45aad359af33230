//! The person row and its verbs.

use diesel::prelude::*;

use super::mail::PasswordChanged;
use crate::app::App;
use crate::clock;
use crate::db::constraint;
use crate::db::schema::people;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::seats;
use crate::web::session;

/// Somebody with an account.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = people)]
pub struct Person {
    /// Identifier.
    pub id: Id,
    /// Address, lower case.
    pub email: String,
    /// Full name.
    pub name: String,
    /// Argon2id, PHC format; nothing until a password is set.
    pub password_hash: Option<String>,
    /// Language of pages and mail.
    pub language: Lang,
    /// IANA time zone.
    pub time_zone: String,
    /// Runs the installation.
    pub administrator: bool,
    /// Protected personal data: never shown to others.
    pub protected: bool,
    /// When the address was confirmed.
    pub confirmed_at: Option<Timestamp>,
    /// When an administrator closed the account.
    pub disabled_at: Option<Timestamp>,
}

impl Person {
    /// Whether they may come in: the address is confirmed and the account not closed.
    pub fn is_active(&self) -> bool {
        self.confirmed_at.is_some() && self.disabled_at.is_none()
    }
}

/// The letters that stand for a person where there is no picture: first and last initial.
pub fn initials(name: &str) -> String {
    let mut words = name.split_whitespace();
    let first = words.next().and_then(|word| word.chars().next());
    let last = words.next_back().and_then(|word| word.chars().next());
    first.into_iter().chain(last).flat_map(char::to_uppercase).collect()
}

/// Makes an account that has no password and no confirmed address yet. [`Error::Conflict`] when the address is taken.
pub fn create(
    tx: &mut Tx<'_>,
    email: &str,
    name: &str,
    lang: Lang,
    time_zone: &str,
    now: Timestamp,
) -> Result<Id> {
    let id = clock::new_id();
    diesel::insert_into(people::table)
        .values((
            people::id.eq(id),
            people::email.eq(email.trim().to_lowercase()),
            people::name.eq(name.trim()),
            people::language.eq(lang),
            people::time_zone.eq(time_zone),
            people::digest_frequency.eq("weekly"),
            people::digest_hour.eq(7),
            people::digest_weekday.eq(1),
            people::about.eq(""),
            people::offers.eq(""),
            people::needs.eq(""),
            people::meeting_format.eq("either"),
            people::protected.eq(false),
            people::administrator.eq(false),
            people::created_at.eq(now),
            people::updated_at.eq(now),
        ))
        .execute(&mut **tx)
        .map_err(|error| {
            match constraint::is_unique_violation(&error, "people_by_email", "people.email") {
                true => Error::Conflict("error-email-taken"),
                false => error.into(),
            }
        })?;
    Ok(id)
}

/// The person with this identifier.
pub fn find(db: &mut Db, id: Id) -> Result<Person> {
    Ok(people::table.find(id).select(Person::as_select()).first(db)?)
}

/// The person with this address, in any case.
pub fn find_by_email(db: &mut Db, email: &str) -> Result<Option<Person>> {
    let email = email.trim().to_lowercase();
    Ok(people::table.filter(people::email.eq(email)).select(Person::as_select()).first(db).optional()?)
}

/// Sets a password (hashed by [`super::hash`]) and confirms the address, because the link came by mail. Every
/// session ends.
pub fn set_password(tx: &mut Tx<'_>, id: Id, hash: &str, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(id))
        .set((people::password_hash.eq(hash), people::updated_at.eq(now)))
        .execute(&mut **tx)?;
    diesel::update(people::table.find(id).filter(people::confirmed_at.is_null()))
        .set(people::confirmed_at.eq(now))
        .execute(&mut **tx)?;
    seats::confirm_by_domain(tx, id, now)?;
    session::end_all(tx, id)
}

/// Replaces the password of somebody who is signed in and tells them by mail. Every session ends; the caller starts
/// a new one.
pub fn change_password(tx: &mut Tx<'_>, app: &App, id: Id, hash: &str) -> Result<()> {
    let now = app.clock.now();
    diesel::update(people::table.find(id))
        .set((people::password_hash.eq(hash), people::updated_at.eq(now)))
        .execute(&mut **tx)?;
    let person = find(tx, id)?;
    PasswordChanged::queue(tx, app, &person)?;
    session::end_all(tx, id)
}

/// Sets the password of somebody who followed the link for it; whoever had one already is told by mail.
pub fn reset_password(tx: &mut Tx<'_>, app: &App, id: Id, hash: &str) -> Result<()> {
    let before = find(tx, id)?;
    if before.password_hash.is_some() {
        PasswordChanged::queue(tx, app, &before)?;
    }
    set_password(tx, id, hash, app.clock.now())
}

/// Closes an account: every session ends at once, and its feeds, tokens and sign-in no longer work.
pub fn disable(tx: &mut Tx<'_>, id: Id, by: Id, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(id).filter(people::disabled_at.is_null()))
        .set((people::disabled_at.eq(now), people::disabled_by.eq(by), people::updated_at.eq(now)))
        .execute(&mut **tx)?;
    session::end_all(tx, id)
}

/// Opens a closed account again.
pub fn enable(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(id))
        .set((
            people::disabled_at.eq(None::<Timestamp>),
            people::disabled_by.eq(None::<Id>),
            people::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}
