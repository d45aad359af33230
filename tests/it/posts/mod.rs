//! Stories: writing, reading, finding them, and who does.

mod finding;
mod reading;
mod typed;
mod visibility;
pub mod world;
mod writing;
