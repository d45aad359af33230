//! The mail that gathers what came of a meetup goes out once, and asks whether it was useful.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::i18n::Lang;
use grannskap::meetups::Answer;
use grannskap::notes::{FollowUpMeetups, NewMaterial, add_material};

use super::{BO, KIM, SIV, after};
use crate::meetups::{Scene, utc};
use crate::support::run;

async fn hourly(scene: &Scene) {
    let now = scene.now();
    scene.app.write(|tx| grannskap::jobs::enqueue(tx, &FollowUpMeetups {}, None, now));
    scene.app.run_jobs().await;
}

fn sent(scene: &Scene) -> (usize, usize, usize) {
    let to = |email| scene.mails(email, "meetup_follow_up");
    (to(SIV), to(BO), to(KIM))
}

#[test]
fn finished_notes_are_mailed_once() {
    run(async {
        let (scene, meetup) = after().await;
        scene.app.write(|tx| {
            let row = people::table.filter(people::email.eq(BO));
            Ok(diesel::update(row).set(people::language.eq(Lang::English)).execute(&mut **tx)?)
        });
        scene.propose(&scene.proposal());
        let siv = scene.app.signed_in(SIV).await;
        let address = format!("/meetups/{meetup}/notes");
        assert_eq!(siv.post(&format!("{address}/completion"), &[]).await.status, 404, "nothing is written");
        scene.writes(meetup, scene.siv, 0, "# Frånvaro\n\nVi ringer **samma dag**.");
        scene.promises(meetup, "Skicka mallen", Some(scene.bo_seat), Some("2026-12-01"));
        scene.promises(meetup, "Bjud in rektorerna", Some(scene.siv_seat), None);
        let link = |title: &str, visible_from| NewMaterial {
            title: title.into(),
            url: "https://bilder.example/1".into(),
            visible_from,
        };
        let now = scene.now();
        scene.app.write(|tx| add_material(tx, meetup, &link("Bilderna", None), scene.siv, now));
        let later = Some(now + TimeDelta::days(2));
        scene.app.write(|tx| add_material(tx, meetup, &link("Sedan", later), scene.siv, now));
        let page = siv.get(&address).await;
        assert_eq!(page.first(".next-step h2"), "Är anteckningarna klara?");
        for _ in 0..2 {
            siv.post_and_follow(&format!("{address}/completion"), &[]).await;
            assert_eq!(sent(&scene), (1, 1, 0));
        }
        assert_eq!(siv.get(&address).await.count(".next-step"), 0);
        let mail = scene.app.last_mail_to(SIV).row;
        assert_eq!(mail.subject, "Det här kom vi fram till: Förra träffen");
        let parts = [
            "Det här har du lovat:",
            "* Siv Ek: Bjud in rektorerna",
            "Det här har andra lovat:",
            "* Bo Alm: Skicka mallen (senast 1 december 2026)",
            "Vi ringer samma dag.",
            "* Bilderna",
            "https://bilder.example/1",
            "Första träffen, onsdag 9 december 2026 kl. 13:00–14:30",
            "Var träffen till nytta?",
        ];
        let places: Vec<usize> = parts
            .iter()
            .map(|part| mail.text_body.find(part).unwrap_or_else(|| panic!("{part}: {}", mail.text_body)))
            .collect();
        assert!(places.is_sorted() && !mail.text_body.contains("Sedan"), "{}", mail.text_body);
        assert!(
            mail.html_body.contains("<strong>samma dag</strong>") && mail.html_body.contains("/opinion/")
        );
        let mail = scene.app.last_mail_to(BO).row;
        assert_eq!(mail.subject, "What came of it: Förra träffen");
        assert!(mail.text_body.contains("What you have promised:"), "{}", mail.text_body);
        scene.app.run_jobs().await;
        scene.travel_to(utc(2026, 11, 25, 12, 0));
        hourly(&scene).await;
        assert_eq!(sent(&scene), (1, 1, 0));
    });
}

#[test]
fn notes_finish_by_themselves_the_day_after() {
    run(async {
        let (scene, meetup) = after().await;
        scene.writes(meetup, scene.siv, 0, "ett");
        // Written before a meetup, they wait for it.
        let next = scene.propose(&scene.proposal());
        scene.writes(next, scene.siv, 0, "Att ta upp");
        scene.travel_to(utc(2026, 11, 24, 7, 59));
        hourly(&scene).await;
        assert_eq!(sent(&scene), (0, 0, 0));
        scene.app.travel(TimeDelta::minutes(1));
        for _ in 0..2 {
            hourly(&scene).await;
            assert_eq!(sent(&scene), (1, 1, 0));
        }
        let early = scene.app.signed_in(SIV).await;
        let page = early.get(&format!("/meetups/{next}/notes")).await;
        assert_eq!(page.count("form[action$=completion]"), 0);
        assert_eq!(early.post(&format!("/meetups/{next}/notes/completion"), &[]).await.status, 409);
        scene.travel_to(utc(2026, 12, 10, 7, 0));
        hourly(&scene).await;
        assert_eq!(sent(&scene), (1, 1, 0));
        scene.app.travel(TimeDelta::hours(1));
        hourly(&scene).await;
        assert_eq!(sent(&scene), (2, 2, 0));
    });
}

#[test]
fn nobody_gets_mail_of_what_was_cancelled_or_long_ago() {
    run(async {
        let (scene, meetup) = after().await;
        let mut soon = scene.proposal();
        (soon.starts_at, soon.ends_at) =
            (scene.now() + TimeDelta::hours(1), scene.now() + TimeDelta::hours(2));
        let gone = scene.propose(&soon);
        scene.writes(gone, scene.siv, 0, "ett");
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, gone, "", scene.siv));
        scene.app.travel(TimeDelta::days(40));
        scene.writes(meetup, scene.siv, 0, "Sent");
        scene.app.travel(TimeDelta::days(2));
        hourly(&scene).await;
        assert_eq!(sent(&scene), (0, 0, 0));
        let siv = scene.app.signed_in(SIV).await;
        assert_eq!(siv.get(&format!("/meetups/{gone}/notes")).await.status, 200);
        assert_eq!(siv.get(&format!("/meetups/{gone}/notes/edit")).await.status, 409);
        let _ = Answer::ALL;
    });
}

#[test]
fn opinions_are_given_without_signing_in_and_shown_without_names() {
    run(async {
        let (scene, meetup) = after().await;
        scene.writes(meetup, scene.siv, 0, "ett");
        scene.app.write(|tx| grannskap::notes::finish(tx, &scene.app.app, meetup, scene.siv));
        let link = scene.app.last_mail_to(BO).link("useful=partly");
        let bo = scene.app.client();
        let page = bo.get(&link).await;
        assert_eq!((page.status.as_u16(), page.first("h1")), (200, "Förra träffen".to_owned()));
        assert_eq!(page.attribute("[name=useful][checked]", "value").as_deref(), Some("partly"));
        let siv = scene.app.signed_in(SIV).await;
        let address = format!("/meetups/{meetup}/notes");
        assert!(!siv.get(&address).await.text().contains("Var träffen till nytta?"), "looking says nothing");
        let action = link.split('?').next().unwrap();
        let long = "x".repeat(301);
        for (fields, field) in [
            (vec![], "useful"),
            (vec![("useful", "bra")], "useful"),
            (vec![("useful", "yes"), ("better", long.as_str())], "better"),
        ] {
            let page = bo.post(action, &fields).await;
            assert_eq!(
                (page.status.as_u16(), page.count(&format!(".error-summary a[href='#{field}']"))),
                (422, 1)
            );
        }
        for useful in ["no", "partly", "partly"] {
            let page =
                bo.post_and_follow(action, &[("useful", useful), ("better", "Mer tid för frågor")]).await;
            assert!(page.text().contains("Tack, ditt svar är sparat"), "{}", page.text());
        }
        let said = siv.get(&address).await.text();
        assert!(
            said.contains("Delvis: 1") && said.contains("Nej: 0") && said.contains("Mer tid för frågor"),
            "{said}"
        );
        let kim = scene.app.signed_in(KIM).await;
        let said = kim.get(&address).await.text();
        assert!(said.contains("Delvis: 1") && !said.contains("Mer tid för frågor"), "{said}");
        // Not for another meetup, nor for somebody who has left.
        let other = scene.met_again();
        assert_eq!(bo.get(&action.replace(&meetup.to_string(), &other.to_string())).await.status, 404);
        let now = scene.now();
        scene.app.write(|tx| {
            grannskap::groups::remove_member(tx, &scene.app.app, scene.group, scene.bo_seat, now)
        });
        assert_eq!(bo.get(action).await.status, 404);
        assert_eq!(bo.post(action, &[("useful", "yes")]).await.status, 404);
        scene.app.run_jobs().await;
    });
}

impl Scene {
    fn met_again(&self) -> grannskap::db::types::Id {
        let mut past = self.proposal();
        (past.starts_at, past.ends_at) = (utc(2026, 11, 1, 8, 0), utc(2026, 11, 1, 9, 0));
        self.propose(&past)
    }
}

#[test]
fn members_who_are_signed_in_give_their_opinion_on_the_page_of_the_meetup() {
    run(async {
        let (scene, meetup) = after().await;
        let (bo, address) = (scene.app.signed_in(BO).await, format!("/meetups/{meetup}/opinion"));
        assert_eq!(bo.get(&format!("/meetups/{meetup}")).await.count(&format!("a[href='{address}']")), 1);
        let page = bo.post(&address, &[("useful", "bra")]).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#useful']")), (422, 1));
        for _ in 0..2 {
            let page = bo.post_and_follow(&address, &[("useful", "partly"), ("better", "Mer tid")]).await;
            assert!(page.text().contains("Du har svarat."), "{}", page.text());
            assert_eq!(page.attribute("[name=useful][checked]", "value").as_deref(), Some("partly"));
        }
        let siv = scene.app.signed_in(SIV).await;
        assert!(siv.get(&format!("/meetups/{meetup}/notes")).await.text().contains("Delvis: 1"));
        // Not for coordinators and strangers, and not before.
        scene.app.person("Ola Ros", "ola@other.example").await;
        for email in [KIM, "ola@other.example"] {
            let client = scene.app.signed_in(email).await;
            assert_eq!(client.get(&address).await.status, 404, "{email}");
            assert_eq!(client.post(&address, &[("useful", "yes")]).await.status, 404, "{email}");
        }
        let coming = scene.propose(&scene.proposal());
        assert_eq!(bo.get(&format!("/meetups/{coming}/opinion")).await.status, 404);
        assert_eq!(bo.get(&format!("/meetups/{coming}")).await.count("a[href$='/opinion']"), 0);
        scene.app.run_jobs().await;
    });
}
