//! Digests: one mail a day or a week with what is new to somebody, and none when nothing is.
//!
//! A person's habit (daily, weekly or never; an hour and a weekday of their own time zone) gives the period that is due.
//! A row in `digests` claims the period and the mail goes into the outbox in the same transaction, so there is exactly
//! one for a person and period however many workers run. The row says what was looked at (`since`, `until`); the next
//! digest begins where the last one ended, so a late or quiet period loses nothing. `until` lies some minutes before the
//! moment of composing, because what was written then may not have been committed yet; what was told of those minutes
//! is kept in `digest_items` and not told again. What a digest holds is what the person may read, by the rule of
//! [`crate::posts`].

mod compose;
mod content;
mod jobs;
mod mail;
pub mod pages;
mod period;
mod places;
mod reader;
mod shelf;
mod threads;
mod waiting;

pub use compose::{Composed, run_due, run_now};
pub use jobs::ComposeDigests;
