//! Who reads which stories: the one rule, as data and as a query.

use std::collections::{BTreeMap, BTreeSet};

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::schema::{
    group_memberships, network_coordinators, network_memberships, networks, people, posts, seats,
};
use crate::db::types::Id;
use crate::db::{Db, MultiBackend, Prepare, padded};
use crate::error::Result;
use crate::networks::MembershipState;
use crate::posts::{Post, Visibility};
use crate::seats::{Place, Standing};
use crate::themes::Keeper;
use crate::web::CurrentPerson;

/// Who looks: a person, or nobody known.
pub type Viewer = Option<Id>;

/// What a viewer's place in groups and networks lets them read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scope {
    /// The viewer; nobody for strangers and closed accounts.
    pub viewer: Viewer,
    /// Runs the installation, and reads what any coordinator reads.
    pub everything: bool,
    /// Groups the viewer is in.
    pub groups: Vec<Id>,
    /// Networks the viewer is a member of.
    pub networks: Vec<Id>,
    /// Networks the viewer coordinates.
    pub coordinated: Vec<Id>,
}

impl Scope {
    /// Whether the viewer reads the story's group as one who belongs: a member, or its coordinator.
    pub fn is_inside(&self, group: Id, network: Id) -> bool {
        self.groups.contains(&group) || self.coordinates(network)
    }

    /// Whether the viewer runs the network.
    pub fn coordinates(&self, network: Id) -> bool {
        self.everything || self.coordinated.contains(&network)
    }

    /// Whether the viewer may comment on a published story of this kind: whoever has a seat where it is read.
    pub fn comments(&self, group: Id, network: Id, visibility: Visibility) -> bool {
        self.groups.contains(&group) || (visibility != Visibility::Group && self.networks.contains(&network))
    }

    /// Whether a published story of this kind is for the viewer: the rule of `visible` for a row at hand.
    pub fn reads(&self, group: Id, network: Id, visibility: Visibility) -> bool {
        match visibility {
            Visibility::Public => true,
            Visibility::Network => self.networks.contains(&network) || self.is_inside(group, network),
            Visibility::Group => self.is_inside(group, network),
        }
    }
}

/// The scope of somebody signed in, where they stand: nothing more is asked of the database but what a coordinator runs.
pub fn scope_in(db: &mut Db, person: &CurrentPerson, standing: &Standing) -> Result<Scope> {
    let ids = |places: &[Place]| places.iter().map(|place| place.id).collect();
    Ok(Scope {
        viewer: Some(person.id),
        everything: person.administrator,
        groups: ids(&standing.groups),
        networks: ids(&standing.networks),
        coordinated: coordinated(db, person.id, person.coordinator)?.into_iter().map(|row| row.0).collect(),
    })
}

/// The scope of a viewer by identifier (feeds, mail, the API).
pub fn scope_of(db: &mut Db, viewer: Viewer) -> Result<Scope> {
    let Some(id) = viewer else { return Ok(Scope::default()) };
    let known: Option<bool> = people::table
        .find(id)
        .filter(people::disabled_at.is_null())
        .select(people::administrator)
        .first(db)
        .optional()?;
    match known {
        Some(administrator) => Ok(load(db, id, administrator, true)?.0),
        None => Ok(Scope::default()),
    }
}

/// The scope of who is signed in, if anybody.
pub(super) fn scope_of_visitor(db: &mut Db, visitor: Option<&CurrentPerson>) -> Result<Scope> {
    scope_with_lists(db, visitor).map(|(scope, _)| scope)
}

/// The scope of who is signed in, and those of their networks that keep a list of themes.
pub(super) fn scope_with_lists(db: &mut Db, visitor: Option<&CurrentPerson>) -> Result<(Scope, Vec<Keeper>)> {
    match visitor {
        Some(person) => load(db, person.id, person.administrator, person.coordinator),
        None => Ok((Scope::default(), Vec::new())),
    }
}

/// What a network is called and how often its list of themes was changed; nothing for one that is over.
type List = Option<(String, i32)>;

/// One query for a member, two for a coordinator.
fn load(db: &mut Db, id: Id, administrator: bool, may_coordinate: bool) -> Result<(Scope, Vec<Keeper>)> {
    let in_group = group_memberships::table
        .on(group_memberships::seat_id.eq(seats::id).and(group_memberships::left_at.is_null()));
    let in_network = network_memberships::table.on(network_memberships::seat_id
        .eq(seats::id)
        .and(network_memberships::state.eq(MembershipState::Active)));
    let live = networks::table.on(networks::id
        .nullable()
        .eq(network_memberships::network_id.nullable())
        .and(networks::archived_at.is_null()));
    // Each group of a seat with each of its networks: few of either.
    let places: Vec<(Option<Id>, Option<Id>, List)> = seats::table
        .left_join(in_group)
        .left_join(in_network)
        .left_join(live)
        .filter(seats::person_id.eq(id))
        .select((
            group_memberships::group_id.nullable(),
            network_memberships::network_id.nullable(),
            (networks::name, networks::themes_edition).nullable(),
        ))
        .prepared()
        .load(db)?;
    let groups: BTreeSet<Id> = places.iter().filter_map(|(group, ..)| *group).collect();
    let networks: BTreeSet<Id> = places.iter().filter_map(|(_, network, _)| *network).collect();
    let run = coordinated(db, id, may_coordinate)?;
    let coordinated = run.iter().map(|(network, _)| *network).collect();
    let of_mine = places.into_iter().filter_map(|(_, network, list)| Some((network?, list)));
    let scope = Scope {
        viewer: Some(id),
        everything: administrator,
        groups: groups.into_iter().collect(),
        networks: networks.into_iter().collect(),
        coordinated,
    };
    Ok((scope, keepers(of_mine.chain(run))))
}

/// Those of some networks that keep a list, each once.
fn keepers(networks: impl Iterator<Item = (Id, List)>) -> Vec<Keeper> {
    let kept = networks.filter_map(|(network, list)| {
        let (name, edition) = list.filter(|(_, edition)| *edition > 0)?;
        Some(Keeper { name, network, edition })
    });
    kept.collect::<BTreeSet<Keeper>>().into_iter().collect()
}

/// The networks that somebody runs; not asked for those who run none.
fn coordinated(db: &mut Db, person: Id, may_coordinate: bool) -> Result<Vec<(Id, List)>> {
    if !may_coordinate {
        return Ok(Vec::new());
    }
    let live = networks::table
        .on(networks::id.eq(network_coordinators::network_id).and(networks::archived_at.is_null()));
    Ok(network_coordinators::table
        .left_join(live)
        .filter(network_coordinators::person_id.eq(person))
        .select((network_coordinators::network_id, (networks::name, networks::themes_edition).nullable()))
        .prepared()
        .load(db)?)
}

/// By somebody whose organiser may be told: lists of the stories from an organiser leave out people whose personal data is
/// protected.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn from_known() -> _ {
    exists(people::table.filter(people::id.eq(posts::author_id)).filter(people::protected.eq(false)))
}

/// The published stories that a scope reads. The index `posts_latest` serves it from the newest on. To be
/// [`prepared`](crate::db::Prepare::prepared).
pub fn visible(scope: &Scope) -> posts::BoxedQuery<'_, MultiBackend> {
    let published = posts::table
        .filter(posts::published_at.is_not_null())
        .filter(posts::withdrawn_at.is_null())
        .into_boxed();
    if scope.everything {
        return published;
    }
    let network = [Visibility::Network, Visibility::Public];
    let Some(viewer) = scope.viewer else {
        return published.filter(posts::visibility.eq(Visibility::Public));
    };
    let of = |ids: &[Id]| padded(ids.iter().copied());
    published.filter(
        posts::visibility
            .eq(Visibility::Public)
            .or(posts::group_id.eq_any(of(&scope.groups)))
            .or(posts::network_id.eq_any(of(&scope.networks)).and(posts::visibility.eq_any(network)))
            .or(posts::network_id.eq_any(of(&scope.coordinated)))
            .or(posts::author_id.eq(viewer)),
    )
}

/// Those of some people who read a published story now, and whether they may comment on it: `visible` the other way round, for
/// mail. Accounts that are closed read nothing.
pub(super) fn readers_among(db: &mut Db, post: &Post, some: &BTreeSet<Id>) -> Result<BTreeMap<Id, bool>> {
    if post.published_at.is_none() || post.withdrawn_at.is_some() {
        return Ok(BTreeMap::new());
    }
    let open: Vec<(Id, bool)> = people::table
        .filter(people::id.eq_any(some))
        .filter(people::disabled_at.is_null())
        .filter(people::confirmed_at.is_not_null())
        .select((people::id, people::administrator))
        .load(db)?;
    let mut belong: BTreeSet<Id> = group_memberships::table
        .inner_join(seats::table)
        .filter(group_memberships::group_id.eq(post.group_id))
        .filter(group_memberships::left_at.is_null())
        .filter(seats::person_id.assume_not_null().eq_any(some))
        .select(seats::person_id.assume_not_null())
        .load(db)?
        .into_iter()
        .collect();
    if post.visibility != Visibility::Group {
        let members: Vec<Id> = network_memberships::table
            .inner_join(seats::table)
            .filter(network_memberships::network_id.eq(post.network_id))
            .filter(network_memberships::state.eq(MembershipState::Active))
            .filter(seats::person_id.assume_not_null().eq_any(some))
            .select(seats::person_id.assume_not_null())
            .load(db)?;
        belong.extend(members);
    }
    let run: BTreeSet<Id> = network_coordinators::table
        .filter(network_coordinators::network_id.eq(post.network_id))
        .filter(network_coordinators::person_id.eq_any(some))
        .select(network_coordinators::person_id)
        .load(db)?
        .into_iter()
        .collect();
    let reads = |id: &Id, administrator: bool| {
        administrator
            || post.visibility == Visibility::Public
            || post.author_id == *id
            || belong.contains(id)
            || run.contains(id)
    };
    let readers = open.into_iter().filter(|(id, administrator)| reads(id, *administrator));
    Ok(readers.map(|(id, _)| (id, belong.contains(&id))).collect())
}
