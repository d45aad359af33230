//! Changing and cancelling one meetup of a series, or it and the later ones.

use chrono::TimeDelta;
use grannskap::db::types::Timestamp;

use super::series::{EVERY_THIRD_WEEK, propose};
use super::{Scene, form_with, scene, utc, values};
use crate::support::run;

fn starts(scene: &Scene) -> Vec<Timestamp> {
    scene.series().iter().map(|meetup| meetup.starts_at).collect()
}

fn revisions(scene: &Scene) -> Vec<i32> {
    scene.series().iter().map(|meetup| meetup.revision).collect()
}

#[test]
fn this_one_or_this_and_later() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        propose(&scene, &client, &EVERY_THIRD_WEEK).await;
        let ids: Vec<_> = scene.series().iter().map(|meetup| meetup.id).collect();
        let page = client.get(&format!("/meetups/{}/edit", ids[2])).await;
        assert_eq!(page.all(".choices label"), ["Bara den här träffen", "Den här och de 4 senare i serien"]);
        assert_eq!(client.get(&format!("/meetups/{}/edit", ids[6])).await.count("[name=scope]"), 0);

        // The fifth gets a place and hours of its own. Nobody was invited to it: the mail that says so does.
        let own = [
            ("date", "2027-03-03"),
            ("starts", "09:00"),
            ("ends", "10:00"),
            ("place", "Hörby"),
            ("scope", "one"),
        ];
        client.post_and_follow(&format!("/meetups/{}", ids[4]), &form_with(&own)).await;
        assert_eq!(revisions(&scene), [0, 0, 0, 0, 1, 0, 0]);
        let mail = scene.app.last_mail_to("bo@horby.example").row;
        assert_eq!(values(&mail.calendar.unwrap(), "UID"), [format!("{}@grannskap", ids[4])]);
        assert!(!scene.series()[4].held_back);

        // The third, on 20 January, and the later ones: a day later, an hour later, elsewhere.
        let before = scene.app.mails_to("bo@horby.example").len();
        let later = [
            ("date", "2027-01-21"),
            ("starts", "14:00"),
            ("ends", "15:30"),
            ("place", "Eslöv"),
            ("title", "Vårens träff"),
            ("scope", "later"),
        ];
        for _ in 0..2 {
            client.post_and_follow(&format!("/meetups/{}", ids[2]), &form_with(&later)).await;
        }
        let moved = [
            utc(2026, 12, 9, 12, 0),
            utc(2026, 12, 30, 12, 0),
            utc(2027, 1, 21, 13, 0),
            utc(2027, 2, 11, 13, 0),
            utc(2027, 3, 4, 8, 0),
            utc(2027, 3, 25, 13, 0),
            utc(2027, 4, 15, 12, 0),
        ];
        assert_eq!(starts(&scene), moved);
        assert_eq!(revisions(&scene), [0, 0, 1, 1, 2, 1, 1]);
        let places: Vec<_> = scene.series().into_iter().map(|meetup| meetup.place).collect();
        let here = "Kommunhuset i Höör";
        assert_eq!(places, [here, here, "Eslöv", "Eslöv", "Hörby", "Eslöv", "Eslöv"]);
        assert!(scene.series()[2..].iter().all(|meetup| meetup.title == "Vårens träff"));
        // One mail for all, and one for the one that calendars know already.
        let mails = scene.app.mails_to("bo@horby.example").split_off(before);
        assert_eq!(mails.len(), 2);
        let first = &mails[0];
        assert_eq!(first.row.subject, "Ändrat: Vårens träff");
        assert!(
            first.row.text_body.contains("* torsdag 15 april 2027 kl. 14:00–15:30"),
            "{}",
            first.row.text_body
        );
        assert!(first.row.text_body.contains("har blivit Eslöv"));
        let calendar = |n: usize| mails[n].row.calendar.clone().unwrap();
        assert_eq!(values(&calendar(0), "UID"), [format!("{}@grannskap", ids[2])]);
        assert_eq!(values(&calendar(0), "SEQUENCE"), ["1"]);
        assert_eq!(values(&calendar(1), "UID"), [format!("{}@grannskap", ids[4])]);
        assert_eq!(values(&calendar(1), "SEQUENCE"), ["2"]);
        // Those who were not invited are still not.
        let held: Vec<_> = scene.series().iter().map(|meetup| meetup.held_back).collect();
        assert_eq!(held, [false, true, false, true, false, true, true]);
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_change_that_later_ones_cannot_follow_changes_nothing() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        // Sundays; clocks are set forward on 28 March 2027.
        let sundays = [("date", "2027-01-31"), ("repeats", "weeks"), ("every", "4"), ("until", "2027-04-30")];
        propose(&scene, &client, &sundays).await;
        let (before, id) = (starts(&scene), scene.series()[0].id);
        let night = [("date", "2027-01-31"), ("starts", "02:30"), ("ends", "03:30"), ("scope", "later")];
        let page = client.post(&format!("/meetups/{id}"), &form_with(&night)).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#starts']")), (422, 1));
        assert_eq!(page.count("[name=scope][value=later][checked]"), 1);
        assert_eq!(starts(&scene), before);
        // The number of places follows, as long as those who have said yes have one.
        let last = scene.series()[2].id;
        for client in [&client, &scene.app.signed_in("bo@horby.example").await] {
            client
                .post_and_follow(&format!("/meetups/{last}/answers"), &[("answer", "yes"), ("series", "1")])
                .await;
        }
        let few = form_with(&[("date", "2027-01-31"), ("capacity", "2"), ("scope", "later")]);
        client.post_and_follow(&format!("/meetups/{id}"), &few).await;
        assert!(scene.series().iter().all(|meetup| meetup.capacity == Some(2)));
        let kept = form_with(&[("date", "2027-01-31"), ("capacity", "2"), ("scope", "later"), ("title", "")]);
        assert_eq!(client.post(&format!("/meetups/{id}"), &kept).await.status, 422);
        scene.app.run_jobs().await;
    });
}

#[test]
fn a_series_ends_early_in_one_mail() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        propose(&scene, &client, &EVERY_THIRD_WEEK).await;
        let ids: Vec<_> = scene.series().iter().map(|meetup| meetup.id).collect();
        let path = format!("/meetups/{}/cancellation", ids[4]);
        assert_eq!(client.get(&format!("{path}/new")).await.count("[name=scope]"), 2);
        let long = "x".repeat(501);
        let page = client.post(&path, &[("why", &long), ("scope", "later")]).await;
        assert_eq!((page.status.as_u16(), page.count("[name=scope][value=later][checked]")), (422, 1));
        for _ in 0..2 {
            client.post_and_follow(&path, &[("why", "Terminen tar slut"), ("scope", "later")]).await;
        }
        let cancelled: Vec<_> = scene.series().iter().map(|meetup| meetup.is_cancelled()).collect();
        assert_eq!(cancelled, [false, false, false, false, true, true, true]);
        assert_eq!(revisions(&scene), [0, 0, 0, 0, 1, 1, 1]);
        for id in &ids[4..] {
            assert_eq!(
                client.get(&format!("/meetups/{id}")).await.first(".notice p"),
                "Inställd: Terminen tar slut"
            );
        }
        assert_eq!(scene.kinds("bo@horby.example"), ["meetup_invitation", "meetup_cancellation"]);
        let mail = scene.app.last_mail_to("bo@horby.example").row;
        // No calendar program knows of them yet.
        let marked = "markeras som inställd i din kalender";
        assert_eq!((mail.calendar, mail.text_body.contains(marked)), (None, false));
        assert!(mail.text_body.contains("* onsdag 14 april 2027 kl. 13:00–14:30"), "{}", mail.text_body);
        assert!(mail.text_body.contains("Terminen tar slut"));
        // The first is known; then all that is left ends.
        client.post_and_follow(&format!("/meetups/{}/cancellation", ids[0]), &[("scope", "later")]).await;
        assert!(scene.series().iter().all(|meetup| meetup.is_cancelled()));
        let mail = scene.app.last_mail_to("bo@horby.example").row;
        assert_eq!(values(&mail.calendar.unwrap(), "STATUS"), ["CANCELLED"]);
        assert!(mail.text_body.contains(marked));
        scene.invite().await;
        assert_eq!(scene.kinds("bo@horby.example").len(), 3);
    });
}

#[test]
fn a_meetup_of_a_series_may_be_moved_within_two_years() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        propose(&scene, &client, &[("repeats", "weeks"), ("every", "12"), ("until", "2028-11-20")]).await;
        let last = scene.series().pop().unwrap();
        assert!(last.starts_at > scene.app.app.clock.now() + TimeDelta::days(600));
        let path = format!("/meetups/{}", last.id);
        client.post_and_follow(&path, &form_with(&[("date", "2028-11-15")])).await;
        assert_eq!(scene.meetup(last.id).starts_at, utc(2028, 11, 15, 12, 0));
        let page = client.post(&path, &form_with(&[("date", "2029-11-15")])).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#date']")), (422, 1));
        scene.app.run_jobs().await;
    });
}
