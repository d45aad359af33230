//! Pages of the polls.

pub mod answers;
pub mod choice;
pub mod closure;
pub mod personal;
pub mod proposal;
pub mod show;
