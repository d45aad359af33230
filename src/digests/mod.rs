//! Digests and stories at once: what is new to somebody, by mail, as often as they want it from each place.
//!
//! A person has a general choice (at once, daily, weekly or never; an hour and a weekday of their own time zone), and may choose
//! otherwise for a group or network; a group may set what holds for members who have not chosen. `subscription.rs` has the order. Stories of
//! a theme that somebody follows come as often as that, or as the place they come from when that is more often; never where one
//! of them is muted (`places.rs`).
//! What is due of it shares one mail: the daily and the weekly period that are due are closed by a row in `digests` each, in the
//! transaction that puts the mail into the outbox, so there is exactly one for a person and period however many workers run.
//! A row says what was looked at (`since`, `until`); the next digest begins where the last one ended, so a late or quiet period
//! loses nothing. A digest that told of everything ends some minutes before the moment of composing, because what was written
//! then may not have been committed yet; one that told of what comes daily, while something comes weekly, ends where it
//! began. What was told of the time after that end is kept in `digest_items` and not told again, and so is what was
//! mailed at once. What was read stays out ([`crate::posts`]). A digest that comes anyway suggests one older story (`suggestion`),
//! and each story to each person once. What a digest holds is what the person may read, by the rule of [`crate::posts`], when it is composed.

mod at_once;
mod compose;
mod content;
mod jobs;
mod mail;
pub mod pages;
mod period;
mod places;
mod reader;
mod shelf;
mod story_mail;
mod subscription;
mod suggestion;
mod threads;
mod waiting;

pub use at_once::{MailStories, run_stories};
pub use compose::{Composed, keep_told, run_due, run_now};
pub use jobs::ComposeDigests;
pub use pages::frequencies;
pub use subscription::{choices_of, in_force, move_subscriptions};
pub use suggestion::{forget_suggestions, keep_known, told_to};
