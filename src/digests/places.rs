//! Where the readers of a batch stand: what each may read, and what the places are called.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::reader::Reader;
use crate::db::Db;
use crate::db::schema::{
    group_memberships, groups, network_coordinators, network_memberships, networks, seats,
};
use crate::db::types::Id;
use crate::error::Result;
use crate::networks::MembershipState;
use crate::posts::Scope;

/// The groups and networks of a batch of readers.
pub(super) struct Places {
    /// What each reader may read, in the order of the readers.
    pub(super) scopes: Vec<Scope>,
    /// Names of groups and networks.
    pub(super) names: HashMap<Id, String>,
}

impl Places {
    /// Three queries, however many readers. Administrators get digests of where they belong, not of everything.
    pub(super) fn of(db: &mut Db, readers: &[Reader]) -> Result<Self> {
        let ids: Vec<Id> = readers.iter().map(|reader| reader.id).collect();
        let groups: Vec<(Option<Id>, Id, String)> = group_memberships::table
            .inner_join(seats::table)
            .inner_join(groups::table)
            .filter(seats::person_id.eq_any(ids.iter().copied().map(Some)))
            .filter(group_memberships::left_at.is_null())
            .select((seats::person_id, groups::id, groups::name))
            .load(db)?;
        let networks: Vec<(Option<Id>, Id, String)> = network_memberships::table
            .inner_join(seats::table)
            .inner_join(networks::table)
            .filter(seats::person_id.eq_any(ids.iter().copied().map(Some)))
            .filter(network_memberships::state.eq(MembershipState::Active))
            .select((seats::person_id, networks::id, networks::name))
            .load(db)?;
        let coordinated: Vec<(Id, Id, String)> = network_coordinators::table
            .inner_join(networks::table)
            .filter(network_coordinators::person_id.eq_any(&ids))
            .select((network_coordinators::person_id, networks::id, networks::name))
            .load(db)?;
        let mut names = HashMap::new();
        let mut by_person: HashMap<Id, Scope> =
            ids.iter().map(|id| (*id, Scope { viewer: Some(*id), ..Scope::default() })).collect();
        let mut put = |person: Option<Id>, id: Id, name: String, list: fn(&mut Scope) -> &mut Vec<Id>| {
            names.entry(id).or_insert(name);
            if let Some(scope) = person.and_then(|person| by_person.get_mut(&person)) {
                let list = list(scope);
                if !list.contains(&id) {
                    list.push(id);
                }
            }
        };
        groups.into_iter().for_each(|(person, id, name)| put(person, id, name, |scope| &mut scope.groups));
        networks
            .into_iter()
            .for_each(|(person, id, name)| put(person, id, name, |scope| &mut scope.networks));
        coordinated
            .into_iter()
            .for_each(|(person, id, name)| put(Some(person), id, name, |scope| &mut scope.coordinated));
        let scopes = ids.iter().map(|id| by_person.remove(id).unwrap_or_default()).collect();
        Ok(Places { scopes, names })
    }

    /// What at least one of the readers reads. Nobody's own stories come in by it.
    pub(super) fn together(&self) -> Scope {
        let all = |ids: fn(&Scope) -> &Vec<Id>| {
            let found: HashSet<Id> =
                self.scopes.iter().flat_map(|scope| ids(scope).iter().copied()).collect();
            found.into_iter().collect::<Vec<_>>()
        };
        Scope {
            viewer: Some(Id(uuid::Uuid::nil())),
            everything: false,
            groups: all(|scope| &scope.groups),
            networks: all(|scope| &scope.networks),
            coordinated: all(|scope| &scope.coordinated),
        }
    }
}
