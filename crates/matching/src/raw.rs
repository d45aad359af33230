//! The bare puzzle as published for benchmarks: maximise the sum of affinities inside groups.
//!
//! Two families of files are read. The maximally diverse grouping problem (MDGPLIB):
//! `N M ss|ds L1 U1 … LM UM`, then `i j d` for pairs of elements numbered from 0. The capacitated clustering problem
//! (CCPLIB): the same with `W w1 … wN` after the bounds, which then bound the sums of weights.

use crate::search::instance::{Instance as Puzzle, MOST_GROUPS};
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
    /// Exchanges looked at.
    pub iterations: u64,
}

/// What is wrong with a file.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The file ends before everything announced was read.
    #[error("the file ends where {0} should stand")]
    Missing(&'static str),
    /// A word is not what should stand there.
    #[error("{found:?} stands where {expected} should")]
    Unexpected {
        /// What should stand there.
        expected: &'static str,
        /// What does.
        found: String,
    },
}

impl Instance {
    /// Reads a file of either family.
    ///
    /// # Errors
    /// When a number is missing, out of range or not a number.
    pub fn parse(text: &str) -> Result<Self, ReadError> {
        let mut words = text.split_ascii_whitespace().peekable();
        let units = number(words.next(), "the number of elements", MOST_ELEMENTS)?;
        let groups = number(words.next(), "the number of groups", MOST_GROUPS)?;
        if units == 0 || groups == 0 || groups > units {
            return Err(unexpected("a positive number of elements and no more groups", "less"));
        }
        match words.next() {
            Some("ss" | "ds") => {}
            found => return Err(unexpected("ss or ds", found.unwrap_or_default())),
        }
        let (mut lower, mut upper) = (Vec::new(), Vec::new());
        for _ in 0..groups {
            lower.push(number(words.next(), "a lower bound", MOST_LOAD)? as u32);
            upper.push(number(words.next(), "an upper bound", MOST_LOAD)? as u32);
        }
        let mut weight = vec![1; units];
        if words.next_if_eq(&"W").is_some() {
            for weight in &mut weight {
                *weight = number(words.next(), "a weight", MOST_LOAD)? as u32;
            }
        }
        let mut affinity = vec![0; units * units];
        while let Some(word) = words.next() {
            let one = number(Some(word), "an element", units - 1)?;
            let two = number(words.next(), "an element", units - 1)?;
            let value = words.next().ok_or(ReadError::Missing("an affinity"))?;
            let value = value.parse::<f64>().ok().filter(|value| value.abs() <= 1e5);
            let value = value.ok_or_else(|| unexpected("an affinity of at most 100,000", word))?;
            let value = (value * f64::from(DECIMALS)).round() as i32;
            if one != two {
                affinity[one * units + two] = value;
                affinity[two * units + one] = value;
            }
        }
        let most = |row: &[i32]| row.iter().map(|value| i64::from(value.abs())).sum::<i64>();
        if affinity.chunks(units).map(most).max().unwrap_or(0) > MOST_IN_ROW {
            return Err(unexpected("affinities small enough to add up", "more"));
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
        Ok(Partition { objective: found.value, feasible: found.missed == 0, group: found.group, iterations })
    }
}

/// Largest weight or bound read: those of all elements add up to less than 2^32.
const MOST_LOAD: usize = 100_000;

/// Most that the affinities of one element may add up to, so that differences of gains fit in 32 bits.
const MOST_IN_ROW: i64 = 250_000_000;

fn number(word: Option<&str>, what: &'static str, most: usize) -> Result<usize, ReadError> {
    let word = word.ok_or(ReadError::Missing(what))?;
    word.parse().ok().filter(|&number| number <= most).ok_or_else(|| unexpected(what, word))
}

fn unexpected(expected: &'static str, found: &str) -> ReadError {
    ReadError::Unexpected { expected, found: found.to_owned() }
}
