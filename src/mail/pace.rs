//! How fast mail goes to the people of one mail domain, so that their relay does not take us for a flood.
//!
//! The count is kept in the database, for all workers together and over restarts; without a limit nothing is read or written. What has
//! to wait is put off to a moment of its own, one after the other, and holds up nobody whose mail goes elsewhere. The count is the
//! generic cell rate algorithm (ITU-T I.371): a domain is ahead of its time by what it was sent, and may be ahead by a tenth of a
//! minute's mails.

use std::collections::BTreeMap;

use chrono::TimeDelta;
use diesel::prelude::*;
use uuid::Uuid;

use super::outbox::Row;
use crate::db::Tx;
use crate::db::schema::mail_domains;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::on_both;

/// The one lock of all counts: two workers that took domains in turn would wait for each other.
const LOCK: Id = Id(Uuid::from_u128(0x6772_616e_6e73_6b61_705f_6d61_696c_7061));

/// So many mails a minute and domain; 0 for as many as there are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pace(pub(super) u32);

/// What was sent to a domain.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Domain {
    /// The moment that it has mail until, at this rate.
    until: Timestamp,
    /// The moment that the last mail was put off to, and the next can be.
    waiting: Timestamp,
}

impl Pace {
    /// Counts some claimed mails that are to leave now: those that may, and those that have to wait, each until its moment.
    pub(super) fn admit(
        self,
        tx: &mut Tx<'_>,
        claimed: Vec<Row>,
        now: Timestamp,
    ) -> Result<(Vec<Row>, Vec<(Row, Timestamp)>)> {
        let (mut ready, mut waiting) = (Vec::with_capacity(claimed.len()), Vec::new());
        if self.0 == 0 || claimed.is_empty() {
            return Ok((claimed, waiting));
        }
        tx.lock(LOCK)?;
        let mut domains = known(tx, &claimed)?;
        for row in claimed {
            let domain = domains.entry(domain_of(&row.email)).or_insert(Domain { until: now, waiting: now });
            match domain.take(self.0, now) {
                Ok(()) => ready.push(row),
                Err(until) => waiting.push((row, until)),
            }
        }
        domains.iter().try_for_each(|(name, domain)| keep(tx, name, *domain))?;
        Ok((ready, waiting))
    }
}

impl Domain {
    /// Counts a mail that leaves now; or, when too many have, the moment to try again at.
    fn take(&mut self, per_minute: u32, now: Timestamp) -> Result<(), Timestamp> {
        let apart = TimeDelta::microseconds(60_000_000 / i64::from(per_minute.max(1)));
        let ahead = TimeDelta::seconds(6).max(apart);
        let until = self.until.max(now);
        let free = until + apart - ahead;
        if free > now {
            let at = self.waiting.max(free);
            self.waiting = at + apart;
            return Err(at);
        }
        self.until = until + apart;
        Ok(())
    }
}

fn domain_of(email: &str) -> String {
    email.rsplit('@').next().unwrap_or_default().to_lowercase()
}

/// What was sent to the domains of some mails.
fn known(tx: &mut Tx<'_>, rows: &[Row]) -> Result<BTreeMap<String, Domain>> {
    let names: Vec<String> = rows.iter().map(|row| domain_of(&row.email)).collect();
    let found: Vec<(String, Timestamp, Timestamp)> = mail_domains::table
        .filter(mail_domains::domain.eq_any(names))
        .select((mail_domains::domain, mail_domains::paced_until, mail_domains::waiting_until))
        .load(&mut **tx)?;
    Ok(found.into_iter().map(|(name, until, waiting)| (name, Domain { until, waiting })).collect())
}

fn keep(tx: &mut Tx<'_>, name: &str, domain: Domain) -> Result<()> {
    let moments =
        (mail_domains::paced_until.eq(domain.until), mail_domains::waiting_until.eq(domain.waiting));
    let row = (mail_domains::domain.eq(name), moments);
    on_both!(tx, c => {
        diesel::insert_into(mail_domains::table)
            .values(row)
            .on_conflict(mail_domains::domain)
            .do_update()
            .set(moments)
            .execute(c)
    })?;
    Ok(())
}

/// Forgets domains that are not ahead of their time any more, and that nothing waits for.
pub fn forget(tx: &mut Tx<'_>, now: Timestamp) -> Result<()> {
    let even = mail_domains::paced_until.lt(now).and(mail_domains::waiting_until.lt(now));
    diesel::delete(mail_domains::table.filter(even)).execute(&mut **tx)?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(seconds: i64) -> Timestamp {
        let begin = chrono::DateTime::from_timestamp(1_800_000_000, 0).unwrap();
        Timestamp::from(begin) + TimeDelta::seconds(seconds)
    }

    fn new() -> Domain {
        Domain { until: at(0), waiting: at(0) }
    }

    #[test]
    fn a_domain_gets_so_many_and_the_rest_wait_one_after_the_other() {
        let mut domain = new();
        let now: Vec<bool> = (0..8).map(|_| domain.take(60, at(0)).is_ok()).collect();
        assert_eq!(now, [true, true, true, true, true, true, false, false]);
        let waits: Vec<Timestamp> = (0..3).map(|_| domain.take(60, at(0)).unwrap_err()).collect();
        assert_eq!(waits, [at(3), at(4), at(5)]);
        assert_eq!(domain.take(60, at(3)), Ok(()));
        assert_eq!(domain_of("a@X.example"), domain_of("b@x.EXAMPLE"));
    }

    #[test]
    fn in_the_long_run_no_more_leave_than_are_allowed() {
        let mut domain = new();
        let sent = (0..600).filter(|tenth| {
            let now = at(0) + TimeDelta::milliseconds(tenth * 100);
            (0..5).filter(|_| domain.take(120, now).is_ok()).count() > 0
        });
        assert!((119..=133).contains(&sent.count()));
    }

    #[test]
    fn one_a_minute_is_one_a_minute() {
        let mut domain = new();
        assert_eq!(domain.take(1, at(0)), Ok(()));
        assert_eq!(domain.take(1, at(1)), Err(at(60)));
        assert_eq!(domain.take(1, at(60)), Ok(()));
    }
}
