//! Mail on its way in, from a real IMAP server.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::inbound_mails as table;
use grannskap::mail::inbound;

use crate::meetups::{Scene, scene_with, utc};
use crate::support::imap::Mailbox;
use crate::support::process::Process;
use crate::support::run;

const BO: &str = "bo@horby.example";

/// The usual scene, with a meetup to answer, reading this mailbox.
async fn reading(url: &str) -> (Scene, grannskap::db::types::Id) {
    let scene = scene_with(&[("INBOUND_URL", url), ("INBOUND_ADDRESS", "svar@grannskap.example")]).await;
    // Far ahead, also by the clock of a binary.
    let mut new = scene.proposal();
    (new.starts_at, new.ends_at) = (utc(2090, 12, 4, 12, 0), utc(2090, 12, 4, 13, 0));
    let id = scene.propose(&new);
    (scene, id)
}

fn outcomes(scene: &Scene) -> Vec<String> {
    let mut found: Vec<String> = scene.app.read(|db| Ok(table::table.select(table::outcome).load(db)?));
    found.sort();
    found
}

#[test]
fn what_lies_in_the_mailbox_is_dealt_with_and_moved_away() {
    run(async {
        let Some(mailbox) = Mailbox::new() else { return };
        let (scene, id) = reading(&mailbox.url()).await;
        assert_eq!(inbound::read_now(&scene.app.app).await, Ok(0));
        let mut wanted = vec![scene.reply(id, BO, "ACCEPTED").mail()];
        scene.app.travel(TimeDelta::minutes(1));
        wanted.push(scene.reply(id, BO, "TENTATIVE").mail());
        wanted.push(format!("From: {BO}\r\nTo: svar@grannskap.example\r\n\r\n{}\r\n", "x".repeat(1_000_001)));
        wanted.push(
            "From: \u{fffd}\r\nContent-Type: text/plain; charset=klingon\r\nTo: =?x?q?=FF?=\r\n\r\n\u{0}"
                .to_owned(),
        );
        mailbox.deliver(&wanted).await;
        assert_eq!(scene.app.run_jobs().await, 4 + 2, "messages and invitations");
        assert_eq!(scene.sides(id).await[1], "Kanske");
        assert_eq!((mailbox.count("INBOX").await, mailbox.count(inbound::FOLDER).await), (0, 4));
        assert_eq!(outcomes(&scene), ["answered", "answered", "not-addressed", "too-large"]);
        assert_eq!(inbound::read_now(&scene.app.app).await, Ok(0));
        // What came more than a month ago is gone for good.
        scene.app.travel(TimeDelta::days(400));
        inbound::read_now(&scene.app.app).await.unwrap();
        assert_eq!(mailbox.count(inbound::FOLDER).await, 0);
        scene.app.run_jobs().await;
    });
}

#[test]
fn workers_at_once_deal_with_each_message_once() {
    run(async {
        let Some(mailbox) = Mailbox::new() else { return };
        let (scene, id) = reading(&mailbox.url()).await;
        let mut messages = Vec::new();
        for _ in 0..12 {
            scene.app.travel(TimeDelta::minutes(1));
            messages.push(scene.reply(id, BO, "ACCEPTED").mail());
            messages.push(scene.reply(id, "siv@hoor.example", "COUNTER").mail());
        }
        mailbox.deliver(&messages).await;
        let app = &scene.app.app;
        let read = || async move { inbound::read_now(app).await };
        let (a, b, c) = tokio::join!(read(), read(), read());
        assert!(a.is_ok() && b.is_ok() && c.is_ok(), "{a:?} {b:?} {c:?}");
        assert_eq!(outcomes(&scene).len(), 24);
        assert_eq!(mailbox.count("INBOX").await, 0);
        assert_eq!(scene.sides(id).await[1], "Kommer");
        scene.app.run_jobs().await;
    });
}

#[test]
fn who_is_killed_in_the_midst_deals_with_each_message_once() {
    run(async {
        let Some(mailbox) = Mailbox::new() else { return };
        let (mut scene, id) = reading(&mailbox.url()).await;
        scene.app.forgive_leftovers();
        let mut messages = Vec::new();
        for number in 0..40 {
            scene.app.travel(TimeDelta::minutes(1));
            let said = if number % 2 == 0 { "ACCEPTED" } else { "DECLINED" };
            messages.push(scene.reply(id, BO, said).mail());
        }
        mailbox.deliver(&messages).await;
        for milliseconds in [250, 350, 450] {
            let mut command = scene.app.binary("");
            command
                .env("GRANNSKAP_INBOUND_URL", mailbox.url())
                .env("GRANNSKAP_INBOUND_ADDRESS", "svar@grannskap.example");
            let worker = Process::start(command.arg("worker"));
            tokio::time::sleep(std::time::Duration::from_millis(milliseconds)).await;
            worker.signal("KILL");
        }
        inbound::read_now(&scene.app.app).await.unwrap();
        assert_eq!(outcomes(&scene), ["answered"; 40]);
        assert_eq!((mailbox.count("INBOX").await, mailbox.count(inbound::FOLDER).await), (0, 40));
        assert_eq!(scene.sides(id).await[1], "Kommer inte");
    });
}

#[test]
fn tls_is_spoken_and_certificates_are_looked_at() {
    run(async {
        let (Some(mailbox), Ok(authority)) = (Mailbox::new(), std::env::var("GRANNSKAP_TEST_IMAP_CA")) else {
            return;
        };
        let (mut scene, id) = reading(&mailbox.url()).await;
        scene.app.forgive_leftovers();
        for (scheme, said, shown) in
            [("imaps", "ACCEPTED", "Kommer"), ("imap+starttls", "DECLINED", "Kommer inte")]
        {
            scene.app.travel(TimeDelta::minutes(1));
            mailbox.deliver(&[scene.reply(id, BO, said).mail()]).await;
            let other = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/mail/keys/ca.pem");
            for (trusted, left) in [(other, 1), (authority.as_str(), 0)] {
                let mut command = scene.app.binary("");
                command
                    .env("GRANNSKAP_INBOUND_URL", mailbox.secure_url(scheme))
                    .env("GRANNSKAP_INBOUND_ADDRESS", "svar@grannskap.example")
                    .env("SSL_CERT_FILE", trusted);
                let output = command.args(["jobs", "run"]).output().unwrap();
                assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
                let log = String::from_utf8_lossy(&output.stderr).into_owned();
                assert_eq!(mailbox.count("INBOX").await, left, "{scheme}: {log}");
                assert!(left == 0 || log.contains("certificate"), "{log}");
                assert!(!log.contains("secret"), "{log}");
            }
            assert_eq!(scene.sides(id).await[1], shown);
        }
    });
}

#[test]
fn settings_that_cannot_work_are_refused() {
    for (name, url, address, wanted) in [
        ("no TLS", "imap://svar@mail.example/INBOX", "svar@x.example", "without TLS"),
        ("another protocol", "pop3://svar@mail.example/", "svar@x.example", "not a way to read mail"),
        ("nobody", "imaps://mail.example/INBOX", "svar@x.example", "no user"),
        ("no host", "imaps:///INBOX", "svar@x.example", "inbound_url"),
        ("no address", "imaps://svar@mail.example/INBOX", "", "inbound_address"),
        ("a plus", "imaps://svar@mail.example/INBOX", "svar+x@x.example", "inbound_address"),
    ] {
        let folder = tempfile::tempdir().unwrap();
        let mut command = crate::support::grannskap(folder.path());
        command.env("GRANNSKAP_INBOUND_URL", url).env("GRANNSKAP_INBOUND_ADDRESS", address);
        let output = command.args(["config", "check"]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(wanted), "{name}: {said}");
    }
    let folder = tempfile::tempdir().unwrap();
    let mut command = crate::support::grannskap(folder.path());
    command
        .env("GRANNSKAP_INBOUND_URL", "imaps://svar%40x.example:hemligt1@mail.example/INBOX")
        .env("GRANNSKAP_INBOUND_PASSWORD", "hemligt2")
        .env("GRANNSKAP_INBOUND_ADDRESS", "svar@x.example");
    let output = command.args(["config", "check"]).output().unwrap();
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("mail.example") && !said.contains("hemligt"), "{said}");
}
