//! Organisers that a coordinator keeps apart.

use grannskap::rounds;

use super::support::{SKANE, World};
use crate::support::{TestApp, run};

#[test]
fn organisers_kept_apart_share_no_group() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 4, 6);
        let everybody = world.registered(&app, round, 10).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let address = "/networks/skane/rivals";
        assert!(kajsa.get(address).await.text().contains("Inga hålls isär"));
        let names = kajsa.get(address).await;
        assert_eq!(names.count("datalist option"), 10);

        let page = kajsa.post(address, &[("one", "Atlantis"), ("two", "")]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.count(".error-summary li"), 2);
        assert_eq!(page.attribute("#one", "value").as_deref(), Some("Atlantis"));
        let page = kajsa.post(address, &[("one", SKANE[0]), ("two", SKANE[0])]).await;
        assert!(page.text().contains("en annan huvudman än den första"), "{}", page.text());

        // One keeps away from all but three: that is told with the words of the rule.
        for other in &SKANE[1..8] {
            let page = kajsa.post_and_follow(address, &[("one", SKANE[0]), ("two", other)]).await;
            assert!(page.text().contains("hålls isär från och med nästa förslag"), "{}", page.text());
        }
        kajsa.post_and_follow(address, &[("one", SKANE[1]), ("two", SKANE[0])]).await;
        let page = kajsa.get(address).await;
        assert_eq!(page.count(".rows li"), 7, "the same pair the other way round is the same");
        let page = kajsa.get(&format!("/rounds/{round}/edit")).await;
        assert!(page.text().contains("att samordnaren håller huvudmännen isär"), "{}", page.text());
        rounds::run(&app.app, round, 1).await.unwrap();
        let found = app.read(|db| rounds::proposal(db, round));
        let first = everybody[0].seat;
        let out = found.unplaced.iter().any(|(each, _)| each.seat_id == first);
        assert!(out, "two cannot make a group of four");
        let page = kajsa.get(&format!("/rounds/{round}/proposal/unplaced")).await;
        assert!(page.text().contains("Samordnaren släpper på vilka som hålls isär"), "{}", page.text());

        let page = kajsa.get(address).await;
        let end = page.attribute("main form[action$='/end']", "action").unwrap();
        let member = app.signed_in(&everybody[0].email).await;
        assert_eq!(member.get(address).await.status, 404);
        assert_eq!(member.post(address, &[("one", SKANE[0]), ("two", SKANE[1])]).await.status, 404);
        assert_eq!(member.post(&end, &[]).await.status, 404);
        kajsa.post_and_follow(&end, &[]).await;
        assert_eq!(kajsa.get(address).await.count(".rows li"), 6);
        assert_eq!(kajsa.post(&end, &[]).await.status, 404);
    });
}
