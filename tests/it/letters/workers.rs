//! Exactly once: taking back while a worker begins, several workers, and workers that die.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::accounts;
use grannskap::clock;
use grannskap::db::schema::{jobs as queue, network_coordinators, outbox, people};
use grannskap::db::types::Id;
use grannskap::error::Error;
use grannskap::i18n::Lang;
use grannskap::jobs;
use grannskap::letters::{self, Audience, SendLetter, State};
use grannskap::networks;
use grannskap::seats::{self, Level, NewSeat};

use super::{World, world};
use crate::support::run;

/// So many more members, in one transaction.
fn crowd(world: &World, size: usize) {
    let app = &world.scene.app;
    let now = app.app.clock.now();
    app.write(|tx| {
        for n in 0..size {
            let (email, name) = (format!("m{n}@x.example"), format!("Medlem {n}"));
            let person_id = accounts::create(tx, &email, &name, Lang::Swedish, "Europe/Stockholm", now)?;
            diesel::update(people::table.find(person_id))
                .set(people::confirmed_at.eq(now))
                .execute(&mut **tx)?;
            let new = NewSeat {
                organiser_code: "1281".into(),
                role: "Lärare".into(),
                level: Level::Teacher,
                person_id,
                held_from: now.0.date(),
            };
            let seat = seats::create(tx, &new, now)?;
            networks::join(tx, world.network, seat, now)?;
        }
        Ok(())
    });
}

/// How many mails there are, and to how many people.
fn mails(world: &World) -> (i64, i64) {
    world.scene.app.read(|db| {
        let letters = outbox::table.filter(outbox::kind.eq("letter"));
        let people = diesel::dsl::count(outbox::person_id);
        let distinct = letters
            .select(diesel::expression_methods::AggregateExpressionMethods::aggregate_distinct(people));
        Ok((letters.count().get_result(db)?, distinct.first(db)?))
    })
}

#[test]
fn taken_back_or_sent_but_never_both() {
    run(async {
        for _ in 0..8 {
            let world = world().await;
            let app = &world.scene.app;
            let id = world.draft(Audience::default());
            world.send(id);
            app.travel(TimeDelta::minutes(letters::MINUTES_TO_TAKE_BACK));
            let (own, kim, now) = (app.app.clone(), world.kim, app.app.clock.now());
            let taking = app.app.database.write(move |tx| letters::take_back(tx, id, kim, now));
            let (taken, worked) = tokio::join!(taking, jobs::run_due(&own));
            worked.unwrap();
            match taken {
                Ok(()) => assert_eq!((world.state(id), mails(&world)), (State::TakenBack, (0, 0))),
                Err(Error::Conflict(_)) => {
                    assert_eq!((world.state(id), mails(&world)), (State::Sent, (3, 3)))
                }
                Err(error) => panic!("{error}"),
            }
        }
    });
}

#[test]
fn a_letter_that_is_taken_back_and_sent_anew_goes_once_at_its_new_time() {
    run(async {
        let world = world().await;
        let app = &world.scene.app;
        let id = world.draft(Audience::default());
        world.send(id);
        app.travel(TimeDelta::minutes(5));
        let now = app.app.clock.now();
        for _ in 0..2 {
            app.write(|tx| letters::take_back(tx, id, world.kim, now));
        }
        assert_eq!(world.state(id), State::TakenBack);
        world.send(id);
        // The job of the first time finds that the time has not come.
        app.travel(TimeDelta::minutes(6));
        app.run_jobs().await;
        assert_eq!((world.state(id), mails(&world)), (State::Scheduled, (0, 0)));
        world.wait().await;
        assert_eq!((world.state(id), mails(&world)), (State::Sent, (3, 3)));
        let late = app.app.database.write_now(|tx| letters::take_back(tx, id, world.kim, now));
        assert!(matches!(late, Err(Error::Conflict("error-letter-gone"))));
    });
}

#[test]
fn three_workers_and_three_jobs_make_one_mail_each() {
    run(async {
        let world = world().await;
        crowd(&world, 450);
        let app = &world.scene.app;
        let id = world.draft(Audience::default());
        world.send(id);
        let now = app.app.clock.now();
        app.write(|tx| {
            for _ in 0..2 {
                jobs::enqueue(tx, &SendLetter { letter_id: id }, None, now + TimeDelta::minutes(10))?;
            }
            Ok(())
        });
        app.travel(TimeDelta::minutes(10));
        let tasks: Vec<_> = (0..3)
            .map(|_| {
                let app = app.app.clone();
                tokio::spawn(async move { jobs::run_due(&app).await.map(drop) })
            })
            .collect();
        for task in tasks {
            task.await.unwrap().unwrap();
        }
        app.run_jobs().await;
        assert_eq!((world.state(id), mails(&world)), (State::Sent, (453, 453)));
    });
}

#[test]
fn a_worker_that_is_lost_between_batches_leaves_the_rest_to_the_next() {
    run(async {
        let world = world().await;
        crowd(&world, 1250);
        let app = &world.scene.app;
        let id = world.draft(Audience::default());
        world.send(id);
        app.travel(TimeDelta::minutes(10));
        let task = {
            let app = app.app.clone();
            tokio::spawn(async move { jobs::run_due(&app).await.map(drop) })
        };
        while mails(&world).0 == 0 {
            tokio::time::sleep(std::time::Duration::from_millis(1)).await;
        }
        // As if it had been frozen for so long that another has taken its job.
        let past = app.app.clock.now() - TimeDelta::seconds(1);
        app.write(|tx| {
            diesel::update(queue::table.filter(queue::kind.eq("send-letter")))
                .set((queue::fence.eq(queue::fence + 1i64), queue::lease_until.eq(past)))
                .execute(&mut **tx)?;
            assert_eq!(letters::find(tx, id)?.state(), State::OnItsWay);
            let some: i64 = outbox::table.filter(outbox::kind.eq("letter")).count().get_result(&mut **tx)?;
            assert!((1..1253).contains(&some), "{some}");
            Ok(())
        });
        task.await.unwrap().unwrap();
        app.run_jobs().await;
        assert_eq!((world.state(id), mails(&world)), (State::Sent, (1253, 1253)));
    });
}

#[test]
fn a_letter_of_somebody_who_runs_the_network_no_more_does_not_go_out() {
    run(async {
        let world = world().await;
        let app = &world.scene.app;
        let id = world.draft(Audience::default());
        world.send(id);
        let nobody: Option<Id> = None;
        app.write(|tx| {
            diesel::delete(network_coordinators::table.find((world.network, world.kim)))
                .execute(&mut **tx)?;
            Ok(())
        });
        world.wait().await;
        assert_eq!((world.state(id), mails(&world)), (State::TakenBack, (0, 0)));
        assert_eq!(world.letter(id).taken_back_by, nobody);
        // A job for a letter that is not there does nothing.
        let gone = SendLetter { letter_id: clock::new_id() };
        let now = app.app.clock.now();
        app.write(|tx| jobs::enqueue(tx, &gone, None, now));
        app.run_jobs().await;
    });
}
