//! The history as a picture: everybody of a part in a circle, with a line between those who have met, the broader the
//! more often. Nothing in it is typed by people without being escaped.

use std::f64::consts::TAU;
use std::fmt::Write as _;

use super::part::Row;

/// Half the width of the picture, and the radius of the circle and of a place on it.
const MIDDLE: f64 = 300.0;
const RADIUS: f64 = 262.0;
const PLACE: i32 = 22;

/// The picture of the rows; empty without any. Each place is a link to `href` and the key of the row; `line` says what two
/// have had in common.
pub(in crate::rounds) fn picture(
    rows: &[Row],
    label: &str,
    href: &str,
    line: impl Fn(&Row, &Row, usize) -> String,
) -> String {
    if rows.is_empty() {
        return String::new();
    }
    // Writing to a string cannot fail.
    let mut svg = format!(
        r#"<svg class="map map-hulls" viewBox="0 0 600 600" role="group" aria-label="{}">"#,
        escape(label)
    );
    let points: Vec<(i32, i32)> = (0..rows.len()).map(|at| point(at, rows.len())).collect();
    svg.push_str(r#"<g stroke="var(--map-mark)" stroke-linecap="round">"#);
    for (at, row) in rows.iter().enumerate() {
        for (other, cell) in row.cells.iter().enumerate().skip(at + 1) {
            let (Some(met), Some(two)) = (&cell.met, rows.get(other)) else { continue };
            let (Some((x, y)), Some((to_x, to_y))) = (points.get(at), points.get(other)) else { continue };
            let width = 1 + 2 * met.times.min(5);
            let said = escape(&line(row, two, met.times));
            let _ = write!(
                svg,
                r#"<line x1="{x}" y1="{y}" x2="{to_x}" y2="{to_y}" stroke-width="{width}"><title>{said}</title></line>"#
            );
        }
    }
    svg.push_str(r#"</g><g font-size="22">"#);
    for (at, (row, (x, y))) in rows.iter().zip(&points).enumerate() {
        let (number, name) = (at + 1, escape(&row.item.label));
        let _ = write!(
            svg,
            r#"<a href="{}{}" aria-label="{number} {name}"><path class="takes-part" d="M{} {y}a{PLACE} {PLACE} 0 1 0 {} 0a{PLACE} {PLACE} 0 1 0 -{} 0"><title>{name}</title></path><text x="{x}" y="{}">{number}</text></a>"#,
            escape(href),
            escape(&row.item.key),
            x - PLACE,
            2 * PLACE,
            2 * PLACE,
            y + 8,
        );
    }
    svg.push_str("</g></svg>");
    svg
}

/// A place on the circle, from the top and clockwise.
fn point(at: usize, of: usize) -> (i32, i32) {
    let share = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    let turn = TAU * share(at) / share(of.max(1));
    (rounded(MIDDLE + RADIUS * turn.sin()), rounded(MIDDLE - RADIUS * turn.cos()))
}

/// To a whole number; what is drawn lies between 0 and 600.
fn rounded(number: f64) -> i32 {
    format!("{number:.0}").parse().unwrap_or_default()
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::super::part::Cell;
    use super::super::{Item, Met};
    use super::*;

    #[test]
    fn everybody_has_a_place_and_a_line_to_those_met() {
        let met = |times| Some(Met { times, latest: String::new() });
        let row = |label: &str, cells: [Option<Met>; 3]| Row {
            item: Item { key: label.to_lowercase(), label: label.to_owned(), county: String::new() },
            cells: cells.into_iter().map(|met| Cell { label: String::new(), met }).collect(),
            partners: Vec::new(),
            more: 0,
        };
        let rows = [
            row("A<b>", [None, met(2), None]),
            row("B", [met(2), None, met(1)]),
            row("C", [None, met(1), None]),
        ];
        let svg = picture(&rows, "Bild", "?of=", |a, b, n| format!("{}–{}: {n}", a.item.label, b.item.label));
        assert_eq!((svg.matches("<a href").count(), svg.matches("<line").count()), (3, 2));
        assert!(svg.contains("<title>A&lt;b&gt;–B: 2</title>") && !svg.contains("<b>"), "{svg}");
        assert_eq!(point(0, 4), (300, 38));
        assert_eq!(picture(&[], "", "", |_, _, _| String::new()), "");
    }
}
