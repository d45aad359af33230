//! How many queries a page asks: at most so many, and not more of them when there is more to show.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::addresses::{is_secret, reads};
use super::visitor::Visitor;
use super::world::World;
use crate::support::{TestApp, run};

/// Most queries that any page may ask, the one for the session included.
const MOST: u64 = 19;

/// Pages that show so much that they may ask more, and why.
const MORE: [(&str, u64, &str); 3] = [
    (
        "/networks/{slug}",
        21,
        "for coordinators: rounds, groups with when they met and what would help, and what waits since the latest round",
    ),
    (
        "/digests/preview",
        21,
        "what a whole batch of digests looks at, for one: places, stories, talk, what waits, what was read, what to suggest",
    ),
    (
        "/rounds/{id}/follow-up",
        20,
        "published groups and those who wait as the engine wants them, objections, ways out",
    ),
];

/// Pages that are held closer, because they would be the first to ask for each person or slot anew.
const FEW: [(&str, u64); 7] = [
    ("/calendar", 6),
    // One of them for the others of its series.
    ("/meetups/{id}", 8),
    ("/meetups/{id}/agenda", 9),
    ("/meetups/{id}/guide", 9),
    ("/meetups/{id}/attendances", 6),
    ("/polls/{id}", 7),
    ("/polls/{id}/answer/{token}", 8),
];

type Counts = BTreeMap<String, (u16, u64)>;

/// Visits every page as somebody in each role: status and number of queries, by role and address pattern.
async fn count(size: usize) -> Counts {
    let mut app = TestApp::spawn().await;
    app.forgive_leftovers();
    let world = World::build(&app, size).await;
    let cast = [
        ("member", world.cast.author, "author@x.example"),
        ("coordinator", world.cast.coordinator, "coordinator@x.example"),
        ("administrator", world.cast.administrator, "admin@x.example"),
    ];
    let mut counts = Counts::new();
    for (role, person, email) in cast {
        let visitor = Visitor::signed_in(&app, person, email).await;
        for pattern in reads() {
            // Secrets are limited by network address: one role will do.
            if is_secret(&pattern) && role != "member" {
                continue;
            }
            for (n, address) in world.names.addresses(&pattern).into_iter().enumerate() {
                let address = world.asked(&pattern, address);
                // The first visit may make what is made once (the addresses of feeds).
                visitor.get(&address).await;
                let before = app.queries();
                let page = visitor.get(&address).await;
                let asked = app.queries() - before;
                counts.insert(format!("{role} {pattern} {n}"), (page.status.as_u16(), asked));
            }
        }
    }
    counts
}

#[test]
fn no_page_asks_more_when_there_is_more() {
    run(async {
        let (few, many) = (count(5).await, count(50).await);
        let mut problems = String::new();
        for (page, (status, asked)) in &few {
            let (status_of_many, asked_of_many) = many[page];
            let pattern = page.split(' ').nth(1).unwrap();
            let held = MORE.iter().map(|(of, most, _)| (*of, *most)).chain(FEW);
            let most = held.into_iter().find(|(of, _)| *of == pattern).map_or(MOST, |(_, most)| most);
            if *status != status_of_many || *status >= 500 {
                writeln!(problems, "{page}: answers {status}, with much data {status_of_many}").unwrap();
            }
            if asked_of_many > *asked {
                writeln!(problems, "{page}: asks {asked} queries, with much data {asked_of_many}").unwrap();
            } else if *asked > most {
                writeln!(problems, "{page}: asks {asked} queries, at most {most} are allowed").unwrap();
            }
        }
        let shown = few.values().filter(|(status, _)| *status == 200).count();
        assert!(shown > 150, "only {shown} pages were shown");
        assert!(problems.is_empty(), "\n{problems}");
    });
}
