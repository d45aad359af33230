//! Asking, changing, withdrawing, and wanting to talk about it too.

use chrono::TimeDelta;
use grannskap::agendas::{MOST_QUESTIONS, want};
use grannskap::meetups::RemindMeetups;

use super::{BO, EVA, KIM, SIV};
use crate::meetups::{leave, scene};
use crate::support::run;

#[test]
fn members_ask_and_interest_orders_the_agenda() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let (siv, bo) = (scene.app.signed_in(SIV).await, scene.app.signed_in(BO).await);
        let (meetup, agenda) = (format!("/meetups/{id}"), format!("/meetups/{id}/agenda"));
        let before = scene.app.queries();
        let page = siv.get(&meetup).await;
        let asked = scene.app.queries() - before;
        assert!(page.text().contains("Dagordning: frågor, samtalsguide och roller"), "{}", page.text());
        assert_eq!(siv.get(&agenda).await.first(".next-step h2"), "Vad vill du prata om?");
        let form = [
            ("title", " Vem äger\nnuläget? "),
            ("details", "Hos oss **ingen**.\n\n<script>alert(1)</script>"),
        ];
        let page = siv.post_and_follow(&format!("{meetup}/questions"), &form).await;
        assert_eq!(page.all("#questions .name"), ["Vem äger nuläget?"]);
        assert_eq!((page.first("#questions strong").as_str(), page.count("#questions script")), ("ingen", 0));
        assert!(page.first("#questions .detail").contains("Siv Ek, Höör"));
        // Sent twice, it is one question.
        siv.post_and_follow(&format!("{meetup}/questions"), &form).await;
        scene.app.travel(TimeDelta::minutes(1));
        let page = bo.post_and_follow(&format!("{meetup}/questions"), &[("title", "Hur mäter ni?")]).await;
        assert_eq!(page.all("#questions .name"), ["Vem äger nuläget?", "Hur mäter ni?"]);
        // One's own cannot be wanted; another's can, once, and that moves it up.
        assert_eq!(page.count("form[action$='/interest']"), 1);
        let second = scene.question(id, scene.bo_seat, "Hur mäter ni?");
        for _ in 0..2 {
            let page = siv.post_and_follow(&format!("/questions/{second}/interest"), &[]).await;
            assert_eq!(page.all("#questions .name"), ["Hur mäter ni?", "Vem äger nuläget?"]);
            assert!(page.first("#questions .detail").contains("en till vill prata om det · du är en av dem"));
        }
        bo.post_and_follow(&format!("/questions/{second}/interest"), &[]).await;
        assert!(bo.get(&agenda).await.first("#questions .detail").ends_with("en till vill prata om det"));
        for _ in 0..2 {
            let page = siv.post_and_follow(&format!("/questions/{second}/interest/end"), &[]).await;
            assert_eq!(page.all("#questions .name"), ["Vem äger nuläget?", "Hur mäter ni?"]);
        }
        // The meetup says how many, in a query that it asks anyway.
        let before = scene.app.queries();
        let page = siv.get(&meetup).await;
        assert!(page.text().contains("Dagordning: 2 frågor att prata om"), "{}", page.text());
        assert_eq!(scene.app.queries() - before, asked);
        scene.app.run_jobs().await;
    });
}

#[test]
fn wrong_forms_come_back_with_what_was_typed() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let question = scene.question(id, scene.siv_seat, "Vem?");
        let siv = scene.app.signed_in(SIV).await;
        let long = "x".repeat(501);
        for path in [format!("/meetups/{id}/questions"), format!("/questions/{question}")] {
            for (title, details, field) in [("", "Bakgrund", "title"), ("Fråga", &long, "details")] {
                let page = siv.post(&path, &[("title", title), ("details", details)]).await;
                assert_eq!(page.status, 422, "{path}");
                assert_eq!(page.all(".error-summary a").len(), 1);
                assert_eq!(page.count(&format!(".error-summary a[href='#{field}']")), 1);
                assert_eq!(page.attribute("#title", "value").unwrap(), title);
                assert_eq!(page.first("textarea"), details);
            }
        }
        // A full agenda says so, and loses nothing.
        for n in 1..MOST_QUESTIONS {
            scene.question(id, scene.siv_seat, &format!("Fråga {n}"));
        }
        let page = siv.post(&format!("/meetups/{id}/questions"), &[("title", "En till")]).await;
        assert_eq!(
            (page.status.as_u16(), page.attribute("#title", "value").unwrap().as_str()),
            (409, "En till")
        );
        assert!(page.first("[role=alert]").contains("Dagordningen är full"));
        assert!(page.body.len() < 60_000, "{} bytes", page.body.len());
        scene.app.run_jobs().await;
    });
}

#[test]
fn one_changes_and_withdraws_ones_own_and_puts_it_back() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let question = scene.question(id, scene.bo_seat, "Vem?");
        let (siv, bo) = (scene.app.signed_in(SIV).await, scene.app.signed_in(BO).await);
        let kim = scene.app.signed_in(KIM).await;
        let path = format!("/questions/{question}");
        let edit = bo.get(&format!("{path}/edit")).await;
        assert_eq!(edit.attribute("#title", "value").as_deref(), Some("Vem?"));
        let page = bo.post_and_follow(&path, &[("title", "Vem gör vad?")]).await;
        assert_eq!(page.all("#questions .name"), ["Vem gör vad?"]);
        // Others neither change nor withdraw it; coordinators may withdraw.
        for client in [&siv, &kim] {
            assert_eq!(client.get(&format!("{path}/edit")).await.status, 403);
            assert_eq!(client.post(&path, &[("title", "Kapad")]).await.status, 403);
        }
        assert_eq!(siv.post(&format!("{path}/withdrawal"), &[]).await.status, 403);
        for _ in 0..2 {
            let page = bo.post_and_follow(&format!("{path}/withdrawal"), &[]).await;
            assert_eq!(page.all("#questions .name"), Vec::<String>::new());
            assert_eq!(page.count(&format!("form[action='{path}/withdrawal/end']")), 1);
        }
        // Withdrawn it can be neither changed nor wanted, and only who withdrew it and coordinators put it back.
        assert_eq!(bo.get(&format!("{path}/edit")).await.status, 409);
        assert_eq!(siv.post(&format!("{path}/interest"), &[]).await.status, 409);
        let agenda = format!("/meetups/{id}/agenda");
        assert_eq!(siv.get(&agenda).await.count("form[action$='/withdrawal/end']"), 0);
        assert_eq!(siv.post(&format!("{path}/withdrawal/end"), &[]).await.status, 403);
        for _ in 0..2 {
            let page = bo.post_and_follow(&format!("{path}/withdrawal/end"), &[]).await;
            assert_eq!(page.all("#questions .name"), ["Vem gör vad?"]);
        }
        // What a coordinator withdrew, its author does not put back.
        kim.post_and_follow(&format!("{path}/withdrawal"), &[]).await;
        assert_eq!(bo.post(&format!("{path}/withdrawal/end"), &[]).await.status, 403);
        let page = kim.post_and_follow(&format!("{path}/withdrawal/end"), &[]).await;
        assert_eq!(page.all("#questions .name"), ["Vem gör vad?"]);
        // Coordinators have no seat to ask or want by.
        assert_eq!(page.count("#ask"), 0);
        assert_eq!(kim.post(&format!("/meetups/{id}/questions"), &[("title", "Hej")]).await.status, 404);
        assert_eq!(kim.post(&format!("{path}/interest"), &[]).await.status, 404);
        scene.app.run_jobs().await;
    });
}

#[test]
fn nobody_else_finds_them_and_a_successor_keeps_them() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let question = scene.question(id, scene.bo_seat, "Vem?");
        scene.app.person("Ola Ros", "ola@other.example").await;
        let (ola, bo) = (scene.app.signed_in("ola@other.example").await, scene.app.signed_in(BO).await);
        let of_meetup = ["agenda", "guide", "attendances"].map(|end| format!("/meetups/{id}/{end}"));
        for path in of_meetup.iter().chain([&format!("/questions/{question}/edit")]) {
            assert_eq!(ola.get(path).await.status, 404, "{path}");
            assert_eq!(bo.get(path).await.status, 200, "{path}");
        }
        let seat = scene.bo_seat.to_string();
        let fields = [("title", "Kapad"), ("role", "host"), ("seat", seat.as_str()), ("guide", "decision")];
        let ends = ["", "/withdrawal", "/withdrawal/end", "/interest", "/interest/end"];
        let all = ends.map(|end| format!("/questions/{question}{end}")).into_iter().chain(
            ["questions", "guide", "roles", "roles/host/end", "attendances", "guests"]
                .map(|end| format!("/meetups/{id}/{end}")),
        );
        for path in all {
            assert_eq!(ola.post(&path, &fields).await.status, 404, "{path}");
        }
        let eva = scene.hand_over().await;
        assert_eq!(bo.get(&of_meetup[0]).await.status, 404);
        let eva_there = scene.app.signed_in(EVA).await;
        let page = eva_there.get(&of_meetup[0]).await;
        assert!(page.first("#questions .detail").contains("Eva Sten, Hörby"));
        assert_eq!(page.count(&format!("a[href='/questions/{question}/edit']")), 1);
        // Who leaves takes the interest along; the question stays.
        let now = scene.app.app.clock.now();
        let other = scene.question(id, scene.siv_seat, "Varför?");
        scene.app.write(|tx| want(tx, other, scene.bo_seat, now));
        let siv = scene.app.signed_in(SIV).await;
        assert_eq!(siv.get(&of_meetup[0]).await.all("#questions .name"), ["Varför?", "Vem?"]);
        leave(&scene);
        let page = siv.get(&of_meetup[0]).await;
        assert_eq!(page.all("#questions .name"), ["Vem?", "Varför?"]);
        assert!(page.first("#questions .detail").contains("Någon som har lämnat gruppen"));
        let _ = eva;
        scene.app.run_jobs().await;
    });
}

#[test]
fn when_it_is_over_the_agenda_is_for_reading() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        let question = scene.question(id, scene.siv_seat, "Vem?");
        let siv = scene.app.signed_in(SIV).await;
        scene.app.travel(TimeDelta::days(40));
        let siv_later = scene.app.signed_in(SIV).await;
        drop(siv);
        let page = siv_later.get(&format!("/meetups/{id}/agenda")).await;
        assert_eq!((page.all("#questions .name"), page.count("main form")), (vec!["Vem?".to_owned()], 0));
        let path = format!("/questions/{question}");
        assert_eq!(siv_later.get(&format!("{path}/edit")).await.status, 409);
        let seat = scene.siv_seat.to_string();
        for (path, fields) in [
            (format!("/meetups/{id}/questions"), vec![("title", "Sent")]),
            (format!("/meetups/{id}/questions"), vec![("title", "")]),
            (path.clone(), vec![("title", "Sent")]),
            (format!("{path}/withdrawal"), vec![]),
            (format!("/meetups/{id}/guide"), vec![("guide", "decision")]),
            (format!("/meetups/{id}/roles"), vec![("role", "host"), ("seat", seat.as_str())]),
        ] {
            let page = siv_later.post(&path, &fields).await;
            assert_eq!(page.status, 409, "{path}");
            assert!(page.first("[role=alert]").contains("Träffen har varit"), "{path}: {}", page.text());
        }
        scene.app.run_jobs().await;
    });
}

#[test]
fn the_reminder_tells_the_first_three() {
    run(async {
        let scene = scene().await;
        let id = scene.propose(&scene.proposal());
        for title in ["Ett", "Två", "Tre"] {
            scene.question(id, scene.siv_seat, title);
            scene.app.travel(TimeDelta::seconds(1));
        }
        let last = scene.question(id, scene.siv_seat, "Fyra <b>");
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| {
            want(tx, last, scene.bo_seat, now)?;
            grannskap::agendas::choose_guide(tx, id, Some(grannskap::agendas::Guide::Decision), now)
        });
        scene.app.travel(TimeDelta::days(15) + TimeDelta::hours(12));
        let now = scene.app.app.clock.now();
        scene.app.write(|tx| grannskap::jobs::enqueue(tx, &RemindMeetups {}, None, now));
        scene.app.run_jobs().await;
        let mail = scene.app.last_mail_to(BO);
        assert_eq!(mail.row.kind, "meetup_reminder");
        let told = "På dagordningen står 4 frågor att prata om. Först:\n\n* Fyra <b>\n* Ett\n* Två\n\n\
                    Samtalsguide: Beslutsrunda\n\nLäs dagordningen\n";
        assert!(mail.row.text_body.contains(told), "{}", mail.row.text_body);
        assert!(mail.link("/agenda").ends_with(&format!("/meetups/{id}/agenda")));
        assert!(mail.row.html_body.contains("<li>Fyra &#60;b&#62;</li>"), "{}", mail.row.html_body);
        assert!(!mail.row.text_body.contains("Tre"));
    });
}
