//! Personal addresses that can be shown again: calendar, stories, unsubscribing.
//!
//! The secret is derived from the installation's key and the row, so only its hash is kept and revoking a row
//! makes a new address.

use diesel::prelude::*;

use super::person::{Person, find};
use super::token::{Purpose, find_token, revoke_all};
use crate::app::App;
use crate::clock;
use crate::db::schema::{people, tokens};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::secrets;

/// The secret of a person's address for this purpose (`CalendarFeed`, `AtomFeed`, `Unsubscribe`); made when there
/// is none yet, the same every time until revoked.
pub fn feed_token(tx: &mut Tx<'_>, app: &App, purpose: Purpose, person: Id) -> Result<String> {
    match shown_feed_token(tx, app, purpose, person)? {
        Some(secret) => Ok(secret),
        None => make(tx, app, purpose, person, None),
    }
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

/// Makes a person's address for the calendar of a group; one that was there becomes worthless.
pub fn renew_group_feed(tx: &mut Tx<'_>, app: &App, person: Id, group: Id) -> Result<()> {
    revoke_group_feed(tx, person, group, app.clock.now())?;
    make(tx, app, Purpose::GroupFeed, person, Some(group)).map(drop)
}

/// The secret of a person's address for the calendar of a group, when it has been made.
pub fn shown_group_feed(db: &mut Db, app: &App, person: Id, group: Id) -> Result<Option<String>> {
    let id: Option<Id> = tokens::table
        .filter(tokens::person_id.eq(person))
        .filter(tokens::purpose.eq(Purpose::GroupFeed))
        .filter(tokens::subject_id.eq(group))
        .filter(tokens::revoked_at.is_null())
        .order(tokens::created_at)
        .select(tokens::id)
        .first(db)
        .optional()?;
    id.map(|id| app.secret.derive(Purpose::GroupFeed.word(), &id.to_string())).transpose()
}

/// Makes a person's address for the calendar of a group worthless.
pub fn revoke_group_feed(tx: &mut Tx<'_>, person: Id, group: Id, now: Timestamp) -> Result<()> {
    let live = tokens::table
        .filter(tokens::person_id.eq(person))
        .filter(tokens::purpose.eq(Purpose::GroupFeed))
        .filter(tokens::subject_id.eq(group))
        .filter(tokens::revoked_at.is_null());
    diesel::update(live).set(tokens::revoked_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

fn make(tx: &mut Tx<'_>, app: &App, purpose: Purpose, person: Id, subject: Option<Id>) -> Result<String> {
    let id = clock::new_id();
    let secret = app.secret.derive(purpose.word(), &id.to_string())?;
    diesel::insert_into(tokens::table)
        .values((
            tokens::id.eq(id),
            tokens::token_hash.eq(secrets::hash(&secret)),
            tokens::purpose.eq(purpose),
            tokens::person_id.eq(person),
            tokens::subject_id.eq(subject),
            tokens::created_at.eq(app.clock.now()),
        ))
        .execute(&mut **tx)?;
    Ok(secret)
}

/// Whose calendar an address shows.
#[derive(Debug, Clone, Queryable)]
pub struct CalendarFeed {
    /// The person.
    pub person: Id,
    /// Their language.
    pub lang: Lang,
    /// Minutes before a meetup that their calendar reminds.
    pub alarm: Option<i32>,
    /// When what they prefer was changed last.
    pub changed: Timestamp,
    /// The group whose meetups alone it shows; none for all of the person's.
    pub group: Option<Id>,
}

/// The calendar behind an address. [`Error::NotFound`] when it was revoked or the account is closed.
pub fn calendar_feed(db: &mut Db, secret: &str) -> Result<CalendarFeed> {
    Ok(tokens::table
        .inner_join(people::table)
        .filter(tokens::token_hash.eq(secrets::hash(secret)))
        .filter(tokens::purpose.eq_any([Purpose::CalendarFeed, Purpose::GroupFeed]))
        .filter(tokens::revoked_at.is_null())
        .filter(people::confirmed_at.is_not_null())
        .filter(people::disabled_at.is_null())
        .select((
            people::id,
            people::language,
            people::calendar_alarm,
            people::updated_at,
            tokens::subject_id,
        ))
        .first(db)?)
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
