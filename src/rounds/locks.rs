//! Locking somebody to a group and freezing a group: a search leaves them as they are, and so do changes by hand.

use diesel::prelude::*;
use matching::LockedGroup;

use super::changes::{self, About, ChangeKind};
use super::proposal::{ProposedGroup, changeable};
use super::snapshot;
use crate::db::Tx;
use crate::db::schema::{proposal_groups, proposal_places};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};

/// What is locked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lock {
    /// Somebody to the group they stand in, by registration.
    Person(Id),
    /// A whole group: nobody in, nobody out.
    Group(Id),
}

/// Locks or unlocks; the group it is about. What is so already stays so. [`Error::NotFound`] when the person has no
/// group or the group is not of this round, [`Error::Conflict`] when there is no proposal any more.
pub fn lock(tx: &mut Tx<'_>, round: Id, what: Lock, locked: bool, by: Id, now: Timestamp) -> Result<Id> {
    let round = changeable(tx, round)?;
    let (groups, registrations) = match what {
        Lock::Person(registration) => (Vec::new(), vec![registration]),
        Lock::Group(group) => (vec![group], Vec::new()),
    };
    let before = snapshot::part(tx, &round, &groups, &registrations)?;
    let at = locked.then_some(now);
    let (group, is_locked, kind) = match what {
        Lock::Person(_) => {
            let place = before.places.first().ok_or(Error::NotFound)?;
            let kind = if locked { ChangeKind::Lock } else { ChangeKind::Unlock };
            (place.group.ok_or(Error::NotFound)?, place.locked_at.is_some(), kind)
        }
        Lock::Group(_) => {
            let group = before.groups.first().ok_or(Error::NotFound)?;
            let kind = if locked { ChangeKind::Freeze } else { ChangeKind::Unfreeze };
            (group.id, group.frozen_at.is_some(), kind)
        }
    };
    if is_locked == locked {
        return Ok(group);
    }
    let name = proposal_groups::table.find(group).select(proposal_groups::name).first(&mut **tx)?;
    let about = About { registrations, name };
    changes::record(tx, round.id, kind, &about, &before, Some(by), now)?;
    match what {
        Lock::Person(registration) => diesel::update(proposal_places::table.find(registration))
            .set(proposal_places::locked_at.eq(at))
            .execute(&mut **tx)?,
        Lock::Group(group) => diesel::update(proposal_groups::table.find(group))
            .set(proposal_groups::frozen_at.eq(at))
            .execute(&mut **tx)?,
    };
    Ok(group)
}

impl ProposedGroup {
    /// How the matcher is told what is locked here; nothing where nothing is. `place` gives people by registration.
    pub(super) fn lock(&self, place: impl Fn(Id) -> Option<usize>) -> Option<LockedGroup> {
        let held = self.members.iter().filter(|member| self.frozen || member.locked);
        let members: Vec<usize> = held.filter_map(|member| place(member.registered.id)).collect();
        (!members.is_empty()).then_some(LockedGroup { members, frozen: self.frozen })
    }
}
