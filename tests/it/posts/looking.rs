//! Search into comments and notes, by parts of words and phrases, narrowed, and with another spelling.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::seats;
use grannskap::posts::{self, NewPost, Visibility};

use super::talk::say;
use super::world::World;
use crate::notes::{BO, KIM, SIV, after};
use crate::support::{Page, TestApp, run};

fn titles(page: &Page) -> Vec<String> {
    page.all("main .rows .name")
}

#[test]
fn a_story_is_found_by_its_comments_while_they_stand() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let said = say(&app, id, world.member, "Gör som *Umeå*: snöskoter.", None);
        let member = app.signed_in("member@x.example").await;
        let found = member.get("/search?q=snöskotern").await;
        assert_eq!(titles(&found), ["Om läsning"]);
        assert_eq!(found.attribute("main .rows .name", "href"), Some(format!("/comments/{said}")));
        assert!(found.first("main .rows .detail").starts_with("I en kommentar:"));
        assert_eq!(found.all("mark"), ["snöskoter"]);
        // One word in the story, one in the comment.
        assert_eq!(titles(&member.get("/search?q=läste+skoter+snöskoter").await).len(), 0);
        assert_eq!(titles(&member.get("/search?q=läste+snöskoter").await), ["Om läsning"]);
        for email in ["sibling@x.example", "other@x.example"] {
            assert_eq!(
                titles(&app.signed_in(email).await.get("/search?q=snöskoter").await).len(),
                0,
                "{email}"
            );
        }
        member.post(&format!("/comments/{said}"), &[("body", "Gör som Umeå: sparkstötting.")]).await;
        assert_eq!(titles(&member.get("/search?q=snöskoter").await).len(), 0);
        assert_eq!(titles(&member.get("/search?q=sparkstötting").await), ["Om läsning"]);
        member.post(&format!("/comments/{said}/withdrawal"), &[]).await;
        assert_eq!(titles(&member.get("/search?q=sparkstötting").await).len(), 0);
        let hidden = say(&app, id, world.member, "Anna i murmeldjur", None);
        let coordinator = app.signed_in("coordinator@x.example").await;
        coordinator.post(&format!("/comments/{hidden}/hiding"), &[("reason", "Ett namn")]).await;
        assert_eq!(titles(&coordinator.get("/search?q=murmeldjur").await).len(), 0);
        coordinator.post(&format!("/comments/{hidden}/hiding/removal"), &[]).await;
        assert_eq!(titles(&coordinator.get("/search?q=murmeldjur").await), ["Om läsning"]);
        app.run_jobs().await;
    });
}

#[test]
fn notes_are_found_by_those_who_read_them() {
    run(async {
        let (scene, meetup) = after().await;
        scene.writes(meetup, scene.siv, 0, "Alla tog upp **frånvaroregistret**.");
        let app = &scene.app;
        for email in [SIV, BO, KIM] {
            let found = app.signed_in(email).await.get("/search?q=fran&kind=note").await;
            assert!(found.text().contains("Anteckningar"), "{email}");
            assert_eq!(titles(&found), ["Förra träffen"], "{email}");
            assert_eq!(found.attribute("main .rows .name", "href"), Some(format!("/meetups/{meetup}/notes")));
            assert_eq!(found.all("mark"), ["frånvaroregistret"]);
        }
        assert_eq!(titles(&app.client().get("/search?q=frånvaroregister").await).len(), 0);
        // What they said before is not found any more.
        scene.writes(meetup, scene.siv, 1, "Alla tog upp något annat.");
        assert_eq!(titles(&app.signed_in(SIV).await.get("/search?q=frånvaroregister").await).len(), 0);
        app.write(|tx| {
            use grannskap::db::schema::search_notes;
            diesel::delete(search_notes::table).execute(&mut **tx)?;
            Ok(())
        });
        app.write(|tx| grannskap::jobs::enqueue(tx, &posts::RefreshIndex {}, None, scene.now()));
        app.run_jobs().await;
        assert_eq!(
            titles(&app.signed_in(SIV).await.get("/search?q=annat&kind=note").await),
            ["Förra träffen"]
        );
        app.run_jobs().await;
    });
}

#[test]
fn parts_of_words_phrases_and_both_languages() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let text = "Om skolutvecklingen i kommunen, med tid till möten. Two studies show it.";
        world.publish(&app, "Första", text, Visibility::Group);
        app.travel(TimeDelta::minutes(1));
        world.publish(&app, "Andra", "Möten tar tid. Till slut kom vi igång.", Visibility::Group);
        let member = app.signed_in("member@x.example").await;
        for (query, expected) in [
            ("utveckling", &["Första"][..]),
            ("utvecklingar skola", &["Första"]),
            ("study", &["Första"]),
            ("tid möte", &["Andra", "Första"]),
            ("%22tid till möten%22", &["Första"]),
            ("”tid till” möte", &["Andra", "Första"]),
            ("%22tid till mötet%22", &[]),
        ] {
            assert_eq!(
                titles(&member.get(&format!("/search?kind=post&q={query}")).await),
                expected,
                "{query}"
            );
        }
        let marked = member.get("/search?kind=post&q=utveckling").await.all("mark");
        assert_eq!(marked, ["skolutvecklingen"]);
    });
}

#[test]
fn a_search_is_narrowed_to_themes_organisers_and_times() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "Gammal", "Om matematik", Visibility::Network);
        app.travel(TimeDelta::days(40));
        let now = app.app.clock.now();
        app.write(|tx| {
            let mut new = NewPost::free("Ny", "Om matematik", Visibility::Network);
            new.themes = vec!["styrkedja".to_owned()];
            posts::create(tx, world.group, world.author, &new, true, now)?;
            // The author goes on to Göteborg; what they wrote is from where they were.
            diesel::update(seats::table.filter(seats::person_id.eq(world.member)))
                .set(seats::organiser_code.eq("1480"))
                .execute(&mut **tx)?;
            posts::create(
                tx,
                world.group,
                world.member,
                &NewPost::free("Stor", "Matematik", Visibility::Group),
                true,
                now,
            )
        });
        let member = app.signed_in("member@x.example").await;
        for (narrowed, expected) in [
            ("theme=styrkedja", &["Ny"][..]),
            ("theme=finns-inte", &[]),
            ("organiser=höör", &["Ny", "Gammal"]),
            ("organiser=ingen", &[]),
            ("category=large", &["Stor"]),
            ("category=independent", &[]),
            ("county=12", &["Ny", "Gammal"]),
            ("county=14&category=large&time=month", &["Stor"]),
            ("time=month", &["Stor", "Ny"]),
            ("time=year&theme=&county=", &["Stor", "Ny", "Gammal"]),
            ("kind=post", &["Stor", "Ny", "Gammal"]),
            ("kind=group", &[]),
            ("kind=nonsense&time=nonsense&category=nonsense", &["Stor", "Ny", "Gammal"]),
        ] {
            let page = member.get(&format!("/search?q=matematik&{narrowed}")).await;
            assert_eq!(titles(&page), expected, "{narrowed}");
        }
        let page = member.get("/search?q=matematik&county=14&category=small").await;
        assert_eq!(page.count("details[open]"), 1);
        assert_eq!(page.attribute("main .empty a", "href").as_deref(), Some("/search?q=matematik"));
        assert_eq!(page.attribute("#county option[selected]", "value").as_deref(), Some("14"));
    });
}

#[test]
fn another_spelling_is_suggested_when_it_finds_something() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "Om frånvaron", "Närvaroteamet i Höör", Visibility::Group);
        let member = app.signed_in("member@x.example").await;
        for (typed, meant) in [
            ("frånvraon", "frånvaron"),
            ("narvaroteamt", "närvaroteamet"),
            ("gottenburg", ""),
            ("Götebrog", "göteborg"),
        ] {
            let page = member.get(&format!("/search?q={typed}")).await;
            assert_eq!(page.all("main .empty a").concat(), meant, "{typed}");
        }
        let link = member.get("/search?q=frånvraon").await.attribute("main .empty a", "href").unwrap();
        assert_eq!(titles(&member.get(&link).await), ["Om frånvaron"]);
        // Nobody learns of words that they may not read.
        assert_eq!(app.client().get("/search?q=frånvraon").await.count("main .empty a"), 0);
        let other = app.signed_in("other@x.example").await;
        assert_eq!(other.get("/search?q=narvaroteamt").await.count("main .empty a"), 0);
    });
}
