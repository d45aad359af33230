//! Stories that everybody may read: their address, what they tell other sites, and the sheet for paper.

use diesel::prelude::*;
use grannskap::db::schema::posts as table;
use grannskap::db::types::Id;
use grannskap::posts::{self, NewPost, Visibility};

use super::world::World;
use crate::support::{TestApp, run};

fn number(app: &TestApp, id: Id) -> Option<i32> {
    app.read(|db| Ok(table::table.find(id).select(table::number).first(db)?))
}

#[test]
fn a_public_story_has_an_address_to_read_out() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let group = world.publish(&app, "Bara vi", "Text", Visibility::Group);
        let first = world.publish(&app, "Om läsning – på Åsen", "Vi läste.", Visibility::Public);
        let second = world.publish(&app, "Om skrivning", "Vi skrev.", Visibility::Public);
        assert_eq!([group, first, second].map(|id| number(&app, id)), [None, Some(1), Some(2)]);
        let stranger = app.client();
        let page = stranger.get("/posts/1-om-lasning-pa-asen").await;
        assert_eq!((page.status.as_u16(), page.first("h1").as_str()), (200, "Om läsning – på Åsen"));
        for path in ["/posts/1", "/posts/1-om", "/posts/1-om-lasning-pa-asen-"] {
            let page = stranger.get(path).await;
            assert_eq!(page.status, 301, "{path}");
            assert_eq!(page.location.as_deref(), Some("/posts/1-om-lasning-pa-asen"), "{path}");
        }
        // The address by identifier stays what programs rely on.
        let page = stranger.get(&format!("/posts/{first}")).await;
        assert_eq!(page.status, 200);
        let clean = format!("{}/posts/1-om-lasning-pa-asen", app.app.config.link(""));
        assert_eq!(page.attribute("link[rel=canonical]", "href").as_deref(), Some(clean.as_str()));
        let list = stranger.get("/posts").await;
        assert_eq!(list.attribute(".card h3 a", "href").as_deref(), Some("/posts/2-om-skrivning"));
        let feed = stranger.get("/posts.atom").await.body;
        assert!(feed.contains(&format!("<link href=\"{clean}\"/>")), "{feed}");
        assert!(feed.contains("<link rel=\"self\" type=\"application/atom+xml\""), "{feed}");
        for path in ["/posts/3", "/posts/0", "/posts/x", "/posts/-", "/posts/99999999999"] {
            assert_eq!(stranger.get(path).await.status, 404, "{path}");
        }
        // With another title, the address of before leads to the one of now.
        let author = app.signed_in("author@x.example").await;
        let fields = [("title", "Läsning igen"), ("body", "Vi läste."), ("visibility", "public")];
        author.post(&format!("/posts/{first}"), &fields).await;
        let page = stranger.get("/posts/1-om-lasning-pa-asen?until=x").await;
        assert_eq!((page.status.as_u16(), page.location.as_deref()), (301, Some("/posts/1-lasning-igen")));
        // Shown to fewer, it is found by those alone, and says nothing to others.
        author.post(&format!("/posts/{first}/releases"), &[("visibility", "group")]).await;
        for path in ["/posts/1", "/posts/1-lasning-igen"] {
            assert_eq!(stranger.get(path).await.status, 404, "{path}");
        }
        assert_eq!(author.get("/posts/1-lasning-igen").await.status, 200);
        author.post(&format!("/posts/{first}/releases"), &[("visibility", "public")]).await;
        assert_eq!(number(&app, first), Some(1), "it keeps its number");
    });
}

#[test]
fn what_everybody_may_read_tells_other_sites_what_it_is() {
    run(async {
        let app = TestApp::spawn_with(&[("BASE_URL", "https://grannskap.example")]).await;
        let world = World::build(&app).await;
        let text = "Vi **läste** \"varje\" dag <script>alert(1)</script>.";
        let public = world.publish(&app, "Om \"läsning\"", text, Visibility::Public);
        let network = world.publish(&app, "Nätverkets", "Text", Visibility::Network);
        let page = app.client().get(&format!("/posts/{public}")).await;
        let meta =
            |name: &str| page.attribute(&format!("meta[property='{name}']"), "content").unwrap_or_default();
        assert_eq!(meta("og:title"), "Om \"läsning\"");
        assert!(meta("og:description").starts_with("Vi läste \"varje\" dag"), "{}", meta("og:description"));
        assert_eq!(meta("og:type"), "article");
        assert_eq!(meta("og:url"), "https://grannskap.example/posts/1-om-lasning");
        assert_eq!(page.count("head script:not([src])"), 0);
        let author = app.signed_in("author@x.example").await;
        let page = author.get(&format!("/posts/{network}")).await;
        assert_eq!(page.count("meta[property^='og:'], link[rel=canonical]"), 0);
    });
}

#[test]
fn a_sheet_for_paper_holds_the_story_and_questions() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let now = app.app.clock.now();
        let answers =
            ["Läget", "Vi provade", "Det hände", "Vi lärde oss", "Hur gör **ni**?"].map(str::to_owned);
        let new = NewPost::guided("Om läsning", answers, Visibility::Public);
        let id = app.write(|tx| posts::create(tx, world.group, world.author, &new, true, now));
        let page = app.client().get(&format!("/posts/{id}")).await;
        let path = page.attribute("main a[href$='/handout']", "href").unwrap();
        let sheet = app.client().get(&path).await;
        assert_eq!(sheet.first("article h1"), "Om läsning");
        assert_eq!(sheet.first("article .meta"), "Höör");
        assert_eq!(sheet.count("article h2"), 5, "four answers and what to talk about");
        assert_eq!(sheet.first("article strong"), "ni");
        assert_eq!(sheet.count("article li"), 3);
        assert!(sheet.text().contains(&app.app.config.link("/posts/1-om-lasning")));
        let of_group = world.publish(&app, "Bara vi", "Text", Visibility::Group);
        assert_eq!(app.client().get(&format!("/posts/{of_group}/handout")).await.status, 404);
        let member = app.signed_in("member@x.example").await;
        let sheet = member.get(&format!("/posts/{of_group}/handout")).await;
        assert!(sheet.text().contains(&format!("/posts/{of_group}")));
    });
}
