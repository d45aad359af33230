//! Whether groups meet, as coordinators see it.

use chrono::TimeDelta;

use super::{scene, utc};
use crate::support::run;

#[test]
fn coordinators_see_when_a_group_met_and_will_meet_and_members_do_not() {
    run(async {
        let scene = scene().await;
        let kim = scene.app.signed_in("kim@lund.example").await;
        let text = async || kim.get("/networks/skane").await.text();
        let said = text().await;
        assert!(said.contains("Har inte träffats än.") && said.contains("Ingen träff är inbokad."), "{said}");
        scene.propose(&scene.proposal());
        let mut later = scene.proposal();
        (later.starts_at, later.ends_at) = (utc(2027, 1, 13, 12, 0), utc(2027, 1, 13, 13, 0));
        let called_off = scene.propose(&later);
        scene.app.run_jobs().await;
        let said = text().await;
        assert!(said.contains("Nästa träff är 9 december 2026."), "{said}");
        scene.app.travel(TimeDelta::days(17));
        let kim_again = scene.app.signed_in("kim@lund.example").await;
        let said = kim_again.get("/networks/skane").await.text();
        assert!(said.contains("Träffades senast 9 december 2026. Nästa träff är 13 januari 2027."), "{said}");
        kim_again.post_and_follow(&format!("/meetups/{called_off}/cancellation"), &[("reason", "Snö")]).await;
        scene.app.run_jobs().await;
        let said = kim_again.get("/networks/skane").await.text();
        assert!(said.contains("Träffades senast 9 december 2026. Ingen träff är inbokad."), "{said}");
        let siv = scene.app.signed_in("siv@hoor.example").await;
        assert!(!siv.get("/networks/skane").await.text().contains("Träffades"));
    });
}
