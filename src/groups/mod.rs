//! Exchange groups: 4 to 8 seats that meet, made by a round or by hand.
//!
//! Members and the coordinators of the network see a group; an open group is also listed to the members of its
//! network, who may ask to join. Membership is a row per stay: joined, then left.

mod access;
mod group;
mod listing;
mod membership;
mod recipients;

pub use access::{Access, visible};
pub use group::{Group, NewGroup, create, find, of_person};
pub use listing::{ListedGroup, mine, network_groups, open_to};
pub use membership::{Member, add_member, is_member, members_of, seat_in};
pub use recipients::{recipients, recipients_of_seats};
