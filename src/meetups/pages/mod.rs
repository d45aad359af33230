//! Pages of the meetups.

pub mod answers;
pub mod calendar;
pub mod cancellation;
pub mod group_feed;
pub mod index;
pub mod nudges;
pub mod personal;
pub mod proposal;
pub mod show;
