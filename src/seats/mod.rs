//! Seats: a role at an organiser on a level of the governance chain, held by a person for a time.
//!
//! A seat is `vacant` (no holder), `unconfirmed` (the holder says so) or `confirmed` (the e-mail domain of the
//! organiser, or a coordinator, says so too). Memberships, registrations, groups and answers hang on the seat, so
//! that they stay when it is handed to a successor.

mod seat;

pub use seat::{HeldSeat, Level, NewSeat, confirm, create, held_by};
