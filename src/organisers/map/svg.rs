//! Writing SVG.

use std::fmt::Write as _;

use super::shapes::Point;

/// The `d` of a path, in relative integers.
pub(super) fn path(rings: &[Vec<Point>]) -> String {
    let mut d = String::new();
    for ring in rings {
        let Some(&(mut x, mut y)) = ring.first() else { continue };
        // Writing to a string cannot fail.
        let _ = write!(d, "M{x} {y}l");
        let mut first = true;
        for &(next_x, next_y) in ring.iter().skip(1) {
            for step in [next_x - x, next_y - y] {
                let divider = if first || step < 0 { "" } else { " " };
                let _ = write!(d, "{divider}{step}");
                first = false;
            }
            (x, y) = (next_x, next_y);
        }
        d.push('z');
    }
    d
}

/// Text for an attribute or an element.
pub(super) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
