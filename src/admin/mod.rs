//! What administrators look after: mail on its way out, background jobs, people and their accounts.
//!
//! Every page is for administrators only; for everybody else it does not exist. What mails say stays hidden.

mod housekeeping;
mod pages;
mod people;

pub use housekeeping::Sweep;
pub use pages::{jobs, mail, overview, people as accounts};
