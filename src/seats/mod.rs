//! Seats: a role at an organiser on a level of the governance chain, held by a person for a time.
//!
//! A seat is `vacant` (no holder), `unconfirmed` (the holder says so) or `confirmed` (the e-mail domain of the
//! organiser, or a coordinator, says so too; who said so is written down). An unconfirmed seat may join networks and register for rounds, and is
//! shown as unconfirmed; matching leaves it unplaced until it is confirmed. Memberships, registrations, groups and
//! answers hang on the seat, so that they stay when it is handed to a successor.
//!
//! The holder edits, gives up and hands over a seat; coordinators of a network that it is in, and administrators,
//! confirm it and offer it when it is vacant; nobody else sees its page.

mod access;
mod choice;
mod confirmation;
mod handover;
mod holding;
mod mail;
pub mod pages;
mod seat;
mod standing;

pub use access::{Access, SeatView, visible};
pub use choice::{OrganiserChoice, SeatFields, SeatForm, choose_organiser};
pub use confirmation::{PendingSeat, claim, confirm, confirm_as, confirm_by_domain, pending_in_network};
pub use handover::{Handover, accept, live_handover, offer, withdraw};
pub use holding::{Holding, give_up, history};
pub use seat::{HeldSeat, Level, NewSeat, create, edit, held_by};
pub use standing::{Place, Standing};
