//! Searches in the background: begun once, watched, stopped, and never left behind.

use chrono::TimeDelta;
use grannskap::db::types::Id;
use grannskap::rounds;
use grannskap::rounds::search::{self, Stopped};

use super::placed;
use super::support::World;
use crate::support::{TestApp, run};

fn begin(app: &TestApp, world: &World, round: Id) -> bool {
    let now = app.app.clock.now();
    app.write(|tx| search::begin(tx, round, 1, world.coordinator, now))
}

#[test]
fn it_is_begun_once_and_ends_with_a_proposal() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        world.registered(&app, round, 5).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let address = format!("/rounds/{round}");
        assert_eq!(kajsa.get(&address).await.count("#search"), 0);
        for again in [true, true] {
            assert!(begin(&app, &world, round), "again after the one before is over: {again}");
            assert!(!begin(&app, &world, round), "not beside itself");
            let page = kajsa.get(&address).await;
            assert_eq!(page.attribute("#search progress", "value").as_deref(), Some("0"));
            app.run_jobs().await;
            assert_eq!(app.read(|db| search::of_round(db, round)).map(|search| search.seed), None);
            assert_eq!(placed(&app.read(|db| rounds::proposal(db, round))), 5);
            assert_eq!(kajsa.get(&address).await.count("#search"), 0);
        }
        kajsa.post_and_follow(&format!("{address}/publication"), &[]).await;
        assert!(begin(&app, &world, round));
        app.run_jobs().await;
        assert!(
            app.read(|db| search::of_round(db, round)).is_none(),
            "published: nothing to find, no mark left"
        );
        app.run_jobs().await;
    });
}

#[test]
fn stopping_keeps_the_best_so_far_and_a_dead_search_is_taken_away() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        let people = world.registered(&app, round, 10).await;
        let stop = format!("/rounds/{round}/search/end");
        let member = app.signed_in(&people[0].email).await;
        assert_eq!(member.post(&stop, &[]).await.status, 404, "not for members");
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        assert_eq!(kajsa.post(&stop, &[]).await.status, 404, "nothing to stop");

        assert!(begin(&app, &world, round));
        let page = kajsa.post_and_follow(&stop, &[]).await;
        assert!(page.text().contains("Sökningen avslutas nu"), "{}", page.text());
        app.run_jobs().await;
        let found = app.read(|db| rounds::proposal(db, round));
        assert_eq!(placed(&found) + found.unplaced.len(), 10, "everybody is accounted for");

        assert!(begin(&app, &world, round));
        app.travel(TimeDelta::minutes(3));
        let now = app.app.clock.now();
        assert_eq!(app.write(|tx| search::stop(tx, round, now)), Stopped::Gone);
        assert!(app.read(|db| search::of_round(db, round)).is_none());
        app.run_jobs().await;
        let after = app.read(|db| rounds::proposal(db, round));
        assert_eq!(after.groups.len(), found.groups.len(), "a search nobody wants any longer finds nothing");
    });
}
