//! Networks: regional or thematic, run by coordinators.
//!
//! Visibility says who finds the network (everybody, or its members); joining says how one gets in (open, by
//! approval, by invitation). Members are seats. A membership is `requested` → `active` or `declined`, then `left`.
//! Coordinators see and change everything in their network; administrators count as coordinators of all.

mod access;
mod coordinator;
mod directory;
mod forms;
mod joining;
mod listing;
mod mail;
mod membership;
mod network;
mod overview;
pub mod pages;
mod request;

pub use access::{coordinated, coordinated_by_id, find, is_coordinator, is_member, visible};
pub use coordinator::{coordinated_by_person, coordinators_of};
pub use membership::{MembershipState, join, member_seats_of, of_person};
pub use network::{
    Joining, Network, NetworkKind, NewNetwork, Visibility, appoint, archive, create, free_slug, unarchive,
    update,
};
