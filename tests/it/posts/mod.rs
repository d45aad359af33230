//! Stories: writing, reading, finding them, and who does.

mod finding;
mod notices;
mod reading;
mod replies;
mod talk;
mod typed;
mod visibility;
pub mod world;
mod writing;
