//! Date polls: which of several slots suits a group, and the meetup that comes of it.
//!
//! A poll is `open`, then `chosen` (a slot became a meetup) or `closed` without one, for good. The members of its group and
//! the coordinators of the network see it; for everybody else it does not exist. Each of them may propose, change, choose and
//! close. The present members are asked, and so is whoever joins later; an answer hangs on the seat, so that a successor
//! keeps it, and stays as long as its slot does. Members answer on the page or by the personal link of the mail, which is
//! good while the poll is open. The last day for answers is a wish and the day of a reminder, not an end.

mod answer;
mod asked;
mod change;
mod ending;
mod forms;
mod holidays;
mod jobs;
mod mail;
pub mod pages;
mod poll;
mod school_holidays;
mod suggestion;
mod tally;
mod view;
mod waiting;

pub use answer::{Suits, answer};
pub use change::update;
pub use ending::{Chosen, choose, close};
pub use holidays::{Holiday, holiday};
pub use jobs::RemindPolls;
pub use poll::{NewPoll, Poll, Slot, Span, ask_newcomer, create, find, slots_of, visible};
pub use school_holidays::{SchoolHoliday, school_holiday};
pub use waiting::{DuePoll, OpenPoll, due_between, open_of_group, waiting_for};
