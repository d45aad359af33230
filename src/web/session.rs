//! Sessions: rows in the database, known to the browser by a random token in a cookie.
//!
//! Ended at once by sign-out, a new password or a disabled account, because every request asks the database.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::db::Tx;
use crate::db::schema::sessions;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::secrets;

/// Days a session lives after its last use.
pub const IDLE_DAYS: i64 = 14;

/// How old `seen_at` may grow before a request writes it again.
pub(super) const TOUCH_AFTER: TimeDelta = TimeDelta::hours(1);

/// Starts a session; the token for the cookie. Ends `previous`, the one this browser had.
pub fn start(tx: &mut Tx<'_>, person: Id, previous: Option<&str>, now: Timestamp) -> Result<String> {
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
