//! SIGTERM: what is under way is finished or put back, and the process ends with 0.

use std::time::Duration;

use diesel::prelude::*;
use grannskap::db::schema::outbox;
use grannskap::mail::outbox::{self as mails, State};

use crate::mail::letter;
use crate::support::process::{Process, eventually};
use crate::support::smtp::Smtp;
use crate::support::{TestApp, run};

fn states(app: &TestApp) -> Vec<(String, State, i32)> {
    let rows = outbox::table.order(outbox::email).select((outbox::email, outbox::state, outbox::attempts));
    app.read(|db| Ok(rows.load(db)?))
}

#[test]
fn mail_that_waits_for_a_relay_goes_back_into_the_queue() {
    run(async {
        let smtp = Smtp::start();
        let app = TestApp::spawn_today().await;
        let (mut process, _) = Process::serve(&mut app.binary(&smtp.url())).await;
        for name in ["hold", "slow"] {
            app.write(|tx| mails::enqueue(tx, &app.app, letter(name, &format!("{name}@skola.example"))));
        }
        let handed_over = || states(&app).iter().any(|(_, state, _)| *state == State::Unknown);
        eventually("both are under way", || async { smtp.holding() == 1 && handed_over() }).await;
        process.signal("TERM");
        assert_eq!(process.ended(Duration::from_secs(10)).await.code(), Some(0));
        process.wait_for("stopped").await;
        let wanted = [("hold", State::Queued, 0), ("slow", State::Sent, 1)];
        assert_eq!(
            states(&app),
            wanted.map(|(name, state, tries)| (format!("{name}@skola.example"), state, tries))
        );
    });
}

#[test]
fn a_slow_answer_holds_up_nobody() {
    run(async {
        let smtp = Smtp::start();
        let app = TestApp::spawn_today().await;
        for number in 0..4 {
            app.write(|tx| mails::enqueue(tx, &app.app, letter(&number.to_string(), "slow@skola.example")));
        }
        app.write(|tx| mails::enqueue(tx, &app.app, letter("quick", "quick@skola.example")));
        let mut worker = Process::start(app.binary(&smtp.url()).arg("worker"));
        eventually("all have left", || async {
            states(&app).iter().all(|(_, state, _)| *state == State::Sent)
        })
        .await;
        assert_eq!(smtp.received().len(), 5);
        worker.signal("TERM");
        assert_eq!(worker.ended(Duration::from_secs(10)).await.code(), Some(0));
    });
}

#[test]
fn a_recipient_that_the_relay_hangs_on_holds_up_nobody() {
    run(async {
        let smtp = Smtp::start();
        let app = TestApp::spawn_today().await;
        let _worker = Process::start(app.binary(&smtp.url()).arg("worker"));
        app.write(|tx| mails::enqueue(tx, &app.app, letter("hangs", "hold@skola.example")));
        eventually("the relay hangs", || async { smtp.holding() == 1 }).await;
        for number in 0..3 {
            let letter = letter(&number.to_string(), "quick@skola.example");
            app.write(|tx| mails::enqueue(tx, &app.app, letter));
            eventually("others leave", || async { smtp.received().len() == number + 1 }).await;
        }
        assert_eq!((smtp.holding(), states(&app)[0].1), (1, State::Sending));
    });
}

#[test]
fn without_a_worker_nothing_leaves() {
    run(async {
        let smtp = Smtp::start();
        let app = TestApp::spawn_today().await;
        app.write(|tx| mails::enqueue(tx, &app.app, letter("waits", "asa@skola.example")));
        let mut command = app.binary(&smtp.url());
        let (mut process, _) = Process::serve(command.env("GRANNSKAP_LOG", "info")).await;
        eventually("it leaves with a worker", || async { smtp.received().len() == 1 }).await;
        process.signal("TERM");
        process.ended(Duration::from_secs(10)).await;

        app.write(|tx| mails::enqueue(tx, &app.app, letter("waits too", "asa@skola.example")));
        let alone =
            Process::start(app.binary(&smtp.url()).args(["serve", "--no-worker", "--listen", "127.0.0.1:0"]));
        alone.wait_for("serving").await;
        tokio::time::sleep(Duration::from_millis(1200)).await;
        assert_eq!(smtp.received().len(), 1);
    });
}
