//! Writing, changing and withdrawing.

use diesel::prelude::*;
use grannskap::db::schema::themes;
use grannskap::posts::Visibility;

use super::world::World;
use crate::support::{TestApp, run};

const GUIDED: [(&str, &str); 8] = [
    ("form", "guided"),
    ("title", "Rektorerna läser varandra"),
    ("situation", "Tre rektorer, samma fråga."),
    ("tried", "En förmiddag i månaden."),
    ("happened", "De slutade *försvara* sig."),
    ("learned", "Fast tid i kalendern."),
    ("question", ""),
    ("visibility", "network"),
];

#[test]
fn a_guided_story_goes_from_draft_to_readers() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (author, member) =
            (app.signed_in("author@x.example").await, app.signed_in("member@x.example").await);
        let form = author.get(&format!("/groups/{}/posts/new", world.group)).await;
        assert_eq!(form.count("form.form textarea"), 5);

        let mut fields = GUIDED.to_vec();
        fields.push(("act", "draft"));
        fields.retain(|(name, _)| *name != "learned");
        let draft = author.post(&format!("/groups/{}/posts", world.group), &fields).await;
        let path = draft.location.unwrap();
        assert_eq!(member.get(&path).await.status, 404);
        assert_eq!(author.get("/posts?tab=drafts").await.first(".card h3"), "Rektorerna läser varandra");

        // Publishing asks for what is missing, and then does.
        let unfinished = author.post(&format!("{path}/publication"), &[]).await;
        assert_eq!(unfinished.location.unwrap(), format!("{path}/edit"));
        let mut fields = GUIDED.to_vec();
        fields.push(("act", "publish"));
        assert_eq!(author.post(&path, &fields).await.status, 303);
        let page = member.get(&path).await;
        assert_eq!(page.first("h1"), "Rektorerna läser varandra");
        assert_eq!(
            page.all(".story h2"),
            ["Situationen", "Vad vi provade", "Vad som hände", "Vad vi lärde oss"]
        );
        assert_eq!(page.first(".story em"), "försvara");
        assert!(page.text().contains("Author Ek, Skolchef, Höör"), "{}", page.text());
    });
}

#[test]
fn what_is_wrong_is_said_and_what_was_typed_is_kept() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let path = format!("/groups/{}/posts", world.group);
        let empty = author.post(&path, &[]).await;
        assert_eq!(empty.status, 422);
        assert!(empty.count(".error-summary li") >= 6, "{:?}", empty.all(".error-summary li"));
        assert!(empty.first("title").starts_with("Fel"));

        let long = "ord ".repeat(262_144);
        let fields = [("form", "free"), ("title", "Lång"), ("body", long.as_str()), ("visibility", "group")];
        let page = author.post(&path, &fields).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attribute("#title", "value").as_deref(), Some("Lång"));
        assert!(page.first("textarea#body").len() > 1_000_000);
        let wrong = [("form", "free"), ("title", "x"), ("body", "x"), ("visibility", "world")];
        assert_eq!(author.post(&path, &wrong).await.status, 422);
        assert_eq!(author.get("/posts?tab=mine").await.count(".card"), 0);
    });
}

#[test]
fn script_stays_text_everywhere() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let bad = "<script>alert(1)</script><svg onload=alert(1)> [x](javascript:alert(1)) ![y](http://x.example/y.png)";
        let mut fields: Vec<_> = GUIDED.iter().map(|(name, _)| (*name, bad)).collect();
        fields.retain(|(name, _)| !["form", "visibility"].contains(name));
        fields.extend([("form", "guided"), ("visibility", "public"), ("act", "publish")]);
        let path = author.post(&format!("/groups/{}/posts", world.group), &fields).await.location.unwrap();
        author.post(&format!("{path}/comments"), &[("body", bad)]).await;
        let stranger = app.client();
        for page in
            [path.clone(), "/posts".to_owned(), "/search?q=script".to_owned(), format!("/search?q={bad}")]
        {
            let page = stranger.get(&page).await;
            assert_eq!(page.status, 200);
            assert_eq!(
                page.count("main script, main svg[onload], main img, main a[href^=javascript]"),
                0,
                "{}",
                page.body
            );
        }
        assert!(!stranger.get("/posts.atom").await.body.contains("<script"));
        app.run_jobs().await;
    });
}

#[test]
fn edits_are_kept_with_their_differences() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Vi läste varje dag.", Visibility::Public);
        let author = app.signed_in("author@x.example").await;
        let fields = [("title", "Om läsning"), ("body", "Vi läste varje vecka."), ("visibility", "public")];
        assert_eq!(author.post(&format!("/posts/{id}"), &fields).await.status, 303);
        let member = app.signed_in("member@x.example").await;
        assert!(member.get(&format!("/posts/{id}")).await.text().contains("Ändrad en gång"));
        let page = member.get(&format!("/posts/{id}/revisions")).await;
        assert!(
            page.first(".diff del").contains("dag") && page.first(".diff ins").contains("vecka"),
            "{}",
            page.text()
        );
        // Earlier versions may have been for fewer readers than the story has now.
        assert_eq!(
            app.signed_in("other@x.example").await.get(&format!("/posts/{id}/revisions")).await.status,
            404
        );
        // Saving without a change adds no version.
        author.post(&format!("/posts/{id}"), &fields).await;
        assert_eq!(member.get(&format!("/posts/{id}/revisions")).await.count(".diff"), 1);
    });
}

#[test]
fn the_author_withdraws_and_the_coordinator_says_why() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (own, judged) = (
            world.publish(&app, "Min", "Text", Visibility::Network),
            world.publish(&app, "Dömd", "Text", Visibility::Network),
        );
        let (author, member) =
            (app.signed_in("author@x.example").await, app.signed_in("member@x.example").await);
        assert_eq!(member.post(&format!("/posts/{own}/withdrawal"), &[("reason", "x")]).await.status, 404);
        assert_eq!(author.get(&format!("/posts/{own}/withdrawal/new")).await.count("textarea"), 0);
        assert_eq!(author.post(&format!("/posts/{own}/withdrawal"), &[]).await.status, 303);
        assert_eq!(member.get(&format!("/posts/{own}")).await.status, 404);
        assert_eq!(author.get(&format!("/posts/{own}")).await.status, 200);

        let coordinator = app.signed_in("coordinator@x.example").await;
        assert_eq!(
            coordinator.post(&format!("/posts/{judged}/withdrawal"), &[("reason", " ")]).await.status,
            422
        );
        let reason = [("reason", "Ett barn går att känna igen.")];
        assert_eq!(coordinator.post(&format!("/posts/{judged}/withdrawal"), &reason).await.status, 303);
        assert_eq!(member.get(&format!("/posts/{judged}")).await.status, 404);
        let mail = app.last_mail_to("author@x.example");
        assert!(mail.row.text_body.contains("Ett barn går att känna igen."));
        app.run_jobs().await;
    });
}

#[test]
fn themes_narrow_the_list() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        app.write(|tx| {
            diesel::delete(themes::table.filter(themes::slug.eq("test-tema"))).execute(&mut **tx)?;
            diesel::insert_into(themes::table)
                .values((
                    themes::slug.eq("test-tema"),
                    themes::name_sv.eq("Prov"),
                    themes::name_en.eq("Test"),
                    themes::position.eq(99),
                    themes::id.eq(grannskap::clock::new_id()),
                ))
                .execute(&mut **tx)?;
            Ok(())
        });
        world.publish(&app, "Utan tema", "Text", Visibility::Group);
        let author = app.signed_in("author@x.example").await;
        let fields = [
            ("form", "free"),
            ("title", "Med tema"),
            ("body", "Text"),
            ("visibility", "group"),
            ("themes", "test-tema"),
            ("themes", "finns-inte"),
        ];
        author.post(&format!("/groups/{}/posts", world.group), &fields).await;
        let page = author.get("/posts?theme=test-tema").await;
        assert_eq!(page.all(".card h3"), ["Med tema"]);
        assert_eq!(page.first(".tag"), "Prov");
    });
}
