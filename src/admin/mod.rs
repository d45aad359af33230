//! What administrators look after: mail on its way out, background jobs, people and their accounts.
//!
//! Every page is for administrators only; for everybody else it does not exist. What mails say stays hidden,
//! but for kinds that hold nothing private (`privacy.rs`).

mod housekeeping;
mod pages;
mod people;
mod privacy;

pub use housekeeping::Sweep;
pub use pages::{jobs, kinds, mail, one_mail, overview, people as accounts};
pub use privacy::{Content, KINDS};
