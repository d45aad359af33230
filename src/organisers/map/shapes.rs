//! The outlines of the municipalities, at a few levels of detail.
//!
//! The embedded outlines share their vertices where areas meet. Simplifying moves and drops vertices by rules
//! that look at the vertex alone, so that both neighbours lose the same ones and no gap opens.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::LazyLock;

use serde::Deserialize;

use super::svg::path;

/// A point in tenths of a kilometre, or in cells of a level's grid; y grows southwards.
pub(super) type Point = (i32, i32);

/// The outline of one municipality.
pub(super) struct Shape {
    /// The `d` of a path, in cells.
    pub(super) path: String,
    /// A point inside, for a mark.
    pub(super) label: Point,
    /// Upper left and lower right.
    pub(super) bounds: (Point, Point),
}

/// The outlines by municipality code.
pub(super) type Shapes = BTreeMap<String, Shape>;

/// Cells of a level's grid in tenths of a kilometre, finest first.
pub(super) const GRIDS: [i32; 4] = [1, 5, 10, 20];

/// A corner whose triangle is not larger than this many half cells is not seen: two cells, and four on the
/// coarsest grid, which is for the whole country.
fn unseen(grid: i32) -> i64 {
    if grid == 20 { 8 } else { 4 }
}

/// Rings keep at least this many corners, so that small areas do not vanish.
const FEWEST_CORNERS: usize = 4;

#[derive(Deserialize)]
struct File {
    paths: BTreeMap<String, String>,
    labels: BTreeMap<String, (serde_json::Number, serde_json::Number)>,
}

/// The outlines on one of [`GRIDS`]; drawn from the file once.
pub(super) fn shapes(grid: i32) -> &'static Shapes {
    static LEVELS: [LazyLock<Shapes>; 4] = [
        LazyLock::new(|| level(GRIDS[0])),
        LazyLock::new(|| level(GRIDS[1])),
        LazyLock::new(|| level(GRIDS[2])),
        LazyLock::new(|| level(GRIDS[3])),
    ];
    let found = GRIDS.iter().position(|each| *each >= grid).and_then(|index| LEVELS.get(index));
    found.unwrap_or(&LEVELS[3])
}

/// The finest grid whose cells are still seen in a picture this wide (tenths of a kilometre).
pub(super) fn grid_for(width: i32) -> i32 {
    // Small maps are some 350 pixels wide.
    GRIDS.into_iter().find(|grid| width <= grid * 350).unwrap_or(20)
}

fn level(grid: i32) -> Shapes {
    let file: File = match serde_json::from_str(include_str!(
        "../../../config/reference/municipalities_svg.json"
    )) {
        Ok(file) => file,
        Err(error) => {
            tracing::error!(%error, "config/reference/municipalities_svg.json cannot be read; maps stay empty");
            return Shapes::new();
        }
    };
    let snapped: BTreeMap<&str, Vec<Vec<Point>>> =
        file.paths.iter().map(|(code, path)| (code.as_str(), rings(path, grid))).collect();
    let unseen = if grid == 1 { BTreeSet::new() } else { unseen_corners(&snapped, unseen(grid)) };
    snapped
        .into_iter()
        .filter_map(|(code, rings)| {
            let rings: Vec<Vec<Point>> = rings
                .into_iter()
                .map(|ring| ring.into_iter().filter(|point| !unseen.contains(point)).collect())
                .collect();
            let (x, y) = file.labels.get(code)?;
            let label = (snap(tenths(&x.to_string())?, grid), snap(tenths(&y.to_string())?, grid));
            let bounds = bounds(rings.iter().flatten())?;
            Some((code.to_owned(), Shape { path: path(&rings), label, bounds }))
        })
        .collect()
}

/// Reads `M x y l dx dy … z …` in kilometres with one decimal, snapped to the grid.
fn rings(path: &str, grid: i32) -> Vec<Vec<Point>> {
    path.split('z').filter_map(|ring| ring_of(ring, grid)).filter(|ring| ring.len() > 2).collect()
}

fn ring_of(text: &str, grid: i32) -> Option<Vec<Point>> {
    let (start, steps) = text.strip_prefix('M')?.split_once('l')?;
    let start = numbers(start);
    let (mut x, mut y) = (*start.first()?, *start.get(1)?);
    let mut ring = vec![(snap(x, grid), snap(y, grid))];
    for step in numbers(steps).chunks_exact(2) {
        let [dx, dy] = step else { continue };
        (x, y) = (x + dx, y + dy);
        let point = (snap(x, grid), snap(y, grid));
        if ring.last() != Some(&point) {
            ring.push(point);
        }
    }
    while ring.len() > 1 && ring.first() == ring.last() {
        ring.pop();
    }
    Some(ring)
}

/// Numbers divided by spaces or by the sign of the next.
fn numbers(text: &str) -> Vec<i32> {
    let spaced = text.replace('-', " -");
    spaced.split([' ', ',']).filter(|part| !part.is_empty()).filter_map(tenths).collect()
}

/// `-12.3` as -123.
fn tenths(text: &str) -> Option<i32> {
    let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
    let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
    let whole: i32 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let tenth: i32 = decimals.get(..1)?.parse().ok()?;
    Some(sign * (whole * 10 + tenth))
}

fn snap(tenths: i32, grid: i32) -> i32 {
    (tenths + grid / 2).div_euclid(grid)
}

fn bounds<'a>(points: impl Iterator<Item = &'a Point>) -> Option<(Point, Point)> {
    points.fold(None, |bounds, &(x, y)| {
        let ((left, top), (right, bottom)) = bounds.unwrap_or(((x, y), (x, y)));
        Some(((left.min(x), top.min(y)), (right.max(x), bottom.max(y))))
    })
}

/// The corners between two others that hardly stick out, smallest areas first go (Visvalingam's measure). Where
/// more than two lines meet a corner stays.
fn unseen_corners(shapes: &BTreeMap<&str, Vec<Vec<Point>>>, most: i64) -> BTreeSet<Point> {
    let rings: Vec<&Vec<Point>> = shapes.values().flatten().collect();
    let mut left: Vec<usize> = rings.iter().map(|ring| ring.len()).collect();
    let mut beside: BTreeMap<Point, BTreeSet<Point>> = BTreeMap::new();
    let mut within: HashMap<Point, Vec<usize>> = HashMap::new();
    for (index, ring) in rings.iter().enumerate() {
        let next = ring.iter().skip(1).chain(ring.first());
        for (&a, &b) in ring.iter().zip(next) {
            beside.entry(a).or_default().insert(b);
            beside.entry(b).or_default().insert(a);
            within.entry(a).or_default().push(index);
        }
    }
    let mut gone = BTreeSet::new();
    loop {
        let mut moved: BTreeSet<Point> = BTreeSet::new();
        let corners: Vec<Point> = beside.keys().copied().collect();
        for corner in corners {
            let Some((a, b)) = beside.get(&corner).and_then(two) else { continue };
            let in_rings = within.get(&corner).map_or(&[][..], Vec::as_slice);
            let last = in_rings.iter().any(|ring| left.get(*ring).is_none_or(|n| *n <= FEWEST_CORNERS));
            let joined = beside.get(&a).is_some_and(|others| others.contains(&b));
            if last || joined || moved.contains(&a) || moved.contains(&b) || sticks_out(a, corner, b) > most {
                continue;
            }
            beside.remove(&corner);
            for (one, other) in [(a, b), (b, a)] {
                if let Some(others) = beside.get_mut(&one) {
                    others.remove(&corner);
                    others.insert(other);
                }
            }
            for ring in in_rings {
                if let Some(n) = left.get_mut(*ring) {
                    *n -= 1;
                }
            }
            moved.insert(corner);
        }
        if moved.is_empty() {
            return gone;
        }
        gone.extend(moved);
    }
}

fn two(others: &BTreeSet<Point>) -> Option<(Point, Point)> {
    let mut others = others.iter().copied();
    let pair = (others.next()?, others.next()?);
    others.next().is_none().then_some(pair)
}

/// Twice the area of the triangle, in cells.
fn sticks_out(a: Point, corner: Point, b: Point) -> i64 {
    let (ax, ay) = (i64::from(a.0 - corner.0), i64::from(a.1 - corner.1));
    let (bx, by) = (i64::from(b.0 - corner.0), i64::from(b.1 - corner.1));
    (ax * by - ay * bx).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_every_municipality() {
        for grid in GRIDS {
            let shapes = shapes(grid);
            assert_eq!(shapes.len(), 290, "grid {grid}");
            assert!(shapes.values().all(|shape| shape.path.starts_with('M') && shape.path.ends_with('z')));
        }
    }

    #[test]
    fn paths_are_read_to_the_tenth() {
        assert_eq!(
            rings("M388.5 1078.4l2.1-1 .3-1 1.4 .1z", 1),
            [[(3885, 10784), (3906, 10774), (3909, 10764), (3923, 10765)]]
        );
        assert_eq!(tenths("-.5"), Some(-5));
        assert_eq!(snap(-5, 10), 0);
    }

    #[test]
    fn a_corner_on_a_line_goes_for_both_who_share_it() {
        let left = vec![vec![(0, 0), (4, 0), (4, 5), (4, 10), (0, 10)]];
        let right = vec![vec![(4, 0), (9, 0), (9, 10), (4, 10), (4, 5)]];
        let shapes = BTreeMap::from([("l", left), ("r", right)]);
        assert_eq!(unseen_corners(&shapes, 4), BTreeSet::from([(4, 5)]));
    }
}
