//! Which organisers take part: somebody there holds a confirmed seat in a network that the visitor may see, so that a
//! mark tells no more than the pages would. People with protected personal data do not count, because a mark on a
//! small organiser would tell where they work.

use std::collections::HashSet;

use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{network_coordinators, network_memberships, networks, people, seats};
use crate::db::types::Id;
use crate::error::Result;
use crate::networks::{MembershipState, Visibility};
use crate::web::CurrentPerson;

/// Those of some organisers that take part, as far as this visitor may know. At most three queries.
pub fn taking_part(
    db: &mut Db,
    codes: &[String],
    visitor: Option<&CurrentPerson>,
) -> Result<HashSet<String>> {
    let own = match visitor {
        Some(person) => networks_of(db, person.id)?,
        None => Vec::new(),
    };
    let sees_all = visitor.is_some_and(|person| person.administrator);
    let mut seated = seats::table
        .inner_join(people::table)
        .inner_join(network_memberships::table.inner_join(networks::table))
        .filter(seats::organiser_code.eq_any(codes))
        .filter(seats::confirmed_at.is_not_null())
        .filter(people::protected.eq(false))
        .filter(people::disabled_at.is_null())
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(seats::organiser_code)
        .distinct()
        .into_boxed();
    if !sees_all {
        seated = seated.filter(networks::visibility.eq(Visibility::Public).or(networks::id.eq_any(own)));
    }
    let found: Vec<String> = seated.load(db)?;
    Ok(found.into_iter().collect())
}

/// The networks somebody is in by a seat, or coordinates.
fn networks_of(db: &mut Db, person: Id) -> Result<Vec<Id>> {
    let mut found: Vec<Id> = network_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq(person))
        .filter(network_memberships::state.eq(MembershipState::Active))
        .select(network_memberships::network_id)
        .load(db)?;
    let coordinated: Vec<Id> = network_coordinators::table
        .filter(network_coordinators::person_id.eq(person))
        .select(network_coordinators::network_id)
        .load(db)?;
    found.extend(coordinated);
    Ok(found)
}
