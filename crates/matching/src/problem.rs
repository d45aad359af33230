//! What the matcher is told: organisers, the people who registered, what has happened before and what is already decided.
//!
//! Everything is plain data. People and organisers point at each other by their place in the vectors; `key` is what
//! makes a result independent of the order in which they were listed.

use serde::{Deserialize, Serialize};

use crate::rules::Rules;
use crate::weights::Weights;

/// One matching: who may meet whom, and what is worth most.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Problem {
    /// Everybody who answers for schools and is named by a person, a neighbour list or a similarity list.
    pub organisers: Vec<Organiser>,
    /// Those who registered.
    pub people: Vec<Person>,
    /// What a group must be like.
    #[serde(default)]
    pub rules: Rules,
    /// What makes two people a good match.
    #[serde(default)]
    pub weights: Weights,
    /// What the coordinator has decided before the search.
    #[serde(default)]
    pub locks: Locks,
    /// Who met whom in earlier rounds.
    #[serde(default)]
    pub history: History,
}

/// Who answers for schools: a municipality or an independent organiser.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Organiser {
    /// Unique name, such as a municipality code or an organisation number.
    pub key: String,
    /// Size class, or independent.
    pub category: Category,
    /// Inhabitants of a municipality, pupils of an independent organiser.
    #[serde(default)]
    pub size: Option<u32>,
    /// Latitude and longitude in degrees (WGS 84).
    #[serde(default)]
    pub position: Option<(f64, f64)>,
    /// Kind of municipality, such as the SKR group.
    #[serde(default)]
    pub structure: Option<String>,
    /// Organisers that share a border; naming the border on one side is enough.
    #[serde(default)]
    pub neighbours: Vec<usize>,
    /// Organisers that a published comparison (Kolada) calls similar; need not be mutual.
    #[serde(default)]
    pub similar: Vec<usize>,
    /// Organisers that compete with this one and must not share a group with it.
    #[serde(default)]
    pub rivals: Vec<usize>,
}

/// The split that a round may keep apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// A small municipality.
    #[default]
    Small,
    /// A medium municipality.
    Medium,
    /// A large municipality.
    Large,
    /// An independent organiser.
    Independent,
}

/// Where in the governance chain a person works.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Politicians or owners.
    Board,
    /// The administration that serves the board.
    #[default]
    Administration,
    /// Principals.
    Principal,
    /// Teachers and preschool teachers.
    Teacher,
}

/// How a person can meet.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Only in the same room.
    InPerson,
    /// Only over a link.
    Online,
    /// Both work.
    #[default]
    Either,
}

/// Half-days of the working week, as a set: Monday morning, Monday afternoon, and so on to Friday afternoon. None at all
/// means that nothing is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HalfDays(u16);

impl HalfDays {
    /// How many half-days there are.
    pub const COUNT: usize = 10;

    /// The set whose bit at each place is set; Monday morning is the lowest, what lies above Friday afternoon is dropped.
    pub fn from_bits(bits: u16) -> Self {
        Self(bits & ((1 << Self::COUNT) - 1))
    }

    /// The set as bits, as [`HalfDays::from_bits`] takes them.
    pub fn bits(self) -> u16 {
        self.0
    }

    /// How many half-days suit both; none where nothing is known of one of them.
    pub(crate) fn common(self, other: Self) -> Option<u32> {
        (self.0 != 0 && other.0 != 0).then(|| (self.0 & other.0).count_ones())
    }
}

/// A registered person (a seat: a role at an organiser).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Person {
    /// Unique name of the seat.
    pub key: String,
    /// Place of the organiser in [`Problem::organisers`].
    pub organiser: usize,
    /// Level in the governance chain.
    #[serde(default)]
    pub level: Level,
    /// Title, compared as written apart from case and surrounding white space.
    #[serde(default)]
    pub role: String,
    /// What the person works with.
    #[serde(default)]
    pub themes: Vec<String>,
    /// What the person can help others with.
    #[serde(default)]
    pub offers: Vec<String>,
    /// What the person wants help with.
    #[serde(default)]
    pub needs: Vec<String>,
    /// How the person can meet.
    #[serde(default)]
    pub format: Format,
    /// Longest way to a meeting in person, in kilometres as the crow flies.
    #[serde(default)]
    pub travel_limit_km: Option<u32>,
    /// When the person can usually meet.
    #[serde(default)]
    pub availability: HalfDays,
    /// People whom this person would like to meet: counts as affinity.
    #[serde(default)]
    pub with: Vec<usize>,
    /// People whom this person must not meet: a rule.
    #[serde(default)]
    pub not_with: Vec<usize>,
}

/// Decisions made before the search. All of them bind.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Locks {
    /// Sets of people who share a group.
    #[serde(default)]
    pub together: Vec<Vec<usize>>,
    /// Sets of people of whom no two share a group.
    #[serde(default)]
    pub apart: Vec<Vec<usize>>,
    /// Groups that exist already. They come first in [`crate::Solution::groups`], in this order.
    #[serde(default)]
    pub groups: Vec<LockedGroup>,
}

/// A group that is given, in part or whole.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct LockedGroup {
    /// People locked to the group.
    pub members: Vec<usize>,
    /// Whether nobody may join. A frozen group is taken as it is, even where it breaks a rule.
    #[serde(default)]
    pub frozen: bool,
}

/// Earlier rounds.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct History {
    /// Pairs of people who shared a group.
    #[serde(default)]
    pub people: Vec<Met>,
    /// Pairs of organisers that shared a group.
    #[serde(default)]
    pub organisers: Vec<Met>,
}

/// Two who have shared a group.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Met {
    /// One of them.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// How many rounds back; 1 is the latest round.
    pub rounds_ago: u32,
}
