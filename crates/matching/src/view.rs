//! The problem made ready for counting: affinity and conflict of any two people, without a table of all pairs.

use std::collections::HashMap;
use std::sync::OnceLock;

use crate::geography::{Atlas, ORGANISER_COMPONENTS, Relation, UNKNOWN_KM, holds, ordered, sorted};
use crate::problem::{Category, Format, HalfDays, Level, Problem};
use crate::rules::{Conflict, Keeping, Rules};
use crate::tags::{TagSet, Vocabulary};
use crate::weights::Component;

/// Largest affinity between two people.
pub const MOST_AFFINITY: i32 = 10_000;

/// Up to so many organisers relations are kept once worked out (at most 29 MB); beyond, each is worked out when asked for.
const TABLED_ORGANISERS: usize = 1_200;

/// Points that each component adds to an affinity, in the order of [`Component::ALL`].
pub type Shares = [i32; Component::COUNT];

/// A person, compiled.
struct Seat {
    organiser: u32,
    category: Category,
    level: Level,
    role: u32,
    format: Format,
    travel_km: Option<u16>,
    availability: HalfDays,
    themes: TagSet,
    offers: TagSet,
    needs: TagSet,
    /// What few people have.
    particulars: Option<Box<Particulars>>,
}

/// Wishes, history and locks of a person.
#[derive(Default)]
struct Particulars {
    with: Vec<usize>,
    not_with: Vec<usize>,
    met: Vec<(usize, u32)>,
    apart: Vec<usize>,
    locked: Option<usize>,
}

impl Seat {
    fn particulars(&mut self) -> &mut Particulars {
        self.particulars.get_or_insert_default()
    }
}

/// Relations of one organiser to all, each with the points that they give.
type Row = Box<[(Relation, i32)]>;

/// A problem compiled for fast questions about pairs. Needs valid places: see [`crate::check`].
pub struct View<'p> {
    rules: &'p Rules,
    seats: Vec<Seat>,
    atlas: Atlas<'p>,
    /// Relations of an organiser to all others, made when first asked for: a question about one person needs few.
    table: Vec<OnceLock<Row>>,
    organisers: Vec<usize>,
    factors: [u64; Component::COUNT],
}

impl<'p> View<'p> {
    /// Compiles the problem.
    pub fn new(problem: &'p Problem) -> Self {
        let total = u64::from(problem.weights.total().max(1));
        let factors = Component::ALL.map(|component| {
            let weight = u64::from(problem.weights.of(component));
            ((weight * (MOST_AFFINITY as u64 / 1000)) << 16) / total
        });
        let mut present = vec![false; problem.organisers.len()];
        problem.people.iter().for_each(|person| present[person.organiser] = true);
        let organisers: Vec<usize> = (0..present.len()).filter(|&at| present[at]).collect();
        let tabled = if organisers.len() <= TABLED_ORGANISERS { organisers.len() } else { 0 };
        Self {
            rules: &problem.rules,
            seats: seats(problem, &organisers),
            atlas: Atlas::new(problem),
            table: (0..tabled).map(|_| OnceLock::new()).collect(),
            organisers,
            factors,
        }
    }

    /// How many people registered.
    pub fn people(&self) -> usize {
        self.seats.len()
    }

    /// Place of a person's organiser in the problem.
    pub fn organiser(&self, person: usize) -> usize {
        self.organisers[self.seats[person].organiser as usize]
    }

    /// How well two different people match: 0 to [`MOST_AFFINITY`]. Equals the sum of [`View::shares`].
    pub fn affinity(&self, a: usize, b: usize) -> i32 {
        let (one, two) = (&self.seats[a], &self.seats[b]);
        let (relation, by_organiser) = self.relation(one, two);
        let mut sum = by_organiser;
        for (component, score) in self.personal(a, b, one, two, &relation) {
            sum += self.points(component, score);
        }
        sum
    }

    /// How many organisers take part.
    pub(crate) fn taking_part(&self) -> usize {
        self.organisers.len()
    }

    /// Place of a person's organiser among those that take part.
    pub(crate) fn place(&self, person: usize) -> usize {
        self.seats[person].organiser as usize
    }

    /// The part of an affinity that the two organisers give.
    pub(crate) fn by_organiser(&self, a: usize, b: usize) -> i32 {
        self.relation(&self.seats[a], &self.seats[b]).1
    }

    /// For each person, the most that anybody could add to what the organisers give.
    pub(crate) fn most_personal(&self) -> Vec<i32> {
        let levels: HashMap<u32, Level> = self.seats.iter().map(|seat| (seat.role, seat.level)).collect();
        let one_level = self.seats.iter().all(|seat| levels.get(&seat.role) == Some(&seat.level));
        let by_role: &[[u32; 2]] =
            if one_level { &[[1000, 0], [500, 500], [0, 1000]] } else { &[[1000, 1000]] };
        let roles = by_role.iter().map(|&[likeness, mix]| {
            self.points(Component::RoleLikeness, likeness) + self.points(Component::RoleMix, mix)
        });
        let roles = roles.max().unwrap_or(0);
        let with = |seat: &Seat| seat.particulars.as_ref().map_or(&[][..], |rare| &rare.with).to_vec();
        let mut wished = vec![false; self.seats.len()];
        self.seats.iter().flat_map(with).for_each(|person| wished[person] = true);
        let of_seat = |(seat, &wished): (&Seat, &bool)| {
            let wishes = 500 * (u32::from(wished) + u32::from(!with(seat).is_empty()));
            let trade = trade_score(&seat.offers, &seat.offers) + trade_score(&seat.needs, &seat.needs);
            roles
                + self.points(Component::Themes, themes_score(&seat.themes, &seat.themes))
                + self.points(Component::OfferNeed, trade.min(1000))
                + self.points(Component::Format, 1000)
                + self
                    .points(Component::CommonTimes, times_score(seat.availability.common(seat.availability)))
                + self.points(Component::Novelty, 1000)
                + self.points(Component::Wish, wishes)
        };
        self.seats.iter().zip(&wished).map(of_seat).collect()
    }

    /// What each component adds to the affinity of two people.
    pub fn shares(&self, a: usize, b: usize) -> Shares {
        let (one, two) = (&self.seats[a], &self.seats[b]);
        let (relation, _) = self.relation(one, two);
        let mut shares = [0; Component::COUNT];
        for (component, score) in ORGANISER_COMPONENTS.into_iter().zip(relation.scores) {
            shares[component.index()] = self.points(component, u32::from(score));
        }
        for (component, score) in self.personal(a, b, one, two, &relation) {
            shares[component.index()] = self.points(component, score);
        }
        shares
    }

    /// Distance between the organisers of two people in kilometres, rounded up.
    pub fn distance_km(&self, a: usize, b: usize) -> Option<u32> {
        let (relation, _) = self.relation(&self.seats[a], &self.seats[b]);
        (relation.km != UNKNOWN_KM).then_some(u32::from(relation.km))
    }

    /// Why two different people cannot share a group, if they cannot. The cap per organiser counts here when it is one.
    pub fn conflict(&self, a: usize, b: usize) -> Option<Conflict> {
        let (one, two) = (&self.seats[a], &self.seats[b]);
        if let Some(conflict) = self.standing_conflict(a, b) {
            return Some(conflict);
        }
        let (relation, _) = self.relation(one, two);
        if relation.rivals {
            return Some(Conflict::Rivals);
        }
        if self.met_recently(b, one) {
            return Some(Conflict::MetRecently);
        }
        match (one.format, two.format) {
            (Format::InPerson, Format::Online) | (Format::Online, Format::InPerson) => Some(Conflict::Format),
            (Format::InPerson, _) | (_, Format::InPerson) => {
                let limit = [one.travel_km, two.travel_km].into_iter().flatten().min()?;
                (relation.km != UNKNOWN_KM && relation.km > limit).then_some(Conflict::Travel)
            }
            _ => None,
        }
    }

    /// The conflicts that no change of the two people's own answers would mend.
    fn standing_conflict(&self, a: usize, b: usize) -> Option<Conflict> {
        let (one, two) = (&self.seats[a], &self.seats[b]);
        if self.rules.per_organiser <= 1 && one.organiser == two.organiser {
            return Some(Conflict::SameOrganiser);
        }
        if self.rules.categories == Keeping::Apart && one.category != two.category {
            return Some(Conflict::Category);
        }
        if self.rules.levels == Keeping::Apart && one.level != two.level {
            return Some(Conflict::Level);
        }
        let (Some(one), Some(two)) = (&one.particulars, &two.particulars) else { return None };
        if holds(&one.not_with, b) {
            return Some(Conflict::NotWith);
        }
        let locked_apart = one.locked.is_some() && two.locked.is_some() && one.locked != two.locked;
        let set_apart = one.apart.iter().any(|&set| holds(&two.apart, set));
        (locked_apart || set_apart).then_some(Conflict::Apart)
    }

    fn met_recently(&self, b: usize, one: &Seat) -> bool {
        let within = self.rules.not_again_within;
        within > 0 && rounds_ago(one, b).is_some_and(|ago| ago <= within)
    }

    fn relation(&self, one: &Seat, two: &Seat) -> (Relation, i32) {
        let (a, b) = (one.organiser as usize, two.organiser as usize);
        match self.table.get(a) {
            Some(row) => row.get_or_init(|| (0..self.table.len()).map(|b| self.work_out(a, b)).collect())[b],
            None => self.work_out(a, b),
        }
    }

    fn work_out(&self, a: usize, b: usize) -> (Relation, i32) {
        let relation = self.atlas.relation(self.organisers[a], self.organisers[b]);
        let sum = ORGANISER_COMPONENTS
            .into_iter()
            .zip(relation.scores)
            .map(|(component, score)| self.points(component, u32::from(score)))
            .sum();
        (relation, sum)
    }

    fn points(&self, component: Component, score: u32) -> i32 {
        ((u64::from(score) * self.factors[component.index()]) >> 16) as i32
    }

    /// Scores of the components that depend on the two people.
    fn personal(
        &self,
        a: usize,
        b: usize,
        one: &Seat,
        two: &Seat,
        relation: &Relation,
    ) -> [(Component, u32); 8] {
        let same_level = one.level == two.level;
        let same_role = one.role == two.role;
        let likeness = if same_role { 1000 } else { 500 * u32::from(same_level) };
        let mix = if same_level { 500 * u32::from(!same_role) } else { 1000 };
        let met = rounds_ago(one, b).map_or(0, |ago| 1000 >> (ago.max(1) - 1).min(31));
        let wishes = |of: &Seat, other: usize| {
            u32::from(of.particulars.as_ref().is_some_and(|rare| holds(&rare.with, other)))
        };
        [
            (Component::Themes, themes_score(&one.themes, &two.themes)),
            (
                Component::OfferNeed,
                (trade_score(&one.offers, &two.needs) + trade_score(&two.offers, &one.needs)).min(1000),
            ),
            (Component::RoleLikeness, likeness),
            (Component::RoleMix, mix),
            (Component::Format, format_score(one.format, two.format)),
            (Component::CommonTimes, times_score(one.availability.common(two.availability))),
            (Component::Novelty, 1000 - met.max(u32::from(relation.met))),
            (Component::Wish, 500 * (wishes(one, b) + wishes(two, a))),
        ]
    }
}

fn themes_score(one: &TagSet, two: &TagSet) -> u32 {
    [0, 500, 800, 1000][one.common(two).min(3) as usize]
}

fn trade_score(offers: &TagSet, needs: &TagSet) -> u32 {
    [0, 500, 700][offers.common(needs).min(2) as usize]
}

fn format_score(one: Format, two: Format) -> u32 {
    match (one, two) {
        (Format::InPerson, Format::Online) | (Format::Online, Format::InPerson) => 0,
        (one, two) if one == two => 1000,
        _ => 700,
    }
}

fn times_score(common: Option<u32>) -> u32 {
    common.map_or(500, |common| [0, 500, 700, 850, 1000][common.min(4) as usize])
}

fn rounds_ago(one: &Seat, other: usize) -> Option<u32> {
    let met = &one.particulars.as_ref()?.met;
    let at = met.binary_search_by_key(&other, |&(met, _)| met).ok()?;
    Some(met[at].1)
}

fn seats(problem: &Problem, organisers: &[usize]) -> Vec<Seat> {
    let mut compact = vec![0; problem.organisers.len()];
    organisers.iter().enumerate().for_each(|(at, &organiser)| compact[organiser] = at as u32);
    let mut words = Vocabulary::default();
    let mut roles = Vocabulary::default();
    let mut seats: Vec<Seat> = problem
        .people
        .iter()
        .map(|person| Seat {
            organiser: compact[person.organiser],
            category: problem.organisers[person.organiser].category,
            level: person.level,
            role: roles.id(&person.role),
            format: person.format,
            travel_km: person.travel_limit_km.map(|km| km.min(u32::from(UNKNOWN_KM) - 1) as u16),
            availability: person.availability,
            themes: words.set(&person.themes),
            offers: words.set(&person.offers),
            needs: words.set(&person.needs),
            particulars: None,
        })
        .collect();
    for (index, person) in problem.people.iter().enumerate() {
        if !person.with.is_empty() {
            seats[index].particulars().with = sorted(person.with.clone());
        }
        for &other in person.not_with.iter().filter(|&&other| other != index) {
            seats[index].particulars().not_with.push(other);
            seats[other].particulars().not_with.push(index);
        }
    }
    let mut met: HashMap<(usize, usize), u32> = HashMap::new();
    for pair in &problem.history.people {
        let ago = met.entry(ordered(pair.a, pair.b)).or_insert(pair.rounds_ago);
        *ago = (*ago).min(pair.rounds_ago);
    }
    for ((a, b), ago) in met {
        seats[a].particulars().met.push((b, ago));
        seats[b].particulars().met.push((a, ago));
    }
    for (set, people) in problem.locks.apart.iter().enumerate() {
        people.iter().for_each(|&person| seats[person].particulars().apart.push(set));
    }
    for (lock, group) in problem.locks.groups.iter().enumerate() {
        group.members.iter().for_each(|&person| seats[person].particulars().locked = Some(lock));
    }
    for rare in seats.iter_mut().filter_map(|seat| seat.particulars.as_mut()) {
        rare.not_with = sorted(std::mem::take(&mut rare.not_with));
        rare.apart = sorted(std::mem::take(&mut rare.apart));
        rare.met.sort_unstable();
    }
    seats
}
