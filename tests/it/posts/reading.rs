//! Comments, paging and feeds.

use chrono::TimeDelta;
use grannskap::accounts::{self, Purpose};
use grannskap::posts::Visibility;

use super::world::World;
use crate::support::{TestApp, run};

#[test]
fn a_comment_is_written_changed_and_withdrawn() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Network);
        let sibling = app.signed_in("sibling@x.example").await;
        let path = format!("/posts/{id}");
        assert_eq!(sibling.post(&format!("{path}/comments"), &[("body", " ")]).await.status, 422);
        let long = "å".repeat(6_000);
        let kept = sibling.post(&format!("{path}/comments"), &[("body", &long)]).await;
        assert_eq!((kept.status.as_u16(), kept.first("textarea#body")), (422, long));
        let page = sibling.post_and_follow(&format!("{path}/comments"), &[("body", "Hur **ofta**?")]).await;
        assert_eq!(page.first(".comment strong"), "ofta");
        let edit = page.attribute(".comment a[href$=edit]", "href").unwrap();
        let comment = edit.trim_end_matches("/edit");
        assert_eq!(app.signed_in("author@x.example").await.get(&edit).await.status, 404);
        let page = sibling.post_and_follow(comment, &[("body", "Varje vecka?")]).await;
        assert!(page.first(".comment").contains("Varje vecka?") && page.first(".comment").contains("ändrad"));
        let page = sibling.post_and_follow(&format!("{comment}/withdrawal"), &[]).await;
        assert!(!page.text().contains("Varje vecka?") && page.first(".comment").contains("borttagen"));
        app.run_jobs().await;
    });
}

#[test]
fn only_those_who_belong_comment() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let of_group = world.publish(&app, "Grupp", "Text", Visibility::Group);
        let public = world.publish(&app, "Alla", "Text", Visibility::Public);
        for (who, post, status) in [
            ("member@x.example", of_group, 303),
            ("member@x.example", public, 303),
            ("sibling@x.example", public, 303),
            ("sibling@x.example", of_group, 404),
            ("other@x.example", public, 403),
            ("left@x.example", public, 403),
        ] {
            let page =
                app.signed_in(who).await.post(&format!("/posts/{post}/comments"), &[("body", "Hej")]).await;
            assert_eq!(page.status, status, "{who}");
        }
        app.run_jobs().await;
    });
}

#[test]
fn the_list_goes_on_where_it_stopped() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        for number in 0..32 {
            world.publish(&app, &format!("Nummer {number}"), "Text", Visibility::Public);
            if number % 3 == 0 {
                app.travel(TimeDelta::minutes(1));
            }
        }
        let (client, mut path, mut seen) = (app.client(), "/posts".to_owned(), Vec::new());
        loop {
            let page = client.get(&path).await;
            seen.extend(page.all(".card h3"));
            match page.attribute(".pagination a", "href") {
                Some(next) => path = next,
                None => break,
            }
        }
        let expected: Vec<String> = (0..32).rev().map(|number| format!("Nummer {number}")).collect();
        assert_eq!(seen, expected);
        assert_eq!(client.get("/posts?before=nonsense").await.count(".card"), 15);
    });
}

#[test]
fn feeds_hold_what_their_owner_reads() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        world.publish(&app, "För gruppen & <oss>", "Text", Visibility::Group);
        world.publish(&app, "För alla", "Text", Visibility::Public);
        let token = app.write(|tx| accounts::feed_token(tx, &app.app, Purpose::AtomFeed, world.member));
        let client = app.client();
        let mine = client.get(&format!("/feeds/{token}.atom")).await;
        assert!(
            mine.body.contains("För gruppen &amp; &lt;oss&gt;") && mine.body.contains("För alla"),
            "{}",
            mine.body
        );
        assert!(!mine.body.contains(&token));
        assert_eq!(mine.headers["content-type"], "application/atom+xml; charset=utf-8");
        let public = client.get("/posts.atom").await;
        assert!(public.body.contains("För alla") && !public.body.contains("gruppen"));
        assert_eq!(client.get("/feeds/wrong.atom").await.status, 404);
        let now = app.app.clock.now();
        app.write(|tx| accounts::revoke_feed(tx, Purpose::AtomFeed, world.member, now));
        assert_eq!(client.get(&format!("/feeds/{token}.atom")).await.status, 404);
    });
}
