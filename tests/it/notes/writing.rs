//! Notes that several people write: nothing is lost, drafts are one's own, every version stays.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::note_drafts;
use grannskap::jobs;
use grannskap::notes::Saved;

use super::{BO, KIM, SIV, after};
use crate::support::run;

#[test]
fn a_member_writes_and_everybody_reads() {
    run(async {
        let (scene, meetup) = after().await;
        let siv = scene.app.signed_in(SIV).await;
        let page = siv.get(&format!("/meetups/{meetup}")).await;
        assert_eq!(page.first(".next-step h2"), "Vad kom ni fram till?");
        let address = format!("/meetups/{meetup}/notes");
        assert_eq!(siv.get(&address).await.first(".next-step h2"), "Skriv ner vad ni kom fram till");
        let form = siv.get(&format!("{address}/edit")).await;
        assert_eq!(
            (form.first("h1"), form.attribute("[name=version]", "value").unwrap()),
            ("Skriv anteckningar".into(), "0".into())
        );
        let text = "# Frånvaro\r\n\r\n* <b>Ring</b> samma dag";
        let page = siv.post_and_follow(&address, &[("version", "0"), ("body", text)]).await;
        assert_eq!(page.first(".story h2"), "Frånvaro");
        assert!(
            page.text().contains("<b>Ring</b> samma dag") && page.text().contains("av Siv Ek"),
            "{}",
            page.text()
        );
        // Sent twice, it is one version.
        siv.post_and_follow(&address, &[("version", "0"), ("body", text)]).await;
        assert_eq!(scene.notes(meetup), (1, "# Frånvaro\n\n* <b>Ring</b> samma dag".to_owned()));
        for email in [BO, KIM] {
            let other = scene.app.signed_in(email).await;
            assert!(other.get(&address).await.text().contains("samma dag"));
            assert_eq!(other.get(&format!("{address}/edit")).await.status, 200);
        }
        let meetup_page = siv.get(&format!("/meetups/{meetup}")).await;
        assert_eq!(meetup_page.first(".next-step h2"), "Det ni kom fram till är nedskrivet");
        scene.app.run_jobs().await;
    });
}

#[test]
fn wrong_and_late_texts_come_back() {
    run(async {
        let (scene, meetup) = after().await;
        let siv = scene.app.signed_in(SIV).await;
        let address = format!("/meetups/{meetup}/notes");
        let long = "å".repeat(40_001);
        for (body, error) in [("  ", "Fyll i"), (long.as_str(), "40000")] {
            let page = siv.post(&address, &[("version", "0"), ("body", body)]).await;
            assert_eq!(page.status, 422);
            assert_eq!(page.count(".error-summary a[href='#body']"), 1, "{error}");
            assert_eq!(page.first("textarea").trim(), body.trim());
        }
        assert_eq!(siv.post(&format!("{address}/draft"), &[("body", &long)]).await.status, 413);
        // A version that never was, and none at all.
        let page = siv.post_and_follow(&address, &[("version", "77"), ("body", "ett")]).await;
        assert!(page.text().contains("ett"));
        assert_eq!(scene.notes(meetup).0, 1);
        scene.app.write(|tx| grannskap::groups::close(tx, scene.group, scene.now()));
        let page = siv.post(&address, &[("version", "1"), ("body", "två")]).await;
        assert_eq!(page.status, 409);
        let page = siv.get(&address).await;
        assert_eq!((page.status.as_u16(), page.count("main form")), (200, 0));
        scene.app.run_jobs().await;
    });
}

#[test]
fn two_who_write_at_once_lose_nothing() {
    run(async {
        let (scene, meetup) = after().await;
        let (siv, bo) = (scene.app.signed_in(SIV).await, scene.app.signed_in(BO).await);
        let address = format!("/meetups/{meetup}/notes");
        siv.post_and_follow(&address, &[("version", "0"), ("body", "ett\ntvå\ntre")]).await;
        siv.post_and_follow(&address, &[("version", "1"), ("body", "ETT\ntvå\ntre")]).await;
        // Another line: both are saved, and the second sees what the first changed.
        let mine = [("version", "1"), ("body", "ett\r\ntvå\r\ntre\r\nfyra")];
        let page = bo.post_and_follow(&address, &mine).await;
        assert!(page.text().contains("Någon annan sparade medan du skrev"), "{}", page.text());
        assert_eq!(scene.notes(meetup), (3, "ETT\ntvå\ntre\nfyra".to_owned()));
        assert_eq!(page.all("main h2")[..3], ["Version 3", "Version 2", "Version 1"]);
        assert!(page.all(".diff ins").iter().any(|words| words.contains("ETT")));
        // The same once more is no new version.
        bo.post_and_follow(&address, &mine).await;
        assert_eq!(scene.notes(meetup).0, 3);
        // The same line: nothing is saved, both texts are there.
        let page = bo.post(&address, &[("version", "1"), ("body", "Ettan\ntvå\ntre")]).await;
        assert_eq!(page.status, 409);
        assert!(page.first("[role=alert]").contains("Någon annan har ändrat på samma ställe"));
        assert_eq!(page.first("textarea").trim(), "ETT Ettan två tre fyra");
        assert_eq!(page.attribute("[name=version]", "value").as_deref(), Some("3"));
        assert!(page.all(".diff ins").iter().any(|words| words.contains("fyra")));
        assert!(page.all(".diff ins").iter().any(|words| words.contains("Ettan")));
        assert_eq!(scene.notes(meetup).0, 3);
        // What was typed waits as a draft, should the window be closed.
        let again = bo.get(&format!("{address}/edit")).await;
        assert_eq!(again.first("textarea").trim(), "Ettan två tre");
        let page =
            bo.post_and_follow(&address, &[("version", "3"), ("body", "Ettan!\ntvå\ntre\nfyra")]).await;
        assert!(page.text().contains("Anteckningarna är sparade"));
        assert_eq!(scene.notes(meetup).0, 4);
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_draft_is_its_writers_alone() {
    run(async {
        let (scene, meetup) = after().await;
        let (siv, bo) = (scene.app.signed_in(SIV).await, scene.app.signed_in(BO).await);
        let address = format!("/meetups/{meetup}/notes");
        let kept = siv.post(&format!("{address}/draft"), &[("version", "0"), ("body", "Hemligt än")]).await;
        assert_eq!((kept.status.as_u16(), kept.body.as_str()), (204, ""));
        for path in ["", "/edit", "/versions"] {
            let page = bo.get(&format!("{address}{path}")).await;
            assert!(!page.body.contains("Hemligt") && !page.text().contains("utkast som inte"), "{path}");
        }
        assert!(siv.get(&address).await.text().contains("Du har ett utkast som inte är sparat"));
        let form = siv.get(&format!("{address}/edit")).await;
        assert_eq!(form.first("textarea").trim(), "Hemligt än");
        assert!(form.text().contains("Här är ditt utkast från"));
        // Thrown away, twice as well; and gone when it is saved.
        for _ in 0..2 {
            let form = siv.post_and_follow(&format!("{address}/draft/removal"), &[]).await;
            assert_eq!(form.first("textarea").trim(), "");
        }
        siv.post(&format!("{address}/draft"), &[("version", "0"), ("body", "Snart")]).await;
        siv.post_and_follow(&address, &[("version", "0"), ("body", "Snart klart")]).await;
        assert!(!siv.get(&address).await.text().contains("utkast som inte"));
        // What a script sends late is no draft.
        let late = siv.post(&format!("{address}/draft"), &[("version", "0"), ("body", "Snart kl")]).await;
        assert_eq!(late.status, 409);
        assert_eq!(siv.get(&format!("{address}/edit")).await.first("textarea").trim(), "Snart klart");
        assert_eq!(scene.writes(meetup, scene.siv, 1, "Snart klart"), Saved::Unchanged);
        scene.app.run_jobs().await;
    });
}

#[test]
fn strangers_find_nothing() {
    run(async {
        let (scene, meetup) = after().await;
        scene.writes(meetup, scene.siv, 0, "ett");
        scene.app.person("Ove Gran", "ove@eslov.example").await;
        let ove = scene.app.signed_in("ove@eslov.example").await;
        for path in ["notes", "notes/edit", "notes/versions", "notes/story"] {
            assert_eq!(ove.get(&format!("/meetups/{meetup}/{path}")).await.status, 404, "{path}");
        }
        assert_eq!(ove.get(&format!("/groups/{}/materials", scene.group)).await.status, 404);
        let fields = [
            ("version", "0"),
            ("body", "x"),
            ("decision", "x"),
            ("promise", "x"),
            ("title", "x"),
            ("link", "https://x.example"),
        ];
        for path in [
            "notes",
            "notes/draft",
            "notes/draft/removal",
            "notes/completion",
            "notes/story",
            "decisions",
            "promises",
            "materials",
            "nudges",
        ] {
            assert_eq!(ove.post(&format!("/meetups/{meetup}/{path}"), &fields).await.status, 404, "{path}");
        }
        assert_eq!(scene.notes(meetup), (1, "ett".to_owned()));
        scene.app.run_jobs().await;
    });
}

#[test]
fn drafts_that_nobody_goes_on_with_are_swept() {
    run(async {
        let (scene, id) = after().await;
        let siv = scene.app.signed_in(SIV).await;
        let address = format!("/meetups/{id}/notes/draft");
        let kept = || -> i64 { scene.app.read(|db| Ok(note_drafts::table.count().get_result(db)?)) };
        siv.post(&address, &[("version", "0"), ("body", "Snart")]).await;
        for (days, left) in [(60, 1), (31, 0)] {
            scene.app.travel(TimeDelta::days(days));
            let now = scene.now();
            scene.app.write(|tx| jobs::enqueue(tx, &grannskap::admin::Sweep {}, None, now));
            scene.app.run_jobs().await;
            assert_eq!(kept(), left, "after {days} days");
        }
    });
}
