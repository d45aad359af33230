//! What the API gives and takes, one file a noun.

pub mod comments;
pub mod groups;
pub mod me;
pub mod meetup_changes;
pub mod meetups;
pub mod networks;
pub mod organisers;
pub mod posts;
pub mod releases;
pub mod search;
