//! A POST that may be sent again: with the same `Idempotency-Key`, the first answer is given again.

use actix_web::HttpRequest;
use diesel::prelude::*;
use uuid::Uuid;

use crate::db::Tx;
use crate::db::schema::idempotency_keys;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::secrets;

/// The key of a request and what it was sent with.
#[derive(Clone)]
pub(super) struct Key {
    key: Option<String>,
    fingerprint: String,
}

impl Key {
    /// From the header; `body` is what must be the same when the key is.
    pub(super) fn of(request: &HttpRequest, body: &str) -> Result<Self> {
        let key =
            request.headers().get("idempotency-key").map(|value| value.to_str().unwrap_or("").to_owned());
        if key.as_ref().is_some_and(|key| key.is_empty() || key.len() > 200) {
            return Err(Error::BadRequest("error-api-idempotency-key"));
        }
        Ok(Key { key, fingerprint: secrets::hash(&format!("{} {body}", request.path())) })
    }

    /// Does `make` once for this person and key; its answer, or the one given then.
    pub(super) fn once(
        &self,
        tx: &mut Tx<'_>,
        person: Id,
        now: Timestamp,
        make: impl FnOnce(&mut Tx<'_>) -> Result<String>,
    ) -> Result<String> {
        let Some(key) = &self.key else { return make(tx) };
        tx.lock(lock_of(person, key))?;
        let known: Option<(String, String)> = idempotency_keys::table
            .find((person, key))
            .select((idempotency_keys::request_hash, idempotency_keys::body))
            .first(&mut **tx)
            .optional()?;
        if let Some((fingerprint, body)) = known {
            return if fingerprint == self.fingerprint {
                Ok(body)
            } else {
                Err(Error::Conflict("error-api-key-reused"))
            };
        }
        let body = make(tx)?;
        diesel::insert_into(idempotency_keys::table)
            .values((
                idempotency_keys::person_id.eq(person),
                idempotency_keys::idempotency_key.eq(key),
                idempotency_keys::request_hash.eq(&self.fingerprint),
                idempotency_keys::status.eq(201),
                idempotency_keys::body.eq(&body),
                idempotency_keys::created_at.eq(now),
            ))
            .execute(&mut **tx)?;
        Ok(body)
    }
}

/// What two requests with the same key wait for.
fn lock_of(person: Id, key: &str) -> Id {
    let digest = secrets::hash(&format!("{person} {key}"));
    Id(Uuid::try_parse(digest.get(..32).unwrap_or_default()).unwrap_or(person.0))
}
