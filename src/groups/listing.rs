//! Lists of groups, as far as a person may see them.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::access::Access;
use super::group::{Group, of_person};
use crate::db::Db;
use crate::db::schema::{group_memberships, groups};
use crate::db::types::Id;
use crate::error::Result;
use crate::networks;
use crate::web::CurrentPerson;

/// A group in a list.
#[derive(Debug, Clone)]
pub struct ListedGroup {
    /// The group.
    pub group: Group,
    /// How many members it has.
    pub members: i64,
    /// As what the reader sees it.
    pub access: Access,
}

/// The groups of a network that this person may see, by name: their own, the open ones for members of the network,
/// all for its coordinators. Closed groups are left out.
pub fn network_groups(db: &mut Db, network: Id, person: &CurrentPerson) -> Result<Vec<ListedGroup>> {
    let mine: Vec<Id> = of_person(db, person.id)?.into_iter().map(|group| group.id).collect();
    let coordinator = networks::is_coordinator(db, network, person)?;
    let member = networks::is_member(db, network, person.id)?;
    let all: Vec<Group> = groups::table
        .filter(groups::network_id.eq(network))
        .filter(groups::closed_at.is_null())
        .order((groups::name, groups::id))
        .select(Group::as_select())
        .load(db)?;
    let access = |group: &Group| {
        if mine.contains(&group.id) {
            Some(Access::Member)
        } else if coordinator {
            Some(Access::Coordinator)
        } else {
            (member && group.open).then_some(Access::Neighbour)
        }
    };
    let seen = all.into_iter().filter_map(|group| access(&group).map(|access| (group, access))).collect();
    counted(db, seen)
}

/// The groups a person is in, by name.
pub fn mine(db: &mut Db, person: Id) -> Result<Vec<ListedGroup>> {
    let seen = of_person(db, person)?.into_iter().map(|group| (group, Access::Member)).collect();
    counted(db, seen)
}

/// Open groups in the networks of a person that they are not in, by name; at most `most`.
pub fn open_to(db: &mut Db, person: Id, most: i64) -> Result<Vec<ListedGroup>> {
    let networks: Vec<Id> = networks::of_person(db, person)?.into_iter().map(|network| network.id).collect();
    let mine: Vec<Id> = of_person(db, person)?.into_iter().map(|group| group.id).collect();
    let open: Vec<Group> = groups::table
        .filter(groups::network_id.eq_any(networks))
        .filter(groups::open.eq(true))
        .filter(groups::closed_at.is_null())
        .filter(groups::id.ne_all(mine))
        .order((groups::name, groups::id))
        .limit(most)
        .select(Group::as_select())
        .load(db)?;
    counted(db, open.into_iter().map(|group| (group, Access::Neighbour)).collect())
}

fn counted(db: &mut Db, seen: Vec<(Group, Access)>) -> Result<Vec<ListedGroup>> {
    let ids: Vec<Id> = seen.iter().map(|(group, _)| group.id).collect();
    let counts: Vec<(Id, i64)> = group_memberships::table
        .filter(group_memberships::group_id.eq_any(ids))
        .filter(group_memberships::left_at.is_null())
        .group_by(group_memberships::group_id)
        .select((group_memberships::group_id, diesel::dsl::count_star()))
        .load(db)?;
    let counts: BTreeMap<Id, i64> = counts.into_iter().collect();
    let listed = |(group, access): (Group, Access)| {
        let members = counts.get(&group.id).copied().unwrap_or(0);
        ListedGroup { group, members, access }
    };
    Ok(seen.into_iter().map(listed).collect())
}
