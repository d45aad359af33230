//! Meetups in a room and online at once, and the municipality of a place.

use diesel::prelude::*;
use grannskap::db::schema::{answers, people};
use grannskap::db::types::Id;
use grannskap::i18n::Lang;
use grannskap::meetups::{Answer, Given, NewMeetup, update};

use super::waiting::{full, kinds, said, say};
use super::{Scene, form_with, scene, values};
use crate::support::run;

const LINK: &str = "https://meet.example/grannar";

/// Siv and Bo take the two places in the room; Eva and Ola are in the group too.
async fn full_room() -> (Scene, Id, [Id; 2]) {
    let (scene, id, others) = full().await;
    let ola = people::table.filter(people::email.eq("ola@lund.example"));
    let english = people::language.eq(Lang::English);
    scene.app.write(|tx| Ok(diesel::update(ola).set(english).execute(&mut **tx)?));
    change(&scene, id, |new| new.link = LINK.into());
    (scene, id, others)
}

fn change(scene: &Scene, id: Id, change: impl Fn(&mut NewMeetup)) {
    let meetup = scene.meetup(id);
    let mut new = NewMeetup {
        place: meetup.place.clone(),
        link: meetup.link.clone(),
        capacity: meetup.capacity,
        ..scene.proposal()
    };
    change(&mut new);
    scene.app.write(|tx| update(tx, &scene.app.app, id, &new).map(drop));
}

fn online(scene: &Scene, id: Id) -> Vec<Id> {
    let rows = answers::table.filter(answers::meetup_id.eq(id)).filter(answers::online.eq(true));
    scene.app.read(|db| Ok(rows.order(answers::seat_id).select(answers::seat_id).load(db)?))
}

#[test]
fn places_are_those_in_the_room_and_online_there_is_always_one() {
    run(async {
        let (scene, id, [eva_seat, ola_seat]) = full_room().await;
        let page = format!("/meetups/{id}");
        let eva = scene.app.signed_in("eva@eslov.example").await;
        let shown = eva.get(&page).await;
        let buttons = ["På plats, ställ mig på väntelistan", "Ja, på nätet", "Kanske", "Nej, jag kan inte"];
        assert_eq!(shown.all(".answers button"), buttons);
        assert!(shown.text().contains("I rummet finns plats för 2."), "{}", shown.text());
        assert!(shown.text().contains("Rummet är fullt. På nätet finns alltid plats."));
        for _ in 0..2 {
            let shown = eva.post_and_follow(&format!("{page}/answers"), &[("answer", "online")]).await;
            assert!(shown.text().contains("Du har svarat: Ja, på nätet."), "{}", shown.text());
            assert_eq!(shown.attribute("[aria-pressed=true]", "value").as_deref(), Some("online"));
            let text = shown.text();
            assert!(text.contains("Kommer, på plats (2)") && text.contains("Är med på nätet (1)"), "{text}");
        }
        assert!(eva.get("/meetups").await.text().contains("Du har svarat: Ja, på nätet."));

        // By the link in the mail; a click alone answers nothing.
        let client = scene.app.client();
        let mail = scene.app.last_mail_to("ola@lund.example");
        assert!(
            mail.row.text_body.contains("Yes, in the room:") && mail.row.html_body.contains("Yes, online")
        );
        let link = mail.link("answer=online");
        assert_eq!(client.get(&link).await.first("form button.button"), "Yes, online");
        assert_eq!(said(&scene, id, ola_seat), None);
        client.post_and_follow(link.split('?').next().unwrap(), &[("answer", "online")]).await;
        assert_eq!((said(&scene, id, ola_seat), online(&scene, id).len()), (Some((Answer::Yes, None)), 2));

        // Who would rather come gets in line, and who goes online makes a place free.
        say(&scene, id, eva_seat, Given::Yes);
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Maybe, Some(1))));
        say(&scene, id, scene.bo_seat, Given::Online);
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Yes, None)));
        let mut both = [ola_seat, scene.bo_seat];
        both.sort();
        assert_eq!(online(&scene, id), both);
        assert_eq!(
            scene.app.last_mail_to("eva@eslov.example").row.subject,
            "Du har fått en plats: Första träffen"
        );
        scene.app.run_jobs().await;
    });
}

#[test]
fn calendars_have_the_room_as_the_place_and_the_link_beside_it() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&NewMeetup { link: LINK.into(), ..scene.proposal() });
        let bo = scene.app.signed_in("bo@horby.example").await;
        let file = bo.get(&format!("/meetups/{id}/calendar")).await.body;
        for ics in [file, scene.app.last_mail_to("bo@horby.example").row.calendar.unwrap()] {
            assert_eq!(values(&ics, "LOCATION"), ["Höör"]);
            assert_eq!(values(&ics, "CONFERENCE"), [LINK]);
            assert!(values(&ics, "DESCRIPTION")[0].contains(LINK), "{ics}");
        }
        scene.app.run_jobs().await;
    });
}

#[test]
fn when_the_link_goes_who_was_online_answers_again() {
    run(async {
        let (scene, id, [eva_seat, _]) = full_room().await;
        say(&scene, id, eva_seat, Given::Online);
        change(&scene, id, |new| new.link.clear());
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Maybe, None)));
        assert_eq!(said(&scene, id, scene.bo_seat), Some((Answer::Yes, None)));
        let [eva, bo] = ["eva@eslov.example", "bo@horby.example"].map(|to| scene.app.last_mail_to(to).row);
        assert!(eva.text_body.contains("* Du hade svarat att du är med på nätet"), "{}", eva.text_body);
        assert!(!bo.text_body.contains("Du hade svarat att"));
        // A page from before cannot answer what is gone.
        let client = scene.app.signed_in("eva@eslov.example").await;
        let shown = client.post(&format!("/meetups/{id}/answers"), &[("answer", "online")]).await;
        assert_eq!(shown.status, 409);
        assert!(shown.text().contains("Träffen är inte på nätet längre."), "{}", shown.text());
        assert_eq!(shown.all(".answers button").len(), 3);
        assert!(online(&scene, id).is_empty());
        scene.app.run_jobs().await;
    });
}

#[test]
fn when_the_room_goes_everybody_stays_if_there_are_places() {
    run(async {
        let (scene, id, [eva_seat, _]) = full_room().await;
        say(&scene, id, eva_seat, Given::Online);
        let (client, page) = (scene.app.signed_in("siv@hoor.example").await, format!("/meetups/{id}"));
        let form = |capacity| form_with(&[("place", ""), ("link", LINK), ("capacity", capacity)]);
        // Three have said yes; the number now counts all of them.
        let shown = client.post(&page, &form("2")).await;
        assert_eq!((shown.status.as_u16(), shown.count(".error-summary a[href='#capacity']")), (422, 1));
        assert_eq!(online(&scene, id), [eva_seat]);
        client.post_and_follow(&page, &form("3")).await;
        assert_eq!((said(&scene, id, eva_seat), online(&scene, id)), (Some((Answer::Yes, None)), vec![]));
        // To a meetup that is online only, online is a plain yes.
        say(&scene, id, scene.bo_seat, Given::Online);
        assert_eq!(
            (said(&scene, id, scene.bo_seat), online(&scene, id)),
            (Some((Answer::Yes, None)), vec![])
        );
        scene.app.run_jobs().await;
    });
}

#[test]
fn when_a_room_comes_nobody_is_put_into_it() {
    run(async {
        let (scene, id, [eva_seat, ola_seat]) = full().await;
        change(&scene, id, |new| (new.place, new.link) = (String::new(), LINK.into()));
        say(&scene, id, eva_seat, Given::Yes);
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Maybe, Some(1))));
        change(&scene, id, |new| new.place = "Höör".into());
        assert_eq!(said(&scene, id, eva_seat), Some((Answer::Yes, None)));
        assert_eq!(online(&scene, id).len(), 3);
        let eva = scene.app.last_mail_to("eva@eslov.example").row;
        assert!(eva.text_body.contains("* Träffen är nu både på plats och på nätet"), "{}", eva.text_body);
        assert_eq!(kinds(&scene, "eva@eslov.example").last().unwrap(), "meetup_update");
        // The room is empty.
        say(&scene, id, ola_seat, Given::Yes);
        assert_eq!(said(&scene, id, ola_seat), Some((Answer::Yes, None)));
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_place_is_in_a_municipality() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let address = format!("/groups/{}/meetups", scene.group);
        let form = client.get(&format!("{address}/new?municipality=1266")).await;
        assert_eq!(form.first("option[selected]"), "Hörby");
        // Those of the group come first.
        let options = form.all("#municipality option");
        assert_eq!(
            (options.len(), &options[..3]),
            (291, &["Ingen vald", "Hörby", "Höör"].map(String::from)[..])
        );
        let wrong = client.post(&address, &form_with(&[("municipality", "9999")])).await;
        assert_eq!((wrong.status.as_u16(), wrong.count(".error-summary a[href='#municipality']")), (422, 1));
        let typed = [("place", "Rådhuset"), ("municipality", "1266")];
        let shown = client.post_and_follow(&address, &form_with(&typed)).await;
        assert!(shown.text().contains("Rådhuset, Hörby"), "{}", shown.text());
        let id = scene.meetups()[0].id;
        let edit = format!("/meetups/{id}/edit");
        assert_eq!(client.get(&edit).await.first("option[selected]"), "Hörby");
        // Chosen anew, the words follow; the change is told as one of the place.
        let typed = [("place", "Rådhuset, Hörby"), ("municipality", "1267")];
        client.post_and_follow(&format!("/meetups/{id}"), &form_with(&typed)).await;
        let meetup = scene.meetup(id);
        assert_eq!((meetup.place.as_str(), meetup.municipality.as_deref()), ("Rådhuset, Höör", Some("1267")));
        let told = scene.app.last_mail_to("bo@horby.example").row.text_body;
        assert!(told.contains("Rådhuset, Hörby har blivit Rådhuset, Höör"), "{told}");
        // A municipality alone is a place.
        let alone = form_with(&[("title", "Andra"), ("place", ""), ("municipality", "1285")]);
        assert!(client.post_and_follow(&address, &alone).await.text().contains("Eslöv"));
        scene.app.run_jobs().await;
    });
}
