//! Who hosts next: where a group should meet, so that travel evens out over the year.
//!
//! For every municipality where an organiser of the group is, [`prospects`] works out how far each member will have travelled
//! when the group has met there, from where it met in the last twelve months and is to meet. It is a suggestion: whoever
//! proposes a meetup says where. Members of the group and coordinators of the network see it; for everybody else it does not
//! exist. Distances are between the label points of municipalities as the crow flies, one way.

mod history;
pub mod pages;
mod rotation;
mod view;

pub use rotation::{Candidate, Point, Prospect, Traveller, prospects};
