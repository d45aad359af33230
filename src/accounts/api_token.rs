//! Tokens for programs: a name, scopes, shown once, kept as a hash.

use chrono::TimeDelta;
use diesel::prelude::*;

use crate::clock;
use crate::db::schema::{api_tokens, people};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::secrets;
use crate::web::CurrentPerson;
use crate::word_enum;

word_enum! {
    /// What a token may be used for.
    pub enum Scope {
        /// Reading what its person may read.
        Read = "read",
        /// Writing what its person may write.
        Write = "write",
    }
}

/// A token as its owner sees it.
#[derive(Debug, Clone, Queryable)]
pub struct ApiToken {
    /// Identifier.
    pub id: Id,
    /// What the owner calls it.
    pub name: String,
    /// Words of [`Scope`], with spaces between.
    pub scopes: String,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it was last used, to the hour.
    pub last_used_at: Option<Timestamp>,
}

/// A request that came with a good token.
#[derive(Debug, Clone)]
pub struct Bearer {
    /// The token.
    pub token_id: Id,
    /// Whose it is.
    pub person: CurrentPerson,
    /// What it is good for.
    pub scopes: Vec<Scope>,
    /// Whether [`api_token_used`] should be written.
    pub stale: bool,
}

impl Bearer {
    /// Whether the token is good for this.
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }
}

/// Every token begins with this, so that leaked ones are found by searching.
const PREFIX: &str = "grannskap_";

/// Makes a token; the secret, which is shown once and kept nowhere.
pub fn create_api_token(
    tx: &mut Tx<'_>,
    person: Id,
    name: &str,
    scopes: &[Scope],
    now: Timestamp,
) -> Result<String> {
    let secret = format!("{PREFIX}{}", secrets::new_token()?);
    let words: Vec<&str> =
        Scope::ALL.iter().filter(|scope| scopes.contains(scope)).map(|scope| scope.word()).collect();
    diesel::insert_into(api_tokens::table)
        .values((
            api_tokens::id.eq(clock::new_id()),
            api_tokens::token_hash.eq(secrets::hash(&secret)),
            api_tokens::person_id.eq(person),
            api_tokens::name.eq(name),
            api_tokens::scopes.eq(words.join(" ")),
            api_tokens::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(secret)
}

/// Who sent this token, unless it was revoked or the account is closed.
pub fn find_by_api_token(db: &mut Db, secret: &str, now: Timestamp) -> Result<Option<Bearer>> {
    let row: Option<(Id, Id, String, Option<Timestamp>)> = api_tokens::table
        .inner_join(people::table)
        .filter(api_tokens::token_hash.eq(secrets::hash(secret)))
        .filter(api_tokens::revoked_at.is_null())
        .filter(people::confirmed_at.is_not_null())
        .select((api_tokens::id, api_tokens::person_id, api_tokens::scopes, api_tokens::last_used_at))
        .first(db)
        .optional()?;
    let Some((token_id, person, scopes, used)) = row else { return Ok(None) };
    let Some(person) = CurrentPerson::find(db, person, now)? else { return Ok(None) };
    let scopes = scopes.split(' ').filter_map(|word| word.parse().ok()).collect();
    let stale = used.is_none_or(|used| used + TimeDelta::hours(1) < now);
    Ok(Some(Bearer { token_id, person, scopes, stale }))
}

/// Writes down that a token was used.
pub fn api_token_used(tx: &mut Tx<'_>, token: Id, now: Timestamp) -> Result<()> {
    diesel::update(api_tokens::table.find(token)).set(api_tokens::last_used_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

/// The live tokens of a person, newest first.
pub fn api_tokens_of(db: &mut Db, person: Id) -> Result<Vec<ApiToken>> {
    Ok(api_tokens::table
        .filter(api_tokens::person_id.eq(person))
        .filter(api_tokens::revoked_at.is_null())
        .order(api_tokens::created_at.desc())
        .select((
            api_tokens::id,
            api_tokens::name,
            api_tokens::scopes,
            api_tokens::created_at,
            api_tokens::last_used_at,
        ))
        .load(db)?)
}

/// Revokes a token of this person. [`Error::NotFound`] when it is somebody else's.
pub fn revoke_api_token(tx: &mut Tx<'_>, person: Id, token: Id, now: Timestamp) -> Result<()> {
    let own = api_tokens::table.filter(api_tokens::id.eq(token)).filter(api_tokens::person_id.eq(person));
    let live = own.filter(api_tokens::revoked_at.is_null());
    let changed = diesel::update(live).set(api_tokens::revoked_at.eq(now)).execute(&mut **tx)?;
    if changed == 1 { Ok(()) } else { Err(Error::NotFound) }
}
