//! What a group must be like.

use std::ops::RangeInclusive;

use serde::{Deserialize, Serialize};

/// Rules that every proposed group keeps.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Rules {
    /// Fewest and most people in a group.
    pub group_size: RangeInclusive<usize>,
    /// Most people in a group from the same organiser.
    pub per_organiser: usize,
    /// Whether small, medium, large and independent organisers share groups.
    pub categories: Keeping,
    /// Whether levels of the governance chain share groups.
    pub levels: Keeping,
    /// People who met at most so many rounds ago do not meet again; 0 lets novelty alone decide.
    pub not_again_within: u32,
    /// What may be given up of the mean affinity to lift the weakest, in parts per thousand.
    pub fairness_per_mille: u32,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            group_size: 4..=8,
            per_organiser: 1,
            categories: Keeping::Mixed,
            levels: Keeping::Mixed,
            not_again_within: 0,
            fairness_per_mille: 10,
        }
    }
}

/// Whether a division runs between groups or inside them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Keeping {
    /// Groups may hold several kinds.
    #[default]
    Mixed,
    /// Each group holds one kind.
    Apart,
}

/// Why two people cannot share a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Conflict {
    /// Same organiser, and the rule allows one.
    SameOrganiser,
    /// Categories are kept apart.
    Category,
    /// Levels are kept apart.
    Level,
    /// One of them asked not to meet the other.
    NotWith,
    /// A lock keeps them apart, or they are locked to different groups.
    Apart,
    /// Their organisers compete.
    Rivals,
    /// They met too few rounds ago.
    MetRecently,
    /// One meets only in person, the other only over a link.
    Format,
    /// They would meet in person, further apart than one of them can travel.
    Travel,
}

/// A rule that a set of groups does not keep.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BrokenRule {
    /// The group is smaller than the rules allow.
    TooSmall {
        /// Place of the group.
        group: usize,
        /// People in it.
        size: usize,
        /// Fewest allowed.
        least: usize,
    },
    /// The group is larger than the rules allow.
    TooLarge {
        /// Place of the group.
        group: usize,
        /// People in it.
        size: usize,
        /// Most allowed.
        most: usize,
    },
    /// Too many from one organiser.
    PerOrganiser {
        /// Place of the group.
        group: usize,
        /// The organiser.
        organiser: usize,
        /// People from it.
        count: usize,
        /// Most allowed.
        most: usize,
    },
    /// Two in the group cannot share one.
    Pair {
        /// Place of the group.
        group: usize,
        /// The one listed first in the problem.
        a: usize,
        /// The other.
        b: usize,
        /// Why not.
        conflict: Conflict,
    },
    /// People who are locked together are not.
    Split {
        /// The people of the lock.
        people: Vec<usize>,
    },
    /// A locked group misses one of its people, or a frozen one has gained one.
    LockedGroup {
        /// Place of the lock in [`crate::Locks::groups`].
        lock: usize,
        /// The person missing or added.
        person: usize,
    },
    /// A person stands in more than one group, or more than once in the same.
    Twice {
        /// The person.
        person: usize,
    },
}
