//! Seeded rounds that look like Swedish networks.

use matching::{Category, Format, HalfDays, Level, Organiser, Person, Problem};

/// SplitMix64 (Steele, Lea and Flood 2014): enough for test data.
pub struct Dice(pub u64);

impl Dice {
    pub fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((bits ^ (bits >> 31)) % sides as u64) as usize
    }

    pub fn chance(&mut self, per_cent: usize) -> bool {
        self.roll(100) < per_cent
    }
}

const THEMES: [&str; 16] = [
    "särskilt stöd",
    "frånvaro",
    "läsning",
    "matematik",
    "digitalisering",
    "rekrytering",
    "fritidshem",
    "förskola",
    "nyanlända",
    "betyg",
    "rektorsstöd",
    "resursfördelning",
    "kvalitetsarbete",
    "trygghet",
    "anpassad skola",
    "vux",
];

const ROLES: [&str; 8] = [
    "skolchef",
    "kvalitetschef",
    "ordförande",
    "rektor",
    "förskolerektor",
    "förstelärare",
    "utvecklingsledare",
    "verksamhetschef",
];

/// A round with `people` seats at `organisers` organisers scattered over a country like Sweden.
pub fn round(people: usize, organisers: usize, seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let mut problem = Problem::default();
    for at in 0..organisers {
        let lat = 55.5 + dice.roll(1000) as f64 / 1000.0 * dice.roll(1000) as f64 / 1000.0 * 12.0;
        let lon = 11.5 + dice.roll(1000) as f64 / 200.0 + (lat - 55.5) / 3.0;
        let independent = dice.chance(20);
        let size = (f64::from(3000 + dice.roll(9000) as u32) * 1.06_f64.powi(dice.roll(60) as i32)) as u32;
        problem.organisers.push(Organiser {
            key: format!("o{at:05}"),
            category: match size {
                _ if independent => Category::Independent,
                0..15_000 => Category::Small,
                15_000..50_000 => Category::Medium,
                _ => Category::Large,
            },
            size: dice.chance(97).then_some(if independent { size / 40 } else { size }),
            position: dice.chance(98).then_some((lat, lon)),
            structure: dice
                .chance(90)
                .then(|| ["A1", "A2", "B3", "B4", "B5", "C6", "C7", "C8", "C9"][dice.roll(9)].into()),
            neighbours: Vec::new(),
            similar: (0..7).map(|_| dice.roll(organisers)).collect(),
            rivals: Vec::new(),
        });
    }
    neighbours(&mut problem);
    for at in 0..people {
        let person = person(&mut dice, at, organisers);
        problem.people.push(person);
    }
    problem
}

fn neighbours(problem: &mut Problem) {
    let positions: Vec<_> = problem.organisers.iter().map(|organiser| organiser.position).collect();
    for (at, from) in positions.iter().enumerate() {
        let Some(from) = from else { continue };
        let mut near: Vec<(u64, usize)> = positions
            .iter()
            .enumerate()
            .filter(|&(other, _)| other != at)
            .filter_map(|(other, to)| {
                to.map(|to| ((matching::distance_km(*from, to) * 1000.0) as u64, other))
            })
            .collect();
        near.sort_unstable();
        problem.organisers[at].neighbours = near.into_iter().take(4).map(|(_, other)| other).collect();
    }
}

pub fn person(dice: &mut Dice, at: usize, organisers: usize) -> Person {
    let words = |dice: &mut Dice, most: usize| -> Vec<String> {
        (0..dice.roll(most + 1)).map(|_| THEMES[dice.roll(THEMES.len())].to_owned()).collect()
    };
    Person {
        key: format!("p{at:06}"),
        organiser: dice.roll(organisers),
        level: [Level::Board, Level::Administration, Level::Administration, Level::Principal, Level::Teacher]
            [dice.roll(5)],
        role: ROLES[dice.roll(ROLES.len())].into(),
        themes: words(dice, 4),
        offers: words(dice, 2),
        needs: words(dice, 2),
        format: [Format::Either, Format::Either, Format::Either, Format::InPerson, Format::Online]
            [dice.roll(5)],
        travel_limit_km: dice.chance(60).then(|| 150 + 10 * dice.roll(60) as u32),
        // One in five has not said.
        availability: HalfDays::from_bits(if dice.chance(80) {
            dice.roll(1 << HalfDays::COUNT) as u16
        } else {
            0
        }),
        with: Vec::new(),
        not_with: Vec::new(),
    }
}
