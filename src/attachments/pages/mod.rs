//! Pages of files.

pub mod edit;
pub mod file;
pub mod materials;
pub mod place;
