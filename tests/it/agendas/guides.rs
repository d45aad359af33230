//! The library of guides, choosing one, and the page to run a meeting by.

use super::{KIM, SIV};
use crate::meetups::{scene, utc};
use crate::support::{TestApp, run};

#[test]
fn everybody_reads_the_guides_in_both_languages() {
    run(async {
        let app = TestApp::spawn().await;
        let client = app.client();
        for (language, first, heading) in
            [("sv", "Kollegial handledning", "Stegen"), ("en", "Collegial supervision", "The steps")]
        {
            let library = client.get_as("/guides", language).await;
            assert_eq!(library.all(".card h2").len(), 5);
            assert_eq!(library.first(".card h2"), first);
            for guide in grannskap::agendas::Guide::ALL {
                let page = client.get_as(&format!("/guides/{guide}"), language).await;
                assert_eq!((page.status.as_u16(), page.first("h2").as_str()), (200, heading), "{guide}");
                assert_eq!(page.count("#steps > li"), guide.minutes().len());
                assert!(!page.text().contains("guide-"), "{}", page.text());
            }
        }
        assert_eq!(client.get("/guides/bikt").await.status, 404);
    });
}

#[test]
fn a_chosen_guide_gives_steps_with_times() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        scene.question(id, scene.siv_seat, "Vem äger nuläget?");
        let (siv, kim) = (scene.app.signed_in(SIV).await, scene.app.signed_in(KIM).await);
        let path = format!("/meetups/{id}/guide");
        // Without one the page has the questions and the roles, and no script.
        let page = kim.get(&path).await;
        assert_eq!((page.count("#steps"), page.count("#timer"), page.count("script")), (0, 0, 1));
        assert!(page.text().contains("Vem äger nuläget?") && page.text().contains("Samtalsledare"));
        for _ in 0..2 {
            let page = siv.post_and_follow(&path, &[("guide", "decision")]).await;
            assert_eq!(page.first("#guides a"), "Beslutsrunda");
            assert_eq!(page.attribute("#guide option[selected]", "value").as_deref(), Some("decision"));
        }
        assert!(siv.get(&format!("/meetups/{id}")).await.text().contains("Samtalsguide: Beslutsrunda"));
        let page = siv.get(&path).await;
        let times = page.all("#steps .number");
        assert_eq!(times.first().map(String::as_str), Some("13:00–13:05"));
        assert_eq!(times.last().map(String::as_str), Some("13:35–13:40"));
        assert!(page.attribute("#timer", "hidden").is_some());
        let script = page.attribute("head script:last-of-type", "src").unwrap();
        assert!(script.starts_with("/static/js/pages/timer."), "{script}");
        let script = siv.get(&script).await;
        assert_eq!(script.headers["content-type"], "text/javascript; charset=utf-8");
        assert!(script.body.len() < 3_072, "{} bytes", script.body.len());
        // What all pages load is without it.
        let all = siv.get(siv.get("/about").await.attribute("head script", "src").as_deref().unwrap()).await;
        assert!(!all.body.contains("sessionStorage"));
        // From another start.
        let page = siv.get(&format!("{path}?start=14:10")).await;
        assert_eq!(page.first("#steps .number"), "14:10–14:15");
        assert_eq!(page.attribute("#start", "value").as_deref(), Some("14:10"));
        let page = siv.get(&format!("{path}?start=snart")).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#start']")), (422, 1));
        assert_eq!(page.attribute("#start", "value").as_deref(), Some("snart"));
        // A guide that there is not, and none again.
        let page = siv.post(&path, &[("guide", "bikt")]).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#guide']")), (422, 1));
        assert!(
            siv.post_and_follow(&path, &[("guide", "")]).await.text().contains("Ingen samtalsguide är vald")
        );
        scene.app.run_jobs().await;
    });
}

#[test]
fn times_hold_on_the_night_when_clocks_are_turned() {
    run(async {
        let scene = scene().await;
        let mut new = scene.proposal();
        (new.starts_at, new.ends_at) = (utc(2027, 3, 28, 0, 50), utc(2027, 3, 28, 2, 0));
        let id = scene.propose(&new);
        let siv = scene.app.signed_in(SIV).await;
        let path = format!("/meetups/{id}/guide");
        siv.post_and_follow(&path, &[("guide", "decision")]).await;
        let times = siv.get(&path).await.all("#steps .number");
        assert_eq!(times[..3], ["01:50–01:55", "01:55–03:00", "03:00–03:10"]);
        let page = siv.get(&format!("{path}?start=02:30")).await;
        assert_eq!(page.status, 422);
        assert!(page.first(".field-error").contains("klockan ställs fram"));
        scene.app.run_jobs().await;
    });
}
