//! Organisers (huvudmän): 290 municipalities and the independent ones, their neighbours and their likes.
//!
//! Municipalities come from reference data only ([`load_reference`], at every start). Independent organisers may be
//! added and corrected by coordinators and administrators. Everybody may look. Nothing here ranks anybody: lists are
//! by name or distance.
//!
//! An organiser is `municipality` or `independent`; its category (small, medium, large, independent) follows from
//! inhabitants and the configured limits and is never stored. [`neighbour_codes`] says who is next to whom,
//! [`similar_to`] whom Kolada calls similar, [`matching_organisers`] gives both to the matcher.
//! [`approver_of`] says who is asked before stories of its people are read beyond their group.

mod approver;
mod domain;
mod editor;
mod forms;
mod import;
mod independent;
mod likeness;
mod map;
mod neighbour;
mod number;
mod organiser;
mod pages;
mod participation;
mod peers;
mod place;
mod reference;
mod search;
mod similar;
mod theme;

pub use approver::{Approver, approver_for, approver_of, choose_approver, is_approver};
pub use domain::{domains_of, organiser_of_domain, parse_domain, tie_domain, untie_domain};
pub use editor::Editor;
pub use import::{Import, check as check_import, import};
pub use independent::{Independent, add, correct};
pub use map::{CardMaps, Circle, card_maps, circles_map, group_map, small_map};
pub use neighbour::{
    Neighbour, NeighbourKind, active_in, municipality_codes, neighbour_codes, neighbours_of,
};
pub use number::organisation_number;
pub use organiser::{Category, Kind, Organiser, by_codes, exists, find};
pub use pages::{approvers, domains, edit, index, map as country, show};
pub use participation::taking_part;
pub use peers::matching_organisers;
pub use reference::{counties, load_reference, municipality_name, swedish_municipalities};
pub use search::{Filter, Found, PER_PAGE, codes, search, search_after, swedish_order};
pub use similar::{Area, similar_to};
pub use theme::{Theme, known_themes, themes};
