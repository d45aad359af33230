//! How fast mail goes to the people of one mail domain, so that their relay does not take us for a flood.
//!
//! A worker keeps count for itself: of two, each sends as much. What has to wait is put off to a moment of its own, one after the other,
//! and holds up nobody whose mail goes elsewhere. The count is the generic cell rate algorithm (ITU-T I.371): a domain is ahead of its
//! time by what it was sent, and may be ahead by a tenth of a minute's mails.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use chrono::TimeDelta;

use crate::db::types::Timestamp;

/// Domains that are remembered before those are forgotten that nothing was sent to lately.
const MOST: usize = 10_000;

/// What was sent to each domain.
#[derive(Debug, Default)]
pub struct Pace {
    /// Mails a minute and domain; nothing for as many as there are.
    per_minute: u32,
    domains: Mutex<HashMap<String, Domain>>,
}

#[derive(Debug, Clone, Copy)]
struct Domain {
    /// The moment that it has mail until, at this rate.
    until: Timestamp,
    /// The moment that the last mail was put off to, and the next can be.
    waiting: Timestamp,
}

impl Pace {
    /// So many mails a minute and domain; 0 for as many as there are.
    pub(super) fn new(per_minute: u32) -> Self {
        Pace { per_minute, domains: Mutex::default() }
    }

    /// Counts a mail to this address that leaves now; or, when too many have, the moment to try again at.
    pub(super) fn take(&self, email: &str, now: Timestamp) -> Result<(), Timestamp> {
        if self.per_minute == 0 {
            return Ok(());
        }
        let apart = TimeDelta::microseconds(60_000_000 / i64::from(self.per_minute));
        let ahead = TimeDelta::seconds(6);
        let domain = email.rsplit('@').next().unwrap_or_default().to_lowercase();
        let mut domains = self.domains.lock().unwrap_or_else(PoisonError::into_inner);
        if domains.len() >= MOST {
            domains.retain(|_, each| each.until > now || each.waiting > now);
        }
        let each = domains.entry(domain).or_insert(Domain { until: now, waiting: now });
        let until = each.until.max(now);
        let ahead = ahead.max(apart);
        let free = until + apart - ahead;
        if free > now {
            let at = each.waiting.max(free);
            each.waiting = at + apart;
            return Err(at);
        }
        each.until = until + apart;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        let begin = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Timestamp::from(begin) + TimeDelta::seconds(seconds)
    }

    #[test]
    fn a_domain_gets_so_many_and_the_rest_wait_one_after_the_other() {
        let pace = Pace::new(60);
        let now: Vec<bool> = (0..8).map(|_| pace.take("a@X.example", at(0)).is_ok()).collect();
        assert_eq!(now, [true, true, true, true, true, true, false, false]);
        let waits: Vec<Timestamp> = (0..3).map(|_| pace.take("b@x.example", at(0)).unwrap_err()).collect();
        assert_eq!(waits, [at(3), at(4), at(5)]);
        assert_eq!(pace.take("b@y.example", at(0)), Ok(()), "others are not held up");
        assert_eq!(pace.take("b@x.example", at(3)), Ok(()));
    }

    #[test]
    fn in_the_long_run_no_more_leave_than_are_allowed() {
        let pace = Pace::new(120);
        let sent = (0..600).filter(|tenth| {
            let now = at(0) + TimeDelta::milliseconds(tenth * 100);
            (0..5).filter(|_| pace.take("a@x.example", now).is_ok()).count() > 0
        });
        assert!((119..=133).contains(&sent.count()));
        assert!((0..1000).all(|_| Pace::new(0).take("a@x.example", at(0)).is_ok()));
    }

    #[test]
    fn one_a_minute_is_one_a_minute() {
        let pace = Pace::new(1);
        assert_eq!(pace.take("a@x.example", at(0)), Ok(()));
        assert_eq!(pace.take("a@x.example", at(1)), Err(at(60)));
        assert_eq!(pace.take("a@x.example", at(60)), Ok(()));
    }
}
