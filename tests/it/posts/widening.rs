//! Those who have commented on a story are told when more people read it, and with it what they wrote.

use diesel::prelude::*;
use grannskap::db::schema::{group_memberships, network_memberships, seats};
use grannskap::db::types::Id;
use grannskap::posts::{self, Visibility};

use super::approving::{request, with_approver, yes};
use super::talk::say;
use super::world::{World, disable};
use crate::support::{TestApp, run};

/// What the mails to somebody about more readers say.
fn told(app: &TestApp, email: &str) -> Vec<String> {
    let mails = app.mails_to(email).into_iter().filter(|mail| mail.row.kind == "comment_widened");
    mails.map(|mail| mail.row.text_body).collect()
}

async fn release(app: &TestApp, story: Id, to: &str) {
    let author = app.signed_in("author@x.example").await;
    let page = author.post(&format!("/posts/{story}/releases"), &[("visibility", to)]).await;
    assert_eq!(page.status, 303, "{}", page.text());
    app.run_jobs().await;
}

fn person(app: &TestApp, email: &str) -> Id {
    app.read(|db| Ok(grannskap::accounts::find_by_email(db, email)?.unwrap().id))
}

#[test]
fn who_has_commented_is_told_once_for_each_step() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text av Siv.", Visibility::Group);
        say(&app, id, world.author, "Frågar åt Bo.", None);
        say(&app, id, world.member, "Hos oss är det svårt.", None);
        let last = say(&app, id, world.member, "Men roligt.", None);
        // Muting the story is about what others say.
        let now = app.app.clock.now();
        app.write(|tx| posts::follow(tx, id, world.member, true, now));
        let author = app.signed_in("author@x.example").await;
        let form = author.get(&format!("/posts/{id}/releases/new?visibility=network")).await;
        assert!(form.text().contains("som skrev och som får veta det"), "{}", form.text());
        assert!(
            author.get(&format!("/posts/{id}")).await.text().contains("även om fler får läsa den senare")
        );
        release(&app, id, "network").await;
        let mail = app.last_mail_to("member@x.example");
        assert_eq!(mail.row.subject, "Fler läser det du skrev: Om läsning");
        let said = &mail.row.text_body;
        let sentence = "Alla i nätverket kan nu läsa berättelsen ”Om läsning”, och därmed också dina \
                        kommentarer till den.";
        assert!(said.contains(sentence) && said.contains("ta bort dem när du vill"), "{said}");
        for secret in ["Author", "Bo", "Siv", "svårt", "roligt"] {
            assert!(!said.contains(secret) && !mail.row.html_body.contains(secret), "{secret}: {said}");
        }
        let member = app.signed_in("member@x.example").await;
        let there = member.get(&mail.link("/comments/")).await.location.unwrap();
        assert!(there.ends_with(&format!("#c-{last}")), "{there}");
        assert_eq!(member.get(&format!("/comments/{last}/edit")).await.status, 200);
        // Back and again, sent twice, and on.
        for to in ["network", "group", "network", "public", "public"] {
            release(&app, id, to).await;
        }
        let said = told(&app, "member@x.example");
        assert!(said.len() == 2 && said[1].contains("Vem som helst kan nu läsa berättelsen"), "{said:?}");
        assert!(told(&app, "author@x.example").is_empty());
    });
}

#[test]
fn only_whose_comments_stand_and_who_may_read_them_is_told() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Network);
        let sibling = person(&app, "sibling@x.example");
        say(&app, id, sibling, "Ett", None);
        let withdrawn = say(&app, id, world.member, "Två", None);
        let member = app.signed_in("member@x.example").await;
        member.post(&format!("/comments/{withdrawn}/withdrawal"), &[]).await;
        // Narrowed before anybody is told: nobody is. The edit form releases too.
        release(&app, id, "group").await;
        let author = app.signed_in("author@x.example").await;
        for to in ["network", "group"] {
            let fields = [("title", "Om läsning"), ("body", "Text"), ("visibility", to)];
            author.post(&format!("/posts/{id}"), &fields).await;
        }
        app.run_jobs().await;
        assert!(told(&app, "sibling@x.example").is_empty());
        // Who has left the network reads it again when everybody does.
        app.write(|tx| {
            let seats = seats::table.filter(seats::person_id.eq(sibling)).select(seats::id);
            diesel::delete(group_memberships::table.filter(group_memberships::seat_id.eq_any(seats)))
                .execute(&mut **tx)?;
            diesel::delete(network_memberships::table.filter(network_memberships::seat_id.eq_any(seats)))
                .execute(&mut **tx)?;
            Ok(())
        });
        release(&app, id, "network").await;
        assert!(told(&app, "sibling@x.example").is_empty());
        release(&app, id, "public").await;
        assert_eq!(told(&app, "sibling@x.example").len(), 1);
        assert!(told(&app, "sibling@x.example")[0].contains("din kommentar till den"));
        assert!(told(&app, "member@x.example").is_empty());
        // An account that is closed.
        let closed = world.publish(&app, "Om räkning", "Text", Visibility::Group);
        say(&app, closed, world.member, "Tre", None);
        disable(&app, "member@x.example");
        release(&app, closed, "public").await;
        assert!(told(&app, "member@x.example").is_empty());
    });
}

#[test]
fn when_an_approver_is_asked_they_are_told_when_the_story_goes_on() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let (approver, _) = with_approver(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Group);
        say(&app, id, world.member, "Ett", None);
        release(&app, id, "network").await;
        assert!(told(&app, "member@x.example").is_empty());
        assert_eq!(yes(&approver, request(&app, id)).await, 303);
        app.run_jobs().await;
        assert_eq!(told(&app, "member@x.example").len(), 1);
        // Who says yes has commented too, and knows what they say yes to.
        let other = world.publish(&app, "Om räkning", "Text", Visibility::Group);
        let holder = person(&app, "approver@x.example");
        app.write(|tx| {
            let seat = seats::table.filter(seats::person_id.eq(holder)).select(seats::id).first(&mut **tx)?;
            grannskap::groups::add_member(tx, world.group, seat, "", app.app.clock.now())
        });
        say(&app, other, holder, "Två", None);
        say(&app, other, world.member, "Tre", None);
        release(&app, other, "network").await;
        assert_eq!(yes(&approver, request(&app, other)).await, 303);
        app.run_jobs().await;
        assert_eq!((told(&app, "member@x.example").len(), told(&app, "approver@x.example").len()), (2, 0));
    });
}
