//! Rounds that cannot be: each says what is wrong and the smallest way out, before and after.

use grannskap::db::types::Id;
use grannskap::rounds;

use super::support::{SKANE, World};
use crate::support::{Client, TestApp, run};

/// What the form says for these sizes, and what is said of those without a place once matched.
async fn told(app: &TestApp, kajsa: &Client, round: Id, sizes: (i32, i32)) -> (String, String) {
    let settings = format!(
        "name=x&preset=mixed&size_min={}&size_max={}&per_organiser=1&categories=mixed&levels=mixed&last_day=2026-12-20",
        sizes.0, sizes.1
    );
    let page = kajsa.get(&format!("/rounds/{round}/forecast?{settings}")).await;
    assert_eq!(page.status, 200);
    let before = page.first("#forecast");
    rounds::run(&app.app, round, 1).await.unwrap();
    let page = kajsa.get(&format!("/rounds/{round}/proposal")).await;
    assert_eq!(page.status, 200);
    let page = kajsa.get(&format!("/rounds/{round}/proposal/unplaced")).await;
    (before, page.text())
}

#[test]
fn too_few_are_told_how_many_are_missing() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let mut members = Vec::new();
        for (number, organiser) in SKANE.iter().take(3).enumerate() {
            members.push(world.member(&app, number, organiser, true).await);
        }
        for (many, before, after) in [
            (0, "4 personer till anmäler sig", ""),
            (1, "3 personer till anmäler sig", "1 är anmälda och det behövs minst 4"),
            (3, "Omgången tillåter grupper med 3 till 6", "En person till anmäler sig"),
        ] {
            let round = world.round(&app, 4, 6);
            members.iter().take(many).for_each(|each| world.register(&app, round, each));
            let (said, unplaced) = told(&app, &kajsa, round, (4, 6)).await;
            assert!(said.contains(before), "{many}: {said}");
            assert!(unplaced.contains(after), "{many}: {unplaced}");
        }
        let nobody = world.round(&app, 4, 6);
        let page = kajsa.post(&format!("/rounds/{nobody}/proposal"), &[]).await;
        assert_eq!(page.status, 409);
        assert!(page.text().contains("flytta sista dagen"), "{}", page.text());
    });
}

#[test]
fn everybody_from_one_organiser_is_told_what_would_help() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let round = world.round(&app, 4, 6);
        for number in 0..6 {
            let same = world.member(&app, number, "1267", true).await;
            world.register(&app, round, &same);
        }
        let (before, after) = told(&app, &kajsa, round, (4, 6)).await;
        for said in [&before, &after] {
            assert!(said.contains("från samma huvudman i en grupp"), "{said}");
            assert!(said.contains("från andra huvudmän anmäler sig"), "{said}");
        }
        assert!(before.contains("För många från Höör"), "{before}");
    });
}

#[test]
fn sizes_that_do_not_add_up_are_told_with_others_that_do() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let round = world.round(&app, 5, 5);
        world.registered(&app, round, 7).await;
        let page = kajsa.get(&format!("/rounds/{round}/forecast?name=x&size_min=9&size_max=4")).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("inte vara mindre än det lägsta"), "{}", page.text());
        let (before, after) = told(&app, &kajsa, round, (5, 5)).await;
        assert!(
            before.contains("7 går inte att dela i grupper av tillåten storlek: 2 blir utan plats"),
            "{before}"
        );
        for said in [&before, &after] {
            assert!(said.contains("3 personer till anmäler sig"), "{said}");
            assert!(said.contains("grupper med 5 till 7"), "{said}");
            assert!(said.contains("grupper med 3 till 5"), "{said}");
        }
    });
}

#[test]
fn a_circle_that_must_not_meet_is_told_that_groups_are_too_few() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let round = world.round(&app, 4, 6);
        world.registered(&app, round, 12).await;
        // Four of twelve keep away from each other, and twelve make two groups.
        for (at, one) in SKANE[..4].iter().enumerate() {
            for two in &SKANE[at + 1..4] {
                kajsa.post_and_follow("/networks/skane/rivals", &[("one", one), ("two", two)]).await;
            }
        }
        let (before, after) = told(&app, &kajsa, round, (4, 6)).await;
        assert!(
            before.contains("4 kan inte dela grupp med varandra och det finns färre grupper"),
            "{before}"
        );
        assert!(before.contains("Samordnaren släpper på vilka som hålls isär"), "{before}");
        assert!(after.contains("håller huvudmännen isär"), "{after}");
        assert_eq!(app.read(|db| rounds::proposal(db, round)).unplaced.len(), 2);
    });
}
