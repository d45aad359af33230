//! Letters: what a coordinator writes to the members of a network, as mail.
//!
//! A letter is a `draft` until it is sent: in ten minutes, or at a day and time. Until a worker begins with it, it can be taken
//! back (`taken-back`), changed and sent anew; then it is `on its way` and `sent`. The coordinators of its network write, see
//! and send it; for everybody else it does not exist. It goes to everybody in the network, or to those whose seat fits what
//! it is narrowed down to (`audience.rs`). Who they are is worked out when it goes out: one mail a person, none to whoever
//! has left, is shut out, wants no letters from this network (`mute.rs`) or has an address that takes no mail.
//! A row in `letter_recipients` is written with each mail, so that nobody gets a letter twice, however often the job runs.

mod audience;
mod forms;
mod jobs;
mod letter;
mod log;
mod mail;
mod mute;
pub mod pages;
mod sending;

pub use audience::{Addressee, Audience, Moment, Waiting, addressees};
pub use jobs::{Outcome, SendLetter};
pub use letter::{Letter, NewLetter, State, create, find, remove, update, visible};
pub use log::{Counts, counts, forget_recipients};
pub use mute::{mute, unmute};
pub use sending::{MINUTES_TO_TAKE_BACK, resend, send, take_back, test};
