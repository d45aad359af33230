//! Passwords: Argon2id, off the async threads, two at a time.

use std::sync::LazyLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::password_hash::{PasswordHasher, PasswordVerifier};
use argon2::{Algorithm, Argon2, Params, Version};
use tokio::sync::Semaphore;

use crate::error::{Error, Result};

/// OWASP's minimum for Argon2id: 19 MiB, 2 passes, 1 lane.
const MEMORY_KIB: u32 = 19 * 1024;
const PASSES: u32 = 2;

/// Each hash takes 19 MiB and some 20 ms of a core: two at once leave room for everybody else.
static AT_ONCE: Semaphore = Semaphore::const_new(2);

/// Verified against when there is no such account, so that the answer takes as long.
static DECOY: LazyLock<Option<String>> = LazyLock::new(|| hash_now("decoy for unknown accounts").ok());

/// Passwords that guessing tries first; at least 8 characters, folded to lower case.
static COMMON: &str = include_str!("common_passwords.txt");

/// Why a password is not accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PasswordError {
    /// Fewer than 8 or more than 128 characters.
    Length,
    /// On the list of common passwords, or the person's own address or name.
    Common,
}

impl PasswordError {
    /// Locale key of the message.
    pub fn key(self) -> &'static str {
        match self {
            PasswordError::Length => "error-password-length",
            PasswordError::Common => "error-password-common",
        }
    }
}

/// Whether a new password is long and rare enough (NIST SP 800-63B: length and a list, no composition rules).
pub fn check_strength(password: &str, email: &str, name: &str) -> Result<(), PasswordError> {
    let length = password.chars().count();
    if !(8..=128).contains(&length) {
        return Err(PasswordError::Length);
    }
    let folded = password.to_lowercase();
    let own = email.split('@').next().unwrap_or("");
    let is_own = [own, email, name].iter().any(|word| word.len() >= 4 && folded == word.to_lowercase());
    if is_own || COMMON.lines().any(|common| common == folded) {
        return Err(PasswordError::Common);
    }
    Ok(())
}

/// Hashes a password.
pub async fn hash(password: String) -> Result<String> {
    let _permit = AT_ONCE.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(move || hash_now(&password)).await.map_err(Error::internal)?
}

/// Whether `password` is the one behind `stored`. Takes the same time when nothing is stored.
pub async fn verify(password: String, stored: Option<String>) -> Result<bool> {
    let _permit = AT_ONCE.acquire().await.map_err(Error::internal)?;
    tokio::task::spawn_blocking(move || {
        let known = stored.is_some();
        let Some(hash) = stored.or_else(|| DECOY.clone()) else { return Ok(false) };
        let parsed = PasswordHash::new(&hash).map_err(|error| Error::message(error.to_string()))?;
        Ok(hasher()?.verify_password(password.as_bytes(), &parsed).is_ok() && known)
    })
    .await
    .map_err(Error::internal)?
}

fn hash_now(password: &str) -> Result<String> {
    let hash =
        hasher()?.hash_password(password.as_bytes()).map_err(|error| Error::message(error.to_string()))?;
    Ok(hash.to_string())
}

fn hasher() -> Result<Argon2<'static>> {
    let params =
        Params::new(MEMORY_KIB, PASSES, 1, None).map_err(|error| Error::message(error.to_string()))?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}
