//! Home: what a person should do next, and the front page for those who are not signed in.

mod overview;
mod pages;

pub use pages::{front, show};
