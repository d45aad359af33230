//! One older story that somebody may like, in a digest that comes anyway.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{alike_due, alike_posts, people, person_themes, suggested_posts};
use grannskap::db::types::Id;
use grannskap::digests::{Composed, run_due};
use grannskap::posts::{self, NewPost, Visibility};

use super::{daily, due};
use crate::posts::world::World;
use crate::support::{TestApp, run};

const MEMBER: &str = "member@x.example";
const TEXT: &str = "Frånvaron minskade när mentorerna ringde hem varje morgon.";
const WHY: &str = "Liknar din berättelse ”Frånvaro och mentorer”";

/// A world where the author told of two things some days ago, and the member has written of the same today.
async fn stage(titles: &[(&str, Visibility)]) -> (TestApp, World, Vec<Id>) {
    let app = TestApp::spawn().await;
    let world = World::build(&app).await;
    daily(&app);
    let old = titles.iter().map(|(title, to)| world.publish(&app, title, TEXT, *to)).collect();
    app.travel(TimeDelta::days(3));
    tells(&app, &world, world.member, "Frånvaro och mentorer", TEXT);
    (app, world, old)
}

fn tells(app: &TestApp, world: &World, by: Id, title: &str, text: &str) -> Id {
    let now = app.app.clock.now();
    let new = NewPost::free(title, text, Visibility::Group);
    app.write(|tx| posts::create(tx, world.group, by, &new, true, now))
}

/// Something new that is like nothing, and a day later the digest: the mail to the member, if there is one.
async fn next(app: &TestApp, world: &World, news: Option<&str>) -> Option<String> {
    if let Some(title) = news {
        tells(app, world, world.author, title, "Kaffe.");
    }
    posts::liken_posts(&app.app).await.unwrap();
    let before = app.mails_to(MEMBER).len();
    app.travel(TimeDelta::days(1));
    due(app).await;
    app.mails_to(MEMBER).into_iter().nth(before).map(|mail| mail.row.text_body)
}

fn suggested(app: &TestApp, person: Id) -> Vec<Id> {
    app.read(|db| {
        let rows = suggested_posts::table.filter(suggested_posts::person_id.eq(person));
        Ok(rows.order(suggested_posts::settled_at).select(suggested_posts::post_id).load(db)?)
    })
}

#[test]
fn each_story_like_ones_own_is_suggested_once() {
    run(async {
        let old = [("Gamla samtalxq", Visibility::Public), ("Gamla grupperxq", Visibility::Group)];
        let (app, world, ids) = stage(&old).await;
        let preview = app.signed_in(MEMBER).await;
        tells(&app, &world, world.author, "Ettxq", "Kaffe.");
        posts::liken_posts(&app.app).await.unwrap();
        let page = preview.get("/digests/preview").await.text();
        let text = next(&app, &world, None).await.unwrap();
        assert!(text.contains("Ett förslag till dig") && text.contains(WHY), "{text}");
        let first = old.iter().position(|(title, _)| text.contains(title)).unwrap();
        assert!(page.contains(old[first].0) && page.contains(WHY), "the preview shows the same: {page}");
        assert!(!text.contains(old[1 - first].0), "one at a time: {text}");
        let html = app.last_mail_to(MEMBER).row.html_body;
        assert!(html.contains(old[first].0) && html.contains("Ett förslag till dig"), "{html}");
        assert_eq!(app.last_mail_to(MEMBER).row.subject, "Ny berättelse: Ettxq");
        assert_eq!(suggested(&app, world.member), [ids[first]]);

        app.write(|tx| {
            let member = people::table.find(world.member);
            Ok(diesel::update(member).set(people::language.eq("en")).execute(&mut **tx)?)
        });
        let text = next(&app, &world, Some("Tvåxq")).await.unwrap();
        assert!(text.contains("Like your story “Frånvaro och mentorer”"), "{text}");
        assert!(text.contains(old[1 - first].0) && !text.contains(old[first].0), "{text}");
        let text = next(&app, &world, Some("Trexq")).await.unwrap();
        assert!(!text.contains("suggestion"), "there is nothing left: {text}");
        assert_eq!(suggested(&app, world.member).len(), 2);
    });
}

#[test]
fn no_digest_comes_for_a_suggestion_alone() {
    run(async {
        let (app, world, _) = stage(&[("Gammalt", Visibility::Public)]).await;
        assert_eq!(next(&app, &world, None).await, None);
        let page = app.signed_in(MEMBER).await.get("/digests/preview").await;
        assert!(page.count(".empty") == 1 && !page.text().contains("Ett förslag"));
        assert_eq!(suggested(&app, world.member), []);
    });
}

#[test]
fn what_somebody_knows_or_may_not_read_is_not_suggested() {
    run(async {
        let old =
            ["Läst", "Följd", "Tystad", "Tillbaka", "Smalnad"].map(|title| (title, Visibility::Network));
        let (app, world, ids) = stage(&old).await;
        posts::liken_posts(&app.app).await.unwrap();
        let member = app.signed_in(MEMBER).await;
        for (id, act) in ids.iter().zip(["reading", "follow", "mute"]) {
            member.post(&format!("/posts/{id}/{act}"), &[]).await;
        }
        let now = app.app.clock.now();
        app.write(|tx| posts::withdraw(tx, ids[3], now));
        // Nobody but its group reads the last one any longer, and the member has left it.
        app.write(|tx| {
            use grannskap::db::schema::{group_memberships, posts as table, seats};
            let narrow = table::table.find(ids[4]);
            diesel::update(narrow).set(table::visibility.eq("group")).execute(&mut **tx)?;
            let of_member = seats::table.filter(seats::person_id.eq(world.member)).select(seats::id);
            let member = group_memberships::table.filter(group_memberships::seat_id.eq_any(of_member));
            Ok(diesel::update(member).set(group_memberships::left_at.eq(now)).execute(&mut **tx)?)
        });
        world.publish(&app, "Nyttxq", "Kaffe.", Visibility::Public);
        let text = next(&app, &world, None).await.unwrap();
        assert!(text.contains("Nyttxq") && !text.contains("Ett förslag"), "{text}");
    });
}

#[test]
fn what_a_digest_or_a_mail_of_its_own_told_is_not_suggested() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        let told = world.publish(&app, "Mentorerna", TEXT, Visibility::Public);
        app.travel(TimeDelta::days(1));
        due(&app).await;
        tells(&app, &world, world.member, "Frånvaro och mentorer", TEXT);
        let text = next(&app, &world, Some("Ett")).await.unwrap();
        assert!(text.contains("Ett") && !text.contains("Liknar"), "{text}");
        assert_eq!(suggested(&app, world.member), [told], "settled once and for all");
        // At once, in a mail of its own.
        app.write(|tx| {
            let member = people::table.find(world.member);
            Ok(diesel::update(member).set(people::stories_at_once.eq(true)).execute(&mut **tx)?)
        });
        let at_once = world.publish(&app, "Mentorernas morgon", TEXT, Visibility::Group);
        grannskap::digests::run_stories(&app.app, app.app.clock.now()).await.unwrap();
        app.run_jobs().await;
        assert_eq!(suggested(&app, world.member), [told, at_once]);
    });
}

#[test]
fn who_has_written_nothing_gets_one_about_a_theme_of_theirs() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        let now = app.app.clock.now();
        let new = |title: &str, visibility| {
            let mut new = NewPost::free(title, "Vi läste varandras analyser.", visibility);
            new.themes = vec!["styrkedja".to_owned()];
            new
        };
        let publish =
            |new: &NewPost| app.write(|tx| posts::create(tx, world.group, world.author, new, true, now));
        let id = publish(&new("Om kedjanxq", Visibility::Public));
        publish(&new("Bara gruppenxq", Visibility::Group));
        app.write(|tx| {
            let row = (
                person_themes::person_id.eq(world.member),
                person_themes::theme_slug.eq("styrkedja"),
                person_themes::direction.eq("needs"),
            );
            Ok(diesel::insert_into(person_themes::table).values(row).execute(&mut **tx)?)
        });
        app.travel(TimeDelta::days(3));
        let text = next(&app, &world, Some("Ett")).await.unwrap();
        assert!(text.contains("Om kedjanxq") && text.contains("som du har i din profil"), "{text}");
        assert!(!text.contains("Bara gruppenxq"), "{text}");
        assert_eq!(suggested(&app, world.member), [id]);
    });
}

#[test]
fn three_workers_and_a_rerun_suggest_once() {
    run(async {
        let (app, world, _) =
            stage(&[("Gammaltxq", Visibility::Public), ("Äldrexq", Visibility::Public)]).await;
        tells(&app, &world, world.author, "Nytt", "Kaffe.");
        posts::liken_posts(&app.app).await.unwrap();
        app.travel(TimeDelta::days(1));
        let now = app.app.clock.now();
        let member = app.signed_in(MEMBER).await;
        let runs = (0..3).map(|_| {
            let app = app.app.clone();
            tokio::spawn(async move { run_due(&app, now).await.unwrap() })
        });
        let runs: Vec<_> = runs.collect();
        // The digest that is asked for at the same time is one of its own.
        member.post("/digests", &[]).await;
        for run in runs {
            run.await.unwrap();
        }
        assert_eq!(run_due(&app.app, now).await.unwrap(), Composed::default());
        app.run_jobs().await;
        let mails = app.mails_to(MEMBER);
        let with = |title: &str| mails.iter().filter(|mail| mail.row.text_body.contains(title)).count();
        assert!(with("Gammaltxq") <= 1 && with("Äldrexq") <= 1 && with(WHY) >= 1, "{}", mails.len());
        assert_eq!(suggested(&app, world.member).len(), with(WHY));
    });
}

#[test]
fn what_is_like_what_is_kept_short_and_follows_the_story() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let kept = |subject: Id| -> Vec<Id> {
            app.read(|db| {
                let of = alike_posts::table.filter(alike_posts::subject_id.eq(subject));
                Ok(of.order(alike_posts::post_id).select(alike_posts::post_id).load(db)?)
            })
        };
        let mut ids = Vec::new();
        for n in 0..12 {
            let by = if n == 0 { world.member } else { world.author };
            ids.push(tells(&app, &world, by, &format!("Frånvaro {n}"), TEXT));
            app.travel(TimeDelta::minutes(1));
        }
        assert_eq!(posts::liken_posts(&app.app).await.unwrap(), 12);
        assert_eq!(posts::liken_posts(&app.app).await.unwrap(), 0);
        let mut newest = ids[4..].to_vec();
        newest.sort();
        assert_eq!(kept(ids[0]), newest, "of those that are as much alike");
        assert_eq!(kept(ids[1]), [ids[0]], "one's own are none");
        assert!(ids.iter().all(|id| kept(*id).len() <= 8 && !kept(*id).contains(id)));
        let now = app.app.clock.now();
        app.write(|tx| posts::withdraw(tx, ids[11], now));
        assert!(!kept(ids[0]).contains(&ids[11]) && kept(ids[11]).is_empty());
        let left: i64 = app.read(|db| Ok(alike_due::table.count().get_result(db)?));
        assert_eq!(left, 0);
    });
}
