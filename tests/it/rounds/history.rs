//! Who has met whom in a network, over rounds.

use diesel::prelude::*;
use grannskap::accounts;
use grannskap::db::schema::people;
use grannskap::db::types::Id;
use grannskap::rounds;

use super::person_of;
use super::support::{World, day};
use crate::support::{Client, TestApp, run};

async fn publish(app: &TestApp, world: &World, round: Id, seed: i64) {
    rounds::run(&app.app, round, seed).await.unwrap();
    app.write(|tx| rounds::publish(tx, &app.app, round, "", world.coordinator));
    app.run_jobs().await;
}

async fn text(reader: &Client, query: &str) -> String {
    let page = reader.get(&format!("/networks/skane/history{query}")).await;
    assert_eq!(page.status, 200);
    page.text()
}

#[test]
fn who_has_met_is_a_matrix_a_picture_and_words() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        assert!(text(&kajsa, "").await.contains("Ingen har mötts än"));
        let first = world.round(&app, 3, 3);
        let people_of_it = world.registered(&app, first, 3).await;
        publish(&app, &world, first, 1).await;
        let second = world.round(&app, 3, 3);
        people_of_it.iter().for_each(|each| world.register(&app, second, each));
        publish(&app, &world, second, 1).await;

        let page = kajsa.get("/networks/skane/history").await;
        assert_eq!(page.count("tbody tr"), 3);
        assert_eq!(page.all("tbody td[data-label]"), ["2"; 6], "everybody has met the others twice");
        assert_eq!(page.count("svg a"), 3);
        assert_eq!(page.count("svg line"), 3);
        assert!(page.text().contains("2 gånger, senast Våren 2027"), "{}", page.text());
        let one = page.attribute("tbody a", "href").unwrap();
        let page = kajsa.get(&format!("/networks/skane/history{one}")).await;
        assert_eq!(page.count("tbody tr"), 3);
        assert!(page.text().contains("Visa alla"), "{}", page.text());
        assert_eq!(kajsa.get("/networks/skane/history?q=finns+inte").await.count("table"), 0);

        // By seat, with names where they may be shown.
        let seats = text(&kajsa, "?by=seats").await;
        assert!(seats.contains("Skolchef (Medlem 00)") && seats.contains("Medlem 02"), "{seats}");
        app.write(|tx| {
            let hidden = person_of(tx, people_of_it[0].seat)?;
            diesel::update(people::table.find(hidden)).set(people::protected.eq(true)).execute(&mut **tx)?;
            let closed = person_of(tx, people_of_it[1].seat)?;
            accounts::disable(tx, closed, world.coordinator, app.app.clock.now())
        });
        let seats = text(&kajsa, "?by=seats").await;
        assert!(!seats.contains("Medlem 00") && !seats.contains("Medlem 01"), "{seats}");
        assert!(seats.contains("Medlem 02"), "{seats}");

        let member = app.signed_in(&people_of_it[2].email).await;
        assert_eq!(member.get("/networks/skane/history").await.status, 404);
        assert!(kajsa.get(&format!("/rounds/{first}")).await.count("a[href='/networks/skane/history']") == 1);
    });
}

#[test]
fn a_large_network_comes_in_pages() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 5, 6);
        world.registered(&app, round, 20).await;
        for (number, code) in ["1278", "1280", "1281", "1282"].iter().enumerate() {
            let more = world.member(&app, 50 + number, code, true).await;
            world.register(&app, round, &more);
        }
        publish(&app, &world, round, 1).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get("/networks/skane/history").await;
        assert_eq!((page.count("tbody tr"), page.count("svg a")), (20, 20));
        assert!(page.body.len() < 60_000, "{}", page.body.len());
        let page = kajsa.get("/networks/skane/history?page=2").await;
        assert_eq!(page.count("tbody tr"), 4);
        // Whom they have met on the other page stands in words.
        assert!(page.all(".rows .detail").iter().all(|text| text.contains("Våren 2027")), "{}", page.text());
        assert_eq!(day("2026-11-23"), app.app.clock.now().0.date());
    });
}
