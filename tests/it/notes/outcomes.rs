//! Decisions and promises: written down, mended, ticked off, and back at the next meetup; and links that are seen later.

use chrono::TimeDelta;
use grannskap::meetups::RemindMeetups;

use super::{BO, KIM, SIV, after};
use crate::support::run;

#[test]
fn a_promise_is_kept_and_not_kept_after_all() {
    run(async {
        let (scene, meetup) = after().await;
        let siv = scene.app.signed_in(SIV).await;
        let address = format!("/meetups/{meetup}/promises");
        let seat = scene.bo_seat.to_string();
        let form = [("promise", "Skicka mallen"), ("who", seat.as_str()), ("due", "2026-12-01")];
        let page = siv.post_and_follow(&address, &form).await;
        siv.post_and_follow(&address, &form).await;
        let page_again = siv.get(page_path(meetup).as_str()).await;
        assert_eq!(page_again.count("#outcomes .rows li"), 1);
        assert!(page.text().contains("Bo Alm · senast 1 december 2026"), "{}", page.text());
        let edit = page_again.attribute("#outcomes .rows a", "href").unwrap();
        let form = siv.get(&edit).await;
        assert_eq!(form.first("textarea").trim(), "Skicka mallen");
        let outcome = edit.trim_end_matches("/edit").to_owned();
        for (changes, field) in [
            (vec![("promise", "")], "promise"),
            (vec![("promise", "x"), ("who", "1")], "who"),
            (vec![("promise", "x"), ("due", "2026-11-22")], "due"),
            (vec![("promise", "x"), ("due", "2036-11-22")], "due"),
            (vec![("promise", "x"), ("due", "snart")], "due"),
        ] {
            for target in [&outcome, &address] {
                let page = siv.post(target, &changes).await;
                assert_eq!(page.status, 422, "{field}");
                assert_eq!(
                    page.count(&format!(".error-summary a[href='#{field}']")),
                    1,
                    "{field}: {}",
                    page.text()
                );
            }
        }
        siv.post_and_follow(&outcome, &[("promise", "Skicka båda mallarna"), ("who", "")]).await;
        for _ in 0..2 {
            let page = siv.post_and_follow(&format!("{outcome}/completion"), &[]).await;
            let said = page.text();
            assert!(said.contains("Hela gruppen · klart 23 november 2026, enligt Siv Ek"), "{said}");
        }
        let page = siv.post_and_follow(&format!("{outcome}/reopening"), &[]).await;
        assert!(!page.text().contains("enligt Siv Ek"));
        let kim = scene.app.signed_in(KIM).await;
        kim.post_and_follow(&format!("{outcome}/removal"), &[]).await;
        assert_eq!(siv.get(page_path(meetup).as_str()).await.count("#outcomes .rows li"), 0);
        assert_eq!(siv.get(&edit).await.status, 404);
        let page = siv
            .post_and_follow(&format!("/meetups/{meetup}/decisions"), &[("decision", "Vi ses i mars")])
            .await;
        assert!(page.text().contains("Vi ses i mars"));
        assert_eq!(siv.post(&format!("/meetups/{meetup}/decisions"), &[]).await.status, 422);
        scene.app.run_jobs().await;
    });
}

fn page_path(meetup: grannskap::db::types::Id) -> String {
    format!("/meetups/{meetup}/notes")
}

#[test]
fn open_promises_come_back_at_the_next_meetup() {
    run(async {
        let (scene, meetup) = after().await;
        let next = scene.propose(&scene.proposal());
        let siv = scene.app.signed_in(SIV).await;
        let queries = |before: u64| scene.app.queries() - before;
        let before = scene.app.queries();
        siv.get("/dashboard").await;
        let without = queries(before);
        scene.promises(meetup, "Bjud in rektorerna", Some(scene.siv_seat), Some("2026-12-02"));
        scene.promises(meetup, "Fråga nämnden", Some(scene.bo_seat), Some("2026-12-02"));
        scene.promises(meetup, "Läs boken", None, None);
        let done = scene.promises(meetup, "Redan gjort", None, None);
        scene.app.write(|tx| grannskap::notes::mark_done(tx, done, scene.siv, scene.now()));
        for path in [format!("/meetups/{next}"), format!("/meetups/{next}/notes")] {
            let said = siv.get(&path).await.text();
            for part in ["Löften från tidigare träffar", "Bjud in rektorerna", "Fråga nämnden", "Läs boken"]
            {
                assert!(said.contains(part), "{path} {part}: {said}");
            }
            assert!(!said.contains("Redan gjort"), "{path}");
        }
        // Home tells of one's own and the group's that are due, and asks once more for that.
        let before = scene.app.queries();
        let home = siv.get("/dashboard").await;
        assert_eq!(queries(before), without + 1);
        let said = home.text();
        assert!(said.contains("Löften att hålla") && said.contains("Bjud in rektorerna"), "{said}");
        assert!(!said.contains("Fråga nämnden") && !said.contains("Läs boken"), "{said}");
        // And so does the reminder, one's own first.
        scene.travel_to(crate::meetups::utc(2026, 12, 8, 12, 30));
        let now = scene.now();
        scene.app.write(|tx| grannskap::jobs::enqueue(tx, &RemindMeetups {}, None, now));
        scene.app.run_jobs().await;
        let text = scene.app.last_mail_to(BO).row.text_body;
        let places: Vec<usize> = [
            "Bo Alm: Fråga nämnden (senast 2 december 2026)",
            "Siv Ek: Bjud in rektorerna",
            "Hela gruppen: Läs boken",
        ]
        .iter()
        .map(|part| text.find(part).unwrap_or_else(|| panic!("{part}: {text}")))
        .collect();
        assert!(places.is_sorted(), "{text}");
    });
}

#[test]
fn what_was_promised_at_a_cancelled_meetup_does_not_come_back() {
    run(async {
        let (scene, _) = after().await;
        let next = scene.propose(&scene.proposal());
        scene.promises(next, "Boka salen", Some(scene.siv_seat), Some("2026-12-02"));
        let siv = scene.app.signed_in(SIV).await;
        assert!(siv.get("/dashboard").await.text().contains("Boka salen"));
        siv.post_and_follow(&format!("/meetups/{next}/cancellation"), &[]).await;
        let said = siv.get("/dashboard").await.text();
        assert!(!said.contains("Boka salen"), "{said}");
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_link_is_seen_from_its_moment_on() {
    run(async {
        let (scene, meetup) = after().await;
        let (siv, bo) = (scene.app.signed_in(SIV).await, scene.app.signed_in(BO).await);
        let address = format!("/meetups/{meetup}/materials");
        let form = |changes: &[(&'static str, &'static str)]| {
            let mut form = vec![("title", "Bilderna"), ("link", "https://bilder.example/1")];
            form.retain(|(name, _)| !changes.iter().any(|(other, _)| other == name));
            form.extend(changes);
            form
        };
        for (changes, field) in [
            ([("title", "")], "title"),
            ([("link", "")], "link"),
            ([("link", "javascript:alert(1)")], "link"),
            ([("from", "2026-13-01")], "from"),
            ([("from", "2030-01-01")], "from"),
            ([("at", "10:00")], "from"),
        ] {
            let page = siv.post(&address, &form(&changes)).await;
            assert_eq!(page.status, 422, "{field}");
            assert_eq!(
                page.count(&format!(".error-summary a[href='#{field}']")),
                1,
                "{field}: {}",
                page.text()
            );
        }
        // Clocks go forward on 28 March 2027.
        let page = siv.post(&address, &form(&[("from", "2027-03-28"), ("at", "02:30")])).await;
        assert_eq!(page.count(".error-summary a[href='#at']"), 1);
        let later = form(&[("from", "2026-11-24"), ("at", "08:00")]);
        let page = siv.post_and_follow(&address, &later).await;
        assert!(
            page.text().contains("Syns för de andra från tisdag 24 november 2026 kl. 08:00"),
            "{}",
            page.text()
        );
        siv.post_and_follow(&address, &later).await;
        let all = format!("/groups/{}/materials", scene.group);
        assert_eq!(
            (siv.get(&all).await.count("main .rows li"), bo.get(&all).await.count("main .rows li")),
            (1, 0)
        );
        assert!(!bo.get(&page_path(meetup)).await.text().contains("Bilderna"));
        scene.app.travel(TimeDelta::hours(14));
        let bo = scene.app.signed_in(BO).await;
        let page = bo.get(&all).await;
        assert_eq!(page.attribute("main .rows a", "href").as_deref(), Some("https://bilder.example/1"));
        let page = bo.get(&page_path(meetup)).await;
        let removal = page.attribute("#material form[action$=removal]", "action").unwrap();
        bo.post_and_follow(&removal, &[]).await;
        assert_eq!(bo.post(&removal, &[]).await.status, 404);
        assert_eq!(bo.get(&all).await.count("main .rows li"), 0);
        scene.app.run_jobs().await;
    });
}
