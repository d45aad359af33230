//! Members whom a story mentions are told once, when they may read it.

use grannskap::posts::{self, NewPost, Visibility};

use super::world::{EVERYBODY, World};
use crate::support::{TestApp, run};

/// Who has been told that a story mentions them, and how often.
async fn told(app: &TestApp) -> Vec<(&'static str, usize)> {
    app.run_jobs().await;
    let count =
        |email: &str| app.mails_to(email).iter().filter(|mail| mail.row.kind == "post_mention").count();
    let all = EVERYBODY.iter().map(|email| (email.split('@').next().unwrap(), count(email)));
    all.filter(|(_, count)| *count > 0).collect()
}

#[test]
fn who_is_mentioned_and_may_read_it_is_told_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let text = "Med @Member Ek, @Sibling, @Other Ek och @Author. Skriv till a@Member.";
        let id = world.publish(&app, "Om läsning", text, Visibility::Group);
        assert_eq!(told(&app).await, [("member", 1)]);
        let mail = app.last_mail_to("member@x.example").row;
        assert!(mail.text_body.contains("Author Ek nämner dig i en berättelse"), "{}", mail.text_body);
        assert!(mail.text_body.contains(&format!("/posts/{id}")) && mail.list_id.is_some());
        let author = app.signed_in("author@x.example").await;
        let page = author.get(&format!("/posts/{id}")).await;
        assert!(page.all(".story strong").contains(&"@Member Ek".to_owned()), "{}", page.body);
        // Changed, nobody hears of it again; released, who may read it now does.
        let fields =
            [("title", "Om läsning"), ("body", "Ja, @Member Ek, @Sibling!"), ("visibility", "group")];
        author.post(&format!("/posts/{id}"), &fields).await;
        assert_eq!(told(&app).await, [("member", 1)]);
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "network")]).await;
        assert_eq!(told(&app).await, [("member", 1), ("sibling", 1)]);
        author.post(&format!("/posts/{id}/releases"), &[("visibility", "public")]).await;
        assert_eq!(told(&app).await, [("member", 1), ("sibling", 1)]);
    });
}

#[test]
fn nobody_is_told_of_a_draft_or_of_what_they_mute() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (now, new) = (app.app.clock.now(), NewPost::free("Om", "Hej @Member Ek", Visibility::Group));
        let id = app.write(|tx| posts::create(tx, world.group, world.author, &new, false, now));
        assert_eq!(told(&app).await, []);
        app.write(|tx| posts::publish(tx, id, now));
        assert_eq!(told(&app).await, [("member", 1)]);
        let muted = world.publish(&app, "Två", "Text", Visibility::Group);
        app.signed_in("member@x.example").await.post(&format!("/posts/{muted}/mute"), &[]).await;
        let author = app.signed_in("author@x.example").await;
        let fields = [("title", "Två"), ("body", "Hej @Member Ek"), ("visibility", "group")];
        author.post(&format!("/posts/{muted}"), &fields).await;
        assert_eq!(told(&app).await, [("member", 1)]);
        let by_mail = app.last_mail_to("member@x.example").link("/unsubscribe/post/");
        let path = by_mail.split_once("/unsubscribe").map(|(_, rest)| format!("/unsubscribe{rest}")).unwrap();
        assert_eq!(app.client().post(&path, &[]).await.status, 200);
    });
}
