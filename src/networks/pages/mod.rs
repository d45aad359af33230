//! Pages of the networks.

pub mod archive;
pub mod coordinator;
pub mod directory;
pub mod entry;
pub mod invitation;
pub mod invitation_import;
pub mod membership;
pub mod mute;
pub mod network;
pub mod rival;

use crate::db::types::Id;
use crate::error::{Error, Result};

/// An identifier in a path; malformed is the same as unknown.
fn id_of(text: &str) -> Result<Id> {
    text.parse().map_err(|_| Error::NotFound)
}
