//! The search itself: a dense partition problem in, a partition out.

pub(crate) mod anneal;
pub(crate) mod costs;
pub(crate) mod crossover;
pub(crate) mod exact;
pub(crate) mod instance;
pub(crate) mod polish;
pub(crate) mod portfolio;
pub(crate) mod random;
pub(crate) mod state;
pub(crate) mod thermometer;
