//! Groups of peers: people, rules and a seed in; groups, explanations and a bound out.
//!
//! A pure library: no clock (the caller gives a deadline), no I/O, no database, no language. A [`Problem`] is plain data.
//!
//! * Before: [`check`] finds demands that contradict each other, [`forecast`] says what the rules mean for those registered
//!   (how many groups, which demand leaves whom out, the smallest way out, who is hard to place).
//! * [`solve`] finds groups; [`explain`] says why, as data.
//! * Changes by hand: [`effect_of_move`], [`effect_of_swap`], [`effect_of_leaving`],
//!   [`effect_of_change`] (several at once), [`broken_rules`].
//! * After publishing: [`best_group_for`] a late joiner, [`suggest_changes`] that move one, two or three people,
//!   [`suggest_after_withdrawal`], and [`resolve`], which moves people only at a price.
//! * [`raw`] reads and solves the puzzles that researchers compare themselves on.
//!
//! # What is maximised
//! The affinity of two people is a sum of named [`Component`]s by [`Weights`], 0 to 10,000 points. Groups are as equal in
//! size as the rules allow; then the mean over people of their mean affinity to their group is maximised; then the weakest
//! are lifted, at a price of at most [`Rules::fairness_per_mille`]. The sum over pairs is not used for people: it is convex
//! in group size and would make every group as large or as small as allowed.
//!
//! # How it is searched
//! People who may share groups form a pool. Up to some thousands, all pairs are tabled and partitions are annealed by
//! exchanges (Kirkpatrick, Gelatt and Vecchi 1983), in generations whose children keep what two good parents agree on, with
//! groups matched by overlap (as in the memetic algorithms of Lai and Hao for diverse grouping). What an exchange gains
//! is read off a table of each unit's affinity to each group, for a block of units in one go. Temperatures are measured, not set. Where sizes or weights
//! are bounded rather than given, groups may miss their bounds on the way at a penalty; the bare puzzle is finished by
//! rings of three and exchanges of one against two. Beyond some thousands, windows of some hundred people are annealed, cut
//! anew every round. Tasks are seeded by what they are, so that the result is the same on any number of threads. Whatever
//! rule the search could not keep is mended by taking people out, and placing them elsewhere or naming why there is no
//! place. A dozen people need no search: all partitions are tried, by a recursion over subsets.
//!
//! # What is proved
//! [`Solution::bound`] is above every way to place the same people in groups no smaller than the smallest. Each person can at
//! most have the best others, at most so many of one organiser (degree bound); up to 1,200 people a linear relaxation is solved by a primal-dual method,
//! up to 320 with star cuts, of which triangle inequalities are the smallest; its multipliers are rounded to whole numbers
//! and give a bound by weak duality that holds exactly. [`Solution::gap_per_mille`] is "at most so far from the best".
//! [`Solution::chance`] is how many standard deviations the groups are above random groups that keep the same rules.

mod audit;
mod bound;
mod chance;
mod degree;
mod explain;
mod fairness;
mod feasibility;
mod forecast;
mod geography;
mod help;
mod improve;
mod late;
mod moves;
mod pools;
mod problem;
mod puzzle;
pub mod raw;
mod relaxation;
mod repair;
mod resolve;
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
pub use chance::Chance;
pub use explain::{
    Explanation, GroupExplanation, PersonExplanation, SecondBest, Share, Tie, WhyNot, explain, explain_groups,
};
pub use feasibility::{Infeasible, MOST_IN_GROUP, check};
pub use forecast::{Demand, Forecast, HardToPlace, Obstacle, PoolForecast, forecast};
pub use geography::distance_km;
pub use improve::{Change, Step, suggest_changes};
pub use late::{Opening, Remedy, best_group_for, suggest_after_withdrawal};
pub use moves::{
    GroupEffect, MoveEffect, MoveError, PersonEffect, effect_of_change, effect_of_leaving, effect_of_move,
    effect_of_swap,
};
pub use problem::{
    Category, Format, HalfDays, History, Level, LockedGroup, Locks, Met, Organiser, Person, Problem,
};
pub use resolve::{Resolved, resolve};
pub use rules::{BrokenRule, Conflict, Keeping, Rules};
pub use solution::{Help, Reason, Solution, Unplaced, Value};
pub use solve::{Budget, Progress, SolveError, solve};
pub use view::{MOST_AFFINITY, Shares, View};
pub use weights::{Component, Preset, Weights};
