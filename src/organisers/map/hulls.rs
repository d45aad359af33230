//! Several sets of organisers on one map, each with a colour and a sign: the groups of a proposal.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;

use super::shapes::{self, Point};
use super::small::View;
use super::svg::escape;
use crate::db::Db;
use crate::error::Result;
use crate::organisers::neighbour::municipalities_of;
use crate::organisers::reference::municipality_names;

/// Colours there are; the sign tells apart what has the same.
const COLOURS: usize = 8;

/// Organisers that belong together.
#[derive(Debug, Clone, Default)]
pub struct Circle {
    /// Their codes.
    pub codes: Vec<String>,
    /// What stands in the middle, a number say.
    pub sign: String,
    /// What it is called.
    pub name: String,
}

impl Circle {
    /// The class of the colour of the circle at a place in the list.
    pub fn colour(at: usize) -> String {
        format!("hull-{}", at % COLOURS)
    }
}

/// A map where each circle is a coloured area around its municipalities, with lines from its middle to each. Independent
/// organisers stand in that of their municipalities which is nearest to the others. One query, none without independent
/// ones; empty when nobody is anywhere. `label` says what the map shows. Safe to put into a page as it is.
pub fn circles_map(db: &mut Db, circles: &[Circle], label: &str) -> Result<String> {
    let all: BTreeSet<&String> = circles.iter().flat_map(|circle| &circle.codes).collect();
    let elsewhere = all.into_iter().filter(|code| !municipality_names().contains_key(*code));
    let independent: Vec<String> = elsewhere.cloned().collect();
    let mut active: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for (organiser, municipality) in municipalities_of(db, &independent)? {
        active.entry(organiser).or_default().push(municipality);
    }
    let placed: Vec<(usize, &Circle, Vec<String>)> = circles
        .iter()
        .enumerate()
        .map(|(at, circle)| (at, circle, places(&circle.codes, &active)))
        .filter(|(.., places)| !places.is_empty())
        .collect();
    Ok(draw(&placed, label))
}

/// The municipalities of a circle.
fn places(codes: &[String], active: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let shapes = shapes::shapes(20);
    let mut found: Vec<String> = codes.iter().filter(|code| shapes.contains_key(*code)).cloned().collect();
    let middle = middle(found.iter().filter_map(|code| shapes.get(code)).map(|shape| shape.label));
    for code in codes {
        let Some(municipalities) = active.get(code) else { continue };
        let away = |code: &&String| {
            let at = shapes.get(*code).map(|shape| shape.label);
            at.zip(middle).map_or(0, |(a, b)| i64::from(a.0 - b.0).pow(2) + i64::from(a.1 - b.1).pow(2))
        };
        found.extend(municipalities.iter().min_by_key(away).cloned());
    }
    found.sort();
    found.dedup();
    found
}

fn draw(placed: &[(usize, &Circle, Vec<String>)], label: &str) -> String {
    let shown: BTreeSet<&str> = placed.iter().flat_map(|(.., codes)| codes).map(String::as_str).collect();
    let Some(view) = View::around(&shown) else { return String::new() };
    let shapes = shapes::shapes(view.grid);
    // Writing to a string cannot fail.
    let mut svg = format!(
        r#"<svg class="map map-hulls" viewBox="{} {} {} {}" role="img" aria-label="{}">"#,
        view.left,
        view.top,
        view.width,
        view.height,
        escape(label)
    );
    let land = shapes.values().filter(|shape| view.meets(shape.bounds)).map(|shape| shape.path.as_str());
    let _ = write!(svg, r#"<path d="{}"/>"#, land.collect::<String>());
    let size = view.width.max(view.height) / 38;
    let mut signs = String::new();
    for (at, circle, codes) in placed {
        let points: Vec<Point> =
            codes.iter().filter_map(|code| shapes.get(code)).map(|shape| shape.label).collect();
        let Some((x, y)) = middle(points.iter().copied()) else { continue };
        let class = Circle::colour(*at);
        let edge: Vec<String> = hull(&points).iter().map(|(x, y)| format!("{x} {y}")).collect();
        let ties: String = points.iter().map(|(to_x, to_y)| format!("M{x} {y}L{to_x} {to_y}")).collect();
        let _ = write!(
            svg,
            r#"<g class="{class}"><title>{} {}</title><path class="hull" d="M{}z"/><path class="tie" d="{ties}"/></g>"#,
            escape(&circle.sign),
            escape(&circle.name),
            edge.join("L")
        );
        let _ = write!(signs, r#"<text x="{x}" y="{}">{}</text>"#, y + size / 3, escape(&circle.sign));
    }
    let _ = write!(svg, r#"<g font-size="{size}">{signs}</g></svg>"#);
    svg
}

fn middle(points: impl Iterator<Item = Point>) -> Option<Point> {
    let (mut x, mut y, mut count) = (0, 0, 0);
    for point in points {
        (x, y, count) = (x + point.0, y + point.1, count + 1);
    }
    (count > 0).then(|| (x / count, y / count))
}

/// The corners of the smallest area without dents that holds all points (Andrew's monotone chain).
fn hull(points: &[Point]) -> Vec<Point> {
    let mut sorted = points.to_vec();
    sorted.sort_unstable();
    sorted.dedup();
    if sorted.len() < 3 {
        return sorted;
    }
    let mut lower = chain(sorted.iter().copied());
    let mut upper = chain(sorted.iter().rev().copied());
    lower.pop();
    upper.pop();
    lower.extend(upper);
    lower
}

fn chain(points: impl Iterator<Item = Point>) -> Vec<Point> {
    let mut chain: Vec<Point> = Vec::new();
    for point in points {
        while let [.., a, b] = chain.as_slice() {
            let turn = i64::from(b.0 - a.0) * i64::from(point.1 - a.1)
                - i64::from(b.1 - a.1) * i64::from(point.0 - a.0);
            if turn > 0 {
                break;
            }
            chain.pop();
        }
        chain.push(point);
    }
    chain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hull_has_no_point_inside_and_none_twice() {
        let points = [(0, 0), (4, 0), (4, 4), (0, 4), (2, 2), (2, 0), (4, 0)];
        assert_eq!(hull(&points), [(0, 0), (4, 0), (4, 4), (0, 4)]);
        assert_eq!(hull(&[(1, 1), (1, 1)]), [(1, 1)]);
    }

    #[test]
    fn an_independent_organiser_stands_where_it_is_nearest_to_the_others() {
        let active = BTreeMap::from([("x".to_owned(), vec!["2584".to_owned(), "1266".to_owned()])]);
        assert_eq!(places(&["1267".to_owned(), "x".to_owned()], &active), ["1266", "1267"]);
        assert_eq!(places(&["y".to_owned()], &active), [""; 0]);
    }

    #[test]
    fn each_circle_is_drawn_with_its_sign() {
        let circle = |sign: &str, codes: &[&str]| Circle {
            codes: codes.iter().map(|code| (*code).to_owned()).collect(),
            sign: sign.to_owned(),
            name: "A & B".to_owned(),
        };
        let circles = [circle("1", &["1266", "1267", "1285"]), circle("2", &["1280"])];
        let placed: Vec<_> =
            circles.iter().enumerate().map(|(at, circle)| (at, circle, circle.codes.clone())).collect();
        let svg = draw(&placed, "Karta");
        assert_eq!(svg.matches("class=\"hull\"").count(), 2);
        assert!(svg.contains("<title>1 A &amp; B</title>") && svg.contains(">2</text>"), "{svg}");
        assert!(svg.len() < 20_000, "{}", svg.len());
        assert_eq!(draw(&[], "Karta"), "");
    }
}
