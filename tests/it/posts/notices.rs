//! Who is told of a comment by mail, and who is not; following, muting, mentioning.

use diesel::prelude::*;
use grannskap::db::schema::{group_memberships, people, seats};
use grannskap::db::types::Id;
use grannskap::posts::{self, Visibility};

use super::talk::say;
use super::world::{EVERYBODY, World, disable};
use crate::support::{TestApp, run};

/// Writes a comment on the page, and lets the mail go out.
async fn comment(app: &TestApp, post: Id, who: &str, body: &str) -> String {
    let client = app.signed_in(who).await;
    let page = client.post(&format!("/posts/{post}/comments"), &[("body", body)]).await;
    assert_eq!(page.status, 303, "{}", page.text());
    app.run_jobs().await;
    page.location.unwrap().split("#c-").nth(1).unwrap().to_owned()
}

/// Who has got how many notices, of those who got any.
fn told(app: &TestApp) -> Vec<(&'static str, usize)> {
    let count =
        |email: &str| app.mails_to(email).iter().filter(|mail| mail.row.kind == "comment_notice").count();
    let all = EVERYBODY.iter().map(|email| (email.split('@').next().unwrap(), count(email)));
    all.filter(|(_, count)| *count > 0).collect()
}

#[test]
fn who_wrote_the_story_who_commented_and_who_follows_is_told_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Public);
        let other = app.signed_in("other@x.example").await;
        let page = other.post_and_follow(&format!("/posts/{id}/follow"), &[]).await;
        assert!(page.text().contains("Du får mejl om nya kommentarer."));
        let said = comment(&app, id, "member@x.example", "Hur **ofta**?").await;
        assert_eq!(told(&app), [("author", 1), ("other", 1)]);
        let mail = app.last_mail_to("author@x.example").row;
        assert_eq!(mail.subject, "Kommentar: Om läsning");
        assert!(
            mail.text_body.contains("Member Ek, Skolchef, Höör skriver:\n\nHur ofta?"),
            "{}",
            mail.text_body
        );
        assert!(mail.text_body.contains(&format!("/comments/{said}")));
        assert!(mail.text_body.contains("för att du har skrivit berättelsen"));
        assert!(mail.html_body.contains("<strong>ofta</strong>"));
        assert!(mail.reply_to.is_none() && !mail.text_body.contains("svara på det här mejlet"));
        assert_eq!(mail.list_id, Some(format!("{id}.stories.grannskap.example")));
        // The same form again tells nobody anew; who has commented follows.
        comment(&app, id, "member@x.example", "Hur **ofta**?").await;
        assert_eq!(told(&app), [("author", 1), ("other", 1)]);
        comment(&app, id, "author@x.example", "Varje vecka.").await;
        assert_eq!(told(&app), [("author", 1), ("member", 1), ("other", 2)]);
        // A comment that was withdrawn before the mail went out is told to nobody.
        let client = app.signed_in("member@x.example").await;
        let page = client.post(&format!("/posts/{id}/comments"), &[("body", "Fel")]).await;
        let gone = page.location.unwrap().split("#c-").nth(1).unwrap().to_owned();
        client.post(&format!("/comments/{gone}/withdrawal"), &[]).await;
        app.run_jobs().await;
        assert_eq!(told(&app), [("author", 1), ("member", 1), ("other", 2)]);
    });
}

#[test]
fn who_mutes_is_told_nothing_not_even_of_mentions() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Network);
        comment(&app, id, "member@x.example", "Hur ofta?").await;
        let author = app.signed_in("author@x.example").await;
        // From the mail, without signing in: looking changes nothing, the program's click and the button do.
        let mail = app.last_mail_to("author@x.example");
        let link = mail.link("/unsubscribe/post/");
        assert!(mail.row.unsubscribe_url.as_ref().unwrap().ends_with(&link));
        let stranger = app.client();
        assert_eq!(stranger.get(&link).await.count("form[action^='/unsubscribe/post/']"), 1);
        assert!(author.get(&format!("/posts/{id}")).await.text().contains("Du får mejl om nya"));
        for _ in 0..2 {
            let page = stranger.post(&link, &[("List-Unsubscribe", "One-Click")]).await;
            assert!(page.status == 200 && page.location.is_none());
            assert_eq!(page.first("h1"), "Du får inga fler mejl om berättelsen");
        }
        assert_eq!(stranger.post("/unsubscribe/post/wrong", &[]).await.status, 404);
        assert!(author.get(&format!("/posts/{id}")).await.text().contains("Du får inga mejl om berättelsen"));
        comment(&app, id, "sibling@x.example", "Vad säger @Author Ek och @Member Ek?").await;
        assert_eq!(told(&app), [("author", 1), ("member", 1)]);
        // Followed again.
        author.post(&format!("/posts/{id}/follow"), &[]).await;
        comment(&app, id, "sibling@x.example", "Hallå?").await;
        assert_eq!(told(&app), [("author", 2), ("member", 2)]);
        for who in ["member@x.example", "sibling@x.example"] {
            let page = app.signed_in(who).await.post_and_follow(&format!("/posts/{id}/mute"), &[]).await;
            assert_eq!(page.count("form[action$='/mute']"), 0);
        }
        comment(&app, id, "author@x.example", "Ja.").await;
        assert_eq!(told(&app), [("author", 2), ("member", 2)]);
        let found = app.read(|db| posts::follows_of(db, &[world.author, world.member]));
        let said: Vec<(Id, bool)> = found.iter().map(|follow| (follow.person_id, follow.muted)).collect();
        assert_eq!(said, [(world.author, false), (world.member, true)]);
    });
}

#[test]
fn only_those_who_read_the_story_now_are_told() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Group);
        let network = world.publish(&app, "Nätverket", "Text", Visibility::Network);
        let public = world.publish(&app, "Alla", "Text", Visibility::Public);
        let now = app.app.clock.now();
        let ids: Vec<(Id, String)> = app
            .read(|db| Ok(people::table.order(people::id).select((people::id, people::email)).load(db)?));
        app.write(|tx| {
            for (person, _) in &ids {
                for post in [id, network, public] {
                    posts::follow(tx, post, *person, false, now)?;
                }
            }
            Ok(())
        });
        disable(&app, "disabled@x.example");
        comment(&app, id, "member@x.example", "Ett").await;
        assert_eq!(told(&app), [("author", 1), ("coordinator", 1)]);
        app.write(|tx| {
            let of_author = seats::table.filter(seats::person_id.eq(world.author)).select(seats::id);
            diesel::update(group_memberships::table.filter(group_memberships::seat_id.eq_any(of_author)))
                .set(group_memberships::left_at.eq(now))
                .execute(&mut **tx)?;
            Ok(())
        });
        // Whoever wrote it reads it always.
        comment(&app, id, "member@x.example", "Två").await;
        assert_eq!(told(&app), [("author", 2), ("coordinator", 2)]);
        comment(&app, network, "member@x.example", "Tre").await;
        assert_eq!(told(&app), [("author", 3), ("sibling", 1), ("coordinator", 3)]);
        comment(&app, public, "member@x.example", "Fyra").await;
        let everybody =
            [("author", 4), ("left", 1), ("sibling", 2), ("other", 1), ("coordinator", 4), ("nobody", 1)];
        assert_eq!(told(&app), everybody);
        app.write(|tx| posts::withdraw(tx, public, now));
        let author = app.signed_in("author@x.example").await;
        assert_eq!(author.post(&format!("/posts/{public}/comments"), &[("body", "Fem")]).await.status, 403);
        assert_eq!(author.post(&format!("/posts/{public}/follow"), &[]).await.status, 404);
        let sibling = app.signed_in("sibling@x.example").await;
        for path in [format!("/posts/{id}/follow"), format!("/posts/{id}/mute")] {
            assert_eq!(sibling.post(&path, &[]).await.status, 404);
        }
        app.run_jobs().await;
        assert_eq!(told(&app), everybody);
    });
}

#[test]
fn a_mention_tells_those_who_may_read() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Group);
        let said = comment(
            &app,
            id,
            "author@x.example",
            "Vad säger @member ek, @Sibling Ek, @Other Ek, @Coordinator och @Ek? Skriv till x@Author.",
        )
        .await;
        assert_eq!(told(&app), [("member", 1), ("coordinator", 1)]);
        assert!(
            app.last_mail_to("member@x.example").row.text_body.contains("för att kommentaren nämner dig")
        );
        let author = app.signed_in("author@x.example").await;
        let page = author.get(&format!("/posts/{id}")).await;
        assert_eq!(page.all(".comment strong"), ["@member ek", "@Coordinator"]);
        // Once for a comment and person, though it is changed; who comes in is told.
        let body = [("body", "Vad säger @Member Ek och @Coordinator Ek?")];
        author.post(&format!("/comments/{said}"), &body).await;
        app.run_jobs().await;
        assert_eq!(told(&app), [("member", 1), ("coordinator", 1)]);
        let network = world.publish(&app, "Nätverket", "Text", Visibility::Network);
        let said = say(&app, network, world.author, "Nå?", None);
        author.post(&format!("/comments/{said}"), &[("body", "Nå, @Sibling?")]).await;
        app.run_jobs().await;
        assert_eq!(told(&app), [("member", 1), ("sibling", 1), ("coordinator", 1)]);
        // Two of that name, and somebody whose personal data is protected: plain text.
        app.write(|tx| {
            diesel::update(people::table.filter(people::email.eq("sibling@x.example")))
                .set(people::name.eq("Member Ek"))
                .execute(&mut **tx)?;
            diesel::update(people::table.filter(people::email.eq("coordinator@x.example")))
                .set(people::protected.eq(true))
                .execute(&mut **tx)?;
            Ok(())
        });
        comment(&app, network, "author@x.example", "@Member Ek och @Coordinator Ek, vad säger ni?").await;
        assert_eq!(told(&app), [("member", 1), ("sibling", 1), ("coordinator", 1)]);
        assert_eq!(author.get(&format!("/posts/{network}")).await.count(".comment strong"), 1);
    });
}

#[test]
fn the_api_tells_too_and_protected_writers_are_not_named() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Group);
        app.write(|tx| {
            diesel::update(people::table.find(world.member))
                .set(people::protected.eq(true))
                .execute(&mut **tx)?;
            diesel::update(people::table.find(world.author))
                .set(people::language.eq("en"))
                .execute(&mut **tx)?;
            Ok(())
        });
        comment(&app, id, "member@x.example", "Hej").await;
        let mail = app.last_mail_to("author@x.example").row;
        assert_eq!(mail.subject, "Comment: Om läsning");
        assert!(
            !mail.text_body.contains("Member Ek") && !mail.html_body.contains("Member Ek"),
            "{}",
            mail.text_body
        );
        assert!(mail.text_body.contains("because you wrote the story"));
    });
}
