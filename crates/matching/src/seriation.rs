//! Orders in which people who match well come near each other, for cutting windows.

use crate::pools::Pool;
use crate::problem::Problem;
use crate::search::random::Random;
use crate::view::View;

/// Organisers whose people are mixed freely in one window of a later round.
const SPAN: f64 = 24.0;

/// Places of organisers along several coordinates, each from 0 to the number of organisers.
pub(crate) struct Coordinates {
    /// Along a curve over the map, and by kind and size.
    axes: Vec<Vec<f64>>,
    /// Number of each person's first theme in alphabetical order.
    theme: Vec<u32>,
}

impl Coordinates {
    pub(crate) fn new(problem: &Problem, view: &View<'_>) -> Self {
        let organisers = &problem.organisers;
        let by_map = ranks(organisers.len(), |it| {
            let (lat, lon) = organisers[it].position.unwrap_or((0.0, 0.0));
            (morton(lat, lon), organisers[it].key.clone())
        });
        let by_kind = ranks(organisers.len(), |it| {
            let organiser = &organisers[it];
            (
                u64::from(organiser.category as u8) << 40 | u64::from(organiser.size.unwrap_or(0)),
                organiser.key.clone(),
            )
        });
        let by_structure = ranks(organisers.len(), |it| {
            let organiser = &organisers[it];
            (0, format!("{:?} {:>12}", organiser.structure, organiser.size.unwrap_or(0)) + &organiser.key)
        });
        let mut names: Vec<&str> =
            problem.people.iter().filter_map(|it| it.themes.iter().min()).map(String::as_str).collect();
        names.sort_unstable();
        names.dedup();
        let number = |name: &String| names.binary_search(&name.as_str()).map_or(0, |at| at as u32 + 1);
        let theme = problem.people.iter().map(|it| it.themes.iter().min().map_or(0, number)).collect();
        debug_assert_eq!(view.people(), problem.people.len());
        Self { axes: vec![by_map, by_kind, by_structure], theme }
    }

    /// Free units so that runs of them hold `each` people from each of some organisers that lie near each other.
    pub(crate) fn deal(&self, pool: &Pool, view: &View<'_>, each: usize, random: &mut Random) -> Vec<usize> {
        let mut order: Vec<usize> = (0..pool.free()).collect();
        random.shuffle(&mut order);
        let mut seen = vec![0usize; self.axes[0].len()];
        let mut keyed: Vec<(usize, u64, usize)> = order
            .into_iter()
            .enumerate()
            .map(|(at, unit)| {
                let organiser = view.organiser(pool.units[unit][0]);
                seen[organiser] += 1;
                let slice = (seen[organiser] - 1) / each.max(1);
                (slice, (self.axes[0][organiser] * 1000.0) as u64 * 1_000_000 + at as u64 % 1_000_000, unit)
            })
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, _, unit)| unit).collect()
    }

    /// Groups so that runs of them lie near each other along the axis of the round, mixed within a span; every other
    /// round those with like themes come together within the span.
    pub(crate) fn order(
        &self,
        pool: &Pool,
        view: &View<'_>,
        groups: &[Vec<usize>],
        round: u64,
        random: &mut Random,
    ) -> Vec<usize> {
        let axis = &self.axes[round as usize % self.axes.len()];
        let shift = random.below(1000) as f64 / 1000.0;
        let by_theme = round % 2 == 1;
        let mut keyed: Vec<(u64, u64, usize)> = groups
            .iter()
            .enumerate()
            .map(|(at, group)| {
                let people = || group.iter().flat_map(|&unit| pool.units[unit].iter().copied());
                let count = people().count().max(1) as f64;
                let place = people().map(|person| axis[view.organiser(person)]).sum::<f64>() / count;
                let block = (place / SPAN + shift).floor() as u64;
                let noise = u64::from(random.bits());
                let theme = if by_theme { self.common_theme(people()) } else { 0 };
                (block, theme << 32 | noise, at)
            })
            .collect();
        keyed.sort_unstable();
        keyed.into_iter().map(|(_, _, at)| at).collect()
    }

    fn common_theme(&self, people: impl Iterator<Item = usize>) -> u64 {
        let mut themes: Vec<u32> = people.map(|person| self.theme[person]).collect();
        themes.sort_unstable();
        let longest = themes.chunk_by(|one, two| one == two).max_by_key(|run| run.len());
        longest.map_or(0, |run| u64::from(run[0]))
    }
}

fn ranks<K: Ord>(count: usize, key: impl Fn(usize) -> K) -> Vec<f64> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by_cached_key(|&it| key(it));
    let mut rank = vec![0.0; count];
    for (at, it) in order.into_iter().enumerate() {
        rank[it] = at as f64;
    }
    rank
}

/// Place along a Z-order curve over the globe, on a grid of about 300 m.
fn morton(lat: f64, lon: f64) -> u64 {
    let cell = |degrees: f64| ((degrees + 360.0) * 364.0) as u64;
    let spread = |cell: u64| (0..20).fold(0, |bits, bit| bits | (cell >> bit & 1) << (2 * bit));
    spread(cell(lat)) << 1 | spread(cell(lon))
}
