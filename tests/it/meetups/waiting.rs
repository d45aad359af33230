//! The line for a place at a meetup that is full.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::answers;
use grannskap::db::types::Id;
use grannskap::groups;
use grannskap::meetups::{Answer, Given, RemindMeetups, answer};
use grannskap::seats::{self, Level, NewSeat};

use super::{Scene, form_with, scene, utc, values};
use crate::support::run;

/// Siv and Bo take the two places of a meetup; Eva and Ola are in the group too.
pub(super) async fn full() -> (Scene, Id, [Id; 2]) {
    let scene = scene().await;
    let (app, now) = (&scene.app, scene.app.app.clock.now());
    let mut more = Vec::new();
    for (name, email) in [("Eva Sten", "eva@eslov.example"), ("Ola Ros", "ola@lund.example")] {
        let person_id = app.person(name, email).await;
        let new = NewSeat {
            organiser_code: "1285".into(),
            role: "Rektor".into(),
            level: Level::Principal,
            person_id,
            held_from: now.0.date(),
        };
        more.push(app.write(|tx| {
            let seat = seats::create(tx, &new, now)?;
            groups::add_member(tx, scene.group, seat, "", now)?;
            Ok(seat)
        }));
    }
    let id = scene.propose(&grannskap::meetups::NewMeetup { capacity: Some(2), ..scene.proposal() });
    for seat in [scene.siv_seat, scene.bo_seat] {
        say(&scene, id, seat, Answer::Yes);
    }
    (scene, id, [more[0], more[1]])
}

pub(super) fn say(scene: &Scene, meetup: Id, seat: Id, given: impl Into<Given>) {
    let now = scene.app.app.clock.now();
    scene.app.write(|tx| answer(tx, &scene.app.app, meetup, seat, given, scene.siv, now));
}

pub(super) fn said(scene: &Scene, meetup: Id, seat: Id) -> Option<(Answer, Option<i32>)> {
    let row = answers::table.find((meetup, seat)).select((answers::answer, answers::waiting));
    scene.app.read(|db| Ok(row.first(db).optional()?))
}

pub(super) fn kinds(scene: &Scene, email: &str) -> Vec<String> {
    scene.app.mails_to(email).into_iter().map(|mail| mail.row.kind).collect()
}

#[test]
fn who_says_yes_to_a_full_meetup_waits_for_a_place() {
    run(async {
        let (scene, id, [eva_seat, ola_seat]) = full().await;
        let page = format!("/meetups/{id}");
        let eva = scene.app.signed_in("eva@eslov.example").await;
        let shown = eva.get(&page).await;
        assert_eq!(shown.first(".answers button[value=yes]"), "Ja, ställ mig på väntelistan");
        assert!(shown.text().contains("Träffen är full."));
        // Sent twice, it is one place in the line.
        for _ in 0..2 {
            let shown = eva.post_and_follow(&format!("{page}/answers"), &[("answer", "yes")]).await;
            assert!(shown.text().contains("Du står på väntelistan, som nummer 1."), "{}", shown.text());
            assert_eq!(shown.attribute("[aria-pressed=true]", "value").as_deref(), Some("yes"));
        }
        let client = scene.app.client();
        let link = scene.app.last_mail_to("ola@lund.example").link("answer=yes");
        assert_eq!(client.get(&link).await.first("form button.button"), "Ja, ställ mig på väntelistan");
        let path = link.split('?').next().unwrap();
        let shown = client.post_and_follow(path, &[("answer", "yes")]).await;
        assert!(shown.text().contains("Du står på väntelistan, som nummer 2."), "{}", shown.text());
        let shown = eva.get(&page).await.text();
        let waiting = shown.split("På väntelistan (2)").nth(1).unwrap();
        assert!(waiting.contains("1. Eva Sten") && waiting.contains("2. Ola Ros"), "{waiting}");
        assert!(shown.contains("Kommer (2)"), "{shown}");
        assert!(eva.get("/meetups").await.text().contains("Du står på väntelistan."));
        assert!(eva.get("/dashboard").await.text().contains("du står på väntelistan"));

        // Who has a place keeps it, saying yes again.
        say(&scene, id, scene.bo_seat, Answer::Yes);
        assert_eq!(said(&scene, id, scene.bo_seat), Some((Answer::Yes, None)));
        // Bo gives his up: it is Eva's. He comes back behind Ola.
        say(&scene, id, scene.bo_seat, Answer::Maybe);
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Yes, None)));
        let mail = scene.app.last_mail_to("eva@eslov.example").row;
        assert_eq!(mail.subject, "Du har fått en plats: Första träffen");
        assert!(mail.text_body.contains("går platsen till nästa"), "{}", mail.text_body);
        assert!(mail.calendar.as_deref().unwrap().replace("\r\n ", "").contains("PARTSTAT=ACCEPTED"));
        say(&scene, id, scene.bo_seat, Answer::Yes);
        assert_eq!(said(&scene, id, ola_seat), Some((Answer::Maybe, Some(2))));
        assert_eq!(said(&scene, id, scene.bo_seat), Some((Answer::Maybe, Some(3))));
        // Who leaves the line is passed by those behind.
        say(&scene, id, ola_seat, Answer::No);
        say(&scene, id, eva_seat, Answer::No);
        assert_eq!(said(&scene, id, scene.bo_seat), Some((Answer::Yes, None)));
        assert_eq!(kinds(&scene, "ola@lund.example"), ["meetup_invitation"]);
        // A place that was given up and got again is told of again.
        say(&scene, id, eva_seat, Answer::Yes);
        say(&scene, id, scene.siv_seat, Answer::No);
        assert_eq!(kinds(&scene, "eva@eslov.example"), ["meetup_invitation", "meetup_place", "meetup_place"]);
        scene.app.run_jobs().await;
    });
}

#[test]
fn leaving_the_group_leaves_the_place() {
    run(async {
        let (scene, id, [eva_seat, ola_seat]) = full().await;
        say(&scene, id, eva_seat, Answer::Yes);
        say(&scene, id, ola_seat, Answer::Yes);
        let now = scene.app.app.clock.now();
        let leave = |seat| {
            scene.app.write(|tx| groups::remove_member(tx, &scene.app.app, scene.group, seat, now));
        };
        // Out of the line, and out of a place.
        leave(eva_seat);
        assert_eq!(said(&scene, id, ola_seat), Some((Answer::Maybe, Some(2))));
        leave(scene.siv_seat);
        assert_eq!(said(&scene, id, ola_seat), Some((Answer::Yes, None)));
        assert_eq!(kinds(&scene, "ola@lund.example"), ["meetup_invitation", "meetup_place"]);
        assert_eq!(kinds(&scene, "eva@eslov.example"), ["meetup_invitation"]);
        // Who returns has not kept it.
        scene.app.write(|tx| groups::add_member(tx, scene.group, scene.siv_seat, "", now));
        assert_eq!(said(&scene, id, scene.siv_seat), None);
        say(&scene, id, scene.siv_seat, Answer::Yes);
        assert_eq!(said(&scene, id, scene.siv_seat), Some((Answer::Maybe, Some(1))));
        scene.app.run_jobs().await;
    });
}

#[test]
fn more_places_go_to_those_who_wait_and_fewer_than_taken_are_refused() {
    run(async {
        let (scene, id, [eva_seat, ola_seat]) = full().await;
        say(&scene, id, eva_seat, Answer::Yes);
        say(&scene, id, ola_seat, Answer::Yes);
        let (client, page) = (scene.app.signed_in("siv@hoor.example").await, format!("/meetups/{id}"));
        client.post_and_follow(&page, &form_with(&[("place", "Höör"), ("capacity", "3")])).await;
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Yes, None)));
        assert_eq!(said(&scene, id, ola_seat), Some((Answer::Maybe, Some(2))));
        // One mail, that says both; the calendar of who waits is not told that they come.
        assert_eq!(kinds(&scene, "eva@eslov.example"), ["meetup_invitation", "meetup_update"]);
        let [eva, ola] = ["eva@eslov.example", "ola@lund.example"].map(|to| scene.app.last_mail_to(to).row);
        assert!(eva.text_body.contains("* En plats har blivit ledig"), "{}", eva.text_body);
        assert!(!ola.text_body.contains("En plats har blivit ledig"));
        let told = |ics: Option<String>| ics.unwrap().replace("\r\n ", "");
        assert!(told(eva.calendar).contains("PARTSTAT=ACCEPTED"));
        assert_eq!(values(ola.calendar.as_deref().unwrap(), "SEQUENCE"), ["1"]);
        assert!(told(ola.calendar).contains("PARTSTAT=TENTATIVE"));

        for (capacity, why) in [("2", "Fler än så har redan svarat ja."), ("1", "")] {
            let form = form_with(&[("place", "Höör"), ("capacity", capacity)]);
            let shown = client.post(&page, &form).await;
            assert_eq!((shown.status.as_u16(), shown.count(".error-summary a[href='#capacity']")), (422, 1));
            assert!(shown.text().contains(why), "{}", shown.text());
        }
        // Room for everybody.
        client.post_and_follow(&page, &form_with(&[("place", "Höör")])).await;
        assert_eq!(said(&scene, id, ola_seat), Some((Answer::Yes, None)));
        scene.app.run_jobs().await;
    });
}

#[test]
fn who_waits_is_reminded_that_they_wait() {
    run(async {
        let (scene, id, [eva_seat, _]) = full().await;
        say(&scene, id, eva_seat, Answer::Yes);
        scene.app.run_jobs().await;
        scene.app.travel(utc(2026, 12, 8, 12, 0).utc() - scene.app.app.clock.now().utc());
        scene.app.write(|tx| {
            use grannskap::db::schema::people;
            let eva = people::table.filter(people::email.eq("eva@eslov.example"));
            Ok(diesel::update(eva)
                .set(people::language.eq(grannskap::i18n::Lang::English))
                .execute(&mut **tx)?)
        });
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| grannskap::jobs::enqueue(tx, &RemindMeetups {}, None, now));
        scene.app.run_jobs().await;
        let mail = scene.app.last_mail_to("eva@eslov.example").row;
        assert!(mail.text_body.contains("You are on the waiting list."), "{}", mail.text_body);
        assert!(!mail.text_body.contains("You have answered"), "{}", mail.text_body);
        // When it is over, nothing moves.
        scene.app.travel(TimeDelta::days(2));
        let app = &scene.app;
        let late = app.app.clock.now();
        app.write(|tx| groups::remove_member(tx, &app.app, scene.group, scene.bo_seat, late));
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Maybe, Some(1))));
        scene.app.run_jobs().await;
    });
}
