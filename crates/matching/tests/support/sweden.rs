//! Seeded rounds with the real organisers of Sweden: the reference data of the house, and people drawn from it.

use std::collections::{HashMap, HashSet};

use matching::{Category, Organiser, Problem};

use super::generator::{Dice, person};

const MUNICIPALITIES: &str = include_str!("../../../../config/reference/municipalities.csv");
const INDEPENDENT: &str = include_str!("../../../../config/reference/independent_organisers.csv");
const NEIGHBOURS: &str = include_str!("../../../../config/reference/neighbours.csv");
const SIMILAR: &str = include_str!("../../../../config/reference/similar_municipalities.csv");

/// A round of so many seats, each at an organiser drawn from all municipalities and independent organisers.
pub fn sweden(seats: usize, seed: u64) -> Problem {
    let mut dice = Dice(seed);
    let organisers = organisers();
    let people = (0..seats).map(|at| person(&mut dice, at, organisers.len())).collect();
    Problem { organisers, people, ..Problem::default() }
}

/// All of them, as the product makes them ready for the matcher.
fn organisers() -> Vec<Organiser> {
    let municipalities: Vec<Vec<&str>> = rows(MUNICIPALITIES).collect();
    let independent: Vec<Vec<&str>> = rows(INDEPENDENT).collect();
    let place: HashMap<&str, usize> =
        municipalities.iter().enumerate().map(|(at, cells)| (cells[0], at)).collect();
    let mut organisers: Vec<Organiser> = municipalities.iter().map(|cells| municipality(cells)).collect();
    let mut active: Vec<Vec<usize>> = (0..organisers.len()).map(|at| vec![at]).collect();
    for cells in &independent {
        let places: Vec<usize> =
            cells[4].split_whitespace().filter_map(|code| place.get(code).copied()).collect();
        let positions: Vec<(f64, f64)> = places.iter().filter_map(|&at| organisers[at].position).collect();
        let mean =
            |of: fn(&(f64, f64)) -> f64| positions.iter().map(of).sum::<f64>() / positions.len() as f64;
        organisers.push(Organiser {
            key: cells[0].to_owned(),
            category: Category::Independent,
            size: cells[2].parse().ok(),
            position: (!positions.is_empty()).then(|| (mean(|it| it.0), mean(|it| it.1))),
            ..Organiser::default()
        });
        active.push(places);
    }
    neighbours(&mut organisers, &active, &place);
    for cells in rows(SIMILAR).filter(|cells| cells[1] == "grundskola") {
        let similar = cells[3].split_whitespace().filter_map(|code| place.get(code).copied());
        organisers[place[cells[0]]].similar = similar.collect();
    }
    organisers
}

fn municipality(cells: &[&str]) -> Organiser {
    let inhabitants: u32 = cells[6].parse().expect("inhabitants");
    let category = match inhabitants {
        0..15_000 => Category::Small,
        15_000..50_000 => Category::Medium,
        _ => Category::Large,
    };
    let degrees = |cell: &str| cell.parse().expect("degrees");
    Organiser {
        key: cells[0].to_owned(),
        category,
        size: Some(inhabitants),
        position: Some((degrees(cells[9]), degrees(cells[8]))),
        structure: Some(cells[10].to_owned()),
        ..Organiser::default()
    }
}

/// Those active in the same municipality or in two that share a border.
fn neighbours(organisers: &mut [Organiser], active: &[Vec<usize>], place: &HashMap<&str, usize>) {
    let mut reach: Vec<HashSet<usize>> = (0..place.len()).map(|at| HashSet::from([at])).collect();
    for cells in rows(NEIGHBOURS).filter(|cells| cells[2] != "point") {
        let (one, two) = (place[cells[0]], place[cells[1]]);
        reach[one].insert(two);
        reach[two].insert(one);
    }
    for (at, organiser) in organisers.iter_mut().enumerate() {
        let near: HashSet<usize> = active[at].iter().flat_map(|&place| &reach[place]).copied().collect();
        organiser.neighbours = (0..active.len())
            .filter(|&other| other != at && active[other].iter().any(|place| near.contains(place)))
            .collect();
    }
}

/// The cells of each line after the first. Names may stand in quotation marks, with commas inside.
fn rows(text: &str) -> impl Iterator<Item = Vec<&str>> {
    text.lines().skip(1).filter(|line| !line.is_empty()).map(|line| {
        let (mut cells, mut begin, mut quoted) = (Vec::new(), 0, false);
        for (at, letter) in line.char_indices() {
            quoted ^= letter == '"';
            if letter == ',' && !quoted {
                cells.push(&line[begin..at]);
                begin = at + 1;
            }
        }
        cells.push(&line[begin..]);
        cells
    })
}
