//! Exchange groups: 4 to 8 seats that meet, made by a round or by hand.
//!
//! Members and the coordinators of the network see a group; an open group is also listed to the members of its
//! network, who may ask to join. Membership is a row per stay: joined, then left.

mod access;
mod by_hand;
mod candidate;
mod departure;
mod group;
mod listing;
mod mail;
mod membership;
pub mod pages;
mod recipients;
mod request;

pub use access::{Access, visible};
pub use by_hand::{make_by_hand, take_in};
pub use candidate::candidates;
pub use departure::{Departure, departure, leave, remove_member, vacated, vacated_by};
pub use group::{
    Group, NewGroup, agree, be_enough, close, create, explain, find, of_person, set_digest_default, update,
};
pub use listing::{ListedGroup, mine, network_groups, open_to};
pub use membership::{Member, add_member, explain_member, is_member, joined_by, members_of, own, seat_in};
pub use recipients::{recipients, recipients_of_seats};
pub use request::{Request, RequestState, ask, decide, find_request, request_waits, waiting};
