//! What was changed in a proposal, so that it can be undone: the latest first, and never one without those after it.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::proposal::changeable;
use super::snapshot::{self, Snapshot};
use crate::clock;
use crate::db::schema::proposal_changes;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::word_enum;

/// So many changes of a round can be undone.
pub(super) const MOST_UNDONE: i64 = 30;

word_enum! {
    /// A kind of change. Texts: `change-<word>`.
    pub enum ChangeKind {
        /// Somebody was moved to a group.
        Move = "move",
        /// Two changed places.
        Swap = "swap",
        /// Somebody was taken out.
        Out = "out",
        /// Somebody was locked to a group.
        Lock = "lock",
        /// Somebody is no longer locked.
        Unlock = "unlock",
        /// A group was frozen.
        Freeze = "freeze",
        /// A group is no longer frozen.
        Unfreeze = "unfreeze",
        /// A group got another name.
        Rename = "rename",
        /// A search improved what was not locked.
        Improve = "improve",
        /// A search made a new proposal.
        Anew = "anew",
        /// A proposal put aside was taken up.
        TakeUp = "take_up",
    }
}

impl ChangeKind {
    /// Whether it put another proposal in place of the whole.
    fn is_whole(self) -> bool {
        matches!(self, ChangeKind::Improve | ChangeKind::Anew | ChangeKind::TakeUp)
    }
}

/// Whom and what a change was about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// The registrations.
    pub registrations: Vec<Id>,
    /// The group or the proposal, by name.
    pub name: String,
}

/// A change that can be undone.
#[derive(Debug, Clone)]
pub struct Change {
    /// Identifier.
    pub id: Id,
    /// What kind.
    pub kind: ChangeKind,
    /// Whom and what it was about.
    pub about: About,
    /// When.
    pub made_at: Timestamp,
}

/// Writes down what a change is about to replace.
pub(super) fn record(
    tx: &mut Tx<'_>,
    round: Id,
    kind: ChangeKind,
    about: &About,
    before: &Snapshot,
    by: Option<Id>,
    now: Timestamp,
) -> Result<()> {
    diesel::insert_into(proposal_changes::table)
        .values((
            proposal_changes::id.eq(clock::new_id()),
            proposal_changes::round_id.eq(round),
            proposal_changes::kind.eq(kind),
            proposal_changes::about.eq(serde_json::to_string(about)?),
            proposal_changes::before.eq(serde_json::to_string(before)?),
            proposal_changes::made_by.eq(by),
            proposal_changes::made_at.eq(now),
        ))
        .execute(&mut **tx)?;
    let oldest: Option<Id> = proposal_changes::table
        .filter(proposal_changes::round_id.eq(round))
        .order(proposal_changes::id.desc())
        .offset(MOST_UNDONE - 1)
        .select(proposal_changes::id)
        .first(&mut **tx)
        .optional()?;
    if let Some(oldest) = oldest {
        let older = proposal_changes::table
            .filter(proposal_changes::round_id.eq(round))
            .filter(proposal_changes::id.lt(oldest));
        diesel::delete(older).execute(&mut **tx)?;
    }
    Ok(())
}

/// What can be undone, the latest first.
pub fn changes(db: &mut Db, round: Id) -> Result<Vec<Change>> {
    let rows: Vec<(Id, ChangeKind, String, Timestamp)> = proposal_changes::table
        .filter(proposal_changes::round_id.eq(round))
        .order(proposal_changes::id.desc())
        .limit(MOST_UNDONE)
        .select((
            proposal_changes::id,
            proposal_changes::kind,
            proposal_changes::about,
            proposal_changes::made_at,
        ))
        .load(db)?;
    let change = |(id, kind, about, made_at): (Id, ChangeKind, String, Timestamp)| {
        Ok(Change { id, kind, about: serde_json::from_str(&about)?, made_at })
    };
    rows.into_iter().map(change).collect()
}

/// The latest change, if there is one: who has it in mind knows whether something has changed since.
pub(super) fn latest(db: &mut Db, round: Id) -> Result<Option<Id>> {
    Ok(proposal_changes::table
        .filter(proposal_changes::round_id.eq(round))
        .order(proposal_changes::id.desc())
        .select(proposal_changes::id)
        .first(db)
        .optional()?)
}

/// Undoes a change and all that were made after it; how many. [`Error::NotFound`] when it is not of this round or undone
/// already, [`Error::Conflict`] when there is no proposal any more.
pub fn undo(tx: &mut Tx<'_>, round: Id, change: Id) -> Result<usize> {
    let round = changeable(tx, round)?;
    let rows: Vec<(Id, ChangeKind, String)> = proposal_changes::table
        .filter(proposal_changes::round_id.eq(round.id))
        .filter(proposal_changes::id.ge(change))
        .order(proposal_changes::id.desc())
        .select((proposal_changes::id, proposal_changes::kind, proposal_changes::before))
        .load(&mut **tx)?;
    if rows.last().is_none_or(|(id, ..)| *id != change) {
        return Err(Error::NotFound);
    }
    for (id, kind, before) in &rows {
        let before: Snapshot = serde_json::from_str(before)?;
        if kind.is_whole() {
            snapshot::replace(tx, round.id, &before)?;
        } else {
            snapshot::put_back(tx, round.id, &before)?;
        }
        diesel::delete(proposal_changes::table.find(id)).execute(&mut **tx)?;
    }
    Ok(rows.len())
}

/// Forgets what could be undone.
pub(super) fn forget(tx: &mut Tx<'_>, round: Id) -> Result<()> {
    diesel::delete(proposal_changes::table.filter(proposal_changes::round_id.eq(round)))
        .execute(&mut **tx)?;
    Ok(())
}
