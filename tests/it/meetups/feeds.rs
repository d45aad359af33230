//! Calendars to subscribe to: one for each group, reminders, and many meetups.

use chrono::TimeDelta;
use grannskap::accounts::{self, Purpose};
use grannskap::db::types::Id;

use super::{Scene, leave, lines, scene, utc, values};
use crate::support::{Client, run};

impl Scene {
    fn bo(&self) -> Id {
        self.app.read(|db| Ok(accounts::find_by_email(db, "bo@horby.example")?.unwrap().id))
    }

    fn personal_feed(&self) -> String {
        let bo = self.bo();
        let token = self.app.write(|tx| accounts::feed_token(tx, &self.app.app, Purpose::CalendarFeed, bo));
        format!("/feeds/{token}.ics")
    }
}

/// The address on the page of a group's calendar, as a path.
async fn address(client: &Client, path: &str) -> Option<String> {
    let page = client.get(path).await;
    (page.count("code") == 1).then(|| url::Url::parse(&page.first("code")).unwrap().path().to_owned())
}

#[test]
fn a_member_subscribes_to_one_group() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let (client, path) =
            (scene.app.signed_in("bo@horby.example").await, format!("/groups/{}/feed", scene.group));
        assert!(client.get(&format!("/groups/{}", scene.group)).await.body.contains(&path));
        assert_eq!(address(&client, &path).await, None);
        client.post_and_follow(&path, &[]).await;
        let first = address(&client, &path).await.unwrap();
        let anybody = scene.app.client();
        let feed = anybody.get(&first).await;
        assert_eq!(values(&feed.body, "UID"), [format!("{id}@grannskap")]);
        assert!(lines(&feed.body).contains(&"NAME:Träff i Mellersta Skåne".to_owned()), "{}", feed.body);
        assert!(!feed.body.contains("ATTENDEE"));
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, id, "", scene.siv));
        assert_eq!(values(&anybody.get(&first).await.body, "STATUS"), ["CANCELLED"]);
        // A new address ends the old one; ending ends the new one.
        client.post_and_follow(&path, &[]).await;
        let second = address(&client, &path).await.unwrap();
        assert_eq!(
            (anybody.get(&first).await.status.as_u16(), anybody.get(&second).await.status.as_u16()),
            (404, 200)
        );
        client.post_and_follow(&format!("{path}/end"), &[]).await;
        assert_eq!(anybody.get(&second).await.status.as_u16(), 404);
        client.post_and_follow(&path, &[]).await;
        let third = address(&client, &path).await.unwrap();
        // The personal address is another and goes on.
        let personal = scene.personal_feed();
        leave(&scene);
        assert_eq!(
            (anybody.get(&third).await.status.as_u16(), anybody.get(&personal).await.status.as_u16()),
            (404, 200)
        );
        scene.app.person("Ola Ros", "ola@other.example").await;
        for other in ["bo@horby.example", "ola@other.example", "kim@lund.example"] {
            let other = scene.app.signed_in(other).await;
            assert_eq!(other.get(&path).await.status, 404);
            assert_eq!(other.post(&path, &[]).await.status, 404);
            assert_eq!(other.post(&format!("{path}/end"), &[]).await.status, 404);
        }
        scene.app.run_jobs().await;
    });
}

#[test]
fn calendars_remind_as_their_owner_wants() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("bo@horby.example").await;
        let settings = |alarm: &'static str| {
            [
                ("language", "sv"),
                ("time_zone", "Europe/Stockholm"),
                ("digest_frequency", "weekly"),
                ("digest_hour", "7"),
                ("digest_weekday", "1"),
                ("calendar_alarm", alarm),
            ]
        };
        for wrong in ["7", "x", "-60"] {
            let page = client.post("/settings", &settings(wrong)).await;
            assert_eq!(
                (page.status.as_u16(), page.count(".error-summary a[href='#calendar_alarm']")),
                (422, 1)
            );
        }
        let declined = scene.propose(&scene.proposal());
        let feed = scene.personal_feed();
        assert!(!client.get(&feed).await.body.contains("VALARM"));
        client.post_and_follow("/settings", &settings("1440")).await;
        assert_eq!(client.get("/settings").await.first("#calendar_alarm option[selected]"), "1 dygn före");
        let ics = lines(&client.get(&feed).await.body);
        assert!(ics.contains(&"TRIGGER:-PT1440M".to_owned()), "{ics:?}");
        let group = format!("/groups/{}/feed", scene.group);
        client.post_and_follow(&group, &[]).await;
        let group = address(&client, &group).await.unwrap();
        assert!(!client.get(&group).await.body.contains("VALARM"));
        // Invitations to Bo remind, those to Siv do not, and no cancellation does.
        let mut other = scene.proposal();
        other.title = "En annan".into();
        let id = scene.propose(&other);
        let sent = |email: &str| scene.app.last_mail_to(email).row.calendar.unwrap().contains("VALARM");
        assert!(sent("bo@horby.example") && !sent("siv@hoor.example"));
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, id, "", scene.siv));
        assert!(!sent("bo@horby.example"));
        client.post_and_follow(&format!("/meetups/{declined}/answers"), &[("answer", "no")]).await;
        assert!(!client.get(&feed).await.body.contains("VALARM"));
        scene.app.run_jobs().await;
    });
}

#[test]
fn five_hundred_meetups_take_as_many_queries_as_one() {
    run(async {
        let mut scene = scene().await;
        scene.propose(&scene.proposal());
        let (feed, client) = (scene.personal_feed(), scene.app.client());
        client.get(&feed).await;
        let before = scene.app.queries();
        assert_eq!(client.get(&feed).await.status, 200);
        let one = scene.app.queries() - before;
        scene.app.write(|tx| {
            for day in 1..500 {
                let mut new = scene.proposal();
                new.starts_at = utc(2024, 1, 1, 12, 0) + TimeDelta::days(day);
                new.ends_at = new.starts_at + TimeDelta::hours(1);
                grannskap::meetups::create(tx, &scene.app.app, &new, scene.siv)?;
            }
            Ok(())
        });
        let before = scene.app.queries();
        let page = client.get(&feed).await;
        assert_eq!(scene.app.queries() - before, one);
        assert_eq!(values(&page.body, "UID").len(), 500);
        assert_eq!(page.body.matches("BEGIN:VTIMEZONE").count(), 1);
        scene.app.forgive_leftovers();
    });
}
