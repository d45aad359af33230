//! Where the readers of a batch stand: what each may read, wants and gets now, and what the places are called.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::reader::Reader;
use super::shelf::Heading;
use super::subscription::{self, in_force, more_often};
use crate::accounts::{DigestFrequency, Frequency};
use crate::db::Db;
use crate::db::schema::{
    group_memberships, groups, network_coordinators, network_memberships, networks, seats,
};
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::Group;
use crate::networks::{MembershipState, Network};
use crate::posts::Scope;
use crate::themes::{self, Theme};

/// What one reader may read, and how often it comes.
pub(super) struct Share {
    /// What they may read.
    pub(super) scope: Scope,
    /// What holds for their groups and networks.
    in_force: HashMap<Id, Frequency>,
    /// Groups and networks from which they have chosen to get nothing.
    muted: HashSet<Id>,
    /// What they have chosen for themes.
    themes: HashMap<Id, Frequency>,
    general: Frequency,
    daily: bool,
    weekly: bool,
}

impl Share {
    /// How often what stands under a heading comes.
    pub(super) fn frequency(&self, heading: Heading) -> Frequency {
        match heading {
            Heading::Group(id) | Heading::Network(id) => {
                self.in_force.get(&id).copied().unwrap_or(self.general)
            }
            Heading::Theme(id) => self.themes.get(&id).copied().unwrap_or(Frequency::Never),
            Heading::Elsewhere => self.general,
        }
    }

    /// How often a story about these themes comes: as often as the place where it stands or the themes that the reader follows,
    /// whichever is more; never when they have muted one of them.
    pub(super) fn story(&self, place: Heading, themes: &[Id]) -> Frequency {
        let is_muted = match place {
            Heading::Group(id) | Heading::Network(id) => self.muted.contains(&id),
            Heading::Theme(_) | Heading::Elsewhere => false,
        };
        let chosen = || themes.iter().filter_map(|theme| self.themes.get(theme).copied());
        if is_muted || chosen().any(|frequency| frequency == Frequency::Never) {
            return Frequency::Never;
        }
        chosen().fold(self.frequency(place), more_often)
    }

    /// That of these themes which comes to the reader most often, if they follow any.
    pub(super) fn followed(&self, themes: &[Id]) -> Option<Id> {
        let chosen = |theme: &Id| Some((*theme, *self.themes.get(theme)?));
        let followed = themes.iter().filter_map(chosen).filter(|(_, chosen)| *chosen != Frequency::Never);
        let most =
            followed.reduce(|most, next| if more_often(most.1, next.1) == most.1 { most } else { next });
        most.map(|(theme, _)| theme)
    }

    /// The themes that the reader follows.
    pub(super) fn themes(&self) -> impl Iterator<Item = &Id> {
        self.themes.iter().filter(|(_, chosen)| **chosen != Frequency::Never).map(|(theme, _)| theme)
    }

    /// Whether a story that stands so and is about these themes comes now.
    pub(super) fn takes_story(&self, place: Heading, themes: &[Id]) -> bool {
        self.is_due(self.story(place, themes))
    }

    /// Whether what was written in a group of a network comes now.
    pub(super) fn takes(&self, group: Id, network: Id) -> bool {
        self.is_due(self.frequency(Heading::of(&self.scope, group, network)))
    }

    /// The groups whose meetups and polls come now.
    pub(super) fn groups(&self) -> impl Iterator<Item = &Id> {
        self.scope.groups.iter().filter(|id| self.is_due(self.frequency(Heading::Group(**id))))
    }

    fn is_due(&self, frequency: Frequency) -> bool {
        match frequency.rhythm() {
            DigestFrequency::Daily => self.daily,
            DigestFrequency::Weekly => self.weekly,
            DigestFrequency::Never => false,
        }
    }

    /// Whether nothing comes to the reader that is not due now.
    pub(super) fn is_whole(&self) -> bool {
        let every = || self.in_force.values().chain(self.themes.values()).copied().chain([self.general]);
        let comes = |rhythm| every().any(|frequency| frequency.rhythm() == rhythm);
        (self.daily || !comes(DigestFrequency::Daily)) && (self.weekly || !comes(DigestFrequency::Weekly))
    }
}

/// The groups and networks of a batch of readers.
pub(super) struct Places {
    /// What each reader gets, in the order of the readers.
    pub(super) shares: Vec<Share>,
    /// Names of groups and networks.
    pub(super) names: HashMap<Id, String>,
    /// The themes that one of the readers has chosen something for.
    pub(super) themes: HashMap<Id, Theme>,
}

impl Places {
    /// Four queries, however many readers, and one more when some have chosen something for themes. Administrators get digests
    /// of where they belong, not of everything.
    pub(super) fn of(db: &mut Db, readers: &[Reader]) -> Result<Self> {
        let ids: Vec<Id> = readers.iter().map(|reader| reader.id).collect();
        let groups: Vec<(Option<Id>, Id, String, Option<Frequency>)> = group_memberships::table
            .inner_join(seats::table)
            .inner_join(groups::table)
            .filter(seats::person_id.eq_any(ids.iter().copied().map(Some)))
            .filter(group_memberships::left_at.is_null())
            .select((seats::person_id, groups::id, groups::name, groups::digest_default))
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
        let mut set: HashMap<Id, Frequency> = HashMap::new();
        for (person, id, name, default) in groups {
            set.extend(default.map(|frequency| (id, frequency)));
            put(person, id, name, |scope| &mut scope.groups);
        }
        networks
            .into_iter()
            .for_each(|(person, id, name)| put(person, id, name, |scope| &mut scope.networks));
        coordinated
            .into_iter()
            .for_each(|(person, id, name)| put(Some(person), id, name, |scope| &mut scope.coordinated));
        let chosen = subscription::choices(db, &ids)?;
        let themes = themes_among(db, &chosen, &names)?;
        let share = |reader: &Reader| {
            let scope = by_person.remove(&reader.id).unwrap_or_default();
            let places = scope.groups.iter().chain(&scope.networks).chain(&scope.coordinated);
            let holds = |id: &Id| {
                let own = chosen.get(&(reader.id, *id)).copied();
                (*id, in_force(own, set.get(id).copied(), reader.general))
            };
            let in_force: HashMap<Id, Frequency> = places.map(holds).collect();
            let own = |id: &Id| Some((*id, chosen.get(&(reader.id, *id)).copied()?));
            let is_muted = |id: &&Id| own(id).is_some_and(|(_, own)| own == Frequency::Never);
            Share {
                muted: in_force.keys().filter(is_muted).copied().collect(),
                themes: themes.keys().filter_map(own).collect(),
                general: reader.general,
                daily: reader.daily,
                weekly: reader.weekly,
                in_force,
                scope,
            }
        };
        Ok(Places { shares: readers.iter().map(share).collect(), names, themes })
    }

    /// Where one stands who is in a network and in one of its groups, or in none.
    pub(super) fn typical(network: &Network, group: Option<&Group>) -> Self {
        let scope = Scope {
            groups: group.iter().map(|group| group.id).collect(),
            networks: vec![network.id],
            ..Scope::default()
        };
        let names = group.iter().map(|group| (group.id, group.name.clone()));
        let names = names.chain([(network.id, network.name.clone())]).collect();
        let share = Share {
            scope,
            in_force: HashMap::new(),
            muted: HashSet::new(),
            themes: HashMap::new(),
            general: Frequency::Weekly,
            daily: true,
            weekly: true,
        };
        Places { shares: vec![share], names, themes: HashMap::new() }
    }

    /// What at least one of the readers reads. Nobody's own stories come in by it.
    pub(super) fn together(&self) -> Scope {
        let all = |ids: fn(&Scope) -> &Vec<Id>| {
            let found: HashSet<Id> =
                self.shares.iter().flat_map(|share| ids(&share.scope).iter().copied()).collect();
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

/// The themes that people have chosen something for; not asked when every choice is for a group or network.
fn themes_among(
    db: &mut Db,
    chosen: &HashMap<(Id, Id), Frequency>,
    places: &HashMap<Id, String>,
) -> Result<HashMap<Id, Theme>> {
    let others: HashSet<Id> =
        chosen.keys().map(|(_, place)| *place).filter(|place| !places.contains_key(place)).collect();
    if others.is_empty() {
        return Ok(HashMap::new());
    }
    let found = themes::by_ids(db, &others.into_iter().collect::<Vec<_>>())?;
    Ok(found.into_iter().map(|theme| (theme.id, theme)).collect())
}
