//! Maps: Sweden by municipality, and small ones beside a text.
//!
//! They are SVG made here from `config/reference/municipalities_svg.json`; colours come from the classes of
//! `docs/design.md`. Nothing in them is typed by people, so that templates may put them in as they are.

mod country;
mod shapes;
mod small;
mod svg;

pub(super) use country::{Place, country_map};
pub use small::{SmallMap, group_map, small_map};
