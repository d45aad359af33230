//! Random tokens, their hashes, and addresses derived from the secret key.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use hmac::{Hmac, KeyInit, Mac};
use sha2::{Digest, Sha256};

use crate::clock;
use crate::error::{Error, Result};

/// The installation's key. Derives personal addresses that must be shown again; never printed.
#[derive(Clone)]
pub struct SecretKey(Vec<u8>);

impl SecretKey {
    /// From the configured text.
    pub fn new(text: &str) -> Self {
        SecretKey(text.as_bytes().to_vec())
    }

    /// A token that only this installation can make for `purpose` and `subject`, the same every time.
    pub fn derive(&self, purpose: &str, subject: &str) -> Result<String> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).map_err(Error::internal)?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(subject.as_bytes());
        Ok(URL_SAFE_NO_PAD.encode(mac.finalize().into_bytes()))
    }

    /// Whether `token` is what [`SecretKey::derive`] gives; takes the same time for every wrong token.
    pub fn confirms(&self, purpose: &str, subject: &str, token: &str) -> Result<bool> {
        let Ok(given) = URL_SAFE_NO_PAD.decode(token) else { return Ok(false) };
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).map_err(Error::internal)?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(subject.as_bytes());
        Ok(mac.verify_slice(&given).is_ok())
    }
}

/// A new token: 192 random bits in 32 characters that are safe in an address.
pub fn new_token() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(clock::random_bytes::<24>()?))
}

/// What is kept of a token: its SHA-256, in hexadecimal. Tokens are random, so no salt is needed.
pub fn hash(token: &str) -> String {
    Sha256::digest(token.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}
