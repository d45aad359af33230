//! Why a group is what it is and why somebody is in it, as data: what is stored, and what [`super::words`] says in words.
//!
//! Names of people are not part of it: an explanation outlives the person's time in the seat.

use matching::{BrokenRule, Component, Conflict, Help, Problem};
use serde::{Deserialize, Serialize};

/// What holds a group together.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct GroupWhy {
    /// What binds it, strongest first.
    pub binds: Vec<Component>,
    /// What had to give way, most wanted first.
    pub compromised: Vec<Component>,
    /// Themes that several share, the commonest first, with how many.
    pub themes: Vec<(String, usize)>,
    /// Longest way between two of them, kilometres.
    pub widest_km: Option<u32>,
    /// Inhabitants (pupils of independent organisers) of the smallest and the largest.
    pub sizes: Option<(u32, u32)>,
    /// The two with least in common.
    pub weakest: Option<TieWhy>,
    /// Mean affinity in points, 0 to 10,000; for coordinators.
    pub mean: i32,
}

/// What two have in common.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct TieWhy {
    /// Organiser of the one.
    pub organiser: String,
    /// Organiser of the other.
    pub with: String,
    /// Kilometres between them.
    pub km: Option<u32>,
    /// What they have in common, strongest first.
    pub by: Vec<Component>,
}

/// Why somebody is in a group.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct PersonWhy {
    /// The closest in the group.
    pub closest: Option<TieWhy>,
    /// The one with least in common.
    pub loosest: Option<TieWhy>,
    /// How many wished for are in the group.
    pub wishes_met: usize,
    /// How many are not.
    pub wishes_unmet: usize,
    /// The group that would have been next best.
    pub second: Option<SecondWhy>,
    /// Whether a coordinator placed the person by hand.
    #[serde(default)]
    pub by_hand: bool,
}

/// The next best group and why it was not chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SecondWhy {
    /// Name of the group.
    pub group: String,
    /// Why not.
    pub because: Because,
}

/// Why another group was not chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Less in common there.
    LessInCommon,
    /// The groups together would have been worse.
    WorseForOthers,
    /// The rules of the round.
    Rules,
}

/// Why somebody has no group.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct UnplacedWhy {
    /// Why.
    pub reason: Reason,
    /// What would help, the easiest first.
    pub help: Vec<Help>,
}

/// The reasons.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Reason {
    /// Nobody has confirmed that the person holds the seat.
    Unconfirmed,
    /// A coordinator took the person out of the proposal.
    TakenOut,
    /// The person registered after the proposal was made.
    CameLater,
    /// Fewer registered than one group takes.
    TooFew {
        /// How many there are.
        registered: usize,
        /// Fewest for a group.
        needed: usize,
    },
    /// So many do not divide into groups of the sizes allowed.
    SizesDoNotFit {
        /// How many there are.
        registered: usize,
        /// Places in the groups.
        places: usize,
    },
    /// Too many from the same organiser.
    TooManyFromOrganiser {
        /// The organiser.
        organiser: String,
        /// How many registered.
        registered: usize,
        /// Places for it.
        places: usize,
    },
    /// Too few people can share a group with this one.
    TooFewPartners {
        /// How many can.
        possible: usize,
        /// Fewest needed.
        needed: usize,
        /// What keeps the others away.
        mostly: Conflict,
    },
    /// No group had room.
    NoRoom {
        /// What was in the way; nothing where groups are full.
        mostly: Option<Conflict>,
    },
}

/// Names of the organisers of a problem, by place.
pub struct Names<'a> {
    /// The problem.
    pub problem: &'a Problem,
    /// Name of each organiser.
    pub organisers: &'a [String],
}

impl Names<'_> {
    fn organiser(&self, person: usize) -> String {
        let at = self.problem.people.get(person).map(|each| each.organiser);
        at.and_then(|at| self.organisers.get(at)).cloned().unwrap_or_default()
    }

    fn tie(&self, tie: &matching::Tie) -> TieWhy {
        // Below two fifths of what a reason could count, nobody would call it something in common.
        let by = tie.shares.iter().filter(|share| share.met >= 40).map(|share| share.component);
        TieWhy {
            organiser: self.organiser(tie.person),
            with: self.organiser(tie.with),
            km: tie.km,
            by: by.take(4).collect(),
        }
    }

    /// A group's explanation as it is kept.
    pub fn group(&self, found: &matching::GroupExplanation) -> GroupWhy {
        GroupWhy {
            binds: found.binds.iter().copied().filter(says_something).take(4).collect(),
            compromised: found.compromised.iter().copied().filter(can_give_way).take(3).collect(),
            themes: found.themes.iter().take(4).cloned().collect(),
            widest_km: found.widest_km,
            sizes: found.sizes,
            weakest: found.weakest_pair.as_ref().map(|tie| self.tie(tie)),
            mean: found.mean,
        }
    }

    /// A person's explanation as it is kept; `groups` are the names of the groups.
    pub fn person(&self, found: &matching::PersonExplanation, groups: &[String]) -> PersonWhy {
        // A group that only a wish keeps closed is not named: one would ask whose.
        let second = found.second.as_ref().filter(|second| !tells_of_wishes(second)).and_then(|second| {
            let because = match second.why_not {
                matching::WhyNot::LessInCommon(_) => Because::LessInCommon,
                matching::WhyNot::WorseForOthers(_) => Because::WorseForOthers,
                matching::WhyNot::Rules(_) => Because::Rules,
            };
            groups.get(second.group).map(|group| SecondWhy { group: group.clone(), because })
        });
        PersonWhy {
            closest: found.strongest.as_ref().map(|tie| self.tie(tie)),
            loosest: found.weakest.as_ref().map(|tie| self.tie(tie)),
            wishes_met: found.wishes_met.len(),
            wishes_unmet: found.wishes_unmet.len(),
            second,
            by_hand: false,
        }
    }

    /// Why somebody has no group, as it is kept.
    pub fn unplaced(&self, found: &matching::Unplaced) -> UnplacedWhy {
        let reason = match found.reason {
            matching::Reason::TooFew { registered, needed, .. } => Reason::TooFew { registered, needed },
            matching::Reason::SizesDoNotFit { registered, places } => {
                Reason::SizesDoNotFit { registered, places }
            }
            matching::Reason::TooManyFromOrganiser { organiser, registered, places } => {
                let organiser = self.organisers.get(organiser).cloned().unwrap_or_default();
                Reason::TooManyFromOrganiser { organiser, registered, places }
            }
            matching::Reason::TooFewPartners { possible, needed, mostly } => {
                Reason::TooFewPartners { possible, needed, mostly }
            }
            matching::Reason::NoRoom { mostly } => Reason::NoRoom { mostly },
        };
        UnplacedWhy { reason, help: found.help.clone() }
    }
}

/// Whether a component is worth a word where it binds: that people have not met before binds nobody.
fn says_something(component: &Component) -> bool {
    !matches!(component, Component::Novelty)
}

/// Whether a component is worth a word where it gave way: nobody misses a wish that nobody made.
fn can_give_way(component: &Component) -> bool {
    !matches!(component, Component::Wish | Component::Similar | Component::Structure)
}

fn tells_of_wishes(second: &matching::SecondBest) -> bool {
    let of_wish = |rule: &BrokenRule| matches!(rule, BrokenRule::Pair { conflict: Conflict::NotWith, .. });
    matches!(&second.why_not, matching::WhyNot::Rules(broken) if broken.iter().any(of_wish))
}
