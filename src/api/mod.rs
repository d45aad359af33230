//! The JSON API under `/api/v1`: what a person may see and do, for programs that act for them.
//!
//! A program brings a bearer token of a person, good for reading or for reading and writing. Everything goes through
//! the same queries as the pages, so a program sees exactly what its person would. Errors are problem+json, lists are
//! `{items, next}` with a cursor, and a POST with an `Idempotency-Key` happens once.

mod caller;
mod idempotency;
mod listed;
mod openapi;
mod problem;
mod resources;

pub use openapi::{document, show as openapi};
pub use resources::{
    comments, groups, me, meetup_changes, meetups, networks, organisers, posts, releases, search,
};
