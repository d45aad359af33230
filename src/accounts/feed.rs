//! Personal addresses that can be shown again: calendar, stories, unsubscribing.
//!
//! The secret is derived from the installation's key and the row, so only its hash is kept and revoking a row
//! makes a new address.

use diesel::prelude::*;

use super::person::{Person, find};
use super::token::{Purpose, find_token, revoke_all};
use crate::app::App;
use crate::clock;
use crate::db::schema::tokens;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::secrets;

/// The secret of a person's address for this purpose (`CalendarFeed`, `AtomFeed`, `Unsubscribe`); made when there
/// is none yet, the same every time until revoked.
pub fn feed_token(tx: &mut Tx<'_>, app: &App, purpose: Purpose, person: Id) -> Result<String> {
    if let Some(secret) = shown_feed_token(tx, app, purpose, person)? {
        return Ok(secret);
    }
    let id = clock::new_id();
    let secret = app.secret.derive(purpose.word(), &id.to_string())?;
    diesel::insert_into(tokens::table)
        .values((
            tokens::id.eq(id),
            tokens::token_hash.eq(secrets::hash(&secret)),
            tokens::purpose.eq(purpose),
            tokens::person_id.eq(person),
            tokens::created_at.eq(app.clock.now()),
        ))
        .execute(&mut **tx)?;
    Ok(secret)
}

/// The secret of a person's address for this purpose, when it has been made.
pub fn shown_feed_token(db: &mut Db, app: &App, purpose: Purpose, person: Id) -> Result<Option<String>> {
    let id: Option<Id> = tokens::table
        .filter(tokens::person_id.eq(person))
        .filter(tokens::purpose.eq(purpose))
        .filter(tokens::revoked_at.is_null())
        .order(tokens::created_at)
        .select(tokens::id)
        .first(db)
        .optional()?;
    id.map(|id| app.secret.derive(purpose.word(), &id.to_string())).transpose()
}

/// Makes a person's address worthless; the next [`feed_token`] is another.
pub fn revoke_feed(tx: &mut Tx<'_>, purpose: Purpose, person: Id, now: Timestamp) -> Result<()> {
    revoke_all(tx, purpose, person, now)
}

/// Whose address this is. [`Error::NotFound`] when it was revoked or the account is closed.
pub fn person_of_feed(db: &mut Db, purpose: Purpose, secret: &str, now: Timestamp) -> Result<Person> {
    let token = find_token(db, purpose, secret, now)?;
    let person = find(db, token.person_id.ok_or(Error::NotFound)?)?;
    if person.is_active() { Ok(person) } else { Err(Error::NotFound) }
}
