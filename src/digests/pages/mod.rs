//! Pages of the digests.

pub mod preview;
pub mod subscriptions;
pub mod typical;
pub mod unsubscription;
