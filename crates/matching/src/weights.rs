//! What makes two people a good match, and how much each reason counts.

use serde::{Deserialize, Serialize};

/// A named part of the affinity between two people. Every component scores 0 to 1000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Component {
    /// Alike in size on a logarithmic scale: 1000 for equal, 0 from a ratio of 8. Inhabitants and pupils do not compare: 0.
    SizeLikeness,
    /// 1000 for the same organiser or one that shares a border, 350 for one that borders a common neighbour.
    Neighbours,
    /// 1000 · 60 km / (60 km + distance as the crow flies); 0 where a position is unknown.
    Distance,
    /// 1000 for the same structure (SKR group), 500 where only its first letter (the main group) agrees.
    Structure,
    /// 500 for each of the two whose list of similar organisers names the other.
    Similar,
    /// Common themes: 1000 for three or more, 800 for two, 500 for one.
    Themes,
    /// An offer of one meets a need of the other: 500 a direction, 700 where two or more do.
    OfferNeed,
    /// 1000 for the same role, 500 for the same level only.
    RoleLikeness,
    /// 1000 for different levels, 500 for different roles at the same level.
    RoleMix,
    /// 1000 where both prefer the same way to meet, 700 where one can do either, 0 where they exclude each other.
    Format,
    /// Half-days that suit both: 500 for one, 700 for two, 850 for three, 1000 for four or more, 0 for none; 500 where one
    /// of them has not said.
    CommonTimes,
    /// 1000 for people who have not met, less the more recently they (fully) or their organisers (by half) did:
    /// the loss halves with every round.
    Novelty,
    /// 500 for each of the two who wished to meet the other.
    Wish,
}

impl Component {
    /// Every component, in the order in which shares are listed.
    pub const ALL: [Self; 13] = [
        Self::SizeLikeness,
        Self::Neighbours,
        Self::Distance,
        Self::Structure,
        Self::Similar,
        Self::Themes,
        Self::OfferNeed,
        Self::RoleLikeness,
        Self::RoleMix,
        Self::Format,
        Self::CommonTimes,
        Self::Novelty,
        Self::Wish,
    ];

    /// How many components there are.
    pub const COUNT: usize = Self::ALL.len();

    /// Place in [`Component::ALL`].
    pub fn index(self) -> usize {
        self as usize
    }
}

/// How much each component counts, relative to the others. At most [`Weights::MOST`] each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
#[allow(missing_docs, reason = "each field is the component of the same name")]
pub struct Weights {
    pub size_likeness: u32,
    pub neighbours: u32,
    pub distance: u32,
    pub structure: u32,
    pub similar: u32,
    pub themes: u32,
    pub offer_need: u32,
    pub role_likeness: u32,
    pub role_mix: u32,
    pub format: u32,
    pub common_times: u32,
    pub novelty: u32,
    pub wish: u32,
}

impl Weights {
    /// Largest weight of a component.
    pub const MOST: u32 = 1000;

    /// No component counts: a base for the coordinator's own weights.
    pub const NONE: Self = Self {
        size_likeness: 0,
        neighbours: 0,
        distance: 0,
        structure: 0,
        similar: 0,
        themes: 0,
        offer_need: 0,
        role_likeness: 0,
        role_mix: 0,
        format: 0,
        common_times: 0,
        novelty: 0,
        wish: 0,
    };

    /// Weight of one component.
    pub fn of(&self, component: Component) -> u32 {
        match component {
            Component::SizeLikeness => self.size_likeness,
            Component::Neighbours => self.neighbours,
            Component::Distance => self.distance,
            Component::Structure => self.structure,
            Component::Similar => self.similar,
            Component::Themes => self.themes,
            Component::OfferNeed => self.offer_need,
            Component::RoleLikeness => self.role_likeness,
            Component::RoleMix => self.role_mix,
            Component::Format => self.format,
            Component::CommonTimes => self.common_times,
            Component::Novelty => self.novelty,
            Component::Wish => self.wish,
        }
    }

    /// Weight of one component, to change it.
    pub fn of_mut(&mut self, component: Component) -> &mut u32 {
        match component {
            Component::SizeLikeness => &mut self.size_likeness,
            Component::Neighbours => &mut self.neighbours,
            Component::Distance => &mut self.distance,
            Component::Structure => &mut self.structure,
            Component::Similar => &mut self.similar,
            Component::Themes => &mut self.themes,
            Component::OfferNeed => &mut self.offer_need,
            Component::RoleLikeness => &mut self.role_likeness,
            Component::RoleMix => &mut self.role_mix,
            Component::Format => &mut self.format,
            Component::CommonTimes => &mut self.common_times,
            Component::Novelty => &mut self.novelty,
            Component::Wish => &mut self.wish,
        }
    }

    /// Sum of all weights.
    pub fn total(&self) -> u32 {
        Component::ALL.iter().map(|&component| self.of(component)).sum()
    }
}

impl Default for Weights {
    fn default() -> Self {
        Preset::Mixed.weights()
    }
}

/// Ready-made weights. The sum of each is 100, so a weight reads as per cent.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Preset {
    /// Those close by, whatever their size.
    Neighbours,
    /// Those alike, wherever they are.
    Similar,
    /// Some of both.
    #[default]
    Mixed,
}

impl Preset {
    /// The weights of the preset.
    pub fn weights(self) -> Weights {
        match self {
            Self::Neighbours => Weights {
                neighbours: 28,
                distance: 26,
                size_likeness: 7,
                themes: 9,
                offer_need: 7,
                role_likeness: 7,
                format: 4,
                common_times: 4,
                novelty: 4,
                wish: 4,
                ..Weights::NONE
            },
            Self::Similar => Weights {
                size_likeness: 24,
                structure: 15,
                similar: 19,
                themes: 11,
                offer_need: 8,
                role_likeness: 7,
                format: 4,
                common_times: 4,
                novelty: 4,
                wish: 4,
                ..Weights::NONE
            },
            Self::Mixed => Weights {
                size_likeness: 14,
                neighbours: 10,
                distance: 14,
                structure: 7,
                similar: 8,
                themes: 13,
                offer_need: 10,
                role_likeness: 8,
                format: 4,
                common_times: 4,
                novelty: 4,
                wish: 4,
                ..Weights::NONE
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn presets_read_as_per_cent() {
        for preset in [Preset::Neighbours, Preset::Similar, Preset::Mixed] {
            assert_eq!(preset.weights().total(), 100, "{preset:?}");
        }
    }
}
