//! Search. The same tests pass on both databases, so both find the same.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{groups, network_memberships, people, seats};
use grannskap::posts::{self, Visibility};

use super::world::{World, disable};
use crate::support::{Page, TestApp, run};

fn titles(page: &Page) -> Vec<String> {
    page.all("main .rows .name")
}

#[test]
fn inflections_accents_and_beginnings_find_stories() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(
            &app,
            "Skolan mitt i byn",
            "Om lärandet när åldrarna blandas i Höör.",
            Visibility::Group,
        );
        app.travel(TimeDelta::minutes(1));
        world.publish(
            &app,
            "Något annat",
            "Vi besökte tre **skolor** och pratade om idéer.",
            Visibility::Group,
        );
        let client = app.signed_in("member@x.example").await;
        for (query, expected) in [
            ("skolor", &["Skolan mitt i byn", "Något annat"][..]),
            ("SKOLORNA", &["Skolan mitt i byn", "Något annat"]),
            ("lärande", &["Skolan mitt i byn"]),
            ("larandet", &["Skolan mitt i byn"]),
            ("lära", &["Skolan mitt i byn"]),
            ("åldrar blandade", &["Skolan mitt i byn"]),
            ("hoor", &["Skolan mitt i byn"]),
            ("ideer", &["Något annat"]),
            ("skola besö", &["Något annat"]),
            ("besö skola", &[]),
            ("flygplan", &[]),
        ] {
            let page = client.get(&format!("/search?q={query}")).await;
            let found: Vec<String> = titles(&page)
                .into_iter()
                .filter(|title| title.starts_with("Skolan") || title.starts_with("Något"))
                .collect();
            assert_eq!(found, expected, "{query}");
        }
        assert_eq!(client.get("/search?q=skolan").await.all("mark"), ["skolor"]);
    });
}

#[test]
fn whole_words_come_before_words_that_only_begin_so() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        for (title, body) in
            [("Ett paraply", "på gården"), ("Gården", "ett paraply i regn"), ("Paraplyställ", "hela dagen")]
        {
            world.publish(&app, title, body, Visibility::Group);
            app.travel(TimeDelta::minutes(1));
        }
        let client = app.signed_in("member@x.example").await;
        assert_eq!(titles(&client.get("/search?q=paraply").await), ["Ett paraply", "Gården", "Paraplyställ"]);
        assert_eq!(titles(&client.get("/search?q=paraplyst").await), ["Paraplyställ"]);
    });
}

#[test]
fn ten_of_a_kind_come_first_and_the_others_when_asked_for() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        for n in 1..=12 {
            app.travel(TimeDelta::minutes(1));
            let (title, body) = match n {
                3 | 5 => (format!("Fjällpromenad {n}"), "Vi gick ut.".to_owned()),
                _ => (format!("Berättelse {n}"), "Vi tog en fjällpromenad.".to_owned()),
            };
            world.publish(&app, &title, &body, Visibility::Group);
        }
        let client = app.signed_in("member@x.example").await;
        let first = client.get("/search?q=fjällpromenad").await;
        let found = titles(&first);
        assert_eq!(found.len(), 10);
        // Those with the word in their titles, then the newest.
        assert_eq!(found[..3], ["Fjällpromenad 5", "Fjällpromenad 3", "Berättelse 12"]);
        let more = first.attribute("main a.button-secondary", "href").unwrap();
        let all = client.get(&more).await;
        assert_eq!(titles(&all).len(), 12);
        assert_eq!(all.count("main a.button-secondary"), 0);
    });
}

#[test]
fn strange_queries_find_nothing_and_break_nothing() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "Skolan", "Text", Visibility::Public);
        let long = "ord+".repeat(2_000);
        for query in [
            "",
            "%20",
            "%22",
            "'",
            "%27%20OR%201=1",
            "a%20AND%20NOT",
            "*",
            "(",
            "sp",
            "%00",
            "%F0%9F%92%A9",
            "NEAR(a,b)",
            "-",
            long.as_str(),
        ] {
            let page = app.client().get(&format!("/search?q={query}")).await;
            assert_eq!(page.status, 200, "{query}");
            assert!(!page.text().contains("Skolan"), "{query}");
        }
    });
}

#[test]
fn people_groups_networks_and_organisers_are_found_by_those_who_may() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let member = app.signed_in("member@x.example").await;
        let other = app.signed_in("other@x.example").await;
        let count = |page: Page, path: &str| page.count(&format!("main .rows a[href^='/{path}/']"));
        assert_eq!(count(member.get("/search?q=auth").await, "networks"), 1, "a person, in the directory");
        assert_eq!(count(other.get("/search?q=auth").await, "networks"), 0);
        assert_eq!(count(member.get("/search?q=grupp").await, "groups"), 1, "the other group is not open");
        assert_eq!(count(other.get("/search?q=grupp").await, "groups"), 0);
        assert_eq!(count(member.get("/search?q=natverket").await, "networks"), 1);
        assert_eq!(count(app.client().get("/search?q=nätverket").await, "networks"), 0);
        assert_eq!(count(app.client().get("/search?q=hoor").await, "organisers"), 1);
        // Renamed, protected, erased: the index follows.
        app.write(|tx| {
            diesel::update(people::table.find(world.author))
                .set(people::name.eq("Åsa Öberg"))
                .execute(&mut **tx)?;
            Ok(())
        });
        assert_eq!(count(member.get("/search?q=auth").await, "networks"), 0);
        assert_eq!(count(member.get("/search?q=asa+oberg").await, "networks"), 1);
        app.write(|tx| {
            diesel::update(people::table.find(world.author))
                .set(people::protected.eq(true))
                .execute(&mut **tx)?;
            Ok(())
        });
        assert_eq!(count(member.get("/search?q=asa").await, "networks"), 0);
        // Any part of an organiser's name finds it; who may see what is no word to look for.
        assert!(count(member.get("/search?q=oteborg").await, "organisers") >= 1);
        assert!(titles(&member.get("/search?q=ᚦa").await).is_empty());
    });
}

#[test]
fn what_one_may_find_follows_who_belongs_where() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let member = app.signed_in("member@x.example").await;
        let coordinator = app.signed_in("coordinator@x.example").await;
        let count = |page: Page, path: &str| page.count(&format!("main .rows a[href^='/{path}/']"));
        // Somebody who has left the network, whose account is closed, who comes back, whose seat another takes.
        assert_eq!(count(member.get("/search?q=left").await, "networks"), 0);
        assert_eq!(count(member.get("/search?q=disabled").await, "networks"), 1);
        disable(&app, "disabled@x.example");
        assert_eq!(count(member.get("/search?q=disabled").await, "networks"), 0);
        let of_author = network_memberships::seat_id
            .eq_any(seats::table.filter(seats::person_id.eq(world.author)).select(seats::id));
        let set = |state: &'static str| {
            app.write(|tx| {
                diesel::update(network_memberships::table.filter(of_author))
                    .set(network_memberships::state.eq(state))
                    .execute(&mut **tx)?;
                Ok(())
            });
        };
        assert_eq!(count(member.get("/search?q=author").await, "networks"), 1);
        set("left");
        assert_eq!(count(member.get("/search?q=author").await, "networks"), 0);
        set("active");
        assert_eq!(count(member.get("/search?q=author").await, "networks"), 1);
        app.write(|tx| {
            diesel::update(seats::table.filter(seats::person_id.eq(world.author)))
                .set(seats::person_id.eq(world.member))
                .execute(&mut **tx)?;
            Ok(())
        });
        assert_eq!(count(coordinator.get("/search?q=author").await, "networks"), 0);
        assert_eq!(count(coordinator.get("/search?q=member").await, "networks"), 1);
        // A group that opens is found by the network, one that is closed by nobody.
        let change = |open: bool, closed: bool| {
            let closed = closed.then(|| app.app.clock.now());
            app.write(|tx| {
                diesel::update(groups::table.find(world.group))
                    .set((groups::open.eq(open), groups::closed_at.eq(closed)))
                    .execute(&mut **tx)?;
                Ok(())
            });
        };
        let sibling = app.signed_in("sibling@x.example").await;
        assert_eq!(count(sibling.get("/search?q=grupp+ett").await, "groups"), 0);
        change(true, false);
        assert_eq!(count(sibling.get("/search?q=grupp+ett").await, "groups"), 1);
        change(false, true);
        assert_eq!(count(sibling.get("/search?q=grupp+ett").await, "groups"), 0);
        assert_eq!(count(coordinator.get("/search?q=grupp+ett").await, "groups"), 0);
        change(false, false);
        assert_eq!(count(coordinator.get("/search?q=grupp+ett").await, "groups"), 1);
    });
}

#[test]
fn the_index_follows_edits_and_is_made_anew() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Rubrik", "gammalord", Visibility::Group);
        let author = app.signed_in("author@x.example").await;
        let fields = [("title", "Rubrik"), ("body", "nyttord"), ("visibility", "group")];
        author.post(&format!("/posts/{id}"), &fields).await;
        assert_eq!(titles(&author.get("/search?q=gammalord").await).len(), 0);
        assert_eq!(titles(&author.get("/search?q=nyttord").await), ["Rubrik"]);
        // Indexed in an earlier way, without what has come since.
        app.write(|tx| {
            use grannskap::db::schema::{post_themes, search_posts};
            diesel::update(search_posts::table).set(search_posts::edition.eq(0)).execute(&mut **tx)?;
            let theme = (post_themes::post_id.eq(id), post_themes::theme_slug.eq("styrkedja"));
            diesel::insert_into(post_themes::table).values(theme).execute(&mut **tx)?;
            Ok(())
        });
        let narrowed = "/search?q=nyttord&theme=styrkedja";
        assert_eq!(titles(&author.get(narrowed).await).len(), 0);
        for _ in 0..2 {
            let now = app.app.clock.now();
            app.write(|tx| grannskap::jobs::enqueue(tx, &posts::RefreshIndex {}, None, now));
            app.run_jobs().await;
            assert_eq!(titles(&author.get(narrowed).await), ["Rubrik"]);
        }
    });
}

#[test]
fn protected_writers_are_not_named() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Hemlig", "Text", Visibility::Public);
        let found = format!("/posts/{id}");
        let by_organiser = [
            ("/organisers/1267/posts", "/posts/1-hemlig"),
            ("/search?q=hemlig&organiser=h%C3%B6%C3%B6r", found.as_str()),
        ];
        for (path, link) in by_organiser {
            assert!(app.client().get(path).await.body.contains(link), "{path}");
        }
        app.write(|tx| {
            diesel::update(people::table.find(world.author))
                .set(people::protected.eq(true))
                .execute(&mut **tx)?;
            Ok(())
        });
        for path in [
            format!("/posts/{id}"),
            "/posts".to_owned(),
            "/posts.atom".to_owned(),
            "/search?q=hemlig".to_owned(),
        ] {
            let body = app.client().get(&path).await.body;
            assert!(body.contains("Hemlig") && !body.contains("Author Ek"), "{path}");
        }
        let list = app.client().get("/posts").await.text();
        assert!(list.contains("Skyddad person") && !list.contains("Skolchef"), "{list}");
        // Nor does a list say where they work.
        for (path, link) in by_organiser {
            let body = app.client().get(path).await.body;
            assert!(!body.contains(link), "{path}");
        }
    });
}
