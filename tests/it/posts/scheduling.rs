//! Drafts that are published by themselves.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{group_memberships, posts as table};
use grannskap::db::types::Id;
use grannskap::jobs;
use grannskap::posts::{self, NewPost, PublishPost, Visibility};

use super::world::World;
use crate::support::{Client, TestApp, run};

const AT_TEN: [(&str, &str); 2] = [("date", "2026-11-24"), ("time", "10:00")];

fn draft(app: &TestApp, world: &World, body: &str) -> Id {
    let (now, new) = (app.app.clock.now(), NewPost::free("Om läsning", body, Visibility::Group));
    app.write(|tx| posts::create(tx, world.group, world.author, &new, false, now))
}

async fn seen(client: &Client, id: Id) -> u16 {
    client.get(&format!("/posts/{id}")).await.status.as_u16()
}

#[test]
fn a_draft_is_published_at_the_hour_that_its_author_gives_it() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = draft(&app, &world, "Vi läste.");
        let (author, member) =
            (app.signed_in("author@x.example").await, app.signed_in("member@x.example").await);
        member.post("/settings/subscriptions", &[("general", "at_once")]).await;
        let page = author.post_and_follow(&format!("/posts/{id}/schedule"), &AT_TEN).await;
        assert!(page.text().contains("Publiceras tisdag 24 november 2026 kl. 10:00"), "{}", page.text());
        assert_eq!(page.count("form[action$='/schedule/end'] button"), 1);
        assert_eq!(page.count("#schedule"), 0, "one time at a time");
        assert!(author.get("/posts?tab=drafts").await.text().contains("24 november 2026 kl. 10:00"));
        app.travel(TimeDelta::hours(24));
        app.run_jobs().await;
        assert_eq!(seen(&member, id).await, 404);
        app.travel(TimeDelta::hours(1));
        app.run_jobs().await;
        assert_eq!(seen(&member, id).await, 200);
        let at = app.read(|db| Ok(table::table.find(id).select(table::published_at).first(db)?));
        // Rerun it does nothing, and it is new to its readers from now on.
        let now = app.app.clock.now();
        app.write(|tx| jobs::enqueue(tx, &PublishPost { post_id: id }, None, now));
        app.travel(TimeDelta::minutes(1));
        app.run_jobs().await;
        let again = app.read(|db| Ok(table::table.find(id).select(table::published_at).first(db)?));
        assert_eq!((at, again), (Some(now), Some(now)));
        for _ in 0..2 {
            grannskap::digests::run_stories(&app.app, app.app.clock.now()).await.unwrap();
            app.run_jobs().await;
        }
        let mails = app.mails_to("member@x.example");
        assert_eq!(mails.iter().filter(|mail| mail.row.kind == "story").count(), 1);
    });
}

#[test]
fn a_time_is_taken_back_or_put_off() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (back, off) = (draft(&app, &world, "Text"), draft(&app, &world, "Annan text"));
        let (author, member) =
            (app.signed_in("author@x.example").await, app.signed_in("member@x.example").await);
        for id in [back, off] {
            author.post(&format!("/posts/{id}/schedule"), &AT_TEN).await;
        }
        for _ in 0..2 {
            let page = author.post_and_follow(&format!("/posts/{back}/schedule/end"), &[]).await;
            assert_eq!(page.count("#schedule form"), 1);
        }
        author.post(&format!("/posts/{off}/schedule"), &[("date", "2026-11-25"), ("time", "10:00")]).await;
        app.travel(TimeDelta::hours(30));
        app.run_jobs().await;
        assert_eq!([seen(&member, back).await, seen(&member, off).await], [404, 404]);
        app.travel(TimeDelta::hours(24));
        app.run_jobs().await;
        assert_eq!([seen(&member, back).await, seen(&member, off).await], [404, 200]);
        // What is published or withdrawn has no time to give.
        author.post(&format!("/posts/{back}/withdrawal"), &[]).await;
        for id in [back, off] {
            assert_eq!(
                author
                    .post(&format!("/posts/{id}/schedule"), &[("date", "2026-12-24"), ("time", "10:00")])
                    .await
                    .status,
                404
            );
            assert_eq!(author.post(&format!("/posts/{id}/schedule/end"), &[]).await.status, 404);
        }
    });
}

#[test]
fn what_is_wrong_with_a_time_is_said_at_its_field() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = draft(&app, &world, "Text");
        let author = app.signed_in("author@x.example").await;
        let path = format!("/posts/{id}/schedule");
        let wrong = [
            ("", "", "date-error"),
            ("2026-11-23", "08:59", "date-error"),
            ("2028-11-24", "10:00", "date-error"),
            ("2026-02-30", "10:00", "date-error"),
            // The night when clocks go forward has no such hour.
            ("2027-03-28", "02:30", "time-error"),
        ];
        for (date, time, at) in wrong {
            let page = author.post(&path, &[("date", date), ("time", time)]).await;
            assert_eq!(page.status, 422, "{date} {time}");
            assert_eq!(page.count(&format!("#{at}")), 1, "{date} {time}: {}", page.body);
            assert_eq!(page.attribute("#time", "value").unwrap_or_default(), time);
        }
        // The night when clocks go back has it twice: the first counts.
        let twice = [("date", "2027-10-31"), ("time", "02:30")];
        assert_eq!(author.post(&path, &twice).await.status, 303);
        let at: Option<grannskap::db::types::Timestamp> =
            app.read(|db| Ok(table::table.find(id).select(table::scheduled_at).first(db)?));
        assert_eq!(at.unwrap().utc().to_rfc3339(), "2027-10-31T00:30:00+00:00");
        author.post(&format!("{path}/end"), &[]).await;
        let empty = draft(&app, &world, "");
        let to = author.post(&format!("/posts/{empty}/schedule"), &AT_TEN).await.location.unwrap();
        assert_eq!(to, format!("/posts/{empty}/edit"));
        for email in ["member@x.example", "coordinator@x.example", "other@x.example"] {
            let client = app.signed_in(email).await;
            assert_eq!(client.post(&path, &AT_TEN).await.status, 404);
            assert_eq!(client.post(&path, &[]).await.status, 404);
            assert_eq!(client.post(&format!("{path}/end"), &[]).await.status, 404);
        }
        app.travel(TimeDelta::days(400));
        app.run_jobs().await;
    });
}

#[test]
fn who_may_no_longer_write_there_is_told() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (left, cut) = (draft(&app, &world, "Text"), draft(&app, &world, "Annan text"));
        let (author, member) =
            (app.signed_in("author@x.example").await, app.signed_in("member@x.example").await);
        for id in [left, cut] {
            author.post(&format!("/posts/{id}/schedule"), &AT_TEN).await;
        }
        let fields = [("title", "Om"), ("body", ""), ("visibility", "group"), ("act", "draft")];
        assert_eq!(author.post(&format!("/posts/{cut}"), &fields).await.status, 303);
        app.travel(TimeDelta::hours(26));
        app.write(|tx| {
            let now = group_memberships::joined_at;
            let all = group_memberships::table.filter(group_memberships::group_id.eq(world.group));
            diesel::update(all).set(group_memberships::left_at.eq(now.nullable())).execute(&mut **tx)?;
            Ok(())
        });
        app.run_jobs().await;
        assert_eq!([seen(&member, left).await, seen(&member, cut).await], [404, 404]);
        for (id, why) in [(left, "inte längre med i gruppen"), (cut, "inte längre med i gruppen")] {
            let page = author.get(&format!("/posts/{id}")).await;
            assert!(page.first(".notice").contains(why), "{}", page.text());
        }
        let mails = app.mails_to("author@x.example");
        let told: Vec<_> = mails.iter().filter(|mail| mail.row.kind == "post_unpublished").collect();
        assert_eq!(told.len(), 2);
        assert!(told[0].row.text_body.contains("publicerades inte"), "{}", told[0].row.text_body);
    });
}

#[test]
fn a_draft_that_something_is_missing_in_stays_one() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = draft(&app, &world, "Text");
        let author = app.signed_in("author@x.example").await;
        author.post(&format!("/posts/{id}/schedule"), &AT_TEN).await;
        let fields = [("title", "Om"), ("body", ""), ("visibility", "group"), ("act", "draft")];
        author.post(&format!("/posts/{id}"), &fields).await;
        app.travel(TimeDelta::hours(26));
        app.run_jobs().await;
        let page = author.get(&format!("/posts/{id}")).await;
        assert!(page.first(".notice").contains("Något fattas"), "{}", page.text());
        assert!(app.last_mail_to("author@x.example").row.text_body.contains("Något fattas"));
        // Published by hand, nothing is missing any more.
        let whole = [("title", "Om"), ("body", "Text"), ("visibility", "group"), ("act", "publish")];
        author.post(&format!("/posts/{id}"), &whole).await;
        assert_eq!(author.get(&format!("/posts/{id}")).await.count(".notice"), 0);
    });
}
