//! Threads of comments: answering, quoting, the answer to a question, thanks, pages, addresses that stay.

use chrono::TimeDelta;
use grannskap::db::types::Id;
use grannskap::posts::{self, NewComment, Visibility};

use super::world::World;
use crate::support::{Page, TestApp, run};

/// Comments quietly: nobody is told.
pub fn say(app: &TestApp, post: Id, who: Id, body: &str, answers: Option<Id>) -> Id {
    let now = app.app.clock.now();
    let new = NewComment { post_id: post, author_id: who, body: body.to_owned(), answers };
    app.write(|tx| posts::comment(tx, &new, now))
}

fn place(page: &Page) -> String {
    page.location.clone().unwrap_or_else(|| panic!("leads nowhere: {} {}", page.status, page.text()))
}

#[test]
fn answers_stand_in_one_thread_however_deep() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Network);
        let first = say(&app, id, world.member, "Hur ofta?", None);
        let second = say(&app, id, world.member, "Med vilka?", None);
        let author = app.signed_in("author@x.example").await;
        let form = author.get(&format!("/comments/{first}/answers/new")).await;
        assert_eq!(form.first("title"), "Svara på en kommentar – Grannskap");
        assert!(form.first(".comment").contains("Hur ofta?") && form.first("textarea").is_empty());
        let path = format!("/comments/{first}/answers");
        assert_eq!(author.post(&path, &[("body", " ")]).await.status, 422);
        let there = place(&author.post(&path, &[("body", "Varje vecka.")]).await);
        let answer = there.split("#c-").nth(1).unwrap().to_owned();
        // The same form sent twice, and an answer to the answer.
        assert_eq!(place(&author.post(&path, &[("body", "Varje vecka.")]).await), there);
        let member = app.signed_in("member@x.example").await;
        let deeper = member.post(&format!("/comments/{answer}/answers"), &[("body", "Tack!")]).await;
        assert_eq!(deeper.status, 303);
        let page = member.get(&format!("/posts/{id}")).await;
        let inside = format!("#c-{first} .comment");
        assert_eq!(page.count(".comments .comments .comments"), 0);
        assert_eq!(page.count(".comments > .comment"), 4);
        let answers = page.all(&inside);
        assert!(answers.len() == 2 && answers[0].contains("Varje vecka.") && answers[1].contains("Tack!"));
        assert_eq!(page.count(&format!("#c-{second} .comment")), 0);
        // Every comment has an address that leads to it, for those who read the story alone.
        assert_eq!(
            place(&member.get(&format!("/comments/{answer}")).await),
            format!("/posts/{id}#c-{answer}")
        );
        assert_eq!(
            app.signed_in("other@x.example").await.get(&format!("/comments/{answer}")).await.status,
            404
        );
        assert_eq!(app.client().get(&format!("/comments/{answer}")).await.status, 404);
        app.run_jobs().await;
    });
}

#[test]
fn a_quotation_is_in_the_form_without_what_it_quotes_itself() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Group);
        let said = say(&app, id, world.member, "> Gammalt\n\nHur *ofta*?\n\nOch var?", None);
        let author = app.signed_in("author@x.example").await;
        let form = author.get(&format!("/comments/{said}/answers/new?quote=1")).await;
        let quoted = "Member Ek skrev:\n\n> Hur *ofta*?\n>\n> Och var?\n";
        assert!(
            form.body.contains(&quoted.replace('>', "&gt;"))
                || form.body.contains(&quoted.replace('>', "&#62;")),
            "{}",
            form.body
        );
        let body = format!("{quoted}\nI skolan.");
        let page = author.post_and_follow(&format!("/comments/{said}/answers"), &[("body", &body)]).await;
        assert!(page.first(".comment .comment blockquote").contains("Hur ofta?"));
        assert!(page.first(".comment .comment").contains("I skolan."));
        app.run_jobs().await;
    });
}

#[test]
fn only_those_who_may_comment_answer_and_only_what_stands() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Alla", "Text", Visibility::Public);
        let elsewhere = world.publish(&app, "Annan", "Text", Visibility::Public);
        let said = say(&app, id, world.member, "Hej", None);
        for (who, status) in [("sibling@x.example", 303), ("other@x.example", 403), ("nobody@x.example", 403)]
        {
            let client = app.signed_in(who).await;
            let path = format!("/comments/{said}/answers");
            assert_eq!(client.post(&path, &[("body", "Ja")]).await.status, status, "{who}");
            let form = if status == 303 { 200 } else { 403 };
            assert_eq!(client.get(&format!("{path}/new")).await.status, form, "{who}");
        }
        let new = NewComment {
            post_id: elsewhere,
            author_id: world.author,
            body: "Nej".into(),
            answers: Some(said),
        };
        let now = app.app.clock.now();
        assert!(app.app.database.write_now(|tx| posts::comment(tx, &new, now)).is_err(), "another story's");
        let member = app.signed_in("member@x.example").await;
        member.post(&format!("/comments/{said}/withdrawal"), &[]).await;
        let author = app.signed_in("author@x.example").await;
        assert_eq!(author.post(&format!("/comments/{said}/answers"), &[("body", "Ja")]).await.status, 404);
        assert!(author.get(&format!("/posts/{id}")).await.first(".comment").contains("borttagen"));
        app.run_jobs().await;
    });
}

#[test]
fn who_asked_says_what_the_answer_is() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Hur gör ni?", Visibility::Network);
        let asked = say(&app, id, world.member, "Hur ofta?", None);
        let answer = say(&app, id, world.author, "Varje vecka.", Some(asked));
        let tip = say(&app, id, world.member, "Prova i par.", None);
        let (author, member) =
            (app.signed_in("author@x.example").await, app.signed_in("member@x.example").await);
        let sibling = app.signed_in("sibling@x.example").await;
        let path = |comment: Id| format!("/comments/{comment}/acceptance");
        // Whoever asks in a thread says it there; the story's author of everything; nobody else.
        for (client, comment, status) in [
            (&member, answer, 303),
            (&member, answer, 303),
            (&member, tip, 404),
            (&member, asked, 404),
            (&sibling, answer, 404),
            (&author, tip, 303),
        ] {
            assert_eq!(client.post(&path(comment), &[]).await.status, status);
        }
        let page = sibling.get(&format!("/posts/{id}")).await;
        assert_eq!(page.count(".comment .badge"), 2);
        assert!(page.text().contains("Frågan i berättelsen har fått ett svar."));
        assert_eq!(page.count(&format!("a[href='/comments/{tip}']")), 2, "from above and from its time");
        assert_eq!(page.count("form[action$=acceptance]"), 0);
        assert_eq!(member.get(&format!("/posts/{id}")).await.count("form[action*=acceptance]"), 1);
        assert_eq!(author.get(&format!("/posts/{id}")).await.count("form[action*=acceptance]"), 3);
        for _ in 0..2 {
            assert_eq!(author.post(&format!("{}/removal", path(tip)), &[]).await.status, 303);
        }
        let page = sibling.get(&format!("/posts/{id}")).await;
        assert!(page.count(".comment .badge") == 1 && !page.text().contains("har fått ett svar"));
    });
}

#[test]
fn thanks_are_seen_by_who_was_thanked_alone() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Network);
        let said = say(&app, id, world.author, "Tillägg", None);
        let member = app.signed_in("member@x.example").await;
        let author = app.signed_in("author@x.example").await;
        for path in [format!("/posts/{id}/thanks"), format!("/comments/{said}/thanks")] {
            assert_eq!(member.post(&path, &[]).await.status, 303);
            assert_eq!(member.post(&path, &[]).await.status, 303);
            assert_eq!(author.post(&path, &[]).await.status, 403, "one's own");
            assert_eq!(app.signed_in("other@x.example").await.post(&path, &[]).await.status, 404);
        }
        let sibling = app.signed_in("sibling@x.example").await;
        sibling.post(&format!("/comments/{said}/thanks"), &[]).await;
        let shown = author.get(&format!("/posts/{id}")).await;
        assert!(shown.text().contains("Tack från Member Ek. Bara du ser det."), "{}", shown.text());
        assert!(shown.first(&format!("#c-{said}")).contains("Tack från Member Ek och Sibling Ek."));
        for client in [&member, &sibling, &app.signed_in("coordinator@x.example").await] {
            assert!(!client.get(&format!("/posts/{id}")).await.text().contains("Tack från"));
        }
        let pressed = "form[action$='thanks/removal']";
        assert_eq!(member.get(&format!("/posts/{id}")).await.count(pressed), 2);
        for _ in 0..2 {
            member.post(&format!("/comments/{said}/thanks/removal"), &[]).await;
        }
        assert_eq!(member.get(&format!("/posts/{id}")).await.count(pressed), 1);
        let shown = author.get(&format!("/posts/{id}")).await;
        assert!(shown.first(&format!("#c-{said}")).contains("Tack från Sibling Ek."));
    });
}

#[test]
fn two_hundred_comments_come_in_pages() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id =
            world.publish(&app, "Om läsning", &"En mening om läsning. ".repeat(100), Visibility::Network);
        let text = "Vi prövade något liknande för två år sedan. Det som fällde oss var att ingen ägde tiden. Hur löste ni det?";
        let (mut all, mut first) = (Vec::new(), None);
        for n in 0..200 {
            app.travel(TimeDelta::minutes(1));
            let who = if n % 2 == 0 { world.member } else { world.author };
            let answers = if n % 4 == 3 { first } else { None };
            let comment = say(&app, id, who, &format!("{text} *{n}*"), answers);
            if n % 4 == 0 {
                first = Some(comment);
            }
            all.push(comment);
        }
        let author = app.signed_in("author@x.example").await;
        author.get(&format!("/posts/{id}")).await;
        let few = world.publish(&app, "Utan", "Text", Visibility::Network);
        let asked = |path: String| {
            let (app, author) = (&app, &author);
            async move {
                let before = app.queries();
                let page = author.get(&path).await;
                (page, app.queries() - before)
            }
        };
        let (_, none) = asked(format!("/posts/{few}")).await;
        let (page, many) = asked(format!("/posts/{id}")).await;
        assert_eq!(many, none, "queries");
        assert!(page.body.len() < 60_000, "{} bytes", page.body.len());
        // From page to page back, each comment once.
        let mut seen = Vec::new();
        let mut path = format!("/posts/{id}");
        loop {
            let (page, many) = asked(path).await;
            assert!(many == none && page.body.len() < 60_000);
            seen.extend(page.attributes(".comment[id]", "id"));
            match page.attribute("a[href*=until]", "href") {
                Some(older) => path = older.split('#').next().unwrap().to_owned(),
                None => break,
            }
        }
        seen.sort();
        let mut expected: Vec<String> = all.iter().map(|comment| format!("c-{comment}")).collect();
        expected.sort();
        assert_eq!(seen, expected);
        // Every comment is found by its address.
        for comment in [all[0], all[3], all[77], all[199]] {
            let there = place(&author.get(&format!("/comments/{comment}")).await);
            let page = author.get(there.split('#').next().unwrap()).await;
            assert_eq!(page.count(&format!("#c-{comment}")), 1, "{there}");
        }
        assert_eq!(author.get(&format!("/posts/{id}?until=x_y")).await.status, 200);
    });
}

#[test]
fn long_comments_make_short_pages() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::build(&app).await;
        let id = world.publish(&app, "Om läsning", "Text", Visibility::Network);
        for n in 0..6 {
            say(&app, id, world.member, &format!("{n} {}", "ord ".repeat(2_400)), None);
        }
        let author = app.signed_in("author@x.example").await;
        let page = author.get(&format!("/posts/{id}")).await;
        assert!(page.count(".comment") == 1 && page.body.len() < 60_000, "{}", page.body.len());
    });
}
