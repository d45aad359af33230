//! What must be answerable afterwards: sign-ins, denials, administration. Identifiers only, never an address of a
//! stranger, never a secret.

use diesel::prelude::*;

use crate::clock;
use crate::db::Tx;
use crate::db::schema::audit_events;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;

/// Something to remember.
#[derive(Debug, Clone)]
pub struct Audit<'a> {
    /// Who did it, if known.
    pub actor: Option<Id>,
    /// What: `sign-in`, `sign-in-refused`, `password-set`, …
    pub action: &'static str,
    /// To what: an identifier, or empty.
    pub subject: String,
    /// From which network address.
    pub address: Option<&'a str>,
}

/// Writes an event down, in the transaction of what it is about.
pub fn audit(tx: &mut Tx<'_>, event: &Audit<'_>, now: Timestamp) -> Result<()> {
    diesel::insert_into(audit_events::table)
        .values((
            audit_events::id.eq(clock::new_id()),
            audit_events::at.eq(now),
            audit_events::actor_id.eq(event.actor),
            audit_events::action.eq(event.action),
            audit_events::subject.eq(&event.subject),
            audit_events::address.eq(event.address),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Deletes events from before `before`.
pub fn forget_audit(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(audit_events::table.filter(audit_events::at.lt(before))).execute(&mut **tx)?;
    Ok(())
}
