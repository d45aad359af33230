//! Mail on its way out, through a real SMTP conversation.

mod dkim;
mod inbound;
mod pace;
mod relay;
mod returns;

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::outbox as table;
use grannskap::i18n::Lang;
use grannskap::mail::outbox::{self, State};
use grannskap::mail::{Calendar, List, Mail, Recipient};

use crate::support::smtp::Smtp;
use crate::support::{TestApp, run};

pub fn letter(key: &str, email: &str) -> Mail {
    Mail {
        kind: "test",
        logical_key: key.to_owned(),
        to: Recipient {
            person_id: None,
            email: email.to_owned(),
            name: "Åsa Öst".to_owned(),
            lang: Lang::Swedish,
        },
        network_id: None,
        subject: "Träff på fredag".to_owned(),
        text: "Hej på dig".to_owned(),
        html: "<p>Hej på dig</p>".to_owned(),
        calendar: None,
        list: None,
    }
}

fn queue(app: &TestApp, mail: Mail) -> bool {
    app.write(|tx| outbox::enqueue(tx, &app.app, mail))
}

fn state_of(app: &TestApp, email: &str) -> (State, i32, Option<String>) {
    app.read(|db| {
        Ok(table::table
            .filter(table::email.eq(email))
            .select((table::state, table::attempts, table::last_error))
            .first(db)?)
    })
}

async fn app_with(smtp: &Smtp) -> TestApp {
    let url = format!("smtp://{}", smtp.address);
    let mut app = TestApp::spawn_with(&[("MAIL_URL", &url)]).await;
    app.forgive_leftovers();
    app
}

#[test]
fn one_bad_address_stops_nobody_else() {
    run(async {
        let smtp = Smtp::start();
        let app = app_with(&smtp).await;
        for name in ["refuse", "asa", "later", "drop", "bo"] {
            queue(&app, letter(name, &format!("{name}@skola.example")));
        }
        app.run_jobs().await;

        assert_eq!(state_of(&app, "asa@skola.example").0, State::Sent);
        assert_eq!(state_of(&app, "bo@skola.example").0, State::Sent);
        let (state, _, reason) = state_of(&app, "refuse@skola.example");
        assert_eq!(state, State::Failed);
        assert!(reason.unwrap().contains("550"));
        assert_eq!(state_of(&app, "later@skola.example").0, State::Queued);
        // The relay had the whole message when it hung up: it may be on its way already.
        assert_eq!(state_of(&app, "drop@skola.example").0, State::Unknown);
        assert_eq!(smtp.received().len(), 3);
    });
}

#[test]
fn what_is_refused_for_now_is_tried_again_with_the_same_message_id() {
    run(async {
        let smtp = Smtp::start();
        let app = app_with(&smtp).await;
        queue(&app, letter("x", "later@skola.example"));
        app.run_jobs().await;
        app.run_jobs().await;
        assert_eq!(state_of(&app, "later@skola.example").1, 1, "not before its time");
        app.travel(TimeDelta::minutes(2));
        app.run_jobs().await;
        assert_eq!(state_of(&app, "later@skola.example").1, 2);

        app.write(|tx| {
            diesel::update(table::table).set(table::email.eq("asa@skola.example")).execute(&mut **tx)?;
            Ok(())
        });
        app.travel(TimeDelta::hours(1));
        app.run_jobs().await;
        assert_eq!(smtp.received().len(), 1);
        let id = app.last_mail_to("asa@skola.example").row.message_id;
        assert!(smtp.received()[0].contains(&format!("Message-ID: <{id}>")));
        assert!(id.ends_with("@grannskap.example"));
    });
}

#[test]
fn a_mail_is_queued_once_under_its_key() {
    run(async {
        let app = TestApp::spawn().await;
        assert!(queue(&app, letter("once", "asa@skola.example")));
        assert!(!queue(&app, letter("once", "asa@skola.example")));
        app.run_jobs().await;
        assert_eq!(app.mails_to("asa@skola.example").len(), 1);
    });
}

#[test]
fn list_mail_and_calendar_mail_carry_what_clients_need() {
    run(async {
        let smtp = Smtp::start();
        let app = app_with(&smtp).await;
        let url = "https://grannskap.example/unsubscribe/x";
        queue(
            &app,
            Mail {
                calendar: Some(Calendar {
                    ics: "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n".into(),
                    method: "REQUEST",
                    reply_to: Some("svar+m0@grannskap.example".into()),
                }),
                list: Some(List {
                    id: "digest.grannskap.example".into(),
                    unsubscribe_url: url.into(),
                    reply_to: None,
                }),
                ..letter("all", "asa@skola.example")
            },
        );
        app.run_jobs().await;
        let message = smtp.received().remove(0);
        for header in [
            "Auto-Submitted: auto-generated",
            "List-Id: <digest.grannskap.example>",
            "List-Unsubscribe: <https://grannskap.example/unsubscribe/x>",
            "List-Unsubscribe-Post: List-Unsubscribe=One-Click",
            "method=REQUEST",
            "multipart/alternative",
            "Reply-To: svar+m0@grannskap.example",
        ] {
            assert!(message.contains(header), "no {header} in {message}");
        }
    });
}

#[test]
fn a_worker_that_slept_through_its_lease_cannot_write() {
    run(async {
        let mut app = TestApp::spawn().await;
        app.forgive_leftovers();
        queue(&app, letter("slow", "asa@skola.example"));
        let now = app.app.clock.now();
        let first = app.write(|tx| outbox::claim(tx, 8, now)).remove(0);
        assert!(app.write(|tx| outbox::claim(tx, 8, now)).is_empty(), "held");

        app.travel(TimeDelta::seconds(outbox::LEASE_SECONDS + 1));
        let later = app.app.clock.now();
        let second = app.write(|tx| outbox::claim(tx, 8, later)).remove(0);
        let sent = grannskap::mail::Outcome::Sent;
        assert!(!app.write(|tx| outbox::settle(tx, &first, &sent, later)), "the first has lost it");
        assert!(app.write(|tx| outbox::settle(tx, &second, &sent, later)));
    });
}
