//! What pages cost: CPU of a request beside a bare yardstick on the same database in the same run, the same with ten
//! times the data, and how long people wait at 200 requests a second.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing)]
#![allow(clippy::as_conversions, clippy::disallowed_methods)] // figures for people; durations, not time of day

mod load;
mod meetups;
mod sites;
mod stories;
#[path = "../support/mod.rs"]
mod support;
mod yardstick;

use load::{Cost, Measured};
use sites::{Page, Site};
use support::report::{budget, figure, heading, quantile};
use support::{Options, data, fail};

/// Budgets of a member's page: times the yardstick's CPU, times itself at ten times the data, and HTML.
const TIMES_YARDSTICK: f64 = 5.0;
const TIMES_TENFOLD: f64 = 1.3;
const MOST_HTML: f64 = 60.0;

/// Budget of waiting, in milliseconds, at so many requests a second.
const MOST_WAIT: f64 = 50.0;
const RATE: u64 = 200;

fn main() {
    if std::env::args().nth(1).as_deref() == Some("yardstick") {
        return yardstick::main();
    }
    let options = Options::read();
    data::prepare(&options.data);
    for place in options.places() {
        measure(&options, &place);
    }
}

fn measure(options: &Options, place: &data::Place) {
    let sizes = options.sizes();
    heading(&format!(
        "pages, {}: {} people, {} groups, {} stories",
        place.name(),
        sizes.people,
        sizes.groups,
        sizes.stories
    ));
    let one = Site::open(place.seeded(sizes));
    let ten = options.tenfold.then(|| Site::open(place.seeded(sizes.tenfold())));
    let bare = one.yardstick();
    let (_, yardstick) = round(options, &bare, &one, ten.as_ref(), &Page::ALL[0]);
    let yardstick_html = bare.html_kilobytes();
    figure("yardstick", &format!("{:.3} ms CPU, {yardstick_html:.1} kB", yardstick.bare.milliseconds()));
    for page in Page::ALL {
        let (html, cost) = round(options, &bare, &one, ten.as_ref(), page);
        let unit = cost.bare.milliseconds();
        let own = cost.one.milliseconds();
        let name = |what: &str| format!("{}{what}", page.name);
        let met = own <= TIMES_YARDSTICK * unit;
        budget(&name(": CPU"), "≤ 5 × yardstick", &format!("{:.2} × ({own:.3} ms)", own / unit), met);
        if ten.is_some() {
            let ratio = cost.ten.milliseconds() / own;
            let said = format!("{ratio:.2} × ({:.3} ms)", cost.ten.milliseconds());
            budget(&name(": CPU at ten times the data"), "≤ 1.3 ×", &said, ratio <= TIMES_TENFOLD);
        }
        figure(&name(": queries, at most"), &one.queries(page).to_string());
        figure(&name(": CPU when compressed"), &format!("{:.3} ms", cost.compressed.milliseconds()));
        budget(
            &name(": HTML"),
            "≤ 60 kB",
            &format!("{:.1} kB, gzip {:.1} kB", html.plain, html.compressed),
            html.plain <= MOST_HTML,
        );
    }
    for (site, data) in [(Some(&one), ""), (ten.as_ref(), " at ten times the data")] {
        let Some(site) = site else { continue };
        let mut waits = load::open(site, RATE, options.load_seconds);
        waits.sort_unstable_by(f64::total_cmp);
        let worst = quantile(&waits, 0.99);
        let said = format!("p50 {:.1} ms, p99 {worst:.1} ms", quantile(&waits, 0.5));
        budget(
            &format!("{RATE} requests/s{data}, {} s", options.load_seconds),
            "p99 < 50 ms",
            &said,
            worst < MOST_WAIT,
        );
        stories::search(options, site, data);
    }
    stories::measure(options, &one, &bare);
    meetups::measure(options, &one, &bare);
}

/// Costs of a page, of the yardstick, and of the page with ten times the data.
struct Costs {
    bare: Cost,
    one: Cost,
    compressed: Cost,
    ten: Cost,
}

/// Size of a page in kilobytes.
struct Html {
    plain: f64,
    compressed: f64,
}

/// Measures in turns, so that what else the machine does meets all alike.
fn round(
    options: &Options,
    bare: &sites::Bare,
    one: &Site,
    ten: Option<&Site>,
    page: &Page,
) -> (Html, Costs) {
    let mut costs = Costs {
        bare: Cost::default(),
        one: Cost::default(),
        compressed: Cost::default(),
        ten: Cost::default(),
    };
    let (mut plain, mut compressed) = (Measured::default(), Measured::default());
    let requests = one.requests(page, false);
    let with_br = one.requests(page, true);
    let ten = ten.map(|ten| (ten, ten.requests(page, false)));
    let yardstick = bare.requests();
    for turn in 0..=options.rounds {
        let mut turns = Vec::new();
        turns.push((load::closed(bare, &yardstick, options.requests * 2), 0));
        turns.push((load::closed(one, &requests, options.requests), 1));
        if let Some((ten, requests)) = &ten {
            turns.push((load::closed(*ten, requests, options.requests), 2));
        }
        turns.push((load::closed(one, &with_br, options.requests / 2), 3));
        for (measured, which) in turns {
            if measured.failed > 0 {
                fail(&format!("{}: {} requests failed ({})", page.name, measured.failed, measured.example));
            }
            // The first turn fills caches.
            if turn == 0 {
                continue;
            }
            match which {
                0 => costs.bare.add(&measured),
                1 => costs.one.add(&measured),
                2 => costs.ten.add(&measured),
                _ => costs.compressed.add(&measured),
            }
            match which {
                1 => plain = measured,
                3 => compressed = measured,
                _ => {}
            }
        }
    }
    (Html { plain: plain.kilobytes(), compressed: compressed.kilobytes() }, costs)
}
