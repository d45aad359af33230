//! New stories, by where readers look for them.

use std::collections::{HashMap, HashSet};

use super::content::{Content, Item};
use super::places::Share;
use super::reader::Reader;
use crate::db::types::Id;
use crate::posts::{Fresh, Scope, Visibility};

/// Stories in one digest; the rest are counted.
const MOST_POSTS: usize = 12;

/// Stories from elsewhere, public ones, in one digest.
const MOST_PUBLIC: usize = 5;

/// Where a story stands in a digest: under the narrowest place that the reader shares with it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(super) enum Heading {
    /// A group that the reader is in.
    Group(Id),
    /// A network that the reader is in, or runs.
    Network(Id),
    /// Public, from neither, about a theme that the reader follows.
    Theme(Id),
    /// Public, from neither.
    Elsewhere,
}

impl Heading {
    /// Where what was written in a group of a network stands for whoever has this scope.
    pub(super) fn of(scope: &Scope, group: Id, network: Id) -> Self {
        if scope.groups.contains(&group) {
            Heading::Group(group)
        } else if scope.networks.contains(&network) || scope.coordinated.contains(&network) {
            Heading::Network(network)
        } else {
            Heading::Elsewhere
        }
    }
}

/// New stories by where readers look for them, newest first.
pub(super) struct Shelf {
    by_group: HashMap<Id, Vec<Fresh>>,
    by_network: HashMap<Id, Vec<Fresh>>,
    public: Vec<Fresh>,
    /// Themes that somebody follows: of each story, and the public stories of each.
    about: HashMap<Id, Vec<Id>>,
    by_theme: HashMap<Id, Vec<Fresh>>,
}

impl Shelf {
    /// `about` says which themes stories are about, of those that somebody follows.
    pub(super) fn of(fresh: Vec<Fresh>, about: HashMap<Id, Vec<Id>>) -> Self {
        let mut shelf = Shelf {
            by_group: HashMap::new(),
            by_network: HashMap::new(),
            public: Vec::new(),
            about,
            by_theme: HashMap::new(),
        };
        for post in fresh {
            shelf.by_group.entry(post.group_id).or_default().push(post);
            shelf.by_network.entry(post.network_id).or_default().push(post);
            if post.visibility != Visibility::Public {
                continue;
            }
            if shelf.public.len() < 200 {
                shelf.public.push(post);
            }
            for theme in shelf.about.get(&post.id).into_iter().flatten() {
                shelf.by_theme.entry(*theme).or_default().push(post);
            }
        }
        shelf
    }

    /// What is new to a reader: the stories of their groups first, then of their networks, then those of everybody's that are about
    /// what they follow, then a few others of these.
    /// `is_told` says of a story whether they know it already.
    pub(super) fn choose(&self, reader: &Reader, share: &Share, is_told: impl Fn(&Fresh) -> bool) -> Content {
        let scope = &share.scope;
        let of = |shelf: &HashMap<Id, Vec<Fresh>>, ids: &[Id]| {
            ids.iter().filter_map(|id| shelf.get(id)).flatten().copied().collect::<Vec<_>>()
        };
        let themes = |post: &Fresh| self.about.get(&post.id).map(Vec::as_slice).unwrap_or_default();
        let followed: Vec<Id> = share.themes().copied().collect();
        let networks = [scope.networks.as_slice(), scope.coordinated.as_slice()].concat();
        let is_new = |post: &Fresh| {
            post.reached(scope) > reader.since
                && post.author_id != reader.id
                && scope.reads(post.group_id, post.network_id, post.visibility)
                && share.takes_story(Heading::of(scope, post.group_id, post.network_id), themes(post))
                && !is_told(post)
        };
        let (mut chosen, mut seen): (Vec<Fresh>, HashSet<Id>) = (Vec::new(), HashSet::new());
        let shelves = [
            of(&self.by_group, &scope.groups),
            of(&self.by_network, &networks),
            of(&self.by_theme, &followed),
        ];
        for shelf in shelves {
            let mut new: Vec<Fresh> =
                shelf.into_iter().filter(|post| is_new(post) && seen.insert(post.id)).collect();
            new.sort_unstable_by_key(|post| std::cmp::Reverse((post.published_at, post.id)));
            chosen.extend(new);
        }
        let elsewhere = self.public.iter().filter(|post| is_new(post) && seen.insert(post.id));
        chosen.extend(elsewhere.take(MOST_PUBLIC));
        let recent: Vec<Item> = chosen.iter().map(|post| (post.id, post.reached(scope))).collect();
        let more_posts = chosen.len().saturating_sub(MOST_POSTS);
        let mut posts: Vec<(Heading, Vec<Id>)> = Vec::new();
        for post in chosen.iter().take(MOST_POSTS) {
            let heading = match Heading::of(scope, post.group_id, post.network_id) {
                Heading::Elsewhere => share.followed(themes(post)).map_or(Heading::Elsewhere, Heading::Theme),
                place => place,
            };
            match posts.iter_mut().find(|(known, _)| *known == heading) {
                Some((_, ids)) => ids.push(post.id),
                None => posts.push((heading, vec![post.id])),
            }
        }
        let may_answer = |post: &&Fresh| scope.comments(post.group_id, post.network_id, post.visibility);
        let answerable = chosen.iter().take(MOST_POSTS).filter(may_answer).map(|post| post.id).collect();
        Content { posts, recent, more_posts, answerable, ..Content::default() }
    }
}
