//! Organisers.

use crate::config::NeighbourFallback;
use crate::db::Tx;
use crate::db::types::Timestamp;
use crate::error::Result;

/// Loads the reference data where it is not loaded yet.
pub fn load_reference(_tx: &mut Tx<'_>, _fallback: NeighbourFallback, _now: Timestamp) -> Result<()> {
    Ok(())
}
