//! Pages of the themes of a network, for its coordinators.

pub mod archive;
pub mod listing;
pub mod merger;
