//! The digest that somebody asks for now, and what a typical member gets.

use chrono::TimeDelta;
use grannskap::posts::Visibility;

use super::{daily, digests_to, due};
use crate::posts::world::World;
use crate::support::{TestApp, run};

const MEMBER: &str = "member@x.example";

#[test]
fn what_is_sent_now_comes_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        let member = app.signed_in(MEMBER).await;
        let page = member.post_and_follow("/digests", &[]).await;
        assert!(page.text().contains("Inget nytt att skicka just nu"), "{}", page.text());
        assert_eq!(page.count("form[action='/digests']"), 0);
        world.publish(&app, "Nyttxq", "Text", Visibility::Group);
        app.travel(TimeDelta::minutes(20));
        assert_eq!(member.get("/digests/preview").await.count("form[action='/digests']"), 1);
        for _ in 0..2 {
            let page = member.post_and_follow("/digests", &[]).await;
            assert!(page.text().contains("Sammanfattningen är skickad"), "{}", page.text());
        }
        app.run_jobs().await;
        assert_eq!(digests_to(&app, MEMBER), 1);
        assert!(app.last_mail_to(MEMBER).row.text_body.contains("Nyttxq"));
        // The next morning has nothing of it.
        app.travel(TimeDelta::days(1));
        due(&app).await;
        assert_eq!((digests_to(&app, MEMBER), digests_to(&app, "disabled@x.example")), (1, 1));
        assert_eq!(app.client().post("/digests", &[]).await.status, 303);
    });
}

#[test]
fn two_at_once_make_one_mail() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "Nytt", "Text", Visibility::Group);
        app.travel(TimeDelta::minutes(20));
        let member = app.signed_in(MEMBER).await;
        let send = || member.post("/digests", &[]);
        let (one, two, three) = tokio::join!(send(), send(), send());
        assert!([one, two, three].iter().all(|answer| answer.status == 303));
        app.run_jobs().await;
        assert_eq!(digests_to(&app, MEMBER), 1);
    });
}

#[test]
fn coordinators_see_what_a_typical_member_gets() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "Gruppxq", "Text", Visibility::Group);
        world.publish(&app, "Nätetxq", "Text", Visibility::Network);
        let coordinator = app.signed_in("coordinator@x.example").await;
        let page = coordinator.get("/networks/ett/digest").await;
        let text = page.text();
        assert!(text.contains("Nätetxq") && !text.contains("Gruppxq"), "{text}");
        assert_eq!(page.count("[name=group] option"), 3);
        let group = coordinator.get(&format!("/networks/ett/digest?group={}", world.group)).await.text();
        assert!(group.contains("Nätetxq") && group.contains("Gruppxq"), "{group}");
        assert_eq!(coordinator.get("/networks/ett/digest?group=x").await.status, 200);
        for email in [MEMBER, "other@x.example", "nobody@x.example"] {
            let client = app.signed_in(email).await;
            assert_eq!(client.get("/networks/ett/digest").await.status, 404, "{email}");
        }
        assert_eq!(coordinator.get("/networks/tva/digest").await.status, 404);
        assert_eq!(app.client().get("/networks/ett/digest").await.status, 303);
    });
}
