//! Pages of the administrator.

pub mod jobs;
pub mod mail;
pub mod overview;
pub mod people;
