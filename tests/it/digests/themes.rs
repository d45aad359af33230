//! Following a theme: what comes by it, when, and how it ends.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{people, subscriptions, themes as rows};
use grannskap::db::types::Id;
use grannskap::posts::{self, NewPost, Visibility};
use grannskap::themes;

use super::subscriptions::{MEMBER, at_once, chooses, mornings, network, texts};
use super::{daily, digests_to};
use crate::posts::world::World;
use crate::support::{TestApp, run};

const OTHER: &str = "other@x.example";

/// Publishes a story about a theme.
fn about(app: &TestApp, world: &World, title: &str, slugs: &[&str], readers: Visibility) -> Id {
    app.travel(TimeDelta::seconds(1));
    let now = app.app.clock.now();
    let mut new = NewPost::free(title, "Text", readers);
    new.themes = slugs.iter().map(|slug| (*slug).to_owned()).collect();
    app.write(|tx| posts::create(tx, world.group, world.author, &new, true, now))
}

fn theme(app: &TestApp, slug: &str) -> Id {
    app.read(|db| Ok(rows::table.find(slug).select(rows::id).first(db)?))
}

fn person(app: &TestApp, email: &str) -> Id {
    app.read(|db| Ok(people::table.filter(people::email.eq(email)).select(people::id).first(db)?))
}

fn general(app: &TestApp, frequency: &str) {
    app.write(|tx| {
        diesel::update(people::table).set(people::digest_frequency.eq(frequency)).execute(&mut **tx)?;
        Ok(())
    });
}

#[test]
fn a_theme_is_followed_from_its_page_and_among_the_subscriptions() {
    run(async {
        let app = TestApp::spawn().await;
        World::build(&app).await;
        let member = app.signed_in(MEMBER).await;
        let address = "/themes/matematik";
        assert_eq!(member.get(address).await.count(".filter select[name=frequency]"), 1);
        let page =
            member.post_and_follow(&format!("{address}/subscription"), &[("frequency", "daily")]).await;
        assert!(page.text().contains("nya berättelser kommer varje dag"), "{}", page.text());
        assert!(member.get("/themes").await.text().contains("Du följer det"));
        let field = format!("place-{}", theme(&app, "matematik"));
        let settings = "/settings/subscriptions";
        let chosen = format!("[name={field}] [selected]");
        let page = member.get(settings).await;
        assert_eq!(page.attribute(&chosen, "value").unwrap(), "daily");
        let page = member.post_and_follow(settings, &[("general", "weekly"), (&field, "at_once")]).await;
        assert_eq!(page.attribute(&chosen, "value").unwrap(), "at_once");
        let page = member.post_and_follow(settings, &[("general", "weekly"), (&field, "")]).await;
        assert_eq!(page.attribute(&chosen, "value"), None);
        for _ in 0..2 {
            let page = member.post_and_follow(&format!("{address}/subscription/end"), &[]).await;
            assert_eq!(page.count("select[name=frequency]"), 1);
        }
        assert_eq!(app.client().post(&format!("{address}/subscription"), &[]).await.status, 303);
        assert_eq!(app.client().get(address).await.count("select[name=frequency]"), 0);
        // One that is not for them cannot be followed, nor does its name show when they have.
        let first = network(&app);
        app.write(|tx| themes::add(tx, first, ("Läsglädje", "Joy")));
        let own: (String, Id) = app.read(|db| {
            Ok(rows::table.filter(rows::name_en.eq("Joy")).select((rows::slug, rows::id)).first(db)?)
        });
        let other = app.signed_in(OTHER).await;
        assert_eq!(other.post(&format!("/themes/{}/subscription", own.0), &[]).await.status, 404);
        chooses(&app, person(&app, OTHER), own.1, "daily");
        assert!(!other.get(settings).await.text().contains("Läsglädje"));
        let form = [("general", "weekly"), (&*format!("place-{}", own.1), "weekly")];
        other.post_and_follow(settings, &form).await;
        let kept: String =
            app.read(|db| Ok(subscriptions::table.select(subscriptions::frequency).first(db)?));
        assert_eq!(kept, "daily");
    });
}

#[test]
fn stories_of_a_followed_theme_come_once_whatever_places_they_come_from() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        // Everybody reads weekly, on Mondays; it is Monday nine o'clock.
        for email in [MEMBER, OTHER, "sibling@x.example", "left@x.example"] {
            chooses(&app, person(&app, email), theme(&app, "matematik"), "daily");
            chooses(&app, person(&app, email), theme(&app, "undervisning"), "weekly");
        }
        let both = ["matematik", "undervisning"];
        about(&app, &world, "Gruppxq", &both, Visibility::Group);
        about(&app, &world, "Nätetxq", &both, Visibility::Network);
        about(&app, &world, "Allaxq", &both, Visibility::Public);
        about(&app, &world, "Veckaxq", &["undervisning"], Visibility::Public);
        about(&app, &world, "Utanxq", &[], Visibility::Public);
        mornings(&app, 1).await;
        let wanted: [(&str, &[&str]); 4] = [
            (MEMBER, &["Gruppxq", "Nätetxq", "Allaxq"]),
            ("sibling@x.example", &["Nätetxq", "Allaxq"]),
            (OTHER, &["Allaxq"]),
            ("left@x.example", &["Allaxq"]),
        ];
        for (email, titles) in wanted {
            let mails = texts(&app, email, "digest");
            assert_eq!(mails.len(), 1, "{email}");
            for title in ["Gruppxq", "Nätetxq", "Allaxq", "Veckaxq", "Utanxq"] {
                let times = mails[0].matches(title).count();
                assert_eq!(times, usize::from(titles.contains(&title)), "{email} {title}: {}", mails[0]);
            }
        }
        // From elsewhere it stands under the theme; from one's own places there.
        assert!(texts(&app, OTHER, "digest")[0].contains("Om Matematik, från andra nätverk"));
        assert!(texts(&app, MEMBER, "digest")[0].contains("Grupp ett:"));
        mornings(&app, 6).await;
        for email in [MEMBER, OTHER] {
            let mails = texts(&app, email, "digest");
            assert_eq!(mails.len(), 2, "the rest on Monday");
            for (title, comes) in [("Veckaxq", true), ("Utanxq", true), ("Allaxq", false), ("Gruppxq", false)]
            {
                assert_eq!(mails[1].contains(title), comes, "{email} {title}: {}", mails[1]);
            }
        }
        mornings(&app, 7).await;
        assert_eq!(texts(&app, MEMBER, "digest").len(), 2);
    });
}

#[test]
fn who_gets_nothing_else_gets_what_they_follow_and_more_than_a_few_of_it() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        general(&app, "never");
        chooses(&app, person(&app, OTHER), theme(&app, "matematik"), "daily");
        for n in 0..7 {
            about(&app, &world, &format!("Siffra {n}"), &["matematik"], Visibility::Public);
            about(&app, &world, &format!("Annat {n}"), &[], Visibility::Public);
        }
        mornings(&app, 1).await;
        let mails = texts(&app, OTHER, "digest");
        assert_eq!(
            (mails.len(), mails[0].matches("Siffra").count(), mails[0].matches("Annat").count()),
            (1, 7, 0)
        );
        assert_eq!(digests_to(&app, MEMBER), 0);
    });
}

#[test]
fn a_mute_beats_what_one_follows() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        let (member, sibling) = (world.member, person(&app, "sibling@x.example"));
        // The member mutes the group and follows the theme; the sibling mutes the theme.
        chooses(&app, member, world.group, "never");
        chooses(&app, member, theme(&app, "matematik"), "at_once");
        chooses(&app, sibling, theme(&app, "matematik"), "never");
        chooses(&app, sibling, theme(&app, "undervisning"), "at_once");
        about(&app, &world, "Tystxq", &["matematik", "undervisning"], Visibility::Network);
        about(&app, &world, "Hörsxq", &["undervisning"], Visibility::Network);
        at_once(&app).await;
        mornings(&app, 2).await;
        assert_eq!((texts(&app, MEMBER, "story").len(), digests_to(&app, MEMBER)), (0, 0));
        let mails = texts(&app, "sibling@x.example", "story");
        assert!(mails.len() == 1 && mails[0].contains("Hörsxq"), "{mails:?}");
        assert_eq!(digests_to(&app, "sibling@x.example"), 0);
    });
}

#[test]
fn at_once_by_a_theme_ends_with_the_link_in_the_mail() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        daily(&app);
        let first = network(&app);
        app.write(|tx| themes::add(tx, first, ("Läslust", "Reading")));
        let (slug, id): (String, Id) = app.read(|db| {
            Ok(rows::table.filter(rows::name_sv.eq("Läslust")).select((rows::slug, rows::id)).first(db)?)
        });
        for email in [MEMBER, OTHER, "sibling@x.example"] {
            chooses(&app, person(&app, email), id, "at_once");
        }
        about(&app, &world, "Allaxq", &[&slug], Visibility::Public);
        about(&app, &world, "Gruppxq", &[&slug], Visibility::Group);
        for _ in 0..2 {
            at_once(&app).await;
        }
        for (email, wanted) in
            [(MEMBER, 2), (OTHER, 1), ("sibling@x.example", 1), ("coordinator@x.example", 0)]
        {
            assert_eq!(texts(&app, email, "story").len(), wanted, "{email}");
        }
        let mail = app.last_mail_to(OTHER);
        assert!(
            mail.row.text_body.contains("Du får det här för att du följer Läslust"),
            "{}",
            mail.row.text_body
        );
        mornings(&app, 1).await;
        assert_eq!((digests_to(&app, OTHER), digests_to(&app, MEMBER)), (0, 0), "mailed already stays out");
        // Merged meanwhile: the old link ends what it stands for now, and those who follow it go over.
        app.write(|tx| themes::merge(tx, first, &slug, "las-och-skrivutveckling", app.app.clock.now()));
        app.run_jobs().await;
        about(&app, &world, "Nyttxq", &["las-och-skrivutveckling"], Visibility::Public);
        at_once(&app).await;
        assert!(texts(&app, OTHER, "story").len() == 2 && texts(&app, MEMBER, "story").len() == 3);
        let path = mail.link("/unsubscribe/");
        assert!(app.client().get(&path).await.text().contains("Läs- och skrivutveckling"));
        for _ in 0..2 {
            assert_eq!(app.client().post(&path, &[]).await.status, 200);
        }
        about(&app, &world, "Sistxq", &["las-och-skrivutveckling"], Visibility::Public);
        at_once(&app).await;
        mornings(&app, 1).await;
        assert_eq!((texts(&app, OTHER, "story").len(), digests_to(&app, OTHER)), (2, 0));
        assert_eq!(texts(&app, MEMBER, "story").len(), 4);
        let chosen: Vec<(Id, String)> = app.read(|db| {
            Ok(subscriptions::table
                .filter(subscriptions::person_id.eq(person(&app, OTHER)))
                .select((subscriptions::place_id, subscriptions::frequency))
                .load(db)?)
        });
        assert_eq!(chosen, [(theme(&app, "las-och-skrivutveckling"), "never".to_owned())]);
    });
}
