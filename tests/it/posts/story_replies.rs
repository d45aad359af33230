//! Answers by mail to what tells of a story: to its own mail, to one that mentions somebody, and from a digest.

use chrono::TimeDelta;
use grannskap::db::types::Id;
use grannskap::posts::Visibility;

use super::replies::{INBOUND, bodies, mail, receive, refusals};
use super::world::World;
use crate::support::{TestApp, run};

const MEMBER: &str = "member@x.example";

async fn world() -> (TestApp, World) {
    let app = TestApp::spawn_with(&INBOUND).await;
    let world = World::build(&app).await;
    app.travel(TimeDelta::minutes(1));
    (app, world)
}

/// Sends what is to come at once.
async fn soon(app: &TestApp) {
    app.travel(TimeDelta::minutes(1));
    grannskap::digests::run_stories(&app.app, app.app.clock.now()).await.unwrap();
    app.run_jobs().await;
}

/// Composes everybody's digest.
async fn digest(app: &TestApp) {
    app.travel(TimeDelta::minutes(20));
    grannskap::digests::run_now(&app.app, app.app.clock.now()).await.unwrap();
    app.run_jobs().await;
}

/// The only address for answers in the text of the last mail to somebody.
fn address_in(app: &TestApp, email: &str) -> Option<String> {
    let text = app.last_mail_to(email).row.text_body;
    text.split_whitespace().find(|word| word.starts_with("svar+k")).map(str::to_owned)
}

/// How many comments the page of a story shows.
async fn comments_on(app: &TestApp, id: Id) -> usize {
    app.signed_in(MEMBER).await.get(&format!("/posts/{id}")).await.all(".comment").len()
}

#[test]
fn an_answer_to_the_mail_of_a_story_is_a_comment_on_it() {
    run(async {
        let (app, world) = world().await;
        app.signed_in(MEMBER).await.post("/settings/subscriptions", &[("general", "at_once")]).await;
        let id = world.publish(&app, "Om läsning", "Vi läste.", Visibility::Group);
        soon(&app).await;
        let row = app.last_mail_to(MEMBER).row;
        let to = row.reply_to.clone().unwrap();
        assert!(row.kind == "story" && row.text_body.contains("Du kan också svara på det här mejlet"));
        // Somebody else's mail to that address: its owner hears of it once, and nothing of what it says.
        assert_eq!(receive(&app, mail("author@x.example", &to, 1, "", "Falskt")).await, "foreign-sender");
        assert_eq!(receive(&app, mail(MEMBER, &to, 2, "", "Hur *länge*?")).await, "commented");
        assert_eq!(receive(&app, mail(MEMBER, &to, 2, "", "Hur *länge*?")).await, "known-message");
        app.run_jobs().await;
        assert_eq!(comments_on(&app, id).await, 1);
        let told = app.last_mail_to("author@x.example").row;
        assert!(told.kind == "comment_notice" && told.text_body.contains("Hur länge?"));
        // Withdrawn, it can no longer be answered; who tries gets their words back.
        app.signed_in("author@x.example").await.post(&format!("/posts/{id}/withdrawal"), &[]).await;
        assert_eq!(receive(&app, mail(MEMBER, &to, 3, "", "En sak till.")).await, "refused");
        let refused = refusals(&app, MEMBER);
        assert!(refused.len() == 2 && refused[0].contains("från en annan adress"), "{refused:?}");
        assert!(refused[0].contains(&format!("/posts/{id}")) && !refused[0].contains("Falskt"));
        assert!(refused[1].contains("En sak till."), "{refused:?}");
        assert_eq!(bodies(&app), ["Hur *länge*?"]);
        app.run_jobs().await;
    });
}

#[test]
fn whoever_a_story_mentions_can_answer_the_mail() {
    run(async {
        let (app, world) = world().await;
        world.publish(&app, "Om läsning", "Hej @Member Ek", Visibility::Group);
        app.run_jobs().await;
        let row = app.last_mail_to(MEMBER).row;
        assert!(row.kind == "post_mention" && row.text_body.contains("svara på det här mejlet"));
        let to = row.reply_to.unwrap();
        assert_eq!(receive(&app, mail(MEMBER, &to, 1, "", "Hej själv!")).await, "commented");
        assert_eq!(bodies(&app), ["Hej själv!"]);
        app.run_jobs().await;
    });
}

#[test]
fn stories_in_a_digest_can_be_commented_on_by_mail() {
    run(async {
        let (app, world) = world().await;
        world.publish(&app, "100 % & mer: vad då?", "Vi läste.", Visibility::Public);
        digest(&app).await;
        let row = app.last_mail_to(MEMBER).row;
        // What one answers to a digest as a whole is nobody's comment.
        assert!(row.kind == "digest" && row.reply_to.is_none());
        let to = address_in(&app, MEMBER).unwrap();
        let link =
            format!("href=\"mailto:{to}?subject=Re%3A%20100%20%25%20%26%20mer%3A%20vad%20d%C3%A5%3F\"");
        assert!(row.html_body.contains(&link), "{}", row.html_body);
        // Who reads it without a seat where it stands cannot comment: a coordinator, somebody from another network.
        for email in ["coordinator@x.example", "other@x.example"] {
            assert!(app.last_mail_to(email).row.kind == "digest" && address_in(&app, email).is_none());
        }
        // Each reader has an address of their own.
        let sibling = address_in(&app, "sibling@x.example").unwrap();
        assert_ne!(sibling, to);
        for (number, (from, to, outcome)) in (1..).zip([
            ("author@x.example", to.as_str(), "foreign"),
            ("unknown@x.example", to.as_str(), "foreign"),
            (MEMBER, sibling.as_str(), "foreign"),
            (MEMBER, to.as_str(), "commented"),
            ("sibling@x.example", sibling.as_str(), "commented"),
        ]) {
            assert_eq!(receive(&app, mail(from, to, number, "", from)).await, outcome, "{from}");
            app.travel(TimeDelta::minutes(5));
        }
        app.run_jobs().await;
        assert_eq!(bodies(&app), [MEMBER, "sibling@x.example"]);
    });
}

#[test]
fn without_a_mailbox_no_mail_of_a_story_offers_an_answer() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        app.travel(TimeDelta::minutes(1));
        world.publish(&app, "Om läsning", "Hej @Member Ek", Visibility::Network);
        app.run_jobs().await;
        digest(&app).await;
        for email in [MEMBER, "sibling@x.example"] {
            let row = app.last_mail_to(email).row;
            assert!(row.reply_to.is_none() && !row.html_body.contains("mailto:"), "{}", row.html_body);
            assert!(
                !row.text_body.contains("svara på det här mejlet") && !row.text_body.contains("med ett mejl")
            );
        }
    });
}
