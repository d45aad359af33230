//! Mail that comes back: what a report does, and what no mail of a stranger can do.

use diesel::prelude::*;
use grannskap::db::schema::outbox as table;
use grannskap::jobs;
use grannskap::mail::inbound;
use grannskap::mail::outbox::{self, State};
use grannskap::networks::NoteBounces;

use super::letter;
use crate::meetups::{Scene, scene_with};
use crate::support::run;
use crate::support::smtp::Smtp;

const SIV: &str = "siv@hoor.example";
const KIM: &str = "kim@lund.example";

/// The usual scene with a relay, and a mailbox that nobody reads: messages are handed in by hand.
async fn relayed(smtp: &Smtp) -> Scene {
    let url = smtp.url();
    let mut scene = scene_with(&[
        ("MAIL_URL", &url),
        ("INBOUND_URL", "imap://svar@127.0.0.1:1/INBOX"),
        ("INBOUND_ADDRESS", "svar@grannskap.example"),
    ])
    .await;
    scene.app.forgive_leftovers();
    scene
}

async fn write_to(scene: &Scene, key: &str, email: &str) {
    let app = &scene.app;
    app.write(|tx| outbox::enqueue(tx, &app.app, letter(key, email)));
    app.run_jobs().await;
}

/// What became of the mails to an address, oldest first.
fn fates(scene: &Scene, email: &str) -> Vec<(State, String)> {
    let email = email.to_owned();
    let rows: Vec<(State, Option<String>)> = scene.app.read(|db| {
        let found = table::table.filter(table::email.eq(email)).order(table::id);
        Ok(found.select((table::state, table::last_error)).load(db)?)
    });
    rows.into_iter().map(|(state, error)| (state, error.unwrap_or_default())).collect()
}

fn report(to: &str, action: &str, status: &str) -> String {
    format!(
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.example\r\nTo: <{to}>\r\nSubject: Undelivered\r\n\
         MIME-Version: 1.0\r\nContent-Type: multipart/report; report-type=delivery-status; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/plain\r\n\r\nI am sorry.\r\n\
         --x\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.example\r\n\r\n\
         Final-Recipient: rfc822; {SIV}\r\nAction: {action}\r\nStatus: {status}\r\n\
         Diagnostic-Code: smtp; 550 {status} <{SIV}>:\r\n  <b>Recipient</b> rejected\r\n\r\n\
         --x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Hej\r\n\r\nhej\r\n--x--\r\n"
    )
}

async fn receive(scene: &Scene, mail: &str) -> &'static str {
    let place = grannskap::clock::new_id().to_string();
    inbound::receive(&scene.app.app, &place, mail.as_bytes().to_vec()).await.unwrap()
}

#[test]
fn what_comes_back_for_good_stops_the_address_and_tells_the_coordinator() {
    run(async {
        let smtp = Smtp::start();
        let scene = relayed(&smtp).await;
        write_to(&scene, "one", SIV).await;
        let sender = smtp.senders().pop().unwrap();
        assert!(sender.starts_with("svar+b") && sender.ends_with("@grannskap.example"), "{sender}");
        assert_eq!(receive(&scene, &report(&sender, "delayed", "4.4.1")).await, "not-final");
        assert_eq!(fates(&scene, SIV)[0].0, State::Sent);
        assert_eq!(receive(&scene, &report(&sender, "failed", "5.1.1")).await, "returned");
        assert_eq!(receive(&scene, &report(&sender, "failed", "5.1.1")).await, "returned-before");
        let fate = &fates(&scene, SIV)[0];
        assert_eq!(fate.0, State::Failed);
        assert!(fate.1.contains("5.1.1") && fate.1.contains("Recipient"), "{fate:?}");

        write_to(&scene, "two", SIV).await;
        assert_eq!(fates(&scene, SIV)[1], (State::Dropped, "the address takes no mail".to_owned()));
        for _ in 0..2 {
            let app = &scene.app;
            app.travel(chrono::TimeDelta::minutes(10));
            app.write(|tx| jobs::enqueue(tx, &NoteBounces {}, None, app.app.clock.now()));
            app.run_jobs().await;
        }
        let told: Vec<_> =
            scene.app.mails_to(KIM).into_iter().filter(|mail| mail.row.kind == "mail_returned").collect();
        assert_eq!(told.len(), 1);
        assert_eq!(told[0].row.subject, "E-post når inte Siv Ek");
        assert!(told[0].row.text_body.contains("Skolchef, Höör"), "{}", told[0].row.text_body);
        // What servers say holds addresses, which coordinators do not see.
        let mail = &told[0].row;
        assert!(!mail.html_body.contains(SIV) && !mail.text_body.contains(SIV), "{}", mail.text_body);

        let siv = scene.app.signed_in(SIV).await;
        let page = siv.get("/settings/sign-in").await;
        assert!(page.text().contains("Vår e-post når dig inte"), "{}", page.text());
        assert!(page.text().contains("<b>Recipient</b> rejected"), "{}", page.text());
        siv.post_and_follow("/settings/email/resumption", &[]).await;
        assert_eq!(receive(&scene, &report(&sender, "failed", "5.1.1")).await, "returned-before");
        assert!(!siv.get("/settings/sign-in").await.text().contains("når dig inte"));
        write_to(&scene, "three", SIV).await;
        assert_eq!(fates(&scene, SIV).pop().unwrap().0, State::Sent);
    });
}

#[test]
fn the_relay_itself_may_say_that_an_address_is_gone() {
    run(async {
        let smtp = Smtp::start();
        let scene = relayed(&smtp).await;
        write_to(&scene, "one", "refuse@hoor.example").await;
        write_to(&scene, "two", "Refuse@hoor.example").await;
        write_to(&scene, "three", "later@hoor.example").await;
        assert_eq!(fates(&scene, "refuse@hoor.example")[0].0, State::Failed);
        assert_eq!(fates(&scene, "Refuse@hoor.example")[0].0, State::Dropped);
        assert_eq!(fates(&scene, "later@hoor.example")[0].0, State::Queued);
        // An administrator's word counts for more.
        let id = scene.app.read(|db| {
            let dropped = table::table.filter(table::state.eq(State::Dropped));
            Ok(dropped.select(table::id).first(db)?)
        });
        let now = scene.app.app.clock.now();
        assert!(scene.app.write(|tx| outbox::resend(tx, id, now)));
        scene.app.run_jobs().await;
        assert_eq!(fates(&scene, "Refuse@hoor.example")[0].0, State::Failed);
    });
}

#[test]
fn forged_and_other_reports_change_nothing() {
    run(async {
        let smtp = Smtp::start();
        let scene = relayed(&smtp).await;
        write_to(&scene, "one", SIV).await;
        let sender = smtp.senders().pop().unwrap();
        let (start, end) = sender.split_at("svar+b".len() + 16);
        let (secret, domain) = end.split_once('@').unwrap();
        let turned: String = secret.chars().rev().collect();
        let guessed = format!("{start}{turned}@{domain}");
        assert_eq!(receive(&scene, &report(&guessed, "failed", "5.1.1")).await, "foreign");
        let nobody = format!("svar+b{}@grannskap.example", "0".repeat(32));
        assert_eq!(receive(&scene, &report(&nobody, "failed", "5.1.1")).await, "foreign");
        let away =
            format!("Return-Path: <>\r\nFrom: {SIV}\r\nTo: <{sender}>\r\nSubject: 5.1.1\r\n\r\nBorta.\r\n");
        assert_eq!(receive(&scene, &away).await, "no-report-inside");
        let person = away.replace("Return-Path: <>\r\n", "");
        assert_eq!(receive(&scene, &person).await, "person");
        assert_eq!(fates(&scene, SIV)[0].0, State::Sent);
        // Refused for what it said: that is no fault of the address.
        assert_eq!(receive(&scene, &report(&sender, "failed", "5.7.1")).await, "returned");
        write_to(&scene, "two", SIV).await;
        assert_eq!(fates(&scene, SIV)[1].0, State::Sent);
    });
}
