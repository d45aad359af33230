//! Maps: Sweden by municipality, and small ones beside a text.
//!
//! They are SVG made here from `config/reference/municipalities_svg.json`; colours come from the classes of
//! `docs/design.md`. Nothing in them is typed by people, so that templates may put them in as they are.

mod cards;
mod country;
mod hulls;
mod shapes;
mod small;
mod svg;

pub use cards::{CardMaps, card_maps};
pub(super) use country::{Place, country_map};
pub use hulls::{Circle, circles_map};
pub use small::{SmallMap, group_map, small_map};
