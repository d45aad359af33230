//! Wishes: with whom somebody does not want to share a group.
//!
//! A wish is its maker's alone. No page, list, mail or export of anybody else shows it or that it exists, not for
//! coordinators and not for administrators; the matcher keeps it as a rule, and wherever that rule stands in the way the
//! words are `something that cannot be shown`. A wish concerns a person, found by a seat, or an organiser. It goes when it
//! is taken back, when that seat gets another holder, and when its maker holds no seat any more.

mod found;
pub mod pages;
mod wish;

pub use wish::{About, MOST, forget_seat, make, not_with};
