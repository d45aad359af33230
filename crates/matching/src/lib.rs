//! Groups of peers: people, rules and a seed in; groups, explanations and a bound out.
//!
//! A pure library: no clock (the caller gives a deadline), no I/O, no database, no language. A [`Problem`] is plain data;
//! [`check`] finds demands that cannot hold together, [`solve`] finds groups, [`explain`] says why as data, and
//! [`effect_of_move`], [`best_group_for`] and [`suggest_after_withdrawal`] answer what a change by hand would do.
//!
//! # What is maximised
//! The affinity of two people is a sum of named [`Component`]s by [`Weights`], 0 to 10,000 points. Groups are as equal in
//! size as the rules allow; then the mean over people of their mean affinity to their group is maximised; then the weakest
//! are lifted, at a price of at most [`Rules::fairness_per_mille`]. The sum over pairs is not used for people: it is convex
//! in group size and would make every group as large or as small as allowed.
//!
//! # How it is searched
//! People who may share groups form a pool. Up to some thousands, all pairs are tabled and partitions are annealed by
//! exchanges, in generations whose children keep what two good parents agree on. Beyond that, windows of some hundred
//! people are annealed, cut anew every round. Tasks are seeded by what they are, so that the result is the same on any
//! number of threads. Whatever rule the search could not keep is mended by taking people out, and placing them elsewhere
//! or naming why there is no place.

mod audit;
mod bound;
mod explain;
mod fairness;
mod feasibility;
mod geography;
mod help;
mod late;
mod moves;
mod pools;
mod problem;
mod puzzle;
pub mod raw;
mod repair;
mod rules;
mod search;
mod seriation;
mod solution;
mod solve;
mod tags;
mod units;
mod value;
mod view;
mod weights;
mod windows;

pub use audit::broken_rules;
pub use bound::MOST_BOUNDED;
pub use explain::{
    Explanation, GroupExplanation, PersonExplanation, SecondBest, Share, Tie, WhyNot, explain, explain_groups,
};
pub use feasibility::{Infeasible, MOST_IN_GROUP, check};
pub use geography::distance_km;
pub use late::{Opening, Remedy, best_group_for, suggest_after_withdrawal};
pub use moves::{
    GroupEffect, MoveEffect, MoveError, PersonEffect, effect_of_leaving, effect_of_move, effect_of_swap,
};
pub use problem::{Category, Format, History, Level, LockedGroup, Locks, Met, Organiser, Person, Problem};
pub use rules::{BrokenRule, Conflict, Keeping, Rules};
pub use solution::{Help, Reason, Solution, Unplaced, Value};
pub use solve::{Budget, Progress, SolveError, solve};
pub use view::{MOST_AFFINITY, Shares, View};
pub use weights::{Component, Preset, Weights};
