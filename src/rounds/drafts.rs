//! Proposals put aside under a name, to compare and choose among. The one on the board is not among them.

use std::collections::BTreeMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::changes::{self, About, ChangeKind};
use super::proposal::{Outcome, Proposal, changeable};
use super::registration::registered;
use super::round::Round;
use super::snapshot::{self, Snapshot};
use crate::clock;
use crate::db::schema::proposal_drafts;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};

/// So many may be put aside in a round.
pub(super) const MOST_KEPT: usize = 10;

/// What proposals are compared by.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// How good the groups are.
    pub outcome: Outcome,
    /// Groups.
    pub groups: usize,
    /// People with a group.
    pub placed: usize,
    /// People without.
    pub unplaced: usize,
    /// People in the smallest group.
    pub smallest: usize,
    /// People in the largest group.
    pub largest: usize,
    /// People placed by hand.
    pub by_hand: usize,
}

/// A proposal put aside.
#[derive(Debug, Clone)]
pub struct Draft {
    /// Identifier.
    pub id: Id,
    /// Its name.
    pub name: String,
    /// What it is compared by.
    pub figures: Figures,
    /// When it was put aside.
    pub kept_at: Timestamp,
}

impl Figures {
    /// The figures of a proposal as it is stored.
    fn of(kept: &Snapshot) -> Self {
        let mut sizes: BTreeMap<Id, usize> = BTreeMap::new();
        for group in kept.places.iter().filter_map(|place| place.group) {
            *sizes.entry(group).or_default() += 1;
        }
        let placed = sizes.values().sum();
        Figures {
            outcome: kept.outcome.clone(),
            groups: sizes.len(),
            placed,
            unplaced: kept.places.len().saturating_sub(placed),
            smallest: sizes.values().copied().min().unwrap_or(0),
            largest: sizes.values().copied().max().unwrap_or(0),
            by_hand: kept.places.iter().filter(|place| place.group.and(place.moved_at).is_some()).count(),
        }
    }
}

/// The figures of the proposal on the board.
pub fn figures(db: &mut Db, round: &Round) -> Result<Figures> {
    Ok(Figures::of(&snapshot::whole(db, round)?))
}

/// Puts the proposal on the board aside under a name; it also stays on the board.
/// [`Error::Conflict`] when there is none, or so many are put aside already that nobody could compare them.
pub fn keep(tx: &mut Tx<'_>, round: Id, name: &str, by: Id, now: Timestamp) -> Result<Id> {
    let round = changeable(tx, round)?;
    if drafts(tx, round.id)?.len() >= MOST_KEPT {
        return Err(Error::Conflict("error-drafts-many"));
    }
    let kept = snapshot::whole(tx, &round)?;
    let id = clock::new_id();
    diesel::insert_into(proposal_drafts::table)
        .values((
            proposal_drafts::id.eq(id),
            proposal_drafts::round_id.eq(round.id),
            proposal_drafts::name.eq(name),
            proposal_drafts::content.eq(serde_json::to_string(&kept)?),
            proposal_drafts::figures.eq(serde_json::to_string(&Figures::of(&kept))?),
            proposal_drafts::kept_by.eq(by),
            proposal_drafts::kept_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

type Row = (Id, String, String, Timestamp);

/// Those put aside, oldest first.
pub fn drafts(db: &mut Db, round: Id) -> Result<Vec<Draft>> {
    let rows: Vec<Row> = proposal_drafts::table
        .filter(proposal_drafts::round_id.eq(round))
        .order(proposal_drafts::id)
        .select((
            proposal_drafts::id,
            proposal_drafts::name,
            proposal_drafts::figures,
            proposal_drafts::kept_at,
        ))
        .load(db)?;
    let draft = |(id, name, figures, kept_at): Row| {
        Ok(Draft { id, name, figures: serde_json::from_str(&figures)?, kept_at })
    };
    rows.into_iter().map(draft).collect()
}

fn content(db: &mut Db, round: Id, draft: Id) -> Result<(String, Snapshot)> {
    let (name, content): (String, String) = proposal_drafts::table
        .find(draft)
        .filter(proposal_drafts::round_id.eq(round))
        .select((proposal_drafts::name, proposal_drafts::content))
        .first(db)?;
    Ok((name, serde_json::from_str(&content)?))
}

/// One put aside, by name, with its groups as they would stand. [`Error::NotFound`] when it is not of this round.
pub fn draft(db: &mut Db, round: Id, draft: Id) -> Result<(String, Proposal)> {
    let (name, kept) = content(db, round, draft)?;
    Ok((name, kept.read(registered(db, round)?)?))
}

/// Puts one on the board in place of what stands there, which can be undone. It also stays put aside.
pub fn take_up(tx: &mut Tx<'_>, round: Id, draft: Id, by: Id, now: Timestamp) -> Result<()> {
    let round = changeable(tx, round)?;
    let (name, kept) = content(tx, round.id, draft)?;
    let before = snapshot::whole(tx, &round)?;
    let about = About { name, ..About::default() };
    changes::record(tx, round.id, ChangeKind::TakeUp, &about, &before, Some(by), now)?;
    snapshot::replace(tx, round.id, &kept)
}

/// Throws one away. [`Error::NotFound`] when it is not of this round.
pub fn throw_away(tx: &mut Tx<'_>, round: Id, draft: Id) -> Result<()> {
    let of_round = proposal_drafts::table.find(draft).filter(proposal_drafts::round_id.eq(round));
    let gone = diesel::delete(of_round).execute(&mut **tx)?;
    if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
}
