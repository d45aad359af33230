//! Files of stories and meetups: pictures, PDF and office documents; and the list of all material of a group or network.
//!
//! An attachment belongs to a story or to a meetup. Whoever reads the story or sees the meetup sees its files, from a moment
//! on where its uploader says so; for everybody else they do not exist. The author of a story, and who may write about a
//! meetup, add, change and remove. A story that is withdrawn hides its files with it.
//! What a file holds is in the storage (`crate::storage`), under the identifier of the row. It is written before the row, and
//! removed by `SweepAttachments` when no row tells of it any more: after a removal, a deletion or a crash.

mod attachment;
mod forms;
mod jobs;
mod list;
mod name;
pub mod pages;
mod place;

pub use attachment::{Added, Attachment, NewAttachment, add, describe, of_place, remove, size};
pub use jobs::{SweepAttachments, forget_removed, sweep};
pub use place::{Ground, Place};
