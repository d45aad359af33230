//! Pages of the administrator.

pub mod jobs;
pub mod kinds;
pub mod mail;
pub mod one_mail;
pub mod overview;
pub mod people;
