//! Where a poll shows, who finds it, and how large its page may be.

use diesel::prelude::*;
use grannskap::accounts;
use grannskap::db::schema::poll_answers;
use grannskap::groups;
use grannskap::i18n::Lang;
use grannskap::polls::{Span, Suits};
use grannskap::seats::{Level, NewSeat};

use super::{BO, FORM, KIM, SIV};
use crate::meetups::{leave, scene, utc};
use crate::support::run;

#[test]
fn group_and_home_show_what_waits_for_an_answer() {
    run(async {
        let scene = scene().await;
        let group = format!("/groups/{}", scene.group);
        let (siv, kim) = (scene.app.signed_in(SIV).await, scene.app.signed_in(KIM).await);
        assert_eq!(siv.get(&group).await.first(".next-step h2"), "Föreslå en träff");
        let before = scene.app.queries();
        siv.get(&group).await;
        let asked = scene.app.queries() - before;
        let id = scene.ask(&scene.slots());
        let link = format!(".next-step a[href='/polls/{id}']");
        for path in [&group, "/dashboard"] {
            let page = siv.get(path).await;
            assert_eq!(
                (page.first(".next-step h2").as_str(), page.count(&link)),
                ("När kan du?", 1),
                "{path}"
            );
        }
        let before = scene.app.queries();
        siv.get(&group).await;
        assert_eq!(scene.app.queries() - before, asked + 1);
        // The coordinator finds it and is not asked.
        let page = kim.get(&group).await;
        assert_eq!((page.first(".next-step h2").as_str(), page.count(&link)), ("Första träffen", 1));
        // Answered: the group shows how it goes, and home does not tell to book a meetup beside it.
        scene.says(id, SIV, &[(1, Suits::Yes), (2, Suits::No)]);
        assert_eq!(siv.get(&group).await.first(".next-step h2"), "Första träffen");
        let home = siv.get("/dashboard").await;
        assert_eq!(home.count(&link), 0);
        assert!(!home.first(".next-step h2").contains("träff"), "{}", home.first(".next-step h2"));
        assert!(
            siv.get(&format!("{group}/meetups/new")).await.text().contains("Fråga gruppen om flera tider")
        );
        scene.app.run_jobs().await;
    });
}

#[test]
fn nobody_else_finds_a_poll() {
    run(async {
        let scene = scene().await;
        let id = scene.ask(&scene.slots());
        scene.app.person("Ola Ros", "ola@other.example").await;
        let stranger = scene.app.signed_in("ola@other.example").await;
        let (member, coordinator) = (scene.app.signed_in(BO).await, scene.app.signed_in(KIM).await);
        let gets = ["", "/edit", "/choice/new", "/closure/new"].map(|end| format!("/polls/{id}{end}"));
        let gets = gets.into_iter().chain([format!("/groups/{}/polls/new", scene.group)]).collect::<Vec<_>>();
        for path in &gets {
            assert_eq!(member.get(path).await.status, 200, "{path}");
            assert_eq!(coordinator.get(path).await.status, 200, "{path}");
            assert_eq!(stranger.get(path).await.status, 404, "{path}");
        }
        let form = [("slot", "1"), ("slot-1", "yes"), ("place", "Höör")];
        for path in ["", "/answers", "/choice", "/closure"].map(|end| format!("/polls/{id}{end}")) {
            assert_eq!(stranger.post(&path, &form).await.status, 404, "{path}");
        }
        assert_eq!(stranger.post(&format!("/groups/{}/polls", scene.group), &FORM).await.status, 404);
        leave(&scene);
        for path in &gets {
            assert_eq!(member.get(path).await.status, 404, "{path}");
        }
        for path in ["/polls/x", "/polls/0198f6c0-0000-7000-8000-000000000000"] {
            assert_eq!(member.get(path).await.status, 404);
        }
        scene.app.run_jobs().await;
    });
}

#[test]
fn forty_people_and_twenty_slots_are_a_small_page() {
    run(async {
        let mut scene = scene().await;
        scene.app.forgive_leftovers();
        let app = &scene.app;
        let now = app.app.clock.now();
        let slot = |day| Span { starts_at: utc(2027, 1, day, 12, 0), ends_at: utc(2027, 1, day, 13, 30) };
        let mut new = scene.slots();
        new.slots = (1..=20).map(|n| slot(n + 10)).collect();
        let asked: Vec<_> = app.write(|tx| {
            (0..38)
                .map(|n| {
                    let (email, name) = (format!("p{n}@x.example"), format!("Margareta Långström-{n}"));
                    let person = accounts::create(tx, &email, &name, Lang::Swedish, "Europe/Stockholm", now)?;
                    let new = NewSeat {
                        organiser_code: "1266".into(),
                        role: "Förvaltningschef".into(),
                        level: Level::Administration,
                        person_id: person,
                        held_from: now.0.date(),
                    };
                    let seat = grannskap::seats::create(tx, &new, now)?;
                    groups::add_member(tx, scene.group, seat, "", now)?;
                    Ok(seat)
                })
                .collect::<grannskap::error::Result<_>>()
        });
        let id = scene.ask(&new);
        app.write(|tx| {
            for (at, seat) in asked.iter().chain([&scene.siv_seat, &scene.bo_seat]).enumerate() {
                for number in 1..=20 {
                    let which = (at + usize::try_from(number).unwrap()) % 3;
                    diesel::insert_into(poll_answers::table)
                        .values((
                            poll_answers::poll_id.eq(id),
                            poll_answers::number.eq(number),
                            poll_answers::seat_id.eq(*seat),
                            poll_answers::answer.eq(Suits::ALL[which]),
                            poll_answers::answered_at.eq(now),
                        ))
                        .execute(&mut **tx)?;
                }
            }
            Ok(())
        });
        let client = app.signed_in(SIV).await;
        for path in ["", "/choice/new", "/edit"] {
            let page = client.get(&format!("/polls/{id}{path}")).await;
            assert!(page.body.len() < 60_000, "{path}: {} bytes", page.body.len());
        }
        let page = client.get(&format!("/polls/{id}")).await;
        assert_eq!((page.count("tbody tr"), page.count("tbody td")), (41, 41 * 20));
        assert_eq!(page.first(".next-step h2"), "Alla har svarat");
    });
}
