//! Subscriptions: what is chosen for which place, in which order it holds, and what comes when.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{digests, groups, people, subscriptions};
use grannskap::db::types::Id;
use grannskap::digests::MailStories;
use grannskap::jobs;
use grannskap::networks;
use grannskap::posts::{self, Visibility};

use super::{daily, digests_to, due};
use crate::posts::world::World;
use crate::support::{TestApp, run};

pub const MEMBER: &str = "member@x.example";

pub fn network(app: &TestApp) -> Id {
    app.read(|db| Ok(networks::by_slug(db, "ett")?.id))
}

pub fn chooses(app: &TestApp, person: Id, place: Id, frequency: &str) {
    let now = app.app.clock.now();
    app.write(|tx| {
        diesel::delete(subscriptions::table.find((person, place))).execute(&mut **tx)?;
        diesel::insert_into(subscriptions::table)
            .values((
                subscriptions::person_id.eq(person),
                subscriptions::place_id.eq(place),
                subscriptions::frequency.eq(frequency),
                subscriptions::chosen_at.eq(now),
            ))
            .execute(&mut **tx)?;
        Ok(())
    });
}

fn group_sets(app: &TestApp, group: Id, frequency: &str) {
    app.write(|tx| {
        diesel::update(groups::table.find(group))
            .set(groups::digest_default.eq(frequency))
            .execute(&mut **tx)?;
        Ok(())
    });
}

/// The text of every mail of a kind to somebody.
pub fn texts(app: &TestApp, email: &str, kind: &str) -> Vec<String> {
    let mails = app.mails_to(email).into_iter().filter(|mail| mail.row.kind == kind);
    mails.map(|mail| mail.row.text_body).collect()
}

/// Mails stories at once, as the schedule does.
pub async fn at_once(app: &TestApp) {
    app.travel(TimeDelta::minutes(2));
    let now = app.app.clock.now();
    app.write(|tx| jobs::enqueue(tx, &MailStories {}, None, now).map(drop));
    app.run_jobs().await;
}

/// One morning after another, until it was seven so often.
pub async fn mornings(app: &TestApp, days: i64) {
    for _ in 0..days {
        app.travel(TimeDelta::days(1));
        due(app).await;
    }
}

#[test]
fn everything_is_chosen_on_one_page() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let member = app.signed_in(MEMBER).await;
        let address = "/settings/subscriptions";
        let page = member.get(address).await;
        assert_eq!((page.count("tbody tr"), page.count("tbody select")), (2, 2));
        assert!(page.text().contains("En gång i veckan (som allt annat)"), "{}", page.text());
        let (group, place) = (format!("place-{}", world.group), format!("place-{}", network(&app)));
        let form = [("general", "daily"), (group.as_str(), "at_once"), (place.as_str(), "never")];
        for _ in 0..2 {
            let page = member.post_and_follow(address, &form).await;
            assert_eq!(page.attribute(&format!("[name={group}] [selected]"), "value").unwrap(), "at_once");
            assert_eq!(page.attribute(&format!("[name={place}] [selected]"), "value").unwrap(), "never");
            assert_eq!(page.attribute("[name=general] [selected]", "value").unwrap(), "daily");
        }
        // Mistakes change nothing and keep what was chosen.
        let wrong = [("general", "hourly"), (group.as_str(), "weekly"), (place.as_str(), "sometimes")];
        let page = member.post(address, &wrong).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary a")), (422, 2));
        assert_eq!(page.attribute(&format!("[name={group}] [selected]"), "value").unwrap(), "weekly");
        // Places of others are not for me, and what is not in the form stays.
        let other: Id = app.read(|db| {
            Ok(groups::table.filter(groups::name.eq("Grupp två")).select(groups::id).first(db)?)
        });
        let foreign = format!("place-{other}");
        member.post_and_follow(address, &[("general", "at_once"), (foreign.as_str(), "daily")]).await;
        let kept: Vec<(Id, String)> = app.read(|db| {
            Ok(subscriptions::table
                .filter(subscriptions::person_id.eq(world.member))
                .order(subscriptions::frequency)
                .select((subscriptions::place_id, subscriptions::frequency))
                .load(db)?)
        });
        assert_eq!(kept, [(world.group, "at_once".to_owned()), (network(&app), "never".to_owned())]);
        let settings = member.get("/settings").await;
        assert_eq!(settings.attribute("[name=digest_frequency][checked]", "value").unwrap(), "at_once");
        member
            .post_and_follow(address, &[("general", "weekly"), (group.as_str(), ""), (place.as_str(), "")])
            .await;
        let left: i64 = app.read(|db| Ok(subscriptions::table.count().get_result(db)?));
        assert_eq!(left, 0);
        assert_eq!(app.client().get(address).await.status, 303);
        let nobody = app.signed_in("nobody@x.example").await;
        assert_eq!(nobody.get(address).await.count("table"), 0);
    });
}

#[test]
fn what_comes_daily_and_what_comes_weekly_share_a_morning() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        // Everybody reads weekly, on Mondays; the member wants the group daily. It is Monday nine o'clock.
        chooses(&app, world.member, world.group, "daily");
        world.publish(&app, "Iblandxq", "Text", Visibility::Network);
        world.publish(&app, "Gruppxq", "Text", Visibility::Group);
        let elsewhere = |title: &str| {
            use grannskap::db::schema::posts as table;
            let id = world.publish(&app, title, "Text", Visibility::Network);
            let other: Id = app.read(|db| {
                Ok(groups::table.filter(groups::name.eq("Grupp två")).select(groups::id).first(db)?)
            });
            app.write(|tx| {
                Ok(diesel::update(table::table.find(id)).set(table::group_id.eq(other)).execute(&mut **tx)?)
            });
        };
        elsewhere("Nätetxq");
        mornings(&app, 1).await;
        let first = texts(&app, MEMBER, "digest");
        assert_eq!(first.len(), 1);
        assert!(
            first[0].contains("Gruppxq") && first[0].contains("Iblandxq") && !first[0].contains("Nätetxq")
        );
        mornings(&app, 2).await;
        assert_eq!(texts(&app, MEMBER, "digest").len(), 1, "nothing new");
        world.publish(&app, "Torsdagxq", "Text", Visibility::Group);
        mornings(&app, 3).await;
        let second = texts(&app, MEMBER, "digest");
        assert!(second.len() == 2 && second[1].contains("Torsdagxq") && !second[1].contains("Gruppxq"));
        world.publish(&app, "Söndagxq", "Text", Visibility::Group);
        mornings(&app, 1).await;
        let third = texts(&app, MEMBER, "digest");
        assert_eq!(third.len(), 3, "one mail on Monday");
        for (part, wanted) in
            [("Söndagxq", true), ("Nätetxq", true), ("Torsdagxq", false), ("Gruppxq", false)]
        {
            assert_eq!(third[2].contains(part), wanted, "{part}: {}", third[2]);
        }
        mornings(&app, 7).await;
        assert_eq!(texts(&app, MEMBER, "digest").len(), 3);
        // Somebody weekly got one, with all of it.
        let weekly = texts(&app, "coordinator@x.example", "digest");
        assert!(
            weekly.len() == 1
                && ["Gruppxq", "Nätetxq", "Söndagxq"].iter().all(|part| weekly[0].contains(part))
        );
    });
}

#[test]
fn missed_mornings_are_caught_up_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        chooses(&app, world.member, world.group, "daily");
        chooses(&app, world.member, network(&app), "weekly");
        mornings(&app, 1).await;
        world.publish(&app, "Gruppxq", "Text", Visibility::Group);
        world.publish(&app, "Alltxq", "Text", Visibility::Public);
        // The machine stands still over the Monday, until Wednesday.
        app.travel(TimeDelta::days(8));
        due(&app).await;
        due(&app).await;
        let mails = texts(&app, MEMBER, "digest");
        assert!(mails.len() == 1 && mails[0].contains("Gruppxq") && mails[0].contains("Alltxq"), "{mails:?}");
        let rows: Vec<String> = app.read(|db| {
            Ok(digests::table
                .filter(digests::person_id.eq(world.member))
                .filter(digests::items.gt(0))
                .order(digests::period)
                .select(digests::period)
                .load(db)?)
        });
        assert_eq!(rows, ["2026-12-02", "2026-W49"]);
    });
}

#[test]
fn changing_ones_mind_loses_nothing_and_repeats_nothing() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        chooses(&app, world.member, world.group, "weekly");
        chooses(&app, world.member, network(&app), "daily");
        mornings(&app, 1).await;
        world.publish(&app, "Tisdagxq", "Text", Visibility::Group);
        mornings(&app, 1).await;
        assert_eq!(digests_to(&app, MEMBER), 0, "it waits for Monday");
        chooses(&app, world.member, world.group, "daily");
        mornings(&app, 1).await;
        assert_eq!(digests_to(&app, MEMBER), 1, "nothing is lost");
        chooses(&app, world.member, world.group, "weekly");
        mornings(&app, 9).await;
        assert_eq!(digests_to(&app, MEMBER), 1, "nothing comes twice");
    });
}

#[test]
fn the_group_sets_what_holds_for_those_who_have_not_chosen() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let coordinator = app.signed_in("coordinator@x.example").await;
        let address = format!("/groups/{}", world.group);
        let form = |frequency| [("name", "Grupp ett"), ("digest_default", frequency)];
        assert_eq!(coordinator.post(&address, &form("hourly")).await.status, 422);
        coordinator.post_and_follow(&address, &form("daily")).await;
        let edit = coordinator.get(&format!("{address}/edit")).await;
        assert_eq!(edit.attribute("[name=digest_default] [selected]", "value").unwrap(), "daily");
        // A form of before leaves it.
        coordinator.post_and_follow(&address, &[("name", "Grupp ett")]).await;
        let member = app.signed_in(MEMBER).await;
        assert_eq!(member.post(&address, &form("never")).await.status, 404);
        let page = member.get("/settings/subscriptions").await;
        assert!(page.text().contains("Varje dag (som gruppen har valt)"), "{}", page.text());
        // The other member wants nothing at all: a group's choice is no reason to write.
        app.write(|tx| {
            let other = people::table.filter(people::email.eq("disabled@x.example"));
            diesel::update(other).set(people::digest_frequency.eq("never")).execute(&mut **tx)?;
            Ok(())
        });
        world.publish(&app, "Ny", "Text", Visibility::Group);
        mornings(&app, 1).await;
        assert_eq!((digests_to(&app, MEMBER), digests_to(&app, "disabled@x.example")), (1, 0));
        assert_eq!(digests_to(&app, "coordinator@x.example"), 0, "weekly, and not a member");
        chooses(&app, world.member, world.group, "never");
        world.publish(&app, "Nyare", "Text", Visibility::Group);
        mornings(&app, 8).await;
        assert_eq!(digests_to(&app, MEMBER), 1, "one's own choice holds");
    });
}

#[test]
fn at_once_is_one_mail_and_not_in_the_digest() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        chooses(&app, world.member, world.group, "at_once");
        // Chosen for a group that they have left, or are not in: nothing comes.
        for email in ["left@x.example", "sibling@x.example"] {
            let id: Id = app
                .read(|db| Ok(people::table.filter(people::email.eq(email)).select(people::id).first(db)?));
            chooses(&app, id, world.group, "at_once");
        }
        app.run_jobs().await;
        world.publish(&app, "Genastxq", "Så **här** var det.", Visibility::Group);
        for _ in 0..3 {
            at_once(&app).await;
        }
        let mails = texts(&app, MEMBER, "story");
        assert_eq!(mails.len(), 1);
        for part in ["Genastxq", "Author Ek, Skolchef, Höör", "Grupp ett", "Så här var det."] {
            assert!(mails[0].contains(part), "{part}: {}", mails[0]);
        }
        for email in ["left@x.example", "sibling@x.example", "author@x.example", "disabled@x.example"] {
            assert_eq!(texts(&app, email, "story").len(), 0, "{email}");
        }
        mornings(&app, 1).await;
        assert_eq!((digests_to(&app, MEMBER), digests_to(&app, "disabled@x.example")), (0, 1));
        // What is withdrawn before it is mailed is not mailed.
        let gone = world.publish(&app, "Bortaxq", "Text", Visibility::Group);
        let now = app.app.clock.now();
        app.write(|tx| posts::withdraw(tx, gone, now));
        at_once(&app).await;
        assert_eq!(texts(&app, MEMBER, "story").len(), 1);
    });
}

#[test]
fn at_once_from_everywhere_means_ones_groups_and_networks() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        app.write(|tx| {
            diesel::update(people::table)
                .set((people::digest_frequency.eq("daily"), people::stories_at_once.eq(true)))
                .execute(&mut **tx)?;
            Ok(())
        });
        world.publish(&app, "Gruppxq", "Text", Visibility::Group);
        world.publish(&app, "Nätetxq", "Text", Visibility::Network);
        world.publish(&app, "Allaxq", "Text", Visibility::Public);
        at_once(&app).await;
        for (email, wanted) in [
            (MEMBER, 3),
            ("coordinator@x.example", 3),
            ("sibling@x.example", 2),
            ("other@x.example", 0),
            ("left@x.example", 0),
        ] {
            assert_eq!(texts(&app, email, "story").len(), wanted, "{email}");
        }
        mornings(&app, 1).await;
        assert_eq!((digests_to(&app, MEMBER), digests_to(&app, "other@x.example")), (0, 1));
        // The group's choice beats the general one, and a link in the mail ends it all the same.
        group_sets(&app, world.group, "weekly");
        world.publish(&app, "Senarexq", "Text", Visibility::Group);
        at_once(&app).await;
        assert_eq!(texts(&app, MEMBER, "story").len(), 3);
        assert_eq!(texts(&app, "coordinator@x.example", "story").len(), 4);
    });
}

#[test]
fn the_link_in_a_story_ends_what_it_came_by() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        chooses(&app, world.member, world.group, "at_once");
        world.publish(&app, "Ny", "Text", Visibility::Group);
        at_once(&app).await;
        let mail = app.last_mail_to(MEMBER);
        let url = mail.row.unsubscribe_url.clone().unwrap();
        let path = mail.link("/unsubscribe/");
        assert!(url.ends_with(&path) && mail.row.list_id.is_some());
        let page = app.client().get(&path).await;
        assert!(page.text().contains("Grupp ett"), "{}", page.text());
        for _ in 0..2 {
            let request = app.client().request(reqwest::Method::POST, &path);
            let answer =
                request.header("sec-fetch-site", "cross-site").body("List-Unsubscribe=One-Click").send();
            assert_eq!(answer.await.unwrap().status(), 200);
        }
        world.publish(&app, "Nyare", "Text", Visibility::Group);
        mornings(&app, 1).await;
        assert_eq!((texts(&app, MEMBER, "story").len(), digests_to(&app, MEMBER)), (1, 0));
        let frequency: String =
            app.read(|db| Ok(people::table.find(world.member).select(people::digest_frequency).first(db)?));
        assert_eq!(frequency, "daily", "the rest still comes");
    });
}

#[test]
fn unsubscribing_from_digests_ends_what_was_chosen_too() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        chooses(&app, world.member, world.group, "at_once");
        group_sets(&app, world.group, "daily");
        world.publish(&app, "Ny", "Text", Visibility::Public);
        chooses(&app, world.member, network(&app), "daily");
        at_once(&app).await;
        world.publish(&app, "Tvåan", "Text", Visibility::Group);
        chooses(&app, world.member, world.group, "daily");
        mornings(&app, 1).await;
        let path = app.last_mail_to(MEMBER).link("/unsubscribe/");
        assert_eq!(app.last_mail_to(MEMBER).row.kind, "digest");
        assert_eq!(app.client().post(&path, &[]).await.status, 200);
        let before = app.mails_to(MEMBER).len();
        world.publish(&app, "Nyare", "Text", Visibility::Group);
        mornings(&app, 9).await;
        assert_eq!(app.mails_to(MEMBER).len(), before);
    });
}
