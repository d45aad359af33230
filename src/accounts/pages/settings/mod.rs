//! The settings of whoever is signed in, a page per subject.

pub mod feeds;
pub mod preferences;
pub mod profile;
pub mod sessions;
pub mod sign_in;
pub mod tokens;
