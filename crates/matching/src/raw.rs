//! The bare puzzle as published for benchmarks: maximise the sum of affinities inside groups.
//!
//! Two families of files are read. The maximally diverse grouping problem (MDGPLIB):
//! `N M ss|ds L1 U1 … LM UM`, then `i j d` for pairs of elements numbered from 0. The capacitated clustering problem
//! (CCPLIB): the same with `W w1 … wN` after the bounds, which then bound the sums of weights. Words are separated by any
//! white space. Pairs that do not occur have no affinity. There may be more groups than elements where groups may be empty.

use std::ops::RangeInclusive;

use crate::search::anneal::Found;
use crate::search::instance::Instance as Puzzle;
use crate::search::portfolio::{Effort, search};
use crate::solve::{Budget, Progress, SolveError};

/// Affinities are whole numbers after multiplication by this: files have three decimals.
pub const DECIMALS: i32 = 1000;

/// Most elements read.
const MOST_ELEMENTS: usize = 20_000;

/// A puzzle read from a file.
#[derive(Clone, Debug)]
pub struct Instance(Puzzle);

/// A partition of the elements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Partition {
    /// Group of each element.
    pub group: Vec<u16>,
    /// Sum of affinities inside groups, times [`DECIMALS`].
    pub objective: i64,
    /// Whether every group keeps its bounds.
    pub feasible: bool,
    /// By how much loads lie outside the bounds, all groups together: zero where feasible.
    pub missed: i64,
    /// Exchanges looked at.
    pub iterations: u64,
}

/// What is wrong with a file, and in which line, counted from one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file ends before everything announced was read.
    #[error("line {line}: the file ends where {what} should stand")]
    Missing {
        /// The last line.
        line: usize,
        /// What should stand there.
        what: &'static str,
    },
    /// A word is not what should stand there.
    #[error("line {line}: {found:?} stands where {expected} should")]
    Unexpected {
        /// Where the word stands.
        line: usize,
        /// What should stand there.
        expected: String,
        /// What does.
        found: String,
    },
    /// Numbers that are too large together to be added up without loss.
    #[error(
        "the affinities of element {element} add up to more than {most}, which is too much to reckon with"
    )]
    TooLarge {
        /// The element, numbered from 0.
        element: usize,
        /// What its affinities may add up to.
        most: i64,
    },
}

/// Bounds that no partition keeps, and the smallest way out.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Impossible {
    /// A group's bounds contradict each other.
    #[error(
        "group {group} should hold at least {lower} and at most {upper}: lower the first or raise the second"
    )]
    Crossed {
        /// The group, numbered from 0.
        group: usize,
        /// Its least load.
        lower: u32,
        /// Its most load.
        upper: u32,
    },
    /// The groups need more than there is.
    #[error("the groups need at least {need} and there are only {load}: lower their least by {} together", need - load)]
    TooFew {
        /// The least loads together.
        need: u64,
        /// What all elements weigh together.
        load: u64,
    },
    /// The groups cannot hold everything.
    #[error("the groups hold at most {room} and there are {load}: raise their most by {} together", load - room)]
    TooMany {
        /// The most loads together.
        room: u64,
        /// What all elements weigh together.
        load: u64,
    },
    /// An element fits in no group.
    #[error("element {element} weighs {weight} and no group holds more than {most}: raise one by {}", weight - most)]
    TooHeavy {
        /// The element, numbered from 0.
        element: usize,
        /// What it weighs.
        weight: u32,
        /// What the roomiest group holds.
        most: u32,
    },
}

impl Instance {
    /// Reads a file of either family.
    ///
    /// # Errors
    /// When a number is missing, out of range or not a number.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let mut words = Words::new(text);
        let units = words.number("the number of elements", 1..=MOST_ELEMENTS)?;
        let groups = words.number("the number of groups", 1..=MOST_ELEMENTS)?;
        let kind = words.next("ss or ds")?;
        if !matches!(kind, "ss" | "ds") {
            return Err(words.unexpected("ss or ds", kind));
        }
        let (mut lower, mut upper) = (Vec::new(), Vec::new());
        for _ in 0..groups {
            lower.push(words.number("a lower bound", 0..=MOST_LOAD)? as u32);
            upper.push(words.number("an upper bound", 0..=MOST_LOAD)? as u32);
        }
        let mut weight = vec![1; units];
        if words.next_is("W") {
            for weight in &mut weight {
                *weight = words.number("a weight", 0..=MOST_LOAD)? as u32;
            }
        }
        let mut affinity = vec![0; units * units];
        while !words.ended() {
            let one = words.number("an element", 0..=units - 1)?;
            let two = words.number("an element", 0..=units - 1)?;
            let value = words.affinity()?;
            if one != two {
                affinity[one * units + two] = value;
                affinity[two * units + one] = value;
            }
        }
        let sum = |row: &[i32]| row.iter().map(|value| i64::from(value.abs())).sum::<i64>();
        if let Some(element) = affinity.chunks(units).position(|row| sum(row) > MOST_IN_ROW) {
            return Err(ReadError::TooLarge { element, most: MOST_IN_ROW / i64::from(DECIMALS) });
        }
        Ok(Self(Puzzle {
            units,
            groups,
            affinity,
            inner: vec![0; units],
            weight,
            lower,
            upper,
            factor: Vec::new(),
            pinned_from: units,
            classes: Vec::new(),
            class_count: 0,
            cap: 0,
            soft: true,
        }))
    }

    /// How many elements there are.
    pub fn elements(&self) -> usize {
        self.0.units
    }

    /// Looks for bounds that no partition can keep. Passing is no promise where weights differ: whether they fit is a hard
    /// puzzle of its own, and [`Partition::feasible`] has the answer.
    ///
    /// # Errors
    /// The first contradiction, with the smallest way out.
    pub fn check(&self) -> Result<(), Impossible> {
        let Puzzle { lower, upper, weight, .. } = &self.0;
        if let Some(group) = (0..lower.len()).find(|&group| lower[group] > upper[group]) {
            return Err(Impossible::Crossed { group, lower: lower[group], upper: upper[group] });
        }
        let sum = |loads: &[u32]| loads.iter().copied().map(u64::from).sum::<u64>();
        let (need, room, load) = (sum(lower), sum(upper), sum(weight));
        if need > load {
            return Err(Impossible::TooFew { need, load });
        }
        if room < load {
            return Err(Impossible::TooMany { room, load });
        }
        let most = upper.iter().copied().max().unwrap_or(0);
        match weight.iter().position(|&weight| weight > most) {
            Some(element) => Err(Impossible::TooHeavy { element, weight: weight[element], most }),
            None => Ok(()),
        }
    }

    /// Searches for the partition with the largest objective.
    ///
    /// # Errors
    /// When no threads can be had.
    pub fn solve(&self, budget: &Budget<'_>, seed: u64) -> Result<Partition, SolveError> {
        let effort = Effort {
            iterations: budget.iterations,
            seed,
            floor: i32::MIN,
            stop: &|| budget.over(),
            report: &|iterations, _| {
                if let Some(progress) = budget.progress {
                    progress(Progress { iterations, of: budget.iterations });
                }
            },
        };
        let (found, iterations) = budget.run(|| search(&self.0, None, &effort))?;
        let Found { group, value, missed } = found;
        Ok(Partition { objective: value, feasible: missed == 0, missed, group, iterations })
    }
}

/// Largest weight or bound read: those of all elements add up to less than 2^32.
const MOST_LOAD: usize = 100_000;

/// Most that the affinities of one element may add up to, so that differences of gains fit in 32 bits.
const MOST_IN_ROW: i64 = 200_000_000;

/// Largest affinity read.
const MOST_AFFINITY: f64 = 1e5;

/// The words of a file, and where they stand.
struct Words<'t> {
    words: std::iter::Peekable<Box<dyn Iterator<Item = (usize, &'t str)> + 't>>,
    line: usize,
}

impl<'t> Words<'t> {
    fn new(text: &'t str) -> Self {
        let words = text
            .lines()
            .enumerate()
            .flat_map(|(at, line)| line.split_ascii_whitespace().map(move |word| (at + 1, word)));
        let words: Box<dyn Iterator<Item = _>> = Box::new(words);
        Self { words: words.peekable(), line: 1 }
    }

    fn ended(&mut self) -> bool {
        self.words.peek().is_none()
    }

    fn next(&mut self, what: &'static str) -> Result<&'t str, ReadError> {
        let (line, word) = self.words.next().ok_or(ReadError::Missing { line: self.line, what })?;
        self.line = line;
        Ok(word)
    }

    fn next_is(&mut self, wanted: &str) -> bool {
        self.words.next_if(|&(_, word)| word == wanted).is_some()
    }

    fn number(&mut self, what: &'static str, range: RangeInclusive<usize>) -> Result<usize, ReadError> {
        let word = self.next(what)?;
        let (least, most) = (range.start(), range.end());
        let expected = || format!("{what} from {least} to {most}");
        let number = word.parse().ok().filter(|number| range.contains(number));
        number.ok_or_else(|| self.unexpected(&expected(), word))
    }

    fn affinity(&mut self) -> Result<i32, ReadError> {
        let word = self.next("an affinity")?;
        let value = word.parse::<f64>().ok().filter(|value| value.abs() <= MOST_AFFINITY);
        let value = value.ok_or_else(|| self.unexpected("an affinity of at most 100000", word))?;
        Ok((value * f64::from(DECIMALS)).round() as i32)
    }

    fn unexpected(&self, expected: &str, found: &str) -> ReadError {
        ReadError::Unexpected { line: self.line, expected: expected.to_owned(), found: found.to_owned() }
    }
}
