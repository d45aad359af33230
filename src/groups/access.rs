//! Who may see a group.

use diesel::dsl::exists;
use diesel::prelude::*;

use super::group::Group;
use crate::db::Db;
use crate::db::schema::{group_memberships, groups, seats};
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::networks;
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

/// The group and as what this person sees it; one query for its members.
pub fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Group, Access)> {
    let member = exists(
        group_memberships::table
            .inner_join(seats::table)
            .filter(group_memberships::group_id.eq(groups::id))
            .filter(group_memberships::left_at.is_null())
            .filter(seats::person_id.eq(person.id)),
    );
    let (group, member): (Group, bool) =
        groups::table.find(id).select((Group::as_select(), member)).first(db)?;
    if member {
        return Ok((group, Access::Member));
    }
    if networks::is_coordinator(db, group.network_id, person)? {
        return Ok((group, Access::Coordinator));
    }
    if group.open && group.closed_at.is_none() && networks::is_member(db, group.network_id, person.id)? {
        return Ok((group, Access::Neighbour));
    }
    Err(Error::NotFound)
}
