//! A proposal, or the part of it that a change touches, as data that can be put back. Names of people are not part of it.

use std::collections::{BTreeMap, BTreeSet};

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::proposal::{Outcome, Proposal, ProposedGroup, ProposedMember, clear, set_outcome};
use super::registration::{Registered, RegistrationState};
use super::round::Round;
use super::why::{Reason, UnplacedWhy};
use crate::db::schema::{proposal_groups, proposal_places, registrations};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;

/// Groups and places, with the figures of the whole proposal.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Snapshot {
    pub groups: Vec<GroupRow>,
    pub places: Vec<PlaceRow>,
    pub outcome: Outcome,
}

/// A proposed group as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Queryable)]
pub(super) struct GroupRow {
    pub id: Id,
    pub position: i32,
    pub name: String,
    /// JSON.
    pub why: String,
    pub frozen_at: Option<Timestamp>,
}

/// Where the proposal puts a registration, as it is stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Queryable)]
pub(super) struct PlaceRow {
    pub registration: Id,
    pub group: Option<Id>,
    /// JSON.
    pub why: String,
    pub moved_at: Option<Timestamp>,
    pub locked_at: Option<Timestamp>,
}

/// The whole proposal as it stands, with its figures: two queries.
pub(super) fn whole(db: &mut Db, round: &Round) -> Result<Snapshot> {
    Ok(Snapshot { outcome: Outcome::of(round).unwrap_or_default(), ..rows(db, round.id)? })
}

/// The groups and places of the whole proposal: two queries.
pub(super) fn rows(db: &mut Db, round: Id) -> Result<Snapshot> {
    let groups = proposal_groups::table
        .filter(proposal_groups::round_id.eq(round))
        .order(proposal_groups::position)
        .select(group_columns())
        .load(db)?;
    let places = proposal_places::table
        .filter(proposal_places::round_id.eq(round))
        .select(place_columns())
        .load(db)?;
    Ok(Snapshot { groups, places, outcome: Outcome::default() })
}

/// These groups with all who are in them, and these registrations: two queries.
pub(super) fn part(db: &mut Db, round: &Round, of: &[Id], registrations: &[Id]) -> Result<Snapshot> {
    let groups = proposal_groups::table
        .filter(proposal_groups::round_id.eq(round.id))
        .filter(proposal_groups::id.eq_any(of))
        .select(group_columns())
        .load(db)?;
    let inside = proposal_places::proposal_group_id.eq_any(of).assume_not_null();
    let places = proposal_places::table
        .filter(proposal_places::round_id.eq(round.id))
        .filter(inside.or(proposal_places::registration_id.eq_any(registrations)))
        .select(place_columns())
        .load(db)?;
    Ok(Snapshot { groups, places, outcome: Outcome::of(round).unwrap_or_default() })
}

type GroupColumns = (
    proposal_groups::id,
    proposal_groups::position,
    proposal_groups::name,
    proposal_groups::why,
    proposal_groups::frozen_at,
);

fn group_columns() -> GroupColumns {
    (
        proposal_groups::id,
        proposal_groups::position,
        proposal_groups::name,
        proposal_groups::why,
        proposal_groups::frozen_at,
    )
}

type PlaceColumns = (
    proposal_places::registration_id,
    proposal_places::proposal_group_id,
    proposal_places::why,
    proposal_places::moved_at,
    proposal_places::locked_at,
);

fn place_columns() -> PlaceColumns {
    (
        proposal_places::registration_id,
        proposal_places::proposal_group_id,
        proposal_places::why,
        proposal_places::moved_at,
        proposal_places::locked_at,
    )
}

/// Puts a part back where it was. Whoever has left meanwhile stays away.
pub(super) fn put_back(tx: &mut Tx<'_>, round: Id, part: &Snapshot) -> Result<()> {
    for group in &part.groups {
        diesel::update(proposal_groups::table.find(group.id))
            .set((
                proposal_groups::name.eq(&group.name),
                proposal_groups::why.eq(&group.why),
                proposal_groups::frozen_at.eq(group.frozen_at),
            ))
            .execute(&mut **tx)?;
    }
    for place in &part.places {
        diesel::update(proposal_places::table.find(place.registration))
            .set((
                proposal_places::proposal_group_id.eq(place.group),
                proposal_places::why.eq(&place.why),
                proposal_places::moved_at.eq(place.moved_at),
                proposal_places::locked_at.eq(place.locked_at),
            ))
            .execute(&mut **tx)?;
    }
    set_outcome(tx, round, &part.outcome)
}

/// Puts a whole proposal in place of the one that stands. Whoever has left since it was made is left out; whoever is
/// registered and not in it has no group, and is named with that reason.
pub(super) fn replace(tx: &mut Tx<'_>, round: Id, whole: &Snapshot) -> Result<()> {
    let mut active: BTreeSet<Id> = active(tx, round)?;
    clear(tx, round)?;
    for group in &whole.groups {
        diesel::insert_into(proposal_groups::table)
            .values((
                proposal_groups::id.eq(group.id),
                proposal_groups::round_id.eq(round),
                proposal_groups::position.eq(group.position),
                proposal_groups::name.eq(&group.name),
                proposal_groups::why.eq(&group.why),
                proposal_groups::frozen_at.eq(group.frozen_at),
            ))
            .execute(&mut **tx)?;
    }
    let mut places: Vec<NewPlace> = Vec::new();
    places.extend(whole.places.iter().filter(|place| active.remove(&place.registration)).map(|place| {
        NewPlace {
            registration_id: place.registration,
            round_id: round,
            proposal_group_id: place.group,
            why: place.why.clone(),
            moved_at: place.moved_at,
            locked_at: place.locked_at,
        }
    }));
    let why = serde_json::to_string(&UnplacedWhy { reason: Reason::CameLater, help: Vec::new() })?;
    places.extend(active.into_iter().map(|registration_id| NewPlace {
        registration_id,
        round_id: round,
        proposal_group_id: None,
        why: why.clone(),
        moved_at: None,
        locked_at: None,
    }));
    for some in places.chunks(1_000) {
        crate::on_both!(tx, c => diesel::insert_into(proposal_places::table).values(some).execute(c))?;
    }
    set_outcome(tx, round, &whole.outcome)
}

/// The registrations of a round that count.
pub(super) fn active(db: &mut Db, round: Id) -> Result<BTreeSet<Id>> {
    let rows: Vec<Id> = registrations::table
        .filter(registrations::round_id.eq(round))
        .filter(registrations::state.eq(RegistrationState::Active))
        .select(registrations::id)
        .load(db)?;
    Ok(rows.into_iter().collect())
}

#[derive(Insertable)]
#[diesel(table_name = proposal_places)]
struct NewPlace {
    registration_id: Id,
    round_id: Id,
    proposal_group_id: Option<Id>,
    why: String,
    moved_at: Option<Timestamp>,
    locked_at: Option<Timestamp>,
}

impl Snapshot {
    /// With the people in it, in the order in which they are given.
    pub(super) fn read(self, everybody: Vec<Registered>) -> Result<Proposal> {
        let mut groups = Vec::new();
        for GroupRow { id, name, why, frozen_at, .. } in self.groups {
            let (why, frozen) = (serde_json::from_str(&why)?, frozen_at.is_some());
            groups.push(ProposedGroup { id, name, why, frozen, members: Vec::new() });
        }
        let at: BTreeMap<Id, usize> = groups.iter().enumerate().map(|(at, group)| (group.id, at)).collect();
        let mut places: BTreeMap<Id, PlaceRow> =
            self.places.into_iter().map(|place| (place.registration, place)).collect();
        let mut unplaced = Vec::new();
        for registered in everybody {
            let Some(PlaceRow { group, why, moved_at, locked_at, .. }) = places.remove(&registered.id) else {
                continue;
            };
            match group.and_then(|id| at.get(&id)).and_then(|at| groups.get_mut(*at)) {
                Some(group) => {
                    let (moved, locked) = (moved_at.is_some(), locked_at.is_some());
                    let why = serde_json::from_str(&why)?;
                    group.members.push(ProposedMember { registered, why, moved, locked });
                }
                None => unplaced.push((registered, serde_json::from_str(&why)?)),
            }
        }
        Ok(Proposal { groups, unplaced })
    }
}
