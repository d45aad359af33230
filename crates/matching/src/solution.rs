//! What the matcher answers.

use serde::{Deserialize, Serialize};

use crate::chance::Chance;
use crate::problem::{Category, Level};
use crate::rules::Conflict;

/// Groups, and everybody who found no place in one.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Solution {
    /// People by group: locked groups first, in the order of the locks; then by the smallest key. Members by key.
    pub groups: Vec<Vec<usize>>,
    /// Everybody else, by key.
    pub unplaced: Vec<Unplaced>,
    /// How good the groups are.
    pub value: Value,
    /// No way to place the same people in groups no smaller than the smallest can have a mean affinity above this. None
    /// where it was not worked out (without groups, or with people of more than 5,000 organisers).
    pub bound: Option<i32>,
    /// How far the groups are from random ones. None without groups.
    #[serde(default)]
    pub chance: Option<Chance>,
    /// Exchanges looked at.
    pub iterations: u64,
}

impl Solution {
    /// How far the mean is from the best possible at most, in parts per thousand of the bound.
    pub fn gap_per_mille(&self) -> Option<u32> {
        let bound = self.bound.filter(|&bound| bound > 0)?;
        let short = i64::from(bound - self.value.mean).max(0);
        u32::try_from(short * 1000 / i64::from(bound)).ok()
    }
}

/// Figures of a set of groups, in affinity points (0 to 10,000).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Value {
    /// People placed.
    pub placed: usize,
    /// Mean over people of the mean affinity to the others in the group. What the search maximises.
    pub mean: i32,
    /// Lowest mean of a group.
    pub weakest_group: i32,
    /// Lowest mean affinity of a person to the others in the group.
    pub weakest_person: i32,
}

/// A person without a group.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unplaced {
    /// The person.
    pub person: usize,
    /// Why.
    pub reason: Reason,
    /// What would help, the easiest first. Each alone is enough as far as the rules go.
    pub help: Vec<Help>,
}

/// Why somebody found no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Not enough people for one group, among those who may share one with this person.
    TooFew {
        /// People there are, this person included.
        registered: usize,
        /// Fewest for a group.
        needed: usize,
        /// The category, where categories are kept apart.
        category: Option<Category>,
        /// The level, where levels are kept apart.
        level: Option<Level>,
    },
    /// The number of people cannot be divided into groups of the sizes allowed; this person was drawn by lot.
    SizesDoNotFit {
        /// People there are.
        registered: usize,
        /// Places in the groups.
        places: usize,
    },
    /// More registered from the organiser than there are places for it; this person was drawn by lot.
    TooManyFromOrganiser {
        /// The organiser.
        organiser: usize,
        /// People from it.
        registered: usize,
        /// Places for it.
        places: usize,
    },
    /// Too few people can share a group with this person.
    TooFewPartners {
        /// People who can.
        possible: usize,
        /// Fewest needed.
        needed: usize,
        /// What keeps most of the others away.
        mostly: Conflict,
    },
    /// No group had room that this person can share.
    NoRoom {
        /// What keeps the person from most groups; none where they are simply full.
        mostly: Option<Conflict>,
    },
}

/// A change that would help.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Help {
    /// So many more people register.
    MorePeople {
        /// How many.
        count: usize,
    },
    /// So many more people register from organisers other than this person's.
    MoreFromOtherOrganisers {
        /// How many.
        count: usize,
    },
    /// Groups may hold so many from one organiser.
    AllowPerOrganiser {
        /// Most from one organiser.
        most: usize,
    },
    /// Groups may be this small or large.
    AllowGroupSize {
        /// Fewest in a group.
        least: usize,
        /// Most in a group.
        most: usize,
    },
    /// The person can travel so far.
    TravelLimit {
        /// Kilometres.
        km: u32,
    },
    /// The person can meet both ways.
    MeetEitherWay,
    /// Categories share groups.
    MixCategories,
    /// Levels share groups.
    MixLevels,
    /// Wishes not to meet are withdrawn, by this person or by others.
    FewerNotWith,
    /// Locks that keep people apart are lifted.
    FewerLocks,
    /// Those who met recently may meet again.
    MeetAgain,
}
