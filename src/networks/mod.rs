//! Networks: regional or thematic, run by coordinators.
//!
//! Visibility says who finds the network (everybody, or its members); joining says how one gets in (open, by
//! approval, by invitation). Members are seats. A membership is `requested` → `active` or `declined`, then `left`.
//! Coordinators see and change everything in their network; administrators count as coordinators of all.

mod access;
mod membership;
mod network;

pub use access::{coordinated, coordinated_by_id, is_coordinator, is_member, visible};
pub use membership::{MembershipState, join, of_person};
pub use network::{Joining, Network, NewNetwork, NetworkKind, Visibility, appoint, create};
