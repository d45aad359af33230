//! Where a person stands: the seats they hold, and the groups and networks that these are in.

use std::collections::BTreeMap;

use diesel::dsl::exists;
use diesel::prelude::*;

use super::seat::HeldSeat;
use crate::db::schema::{
    approvals, group_memberships, groups, network_memberships, networks, organiser_approvers, organisers,
    outcomes, polls, seats,
};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare};
use crate::error::Result;
use crate::networks::MembershipState;
use crate::posts::ApprovalStep;

/// A group or a network that somebody is in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Identifier.
    pub id: Id,
    /// Name.
    pub name: String,
    /// Name of a network in addresses; empty for groups.
    pub slug: String,
    /// Whether the group is closed or the network archived.
    pub over: bool,
    /// Whether a date poll is open in the group.
    pub polled: bool,
    /// Whether something is promised in the group for a day and not done.
    pub promised: bool,
}

/// Where a person stands.
#[derive(Debug, Clone, Default)]
pub struct Standing {
    /// Their seats, by organiser.
    pub seats: Vec<HeldSeat>,
    /// The groups of these seats, closed ones too, by name.
    pub groups: Vec<Place>,
    /// The networks that these seats are active members of, archived ones too, by name.
    pub networks: Vec<Place>,
    /// Whether a story waits for them to say that more people may read it.
    pub asked: bool,
}

type Group = (Option<Id>, Option<String>, Option<Timestamp>, bool, bool);
type Network = (Option<Id>, Option<String>, Option<String>, Option<Timestamp>);

impl Standing {
    /// Where somebody stands now; one query.
    pub fn of(db: &mut Db, person: Id) -> Result<Standing> {
        let in_group = group_memberships::table
            .on(group_memberships::seat_id.eq(seats::id).and(group_memberships::left_at.is_null()));
        let in_network = network_memberships::table.on(network_memberships::seat_id
            .eq(seats::id)
            .and(network_memberships::state.eq(MembershipState::Active)));
        let polled = exists(
            polls::table
                .filter(polls::group_id.nullable().eq(groups::id.nullable()))
                .filter(polls::closed_at.is_null()),
        );
        let promised = exists(
            outcomes::table
                .filter(outcomes::group_id.nullable().eq(groups::id.nullable()))
                .filter(outcomes::due_on.is_not_null())
                .filter(outcomes::done_at.is_null()),
        );
        let asked = exists(
            organiser_approvers::table
                .inner_join(
                    approvals::table.on(approvals::organiser_code.eq(organiser_approvers::organiser_code)),
                )
                .filter(organiser_approvers::seat_id.eq(seats::id))
                .filter(approvals::state.eq(ApprovalStep::Waiting)),
        );
        // Each group of a seat with each of its networks: few of either.
        let rows: Vec<(HeldSeat, Group, Network, bool)> = seats::table
            .inner_join(organisers::table)
            .left_join(in_group)
            .left_join(groups::table.on(groups::id.nullable().eq(group_memberships::group_id.nullable())))
            .left_join(in_network)
            .left_join(
                networks::table.on(networks::id.nullable().eq(network_memberships::network_id.nullable())),
            )
            .filter(seats::person_id.eq(person))
            .order((organisers::name, seats::id))
            .select((
                (
                    seats::id,
                    seats::organiser_code,
                    organisers::name,
                    seats::role,
                    seats::level,
                    seats::held_from,
                    seats::confirmed_at,
                ),
                (
                    groups::id.nullable(),
                    groups::name.nullable(),
                    groups::closed_at.nullable(),
                    polled,
                    promised,
                ),
                (
                    networks::id.nullable(),
                    networks::name.nullable(),
                    networks::slug.nullable(),
                    networks::archived_at.nullable(),
                ),
                asked,
            ))
            .prepared()
            .load(db)?;
        let mut standing = Standing::default();
        let (mut groups, mut networks) = (BTreeMap::new(), BTreeMap::new());
        for (seat, group, network, asked) in rows {
            let (group, group_name, closed, polled, promised) = group;
            let (network, network_name, slug, archived) = network;
            standing.asked |= asked;
            if let (Some(id), Some(name)) = (group, group_name) {
                let place = Place { id, name, slug: String::new(), over: closed.is_some(), polled, promised };
                groups.insert((place.name.clone(), id), place);
            }
            if let (Some(id), Some(name), Some(slug)) = (network, network_name, slug) {
                let place =
                    Place { id, name, slug, over: archived.is_some(), polled: false, promised: false };
                networks.insert((place.name.clone(), id), place);
            }
            if standing.seats.last().is_none_or(|last| last.id != seat.id) {
                standing.seats.push(seat);
            }
        }
        standing.groups = groups.into_values().collect();
        standing.networks = networks.into_values().collect();
        Ok(standing)
    }

    /// The groups that are not closed.
    pub fn live_groups(&self) -> impl Iterator<Item = &Place> {
        self.groups.iter().filter(|place| !place.over)
    }

    /// The networks that are not archived.
    pub fn live_networks(&self) -> impl Iterator<Item = &Place> {
        self.networks.iter().filter(|place| !place.over)
    }
}
