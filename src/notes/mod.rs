//! What is left of a meetup: shared notes, decisions, promises, material, and whether it was useful.
//!
//! The members of the group and the coordinators of its network write the notes of a meetup together, one document with every
//! version kept. Whoever saves says which version they began from: what others wrote since is merged line by line, and what
//! clashes comes back to the one who saves. Until they save, their text is a draft that is theirs alone.
//! Notes are `begun`, then `finished` by a button or the day after; then the mail that gathers everything goes out, once, and
//! asks whether the meetup was useful. The answers are a person's; the group sees them without names, coordinators see counts.
//! An outcome is a decision or a promise. A promise hangs on a seat or the whole group and is `open` until it is `done`;
//! open ones come back at the next meetup. Material is a link that others see from a moment on.
//! Nothing is written any more when the meetup is cancelled or the group is closed.

mod draft;
mod forms;
mod jobs;
mod mail;
mod material;
mod note;
mod opinion;
mod outcome;
pub mod pages;
mod story;
mod version;

pub use draft::{Draft, forget_drafts, keep_draft};
pub use forms::visible_from;
pub use jobs::FollowUpMeetups;
pub use material::{Material, NewMaterial, add_material, materials_of};
pub use note::{Clash, Note, Saved, find, finish, must_be_writable, save};
pub use opinion::{Opinion, Useful, give_opinion};
pub use outcome::{Kind, NewOutcome, Outcome, add_outcome, due_for, mark_done, open_promises, told};
