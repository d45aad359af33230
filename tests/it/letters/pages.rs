//! Writing, looking, sending and taking back on the pages; what is refused, and to whom it does not exist.

use diesel::prelude::*;
use grannskap::db::schema::letters as table;
use grannskap::db::types::Id;
use grannskap::letters::{self, Audience, State};
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};

use super::{KIM, SIV, World, world};
use crate::meetups::utc;
use crate::support::{Client, run};

const FORM: [(&str, &str); 2] =
    [("subject", "Vårens träffar"), ("body", "Läs [planen](https://x.example/plan).")];

fn all(world: &World) -> Vec<Id> {
    world.scene.app.read(|db| Ok(table::table.select(table::id).order(table::id).load(db)?))
}

#[test]
fn a_coordinator_writes_looks_sends_and_takes_back() {
    run(async {
        let world = world().await;
        let app = &world.scene.app;
        let kim = app.signed_in(KIM).await;
        assert_eq!(kim.get("/networks/skane").await.count("a[href='/networks/skane/letters']"), 2);
        let empty = kim.get("/networks/skane/letters").await;
        assert!(empty.first(".empty h2").contains("Inga brev än"));
        let group = world.scene.group.to_string();
        let fields = [FORM[0], FORM[1], ("groups", group.as_str()), ("levels", "administration")];
        let page = kim.post_and_follow("/networks/skane/letters", &fields).await;
        kim.post_and_follow("/networks/skane/letters", &fields).await;
        let [id] = all(&world)[..] else { panic!("sent twice, it is one draft") };
        let said = page.text();
        for part in [
            "Vårens träffar",
            "Utkast",
            "I någon av grupperna Mellersta Skåne",
            "Just nu är det 2 personer som får brevet.",
            "planen (https://x.example/plan)",
            "Skicka till 2 personer",
        ] {
            assert!(said.contains(part), "{part}: {said}");
        }
        let people = kim.get(&format!("/letters/{id}/recipients?q=siv")).await;
        assert_eq!(people.all(".people .name"), ["Siv Ek"]);
        assert!(people.text().contains("2 personer hör till dem"));

        // A test, once a minute.
        for _ in 0..2 {
            kim.post_and_follow(&format!("/letters/{id}/test"), &[]).await;
        }
        assert_eq!(app.mails_to(KIM).len(), 1);
        let mail = app.last_mail_to(KIM).row;
        assert_eq!(mail.subject, "Prov: Vårens träffar");
        // The page has shown it as it stands in a mail program: who it is from, in its frame, and as text.
        let head = page.all("#mail .facts dd");
        assert_eq!(head, ["Grannskap <post@grannskap.example>", "kim@lund.example", "Vårens träffar"]);
        assert_eq!(page.first("#mail .mail-body h3"), "Vårens träffar");
        assert!(page.first("#mail .mail-body").contains("Till Skåne"), "{}", page.first("#mail"));
        assert!(page.first("#mail .mail-foot").contains("Få inga fler brev härifrån"));
        let words = |text: &str| -> Vec<String> {
            let own = |word: &&str| !word.contains("/unsubscribe/") && *word != "#mail";
            text.split_whitespace().filter(own).map(str::to_owned).collect()
        };
        assert_eq!(words(&page.first("details pre")), words(&mail.text_body));

        let now = [("when", "now"), ("revision", "1")];
        for _ in 0..2 {
            let page = kim.post_and_follow(&format!("/letters/{id}/sending"), &now).await;
            assert!(page.text().contains("Väntar på att gå ut"), "{}", page.text());
        }
        // What is sent cannot be changed, nor sent otherwise.
        let later = [("when", "later"), ("revision", "1")];
        assert_eq!(kim.post(&format!("/letters/{id}/sending"), &later).await.status, 409);
        assert_eq!(kim.post(&format!("/letters/{id}"), &FORM).await.status, 409);
        assert_eq!(kim.get(&format!("/letters/{id}/edit")).await.status, 409);
        assert_eq!(kim.post(&format!("/letters/{id}/removal"), &[]).await.status, 409);
        for _ in 0..2 {
            let page = kim.post_and_follow(&format!("/letters/{id}/sending/end"), &[]).await;
            assert!(page.text().contains("Återtaget"), "{}", page.text());
        }
        kim.post_and_follow(&format!("/letters/{id}/sending"), &now).await;
        world.wait().await;
        let page = kim.get(&format!("/letters/{id}")).await;
        assert!(page.text().contains("Gick ut"), "{}", page.text());
        assert_eq!(world.mailed().len(), 3, "two and the test");
        let late = kim.post(&format!("/letters/{id}/sending/end"), &[]).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("för sent"), "{}", late.text());
        assert!(kim.get("/networks/skane/letters").await.text().contains("2 mejl"));
    });
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_what_was_typed_stays() {
    run(async {
        let world = world().await;
        let app = &world.scene.app;
        let kim = app.signed_in(KIM).await;
        let long = "x".repeat(20_001);
        for (field, fields) in [
            ("subject", vec![FORM[1]]),
            ("body", vec![FORM[0], ("body", long.as_str())]),
            ("groups", vec![FORM[0], FORM[1], ("groups", "01234567-89ab-7def-8123-456789abcdef")]),
            ("levels", vec![FORM[0], FORM[1], ("levels", "kung")]),
            ("roles", vec![FORM[0], FORM[1], ("roles", "a, b, c, d, e, f, g, h, i, j, k")]),
            ("categories", vec![FORM[0], FORM[1], ("categories", "störst")]),
            ("waiting", vec![FORM[0], FORM[1], ("waiting", "allt")]),
        ] {
            let page = kim.post("/networks/skane/letters", &fields).await;
            assert_eq!((page.status.as_u16(), page.count(&format!("#{field}-error"))), (422, 1), "{field}");
            for (name, value) in fields.iter().filter(|(name, _)| *name == "subject") {
                assert_eq!(page.attribute(&format!("[name={name}]"), "value").as_deref(), Some(*value));
            }
        }
        assert_eq!(all(&world).len(), 0);

        let id = world.draft(Audience::default());
        let send = |fields: Vec<(&'static str, &'static str)>| {
            let (kim, path) = (&kim, format!("/letters/{id}/sending"));
            async move { kim.post(&path, &fields).await }
        };
        for (field, when, date, time, revision) in [
            ("when", "", "", "", "1"),
            ("date", "later", "", "", "1"),
            ("date", "later", "2026-11-23", "08:00", "1"),
            ("time", "later", "2026-11-23", "09:05", "1"),
            ("date", "later", "2028-01-01", "09:00", "1"),
            ("time", "later", "2027-03-28", "02:30", "1"),
            ("when", "now", "", "", "7"),
        ] {
            let fields = vec![("when", when), ("date", date), ("time", time), ("revision", revision)];
            let page = send(fields).await;
            let found = page.count(&format!("#{field}-error"));
            assert_eq!((page.status.as_u16(), found), (422, 1), "{field} {date} {time}: {}", page.text());
            assert_eq!(page.attribute("[name=date]", "value").as_deref(), Some(date));
        }
        assert_eq!(world.state(id), State::Draft);
        // The wall clock holds, in winter and in summer.
        for (date, due) in [("2026-12-01", utc(2026, 12, 1, 8, 0)), ("2027-06-01", utc(2027, 6, 1, 7, 0))] {
            send(vec![("when", "later"), ("date", date), ("time", "09:00"), ("revision", "1")]).await;
            assert_eq!((world.state(id), world.letter(id).due_at), (State::Scheduled, Some(due)));
            kim.post(&format!("/letters/{id}/sending/end"), &[]).await;
        }
        // The hour that comes twice is its first.
        let due = letters_due("2027-10-31", "02:30", &kim, &world, id).await;
        assert_eq!(due, Some(utc(2027, 10, 31, 0, 30)));

        let nobody =
            world.draft(Audience { levels: vec![grannskap::seats::Level::Board], ..Audience::default() });
        let page =
            kim.post(&format!("/letters/{nobody}/sending"), &[("when", "now"), ("revision", "1")]).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Ingen skulle få brevet"), "{}", page.text());
        world.scene.app.travel(chrono::TimeDelta::days(366));
        world.scene.app.run_jobs().await;
    });
}

async fn letters_due(
    date: &str,
    time: &str,
    kim: &Client,
    world: &World,
    id: Id,
) -> Option<grannskap::db::types::Timestamp> {
    let fields = [("when", "later"), ("date", date), ("time", time), ("revision", "1")];
    kim.post(&format!("/letters/{id}/sending"), &fields).await;
    world.letter(id).due_at
}

#[test]
fn two_who_change_a_letter_at_once_do_not_overwrite_each_other_unseen() {
    run(async {
        let world = world().await;
        let kim = world.scene.app.signed_in(KIM).await;
        let id = world.draft(Audience::default());
        let path = format!("/letters/{id}");
        let mine = [("revision", "1"), ("subject", "Mitt"), ("body", "Text")];
        kim.post_and_follow(&path, &mine).await;
        // The same again is no clash.
        kim.post_and_follow(&path, &mine).await;
        let theirs = [("revision", "1"), ("subject", "Ditt"), ("body", "Text")];
        let page = kim.post(&path, &theirs).await;
        assert_eq!((page.status.as_u16(), page.count("#body-error")), (422, 1));
        assert_eq!(page.attribute("[name=subject]", "value").as_deref(), Some("Ditt"));
        assert_eq!(page.attribute("[name=revision]", "value").as_deref(), Some("2"));
        assert_eq!(world.letter(id).subject, "Mitt");
        let gone = kim.post_and_follow(&format!("{path}/removal"), &[]).await;
        assert_eq!(gone.first("h1"), "Brev");
        assert_eq!(kim.get(&path).await.status, 404);
    });
}

#[test]
fn for_members_strangers_and_other_coordinators_there_are_no_letters() {
    run(async {
        let world = world().await;
        let app = &world.scene.app;
        let other = app.person("Olle Annan", "olle@x.example").await;
        let admin = app.administrator("Ada Drift", "drift@x.example").await;
        let now = app.app.clock.now();
        app.write(|tx| {
            let new = NewNetwork {
                slug: "andra".into(),
                name: "Andra".into(),
                purpose: String::new(),
                kind: NetworkKind::Thematic,
                visibility: Visibility::Public,
                joining: Joining::Open,
                county_code: None,
            };
            networks::create(tx, &new, other, now)
        });
        let id = world.draft(Audience::default());
        let reads = [
            "/networks/skane/letters".to_owned(),
            "/networks/skane/letters/new".to_owned(),
            format!("/letters/{id}"),
            format!("/letters/{id}/edit"),
            format!("/letters/{id}/recipients"),
        ];
        let ends = ["", "/sending", "/sending/end", "/test", "/retries", "/removal"];
        for email in [SIV, "olle@x.example"] {
            let client = app.signed_in(email).await;
            for path in &reads {
                assert_eq!(client.get(path).await.status, 404, "{email} {path}");
            }
            assert_eq!(client.post("/networks/skane/letters", &FORM).await.status, 404);
            for end in ends {
                let fields = [FORM[0], FORM[1], ("when", "now"), ("revision", "1")];
                assert_eq!(
                    client.post(&format!("/letters/{id}{end}"), &fields).await.status,
                    404,
                    "{email} {end}"
                );
            }
        }
        assert_eq!((world.state(id), all(&world).len()), (State::Draft, 1));
        let page = app.client().get(&reads[2]).await;
        assert!(page.location.is_some_and(|to| to.starts_with("/session/new")));
        // Administrators run all networks.
        let admin_page = app.signed_in("drift@x.example").await.get(&reads[2]).await;
        assert_eq!(admin_page.status, 200);
        assert!(admin != world.kim);
        // A letter to a network that is closed meanwhile stays.
        app.write(|tx| networks::archive(tx, world.network, now));
        let due = now + chrono::TimeDelta::minutes(10);
        let sent = app.app.database.write_now(|tx| letters::send(tx, &app.app, id, 1, due, world.kim));
        assert!(matches!(sent, Err(grannskap::error::Error::Conflict("error-letter-archived"))));
    });
}
