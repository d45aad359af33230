//! Mail that comes back, and addresses that take none.
//!
//! Where mail is read, the envelope of every mail names a return address of its own (`name+b0123…@domain`): one half of its secret
//! says which mail it was, the other that we wrote the address. A report (RFC 3464) that delivery failed for good makes a mail
//! that counted as sent one that failed. When it is the address that is at fault, nothing more is sent to it, whether the relay
//! says so at once or a report does later, until somebody asks for mail there again. A complaint comes the same way (`complaints`).

use diesel::prelude::*;
use uuid::Uuid;

use super::complaints;
use super::inbound::{self, Handler, Message, Nature};
use super::outbox::{self, Row};
use crate::app::App;
use crate::db::schema::{outbox as table, stopped_addresses};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::on_both;

/// What stands before the secret in the address.
const WORD: &str = "b";

/// What the second half of the secret is derived for.
const PURPOSE: &str = "return";

/// Digits of half a secret: 64 bits.
const HALF: usize = 16;

/// Characters that are kept of what relays and reports say.
const LONGEST_REASON: usize = 500;

/// Enhanced status codes (RFC 3463, RFC 7505) that say that the address is at fault, and not the mail, the relay or the moment: no such
/// mailbox or domain, moved without a new address, a domain without mail, a mailbox that is closed.
const GONE: [&str; 6] = ["5.1.1", "5.1.2", "5.1.3", "5.1.6", "5.1.10", "5.2.1"];

/// An address that takes no mail.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = stopped_addresses)]
pub struct Stopped {
    /// The address, lower case.
    pub email: String,
    /// What the relay or a report said.
    pub why: String,
    /// Since when nothing is sent to it.
    pub stopped_at: Timestamp,
    /// Whether it takes mail still, but none that goes to many: its owner complained.
    pub lists_only: bool,
}

/// Who deals with reports about our mail.
pub fn reports() -> Handler {
    Handler { word: WORD, wants: &[Nature::Report], handle }
}

/// Where reports about a mail go, where mail is read.
pub(super) fn address(app: &App, mail: Id) -> Result<Option<String>> {
    let Some(base) = app.inbound.address() else { return Ok(None) };
    let (which, _) = mail.0.as_u64_pair();
    Ok(Some(inbound::personal(base, WORD, &format!("{which:016x}{}", proof(app, mail)?))))
}

/// The half that only we can write.
fn proof(app: &App, mail: Id) -> Result<String> {
    Ok(app.secret.derive_for_address(PURPOSE, &mail.to_string())?.chars().take(HALF).collect())
}

fn handle(tx: &mut Tx<'_>, app: &App, message: &Message, secret: &str) -> Result<&'static str> {
    if message.report.is_none() && message.complaint.is_none() {
        return Ok("no-report-inside");
    }
    let Some((mail, email)) = mail_of(tx, app, secret)? else { return Ok("foreign") };
    if let Some(complaint) = &message.complaint {
        let is_one = complaint.is_one();
        return if is_one { complaints::heed(tx, mail, &email, app.clock.now()) } else { Ok("no-complaint") };
    }
    let Some(report) = &message.report else { return Ok("no-report-inside") };
    if !report.is_final() {
        return Ok("not-final");
    }
    let (reason, now) = (shortened(&report.reason()), app.clock.now());
    // The same report again must not stop an address that was asked for since.
    if !outbox::note_return(tx, mail, &reason, now)? {
        return Ok("returned-before");
    }
    stop_if_gone(tx, &email, &reason, now)?;
    Ok("returned")
}

/// The mail whose return address has this secret, and whom it was for.
fn mail_of(tx: &mut Tx<'_>, app: &App, secret: &str) -> Result<Option<(Id, String)>> {
    let Some((which, said)) = secret.split_at_checked(HALF) else { return Ok(None) };
    let Ok(which) = u64::from_str_radix(which, 16) else { return Ok(None) };
    let of = |rest| Id(Uuid::from_u64_pair(which, rest));
    let near: Vec<(Id, String)> = table::table
        .filter(table::id.between(of(0), of(u64::MAX)))
        .select((table::id, table::email))
        .load(&mut **tx)?;
    for (id, email) in near {
        if proof(app, id)? == said {
            return Ok(Some((id, email)));
        }
    }
    Ok(None)
}

/// Sends nothing more to an address when what was said of it is that it does not exist.
pub(super) fn stop_if_gone(tx: &mut Tx<'_>, email: &str, reason: &str, now: Timestamp) -> Result<()> {
    if !says_gone(reason) {
        return Ok(());
    }
    resume_lists(tx, email)?;
    let row = (
        stopped_addresses::email.eq(email.to_lowercase()),
        stopped_addresses::why.eq(shortened(reason)),
        stopped_addresses::stopped_at.eq(now),
    );
    on_both!(tx, c => {
        diesel::insert_into(stopped_addresses::table).values(row).on_conflict_do_nothing().execute(c)
    })?;
    Ok(())
}

fn says_gone(reason: &str) -> bool {
    reason.split(|c: char| !c.is_ascii_digit() && c != '.').any(|word| GONE.contains(&word.trim_matches('.')))
}

fn shortened(reason: &str) -> String {
    reason.chars().filter(|c| !c.is_control()).take(LONGEST_REASON).collect()
}

/// Those of the claimed mails whose addresses take mail; the others are dropped.
pub(super) fn deliverable(tx: &mut Tx<'_>, claimed: Vec<Row>) -> Result<Vec<Row>> {
    if claimed.is_empty() {
        return Ok(claimed);
    }
    let addresses: Vec<String> = claimed.iter().map(|row| row.email.to_lowercase()).collect();
    let stopped: Vec<(String, bool)> = stopped_addresses::table
        .filter(stopped_addresses::email.eq_any(addresses))
        .select((stopped_addresses::email, stopped_addresses::lists_only))
        .load(&mut **tx)?;
    if stopped.is_empty() {
        return Ok(claimed);
    }
    let is_stopped = |row: &Row| {
        let found = stopped.iter().find(|(email, _)| *email == row.email.to_lowercase());
        found.is_some_and(|(_, lists_only)| !lists_only || complaints::goes_to_many(row))
    };
    let (held, free): (Vec<Row>, Vec<Row>) = claimed.into_iter().partition(is_stopped);
    held.iter().try_for_each(|row| outbox::drop_claimed(tx, row))?;
    Ok(free)
}

/// What is known of an address that takes no mail.
pub fn stopped(db: &mut Db, email: &str) -> Result<Option<Stopped>> {
    Ok(stopped_addresses::table
        .find(email.to_lowercase())
        .select(Stopped::as_select())
        .first(db)
        .optional()?)
}

/// Sends to an address again: its owner or an administrator says that it takes mail, or asks for one this moment.
pub fn resume(tx: &mut Tx<'_>, email: &str) -> Result<()> {
    let gone = stopped_addresses::table.find(email.to_lowercase());
    diesel::delete(gone.filter(stopped_addresses::lists_only.eq(false))).execute(&mut **tx)?;
    Ok(())
}

/// Sends what goes to many to an address again, whose owner complained and wants it after all.
pub fn resume_lists(tx: &mut Tx<'_>, email: &str) -> Result<()> {
    let complained = stopped_addresses::table.find(email.to_lowercase());
    diesel::delete(complained.filter(stopped_addresses::lists_only.eq(true))).execute(&mut **tx)?;
    Ok(())
}

/// Takes addresses that nobody has been told of, the first first, and writes down that coordinators are told now.
pub fn take_untold(tx: &mut Tx<'_>, most: i64, now: Timestamp) -> Result<Vec<Stopped>> {
    let untold: Vec<Stopped> = stopped_addresses::table
        .filter(stopped_addresses::told_at.is_null())
        .filter(stopped_addresses::lists_only.eq(false))
        .order((stopped_addresses::stopped_at, stopped_addresses::email))
        .limit(most)
        .select(Stopped::as_select())
        .load(&mut **tx)?;
    let taken = stopped_addresses::email.eq_any(untold.iter().map(|one| &one.email));
    diesel::update(stopped_addresses::table.filter(taken))
        .set(stopped_addresses::told_at.eq(now))
        .execute(&mut **tx)?;
    Ok(untold)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_about_the_address_stops_it() {
        for reason in [
            "permanent error (550): 5.1.1 no such user",
            "5.1.1 smtp; 550 5.1.1 <bo@horby.example>: Recipient address rejected",
            "permanent error (550): 5.2.1 mailbox disabled",
            "5.1.10 null MX",
        ] {
            assert!(says_gone(reason), "{reason}");
        }
        for reason in [
            "permanent error (550): no such user",
            "permanent error (552): 5.2.2 mailbox full",
            "permanent error (554): 5.7.1 policy",
            "connection to 15.1.1.2 refused",
            "5.0.0",
        ] {
            assert!(!says_gone(reason), "{reason}");
        }
    }
}
