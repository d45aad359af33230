//! Joining, asking, answering, leaving, and the directory.

use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::networks::{self, Joining, Visibility};

use crate::support::{TestApp, run};

#[test]
fn one_joins_as_the_network_has_it() {
    run(async {
        let app = TestApp::spawn().await;
        let siv = app.person("Siv Ek", "siv@hoor.example").await;
        let nils = app.person("Nils Ask", "nils@horby.example").await;
        let seat = app.seat(nils, "1266", "Skolchef").to_string();
        let client = app.signed_in("nils@horby.example").await;
        for visibility in [Visibility::Public, Visibility::Members] {
            for joining in [Joining::Open, Joining::Approval, Joining::Invitation] {
                let slug = format!("{visibility}-{joining}");
                let id = app.network(&slug, visibility, joining, siv);
                let page = client.post(&format!("/networks/{slug}/memberships"), &[("seat", &seat)]).await;
                let expected = match (visibility, joining) {
                    (Visibility::Members, _) => 404,
                    (_, Joining::Invitation) => 409,
                    _ => 303,
                };
                assert_eq!(page.status, expected, "{slug}");
                let member = app.read(|db| networks::is_member(db, id, nils));
                assert_eq!(member, slug == "public-open", "{slug}");
            }
        }
        app.run_jobs().await;
        assert_eq!(app.mails_to("siv@hoor.example").len(), 1);
    });
}

#[test]
fn a_request_is_answered_by_mail() {
    run(async {
        let app = TestApp::spawn().await;
        let siv = app.person("Siv Ek", "siv@hoor.example").await;
        let nils = app.person("Nils Ask", "nils@horby.example").await;
        let kerstin = app.person("Kerstin Lind", "kerstin@tomelilla.example").await;
        app.network("eget", Visibility::Public, Joining::Approval, siv);
        let other = app.network("annat", Visibility::Public, Joining::Approval, kerstin);
        let seat = app.seat(nils, "1266", "Skolchef").to_string();
        let (coordinator, asker) =
            (app.signed_in("siv@hoor.example").await, app.signed_in("nils@horby.example").await);

        let long = "x".repeat(10_000);
        let page = asker.post("/networks/eget/memberships", &[("seat", &seat), ("message", &long)]).await;
        assert_eq!(page.status, 422);
        assert!(page.first("#message").contains(&long));
        let foreign = app.seat(kerstin, "1270", "Rektor").to_string();
        assert_eq!(asker.post("/networks/eget/memberships", &[("seat", &foreign)]).await.status, 404);

        let form = [("seat", seat.as_str()), ("message", "Jag vill lära mer.")];
        let page = asker.post_and_follow("/networks/eget/memberships", &form).await;
        assert!(page.text().contains("väntar på svar"));
        assert!(app.last_mail_to("siv@hoor.example").row.text_body.contains("Jag vill lära mer."));
        assert_eq!(asker.get("/networks/eget/members").await.status, 404);

        let page = coordinator.get("/networks/eget/members").await;
        assert!(page.first("#requests").contains("Nils Ask"));
        let accept = page.attribute("#requests form[action$=acceptance]", "action").unwrap();
        let stranger = app.signed_in("kerstin@tomelilla.example").await;
        assert_eq!(stranger.post(&accept, &[]).await.status, 404);
        assert_eq!(stranger.post(&accept.replace("eget", "annat"), &[]).await.status, 404);
        coordinator.post_and_follow(&accept, &[]).await;
        coordinator.post_and_follow(&accept, &[]).await;
        assert_eq!(app.mails_to("nils@horby.example").len(), 1);
        assert_eq!(app.last_mail_to("nils@horby.example").row.subject, "Välkommen till Nätverket eget");

        let page = asker.get("/networks/eget/members").await;
        assert!(page.text().contains("Nils Ask"));
        assert_eq!(page.count("form[action$=end]"), 1, "only the form to sign out");
        assert!(!app.read(|db| networks::is_member(db, other, nils)));

        let page = coordinator.get("/networks/eget/members").await;
        let confirm = page.attribute("form[action$=confirmation]", "action").unwrap();
        assert_eq!(stranger.post(&confirm, &[]).await.status, 404);
        let back = page.attribute("form[action$=confirmation] input[name=return_to]", "value").unwrap();
        let page = coordinator.post_and_follow(&confirm, &[("return_to", &back)]).await;
        assert!(page.first("h1").contains("Nätverket eget"), "back among the members: {}", page.text());
        assert_eq!(page.count("form[action$=confirmation]"), 0);

        let leave =
            asker.get("/networks/eget").await.attribute("form[action*=memberships]", "action").unwrap();
        assert_eq!(stranger.post(&leave, &[]).await.status, 404);
        asker.post_and_follow(&leave, &[]).await;
        assert_eq!(asker.get("/networks/eget/members").await.status, 404);
        app.run_jobs().await;
    });
}

#[test]
fn protected_people_are_never_named() {
    run(async {
        let app = TestApp::spawn().await;
        let siv = app.person("Siv Ek", "siv@hoor.example").await;
        let nils = app.person("Nils Ask", "nils@horby.example").await;
        let network = app.network("eget", Visibility::Public, Joining::Open, siv);
        app.member(network, siv, "1267", "Utvecklingsledare");
        app.member(network, nils, "1266", "Skolchef");
        app.write(|tx| {
            diesel::update(people::table.find(nils)).set(people::protected.eq(true)).execute(&mut **tx)?;
            networks::appoint(tx, network, nils, siv, app.app.clock.now())
        });
        let client = app.signed_in("siv@hoor.example").await;
        for path in ["/networks/eget", "/networks/eget/members", "/people"] {
            let page = client.get(path).await;
            assert_eq!(page.status, 200, "{path}");
            assert!(!page.body.contains("Nils Ask"), "{path}");
            assert!(page.text().contains("Skyddad person"), "{path}");
        }
        assert!(!client.get("/people?q=nils").await.text().contains("Skolchef"));
        assert!(client.get("/people?q=skolchef+horby").await.text().contains("Skolchef"));
        assert!(client.get("/people?q=EK").await.text().contains("Siv Ek"));
        assert!(!client.get("/people?q=EK&county=01").await.text().contains("Utvecklingsledare"));
    });
}
