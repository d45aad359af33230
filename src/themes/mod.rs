//! Themes of a network: the list that its coordinators keep, and free ones that authors name.
//!
//! Some themes everybody has ([`crate::organisers::themes`]). Beside them a network has its own: `listed` ones, that coordinators
//! add and rename, and free ones, that an author names while writing. Coordinators take free ones into the list, put away what is
//! not to be offered to those who write (also of what everybody has, for their network alone), and merge one of the network's own
//! into another: its stories and those who follow it go over, and the old name leads on to the new one for ever.
//!
//! Whoever belongs to the network sees its listed themes. All others, and of free ones everybody, see a theme when they may read
//! a story about it: that is [`find`].

mod forms;
mod free;
mod listing;
mod lists;
mod merging;
pub mod pages;
mod seen;
mod theme;

pub use free::{LONGEST_NAME, name_free, names_in};
pub use listing::{Listed, add, in_networks, listed_of, offered, put_away, rename, take_into_list, take_up};
pub use lists::{Keeper, keepers, lists_of};
pub use merging::{affected, merge};
pub use seen::{find, seen};
pub use theme::{Theme, are_usable, by_ids, current, current_slug, usable};
