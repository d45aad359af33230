//! What would help a group: one line with one button, for its members and for coordinators.

use chrono::TimeDelta;

use super::{BO, KIM, SIV};
use crate::meetups::scene;
use crate::support::run;

#[test]
fn those_who_have_not_answered_are_reminded_once() {
    run(async {
        let scene = scene().await;
        let meetup = scene.propose(&scene.proposal());
        let (group, network) = (format!("/groups/{}", scene.group), "/networks/skane");
        let siv = scene.app.signed_in(SIV).await;
        assert!(!siv.get(&group).await.text().contains("Alla har inte svarat"), "they were just asked");
        scene.app.travel(TimeDelta::days(2));
        let (siv, kim) = (scene.app.signed_in(SIV).await, scene.app.signed_in(KIM).await);
        siv.post_and_follow(&format!("/meetups/{meetup}/answers"), &[("answer", "yes")]).await;
        let action = format!("/meetups/{meetup}/nudges");
        for page in [siv.get(&group).await, kim.get(network).await] {
            assert_eq!(
                page.attribute("form[action$=nudges]", "action"),
                Some(action.clone()),
                "{}",
                page.text()
            );
        }
        assert!(siv.get(&group).await.text().contains("Alla har inte svarat"));
        assert_eq!(siv.get(network).await.count("form[action$=nudges]"), 0);
        let page = siv.post_and_follow(&action, &[]).await;
        assert!(page.text().contains("De som inte har svarat får ett mejl."));
        let page = kim.post_and_follow(&action, &[]).await;
        assert!(page.text().contains("redan påminda"));
        assert_eq!((scene.mails(SIV, "meetup_nudge"), scene.mails(BO, "meetup_nudge")), (0, 1));
        let mail = scene.app.last_mail_to(BO);
        assert_eq!(mail.row.subject, "Kommer du? Första träffen");
        assert_eq!(scene.app.client().get(&mail.link("answer=yes")).await.status, 200);
        assert!(!siv.get(&group).await.text().contains("Alla har inte svarat"));
        assert_eq!(kim.get(network).await.count("form[action$=nudges]"), 0);
        scene.app.travel(TimeDelta::days(30));
        let siv = scene.app.signed_in(SIV).await;
        assert_eq!(siv.post(&action, &[]).await.status, 409, "it is over");
        scene.app.run_jobs().await;
    });
}

#[test]
fn notes_that_nobody_wrote_and_quiet_groups_are_mended() {
    run(async {
        let scene = scene().await;
        let (group, network) = (format!("/groups/{}", scene.group), "/networks/skane");
        let texts = async || {
            let (siv, kim) = (scene.app.signed_in(SIV).await, scene.app.signed_in(KIM).await);
            let act = |page: &crate::support::Page| {
                let of = |part: &str| page.attribute(&format!("main .end a[href*='{part}']"), "href");
                of("notes/edit").or(of("polls/new"))
            };
            (act(&siv.get(&group).await), act(&kim.get(network).await))
        };
        assert_eq!(texts().await, (None, None), "a new group is not quiet");
        let meetup = scene.met();
        let write = Some(format!("/meetups/{meetup}/notes/edit"));
        assert_eq!(texts().await, (write.clone(), write));
        scene.writes(meetup, scene.siv, 0, "ett");
        assert_eq!(texts().await, (None, None));
        scene.app.travel(TimeDelta::days(61));
        let ask = Some(format!("/groups/{}/polls/new", scene.group));
        assert_eq!(texts().await, (ask.clone(), ask));
        scene.app.write(|tx| grannskap::polls::create(tx, &scene.app.app, &later(&scene), scene.siv));
        assert_eq!(texts().await, (None, None), "they look for a time");
        let new = scene.app.read(|db| grannskap::meetups::pulse_of(db, scene.group, scene.now()));
        assert_eq!((new.last.map(|beat| beat.id), new.next), (Some(meetup), None));
        scene.app.run_jobs().await;
    });
}

fn later(scene: &crate::meetups::Scene) -> grannskap::polls::NewPoll {
    let mut new = scene.slots();
    for slot in &mut new.slots {
        slot.starts_at = slot.starts_at + TimeDelta::days(90);
        slot.ends_at = slot.ends_at + TimeDelta::days(90);
    }
    new
}
