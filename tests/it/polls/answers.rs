//! Who can when: from the page, from the mail, all at once.

use std::sync::Arc;

use diesel::prelude::*;
use grannskap::accounts::{self, Purpose};
use grannskap::db::schema::{people, seats};
use grannskap::groups;
use grannskap::i18n::Lang;
use grannskap::polls::Suits;
use grannskap::seats::{Level, NewSeat};

use super::{BO, KIM, SIV};
use crate::meetups::{leave, scene};
use crate::support::run;

#[test]
fn members_answer_on_the_page_and_everybody_sees() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        let (siv, bo) = (scene.app.signed_in(SIV).await, scene.app.signed_in(BO).await);
        let (page, answers) = (format!("/polls/{id}"), format!("/polls/{id}/answers"));
        let shown = siv.get(&page).await;
        assert_eq!(shown.first(".next-step h2"), "När kan du?");
        assert!(shown.text().contains("Har inte svarat på allt: Bo Alm och Siv Ek."), "{}", shown.text());
        // Nothing, and what is no answer.
        for (fields, error) in [
            (&[][..], "Svara på minst en av tiderna."),
            (&[("slot-1", "perhaps")][..], "Välj ett av alternativen."),
            (&[("slot-9", "yes")][..], "Svara på minst en av tiderna."),
        ] {
            let wrong = siv.post(&answers, fields).await;
            assert_eq!((wrong.status.as_u16(), wrong.first(".error-summary li").as_str()), (422, error));
        }
        assert!(scene.said().is_empty());
        // One slot now, the other later; what was said stays.
        let shown = siv.post_and_follow(&answers, &[("slot-1", "if-need-be")]).await;
        assert_eq!(shown.first(".next-step h2"), "När kan du?");
        assert_eq!(shown.attribute("[name=slot-1][checked]", "value").as_deref(), Some("if-need-be"));
        assert_eq!(shown.count("[name=slot-2][checked]"), 0);
        let shown = siv.post_and_follow(&answers, &[("slot-2", "yes")]).await;
        assert_eq!(shown.first(".next-step h2"), "En har inte svarat än");
        let said = [(1, scene.siv_seat, Suits::IfNeedBe), (2, scene.siv_seat, Suits::Yes)];
        assert_eq!(scene.said(), said);
        // Changing one's mind.
        bo.post_and_follow(&answers, &[("slot-1", "yes"), ("slot-2", "yes")]).await;
        let shown = bo.post_and_follow(&answers, &[("slot-1", "no")]).await;
        assert_eq!(shown.first(".next-step h2"), "Alla har svarat");
        assert_eq!(
            shown.all("ol.rows .name"),
            ["torsdag 10 december 2026 kl. 13:00–14:30", "onsdag 9 december 2026 kl. 13:00–14:30"]
        );
        let details = shown.all("ol.rows .detail");
        assert_eq!(details, ["2 kan", "0 kan, 1 vid behov, 1 kan inte. Missar: Bo Alm"]);
        assert_eq!(shown.all("thead th"), ["Deltagare", "9/12 13:00ons", "10/12 13:00tor"]);
        assert_eq!(shown.all("tbody td"), ["Nej", "Ja", "Vid behov", "Ja", "1", "2"]);
        // The proposer is told once, however often minds are changed.
        bo.post_and_follow(&answers, &[("slot-1", "yes")]).await;
        assert_eq!((scene.mails(SIV, "poll_answered"), scene.mails(BO, "poll_answered")), (1, 0));
        let mail = scene.app.last_mail_to(SIV);
        assert!(mail.row.text_body.contains("torsdag 10 december 2026 kl. 13:00–14:30: 2 kan"));
        assert_eq!(siv.get(&mail.link("/choice/new")).await.status, 200);
        // A coordinator sees it and has no answer to give.
        let kim = scene.app.signed_in(KIM).await;
        assert_eq!(kim.get(&page).await.count("[name=slot-1]"), 0);
        assert_eq!(kim.post(&answers, &[("slot-1", "yes")]).await.status, 404);
        scene.app.run_jobs().await;
    });
}

#[test]
fn the_mail_answers_without_signing_in() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        let link = scene.app.last_mail_to(BO).link("/answer/");
        let client = scene.app.client();
        let page = client.get_as(&link, "en").await;
        assert_eq!((page.status.as_u16(), page.first("h1").as_str()), (200, "Första träffen"));
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("sv"));
        assert!(!page.text().contains("Siv Ek"));
        assert!(scene.said().is_empty(), "looking must change nothing");
        let page = client.post_and_follow(&link, &[("slot-1", "yes"), ("slot-2", "no")]).await;
        assert_eq!(page.attribute("[name=slot-2][checked]", "value").as_deref(), Some("no"));
        let page = client.post_and_follow(&link, &[("slot-2", "if-need-be")]).await;
        assert_eq!(page.attribute("[name=slot-2][checked]", "value").as_deref(), Some("if-need-be"));
        let wrong = client.post(&link, &[]).await;
        assert_eq!((wrong.status.as_u16(), wrong.count(".error-summary a[href='#answers']")), (422, 1));

        // Another poll, another purpose, nonsense.
        let mut other = scene.slots();
        other.title = "Andra".into();
        let second = scene.ask(&other);
        let token = link.rsplit('/').next().unwrap();
        let yes = [("slot-1", "yes")];
        assert_eq!(client.get(&format!("/polls/{second}/answer/{token}")).await.status, 404);
        assert_eq!(client.post(&format!("/polls/{second}/answer/{token}"), &yes).await.status, 404);
        let foreign = scene.app.write(|tx| {
            accounts::issue(tx, Purpose::Answer, Some(scene.siv), Some(id), scene.app.app.clock.now())
        });
        assert_eq!(client.get(&format!("/polls/{id}/answer/{foreign}")).await.status, 404);
        assert_eq!(client.get(&format!("/polls/{id}/answer/nonsense")).await.status, 404);

        // Who leaves takes no part, and neither does a closed account.
        leave(&scene);
        assert_eq!(client.get(&link).await.status, 404);
        assert_eq!(client.post(&link, &yes).await.status, 404);
        let mine = scene.app.mails_to(SIV)[0].link("/answer/");
        assert_eq!(client.get(&mine).await.status, 200);
        let kim = scene.person(KIM);
        scene.app.write(|tx| accounts::disable(tx, scene.siv, kim, scene.app.app.clock.now()));
        assert_eq!(client.get(&mine).await.status, 404);
        assert_eq!(client.post(&mine, &yes).await.status, 404);
        assert_eq!(scene.said().len(), 2);
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_successor_keeps_the_answers_and_is_asked() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        scene.says(id, BO, &[(1, Suits::No)]);
        let link = scene.app.last_mail_to(BO).link("/answer/");
        let eva = scene.app.person("Eva Sten", "eva@horby.example").await;
        scene.app.write(|tx| {
            let seat = seats::table.find(scene.bo_seat);
            diesel::update(seat).set(seats::person_id.eq(eva)).execute(&mut **tx)?;
            grannskap::meetups::invite_newcomer(tx, &scene.app.app, scene.group, scene.bo_seat)
        });
        assert_eq!(scene.mails("eva@horby.example", "poll_invitation"), 1);
        let client = scene.app.client();
        assert_eq!(client.get(&link).await.status, 404);
        let page = client.get(&scene.app.last_mail_to("eva@horby.example").link("/answer/")).await;
        assert_eq!(page.attribute("[name=slot-1][checked]", "value").as_deref(), Some("no"));
        scene.app.run_jobs().await;
    });
}

#[test]
fn protected_people_are_shown_by_their_organiser_alone() {
    run(async {
        let scene = scene().await;
        scene.app.write(|tx| {
            let row = people::table.filter(people::email.eq(BO));
            Ok(diesel::update(row).set(people::protected.eq(true)).execute(&mut **tx)?)
        });
        let id = scene.ask(&scene.slots());
        scene.says(id, BO, &[(1, Suits::No), (2, Suits::No)]);
        let siv = scene.app.signed_in(SIV).await;
        for path in [format!("/polls/{id}"), format!("/polls/{id}/choice/new")] {
            let page = siv.get(&path).await;
            assert!(!page.body.contains("Bo Alm"), "{path}");
            assert!(page.text().contains("Missar: Skyddad person"), "{path}: {}", page.text());
        }
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_coordinator_who_asked_is_told_and_closed_accounts_are_not_waited_for() {
    run(async {
        let scene = scene().await;
        let (kim, now) = (scene.person(KIM), scene.app.app.clock.now());
        let id = scene.app.write(|tx| grannskap::polls::create(tx, &scene.app.app, &scene.slots(), kim));
        scene.says(id, SIV, &[(1, Suits::Yes), (2, Suits::No)]);
        assert_eq!(scene.mails(KIM, "poll_answered"), 0);
        let bo = scene.person(BO);
        scene.app.write(|tx| accounts::disable(tx, bo, kim, now));
        let page = scene.app.signed_in(SIV).await.get(&format!("/polls/{id}")).await;
        assert!(
            page.text().contains("Alla har svarat.") && !page.text().contains("Bo Alm"),
            "{}",
            page.text()
        );
        scene.app.write(|tx| accounts::enable(tx, bo, now));
        scene.says(id, BO, &[(1, Suits::Yes), (2, Suits::Yes)]);
        assert_eq!((scene.mails(KIM, "poll_answered"), scene.mails(SIV, "poll_answered")), (1, 0));
        scene.app.run_jobs().await;
    });
}

#[test]
fn forty_answer_at_once_and_the_proposer_is_told_once() {
    run(async {
        let scene = scene().await;
        let app = &scene.app;
        let now = app.app.clock.now();
        let people: Vec<_> = app.write(|tx| {
            (0..40)
                .map(|n| {
                    let (email, zone) = (format!("p{n}@horby.example"), "Europe/Stockholm");
                    let person = accounts::create(tx, &email, "Person", Lang::Swedish, zone, now)?;
                    let new = NewSeat {
                        organiser_code: "1266".into(),
                        role: "Rektor".into(),
                        level: Level::Principal,
                        person_id: person,
                        held_from: now.0.date(),
                    };
                    let seat = grannskap::seats::create(tx, &new, now)?;
                    groups::add_member(tx, scene.group, seat, "", now)?;
                    Ok(person)
                })
                .collect::<grannskap::error::Result<_>>()
        });
        let id = scene.ask(&scene.slots());
        scene.says(id, BO, &[(1, Suits::No), (2, Suits::Yes)]);
        scene.says(id, SIV, &[(1, Suits::Yes), (2, Suits::Yes)]);
        let secrets: Vec<String> = app.write(|tx| {
            people.iter().map(|p| accounts::issue(tx, Purpose::Poll, Some(*p), Some(id), now)).collect()
        });
        let client = Arc::new(app.client());
        // Each twice, as impatient fingers do.
        let tasks: Vec<_> = secrets
            .iter()
            .chain(&secrets)
            .map(|secret| {
                let (client, path) = (client.clone(), format!("/polls/{id}/answer/{secret}"));
                actix_web::rt::spawn(async move {
                    client.post(&path, &[("slot-1", "if-need-be"), ("slot-2", "no")]).await.status
                })
            })
            .collect();
        for task in tasks {
            assert_eq!(task.await.unwrap(), 303);
        }
        assert_eq!(scene.said().len(), 84);
        assert_eq!(scene.mails(SIV, "poll_answered"), 1);
        let page = app.signed_in(SIV).await.get(&format!("/polls/{id}")).await;
        assert_eq!(page.all("ol.rows .detail")[0], "1 kan, 40 vid behov, 1 kan inte. Missar: Bo Alm");
        scene.app.run_jobs().await;
    });
}
