//! Step by step to more readers and back, names masked on the way, digests for those to whom it is new; previews.

use chrono::TimeDelta;
use grannskap::posts::Visibility;

use super::world::World;
use crate::support::{TestApp, run};

#[test]
fn a_story_goes_step_by_step_to_everybody_and_back() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let (story, releases) = (format!("/posts/{id}"), format!("/posts/{id}/releases"));
        let (author, sibling) =
            (app.signed_in("author@x.example").await, app.signed_in("sibling@x.example").await);
        let stranger = app.client();
        let reads = [200, 200, 404, 404];
        let seen = async || {
            let coordinator = app.signed_in("coordinator@x.example").await;
            [
                app.signed_in("member@x.example").await.get(&story).await.status,
                coordinator.get(&story).await.status,
                sibling.get(&story).await.status,
                stranger.get(&story).await.status,
            ]
        };
        assert_eq!(seen().await, reads);
        let page = author.get(&story).await;
        let step = page.attribute("main .rows a.button-quiet", "href").unwrap();
        assert_eq!(step, format!("{releases}/new?visibility=network"));
        let form = author.get(&step).await;
        assert_eq!(form.first("h1"), "Visa för nätverket");
        assert!(form.text().contains("inga namn"));
        let said = author.post_and_follow(&releases, &[("visibility", "network")]).await;
        assert!(said.text().contains("Nätverket kan läsa berättelsen nu."));
        assert_eq!(seen().await, [200, 200, 200, 404]);
        // Sent twice it comes to the same.
        author.post(&releases, &[("visibility", "public")]).await;
        author.post(&releases, &[("visibility", "public")]).await;
        assert_eq!(seen().await, [200; 4]);
        assert_eq!(
            author.get(&format!("{releases}/new?visibility=public")).await.status,
            303,
            "it is public"
        );
        author.post(&releases, &[("visibility", "group")]).await;
        assert_eq!(seen().await, reads);
        assert_eq!(author.get(&story).await.count(".rows form[action$='/releases']"), 0);
    });
}

#[test]
fn only_the_author_releases_and_only_what_is_published() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let releases = format!("/posts/{id}/releases");
        for email in ["member@x.example", "coordinator@x.example", "sibling@x.example", "other@x.example"] {
            let client = app.signed_in(email).await;
            assert_eq!(client.get(&format!("{releases}/new?visibility=public")).await.status, 404, "{email}");
            assert_eq!(client.post(&releases, &[("visibility", "public")]).await.status, 404, "{email}");
        }
        let author = app.signed_in("author@x.example").await;
        for visibility in ["", "everybody", "Public"] {
            assert_eq!(author.post(&releases, &[("visibility", visibility)]).await.status, 404);
        }
        author.post(&format!("/posts/{id}/withdrawal"), &[]).await;
        assert_eq!(author.post(&releases, &[("visibility", "public")]).await.status, 404);
        let fields =
            [("title", "Utkast"), ("form", "free"), ("body", ""), ("visibility", "group"), ("act", "draft")];
        let draft = author.post(&format!("/groups/{}/posts", world.group), &fields).await.location.unwrap();
        assert_eq!(author.post(&format!("{draft}/releases"), &[("visibility", "public")]).await.status, 404);
    });
}

#[test]
fn names_are_found_and_masked_before_others_read() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let text = "Member Ek på Björkskolan i Höörs kommun bjöd in Sibling.";
        let id = world.publish(&app, "Höör visar", text, Visibility::Group);
        let (author, releases) = (app.signed_in("author@x.example").await, format!("/posts/{id}/releases"));
        let form = author.get(&format!("{releases}/new?visibility=network")).await;
        let found = form.all("[name=mask] + *, label:has([name=mask])").join(" ");
        for name in ["Member Ek", "Björkskolan", "Höör", "Sibling"] {
            assert!(found.contains(name), "{name} in {found}");
        }
        let chosen = [
            ("visibility", "network"),
            ("mask", "person:Member Ek"),
            ("mask", "school:Björkskolan"),
            ("mask", "organiser:Höör"),
            ("mask", "person:visar"),
        ];
        author.post(&releases, &chosen).await;
        let sibling = app.signed_in("sibling@x.example").await;
        let page = sibling.get(&format!("/posts/{id}")).await;
        assert_eq!(page.first("h1"), "En huvudman visar");
        assert_eq!(page.first("article p"), "En kollega på en skola i en huvudman bjöd in Sibling.");
        // The group reads what it said before; others do not.
        let revisions = format!("/posts/{id}/revisions");
        assert!(author.get(&revisions).await.text().contains("Björkskolan"));
        assert_eq!(sibling.get(&revisions).await.status, 404);
        assert_eq!(sibling.get("/search?q=björkskolan&kind=post").await.count("main .rows li"), 0);
    });
}

#[test]
fn themes_with_a_masked_name_are_taken_away_and_the_form_says_what_comes_along() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let fields = [
            ("title", "Om läsning"),
            ("form", "free"),
            ("body", "Vi läste."),
            ("visibility", "group"),
            ("themes", "undervisning"),
            ("theme_names", "Läsa på Björkskolan, lekfullt"),
        ];
        let story = author.post(&format!("/groups/{}/posts", world.group), &fields).await.location.unwrap();
        let member = app.signed_in("member@x.example").await;
        let said = "Så gör vi också, Sibling Ek.";
        member.post(&format!("{story}/comments"), &[("body", said)]).await;
        let form = author.get(&format!("{story}/releases/new?visibility=network")).await;
        assert!(form.text().contains("Björkskolan (skola, en gång)"), "{}", form.text());
        assert!(form.text().contains("Kommentaren under berättelsen läses då också"), "{}", form.text());
        assert!(form.text().contains("I kommentarerna står Sibling Ek."), "{}", form.text());
        author
            .post(&format!("{story}/releases"), &[("visibility", "network"), ("mask", "school:Björkskolan")])
            .await;
        let sibling = app.signed_in("sibling@x.example").await;
        let page = sibling.get(&story).await;
        assert!(page.text().contains("Undervisning och didaktik") && page.text().contains("lekfullt"));
        assert!(!page.body.contains("Björkskolan"));
        assert!(!sibling.get("/search?q=björkskolan").await.text().contains("Om läsning"));
        app.run_jobs().await;
    });
}

#[test]
fn the_history_of_a_guided_story_says_its_questions_in_words() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let mut fields = vec![
            ("title", "Om läsning"),
            ("form", "guided"),
            ("situation", "Vi läste."),
            ("learned", "Mer tid."),
            ("tried", "Högt."),
            ("happened", "De lyssnade."),
            ("question", "Hur gör ni?"),
            ("visibility", "group"),
        ];
        let story = author.post(&format!("/groups/{}/posts", world.group), &fields).await.location.unwrap();
        fields[3].1 = "Lugn och ro.";
        author.post(&story, &fields).await;
        let history = author.get(&format!("{story}/revisions")).await.text();
        assert!(history.contains("## Vad vi lärde oss"), "{history}");
        for word in ["situation", "tried", "happened", "learned", "question"] {
            assert!(!history.contains(&format!("## {word}")), "{word} in {history}");
        }
    });
}

#[test]
fn a_digest_tells_those_to_whom_it_is_new() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let digest = async || {
            let now = app.app.clock.now();
            grannskap::digests::run_now(&app.app, now).await.unwrap();
            app.run_jobs().await;
            app.travel(TimeDelta::days(8));
        };
        let told = |email: &str| {
            let mails = app.mails_to(email);
            mails
                .iter()
                .filter(|mail| mail.row.kind == "digest" && mail.row.text_body.contains("Om läsning"))
                .count()
        };
        digest().await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        app.travel(TimeDelta::minutes(1));
        digest().await;
        assert_eq!([told("member@x.example"), told("sibling@x.example")], [1, 0]);
        let author = app.signed_in("author@x.example").await;
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "network")]).await;
        app.travel(TimeDelta::minutes(1));
        digest().await;
        assert_eq!([told("member@x.example"), told("sibling@x.example")], [1, 1]);
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "public")]).await;
        app.travel(TimeDelta::minutes(1));
        digest().await;
        digest().await;
        let everybody = ["member@x.example", "sibling@x.example", "other@x.example", "author@x.example"];
        assert_eq!(everybody.map(told), [1, 1, 1, 0]);
    });
}

#[test]
fn a_mail_at_once_comes_to_those_to_whom_it_is_new() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        for email in ["member@x.example", "sibling@x.example"] {
            app.signed_in(email).await.post("/settings/subscriptions", &[("general", "at_once")]).await;
        }
        let soon = async || {
            let now = app.app.clock.now();
            grannskap::digests::run_stories(&app.app, now).await.unwrap();
            app.run_jobs().await;
        };
        let told = |email: &str| app.mails_to(email).iter().filter(|mail| mail.row.kind == "story").count();
        app.travel(TimeDelta::minutes(1));
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        app.travel(TimeDelta::minutes(1));
        soon().await;
        assert_eq!([told("member@x.example"), told("sibling@x.example")], [1, 0]);
        app.travel(TimeDelta::days(20));
        let author = app.signed_in("author@x.example").await;
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "network")]).await;
        for _ in 0..2 {
            app.travel(TimeDelta::minutes(1));
            soon().await;
            assert_eq!([told("member@x.example"), told("sibling@x.example")], [1, 1]);
        }
    });
}

#[test]
fn a_preview_shows_what_is_typed_and_saves_nothing() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let author = app.signed_in("author@x.example").await;
        let free = [
            ("form", "free"),
            ("title", ""),
            ("body", "Vi var på **Björkskolan** <script>alert(1)</script>"),
            ("visibility", "network"),
            ("themes", "styrkedja"),
            ("act", "preview"),
        ];
        let page = author.post(&format!("/groups/{}/posts", world.group), &free).await;
        assert_eq!(page.status, 200);
        assert_eq!(page.first("#preview .story strong"), "Björkskolan");
        assert!(page.first("#preview").contains("De här namnen står i texten: Björkskolan."));
        assert_eq!(page.count("#preview script"), 0);
        assert!(page.first("textarea").contains("<script>alert(1)</script>"));
        assert_eq!(page.attribute("[name=themes][checked]", "value").as_deref(), Some("styrkedja"));
        assert_eq!(author.get("/posts?tab=mine").await.count("main .rows li"), 0);
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        let change = [("title", "Ny"), ("body", "Ny text"), ("visibility", "group"), ("act", "preview")];
        let page = author.post(&format!("/posts/{id}"), &change).await;
        assert!(page.first("#preview").contains("Ny text") && !page.text().contains("De här namnen"));
        assert_eq!(author.get(&format!("/posts/{id}")).await.first("h1"), "Om läsning");
        let guided =
            [("situation", "Läget"), ("learned", "Mycket"), ("visibility", "group"), ("act", "preview")];
        let page = author.post(&format!("/groups/{}/posts", world.group), &guided).await;
        assert_eq!(page.all("#preview h3"), ["Situationen", "Vad vi lärde oss"]);
        let other = app.signed_in("other@x.example").await;
        assert_eq!(other.post(&format!("/groups/{}/posts", world.group), &free).await.status, 404);
        assert_eq!(other.post(&format!("/posts/{id}"), &change).await.status, 404);
    });
}
