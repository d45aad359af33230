//! Who comes: from the page, from the mail, all at once.

use std::sync::Arc;

use diesel::prelude::*;
use grannskap::accounts::{self, Purpose};
use grannskap::db::Tx;
use grannskap::db::schema::{answers, seats};
use grannskap::db::types::Id;
use grannskap::meetups::{Answer, answer};

use super::{Scene, leave, scene, utc};
use crate::support::{TestApp, run};

fn said(scene: &Scene) -> Vec<Answer> {
    scene.app.read(|db| Ok(answers::table.select(answers::answer).load(db)?))
}

#[test]
fn the_mail_answers_without_signing_in() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let link = scene.app.last_mail_to("bo@horby.example").link("answer=yes");
        let client = scene.app.client();
        let page = client.get_as(&link, "en").await;
        assert_eq!((page.status.as_u16(), page.first("h1").as_str()), (200, "Första träffen"));
        assert_eq!(page.first("form button.button"), "Ja, jag kommer");
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("sv"));
        assert!(!page.text().contains("Siv Ek"));
        assert!(said(&scene).is_empty(), "looking must change nothing");
        let path = link.split('?').next().unwrap();
        client.post_and_follow(path, &[("answer", "yes")]).await;
        assert_eq!(said(&scene), [Answer::Yes]);
        let page = client.post_and_follow(path, &[("answer", "no")]).await;
        assert_eq!(page.first("button[aria-pressed=true]"), "Nej, jag kan inte");
        assert_eq!(said(&scene), [Answer::No]);
        assert_eq!(client.post(path, &[("answer", "perhaps")]).await.status, 400);

        // Another meetup, another purpose, nonsense.
        let mut other = scene.proposal();
        other.title = "Andra".into();
        let second = scene.propose(&other);
        let token = path.rsplit('/').next().unwrap();
        assert_eq!(client.get(&format!("/meetups/{second}/answer/{token}")).await.status, 404);
        assert_eq!(
            client.post(&format!("/meetups/{second}/answer/{token}"), &[("answer", "yes")]).await.status,
            404
        );
        let foreign = scene.app.write(|tx| {
            accounts::issue(tx, Purpose::Unsubscribe, Some(scene.siv), Some(id), scene.app.app.clock.now())
        });
        assert_eq!(client.get(&format!("/meetups/{id}/answer/{foreign}")).await.status, 404);
        assert_eq!(client.get(&format!("/meetups/{id}/answer/nonsense")).await.status, 404);

        leave(&scene);
        assert_eq!(client.get(path).await.status, 404);
        assert_eq!(client.post(path, &[("answer", "yes")]).await.status, 404);
        let mine = scene.app.mails_to("siv@hoor.example")[0].link("answer=yes");
        scene.app.run_jobs().await;
        scene.app.travel(chrono::TimeDelta::days(17));
        assert_eq!(client.get(&mine).await.status, 410);
        assert_eq!(client.post(&mine, &[("answer", "yes")]).await.status, 410);
        assert_eq!(said(&scene), [Answer::No]);
    });
}

#[test]
fn a_successor_keeps_the_answer() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let link = scene.app.last_mail_to("bo@horby.example").link("answer=yes");
        let bo = scene.app.signed_in("bo@horby.example").await;
        let page = bo.post_and_follow(&format!("/meetups/{id}/answers"), &[("answer", "maybe")]).await;
        assert!(page.text().contains("Du har svarat: Kanske."), "{}", page.text());
        let eva = scene.app.person("Eva Sten", "eva@horby.example").await;
        scene.app.write(|tx| {
            Ok(diesel::update(seats::table.find(scene.bo_seat))
                .set(seats::person_id.eq(eva))
                .execute(&mut **tx)?)
        });
        let eva = scene.app.signed_in("eva@horby.example").await;
        assert!(eva.get(&format!("/meetups/{id}")).await.text().contains("Du har svarat: Kanske."));
        assert_eq!(bo.get(&format!("/meetups/{id}")).await.status, 404);
        assert_eq!(scene.app.client().get(&link).await.status, 404);
        scene
            .app
            .write(|tx| grannskap::meetups::invite_newcomer(tx, &scene.app.app, scene.group, scene.bo_seat));
        assert_eq!(scene.app.mails_to("eva@horby.example").len(), 1);
        scene.app.run_jobs().await;
    });
}

#[test]
fn two_hundred_answers_for_ten_places_give_ten() {
    run(async {
        let scene = scene().await;
        let app: &TestApp = &scene.app;
        let now = app.app.clock.now();
        let people: Vec<_> = app.write(|tx| {
            (0..200)
                .map(|n| {
                    let email = format!("p{n}@horby.example");
                    let person = accounts::create(
                        tx,
                        &email,
                        "Person",
                        grannskap::i18n::Lang::Swedish,
                        "Europe/Stockholm",
                        now,
                    )?;
                    let new = grannskap::seats::NewSeat {
                        organiser_code: "1266".into(),
                        role: "Rektor".into(),
                        level: grannskap::seats::Level::Principal,
                        person_id: person,
                        held_from: now.0.date(),
                    };
                    let seat = grannskap::seats::create(tx, &new, now)?;
                    grannskap::groups::add_member(tx, scene.group, seat, "", now)?;
                    Ok(person)
                })
                .collect::<grannskap::error::Result<_>>()
        });
        let mut new = scene.proposal();
        new.capacity = Some(10);
        // Over already by the clock that sends mail: 200 invitations are not what is tried here.
        new.starts_at = utc(2026, 11, 23, 7, 0);
        new.ends_at = utc(2026, 11, 23, 7, 30);
        let id = scene.propose(&new);
        app.write(|tx| {
            use grannskap::db::schema::meetups;
            let later = (
                meetups::starts_at.eq(utc(2026, 12, 9, 12, 0)),
                meetups::ends_at.eq(utc(2026, 12, 9, 13, 0)),
            );
            Ok(diesel::update(meetups::table.find(id)).set(later).execute(&mut **tx)?)
        });
        let secrets: Vec<String> = app.write(|tx| {
            people.iter().map(|p| accounts::issue(tx, Purpose::Answer, Some(*p), Some(id), now)).collect()
        });
        let client = Arc::new(app.client());
        let tasks: Vec<_> = secrets
            .into_iter()
            .map(|secret| {
                let client = client.clone();
                actix_web::rt::spawn(async move {
                    let page =
                        client.post(&format!("/meetups/{id}/answer/{secret}"), &[("answer", "yes")]).await;
                    (page.status.as_u16(), page.body)
                })
            })
            .collect();
        for task in tasks {
            let (status, body) = task.await.unwrap();
            assert_eq!(status, 303, "{body}");
        }
        let line = || -> Vec<(Answer, Option<i32>, Id)> {
            let row = (answers::answer, answers::waiting, answers::seat_id);
            app.read(|db| Ok(answers::table.order(answers::waiting).select(row).load(db)?))
        };
        let (waiting, coming): (Vec<_>, Vec<_>) = line().into_iter().partition(|row| row.1.is_some());
        assert!(coming.iter().all(|row| row.0 == Answer::Yes) && coming.len() == 10, "{}", coming.len());
        assert!(waiting.iter().all(|row| row.0 == Answer::Maybe) && waiting.len() == 190);
        let numbers: Vec<i32> = waiting.iter().filter_map(|row| row.1).collect();
        assert!(numbers.windows(2).all(|pair| pair[0] < pair[1]), "{numbers:?}");

        // All ten say no at once: the first ten in the line have their places.
        std::thread::scope(|scope| {
            for (_, _, seat) in &coming {
                let (inner, siv) = (app.app.clone(), scene.siv);
                scope.spawn(move || {
                    let no = |tx: &mut Tx<'_>| answer(tx, &inner, id, *seat, Answer::No, siv, now);
                    inner.database.write_now(no).unwrap();
                });
            }
        });
        let mut lucky: Vec<Id> =
            line().into_iter().filter(|row| row.0 == Answer::Yes).map(|row| row.2).collect();
        let mut first: Vec<Id> = waiting.iter().take(10).map(|row| row.2).collect();
        lucky.sort();
        first.sort();
        assert_eq!(lucky, first);
        let mails: i64 = app.read(|db| {
            use grannskap::db::schema::outbox;
            Ok(outbox::table.filter(outbox::kind.eq("meetup_place")).count().get_result(db)?)
        });
        assert_eq!(mails, 10);
        app.run_jobs().await;
    });
}
