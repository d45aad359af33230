//! What everybody may look at.

use grannskap::i18n::Lang;
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};
use grannskap::organisers;
use grannskap::seats::{self, Level, NewSeat};

use crate::support::{TestApp, run};

const BUDGET: usize = 60 * 1024;

impl TestApp {
    /// A seat of a person at an organiser, confirmed, in a public network.
    pub async fn confirmed_seat(&self, email: &str, organiser_code: &str) -> grannskap::db::types::Id {
        let person = self.person("Anna Ek", email).await;
        let now = self.app.clock.now();
        let new = NewSeat {
            organiser_code: organiser_code.to_owned(),
            role: "Skolchef".to_owned(),
            level: Level::Administration,
            person_id: person,
            held_from: now.0.date(),
        };
        self.write(|tx| {
            let seat = seats::create(tx, &new, now)?;
            seats::confirm(tx, seat, None, now)?;
            let network = networks::create(tx, &network_of(&email.replace(['@', '.'], "-")), person, now)?;
            networks::join(tx, network, seat, now)?;
            // A member like any other.
            use diesel::prelude::*;
            use grannskap::db::schema::network_coordinators;
            diesel::delete(network_coordinators::table).execute(&mut **tx)?;
            Ok(person)
        })
    }

    /// A person who coordinates a network.
    pub async fn coordinator_of_something(&self, email: &str) -> grannskap::db::types::Id {
        let person = self.person("Karin Lind", email).await;
        let now = self.app.clock.now();
        let new = network_of("nagot");
        self.write(|tx| networks::create(tx, &new, person, now));
        person
    }
}

fn network_of(slug: &str) -> NewNetwork {
    NewNetwork {
        slug: slug.to_owned(),
        name: "Något".to_owned(),
        purpose: String::new(),
        kind: NetworkKind::Thematic,
        visibility: Visibility::Public,
        joining: Joining::Open,
        county_code: None,
    }
}

#[test]
fn only_what_the_visitor_may_know_makes_an_organiser_take_part() {
    run(async {
        let app = TestApp::spawn().await;
        let anna = app.confirmed_seat("anna@hoor.se", "1267").await;
        app.administrator("Ada Drift", "ada@drift.example").await;
        let here = "/organisers?q=höör";
        assert_eq!(app.client().get(here).await.count(".rows .badge"), 1);
        // The same seat in a network that only its members know.
        app.write(|tx| {
            use diesel::prelude::*;
            use grannskap::db::schema::networks as rows;
            let own = rows::table.filter(rows::created_by.eq(anna));
            diesel::update(own).set(rows::visibility.eq(Visibility::Members)).execute(&mut **tx)?;
            Ok(())
        });
        assert_eq!(app.client().get(here).await.count(".rows .badge"), 0);
        for email in ["anna@hoor.se", "ada@drift.example"] {
            let page = app.signed_in(email).await.get(here).await;
            assert_eq!(page.count(".rows .badge"), 1, "{email}: {}", page.text());
        }
    });
}

#[test]
fn the_map_has_every_municipality_as_a_link_within_the_budget() {
    run(async {
        let app = TestApp::spawn().await;
        app.confirmed_seat("anna@hoor.se", "1267").await;
        for language in ["sv", "en"] {
            let page = app.client().get_as("/organisers/map", language).await;
            assert_eq!(page.status, 200);
            assert_eq!(page.count("svg.map a[aria-label]"), 290);
            assert_eq!(page.count("table a"), 290, "the table says the same");
            assert_eq!(page.count("svg.map[role=group] path.ring-inside"), 1);
            assert!(page.body.len() < BUDGET, "{} bytes", page.body.len());
        }
        let page = app.client().get("/organisers/map").await;
        assert_eq!(page.attribute("svg a[href='1267']", "aria-label").unwrap(), "Höör, medelstor, deltar");
        assert!(page.text().contains("Höör*"));
    });
}

#[test]
fn every_organiser_taking_part_still_fits_the_budget() {
    run(async {
        let app = TestApp::spawn().await;
        let person = app.person("Anna Ek", "anna@hoor.se").await;
        let now = app.app.clock.now();
        app.write(|tx| {
            let codes: Vec<String> = {
                use diesel::prelude::*;
                use grannskap::db::schema::organisers as rows;
                rows::table.select(rows::code).load(&mut **tx)?
            };
            let network = networks::create(tx, &network_of("alla"), person, now)?;
            for organiser_code in codes {
                let new = NewSeat {
                    organiser_code,
                    role: "Skolchef".to_owned(),
                    level: Level::Administration,
                    person_id: person,
                    held_from: now.0.date(),
                };
                let seat = seats::create(tx, &new, now)?;
                seats::confirm(tx, seat, None, now)?;
                networks::join(tx, network, seat, now)?;
            }
            Ok(())
        });
        let paths = [
            "/organisers/map",
            "/organisers",
            "/organisers/0180",
            "/organisers/0180?like=structure",
            "/organisers/556462-4368",
        ];
        for path in paths {
            let page = app.client().get_as(path, "en").await;
            assert!(
                page.status == 200 && page.body.len() < BUDGET,
                "{path}: {} {}",
                page.status,
                page.body.len()
            );
        }
    });
}

#[test]
fn search_keeps_what_was_asked_and_bears_anything() {
    run(async {
        let app = TestApp::spawn().await;
        let client = app.client();
        let page = client.get("/organisers?q=hoor&county=12").await;
        assert_eq!(page.all(".rows .name"), ["Höör"]);
        assert_eq!(page.attribute("#q", "value").unwrap(), "hoor");
        assert_eq!(page.first("#county option[selected]"), "Skåne län");
        let page = client.get("/organisers?category=small&page=2").await;
        assert_eq!(page.first(".pagination [aria-current]"), "2");
        assert!(page.attribute(".pagination a", "href").unwrap().contains("category=small"));
        let long = "å".repeat(10_000);
        for query in [
            "page=x",
            "page=99999999999999999999",
            "category=none&kind=&county=99&structure=%00",
            "q=%",
            "q=%00'\"<b>",
        ] {
            assert_eq!(client.get(&format!("/organisers?{query}")).await.status, 200, "{query}");
        }
        let page = client.get(&format!("/organisers?q={long}")).await;
        assert_eq!((page.status.as_u16(), page.count(".empty")), (200, 1));
    });
}

#[test]
fn a_municipality_tells_facts_neighbours_and_likes() {
    run(async {
        let app = TestApp::spawn().await;
        app.confirmed_seat("anna@hoor.se", "1267").await;
        let client = app.client();
        let page = client.get("/organisers/1267").await;
        assert_eq!(page.first("h1"), "Höör");
        let facts = page.first(".facts");
        for fact in ["SCB, 2024", "SKR, 2023", "212000-1116", "Skåne län"] {
            assert!(facts.contains(fact), "{fact} in {facts}");
        }
        assert!(page.all("aside .rows .name").contains(&"Hörby".to_owned()));
        assert_eq!(page.count("svg.map-small .is-here"), 1);
        assert!(page.first(".page-head .meta").contains("Deltar"));
        assert!(!page.body.contains("Anna Ek"), "who takes part is for members");
        assert!(!page.text().contains("Kolada,"), "Kolada is cited for Kolada's lists only");
        let page = client.get("/organisers/1267?like=kolada").await;
        assert!(page.text().contains("Källa: Kolada"));
        assert_eq!(page.count("#alike .rows li"), 7);
        let page = client.get("/organisers/1267?like=kolada&area=preschool").await;
        assert_eq!(page.first("#alike .tag[aria-current]"), "Förskola");
        for like in ["category", "structure"] {
            let page = client.get(&format!("/organisers/1267?like={like}")).await;
            assert_eq!(page.count("#alike .rows li"), 12, "{like}");
            assert!(!page.text().contains("Källa: Kolada"));
        }
    });
}

#[test]
fn an_independent_organiser_is_shown_by_its_municipalities() {
    run(async {
        let app = TestApp::spawn().await;
        let client = app.client();
        let page = client.get("/organisers/716439-6918").await;
        assert_eq!(page.all("aside .rows .name"), ["Hörby"]);
        assert_eq!(page.count("svg.map-small circle.takes-part"), 1);
        assert!(page.all("#alike .rows .name").contains(&"Hörby".to_owned()));
        assert_eq!(page.count("#alike .tabs li"), 2);
        let page = client.get("/organisers/716439-6918?like=kolada").await;
        assert!(!page.text().contains("Källa: Kolada"), "Kolada has no lists of them");
        let page = client.get("/organisers/716439-6918?like=category").await;
        assert_eq!(page.count("#alike .rows li"), 12);
        let page = client.get("/organisers/1266").await;
        assert!(page.first("aside").contains("Ludvigsborgs"));
    });
}

#[test]
fn gotland_has_neighbours_by_distance() {
    run(async {
        let app = TestApp::spawn().await;
        let page = app.client().get("/organisers/0980").await;
        assert_eq!(page.all("aside .section:first-child .detail").len(), 3);
        assert!(page.first("aside").contains("Närmast utan gräns"));
        assert!(page.first("#alike").contains("Ingen kommun gränsar hit"), "{}", page.first("#alike"));
        let mainland = app.client().get("/organisers/0882").await;
        assert!(mainland.first("#alike").contains("de som saknar gräns och har nära hit"));
        let inland = app.client().get("/organisers/1267").await;
        assert!(inland.first("#alike").contains("Kommunerna som gränsar hit, i"));
    });
}

#[test]
fn those_who_are_unconfirmed_or_protected_mark_nothing() {
    run(async {
        use diesel::prelude::*;
        use grannskap::db::schema::people;
        let app = TestApp::spawn().await;
        let person = app.confirmed_seat("anna@hoor.se", "1267").await;
        app.write(|tx| {
            Ok(diesel::update(people::table.find(person))
                .set(people::protected.eq(true))
                .execute(&mut **tx)?)
        });
        let page = app.client().get("/organisers/1267").await;
        assert!(!page.first(".page-head .meta").contains("Deltar"));
        assert_eq!(app.client().get("/organisers/map").await.count("svg.map[role=group] path[class]"), 0);
    });
}

#[test]
fn unknown_codes_are_not_found() {
    run(async {
        let app = TestApp::spawn().await;
        for path in [
            "/organisers/9999",
            "/organisers/x",
            "/organisers/%00",
            "/organisers/1267/members",
            "/organisers/1267%27",
        ] {
            assert_eq!(app.client().get(path).await.status, 404, "{path}");
        }
    });
}

#[test]
fn a_group_is_shown_by_fills_and_rings() {
    run(async {
        let app = TestApp::spawn().await;
        let members = ["1267", "1266", "716439-6918"].map(str::to_owned);
        let here = ["1267".to_owned()];
        let map = app.read(|db| organisers::group_map(db, &members, &here, Lang::English));
        let counts = ["is-here", "is-member", "takes-part"].map(|class| map.matches(class).count());
        assert_eq!(counts, [1, 1, 1], "{map}");
        assert_eq!(app.read(|db| organisers::group_map(db, &["x".to_owned()], &[], Lang::English)), "");
    });
}
