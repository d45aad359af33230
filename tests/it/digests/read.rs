//! What was read already stays out of digests.

use chrono::{SecondsFormat, TimeDelta};
use diesel::prelude::*;
use grannskap::db::schema::post_readings;
use grannskap::db::types::{Id, Timestamp};
use grannskap::jobs;
use grannskap::posts::{self, Visibility};

use super::{daily, digests_to, due};
use crate::posts::talk::say;
use crate::posts::world::World;
use crate::support::{TestApp, run};

const MEMBER: &str = "member@x.example";
const AUTHOR: &str = "author@x.example";

fn readings(app: &TestApp) -> Vec<(Id, Id, Timestamp)> {
    app.read(|db| {
        let columns = (post_readings::person_id, post_readings::post_id, post_readings::read_at);
        Ok(post_readings::table.order(post_readings::read_at).select(columns).load(db)?)
    })
}

fn rfc3339(at: Timestamp) -> String {
    at.utc().to_rfc3339_opts(SecondsFormat::Micros, true)
}

#[test]
fn a_story_that_was_read_stays_out_and_later_comments_come() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        let read = world.publish(&app, "Lästxq", "Text", Visibility::Group);
        world.publish(&app, "Olästxq", "Text", Visibility::Group);
        say(&app, read, world.author, "Före", None);
        let member = app.signed_in(MEMBER).await;
        app.travel(TimeDelta::minutes(5));
        let page = member.get(&format!("/posts/{read}")).await;
        assert!(readings(&app).iter().all(|row| row.0 != world.member), "looking keeps nothing");
        let path = page.attribute("article", "data-reading").unwrap();
        let shown = page.attribute("article", "data-at").unwrap();
        // Written after the page was shown, and before it says that it was read.
        app.travel(TimeDelta::seconds(2));
        say(&app, read, world.author, "Emellan", None);
        app.travel(TimeDelta::seconds(3));
        let answer = member.post(&path, &[("at", &shown)]).await;
        assert_eq!((answer.status.as_u16(), answer.body.as_str()), (204, ""));
        app.travel(TimeDelta::hours(22));
        due(&app).await;
        let text = app.last_mail_to(MEMBER).row.text_body;
        assert!(text.contains("Olästxq") && !text.contains("Lästxq"), "{text}");

        // Who follows it by having answered gets what came after.
        say(&app, read, world.member, "Jag med", None);
        app.travel(TimeDelta::minutes(1));
        say(&app, read, world.author, "Hur då?", None);
        app.travel(TimeDelta::days(1));
        due(&app).await;
        assert_eq!(app.last_mail_to(MEMBER).row.subject, "1 ny kommentar");
        say(&app, read, world.author, "Berätta!", None);
        app.travel(TimeDelta::minutes(1));
        member.post(&path, &[("at", &rfc3339(app.app.clock.now()))]).await;
        app.travel(TimeDelta::days(1));
        due(&app).await;
        assert_eq!(digests_to(&app, MEMBER), 2, "all of it was read");
    });
}

#[test]
fn comments_on_ones_own_that_were_read_stay_out() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        let id = world.publish(&app, "Min", "Text", Visibility::Group);
        app.travel(TimeDelta::minutes(1));
        say(&app, id, world.member, "Läst", None);
        app.travel(TimeDelta::minutes(1));
        let author = app.signed_in(AUTHOR).await;
        let page = author.get(&format!("/posts/{id}")).await;
        let shown = page.attribute("article", "data-at").unwrap();
        author.post(&format!("/posts/{id}/reading"), &[("at", &shown)]).await;
        app.travel(TimeDelta::hours(23));
        due(&app).await;
        assert_eq!(digests_to(&app, AUTHOR), 0);
    });
}

#[test]
fn thanks_and_following_say_that_it_was_read_and_muting_does_not() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let ids =
            ["Tack", "Följer", "Tyst"].map(|title| world.publish(&app, title, "Text", Visibility::Group));
        let member = app.signed_in(MEMBER).await;
        for (id, act) in ids.iter().zip(["thanks", "follow", "mute"]) {
            assert_eq!(member.post(&format!("/posts/{id}/{act}"), &[]).await.status, 303);
        }
        let mut read: Vec<Id> = readings(&app).into_iter().map(|row| row.1).collect();
        read.sort();
        assert_eq!(read, [ids[0], ids[1]]);
    });
}

#[test]
fn only_what_one_may_read_is_kept_and_never_what_is_to_come() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Gruppens", "Text", Visibility::Group);
        let path = format!("/posts/{id}/reading");
        for email in ["sibling@x.example", "other@x.example", "left@x.example"] {
            assert_eq!(app.signed_in(email).await.post(&path, &[]).await.status, 404, "{email}");
        }
        let answer = app.client().post(&path, &[]).await;
        assert!(answer.location.is_some_and(|to| to.starts_with("/session/new")));
        let public = world.publish(&app, "Allas", "Text", Visibility::Public);
        let page = app.client().get(&format!("/posts/{public}")).await;
        assert_eq!((page.status.as_u16(), page.count("[data-reading]")), (200, 0));
        assert_eq!(readings(&app), []);
        let member = app.signed_in(MEMBER).await;
        // From another site.
        let foreign = member.request(reqwest::Method::POST, &path).header("sec-fetch-site", "cross-site");
        assert_eq!(foreign.send().await.unwrap().status(), 403);
        assert_eq!(readings(&app), []);
        let now = app.app.clock.now();
        member.post(&path, &[("at", &rfc3339(now + TimeDelta::days(9)))]).await;
        assert_eq!(readings(&app), [(world.member, id, now)]);
        // An earlier page that is told of late changes nothing; neither does nonsense.
        member.post(&path, &[("at", &rfc3339(now - TimeDelta::days(9)))]).await;
        member.post(&path, &[("at", "igår")]).await;
        assert_eq!(readings(&app), [(world.member, id, now)]);
        app.write(|tx| posts::withdraw(tx, id, now));
        assert_eq!(readings(&app), [], "gone with the story");
        assert_eq!(member.post(&path, &[]).await.status, 404);
    });
}

#[test]
fn it_is_forgotten_after_half_a_year() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Gammal", "Text", Visibility::Group);
        let member = app.signed_in(MEMBER).await;
        member.post(&format!("/posts/{id}/thanks"), &[]).await;
        for (days, left) in [(179, 1), (2, 0)] {
            app.travel(TimeDelta::days(days));
            let now = app.app.clock.now();
            app.write(|tx| jobs::enqueue(tx, &grannskap::admin::Sweep {}, None, now));
            app.run_jobs().await;
            assert_eq!(readings(&app).len(), left);
        }
        assert!(member.get("/settings/subscriptions").await.status == 303, "signed out by now");
        let member = app.signed_in(MEMBER).await;
        let page = member.get("/settings/subscriptions").await.text();
        assert!(page.contains("Berättelser som du har läst här") && page.contains("ett halvår"), "{page}");
    });
}
