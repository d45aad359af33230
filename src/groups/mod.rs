//! Exchange groups: 4 to 8 seats that meet, made by a round or by hand.
//!
//! Members and the coordinators of the network see a group; an open group is also listed to the members of its
//! network, who may ask to join. Membership is a row per stay: joined, then left.

mod access;
mod group;
mod membership;

pub use access::{Access, visible};
pub use group::{Group, NewGroup, create, of_person};
pub use membership::{Member, add_member, is_member, members_of, seat_in};
