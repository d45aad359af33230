//! Pages of what is left of a meetup.

pub mod completion;
pub mod drafts;
pub mod edit;
pub mod materials;
pub mod opinion;
pub mod outcomes;
pub mod show;
pub mod story;
pub mod versions;
