//! Who wants no letters from a network. Mail about their groups, meetups and rounds still comes.

use diesel::prelude::*;

use super::jobs::Outcome;
use crate::db::Tx;
use crate::db::schema::{letter_mutes, letter_recipients, outbox};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::mail::outbox::{self as queue, State};

/// No more letters for this person from this network, and none that waits. Again is as good as once.
pub fn mute(tx: &mut Tx<'_>, network: Id, person: Id, now: Timestamp) -> Result<()> {
    tx.lock(person)?;
    unmute(tx, network, person)?;
    diesel::insert_into(letter_mutes::table)
        .values((
            letter_mutes::network_id.eq(network),
            letter_mutes::person_id.eq(person),
            letter_mutes::muted_at.eq(now),
        ))
        .execute(&mut **tx)?;
    let waiting = outbox::table
        .filter(outbox::person_id.eq(person))
        .filter(outbox::network_id.eq(network))
        .filter(outbox::kind.eq("letter"))
        .filter(outbox::state.eq(State::Queued))
        .select(outbox::logical_key);
    let dropped = letter_recipients::table
        .filter(letter_recipients::person_id.eq(person))
        .filter(letter_recipients::mail_key.eq_any(waiting));
    diesel::update(dropped).set(letter_recipients::outcome.eq(Outcome::Muted)).execute(&mut **tx)?;
    queue::drop_waiting_of(tx, "letter", person, network).map(drop)
}

/// Letters again.
pub fn unmute(tx: &mut Tx<'_>, network: Id, person: Id) -> Result<()> {
    diesel::delete(letter_mutes::table.find((network, person))).execute(&mut **tx)?;
    Ok(())
}
