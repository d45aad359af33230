//! Small maps of several groups on one page. They share their land, so that a page of them weighs little more than one.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use super::shapes;
use super::small::{SmallMap, View, name};
use super::svg::escape;
use crate::i18n::Lang;

/// Maps that belong on one page.
#[derive(Debug, Clone, Default)]
pub struct CardMaps {
    /// The land, to be put once into the page, before the maps; not seen by itself.
    pub land: String,
    /// The maps, in order; empty for those without a municipality.
    pub maps: Vec<String>,
}

/// From this grid on a map weighs so much that it shares its land.
const WIDE: i32 = 10;

/// What the maps of a page may weigh together before close ones share the land of the wide ones too, in bytes.
const MOST: usize = 28_000;

/// A map for each list of codes. Wide ones share their land, on the grid of the widest; close ones have their own, finer
/// one as far as the page can carry it. Unknown codes are left out. Safe to put into a page as it is.
pub fn card_maps(cards: &[Vec<&str>], lang: Lang) -> CardMaps {
    let sets: Vec<BTreeSet<&str>> = cards.iter().map(|codes| codes.iter().copied().collect()).collect();
    let own = |codes: &Vec<&str>| SmallMap { members: codes, ..SmallMap::default() }.draw(lang);
    let is_wide = |codes: &BTreeSet<&str>| View::around(codes).is_some_and(|view| view.grid >= WIDE);
    let mut maps: Vec<Option<String>> =
        cards.iter().zip(&sets).map(|(codes, set)| (!is_wide(set)).then(|| own(codes))).collect();
    let mut weight = land(&sets, &maps).1.len();
    for map in &mut maps {
        weight += map.as_ref().map_or(0, String::len);
        if weight > MOST && map.as_ref().is_some_and(|map| !map.is_empty()) {
            weight -= map.take().map_or(0, |map| map.len());
        }
    }
    let (grid, land) = land(&sets, &maps);
    let finish =
        |(map, codes): (Option<String>, &BTreeSet<&str>)| map.unwrap_or_else(|| shared(codes, grid, lang));
    CardMaps { land, maps: maps.into_iter().zip(&sets).map(finish).collect() }
}

/// The land that those without a map of their own share, and its grid; empty when there are none.
fn land(sets: &[BTreeSet<&str>], maps: &[Option<String>]) -> (i32, String) {
    let sharing = sets.iter().zip(maps).filter(|(_, map)| map.is_none());
    let views: Vec<View> = sharing.filter_map(|(codes, _)| View::around(codes)).collect();
    let Some(grid) = views.iter().map(|view| view.grid).max() else { return (WIDE, String::new()) };
    let views: Vec<View> = views.into_iter().map(|view| view.on(grid)).collect();
    let seen =
        shapes::shapes(grid).values().filter(|shape| views.iter().any(|view| view.meets(shape.bounds)));
    let land: String = seen.map(|shape| shape.path.as_str()).collect();
    let svg = format!(
        r#"<svg class="map visually-hidden" aria-hidden="true" focusable="false"><path id="land" vector-effect="non-scaling-stroke" d="{land}"/></svg>"#
    );
    (grid, svg)
}

/// A map on shared land.
fn shared(codes: &BTreeSet<&str>, grid: i32, lang: Lang) -> String {
    let Some(view) = View::around(codes).map(|view| view.on(grid)) else { return String::new() };
    let members: Vec<&str> = codes.iter().copied().collect();
    let label = SmallMap { members: &members, ..SmallMap::default() }.label(lang);
    let mut svg = format!(
        r##"<svg class="map map-small" viewBox="{} {} {} {}" role="img" aria-label="{}"><use href="#land"/>"##,
        view.left,
        view.top,
        view.width,
        view.height,
        escape(&label)
    );
    for (code, shape) in codes.iter().filter_map(|code| Some((code, shapes::shapes(grid).get(*code)?))) {
        // Writing to a string cannot fail.
        let _ = write!(
            svg,
            r#"<path class="is-member" d="{}"><title>{}</title></path>"#,
            shape.path.as_str(),
            name(code)
        );
    }
    svg.push_str("</svg>");
    svg
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn six_of_the_widest_maps_weigh_little_more_than_one() {
        let wide = || vec!["1287", "2584", "2583", "0180", "1480", "2480", "0980"];
        let found = card_maps(&[wide(), wide(), wide(), wide(), wide(), vec!["1267", "1266"]], Lang::Swedish);
        let weight: usize = found.land.len() + found.maps.iter().map(String::len).sum::<usize>();
        assert!(weight < 36_000, "{weight}");
        assert_eq!(found.maps[5].matches("is-member").count(), 2);
        assert!(found.maps[..5].iter().all(|map| map.contains("href=\"#land\"")));
        assert!(!found.maps[5].contains("#land"), "a close one is drawn finely");
    }

    #[test]
    fn many_maps_of_a_county_stay_light() {
        let card = |at: usize| ["1214", "1230", "1231", "1256", "1272", "1275", "1276"][at..at + 2].to_vec();
        let far = || vec!["1290", "1287", "1260", "1273"];
        let found = card_maps(&[card(0), far(), far(), card(3), far(), far()], Lang::Swedish);
        let weight: usize = found.land.len() + found.maps.iter().map(String::len).sum::<usize>();
        assert!(weight < 44_000, "{weight}");
        assert!(found.maps.iter().all(|map| map.contains("is-member")));
    }

    #[test]
    fn nobody_anywhere_draws_nothing() {
        let found = card_maps(&[vec!["556462-4368"], vec![]], Lang::English);
        assert_eq!((found.land.as_str(), found.maps), ("", vec![String::new(), String::new()]));
    }
}
