//! What a digest holds beside new stories: what waits for an answer, coming meetups, comments, promises.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::db::types::Id;
use grannskap::meetups::Answer;
use grannskap::polls::Suits;
use grannskap::posts::{self, NewComment, NewPost, Visibility};

use super::{daily, due};
use crate::meetups::{Scene, scene, utc};
use crate::polls::{BO, SIV};
use crate::support::run;

/// A story in the group of the scene by somebody.
fn tells(scene: &Scene, by: Id, title: &str) -> Id {
    let now = scene.app.app.clock.now();
    let new = NewPost::free(title, "Vi provade något.", Visibility::Group);
    scene.app.write(|tx| posts::create(tx, scene.group, by, &new, true, now))
}

fn comments(scene: &Scene, by: Id, post: Id, body: &str) -> Id {
    let now = scene.app.app.clock.now();
    let new = NewComment { post_id: post, author_id: by, body: body.to_owned(), answers: None };
    scene.app.write(|tx| posts::comment(tx, &new, now))
}

/// The digests to somebody.
fn digests(scene: &Scene, email: &str) -> Vec<(String, String)> {
    let mails = scene.app.mails_to(email).into_iter().filter(|mail| mail.row.kind == "digest");
    mails.map(|mail| (mail.row.subject, mail.row.text_body)).collect()
}

/// A day later.
async fn next_day(scene: &Scene) {
    scene.app.travel(TimeDelta::days(1));
    due(&scene.app).await;
}

#[test]
fn a_new_meetup_waits_with_buttons_that_answer_it() {
    run(async {
        let scene = scene().await;
        daily(&scene.app);
        scene.propose(&scene.proposal());
        next_day(&scene).await;
        assert_eq!(digests(&scene, SIV).len(), 0, "she proposed it");
        let mail = scene.app.last_mail_to(BO);
        assert_eq!(
            (mail.row.kind.as_str(), mail.row.subject.as_str()),
            ("digest", "1 sak väntar på ditt svar")
        );
        let text = &mail.row.text_body;
        for part in ["Väntar på ditt svar", "Första träffen", "Ja, jag kommer: http", "?answer=maybe"] {
            assert!(text.contains(part), "{part}: {text}");
        }
        assert_eq!(mail.row.html_body.matches("class=\"button\"").count(), 3);
        let link = mail.link("?answer=yes");
        let page = scene.app.client().get(&link).await;
        assert_eq!(page.status.as_u16(), 200);
        let link = link.split('?').next().unwrap().to_owned();
        assert_eq!(scene.app.client().post(&link, &[("answer", "yes")]).await.status.as_u16(), 303);
        // Known and answered: nothing to mail.
        next_day(&scene).await;
        assert_eq!(digests(&scene, BO).len(), 1);
        // With a story it stands as answered; the link of the other mail stays the same.
        tells(&scene, scene.siv, "Nytt");
        scene.app.travel(utc(2026, 12, 2, 8, 0).utc() - scene.app.app.clock.now().utc());
        due(&scene.app).await;
        let (subject, text) = digests(&scene, BO).pop().unwrap();
        assert_eq!(subject, "Ny berättelse: Nytt");
        assert!(text.contains("Höör. Du har svarat: Ja, jag kommer"), "{text}");
        assert!(!text.contains("Väntar på ditt svar"), "{text}");
    });
}

#[test]
fn what_waits_stands_again_with_the_same_link_and_makes_no_mail_alone() {
    run(async {
        let scene = scene().await;
        daily(&scene.app);
        let mut soon = scene.proposal();
        (soon.starts_at, soon.ends_at) = (utc(2026, 11, 30, 12, 0), utc(2026, 11, 30, 13, 0));
        scene.propose(&soon);
        next_day(&scene).await;
        let first = scene.app.last_mail_to(BO).link("?answer=no");
        next_day(&scene).await;
        assert_eq!(digests(&scene, BO).len(), 1, "it only reminds");
        tells(&scene, scene.siv, "Nytt");
        next_day(&scene).await;
        let mail = scene.app.last_mail_to(BO);
        assert_eq!(mail.row.subject, "1 ny berättelse och 1 sak väntar på ditt svar");
        assert_eq!(mail.link("?answer=no"), first);
        // Declined, it is left out.
        scene.app.write(|tx| {
            let seat = grannskap::groups::seat_in(tx, scene.group, scene.person(BO))?;
            let meetup = scene.meetups()[0].id;
            let now = scene.app.app.clock.now();
            grannskap::meetups::answer(tx, &scene.app.app, meetup, seat, Answer::No, scene.person(BO), now)
        });
        tells(&scene, scene.siv, "Nyare");
        next_day(&scene).await;
        let (subject, text) = digests(&scene, BO).pop().unwrap();
        assert!(subject == "Ny berättelse: Nyare" && !text.contains("Första träffen"), "{subject} {text}");
    });
}

#[test]
fn an_open_poll_waits_until_it_is_answered() {
    run(async {
        let scene = scene().await;
        daily(&scene.app);
        scene.app.write(|tx| {
            let bo = people::table.filter(people::email.eq(BO));
            diesel::update(bo).set(people::language.eq("en")).execute(&mut **tx)?;
            Ok(())
        });
        let poll = scene.ask(&scene.slots());
        next_day(&scene).await;
        let mail = scene.app.last_mail_to(BO);
        assert_eq!(
            (mail.row.kind.as_str(), mail.row.subject.as_str()),
            ("digest", "1 thing waits for your answer")
        );
        let page = scene.app.client().get(&mail.link("/answer/")).await;
        assert_eq!(page.count("form fieldset"), 2, "{}", page.text());
        let numbers: Vec<i32> = scene.slots_in(poll).iter().map(|slot| slot.number).collect();
        scene.says(poll, BO, &[(numbers[0], Suits::Yes)]);
        tells(&scene, scene.siv, "Nytt");
        next_day(&scene).await;
        let half = "1 new story and 1 thing waits for your answer";
        assert_eq!(digests(&scene, BO).pop().unwrap().0, half);
        scene.says(poll, BO, &[(numbers[0], Suits::Yes), (numbers[1], Suits::No)]);
        tells(&scene, scene.siv, "Nyare");
        next_day(&scene).await;
        assert_eq!(digests(&scene, BO).pop().unwrap().0, "New story: Nyare");
    });
}

#[test]
fn promises_of_mine_are_told_beside_news_and_make_none() {
    run(async {
        let scene = scene().await;
        daily(&scene.app);
        let meetup = scene.met();
        let seat = |person: Id| scene.app.read(|db| grannskap::groups::seat_in(db, scene.group, person));
        scene.promises(meetup, "Skicka mallen", Some(seat(scene.person(BO))), Some("2026-11-27"));
        scene.promises(meetup, "Boka salen", Some(seat(scene.siv)), Some("2026-11-27"));
        scene.promises(meetup, "Läsa rapporten", Some(seat(scene.person(BO))), Some("2027-03-01"));
        next_day(&scene).await;
        assert_eq!(digests(&scene, BO).len(), 0);
        tells(&scene, scene.siv, "Nytt");
        next_day(&scene).await;
        let (_, text) = digests(&scene, BO).pop().unwrap();
        assert!(text.contains("Skicka mallen") && text.contains("Senast fredag 27 november 2026"), "{text}");
        assert!(!text.contains("Boka salen") && !text.contains("Läsa rapporten"), "{text}");
    });
}

#[test]
fn what_i_have_commented_on_is_read() {
    run(async {
        let scene = scene().await;
        daily(&scene.app);
        next_day(&scene).await;
        let (siv, bo) = (scene.siv, scene.person(BO));
        let story = tells(&scene, siv, "Tråden");
        comments(&scene, siv, story, "Vad tror ni?");
        scene.app.travel(TimeDelta::minutes(20));
        comments(&scene, bo, story, "Så här");
        next_day(&scene).await;
        assert_eq!(digests(&scene, BO).len(), 0, "he has read the story and what was said before");
        let (subject, text) = digests(&scene, SIV).pop().unwrap();
        assert_eq!(subject, "1 ny kommentar");
        assert!(text.contains("Bo") && text.contains(": Så här"), "{text}");
        comments(&scene, siv, story, "Tack");
        next_day(&scene).await;
        assert_eq!(digests(&scene, BO).pop().unwrap().0, "1 ny kommentar");
    });
}

#[test]
fn what_came_by_a_notice_and_what_is_muted_stay_out() {
    run(async {
        let scene = scene().await;
        daily(&scene.app);
        next_day(&scene).await;
        let (siv, bo, now) = (scene.siv, scene.person(BO), || scene.app.app.clock.now());
        let story = tells(&scene, siv, "Tråden");
        let noticed = comments(&scene, bo, story, "Så här");
        scene.app.write(|tx| posts::tell_of_comment(tx, noticed, now()));
        scene.app.run_jobs().await;
        let notices = scene.app.mails_to(SIV).iter().filter(|mail| mail.row.kind == "comment_notice").count();
        next_day(&scene).await;
        assert_eq!((notices, digests(&scene, SIV).len()), (1, 0));
        scene.app.write(|tx| posts::follow(tx, story, siv, true, now()));
        comments(&scene, bo, story, "Och så här");
        next_day(&scene).await;
        assert_eq!(digests(&scene, SIV).len(), 0);
    });
}

#[test]
fn a_batch_asks_as_often_for_many_as_for_few() {
    run(async {
        let scene = scene().await;
        daily(&scene.app);
        let asked = |before: u64| scene.app.queries() - before;
        let fill = |round: u8| {
            for number in 0..round {
                let story = tells(&scene, scene.siv, &format!("Nummer {round} {number}"));
                comments(&scene, scene.person(BO), story, "Ja");
                let mut new = scene.proposal();
                new.title = format!("Träff {round} {number}");
                scene.propose(&new);
                let mut poll = scene.slots();
                poll.title = format!("Tider {round} {number}");
                scene.ask(&poll);
            }
        };
        let mut counts = Vec::new();
        for round in [1, 5] {
            fill(round);
            scene.app.travel(TimeDelta::days(1));
            let before = scene.app.queries();
            let now = scene.app.app.clock.now();
            grannskap::digests::run_due(&scene.app.app, now).await.unwrap();
            counts.push(asked(before));
            scene.app.run_jobs().await;
        }
        assert_eq!(counts[0], counts[1]);
        assert!(counts[1] <= 40, "{counts:?}");
    });
}
