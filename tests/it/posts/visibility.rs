//! Who reads what: every story as everybody, on every path.

use grannskap::db::types::Id;
use grannskap::posts::{self, NewPost, Visibility};

use super::world::{EVERYBODY, World, disable};
use crate::support::{Client, TestApp, run};

/// The words that mark each story; found on a page, the story has been shown.
const MARKS: [(&str, Visibility); 3] = [
    ("markgroupxq", Visibility::Group),
    ("marknetworkxq", Visibility::Network),
    ("markpublicxq", Visibility::Public),
];

/// What somebody reads: group, network, public stories.
fn expected(email: &str) -> [bool; 3] {
    match email.split('@').next().unwrap() {
        "author" | "member" | "coordinator" => [true, true, true],
        "sibling" => [false, true, true],
        _ => [false, false, true],
    }
}

#[test]
fn every_path_shows_exactly_what_the_story_page_shows() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let ids: Vec<Id> = MARKS
            .iter()
            .map(|(mark, visibility)| world.publish(&app, mark, &format!("Text {mark}"), *visibility))
            .collect();
        let now = app.app.clock.now();
        let draft = NewPost::free("markdraftxq", "markdraftxq", Visibility::Public);
        let draft = app.write(|tx| posts::create(tx, world.group, world.author, &draft, false, now));
        let withdrawn = world.publish(&app, "markwithdrawnxq", "markwithdrawnxq", Visibility::Public);
        app.write(|tx| posts::withdraw(tx, withdrawn, now));

        let disabled = app.signed_in("disabled@x.example").await;
        disable(&app, "disabled@x.example");
        check(&app, &disabled, "disabled", [false, false, true], &ids).await;
        check(&app, &app.client(), "stranger", [false, false, true], &ids).await;
        for email in EVERYBODY.into_iter().filter(|email| !email.starts_with("disabled")) {
            let client = app.signed_in(email).await;
            check(&app, &client, email, expected(email), &ids).await;
            let own = if email.starts_with("author") { 200 } else { 404 };
            for hidden in [draft, withdrawn] {
                assert_eq!(client.get(&format!("/posts/{hidden}")).await.status, own, "{email}");
            }
            for path in ["/posts", "/search?q=markdraftxq", "/search?q=markwithdrawnxq"] {
                let body = client.get(path).await.text();
                assert!(
                    !body.contains("Text markdraftxq") && !body.contains("Text markwithdrawnxq"),
                    "{email} {path}"
                );
            }
        }
    });
}

async fn check(app: &TestApp, client: &Client, who: &str, expected: [bool; 3], ids: &[Id]) {
    let list = client.get("/posts").await.text();
    for (((mark, _), expected), id) in MARKS.iter().zip(expected).zip(ids) {
        let page = client.get(&format!("/posts/{id}")).await;
        assert_eq!(page.status == 200, expected, "{who} page {mark}");
        assert_eq!(list.contains(mark), expected, "{who} list {mark}");
        let found = client.get(&format!("/search?q={mark}")).await;
        assert_eq!(found.count("main .rows li") == 1, expected, "{who} search {mark}");
    }
    let _ = app;
}

#[test]
fn nobody_but_the_author_changes_a_story() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Min", "Text", Visibility::Public);
        let fields = [("title", "Annan"), ("body", "Annan"), ("visibility", "public"), ("form", "free")];
        for email in EVERYBODY.into_iter().filter(|email| !email.starts_with("author")) {
            let client = app.signed_in(email).await;
            assert_eq!(client.get(&format!("/posts/{id}/edit")).await.status, 404, "{email}");
            assert_eq!(client.post(&format!("/posts/{id}"), &fields).await.status, 404, "{email}");
            assert_eq!(client.post(&format!("/posts/{id}/publication"), &[]).await.status, 404, "{email}");
            let inside = email.starts_with("member") || email.starts_with("disabled");
            let page = client.post(&format!("/groups/{}/posts", world.group), &fields).await;
            assert_eq!(page.status, if inside { 303 } else { 404 }, "{email}");
        }
        assert_eq!(app.client().get(&format!("/posts/{id}")).await.first("h1"), "Min");
    });
}

#[test]
fn unknown_and_malformed_addresses_are_not_found() {
    run(async {
        let app = TestApp::spawn().await;
        World::build(&app).await;
        let client = app.signed_in("author@x.example").await;
        let unknown = "00000000-0000-7000-8000-000000000000";
        for id in [unknown, "x", "%00", "1"] {
            for path in [
                "/posts/ID",
                "/posts/ID/edit",
                "/posts/ID/revisions",
                "/posts/ID/withdrawal/new",
                "/comments/ID/edit",
                "/groups/ID/posts/new",
            ] {
                assert_eq!(client.get(&path.replace("ID", id)).await.status, 404, "{path} {id}");
            }
        }
    });
}
