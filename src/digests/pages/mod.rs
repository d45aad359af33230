//! Pages of the digests.

pub mod preview;
pub mod unsubscription;
