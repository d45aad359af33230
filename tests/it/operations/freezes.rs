//! A worker that is frozen loses what it held and cannot write afterwards, even when it wakes up.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{jobs, outbox, rounds as table};
use grannskap::jobs as queue;
use grannskap::mail::outbox::{self as mails, State};
use grannskap::rounds::{MatchRound, search};

use crate::mail::letter;
use crate::rounds::support::{SKANE, World};
use crate::support::process::{Process, eventually};
use crate::support::smtp::Smtp;
use crate::support::{TestApp, run};

fn worker(app: &TestApp, smtp: &Smtp) -> Process {
    Process::start(app.binary(&smtp.url()).arg("worker"))
}

#[test]
fn a_mail_is_not_handed_over_by_a_worker_that_woke_up_too_late() {
    run(async {
        let smtp = Smtp::start();
        let app = TestApp::spawn_today().await;
        app.write(|tx| mails::enqueue(tx, &app.app, letter("held", "hold@skola.example")));
        let frozen = worker(&app, &smtp);
        // Frozen while it waits for the relay, and not in the middle of a job that it has begun beside that.
        let at_rest = || {
            let undone = jobs::table.filter(jobs::state.ne(queue::State::Done)).count();
            let counts = app
                .read(|db| Ok((jobs::table.count().get_result::<i64>(db)?, undone.get_result::<i64>(db)?)));
            counts.0 > 0 && counts.1 == 0
        };
        eventually("the relay is asked", || async { smtp.holding() == 1 && at_rest() }).await;
        frozen.signal("STOP");
        smtp.release();
        // As if it had been frozen for longer than the lease.
        let past = app.app.clock.now() - TimeDelta::seconds(1);
        app.write(|tx| {
            Ok(diesel::update(outbox::table).set(outbox::lease_until.eq(past)).execute(&mut **tx)?)
        });
        let state = || {
            let columns = (outbox::state, outbox::attempts);
            app.read(|db| Ok(outbox::table.select(columns).first::<(State, i32)>(db)?))
        };
        let other = worker(&app, &smtp);
        eventually("the other worker has sent it", || async { state().0 == State::Sent }).await;
        frozen.signal("CONT");
        frozen.wait_for("a mail was taken over by another worker").await;
        assert_eq!((state(), smtp.received().len()), ((State::Sent, 2), 1));
        drop(other);
    });
}

#[test]
fn a_job_is_not_written_by_a_worker_that_woke_up_too_late() {
    run(async {
        let smtp = Smtp::start();
        let app = TestApp::spawn_today().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        // Some seconds of searching.
        for number in 0..120 {
            let member = world.member(&app, number, SKANE[number % SKANE.len()], true).await;
            world.register(&app, round, &member);
        }
        let now = app.app.clock.now();
        app.write(|tx| search::begin(tx, round, 1, world.coordinator, now));
        let job = || {
            let columns = (jobs::state, jobs::attempts, jobs::fence);
            let mine = jobs::table.filter(jobs::kind.eq(<MatchRound as queue::Job>::KIND)).select(columns);
            app.read(|db| Ok(mine.first::<(queue::State, i32, i64)>(db)?))
        };
        let frozen = worker(&app, &smtp);
        // Its first sign of life is written: it will find out later that it was late, and holds no lock now.
        let searching = || {
            let found = app.read(|db| search::of_round(db, round));
            found.is_some_and(|search| search.seen_at > search.begun_at)
        };
        eventually("the search has begun", || async { searching() }).await;
        frozen.signal("STOP");
        assert_eq!(job(), (queue::State::Running, 1, 1));
        let past = app.app.clock.now() - TimeDelta::seconds(1);
        app.write(|tx| {
            let held = jobs::table.filter(jobs::state.eq("running"));
            Ok(diesel::update(held).set(jobs::lease_until.eq(past)).execute(&mut **tx)?)
        });
        let other = worker(&app, &smtp);
        eventually("the other worker has done it", || async { job().0 == queue::State::Done }).await;
        let matched = || {
            let at = table::table.find(round).select(table::matched_at);
            app.read(|db| Ok(at.first::<Option<grannskap::db::types::Timestamp>>(db)?))
        };
        let before = matched();
        assert!(before.is_some());
        frozen.signal("CONT");
        let failure = frozen.wait_for("job failed").await;
        assert!(failure["error"].as_str().unwrap().contains("lease"), "{failure}");
        assert_eq!((job(), matched()), ((queue::State::Done, 2, 2), before));
        drop(other);
    });
}
