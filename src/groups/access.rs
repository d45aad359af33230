//! Who may see a group.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::RequestState;
use super::group::Group;
use crate::db::schema::{
    group_memberships, group_requests, groups, networks, objections, polls, rounds, seats,
};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare};
use crate::error::{Error, Result};
use crate::networks::{Network, is_coordinator, is_member};
use crate::web::CurrentPerson;

/// As what a person sees a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Access {
    /// One of its members.
    Member,
    /// Runs its network.
    Coordinator,
    /// A member of its network looking at an open group: name, members' organisers, nothing they wrote.
    Neighbour,
}

/// A group as a person sees it.
pub(super) struct Seen {
    pub group: Group,
    pub network: Network,
    pub access: Access,
    /// Whether somebody waits to be let in.
    pub has_requests: bool,
    /// Whether the person has ever said that the group does not work for them.
    pub has_objected: bool,
    /// Whether a date poll is open.
    pub has_poll: bool,
    /// When the group was made.
    pub since: Timestamp,
    /// Fewest in a group of the round that made it, and what coordinators wrote to everybody when publishing it.
    pub round: Option<(i32, String)>,
}

/// The group and as what this person sees it; one query for its members.
pub fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Group, Access)> {
    let seen = see(db, id, person)?;
    Ok((seen.group, seen.access))
}

/// As [`visible`], with what stands around the group.
pub(super) fn see(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<Seen> {
    let member = exists(
        group_memberships::table
            .inner_join(seats::table)
            .filter(group_memberships::group_id.eq(groups::id))
            .filter(group_memberships::left_at.is_null())
            .filter(seats::person_id.eq(person.id)),
    );
    let waiting = exists(
        group_requests::table
            .filter(group_requests::group_id.eq(groups::id))
            .filter(group_requests::state.eq(RequestState::Requested)),
    );
    let objected = exists(
        objections::table
            .filter(objections::group_id.eq(groups::id))
            .filter(objections::person_id.eq(person.id)),
    );
    let polled =
        exists(polls::table.filter(polls::group_id.eq(groups::id)).filter(polls::closed_at.is_null()));
    type Row = (Group, Network, Option<(i32, String)>, Timestamp, (bool, bool, bool, bool));
    let (group, network, round, since, (member, has_requests, has_objected, has_poll)): Row = groups::table
        .inner_join(networks::table)
        .left_join(rounds::table)
        .filter(groups::id.eq(id))
        .select((
            Group::as_select(),
            Network::as_select(),
            (rounds::size_min, rounds::note).nullable(),
            groups::created_at,
            (member, waiting, objected, polled),
        ))
        .prepared()
        .get_result(db)?;
    let access = if member {
        Access::Member
    } else if is_coordinator(db, network.id, person)? {
        Access::Coordinator
    } else if group.open && group.closed_at.is_none() && is_member(db, network.id, person.id)? {
        Access::Neighbour
    } else {
        return Err(Error::NotFound);
    };
    Ok(Seen { group, network, access, has_requests, has_objected, has_poll, since, round })
}
