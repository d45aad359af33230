//! Matching rounds.
