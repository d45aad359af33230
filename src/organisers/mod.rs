//! Organisers (huvudmän): 290 municipalities and the independent ones, their neighbours and their likes.
//!
//! Municipalities come from reference data only. Independent organisers may be added and corrected by
//! coordinators and administrators. Nothing here ranks anybody.

mod organiser;

pub use organiser::{Category, Kind, Organiser, by_codes, find};

use crate::config::NeighbourFallback;
use crate::db::Tx;
use crate::db::types::Timestamp;
use crate::error::Result;

/// Loads the reference data where it is not loaded yet.
pub fn load_reference(_tx: &mut Tx<'_>, _fallback: NeighbourFallback, _now: Timestamp) -> Result<()> {
    Ok(())
}
