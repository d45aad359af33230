//! Publishing a round: the groups exist, and everybody registered is told.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::mail::{self, Colleague};
use super::proposal::{Proposal, proposal};
use super::registration::{RegistrationState, registered};
use super::round::{Round, find};
use super::words::ThemeNames;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::rounds;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::groups::{self, NewGroup};
use crate::networks;

/// Publishes the proposal: makes the groups and queues one mail to everybody registered. Whether this call did it:
/// however many publish at once, one does. [`Error::Conflict`] when there is no proposal.
pub fn publish(tx: &mut Tx<'_>, app: &App, round: Id, note: &str, by: Id) -> Result<bool> {
    let now = app.clock.now();
    tx.lock(round)?;
    let ready = rounds::table
        .find(round)
        .filter(rounds::matched_at.is_not_null())
        .filter(rounds::published_at.is_null())
        .filter(rounds::cancelled_at.is_null());
    let changed = diesel::update(ready)
        .set((rounds::published_at.eq(now), rounds::published_by.eq(by), rounds::note.eq(note)))
        .execute(&mut **tx)?;
    let round = find(tx, round)?;
    if changed == 0 {
        return match round.published_at {
            Some(_) => Ok(false),
            None => Err(Error::Conflict("error-round-no-proposal")),
        };
    }
    let proposal = proposal(tx, round.id)?;
    let made = make_groups(tx, &round, &proposal, by, now)?;
    tell_everybody(tx, app, &round, &proposal, &made)?;
    Ok(true)
}

/// The groups of the proposal as real groups: their identifiers in the same order; none for one that is empty.
fn make_groups(
    tx: &mut Tx<'_>,
    round: &Round,
    proposal: &Proposal,
    by: Id,
    now: Timestamp,
) -> Result<Vec<Option<Id>>> {
    let mut made = Vec::new();
    for group in &proposal.groups {
        if group.members.is_empty() {
            made.push(None);
            continue;
        }
        let new = NewGroup {
            network_id: round.network_id,
            round_id: Some(round.id),
            name: group.name.clone(),
            why: serde_json::to_string(&group.why)?,
            open: true,
            created_by: Some(by),
        };
        let id = groups::create(tx, &new, now)?;
        for member in &group.members {
            groups::add_member(tx, id, member.registered.seat_id, &serde_json::to_string(&member.why)?, now)?;
        }
        made.push(Some(id));
    }
    Ok(made)
}

fn tell_everybody(
    tx: &mut Tx<'_>,
    app: &App,
    round: &Round,
    proposal: &Proposal,
    made: &[Option<Id>],
) -> Result<()> {
    let network = networks::find(tx, round.network_id)?;
    let themes = ThemeNames::load(tx)?;
    let members = proposal.groups.iter().flat_map(|group| group.members.iter().map(|each| &each.registered));
    let seats: Vec<Id> =
        members.chain(proposal.unplaced.iter().map(|(each, _)| each)).map(|each| each.seat_id).collect();
    let recipients: BTreeMap<Id, _> = groups::recipients_of_seats(tx, &seats)?.into_iter().collect();
    for (group, id) in proposal.groups.iter().zip(made) {
        let Some(id) = id else { continue };
        let people: Vec<Colleague> =
            group.members.iter().map(|each| Colleague::of(&each.registered)).collect();
        for member in &group.members {
            let Some(to) = recipients.get(&member.registered.seat_id) else { continue };
            let placed = mail::Placing { round, network: &network, group, id: *id, people: &people };
            mail::placed(tx, app, to, &placed, member, &themes)?;
        }
    }
    for (registered, why) in &proposal.unplaced {
        let Some(to) = recipients.get(&registered.seat_id) else { continue };
        mail::unplaced(tx, app, to, round, &network, registered.id, why)?;
    }
    Ok(())
}

/// Calls a round off and tells everybody registered.
pub fn cancel(tx: &mut Tx<'_>, app: &App, round: Id, by: Id) -> Result<()> {
    if !super::round::cancel(tx, round, by, app.clock.now())? {
        return Ok(());
    }
    let round = find(tx, round)?;
    let network = networks::find(tx, round.network_id)?;
    let seats: Vec<Id> = registered(tx, round.id)?
        .into_iter()
        .filter(|each| each.state != RegistrationState::Withdrawn)
        .map(|each| each.seat_id)
        .collect();
    for (seat, to) in groups::recipients_of_seats(tx, &seats)? {
        mail::cancelled(tx, app, &to, &round, &network, seat)?;
    }
    Ok(())
}
