//! What waits for a coordinator after publishing: objections, people without a group, groups that have become too small.

use std::collections::BTreeMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::published::{Standing, standing};
use super::round::Round;
use super::{late, objection};
use crate::db::Db;
use crate::db::schema::{group_memberships, groups, people, seats};
use crate::db::types::Id;
use crate::error::Result;

/// How much waits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Waits {
    /// Open objections.
    pub objections: usize,
    /// People without a group.
    pub people: usize,
    /// Those of them who came after publishing; the others were told then.
    pub late: usize,
    /// Groups that have become too small.
    pub groups: usize,
}

impl Waits {
    /// Everything that has come since publishing.
    pub fn fresh(self) -> usize {
        self.objections + self.late + self.groups
    }
}

/// What waits in a published round; nothing in another.
pub fn waits(db: &mut Db, round: &Round) -> Result<Waits> {
    let Some(published) = round.published_at else { return Ok(Waits::default()) };
    let people = late::waiting_since(db, round.id)?;
    Ok(Waits {
        objections: objection::open_of(db, round.id)?.len(),
        people: people.len(),
        late: people.iter().filter(|(_, since)| *since > published).count(),
        groups: too_small(db, round)?.len(),
    })
}

/// The groups of a round that have fewer members than they should, with how many they have. Seats that nobody with an
/// account holds do not count.
pub(super) fn too_small(db: &mut Db, round: &Round) -> Result<Vec<(Standing, usize)>> {
    let standing = standing(db, round)?;
    let counts: Vec<(Id, i64)> = group_memberships::table
        .inner_join(groups::table)
        .inner_join(seats::table.inner_join(people::table))
        .filter(groups::round_id.eq(round.id))
        .filter(group_memberships::left_at.is_null())
        .filter(people::disabled_at.is_null())
        .group_by(groups::id)
        .select((groups::id, count_star()))
        .load(db)?;
    let counts: BTreeMap<Id, i64> = counts.into_iter().collect();
    let size = |group: &Standing| usize::try_from(counts.get(&group.id).copied().unwrap_or(0)).unwrap_or(0);
    let sized = standing.into_iter().map(|group| {
        let size = size(&group);
        (group, size)
    });
    Ok(sized.filter(|(group, size)| *size < group.fewest).collect())
}
