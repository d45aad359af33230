//! The calendar page: a month of everything with a date in one's groups and networks, as a table of weeks or as a list.
//!
//! It shows the meetups of one's groups, the last days of their open polls, and the last days to register for rounds in
//! networks that one is a member of or coordinates: what the pages of these show, and no more. Days are those of the
//! person's own clock; weeks are ISO weeks, from Monday.

mod entry;
mod month;
pub mod pages;
