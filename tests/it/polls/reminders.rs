//! One reminder, the day before the last day, to those who have not answered.

use chrono::TimeDelta;
use grannskap::polls::{RemindPolls, Suits, update};

use super::{BO, KIM, SIV};
use crate::meetups::{Scene, scene, utc};
use crate::support::run;

async fn remind(scene: &Scene) {
    let now = scene.app.app.clock.now();
    scene.app.write(|tx| grannskap::jobs::enqueue(tx, &RemindPolls {}, None, now));
    scene.app.run_jobs().await;
}

fn reminders(scene: &Scene) -> (usize, usize) {
    (scene.mails(SIV, "poll_reminder"), scene.mails(BO, "poll_reminder"))
}

fn travel_to(scene: &Scene, moment: grannskap::db::types::Timestamp) {
    scene.app.travel(moment.utc() - scene.app.app.clock.now().utc());
}

#[test]
fn those_who_have_not_answered_are_reminded_once() {
    run(async {
        let scene = scene().await;
        // The last day is Monday 29 March 2027; clocks go forward on the Sunday before, when nine o'clock is 07:00 UTC.
        travel_to(&scene, utc(2027, 3, 20, 8, 0));
        let mut new = scene.slots();
        for (slot, day) in new.slots.iter_mut().zip([29, 30]) {
            (slot.starts_at, slot.ends_at) = (utc(2027, 3, day, 12, 0), utc(2027, 3, day, 13, 0));
        }
        new.answer_by = "2027-03-29".parse().ok();
        let id = scene.ask(&new);
        scene.says(id, SIV, &[(1, Suits::Yes), (2, Suits::No)]);
        scene.says(id, BO, &[(1, Suits::Yes)]);
        travel_to(&scene, utc(2027, 3, 28, 6, 59));
        remind(&scene).await;
        assert_eq!(reminders(&scene), (0, 0));
        scene.app.travel(TimeDelta::minutes(1));
        for _ in 0..2 {
            remind(&scene).await;
            assert_eq!(reminders(&scene), (0, 1));
            scene.app.travel(TimeDelta::hours(1));
        }
        let mail = scene.app.last_mail_to(BO);
        assert_eq!(mail.row.subject, "Påminnelse: Första träffen");
        assert_eq!(scene.app.client().get(&mail.link("/answer/")).await.status, 200);
        // A later last day is a new reason to be reminded.
        new.answer_by = "2027-03-30".parse().ok();
        scene.app.write(|tx| update(tx, &scene.app.app, id, &new, 0));
        remind(&scene).await;
        assert_eq!(reminders(&scene), (0, 1), "a mail has just told of the new day");
        assert!(scene.app.mails_to(KIM).is_empty());
    });
}

#[test]
fn nobody_is_reminded_of_what_is_settled_or_was_asked_yesterday() {
    run(async {
        let scene = scene().await;
        let mut new = scene.slots();
        new.answer_by = "2026-11-24".parse().ok();
        // Asked at nine on the day before: the mail is as good as a reminder.
        scene.ask(&new);
        new.title = "Andra".into();
        new.answer_by = "2026-12-01".parse().ok();
        let closed = scene.ask(&new);
        scene.app.write(|tx| grannskap::polls::close(tx, &scene.app.app, closed, "", scene.siv));
        for _ in 0..9 {
            remind(&scene).await;
            scene.app.travel(TimeDelta::days(1));
        }
        assert_eq!(reminders(&scene), (0, 0));
    });
}
