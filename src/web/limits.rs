//! How often something may be done: by address, and by account and address together.
//!
//! No limit that refuses hangs on an account alone, so nobody can lock an owner out by guessing from elsewhere; and a
//! browser that has signed in to an account before has a limit of its own, so neither can somebody behind the same
//! address. Mail to one address is capped without a refusal: the links that were sent already still work.

use std::net::IpAddr;
use std::num::NonZeroU32;

use actix_web::HttpRequest;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultKeyedRateLimiter, Quota, RateLimiter};

use crate::error::{Error, Result};

/// The limits, kept in memory: a restart forgives, and every node counts for itself.
pub struct Limits {
    sign_in: DefaultKeyedRateLimiter<String>,
    address: DefaultKeyedRateLimiter<String>,
    mail: DefaultKeyedRateLimiter<String>,
    offers: DefaultKeyedRateLimiter<String>,
    denials: DefaultKeyedRateLimiter<String>,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            sign_in: per_minute(10),
            address: per_minute(60),
            mail: RateLimiter::keyed(Quota::per_hour(count(10))),
            offers: RateLimiter::keyed(Quota::per_hour(count(20))),
            denials: per_minute(6),
        }
    }
}

impl Limits {
    /// An attempt to sign in to `account` from `address`, or from a browser (`device`) that the account knows.
    pub fn sign_in(&self, account: &str, address: &str, device: Option<&str>) -> Result<()> {
        if let Some(device) = device {
            return check(&self.sign_in, format!("{account} device {device}"));
        }
        check(&self.address, address.to_owned())?;
        check(&self.sign_in, format!("{account} {address}"))
    }

    /// Whether one more mail that strangers ask for may go to `email`. Never told to them.
    pub fn may_mail(&self, email: &str) -> bool {
        self.mail.check_key(&email.to_owned()).is_ok()
    }

    /// Something that costs us much or that could be guessed at (tokens, registration) from `address`.
    pub fn attempt(&self, address: &str) -> Result<()> {
        check(&self.address, address.to_owned())
    }

    /// A mail that a stranger makes us send to `email`.
    pub fn mail(&self, email: &str) -> Result<()> {
        check(&self.mail, email.to_owned())
    }

    /// A seat that a person, by identifier, offers to somebody by mail.
    pub fn offer(&self, person: &str) -> Result<()> {
        check(&self.offers, person.to_owned())
    }

    /// Whether one more refusal of this kind to `address` is worth a line in the audit: a flood must not fill it.
    pub(super) fn may_note(&self, address: &str, kind: &str) -> bool {
        self.denials.check_key(&format!("{kind} {address}")).is_ok()
    }

    /// Forgets keys that have not been used lately.
    pub fn sweep(&self) {
        for limiter in [&self.sign_in, &self.address, &self.mail, &self.offers, &self.denials] {
            limiter.retain_recent();
        }
    }
}

fn count(n: u32) -> NonZeroU32 {
    NonZeroU32::new(n).unwrap_or(NonZeroU32::MIN)
}

fn per_minute(n: u32) -> DefaultKeyedRateLimiter<String> {
    RateLimiter::keyed(Quota::per_minute(count(n)))
}

fn check(limiter: &DefaultKeyedRateLimiter<String>, key: String) -> Result<()> {
    limiter
        .check_key(&key)
        .map_err(|until| Error::TooMany(until.wait_time_from(DefaultClock::default().now()).as_secs() + 1))
}

/// The client's address: the peer, or what a trusted proxy says it saw.
pub(super) fn address(request: &HttpRequest, trusted: &[IpAddr]) -> String {
    let Some(peer) = request.peer_addr().map(|peer| peer.ip()) else { return "unknown".to_owned() };
    if !trusted.contains(&peer) {
        return peer.to_string();
    }
    // The last address was added by the proxy we trust; those before it may be made up.
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    forwarded
        .and_then(|list| list.rsplit(',').map(str::trim).find(|text| !is_trusted(text, trusted)))
        .map_or_else(|| peer.to_string(), str::to_owned)
}

fn is_trusted(text: &str, trusted: &[IpAddr]) -> bool {
    text.parse().is_ok_and(|ip: IpAddr| trusted.contains(&ip))
}

#[cfg(test)]
mod tests {
    use super::Limits;

    #[test]
    fn guessing_elsewhere_or_next_door_locks_nobody_out() {
        let limits = Limits::default();
        for _ in 0..200 {
            let _ = limits.sign_in("siv@hoor.example", "192.0.2.1", None);
        }
        assert!(limits.sign_in("siv@hoor.example", "192.0.2.1", None).is_err());
        assert!(limits.sign_in("siv@hoor.example", "192.0.2.2", None).is_ok());
        assert!(limits.sign_in("siv@hoor.example", "192.0.2.1", Some("laptop")).is_ok());
    }

    #[test]
    fn mail_to_one_address_is_capped() {
        let limits = Limits::default();
        let sent = (0..50).filter(|_| limits.may_mail("siv@hoor.example")).count();
        assert_eq!(sent, 10);
        assert!(limits.may_mail("nils@hoor.example"));
    }
}
