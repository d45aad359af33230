//! A slot becomes the meetup, once; or the poll is closed without one.

use std::sync::Arc;

use grannskap::groups;
use grannskap::polls::{Chosen, Suits, choose, close};

use super::{BO, KIM, SIV};
use crate::meetups::{scene, utc};
use crate::support::run;

#[test]
fn a_slot_becomes_the_meetup_and_everybody_is_invited() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        scene.says(id, BO, &[(1, Suits::No), (2, Suits::Yes)]);
        let client = scene.app.signed_in(SIV).await;
        let page = client.get(&format!("/polls/{id}/choice/new")).await;
        assert_eq!(page.attribute("[name=slot][checked]", "value").as_deref(), Some("2"));
        assert_eq!(page.attribute("#place", "value").as_deref(), Some("Höör"));
        let page = client.get(&format!("/polls/{id}/choice/new?slot=1")).await;
        assert_eq!(page.attribute("[name=slot][checked]", "value").as_deref(), Some("1"));
        let path = format!("/polls/{id}/choice");
        for (form, field) in [
            (&[("place", "Höör")][..], "slot"),
            (&[("slot", "2"), ("place", " ")][..], "place"),
            (&[("slot", "2"), ("link", "ftp://x.example")][..], "link"),
        ] {
            let page = client.post(&path, form).await;
            assert_eq!(
                (page.status.as_u16(), page.count(&format!(".error-summary a[href='#{field}']"))),
                (422, 1)
            );
        }
        assert_eq!(client.post(&path, &[("slot", "9"), ("place", "Höör")]).await.status, 409);
        assert!(scene.meetups().is_empty());
        let form = [("slot", "2"), ("place", "Biblioteket"), ("agenda", "* Läget")];
        let page = client.post_and_follow(&path, &form).await;
        assert_eq!(page.first("h1"), "Första träffen");
        assert!(page.text().contains("torsdag 10 december 2026 kl. 13:00–14:30"), "{}", page.text());
        let [meetup] = &scene.meetups()[..] else { panic!("not one meetup") };
        assert_eq!((meetup.starts_at, meetup.place.as_str()), (utc(2026, 12, 10, 12, 0), "Biblioteket"));
        for email in [SIV, BO] {
            assert_eq!(scene.mails(email, "meetup_invitation"), 1);
            assert!(scene.app.last_mail_to(email).row.calendar.is_some());
        }
        // The poll says what came of it and takes nothing more.
        let page = client.get(&format!("/polls/{id}")).await;
        assert_eq!(page.first(".next-step h2"), "torsdag 10 december 2026 kl. 13:00–14:30");
        assert_eq!(page.count(&format!(".next-step a[href='/meetups/{}']", meetup.id)), 1);
        assert_eq!((page.count("[name=slot-1]"), page.count(".actions")), (0, 0));
        for (path, form) in [
            ("choice", &[("slot", "1"), ("place", "Höör")][..]),
            ("closure", &[][..]),
            ("answers", &[("slot-1", "yes")][..]),
        ] {
            assert_eq!(client.post(&format!("/polls/{id}/{path}"), form).await.status, 409, "{path}");
        }
        let link = scene.app.mails_to(BO)[0].link("/answer/");
        assert_eq!(scene.app.client().get(&link).await.status, 410);
        assert_eq!(scene.app.client().post(&link, &[("slot-1", "yes")]).await.status, 410);
        assert_eq!(scene.said().len(), 2);
        scene.app.run_jobs().await;
    });
}

#[test]
fn choosing_many_times_at_once_makes_one_meetup() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        let client = Arc::new(scene.app.signed_in(BO).await);
        let tasks: Vec<_> = (0..10)
            .map(|n| {
                let client = client.clone();
                actix_web::rt::spawn(async move {
                    let slot = if n % 2 == 0 { "1" } else { "2" };
                    client.post(&format!("/polls/{id}/choice"), &[("slot", slot), ("place", "Höör")]).await
                })
            })
            .collect();
        let mut chosen = Vec::new();
        for task in tasks {
            let page = task.await.unwrap();
            match page.status.as_u16() {
                303 => chosen.push(page.location.unwrap()),
                status => assert_eq!(status, 409),
            }
        }
        let [meetup] = &scene.meetups()[..] else { panic!("not one meetup") };
        assert_eq!(chosen, vec![format!("/meetups/{}", meetup.id); 5]);
        assert_eq!(scene.mails(SIV, "meetup_invitation"), 1);
        assert_eq!(scene.poll(id).meetup_id, Some(meetup.id));
        scene.app.run_jobs().await;
    });
}

#[test]
fn closing_without_a_slot_tells_everybody_once() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        let client = scene.app.signed_in(KIM).await;
        let path = format!("/polls/{id}/closure");
        assert_eq!(client.get(&format!("{path}/new")).await.first("h1"), "Avsluta utan att välja");
        let long = "x".repeat(501);
        assert_eq!(client.post(&path, &[("why", &long)]).await.status, 422);
        let page = client.post_and_follow(&path, &[("why", "Vi ses i vår i stället.")]).await;
        assert_eq!(page.first(".next-step h2"), "Ingen tid valdes");
        assert!(page.text().contains("Vi ses i vår i stället."));
        client.post_and_follow(&path, &[("why", "Igen")]).await;
        for email in [SIV, BO] {
            assert_eq!(scene.mails(email, "poll_closed"), 1);
            let mail = scene.app.last_mail_to(email).row;
            assert!(mail.text_body.contains("Vi ses i vår i stället."), "{}", mail.text_body);
        }
        assert_eq!(client.get(&format!("/polls/{id}/edit")).await.status, 409);
        assert_eq!(
            client.post(&format!("/polls/{id}/choice"), &[("slot", "1"), ("place", "Här")]).await.status,
            409
        );
        assert!(scene.meetups().is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_closed_group_asks_nobody_any_more() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| groups::close(tx, scene.group, now));
        let chosen = Chosen {
            slot: 1,
            place: "Höör".into(),
            municipality: None,
            link: String::new(),
            agenda: String::new(),
        };
        let app = &scene.app.app;
        let refused = app.database.write_now(|tx| choose(tx, app, id, &chosen, scene.siv));
        assert!(refused.is_err());
        assert!(app.database.write_now(|tx| close(tx, app, id, "", scene.siv)).is_err());
        let client = scene.app.signed_in(SIV).await;
        let page = client.get(&format!("/polls/{id}")).await;
        assert_eq!((page.count("[name=slot-1]"), page.count(".next-step")), (0, 0));
        assert!(page.text().contains("Gruppen är avslutad."), "{}", page.text());
        assert_eq!(client.get(&format!("/groups/{}/polls/new", scene.group)).await.status, 404);
        let link = scene.app.last_mail_to(BO).link("/answer/");
        assert_eq!(scene.app.client().get(&link).await.status, 410);
        scene.app.run_jobs().await;
    });
}
