//! What is typed of a story is there when its writer comes back, and for nobody else.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::typed_posts;
use grannskap::posts;

use super::world::World;
use crate::support::{TestApp, run};

#[test]
fn what_is_typed_waits_for_its_writer() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (author, member) =
            (app.signed_in("author@x.example").await, app.signed_in("member@x.example").await);
        let (new, keep) =
            (format!("/groups/{}/posts/new", world.group), format!("/groups/{}/posts/typed", world.group));
        let guided =
            [("form", "guided"), ("title", "Halv"), ("tried", "Läste ihop"), ("themes", "styrkedja")];
        assert_eq!(author.post(&keep, &guided).await.status, 204);
        let page = author.get(&new).await;
        assert_eq!(page.attribute("#title", "value").as_deref(), Some("Halv"));
        assert_eq!(page.first("textarea#tried"), "Läste ihop");
        assert_eq!(page.count("input[name=themes][checked]"), 1);
        assert!(page.text().contains("utan att spara"), "{}", page.text());
        let theirs = member.get(&new).await;
        assert_eq!(theirs.attribute("#title", "value").as_deref().unwrap_or(""), "");
        assert!(!theirs.text().contains("utan att spara"));

        // Going on in free text keeps what was answered.
        let free = [("form", "free"), ("title", "Hel"), ("body", "I ett svep")];
        assert_eq!(author.post(&keep, &free).await.status, 204);
        assert_eq!(author.get(&new).await.first("textarea#body"), "I ett svep");
        let page = author.get(&format!("{new}?form=guided")).await;
        assert_eq!(page.first("textarea#tried"), "Läste ihop");
        assert_eq!(page.attribute("#title", "value").as_deref(), Some("Hel"));

        let page = author.post_and_follow(&format!("{keep}/removal"), &[]).await;
        assert_eq!(page.first("textarea#tried"), "");
        author.post(&keep, &guided).await;
        let emptied = [("form", "guided"), ("title", " "), ("tried", "")];
        assert_eq!(author.post(&keep, &emptied).await.status, 204);
        assert_eq!(count(&app), 0);
    });
}

#[test]
fn what_is_saved_is_not_left_behind() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let (path, keep) =
            (format!("/groups/{}/posts", world.group), format!("/groups/{}/posts/typed", world.group));
        let fields = [("form", "free"), ("title", "Klar"), ("body", "Nu"), ("visibility", "group")];
        author.post(&keep, &fields).await;
        let story = author.post(&path, &fields).await.location.unwrap();
        assert_eq!(count(&app), 0);
        // What the script sent as the form was saved comes after it.
        assert_eq!(author.post(&keep, &fields).await.status, 204);
        assert_eq!(count(&app), 0);

        app.travel(TimeDelta::minutes(1));
        let change = format!("{story}/typed");
        assert_eq!(author.post(&change, &[("title", "Klarare"), ("body", "Nu då")]).await.status, 204);
        let form = author.get(&format!("{story}/edit")).await;
        assert_eq!(form.first("textarea#body"), "Nu då");
        assert_eq!(author.get(&story).await.first("h1"), "Klar");
        let fields = [("form", "free"), ("title", "Klarare"), ("body", "Nu då"), ("visibility", "group")];
        assert_eq!(author.post(&story, &fields).await.status, 303);
        assert_eq!(count(&app), 0);
        app.travel(TimeDelta::minutes(1));
        author.post(&change, &[("title", "Än en gång")]).await;
        author.post_and_follow(&format!("{change}/removal"), &[]).await;
        assert_eq!(count(&app), 0);
    });
}

#[test]
fn nobody_keeps_what_they_could_not_save_and_nothing_for_ever() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let path = format!("/groups/{}/posts", world.group);
        let fields = [("form", "free"), ("title", "Min"), ("body", "Text"), ("visibility", "group")];
        let story = author.post(&path, &fields).await.location.unwrap();
        app.travel(TimeDelta::minutes(1));
        for email in ["sibling@x.example", "left@x.example", "other@x.example", "nobody@x.example"] {
            let other = app.signed_in(email).await;
            for address in [&format!("{path}/typed"), &format!("{path}/typed/removal")] {
                assert_eq!(other.post(address, &fields).await.status, 404, "{email} {address}");
            }
        }
        let member = app.signed_in("member@x.example").await;
        for address in [format!("{story}/typed"), format!("{story}/typed/removal")] {
            assert_eq!(member.post(&address, &fields).await.status, 404, "{address}");
        }
        let long = "ord ".repeat(100_000);
        assert_eq!(author.post(&format!("{path}/typed"), &[("body", &long)]).await.status, 413);
        assert_eq!(count(&app), 0);

        author.post(&format!("{path}/typed"), &fields).await;
        let now = app.app.clock.now();
        let swept = |minutes| app.write(move |tx| posts::forget_typed(tx, now + TimeDelta::minutes(minutes)));
        assert_eq!(swept(0), 0);
        assert_eq!(swept(1), 1);
    });
}

fn count(app: &TestApp) -> i64 {
    app.read(|db| Ok(typed_posts::table.count().get_result(db)?))
}
