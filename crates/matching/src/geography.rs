//! Organisers seen two by two: how alike, how near, how far apart.

use std::collections::HashMap;

use crate::problem::{Category, Organiser, Problem};
use crate::weights::Component;

/// Mean radius of the earth in kilometres (IUGG).
const EARTH_KM: f64 = 6371.0088;

/// Distance at which [`Component::Distance`] is worth half.
const HALF_KM: f64 = 60.0;

/// Ratio of sizes from which [`Component::SizeLikeness`] is worth nothing.
const UNLIKE_RATIO: f64 = 8.0;

/// Stands for a distance that nobody knows.
pub(crate) const UNKNOWN_KM: u16 = u16::MAX;

/// What two organisers are to each other.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Relation {
    /// Scores of the components that depend on organisers alone, in the order of [`Component::ALL`].
    pub(crate) scores: [u16; ORGANISER_COMPONENTS.len()],
    /// Loss of novelty, 0 to 500.
    pub(crate) met: u16,
    /// Distance in whole kilometres, rounded up.
    pub(crate) km: u16,
    pub(crate) rivals: bool,
}

/// The components that [`Relation::scores`] holds.
pub(crate) const ORGANISER_COMPONENTS: [Component; 5] = [
    Component::SizeLikeness,
    Component::Neighbours,
    Component::Distance,
    Component::Structure,
    Component::Similar,
];

/// Organisers with their lists made sorted and mutual where the meaning is mutual.
pub(crate) struct Atlas<'p> {
    organisers: &'p [Organiser],
    neighbours: Vec<Vec<usize>>,
    similar: Vec<Vec<usize>>,
    rivals: Vec<Vec<usize>>,
    met: HashMap<(usize, usize), u32>,
    log_size: Vec<Option<f64>>,
}

impl<'p> Atlas<'p> {
    pub(crate) fn new(problem: &'p Problem) -> Self {
        let organisers = &problem.organisers;
        let mut met = HashMap::new();
        for pair in &problem.history.organisers {
            let ago = met.entry(ordered(pair.a, pair.b)).or_insert(pair.rounds_ago);
            *ago = (*ago).min(pair.rounds_ago);
        }
        Self {
            organisers,
            neighbours: mutual(organisers, |organiser| &organiser.neighbours),
            similar: organisers.iter().map(|organiser| sorted(organiser.similar.clone())).collect(),
            rivals: mutual(organisers, |organiser| &organiser.rivals),
            met,
            log_size: organisers
                .iter()
                .map(|organiser| organiser.size.filter(|&size| size > 0).map(|size| f64::from(size).ln()))
                .collect(),
        }
    }

    pub(crate) fn relation(&self, a: usize, b: usize) -> Relation {
        let (one, two) = (&self.organisers[a], &self.organisers[b]);
        let km = match (one.position, two.position) {
            _ if a == b => Some(0.0),
            (Some(from), Some(to)) => Some(distance_km(from, to)),
            _ => None,
        };
        let loss = self.met.get(&ordered(a, b)).map_or(0, |&ago| 500 >> (ago.max(1) - 1).min(31));
        Relation {
            scores: [
                self.size_likeness(a, b),
                self.closeness(a, b),
                km.map_or(0, |km| (1000.0 * HALF_KM / (HALF_KM + km)).round() as u16),
                structure(one.structure.as_deref(), two.structure.as_deref()),
                500 * u16::from(a == b || holds(&self.similar[a], b))
                    + 500 * u16::from(a == b || holds(&self.similar[b], a)),
            ],
            met: loss as u16,
            km: km.map_or(UNKNOWN_KM, |km| km.ceil() as u16),
            rivals: holds(&self.rivals[a], b),
        }
    }

    fn size_likeness(&self, a: usize, b: usize) -> u16 {
        let kind = |index: usize| self.organisers[index].category == Category::Independent;
        match (self.log_size[a], self.log_size[b]) {
            (Some(one), Some(two)) if kind(a) == kind(b) => {
                (1000.0 * (1.0 - (one - two).abs() / UNLIKE_RATIO.ln()).max(0.0)).round() as u16
            }
            _ => 0,
        }
    }

    fn closeness(&self, a: usize, b: usize) -> u16 {
        if a == b || holds(&self.neighbours[a], b) {
            return 1000;
        }
        let (one, two) = (&self.neighbours[a], &self.neighbours[b]);
        if one.iter().any(|&between| holds(two, between)) { 350 } else { 0 }
    }
}

/// Great-circle distance by the haversine formula, in kilometres. Positions are latitude and longitude in degrees.
pub fn distance_km(from: (f64, f64), to: (f64, f64)) -> f64 {
    let half = |a: f64, b: f64| ((b - a).to_radians() / 2.0).sin().powi(2);
    let across = from.0.to_radians().cos() * to.0.to_radians().cos() * half(from.1, to.1);
    2.0 * EARTH_KM * (half(from.0, to.0) + across).sqrt().min(1.0).asin()
}

fn structure(one: Option<&str>, two: Option<&str>) -> u16 {
    match (one, two) {
        (Some(one), Some(two)) if one == two => 1000,
        (Some(one), Some(two)) if one.chars().next() == two.chars().next() => 500,
        _ => 0,
    }
}

pub(crate) fn ordered(a: usize, b: usize) -> (usize, usize) {
    (a.min(b), a.max(b))
}

pub(crate) fn holds(sorted: &[usize], value: usize) -> bool {
    sorted.binary_search(&value).is_ok()
}

pub(crate) fn sorted(mut list: Vec<usize>) -> Vec<usize> {
    list.sort_unstable();
    list.dedup();
    list
}

fn mutual(organisers: &[Organiser], list: impl Fn(&Organiser) -> &Vec<usize>) -> Vec<Vec<usize>> {
    let mut both = vec![Vec::new(); organisers.len()];
    for (index, organiser) in organisers.iter().enumerate() {
        for &other in list(organiser).iter().filter(|&&other| other != index) {
            both[index].push(other);
            both[other].push(index);
        }
    }
    both.into_iter().map(sorted).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stockholm_to_gothenburg() {
        let km = distance_km((59.3293, 18.0686), (57.7089, 11.9746));
        assert!((km - 397.0).abs() < 3.0, "{km}");
    }

    #[test]
    fn a_border_named_on_one_side_holds_on_both() {
        let organiser = |neighbours: Vec<usize>| Organiser { neighbours, ..Organiser::default() };
        let problem = Problem {
            organisers: vec![organiser(vec![1]), organiser(vec![2]), organiser(vec![])],
            ..Problem::default()
        };
        let atlas = Atlas::new(&problem);
        let score = |a, b| atlas.relation(a, b).scores[1];
        assert_eq!((score(1, 0), score(2, 1), score(0, 2)), (1000, 1000, 350));
    }
}
