//! Stories: writing, reading, finding them, and who does.

mod approving;
mod expected;
mod finding;
mod hiding;
mod looking;
mod mentioning;
mod notices;
mod public;
mod reading;
mod releasing;
mod replies;
mod scheduling;
mod similar;
mod story_replies;
pub mod talk;
mod themes;
mod typed;
mod visibility;
mod widening;
pub mod world;
mod writing;
