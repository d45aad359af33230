//! Stories: writing, reading, finding them, and who does.

mod finding;
mod reading;
mod visibility;
pub mod world;
mod writing;
