//! Meetups of a group.
