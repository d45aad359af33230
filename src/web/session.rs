//! Sessions: rows in the database, known to the browser by a random token in a cookie.
//!
//! Ended at once by sign-out, a new password or a disabled account, because every request asks the database.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::db::schema::sessions;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::secrets;

/// Days a session lives after its last use.
pub const IDLE_DAYS: i64 = 14;

/// How old `seen_at` may grow before a request writes it again.
pub(super) const TOUCH_AFTER: TimeDelta = TimeDelta::hours(1);

/// Starts a session in a browser (`device`, from [`super::Ctx::device`]); the token for the cookie. Ends `previous`,
/// the one this browser had.
pub fn start(
    tx: &mut Tx<'_>,
    person: Id,
    previous: Option<&str>,
    device: &str,
    now: Timestamp,
) -> Result<String> {
    if let Some(token) = previous {
        end(tx, token)?;
    }
    let token = secrets::new_token()?;
    diesel::insert_into(sessions::table)
        .values((
            sessions::token_hash.eq(secrets::hash(&token)),
            sessions::person_id.eq(person),
            sessions::created_at.eq(now),
            sessions::seen_at.eq(now),
            sessions::expires_at.eq(now + TimeDelta::days(IDLE_DAYS)),
            sessions::device.eq(device),
        ))
        .execute(&mut **tx)?;
    Ok(token)
}

/// Ends one session.
pub fn end(tx: &mut Tx<'_>, token: &str) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::token_hash.eq(secrets::hash(token))))
        .execute(&mut **tx)?;
    Ok(())
}

/// Ends every session of a person.
pub fn end_all(tx: &mut Tx<'_>, person: Id) -> Result<()> {
    diesel::delete(sessions::table.filter(sessions::person_id.eq(person))).execute(&mut **tx)?;
    Ok(())
}

/// Ends every session of a person but the one with this token.
pub fn end_others(tx: &mut Tx<'_>, person: Id, token: &str) -> Result<()> {
    let others = sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::token_hash.ne(secrets::hash(token)));
    diesel::delete(others).execute(&mut **tx)?;
    Ok(())
}

/// Ends one session of a person by the name that [`of_person`] gave it. [`Error::NotFound`] when it is somebody
/// else's or has ended.
pub fn end_one(tx: &mut Tx<'_>, person: Id, name: &str) -> Result<()> {
    let own = sessions::table.filter(sessions::token_hash.eq(name)).filter(sessions::person_id.eq(person));
    if diesel::delete(own).execute(&mut **tx)? == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// A session as its owner sees it.
#[derive(Debug, Clone, Queryable)]
pub struct Listed {
    /// Names it; of no use for signing in.
    pub token_hash: String,
    /// When it began.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub seen_at: Timestamp,
    /// In which browser, in words; may be empty.
    pub device: String,
}

/// The live sessions of a person, latest used first.
pub fn of_person(db: &mut Db, person: Id, now: Timestamp) -> Result<Vec<Listed>> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::expires_at.gt(now))
        .order((sessions::seen_at.desc(), sessions::created_at.desc()))
        .limit(50)
        .select((sessions::token_hash, sessions::created_at, sessions::seen_at, sessions::device))
        .load(db)?)
}

/// Marks a session as used now.
pub(super) fn touch(tx: &mut Tx<'_>, token: &str, now: Timestamp) -> Result<()> {
    diesel::update(sessions::table.filter(sessions::token_hash.eq(secrets::hash(token))))
        .set((sessions::seen_at.eq(now), sessions::expires_at.eq(now + TimeDelta::days(IDLE_DAYS))))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes sessions that ended by themselves; how many.
pub fn sweep(tx: &mut Tx<'_>, now: Timestamp) -> Result<usize> {
    Ok(diesel::delete(sessions::table.filter(sessions::expires_at.le(now))).execute(&mut **tx)?)
}
