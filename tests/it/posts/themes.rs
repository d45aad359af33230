//! Themes: the list of a network, free ones, merging, and the pages by theme and by organiser.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{audit_events, post_themes, posts as table, seats, themes as rows};
use grannskap::db::types::Id;
use grannskap::networks;
use grannskap::posts::{self, NewPost, Visibility};
use grannskap::themes;

use super::world::World;
use crate::support::{Page, TestApp, run};

/// Publishes a story about themes by slug.
fn about(app: &TestApp, world: &World, title: &str, themes: &[&str], readers: Visibility) -> Id {
    app.travel(TimeDelta::seconds(1));
    let now = app.app.clock.now();
    let mut new = NewPost::free(title, "Text", readers);
    new.themes = themes.iter().map(|slug| (*slug).to_owned()).collect();
    app.write(|tx| posts::create(tx, world.group, world.author, &new, true, now))
}

fn network(app: &TestApp, slug: &str) -> Id {
    app.read(|db| Ok(networks::by_slug(db, slug)?.id))
}

/// The slug of the network's theme of this name.
fn slug(app: &TestApp, name: &str) -> String {
    app.read(|db| Ok(rows::table.filter(rows::name_sv.eq(name)).select(rows::slug).first(db)?))
}

/// A theme in the list of the first network; its slug.
fn listed(app: &TestApp, name: &str) -> String {
    let network = network(app, "ett");
    app.write(|tx| themes::add(tx, network, (name, name)));
    slug(app, name)
}

#[test]
fn coordinators_keep_the_list_of_their_network() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let coordinator = app.signed_in("coordinator@x.example").await;
        let list = "/networks/ett/themes";
        for name in ["Läsglädje", "Utomhus"] {
            let page = coordinator.post_and_follow(list, &[("name_sv", name), ("name_en", "")]).await;
            assert!(page.text().contains(name), "{}", page.text());
        }
        // One that is there, of everybody's or the network's own, however it is written.
        for name in ["läsglädje", "Matematik", "Mathematics"] {
            let page = coordinator.post(list, &[("name_sv", name)]).await;
            assert_eq!((page.status.as_u16(), page.count(".error-summary a")), (422, 1), "{name}");
        }
        assert_eq!(coordinator.post(list, &[("name_sv", " – ")]).await.status, 422);
        let reading = slug(&app, "Läsglädje");
        let form = format!("/groups/{}/posts/new", world.group);
        let author = app.signed_in("author@x.example").await;
        let boxes = |page: &crate::support::Page| page.count("[name=themes]");
        let page = author.get(&format!("{form}?theme={reading}")).await;
        let before = boxes(&page);
        assert_eq!(page.attribute("[name=themes][checked]", "value").unwrap(), reading);
        // Put away, also of what everybody has: no longer offered, and offered again.
        for theme in [reading.as_str(), "matematik"] {
            let address = format!("{list}/{theme}/archive");
            for _ in 0..2 {
                assert_eq!(coordinator.post(&address, &[]).await.status, 303);
            }
        }
        assert_eq!(boxes(&author.get(&form).await), before - 2);
        assert_eq!(coordinator.post(&format!("{list}/matematik/archive/end"), &[]).await.status, 303);
        assert_eq!(boxes(&author.get(&form).await), before - 1);
        // A story that has it keeps it when it is changed.
        let story = about(&app, &world, "Har temat", &[&reading], Visibility::Group);
        let edit = author.get(&format!("/posts/{story}/edit")).await;
        assert_eq!(edit.attribute("[name=themes][checked]", "value").unwrap(), reading);
        // Another name, the same address.
        let address = format!("{list}/{reading}");
        let taken = coordinator.post(&address, &[("name_sv", "Utomhus")]).await;
        assert_eq!(taken.status, 422);
        coordinator.post_and_follow(&address, &[("name_sv", "Läslust"), ("name_en", "Joy of reading")]).await;
        assert_eq!(author.get(&format!("/themes/{reading}")).await.first("h1"), "Läslust");
        // What everybody has is nobody's to rename or merge.
        assert_eq!(coordinator.post(&format!("{list}/matematik"), &[("name_sv", "X")]).await.status, 404);
        assert_eq!(coordinator.get(&format!("{list}/matematik/edit")).await.status, 404);
        for email in ["member@x.example", "other@x.example"] {
            let somebody = app.signed_in(email).await;
            assert_eq!(somebody.get(list).await.status, 404);
            assert_eq!(somebody.post(list, &[("name_sv", "Mitt")]).await.status, 404);
            assert_eq!(somebody.post(&format!("{address}/archive"), &[]).await.status, 404);
        }
    });
}

#[test]
fn authors_name_themes_that_are_missing() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let reading = listed(&app, "Läsglädje");
        let author = app.signed_in("author@x.example").await;
        let address = format!("/groups/{}/posts", world.group);
        let story = |names: &'static str, visibility: &'static str| {
            let form = [("form", "free"), ("title", "Eget"), ("body", "Text"), ("visibility", visibility)];
            [form.as_slice(), &[("theme_names", names), ("themes", "undervisning")]].concat()
        };
        let long = "x".repeat(61);
        let mut wrong = story("", "group");
        wrong.push(("theme_names", &long));
        wrong.remove(4);
        let page = author.post(&address, &wrong).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attribute("[name=theme_names]", "value").unwrap(), long);
        assert_eq!(author.post(&address, &story("a,b,c,d,e,f,g,h", "group")).await.status, 422);
        // What the network has already is that; the same name is one theme.
        let page = author.post_and_follow(&address, &story("LÄSGLÄDJE, Lekfullt, lekfullt", "group")).await;
        let mut tags = page.all(".tag");
        tags.sort();
        assert_eq!(tags, ["Lekfullt", "Läsglädje", "Undervisning och didaktik"]);
        let free = slug(&app, "Lekfullt");
        assert!(author.get(&format!("/themes/{reading}")).await.text().contains("Eget"));
        // Nobody sees it who reads no story about it; nobody is offered it, until it is taken into the list.
        for (email, status) in
            [("member@x.example", 200), ("sibling@x.example", 404), ("other@x.example", 404)]
        {
            assert_eq!(
                app.signed_in(email).await.get(&format!("/themes/{free}")).await.status,
                status,
                "{email}"
            );
        }
        let new = author.get(&format!("{address}/new")).await;
        assert!(!new.body.contains(&free));
        let coordinator = app.signed_in("coordinator@x.example").await;
        let page = coordinator.get("/networks/ett/themes").await;
        assert!(page.all("#free .name").contains(&"Lekfullt".to_owned()));
        let take = format!("/networks/ett/themes/{free}/listing");
        for _ in 0..2 {
            assert_eq!(coordinator.post(&take, &[]).await.status, 303);
        }
        assert!(author.get(&format!("{address}/new")).await.body.contains(&free));
        assert_eq!(
            app.signed_in("sibling@x.example").await.get(&format!("/themes/{free}")).await.status,
            200
        );
        // One that only a draft has is its author's.
        let mut draft = story("Hemligt", "group");
        draft.push(("act", "draft"));
        author.post_and_follow(&address, &draft).await;
        let secret = slug(&app, "Hemligt");
        assert_eq!(author.get(&format!("/themes/{secret}")).await.status, 200);
        assert_eq!(coordinator.get(&format!("/themes/{secret}")).await.status, 404);
        assert!(!coordinator.get("/networks/ett/themes").await.body.contains("Hemligt"));
    });
}

#[test]
fn what_is_merged_is_found_under_the_new_name() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (old, new) = (listed(&app, "Läslust"), listed(&app, "Läsglädje"));
        let oldest = listed(&app, "Bokprat");
        about(&app, &world, "Enaxq", &[&old], Visibility::Network);
        about(&app, &world, "Bådaxq", &[&old, &new], Visibility::Group);
        about(&app, &world, "Äldstxq", &[&oldest], Visibility::Network);
        let coordinator = app.signed_in("coordinator@x.example").await;
        let merge = |from: &str| format!("/networks/ett/themes/{from}/merger");
        // The page says what it is about; nothing has happened yet.
        let page = coordinator.get(&format!("{}/new?into={new}", merge(&old))).await;
        assert!(page.text().contains("2 berättelser byter tema."), "{}", page.text());
        for into in [old.as_str(), "finns-inte", ""] {
            assert_eq!(coordinator.get(&format!("{}/new?into={into}", merge(&old))).await.status, 404);
            assert_eq!(coordinator.post(&merge(&old), &[("into", into)]).await.status, 409);
        }
        let member = app.signed_in("member@x.example").await;
        assert_eq!(member.post(&merge(&old), &[("into", &new)]).await.status, 404);
        assert_eq!(coordinator.post(&merge("matematik"), &[("into", &new)]).await.status, 404);
        // First the oldest into the old one, then that into the new one: each leads to the last.
        for (from, into) in [(&oldest, &old), (&old, &new)] {
            for _ in 0..2 {
                assert_eq!(coordinator.post(&merge(from), &[("into", into)]).await.status, 303);
            }
            app.run_jobs().await;
        }
        for from in [&oldest, &old] {
            let answer = member.get(&format!("/themes/{from}")).await;
            assert_eq!(
                (answer.status.as_u16(), answer.location.as_deref()),
                (303, Some(&*format!("/themes/{new}")))
            );
            for list in [format!("/posts?theme={from}"), format!("/search?q=text&theme={from}")] {
                let page = member.get(&list).await;
                for title in ["Enaxq", "Bådaxq", "Äldstxq"] {
                    assert!(page.text().contains(title), "{list} {title}: {}", page.text());
                }
            }
        }
        assert_eq!(member.get(&format!("/themes/{new}")).await.count(".card"), 3);
        let left: i64 = app.read(|db| {
            Ok(post_themes::table.filter(post_themes::theme_slug.ne(&new)).count().get_result(db)?)
        });
        assert_eq!(left, 0);
        // Who still has the old form, or types the old name, writes about the new one.
        let story = about(&app, &world, "Senxq", &[&old], Visibility::Network);
        let network = network(&app, "ett");
        let (slugs, named) = app.write(|tx| {
            let of = post_themes::table.filter(post_themes::post_id.eq(story));
            let slugs: Vec<String> = of.select(post_themes::theme_slug).load(&mut **tx)?;
            Ok((slugs, themes::name_free(tx, network, &["bokprat".to_owned()])?))
        });
        assert_eq!((slugs, named), (vec![new.clone()], vec![new.clone()]));
        // The old address tells nothing to those who do not see the new one.
        assert_eq!(app.signed_in("other@x.example").await.get(&format!("/themes/{old}")).await.status, 404);
        assert_eq!(app.client().get(&format!("/themes/{old}")).await.status, 404);
        let written: i64 = app.read(|db| {
            Ok(audit_events::table.filter(audit_events::action.eq("theme-merged")).count().get_result(db)?)
        });
        assert_eq!(written, 4);
    });
}

#[test]
fn a_theme_shows_what_one_may_read_a_page_at_a_time() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let theme = "undervisning";
        for n in 0..20 {
            let readers = if n % 2 == 0 { Visibility::Group } else { Visibility::Public };
            about(&app, &world, &format!("Nummer {n}"), &[theme], readers);
        }
        about(&app, &world, "Annat", &["matematik"], Visibility::Public);
        let pages = async |client: &crate::support::Client, first: String| {
            let (mut titles, mut next) = (Vec::new(), Some(first));
            while let Some(address) = next {
                let page = client.get(&address).await;
                assert_eq!(page.status, 200);
                titles.extend(page.all(".card h3"));
                next = page.attribute("[rel=next]", "href");
            }
            titles
        };
        let member = app.signed_in("member@x.example").await;
        let all = pages(&member, format!("/themes/{theme}")).await;
        assert_eq!((all.len(), all[0].as_str(), all[19].as_str()), (20, "Nummer 19", "Nummer 0"));
        let other = app.signed_in("other@x.example").await;
        assert_eq!(pages(&other, format!("/themes/{theme}")).await.len(), 10);
        assert_eq!(pages(&app.client(), format!("/themes/{theme}")).await.len(), 10);
        // By organiser: what was written in a seat of it.
        let code: String = app.read(|db| {
            Ok(seats::table
                .inner_join(table::table)
                .filter(table::author_id.eq(world.author))
                .select(seats::organiser_code)
                .first(db)?)
        });
        let organiser = format!("/organisers/{code}/posts");
        assert_eq!(pages(&member, organiser.clone()).await.len(), 21);
        assert_eq!(pages(&app.client(), organiser.clone()).await.len(), 11);
        assert_eq!(
            member.get(&format!("/organisers/{code}")).await.count(&format!("[href='{organiser}']")),
            1
        );
        let none = member.get("/organisers/0114/posts").await;
        assert_eq!((none.status.as_u16(), none.count(".card"), none.count(".empty")), (200, 0, 1));
        assert_eq!(member.get("/organisers/9999/posts").await.status, 404);
        assert_eq!(member.get("/themes/finns-inte").await.status, 404);
        // An own theme of the network is for those who belong there, before anybody writes about it.
        let own = listed(&app, "Läsglädje");
        let empty = member.get(&format!("/themes/{own}")).await;
        assert_eq!((empty.status.as_u16(), empty.count(".empty")), (200, 1));
        assert_eq!(empty.count(&format!("[href='/groups/{}/posts/new?theme={own}']", world.group)), 1);
        assert_eq!(other.get(&format!("/themes/{own}")).await.status, 404);
        assert!(member.get("/themes").await.text().contains("Läsglädje"));
        assert!(!other.get("/themes").await.text().contains("Läsglädje"));
        // And for everybody once everybody reads about it.
        about(&app, &world, "Öppet", &[&own], Visibility::Public);
        assert_eq!(app.client().get(&format!("/themes/{own}")).await.status, 200);
        // A story of another network cannot have it.
        let elsewhere = network(&app, "tva");
        let usable = app.read(|db| themes::usable(db, elsewhere, &[own.clone(), theme.to_owned()]));
        assert_eq!(usable.into_iter().collect::<Vec<_>>(), [theme]);
    });
}

/// The groups of a select of themes with what stands in them.
fn offered(page: &Page) -> (Vec<String>, Vec<String>) {
    (page.attributes("#theme optgroup", "label"), page.all("#theme optgroup ~ optgroup option"))
}

#[test]
fn lists_and_search_are_narrowed_by_the_themes_of_ones_networks_too() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let pages = ["/posts", "/search?q=zebra"];
        let member = app.signed_in("member@x.example").await;
        for page in pages {
            let page = member.get(page).await;
            assert_eq!(page.count("#theme optgroup"), 0, "one group alone needs no name");
            assert!(page.count("#theme option") > 10);
        }
        let (reading, outdoors) = (listed(&app, "Läsglädje"), listed(&app, "Utomhus"));
        about(&app, &world, "Zebra", &[&outdoors], Visibility::Network);
        about(&app, &world, "Zebra två", &[], Visibility::Network);
        app.run_jobs().await;
        for page in pages {
            let ours = offered(&member.get(page).await);
            let wanted = ["Teman för alla", "Nätverket ett"].map(str::to_owned).to_vec();
            assert_eq!(ours, (wanted, vec!["Läsglädje".to_owned(), "Utomhus".to_owned()]), "{page}");
            // Those who run it and are not in it, and others.
            let runs = app.signed_in("coordinator@x.example").await.get(page).await;
            assert_eq!(offered(&runs).1, ["Läsglädje", "Utomhus"], "{page}");
            for client in [app.signed_in("other@x.example").await, app.client()] {
                assert!(!client.get(page).await.body.contains("Utomhus"), "{page}");
            }
        }
        let found = member.get(&format!("/search?q=zebra&theme={outdoors}")).await;
        assert_eq!(found.attribute("#theme option[selected]", "value").unwrap(), outdoors);
        assert_eq!(found.all(".rows .name"), ["Zebra"]);
        // Every change is seen at once.
        let network = network(&app, "ett");
        let change = |what: &str| {
            let now = app.app.clock.now();
            app.write(|tx| match what {
                "rename" => themes::rename(tx, network, &reading, ("Läslust", "Joy of reading")),
                "away" => themes::put_away(tx, network, &reading, world.author, now),
                "again" => themes::take_up(tx, network, &reading),
                _ => themes::merge(tx, network, &outdoors, &reading, now),
            });
        };
        for (what, wanted) in [
            ("rename", vec!["Läslust", "Utomhus"]),
            ("away", vec!["Utomhus"]),
            ("again", vec!["Läslust", "Utomhus"]),
            ("merge", vec!["Läslust"]),
        ] {
            change(what);
            for page in pages {
                assert_eq!(offered(&member.get(page).await).1, wanted, "{what} {page}");
            }
        }
        app.run_jobs().await;
    });
}

#[test]
fn a_search_asks_no_more_when_networks_have_lists() {
    run(async {
        let app = TestApp::spawn().await;
        World::build(&app).await;
        let member = app.signed_in("member@x.example").await;
        let count = async || {
            member.get("/search?q=zebra").await;
            let before = app.queries();
            member.get("/search?q=zebra").await;
            app.queries() - before
        };
        let without = count().await;
        listed(&app, "Läsglädje");
        assert_eq!(count().await, without);
    });
}
