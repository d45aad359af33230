//! Networks: regional or thematic, run by coordinators.
//!
//! Visibility says who finds the network (everybody, or its members); joining says how one gets in (open, by
//! approval, by invitation). Members are seats. A membership is `requested` → `active` or `declined`, then `left`.
//! Coordinators see and change everything in their network; administrators count as coordinators of all.

mod access;
mod coordinator;
mod directory;
mod entry;
mod forms;
mod import;
mod invitation;
mod invitation_list;
mod joining;
mod listing;
mod mail;
mod membership;
mod mute;
mod network;
mod overview;
pub mod pages;
mod request;
mod returned;
mod rival;
mod upload;

pub use access::{
    by_slug, coordinated, coordinated_by_id, find, is_coordinator, is_member, names_of, visible,
};
pub use coordinator::{coordinated_by_person, coordinators_of};
pub use import::{MOST_PEOPLE, Plan, Planned, invite_all, plan};
pub use invitation::{Invitation, InvitationState, Invited, NewInvitation, invite};
pub use invitation_list::{NoteBounces, forget_invitations};
pub use membership::{MembershipState, join, member_seats_of, of_person};
pub use mute::{is_muted, mute, muted, unmute};
pub use network::{
    Joining, Network, NetworkKind, NewNetwork, Visibility, appoint, archive, create, free_slug, unarchive,
    update,
};
pub use rival::rivals_of;
pub use upload::forget_uploads;
