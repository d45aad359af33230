//! Pages of groups.

pub mod agreement;
pub mod by_hand;
pub mod departure;
pub mod group;
pub mod member;
pub mod request;
