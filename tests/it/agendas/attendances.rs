//! Who came, with one tap each.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::agendas::{came_to, note};
use grannskap::db::schema::people;

use super::{BO, KIM, SIV};
use crate::meetups::{leave, scene};
use crate::support::run;

#[test]
fn who_came_is_noted_from_the_beginning_on() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let path = format!("/meetups/{id}/attendances");
        let (mine, his) = (scene.siv_seat.to_string(), scene.bo_seat.to_string());
        let early = scene.app.signed_in(SIV).await;
        let page = early.get(&path).await;
        assert!(page.text().contains("när träffen har börjat"), "{}", page.text());
        let long = "x".repeat(201);
        let guests = format!("/meetups/{id}/guests");
        for (path, field, value) in [(&path, "seat", &mine), (&guests, "guests", &long)] {
            let page = early.post(path, &[(field, value)]).await;
            assert_eq!(page.status, 409);
            assert!(page.first("[role=alert]").contains("Träffen har inte börjat"));
        }
        let day = scene.proposal().starts_at.0 - scene.app.app.clock.now().0;
        scene.app.travel(day + TimeDelta::minutes(5));
        let (siv, kim) = (scene.app.signed_in(SIV).await, scene.app.signed_in(KIM).await);
        // Oneself and another, twice; also by the coordinator.
        for _ in 0..2 {
            let page = siv.post_and_follow(&path, &[("seat", &mine)]).await;
            assert_eq!(page.count("[aria-pressed=true]"), 1);
        }
        assert_eq!(kim.post_and_follow(&path, &[("seat", &his)]).await.count("[aria-pressed=true]"), 2);
        for _ in 0..2 {
            let page = kim.post_and_follow(&format!("{path}/{his}/end"), &[]).await;
            assert_eq!(page.count("[aria-pressed=true]"), 1);
        }
        assert_eq!(siv.post(&path, &[("seat", "x")]).await.status, 400);
        let outside = grannskap::clock::new_id().to_string();
        assert_eq!(siv.post(&path, &[("seat", &outside)]).await.status, 404);
        // Guests by number or by name.
        let meetup = format!("/meetups/{id}");
        let page = siv.post(&guests, &[("guests", &long)]).await;
        assert_eq!((page.status.as_u16(), page.attribute("#guests", "value")), (422, Some(long)));
        for (typed, said) in [("2", "Dessutom 2 gäster."), ("Åsa Lind", "Gäster: Åsa Lind")] {
            siv.post_and_follow(&guests, &[("guests", typed)]).await;
            assert!(siv.get(&meetup).await.first("#attendances").contains(said));
        }
        // The meetup shows it when it is over, and the page is still there.
        scene.app.travel(TimeDelta::days(1));
        let siv = scene.app.signed_in(SIV).await;
        let page = siv.get(&meetup).await;
        assert_eq!(page.all("#attendances .name"), ["Siv Ek"]);
        siv.post_and_follow(&path, &[("seat", &his)]).await;
        assert_eq!(siv.get(&meetup).await.all("#attendances .name"), ["Bo Alm", "Siv Ek"]);
        scene.app.run_jobs().await;
    });
}

#[test]
fn who_came_is_the_person_whoever_has_the_seat_now() {
    run(async {
        let scene = scene().await;
        let mut new = scene.proposal();
        let now = scene.app.app.clock.now();
        (new.starts_at, new.ends_at) = (now - TimeDelta::hours(2), now - TimeDelta::hours(1));
        let id = scene.propose(&new);
        let siv = scene.app.signed_in(SIV).await;
        let path = format!("/meetups/{id}");
        let before = scene.app.queries();
        let page = siv.get(&path).await;
        let asked = scene.app.queries() - before;
        assert!(page.first("#attendances").contains("Ingen har noterat vilka som kom."));
        scene.app.write(|tx| note(tx, id, scene.bo_seat, scene.siv, now));
        scene.hand_over().await;
        let before = scene.app.queries();
        assert_eq!(siv.get(&path).await.all("#attendances .name"), ["Bo Alm"]);
        assert_eq!(scene.app.queries() - before, asked + 1);
        // Also when the seat has left the group; but nobody with protected personal data is named.
        leave(&scene);
        assert_eq!(siv.get(&path).await.all("#attendances .name"), ["Bo Alm"]);
        scene.app.write(|tx| {
            let row = people::table.filter(people::email.eq(BO));
            Ok(diesel::update(row).set(people::protected.eq(true)).execute(&mut **tx)?)
        });
        let page = siv.get(&path).await;
        assert!(!page.body.contains("Bo Alm"));
        assert_eq!(scene.app.read(|db| came_to(db, id))[0].name, None);
    });
}

#[test]
fn nobody_came_to_what_was_cancelled() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, id, "", scene.siv));
        scene.app.travel(TimeDelta::days(30));
        let siv = scene.app.signed_in(SIV).await;
        let path = format!("/meetups/{id}/attendances");
        assert!(siv.get(&path).await.text().contains("Träffen är inställd"));
        assert_eq!(siv.post(&path, &[("seat", &scene.siv_seat.to_string())]).await.status, 409);
        assert_eq!(siv.get(&format!("/meetups/{id}")).await.count("#attendances"), 0);
        scene.app.run_jobs().await;
    });
}
