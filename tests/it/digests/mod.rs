//! Digests: exactly one, with what is new, for those who want it.

mod asked;
mod content;
mod read;
mod subscriptions;
mod suggesting;
mod themes;

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{digests, people};
use grannskap::db::types::Id;
use grannskap::digests::{Composed, run_due, run_now};
use grannskap::posts::{self, NewComment, Visibility};

use crate::posts::world::{EVERYBODY, World, disable};
use crate::support::{TestApp, run};

/// Everybody reads daily at seven, Stockholm time.
fn daily(app: &TestApp) {
    app.write(|tx| {
        diesel::update(people::table).set(people::digest_frequency.eq("daily")).execute(&mut **tx)?;
        Ok(())
    });
}

async fn due(app: &TestApp) -> Composed {
    let composed = run_due(&app.app, app.app.clock.now()).await.unwrap();
    app.run_jobs().await;
    // The clock stands still: what is written next must come after what was looked at.
    app.travel(TimeDelta::seconds(1));
    composed
}

fn digests_to(app: &TestApp, email: &str) -> usize {
    app.mails_to(email).iter().filter(|mail| mail.row.kind == "digest").count()
}

#[test]
fn what_is_new_and_visible_comes_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        world.publish(&app, "markgroupxq", "Vi provade något.", Visibility::Group);
        world.publish(&app, "marknetworkxq", "Text", Visibility::Network);
        world.publish(&app, "markpublicxq", "Text", Visibility::Public);
        disable(&app, "disabled@x.example");
        app.travel(TimeDelta::hours(23));
        assert_eq!(due(&app).await.people, 7);
        assert_eq!(due(&app).await, Composed::default());
        for email in EVERYBODY {
            let wanted = match email.split('@').next().unwrap() {
                "member" | "coordinator" => vec!["markgroupxq", "marknetworkxq", "markpublicxq"],
                "sibling" => vec!["marknetworkxq", "markpublicxq"],
                "author" | "disabled" => vec![],
                _ => vec!["markpublicxq"],
            };
            assert_eq!(digests_to(&app, email), usize::from(!wanted.is_empty()), "{email}");
            for mail in app.mails_to(email) {
                for mark in ["markgroupxq", "marknetworkxq", "markpublicxq"] {
                    assert_eq!(mail.row.text_body.contains(mark), wanted.contains(&mark), "{email} {mark}");
                    assert_eq!(mail.row.html_body.contains(mark), wanted.contains(&mark), "{email} {mark}");
                }
            }
        }
        let mail = app.last_mail_to("member@x.example");
        assert_eq!(mail.row.subject, "3 nya berättelser");
        assert!(mail.row.text_body.contains("Author Ek, Skolchef, Höör"), "{}", mail.row.text_body);
        assert_eq!(app.last_mail_to("other@x.example").row.subject, "Ny berättelse: markpublicxq");
        assert_eq!(mail.row.list_id.as_deref(), Some("digest.grannskap.example"));

        // The next day has nothing new.
        app.travel(TimeDelta::days(1));
        assert_eq!(due(&app).await, Composed { people: 7, mails: 0 });
        assert_eq!(digests_to(&app, "member@x.example"), 1);
    });
}

#[test]
fn three_workers_at_once_make_one_mail() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        world.publish(&app, "Ny", "Text", Visibility::Group);
        app.travel(TimeDelta::hours(23));
        let now = app.app.clock.now();
        let tasks: Vec<_> = (0..3)
            .map(|_| {
                let app = app.app.clone();
                tokio::spawn(async move { run_due(&app, now).await.unwrap() })
            })
            .collect();
        let mut mails = 0;
        for task in tasks {
            mails += task.await.unwrap().mails;
        }
        app.run_jobs().await;
        assert_eq!(
            (mails, digests_to(&app, "member@x.example")),
            (3, 1),
            "member, disabled-to-be and coordinator"
        );
        let rows: Vec<(Id, i64)> = app.read(|db| {
            Ok(digests::table
                .group_by(digests::person_id)
                .select((digests::person_id, diesel::dsl::count_star()))
                .load(db)?)
        });
        assert!(rows.len() == 8 && rows.iter().all(|(_, count)| *count == 1), "{rows:?}");
    });
}

#[test]
fn a_week_late_is_one_mail_with_all_of_it() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        world.publish(&app, "Första", "Text", Visibility::Group);
        app.travel(TimeDelta::days(1));
        due(&app).await;
        for title in ["Måndag", "Onsdag", "Fredag"] {
            world.publish(&app, title, "Text", Visibility::Group);
            app.travel(TimeDelta::days(2));
        }
        due(&app).await;
        let mails = app.mails_to("member@x.example");
        assert_eq!(mails.len(), 2);
        let text = &mails[1].row.text_body;
        assert!(
            ["Måndag", "Onsdag", "Fredag"].iter().all(|title| text.contains(title))
                && !text.contains("Första")
        );
    });
}

#[test]
fn weekly_digests_come_on_their_day_also_over_new_year() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        // Monday 23 November 09:00; accounts wait for the next Monday at 7.
        for week in 0..8 {
            world.publish(&app, &format!("Vecka {week}"), "Text", Visibility::Group);
            for _ in 0..14 {
                app.travel(TimeDelta::hours(12));
                due(&app).await;
            }
            assert_eq!(digests_to(&app, "member@x.example"), week + 1);
        }
        let periods: Vec<String> = app.read(|db| {
            Ok(digests::table
                .filter(digests::person_id.eq(world.member))
                .order(digests::until)
                .select(digests::period)
                .load(db)?)
        });
        assert_eq!(periods[3..7], ["2026-W52", "2026-W53", "2027-W01", "2027-W02"]);
    });
}

#[test]
fn comments_where_i_take_part_are_news() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Tråden", "Text", Visibility::Group);
        daily(&app);
        app.travel(TimeDelta::days(1));
        due(&app).await;
        let say = |who: Id, body: &str| {
            let now = app.app.clock.now();
            let new = NewComment { post_id: id, author_id: who, body: body.to_owned(), answers: None };
            app.write(|tx| posts::comment(tx, &new, now));
        };
        say(world.member, "Jag undrar");
        app.travel(TimeDelta::days(1));
        due(&app).await;
        assert_eq!(app.last_mail_to("author@x.example").row.subject, "1 ny kommentar");
        say(world.author, "Jag svarar");
        app.travel(TimeDelta::days(1));
        due(&app).await;
        assert_eq!(app.last_mail_to("member@x.example").row.subject, "1 ny kommentar");
        assert_eq!(digests_to(&app, "author@x.example"), 1, "one's own comment is no news");
        assert_eq!(digests_to(&app, "coordinator@x.example"), 1, "the story, and no thread they are not in");
    });
}

#[test]
fn unsubscribing_takes_one_post_and_no_cookie() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        world.publish(&app, "Ny", "Text", Visibility::Group);
        app.travel(TimeDelta::hours(23));
        run_due(&app.app, app.app.clock.now()).await.unwrap();
        let path = app.last_mail_to("member@x.example").link("/unsubscribe/");
        let url = app.last_mail_to("member@x.example").row.unsubscribe_url.unwrap();
        assert!(url.ends_with(&path));
        let frequency = || -> String {
            app.read(|db| Ok(people::table.find(world.member).select(people::digest_frequency).first(db)?))
        };

        let page = app.client().get(&path).await;
        assert_eq!((page.status.as_u16(), page.count("main form[method=post] button")), (200, 1));
        assert_eq!(frequency(), "daily");

        // As a mail provider: from anywhere, without cookies, urlencoded, multipart, and again.
        for (kind, body) in [
            ("application/x-www-form-urlencoded", "List-Unsubscribe=One-Click".to_owned()),
            ("multipart/form-data; boundary=b", "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n".to_owned()),
        ] {
            let request = app.client().request(reqwest::Method::POST, &path).header("content-type", kind);
            let answer = request.header("sec-fetch-site", "cross-site").body(body).send().await.unwrap();
            assert_eq!(answer.status(), 200);
            assert!(!answer.headers().contains_key("set-cookie"));
            assert_eq!(frequency(), "never");
        }
        assert_eq!(app.client().post("/unsubscribe/wrong", &[]).await.status, 404);

        // The digest that waited is not sent, and none comes after it.
        use grannskap::db::schema::outbox;
        let state: String = app.read(|db| {
            Ok(outbox::table.filter(outbox::person_id.eq(world.member)).select(outbox::state).first(db)?)
        });
        assert_eq!(state, "dropped");
        app.run_jobs().await;
        world.publish(&app, "Nyare", "Text", Visibility::Group);
        app.travel(TimeDelta::days(1));
        due(&app).await;
        assert_eq!(digests_to(&app, "member@x.example"), 1);
        // Leave nothing behind that is not sent.
        app.write(|tx| {
            diesel::delete(outbox::table.filter(outbox::state.eq("dropped"))).execute(&mut **tx)?;
            Ok(())
        });
    });
}

#[test]
fn at_once_means_everybody_with_news() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "Ny", "Text", Visibility::Group);
        let now = app.app.clock.now();
        assert_eq!(run_now(&app.app, now).await.unwrap(), Composed { people: 8, mails: 3 });
        app.travel(TimeDelta::seconds(1));
        assert_eq!(run_now(&app.app, app.app.clock.now()).await.unwrap(), Composed { people: 8, mails: 0 });
        app.run_jobs().await;
        assert_eq!(digests_to(&app, "left@x.example"), 0);
    });
}

#[test]
fn the_preview_shows_what_would_come() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let member = app.signed_in("member@x.example").await;
        assert_eq!(member.get("/digests/preview").await.count(".empty"), 1);
        world.publish(&app, "Ny berättelse här", "Text", Visibility::Group);
        assert!(member.get("/digests/preview").await.text().contains("Ny berättelse här"));
        assert_eq!(app.signed_in("nobody@x.example").await.get("/digests/preview").await.count(".empty"), 1);
        assert_eq!(app.client().get("/digests/preview").await.status, 303);
    });
}

/// Publishes as of another moment: a story gets its time when somebody presses the button, and is there for others some
/// time later.
fn publish_as_of(app: &TestApp, world: &World, title: &str, back: TimeDelta) {
    use grannskap::db::schema::posts as table;
    let id = world.publish(app, title, "Text", Visibility::Group);
    let at = app.app.clock.now() - back;
    app.write(|tx| {
        Ok(diesel::update(table::table.find(id)).set(table::published_at.eq(at)).execute(&mut **tx)?)
    });
}

fn told(app: &TestApp, email: &str) -> Vec<String> {
    app.mails_to(email).into_iter().map(|mail| mail.row.text_body).collect()
}

#[test]
fn what_was_written_down_late_comes_with_the_next_digest_and_nothing_twice() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        app.travel(TimeDelta::hours(23));
        world.publish(&app, "I tid", "Text", Visibility::Group);
        app.travel(TimeDelta::minutes(1));
        due(&app).await;
        // Its time is before what the digest looked at; it was not there yet.
        publish_as_of(&app, &world, "Sent nedskriven", TimeDelta::minutes(2));
        app.travel(TimeDelta::days(1));
        due(&app).await;
        app.travel(TimeDelta::days(1));
        due(&app).await;
        let mails = told(&app, "member@x.example");
        assert_eq!(mails.len(), 2);
        assert!(mails[0].contains("I tid") && !mails[0].contains("Sent nedskriven"));
        assert!(mails[1].contains("Sent nedskriven") && !mails[1].contains("I tid"));
    });
}

#[test]
fn comments_and_meetups_of_the_last_minutes_are_told_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Tråden", "Text", Visibility::Group);
        daily(&app);
        app.travel(TimeDelta::hours(23));
        let now = app.app.clock.now();
        let new =
            NewComment { post_id: id, author_id: world.member, body: "Jag undrar".to_owned(), answers: None };
        app.write(|tx| posts::comment(tx, &new, now));
        app.travel(TimeDelta::minutes(1));
        for _ in 0..3 {
            due(&app).await;
            app.travel(TimeDelta::days(1));
        }
        assert_eq!(digests_to(&app, "author@x.example"), 1);
        let left: i64 =
            app.read(|db| Ok(grannskap::db::schema::digest_items::table.count().get_result(db)?));
        assert_eq!(left, 0, "what was told is forgotten when it is out of reach");
    });
}

#[test]
fn a_clock_that_is_set_back_brings_nothing_twice_and_loses_nothing() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        world.publish(&app, "Före", "Text", Visibility::Group);
        app.travel(TimeDelta::hours(23));
        due(&app).await;
        app.travel(TimeDelta::minutes(-10));
        due(&app).await;
        world.publish(&app, "Efter", "Text", Visibility::Group);
        for _ in 0..4 {
            app.travel(TimeDelta::minutes(5));
            due(&app).await;
        }
        assert_eq!(digests_to(&app, "member@x.example"), 1);
        app.travel(TimeDelta::days(1));
        due(&app).await;
        let mails = told(&app, "member@x.example");
        assert!(mails.len() == 2 && mails[0].contains("Före") && mails[1].contains("Efter"), "{mails:?}");
        assert!(!mails[1].contains("Före"));
    });
}
