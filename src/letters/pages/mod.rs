//! Pages of the letters.

pub mod edit;
pub mod index;
pub mod mute;
pub mod recipients;
pub mod sending;
pub mod show;
mod words;
