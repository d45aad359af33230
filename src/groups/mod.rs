//! Exchange groups.
