//! Who sees the files of what.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::group_memberships;
use grannskap::db::types::Id;
use grannskap::posts::{self, NewPost, Visibility};

use super::files::{pdf, png};
use super::{rows, upload};
use crate::meetups::scene;
use crate::notes::after;
use crate::posts::world::{EVERYBODY, World};
use crate::support::{Client, TestApp, run};

/// A browser for each of everybody, and a stranger's.
async fn everybody(app: &TestApp) -> Vec<(&'static str, Client)> {
    let mut all = Vec::new();
    for email in EVERYBODY.iter().filter(|email| !email.starts_with("disabled")) {
        all.push((email.split('@').next().unwrap(), app.signed_in(email).await));
    }
    all.push(("stranger", app.client()));
    all
}

/// Who of them gets a page or a file.
async fn who_gets(all: &[(&'static str, Client)], path: &str) -> Vec<&'static str> {
    let mut got = Vec::new();
    for (who, client) in all {
        if client.get(path).await.status == 200 {
            got.push(*who);
        }
    }
    got
}

#[test]
fn the_files_of_a_story_are_for_its_readers() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let all = everybody(&app).await;
        let of = |name: &str| &all.iter().find(|(who, _)| *who == name).unwrap().1;
        let author = of("author");
        let now = app.app.clock.now();
        let draft = app.write(|tx| {
            posts::create(
                tx,
                world.group,
                world.author,
                &NewPost::free("D", "x", Visibility::Public),
                false,
                now,
            )
        });
        let mut stories = vec![draft];
        for visibility in [Visibility::Group, Visibility::Network, Visibility::Public] {
            stories.push(world.publish(&app, "S", "x", visibility));
        }
        let mut files: Vec<Id> = Vec::new();
        for story in &stories {
            let address = format!("/posts/{story}/attachments");
            for name in ["member", "sibling", "coordinator", "other"] {
                assert_eq!(of(name).get(&address).await.status, 404);
                assert_eq!(upload(of(name), &address, &[], &[("a.png", png(4, 4))]).await.status, 404);
            }
            let stranger = upload(of("stranger"), &address, &[], &[("a.png", png(4, 4))]).await;
            assert_eq!(stranger.location.as_deref(), Some("/session/new"));
            assert_eq!(upload(author, &address, &[], &[("a.png", png(4, 4))]).await.status, 303);
            files.push(rows(&app).last().unwrap().0);
        }
        let of_group = vec!["author", "member", "coordinator"];
        let of_network = vec!["author", "member", "sibling", "coordinator"];
        let everybody =
            vec!["author", "member", "left", "sibling", "other", "coordinator", "nobody", "stranger"];
        for (file, readers) in files.iter().zip([vec!["author"], of_group, of_network, everybody]) {
            for path in ["", "/small"] {
                assert_eq!(who_gets(&all, &format!("/attachments/{file}{path}")).await, readers);
            }
            assert_eq!(who_gets(&all, &format!("/attachments/{file}/edit")).await, ["author"]);
            assert_eq!(of("member").post(&format!("/attachments/{file}/removal"), &[]).await.status, 404);
        }
        let public = *stories.last().unwrap();
        author.post_and_follow(&format!("/posts/{public}/withdrawal"), &[]).await;
        let file = files.last().unwrap();
        assert_eq!(who_gets(&all, &format!("/attachments/{file}")).await, ["author"], "withdrawn");
        assert_eq!(author.get(&format!("/posts/{public}/attachments")).await.status, 409);
        assert_eq!(author.post(&format!("/attachments/{file}/removal"), &[]).await.status, 409);
        app.run_jobs().await;
    });
}

#[test]
fn the_files_of_a_meetup_are_for_the_group_from_their_moment_on() {
    run(async {
        let scene = scene().await;
        let meetup = scene.propose(&scene.proposal());
        scene.app.person("Annan", "annan@x.example").await;
        let (siv, bo) =
            (scene.app.signed_in("siv@hoor.example").await, scene.app.signed_in("bo@horby.example").await);
        let address = format!("/meetups/{meetup}/attachments");
        let when = [("from", "2026-11-24"), ("at", "08:00")];
        let files = [("Hemlig.pdf", pdf("")), ("Hemlig.png", png(5, 5))];
        assert_eq!(upload(&siv, &address, &when, &files).await.status, 303);
        let ids: Vec<Id> = rows(&scene.app).into_iter().map(|(id, _)| id).collect();
        let places = [
            format!("/meetups/{meetup}/notes"),
            address.clone(),
            format!("/groups/{}/materials", scene.group),
            "/networks/skane/materials".to_owned(),
        ];
        let own = siv.get(&address).await.text();
        assert!(own.contains("Syns för de andra från tisdag 24 november 2026 kl. 08:00"), "{own}");
        let form = siv.get(&format!("/attachments/{}/edit", ids[1])).await;
        assert_eq!(form.attribute("#from", "value").as_deref(), Some("2026-11-24"));
        let kim = scene.app.signed_in("kim@lund.example").await;
        for place in &places {
            assert!(siv.get(place).await.text().contains("Hemlig"), "{place}");
            assert!(!bo.get(place).await.text().contains("Hemlig"), "{place}");
            assert!(!kim.get(place).await.text().contains("Hemlig"), "{place}");
        }
        for id in &ids {
            for path in ["", "/small", "/edit"] {
                assert_eq!(bo.get(&format!("/attachments/{id}{path}")).await.status, 404, "{path}");
            }
            assert_eq!(bo.post(&format!("/attachments/{id}/removal"), &[]).await.status, 404);
        }
        scene.app.travel(TimeDelta::hours(24));
        let (bo, kim) =
            (scene.app.signed_in("bo@horby.example").await, scene.app.signed_in("kim@lund.example").await);
        let other = scene.app.signed_in("annan@x.example").await;
        for place in &places {
            assert!(bo.get(place).await.text().contains("Hemlig"), "{place}");
            assert!(kim.get(place).await.text().contains("Hemlig"), "{place}");
            assert_eq!(other.get(place).await.status, 404, "{place}");
        }
        let file = format!("/attachments/{}", ids[0]);
        assert_eq!((bo.get(&file).await.status.as_u16(), other.get(&file).await.status.as_u16()), (200, 404));
        assert_eq!(scene.app.client().get(&file).await.status, 404);
        // Somebody who has left sees nothing of it any more.
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| {
            let mine = group_memberships::table.filter(group_memberships::seat_id.eq(scene.bo_seat));
            diesel::update(mine).set(group_memberships::left_at.eq(now)).execute(&mut **tx)?;
            Ok(())
        });
        assert_eq!(bo.get(&file).await.status, 404);
        assert!(!bo.get("/networks/skane/materials").await.text().contains("Hemlig"));
        scene.app.run_jobs().await;
    });
}

#[test]
fn the_mail_after_a_meetup_tells_of_what_everybody_sees() {
    run(async {
        let (scene, meetup) = after().await;
        let siv = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/meetups/{meetup}/attachments");
        upload(&siv, &address, &[], &[("Synlig.pdf", pdf("/A 1"))]).await;
        upload(&siv, &address, &[("from", "2026-12-24")], &[("Dold.pdf", pdf("/B 1"))]).await;
        scene.writes(meetup, scene.siv, 0, "Vi sågs.");
        siv.post_and_follow(&format!("/meetups/{meetup}/notes/completion"), &[]).await;
        scene.app.run_jobs().await;
        let mail = scene.app.last_mail_to("bo@horby.example");
        let (id, _) = rows(&scene.app)[0];
        assert!(
            mail.row.text_body.contains("Synlig.pdf")
                && mail.row.text_body.contains(&format!("/attachments/{id}")),
            "{}",
            mail.row.text_body
        );
        assert!(!mail.row.text_body.contains("Dold"));
    });
}
