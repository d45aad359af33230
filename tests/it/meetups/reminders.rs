//! One reminder a seat and distance: the day before, where nothing else was chosen.

use chrono::TimeDelta;
use grannskap::meetups::{Answer, RemindMeetups, answer};

use super::{Scene, scene, utc};
use crate::support::run;

async fn remind(scene: &Scene) {
    let now = scene.app.app.clock.now();
    scene.app.write(|tx| grannskap::jobs::enqueue(tx, &RemindMeetups {}, None, now));
    scene.app.run_jobs().await;
}

fn reminders(scene: &Scene, email: &str) -> usize {
    scene.app.mails_to(email).iter().filter(|mail| mail.row.kind == "meetup_reminder").count()
}

#[test]
fn those_who_may_come_are_reminded_once() {
    run(async {
        let scene = scene().await;
        // Monday 29 March 2027 at 10:00, the day after clocks go forward: 23 hours after Sunday 10:00.
        scene.app.travel(utc(2027, 3, 20, 8, 0).utc() - scene.app.app.clock.now().utc());
        let mut new = scene.proposal();
        (new.starts_at, new.ends_at) = (utc(2027, 3, 28, 8, 0), utc(2027, 3, 28, 9, 0));
        let id = scene.propose(&new);
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| answer(tx, &scene.app.app, id, scene.bo_seat, Answer::No, scene.siv, now));
        // Saturday 10:00 in Stockholm is 09:00 UTC, 23 hours before.
        scene.app.travel(utc(2027, 3, 27, 8, 59).utc() - now.utc());
        remind(&scene).await;
        assert_eq!(reminders(&scene, "siv@hoor.example"), 0);
        scene.app.travel(TimeDelta::minutes(1));
        for _ in 0..2 {
            remind(&scene).await;
            assert_eq!(reminders(&scene, "siv@hoor.example"), 1);
        }
        assert_eq!(reminders(&scene, "bo@horby.example"), 0);
        let mail = scene.app.last_mail_to("siv@hoor.example");
        assert_eq!(mail.row.subject, "Snart: Första träffen");
        let told = "I morgon träffas din grupp Mellersta Skåne.\nDu har inte svarat än.";
        assert!(mail.row.text_body.contains(told), "{}", mail.row.text_body);
        assert_eq!(scene.app.client().get(&mail.link("answer=yes")).await.status, 200);
    });
}

#[test]
fn a_meetup_proposed_at_short_notice_or_cancelled_reminds_nobody() {
    run(async {
        let scene = scene().await;
        let mut soon = scene.proposal();
        (soon.starts_at, soon.ends_at) = (utc(2026, 11, 23, 18, 0), utc(2026, 11, 23, 19, 0));
        scene.propose(&soon);
        let mut gone = scene.proposal();
        (gone.starts_at, gone.ends_at) = (utc(2026, 11, 25, 8, 0), utc(2026, 11, 25, 9, 0));
        let gone = scene.propose(&gone);
        scene.app.write(|tx| grannskap::meetups::cancel(tx, &scene.app.app, gone, "", scene.siv));
        remind(&scene).await;
        scene.app.travel(TimeDelta::hours(25));
        remind(&scene).await;
        assert_eq!(reminders(&scene, "siv@hoor.example"), 0);
        assert_eq!(reminders(&scene, "bo@horby.example"), 0);
        let _ = scene.siv_seat;
    });
}

/// The settings as they were sent before there were choices of reminders.
const SETTINGS: [(&str, &str); 5] = [
    ("language", "sv"),
    ("time_zone", "Europe/Stockholm"),
    ("digest_frequency", "weekly"),
    ("digest_hour", "7"),
    ("digest_weekday", "1"),
];

/// What somebody chooses in the settings.
async fn chooses(scene: &Scene, email: &str, reminders: &str) {
    let form = [&SETTINGS[..], &[("calendar_alarm", ""), ("meetup_reminders", reminders)]].concat();
    let client = scene.app.signed_in(email).await;
    client.post_and_follow("/settings", &form).await;
    assert_eq!(
        client.get("/settings").await.attribute("#meetup_reminders option[selected]", "value").as_deref(),
        Some(reminders)
    );
}

#[test]
fn each_person_chooses_how_long_before() {
    run(async {
        let scene = scene().await;
        // Sunday 4 April 2027 at 10:00, summer time; a week before clocks go forward.
        scene.app.travel(utc(2027, 3, 20, 8, 0).utc() - scene.app.app.clock.now().utc());
        let (siv, bo) = ("siv@hoor.example", "bo@horby.example");
        chooses(&scene, siv, "week_and_day").await;
        chooses(&scene, bo, "two_days").await;
        let wrong = scene.app.signed_in(bo).await.post("/settings", &[("meetup_reminders", "year")]).await;
        assert_eq!(
            (wrong.status.as_u16(), wrong.count(".error-summary a[href='#meetup_reminders']")),
            (422, 1)
        );
        let mut new = scene.proposal();
        (new.starts_at, new.ends_at) = (utc(2027, 4, 4, 8, 0), utc(2027, 4, 4, 9, 0));
        scene.propose(&new);
        let mut seen = Vec::new();
        for (day, hour, minute) in [(28, 7, 59), (28, 8, 0), (29, 9, 0)] {
            scene.app.travel(utc(2027, 3, day, hour, minute).utc() - scene.app.app.clock.now().utc());
            remind(&scene).await;
            seen.push((reminders(&scene, siv), reminders(&scene, bo)));
        }
        assert_eq!(seen, [(0, 0), (1, 0), (1, 0)]);
        let mail = scene.app.last_mail_to(siv).row;
        assert!(mail.text_body.contains("Om en vecka träffas din grupp"), "{}", mail.text_body);
        seen.clear();
        for (day, hour, minute) in [(2, 7, 59), (2, 8, 0), (3, 7, 59), (3, 8, 0), (3, 20, 0)] {
            scene.app.travel(utc(2027, 4, day, hour, minute).utc() - scene.app.app.clock.now().utc());
            remind(&scene).await;
            seen.push((reminders(&scene, siv), reminders(&scene, bo)));
        }
        assert_eq!(seen, [(1, 0), (1, 1), (1, 1), (2, 1), (2, 1)]);
        let mail = scene.app.last_mail_to(bo).row;
        assert!(mail.text_body.contains("I övermorgon träffas din grupp"), "{}", mail.text_body);
        chooses(&scene, bo, "never").await;
        (new.starts_at, new.ends_at) = (utc(2027, 4, 25, 8, 0), utc(2027, 4, 25, 9, 0));
        scene.propose(&new);
        for day in [18, 23, 24] {
            scene.app.travel(utc(2027, 4, day, 9, 0).utc() - scene.app.app.clock.now().utc());
            remind(&scene).await;
        }
        assert_eq!((reminders(&scene, siv), reminders(&scene, bo)), (4, 1));
    });
}

#[test]
fn settings_opened_before_there_was_a_choice_leave_it_as_it_is() {
    run(async {
        let scene = scene().await;
        let client = scene.app.signed_in("siv@hoor.example").await;
        let chosen = [&SETTINGS[..], &[("calendar_alarm", "60"), ("meetup_reminders", "week")]].concat();
        client.post_and_follow("/settings", &chosen).await;
        client.post_and_follow("/settings", &SETTINGS).await;
        let page = client.get("/settings").await;
        let selected = |id: &str| page.attribute(&format!("#{id} option[selected]"), "value").unwrap();
        assert_eq!((selected("calendar_alarm"), selected("meetup_reminders")), ("60".into(), "week".into()));
        // What is asked for and left empty is none, or no choice.
        let empty = [&SETTINGS[..], &[("calendar_alarm", ""), ("meetup_reminders", "")]].concat();
        let page = client.post("/settings", &empty).await;
        assert_eq!((page.status.as_u16(), page.all(".error-summary a").len()), (422, 1), "{}", page.text());
        assert_eq!(page.count(".error-summary a[href='#meetup_reminders']"), 1);
    });
}
