//! Sweden by municipality.

use std::fmt::Write as _;

use super::shapes;
use super::svg::escape;
use crate::i18n::Lang;
use crate::organisers::organiser::Category;

/// The grid of the country map: two kilometres are about a pixel.
const GRID: i32 = 20;

/// Width and height of the country, in cells.
const SIZE: (i32, i32) = (325, 773);

/// A municipality on the map.
pub(in crate::organisers) struct Place<'a> {
    pub(in crate::organisers) code: &'a str,
    pub(in crate::organisers) name: &'a str,
    pub(in crate::organisers) category: Category,
    pub(in crate::organisers) takes_part: bool,
}

/// The whole country: every municipality a link, coloured by category, a ring on those that take part. Addresses are
/// relative to `/organisers/`.
pub(in crate::organisers) fn country_map(places: &[Place<'_>], lang: Lang) -> String {
    let shapes = shapes::shapes(GRID);
    let mut svg = format!(
        r#"<svg class="map" viewBox="0 0 {} {}" role="group" aria-label="{}">"#,
        SIZE.0,
        SIZE.1,
        escape(&lang.t("organiser-map-country"))
    );
    let part = lang.t("organiser-map-takes-part");
    for category in [Category::Small, Category::Medium, Category::Large] {
        let word = lang.t(&format!("organiser-category-short-{category}"));
        // Writing to a string cannot fail.
        let _ = write!(svg, r#"<g class="cat-{category}">"#);
        for place in places.iter().filter(|place| place.category == category) {
            let Some(shape) = shapes.get(place.code) else { continue };
            let also = if place.takes_part { format!(", {part}") } else { String::new() };
            let label = format!("{}, {word}{also}", place.name);
            let _ = write!(
                svg,
                r#"<a href="{}" aria-label="{}"><path d="{}"/></a>"#,
                place.code,
                escape(&label),
                shape.path
            );
        }
        svg.push_str("</g>");
    }
    let points = points(places);
    if !points.is_empty() {
        // A ring is a dot on a larger dot: two paths for all of them instead of a circle each.
        let _ =
            write!(svg, r#"<path class="ring-edge" d="{points}"/><path class="ring-inside" d="{points}"/>"#);
    }
    svg.push_str("</svg>");
    svg
}

/// A dot on each municipality that takes part, as a path of lines without length.
fn points(places: &[Place<'_>]) -> String {
    let shapes = shapes::shapes(GRID);
    let (mut x, mut y) = (0, 0);
    let mut d = String::new();
    for shape in places.iter().filter(|place| place.takes_part).filter_map(|place| shapes.get(place.code)) {
        let (to_x, to_y) = shape.label;
        let _ = write!(d, "m{} {}h0", to_x - x, to_y - y);
        (x, y) = (to_x, to_y);
    }
    d
}
