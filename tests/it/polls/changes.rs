//! Slots come and go while a poll is open.

use chrono::TimeDelta;
use grannskap::polls::{Suits, update};

use super::{BO, KIM, SIV};
use crate::meetups::{scene, utc};
use crate::support::run;

#[test]
fn answers_to_slots_that_stay_are_kept_and_those_affected_are_told() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        scene.says(id, BO, &[(1, Suits::Yes), (2, Suits::No)]);
        scene.says(id, SIV, &[(1, Suits::Yes)]);
        let client = scene.app.signed_in(KIM).await;
        let edit = client.get(&format!("/polls/{id}/edit")).await;
        let filled = |field: &str| edit.attribute(&format!("#{field}"), "value").unwrap();
        assert_eq!(
            (filled("date-2"), filled("starts-2"), filled("ends-2")),
            ("2026-12-10".into(), "13:00".into(), "14:30".into())
        );
        let path = format!("/polls/{id}");
        let same = [
            ("revision", "0"),
            ("title", "Första träffen"),
            ("place", "Höör"),
            ("date-1", "2026-12-09"),
            ("starts-1", "13:00"),
            ("ends-1", "14:30"),
        ];
        // Without the second: only Bo has answered it.
        client.post_and_follow(&path, &same).await;
        assert_eq!((scene.mails(BO, "poll_update"), scene.mails(SIV, "poll_update")), (1, 0));
        let mail = scene.app.last_mail_to(BO).row;
        assert!(mail.text_body.contains("Borttagen tid: torsdag 10 december 2026"), "{}", mail.text_body);
        assert_eq!(scene.said(), [(1, scene.siv_seat, Suits::Yes), (1, scene.bo_seat, Suits::Yes)]);
        // With another in its place: it is new to everybody and gets a number of its own.
        let with = |revision: &'static str| {
            let mut form = same.to_vec();
            form[0] = ("revision", revision);
            form.extend([("date-2", "2026-12-10"), ("starts-2", "13:00"), ("ends-2", "14:30")]);
            form
        };
        // Written from a page that somebody else has made old.
        let page = client.post(&path, &with("0")).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a[href='#date-1']")), (422, 1));
        assert_eq!(page.attribute("#date-2", "value").as_deref(), Some("2026-12-10"));
        assert_eq!(page.attribute("[name=revision]", "value").as_deref(), Some("1"));
        client.post_and_follow(&path, &with("1")).await;
        // Sent twice, it is one change.
        client.post_and_follow(&path, &with("1")).await;
        assert_eq!((scene.mails(BO, "poll_update"), scene.mails(SIV, "poll_update")), (2, 1));
        assert_eq!(scene.slots_in(id).iter().map(|slot| slot.number).collect::<Vec<_>>(), [1, 3]);
        assert_eq!(scene.said().len(), 2);
        let page = client.post_and_follow(&path, &with("2")).await;
        assert!(page.text().contains("Har inte svarat på allt: Bo Alm och Siv Ek."), "{}", page.text());
        assert_eq!((scene.poll(id).revision, scene.mails(BO, "poll_update")), (2, 2), "nothing differs");
        scene.app.run_jobs().await;
    });
}

#[test]
fn slots_that_have_begun_stay_and_cannot_be_answered() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        scene.says(id, BO, &[(1, Suits::Yes)]);
        scene.app.run_jobs().await;
        scene.app.travel(TimeDelta::days(16) + TimeDelta::hours(6));
        let client = scene.app.signed_in(SIV).await;
        let page = client.get(&format!("/polls/{id}")).await;
        assert_eq!((page.count("[name=slot-1]"), page.count("[name=slot-2]")), (0, 3));
        assert_eq!(page.all("thead th").len(), 3);
        let late = client.post(&format!("/polls/{id}/answers"), &[("slot-1", "yes")]).await;
        assert_eq!(late.status, 409);
        assert!(late.text().contains("Tiden finns inte längre att välja"), "{}", late.text());
        let mut new = scene.slots();
        new.slots.remove(0);
        new.title = "Andra träffen".into();
        scene.app.write(|tx| update(tx, &scene.app.app, id, &new, 0));
        assert_eq!(scene.slots_in(id).len(), 2);
        assert_eq!(scene.said().len(), 1);
        let mail = scene.app.last_mail_to(BO).row;
        assert!(mail.text_body.contains("”Första träffen” har blivit ”Andra träffen”"), "{}", mail.text_body);
        // When all have been, the link is worth nothing any more.
        let link = scene.app.last_mail_to(BO).link("/answer/");
        scene.app.run_jobs().await;
        scene.app.travel(TimeDelta::days(1));
        assert_eq!(scene.app.client().get(&link).await.status, 410);
        let client = scene.app.signed_in(SIV).await;
        let page = client.get(&format!("/polls/{id}")).await;
        assert_eq!(page.first(".next-step h2"), "Tiderna har varit");
        assert_eq!(client.get(&format!("/polls/{id}/choice/new")).await.status, 409);
        assert_eq!(scene.slots_in(id)[1].span.starts_at, utc(2026, 12, 10, 12, 0));
    });
}
