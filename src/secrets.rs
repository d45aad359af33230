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
        Ok(URL_SAFE_NO_PAD.encode(self.mac(purpose, subject)?.finalize().into_bytes()))
    }

    /// Whether `token` is what [`SecretKey::derive`] gives; takes the same time for every wrong token.
    pub fn confirms(&self, purpose: &str, subject: &str, token: &str) -> Result<bool> {
        let Ok(given) = URL_SAFE_NO_PAD.decode(token) else { return Ok(false) };
        Ok(self.mac(purpose, subject)?.verify_slice(&given).is_ok())
    }
}

/// Bytes of a token that stands in a mail address: 128 bits.
const ADDRESS_BYTES: usize = 16;

impl SecretKey {
    /// As [`SecretKey::derive`], 128 bits as 32 hexadecimal digits: mail systems may lower the case of an address, and the
    /// part before its @ has room for 64 characters.
    pub fn derive_for_address(&self, purpose: &str, subject: &str) -> Result<String> {
        let tag = self.mac(purpose, subject)?.finalize().into_bytes();
        Ok(hexadecimal(tag.get(..ADDRESS_BYTES).unwrap_or(&tag)))
    }

    /// Whether `token` is what [`SecretKey::derive_for_address`] gives; takes the same time for every wrong token.
    pub fn confirms_address(&self, purpose: &str, subject: &str, token: &str) -> Result<bool> {
        let digits = token
            .as_bytes()
            .chunks(2)
            .map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()));
        let Some(given) = digits.collect::<Option<Vec<u8>>>().filter(|given| given.len() == ADDRESS_BYTES)
        else {
            return Ok(false);
        };
        Ok(self.mac(purpose, subject)?.verify_truncated_left(&given).is_ok())
    }

    fn mac(&self, purpose: &str, subject: &str) -> Result<Hmac<Sha256>> {
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.0).map_err(Error::internal)?;
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(subject.as_bytes());
        Ok(mac)
    }
}

/// Bytes as hexadecimal digits.
pub fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// A new token: 192 random bits in 32 characters that are safe in an address.
pub fn new_token() -> Result<String> {
    Ok(URL_SAFE_NO_PAD.encode(clock::random_bytes::<24>()?))
}

/// A new token for a mail address: 128 random bits as 32 hexadecimal digits.
pub fn new_address_token() -> Result<String> {
    Ok(hexadecimal(&clock::random_bytes::<ADDRESS_BYTES>()?))
}

/// What is kept of a token: its SHA-256, in hexadecimal. Tokens are random, so no salt is needed.
pub fn hash(token: &str) -> String {
    hexadecimal(&Sha256::digest(token.as_bytes()))
}
