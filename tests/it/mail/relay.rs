//! Relays with TLS and passwords, and relays in a bad mood: the binary sends what is due and ends.

use std::process::Command;

use diesel::prelude::*;
use grannskap::db::schema::outbox as table;
use grannskap::mail::outbox::{self, State};

use super::letter;
use crate::support::smtp::{Manners, Security, Smtp};
use crate::support::{TestApp, run};

const AUTHORITY: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/mail/keys/ca.pem");

/// Queues a mail, does what is due, and tells what became of it.
async fn sent_through(url: &str, to: &str, trust: Option<&str>) -> (State, String) {
    let app = TestApp::spawn_today().await;
    app.write(|tx| outbox::enqueue(tx, &app.app, letter("one", to)));
    let mut command: Command = app.binary(url);
    if let Some(file) = trust {
        command.env("SSL_CERT_FILE", file);
    }
    let output = command.args(["jobs", "run"]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    app.read(|db| {
        let columns = (table::state, table::last_error);
        let (state, error): (State, Option<String>) = table::table.select(columns).first(db)?;
        Ok((state, error.unwrap_or_default()))
    })
}

#[test]
fn tls_from_the_start_or_after_starttls_with_a_certificate_that_is_trusted() {
    run(async {
        for security in [Security::Wrapped, Security::StartTls] {
            let smtp = Smtp::with(Manners { security, ..Manners::default() });
            for host in ["127.0.0.1", "localhost"] {
                let url = smtp.url().replace("127.0.0.1", host);
                let (state, error) = sent_through(&url, "asa@skola.example", Some(AUTHORITY)).await;
                assert_eq!((state, error.as_str()), (State::Sent, ""), "{url}");
            }
            assert_eq!(smtp.received().len(), 2);
        }
    });
}

#[test]
fn a_certificate_that_is_not_trusted_gets_no_mail() {
    run(async {
        for security in [Security::Wrapped, Security::StartTls] {
            let smtp = Smtp::with(Manners { security, ..Manners::default() });
            // Trusts another certificate than that of the authority.
            let other = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/mail/keys/relay.pem");
            let (state, error) = sent_through(&smtp.url(), "asa@skola.example", Some(other)).await;
            assert_eq!(state, State::Queued);
            assert!(error.contains("certificate"), "{error}");
            assert!(smtp.received().is_empty());
        }
    });
}

#[test]
fn a_relay_without_starttls_gets_no_mail_in_the_clear() {
    run(async {
        let smtp = Smtp::start();
        let url = smtp.url().replace("smtp://", "smtp+starttls://");
        let (state, error) = sent_through(&url, "asa@skola.example", Some(AUTHORITY)).await;
        assert!(state == State::Queued && error.to_lowercase().contains("starttls"), "{error}");
        assert!(smtp.received().is_empty());
    });
}

#[test]
fn user_and_password_come_from_the_address() {
    run(async {
        let password = Some(("post@skola.example", "p@ss/ord+1"));
        let smtp = Smtp::with(Manners { security: Security::StartTls, password, ..Manners::default() });
        for (given, wanted) in [("p%40ss%2Ford+1", State::Sent), ("fel-ord", State::Queued)] {
            let url = smtp.url().replace("://", &format!("://post%40skola.example:{given}@"));
            let (state, error) = sent_through(&url, "asa@skola.example", Some(AUTHORITY)).await;
            assert_eq!(state, wanted, "{error}");
            assert!(!error.contains(given), "the password is not told: {error}");
        }
        let (state, error) = sent_through(&smtp.url(), "asa@skola.example", Some(AUTHORITY)).await;
        // The relay refuses the sender, not this recipient; it says so for good, and a coordinator sees it.
        assert!(state == State::Failed && error.contains("530"), "{error}");
    });
}

#[test]
fn a_relay_in_a_bad_mood_is_tried_again() {
    run(async {
        let full = Smtp::with(Manners { greeting: "421 4.3.2 come back later", ..Manners::default() });
        let fine = Smtp::start();
        let nobody = {
            let free = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
            format!("smtp://{}", free.local_addr().unwrap())
        };
        for (url, to, says) in [
            (full.url(), "asa@skola.example", "421"),
            (fine.url(), "busy@skola.example", "421"),
            (fine.url(), "later@skola.example", "451"),
            (nobody, "asa@skola.example", "no connection"),
        ] {
            let (state, error) = sent_through(&url, to, None).await;
            assert!(state == State::Queued && error.contains(says), "{url} {to}: {error}");
        }
    });
}
