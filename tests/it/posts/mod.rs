//! Stories: writing, reading, finding them, and who does.

mod expected;
mod finding;
mod hiding;
mod looking;
mod notices;
mod reading;
mod releasing;
mod replies;
mod similar;
mod talk;
mod themes;
mod typed;
mod visibility;
pub mod world;
mod writing;
