//! Complaints: somebody called a mail of ours unwanted, and their mail provider reports it (RFC 5965).
//!
//! Nothing that goes to many is sent to that address any more, as if its owner had unsubscribed from all of it, until they ask for it
//! again in their settings. What is for them alone (a password, an invitation) still comes.

use diesel::prelude::*;

use super::outbox::Row;
use crate::db::Tx;
use crate::db::schema::{complaints, outbox, stopped_addresses};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::on_both;

/// What `stopped_addresses` says of an address whose owner complained; pages have words for it.
const WHY: &str = "complaint";

/// Notes a complaint about a mail; a word for the log says whether it was news.
pub(super) fn heed(tx: &mut Tx<'_>, mail: Id, email: &str, now: Timestamp) -> Result<&'static str> {
    let kind: String = outbox::table.find(mail).select(outbox::kind).first(&mut **tx)?;
    let row = (complaints::mail_id.eq(mail), complaints::kind.eq(kind), complaints::complained_at.eq(now));
    let first = on_both!(tx, c => {
        diesel::insert_into(complaints::table).values(row).on_conflict_do_nothing().execute(c)
    })?;
    // The same report again must not stop what was asked for since.
    if first == 0 {
        return Ok("complained-before");
    }
    let stop = (
        stopped_addresses::email.eq(email.to_lowercase()),
        stopped_addresses::why.eq(WHY),
        stopped_addresses::stopped_at.eq(now),
        stopped_addresses::lists_only.eq(true),
    );
    on_both!(tx, c => {
        diesel::insert_into(stopped_addresses::table).values(stop).on_conflict_do_nothing().execute(c)
    })?;
    Ok("complained")
}

/// Whether a mail goes to many, and can be unsubscribed from.
pub(super) fn goes_to_many(row: &Row) -> bool {
    row.unsubscribe_url.is_some()
}

/// Forgets complaints from before `before`.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(complaints::table.filter(complaints::complained_at.lt(before))).execute(&mut **tx)?;
    Ok(())
}
