//! Small maps: the surroundings of an organiser, the organisers of a group.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use fluent_templates::fluent_bundle::FluentValue;

use super::shapes::{self, Point};
use super::svg::escape;
use crate::db::Db;
use crate::error::Result;
use crate::i18n::Lang;
use crate::memo::Memo;
use crate::organisers::neighbour::municipalities_of;
use crate::organisers::reference::municipality_names;

/// Least width and height of what is shown, in tenths of a kilometre.
const LEAST: i32 = 500;

/// Maps that are looked at often.
static DRAWN: Memo = Memo::of(4 << 20);

/// What a small map shows; everything by municipality code. Unknown codes are left out.
#[derive(Debug, Clone, Copy, Default)]
pub struct SmallMap<'a> {
    /// Whom it is about.
    pub here: &'a [&'a str],
    /// The others of a group.
    pub members: &'a [&'a str],
    /// Those around.
    pub neighbours: &'a [&'a str],
    /// Marked by a ring: where independent organisers are active.
    pub rings: &'a [&'a str],
}

/// A small map of some municipalities and those around them; empty when no code is a municipality's.
/// Safe to put into a page as it is.
pub fn small_map(here: &[&str], neighbours: &[&str], lang: Lang) -> String {
    SmallMap { here, neighbours, ..SmallMap::default() }.draw(lang)
}

/// A small map of the organisers of a group; `here` are the visitor's own. Municipalities are filled, independent
/// organisers are rings where they are active. One query, none without independent ones. Empty when nobody is anywhere.
pub fn group_map(db: &mut Db, members: &[String], here: &[String], lang: Lang) -> Result<String> {
    let (municipalities, independent): (Vec<&String>, Vec<&String>) =
        members.iter().partition(|code| municipality_names().contains_key(*code));
    let (own, others): (Vec<_>, Vec<_>) =
        municipalities.into_iter().map(String::as_str).partition(|code| here.iter().any(|mine| mine == code));
    let independent: Vec<String> = independent.into_iter().cloned().collect();
    let rings: Vec<String> =
        municipalities_of(db, &independent)?.into_iter().map(|(_, municipality)| municipality).collect();
    let rings: Vec<&str> = rings.iter().map(String::as_str).collect();
    Ok(SmallMap { here: &own, members: &others, neighbours: &[], rings: &rings }.draw(lang))
}

impl SmallMap<'_> {
    /// The map as SVG, with what it shows named for those who do not see it.
    pub fn draw(&self, lang: Lang) -> String {
        DRAWN.get(format!("{lang:?}{self:?}"), || self.drawn(lang)).to_string()
    }

    fn drawn(&self, lang: Lang) -> String {
        let shown: BTreeSet<&str> =
            [self.here, self.members, self.neighbours, self.rings].into_iter().flatten().copied().collect();
        let Some(view) = View::around(&shown) else { return String::new() };
        let shapes = shapes::shapes(view.grid);
        let mut svg = format!(
            r#"<svg class="map map-small" viewBox="{} {} {} {}" role="img" aria-label="{}">"#,
            view.left,
            view.top,
            view.width,
            view.height,
            escape(&self.label(lang))
        );
        let seen = shapes.iter().filter(|(_, shape)| view.meets(shape.bounds));
        let rest: String = seen
            .filter(|(code, _)| !shown.contains(code.as_str()) || self.is_only_ringed(code))
            .map(|(_, shape)| shape.path.as_str())
            .collect();
        // Writing to a string cannot fail.
        let _ = write!(svg, r#"<path d="{rest}"/>"#);
        for (codes, class) in
            [(self.neighbours, "is-neighbour"), (self.members, "is-member"), (self.here, "is-here")]
        {
            for code in codes {
                let Some(shape) = shapes.get(*code) else { continue };
                let _ = write!(
                    svg,
                    r#"<path class="{class}" d="{}"><title>{}</title></path>"#,
                    shape.path.as_str(),
                    name(code)
                );
            }
        }
        // Some five pixels in a picture of 350.
        let radius = f64::from(view.width.max(view.height)) / 75.0;
        let rings: BTreeSet<&str> = self.rings.iter().copied().collect();
        for code in rings {
            let Some(shape) = shapes.get(code) else { continue };
            let (x, y) = shape.label;
            let _ = write!(
                svg,
                r#"<circle class="takes-part" cx="{x}" cy="{y}" r="{radius:.1}"><title>{}</title></circle>"#,
                name(code)
            );
        }
        svg.push_str("</svg>");
        svg
    }

    fn is_only_ringed(&self, code: &str) -> bool {
        ![self.here, self.members, self.neighbours].into_iter().flatten().any(|each| *each == code)
    }

    pub(super) fn label(&self, lang: Lang) -> String {
        let mut seen = BTreeSet::new();
        let of = |codes: &[&str], seen: &mut BTreeSet<String>| {
            let fresh: Vec<&str> = codes
                .iter()
                .filter(|code| seen.insert((**code).to_owned()))
                .filter_map(|code| municipality_names().get(*code).map(String::as_str))
                .collect();
            fresh.join(", ")
        };
        let main = of(&[self.here, self.members, self.rings].concat(), &mut seen);
        let around = of(self.neighbours, &mut seen);
        let arguments =
            [("names", FluentValue::from(main)), ("neighbours", FluentValue::from(around.clone()))];
        lang.ta(
            if around.is_empty() { "organiser-map-of" } else { "organiser-map-of-neighbours" },
            &arguments,
        )
    }
}

pub(super) fn name(code: &str) -> String {
    municipality_names().get(code).map(|name| escape(name)).unwrap_or_default()
}

/// The part of the country that is shown, in cells of its grid.
pub(super) struct View {
    pub(super) grid: i32,
    pub(super) left: i32,
    pub(super) top: i32,
    pub(super) width: i32,
    pub(super) height: i32,
}

impl View {
    /// Around these municipalities, with some air, not too small and not too narrow.
    pub(super) fn around(codes: &BTreeSet<&str>) -> Option<View> {
        let fine = shapes::shapes(1);
        let all = codes.iter().filter_map(|code| fine.get(*code)).map(|shape| shape.bounds);
        let ((left, top), (right, bottom)) =
            all.reduce(|a, b| ((a.0.0.min(b.0.0), a.0.1.min(b.0.1)), (a.1.0.max(b.1.0), a.1.1.max(b.1.1))))?;
        let air = (right - left).max(bottom - top) / 12;
        let height = (bottom - top + 2 * air).max(LEAST);
        let width = (right - left + 2 * air).max(LEAST).max(height * 3 / 5);
        let height = height.max(width * 3 / 5);
        let grid = shapes::grid_for(width);
        Some(View {
            grid,
            left: ((left + right - width) / 2).div_euclid(grid),
            top: ((top + bottom - height) / 2).div_euclid(grid),
            width: width / grid,
            height: height / grid,
        })
    }

    /// The same on a coarser grid.
    pub(super) fn on(self, grid: i32) -> View {
        let cells = |length: i32| (length * self.grid).div_euclid(grid);
        View {
            grid,
            left: cells(self.left),
            top: cells(self.top),
            width: cells(self.width),
            height: cells(self.height),
        }
    }

    pub(super) fn meets(&self, (from, to): (Point, Point)) -> bool {
        from.0 <= self.left + self.width
            && to.0 >= self.left
            && from.1 <= self.top + self.height
            && to.1 >= self.top
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_one_it_is_about_is_marked_and_named() {
        let svg = small_map(&["1267"], &["1266", "1285"], Lang::Swedish);
        assert_eq!(svg.matches("is-here").count(), 1);
        assert_eq!(svg.matches("is-neighbour").count(), 2);
        assert!(svg.contains("Höör") && svg.contains("Hörby"), "{svg}");
        assert!(svg.len() < 12_000, "{}", svg.len());
    }

    #[test]
    fn unknown_codes_draw_nothing_and_the_widest_map_stays_small() {
        assert_eq!(small_map(&["556462-4368"], &["<x>"], Lang::English), "");
        let ends = SmallMap { rings: &["1287", "2584", "2583"], ..SmallMap::default() };
        assert!(ends.draw(Lang::English).len() < 30_000);
    }
}
