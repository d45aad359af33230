//! Networks, their members and coordinators.
