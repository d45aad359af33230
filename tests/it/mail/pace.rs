//! Mail to one domain waits for its turn and holds up nobody; complaints stop what goes to many.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::app::App;
use grannskap::db::schema::{mail_domains, outbox as table, stopped_addresses};
use grannskap::mail::outbox::{self, State};
use grannskap::mail::{List, Mail, inbound, pace, send_due};

use super::letter;
use crate::meetups::scene_with;
use crate::support::smtp::Smtp;
use crate::support::{TestApp, run};

fn sent_to(app: &TestApp, domain: &str) -> usize {
    let rows: Vec<(String, State)> =
        app.read(|db| Ok(table::table.select((table::email, table::state)).load(db)?));
    rows.iter().filter(|(email, state)| email.ends_with(domain) && *state == State::Sent).count()
}

#[test]
fn a_domain_gets_so_many_a_minute_and_nobody_else_waits() {
    run(async {
        let app = TestApp::spawn_with(&[("MAIL_PER_DOMAIN", "2")]).await;
        for n in 0..9 {
            app.write(|tx| {
                outbox::enqueue(tx, &app.app, letter(&format!("a{n}"), &format!("p{n}@A.example")))
            });
        }
        app.write(|tx| outbox::enqueue(tx, &app.app, letter("b", "p@b.example")));
        app.run_jobs().await;
        assert_eq!([sent_to(&app, "A.example"), sent_to(&app, "b.example")], [1, 1]);
        let tries: Vec<i32> =
            app.read(|db| Ok(table::table.select(table::attempts).order(table::attempts).load(db)?));
        assert_eq!(tries, [0, 0, 0, 0, 0, 0, 0, 0, 1, 1], "waiting is no try");
        for minute in 1..=4 {
            app.travel(TimeDelta::seconds(30));
            app.run_jobs().await;
            app.travel(TimeDelta::seconds(30));
            app.run_jobs().await;
            assert_eq!(sent_to(&app, "A.example"), 1 + 2 * minute);
        }
    });
}

/// So many workers of their own on the database of the test, with its clock.
fn workers(app: &TestApp, n: usize) -> Vec<App> {
    (0..n).map(|_| App::start(app.app.config.clone(), app.app.clock.clone()).unwrap()).collect()
}

#[test]
fn workers_keep_one_count_and_keep_it_over_a_restart() {
    run(async {
        let mut app = TestApp::spawn_with(&[("MAIL_PER_DOMAIN", "60")]).await;
        app.forgive_leftovers();
        let queue = |names: std::ops::Range<usize>| {
            for n in names {
                let mails = [("a.example", "a"), ("b.example", "b")];
                for (domain, key) in mails {
                    let mail = letter(&format!("{key}{n}"), &format!("p{n}@{domain}"));
                    app.write(|tx| outbox::enqueue(tx, &app.app, mail));
                }
            }
        };
        let work = async |workers: Vec<App>| {
            let tasks: Vec<_> = workers
                .into_iter()
                .map(|worker| tokio::spawn(async move { while send_due(&worker).await.unwrap() > 0 {} }))
                .collect();
            for task in tasks {
                task.await.unwrap();
            }
            [sent_to(&app, "a.example"), sent_to(&app, "b.example")]
        };
        queue(0..30);
        // A tenth of a minute's mails at once, whoever sends them.
        assert_eq!(work(workers(&app, 3)).await, [6, 6]);
        // Workers that begin now know what was sent before them.
        queue(30..40);
        assert_eq!(work(workers(&app, 3)).await, [6, 6]);
        app.travel(TimeDelta::seconds(10));
        let later = work(workers(&app, 3)).await;
        assert!(later.iter().all(|sent| (7..=12).contains(sent)), "{later:?}");
        for _ in 0..60 {
            app.travel(TimeDelta::seconds(1));
            work(workers(&app, 1)).await;
        }
        assert_eq!(work(workers(&app, 1)).await, [40, 40], "nothing is lost");
        let known = |app: &TestApp| -> i64 { app.read(|db| Ok(mail_domains::table.count().first(db)?)) };
        assert_eq!(known(&app), 2);
        app.travel(TimeDelta::minutes(1));
        let now = app.app.clock.now();
        app.write(|tx| pace::forget(tx, now));
        assert_eq!(known(&app), 0);
    });
}

#[test]
fn without_a_limit_nothing_is_counted() {
    run(async {
        let app = TestApp::spawn().await;
        app.write(|tx| outbox::enqueue(tx, &app.app, letter("a", "p@a.example")));
        app.run_jobs().await;
        assert_eq!(sent_to(&app, "a.example"), 1);
        let counted: i64 = app.read(|db| Ok(mail_domains::table.count().first(db)?));
        assert_eq!(counted, 0);
    });
}

fn complaint(to: &str, kind: &str, sender: &str) -> String {
    format!(
        "From: fbl@provider.example\r\nTo: <{to}>\r\nSubject: Complaint\r\nMIME-Version: 1.0\r\n\
         Content-Type: multipart/report; report-type=feedback-report; boundary=x\r\n\r\n\
         --x\r\nContent-Type: text/plain\r\n\r\nThis is an abuse report.\r\n\
         --x\r\nContent-Type: message/feedback-report\r\n\r\nFeedback-Type: {kind}\r\nUser-Agent: Some/1.0\r\n\
         Version: 1\r\nOriginal-Mail-From: <{sender}>\r\n\r\n\
         --x\r\nContent-Type: message/rfc822\r\n\r\nSubject: Hej\r\n\r\nhej\r\n--x--\r\n"
    )
}

fn to_many(key: &str, email: &str) -> Mail {
    let unsubscribe_url = "https://x.example/unsubscribe/x".to_owned();
    let list = Some(List { id: "x.grannskap.example".to_owned(), unsubscribe_url, reply_to: None });
    Mail { kind: "digest", list, ..letter(key, email) }
}

#[test]
fn a_complaint_stops_what_goes_to_many_until_it_is_asked_for_again() {
    run(async {
        let smtp = Smtp::start();
        let url = smtp.url();
        let mut scene = scene_with(&[
            ("MAIL_URL", &url),
            ("INBOUND_URL", "imap://svar@127.0.0.1:1/INBOX"),
            ("INBOUND_ADDRESS", "svar@grannskap.example"),
        ])
        .await;
        scene.app.forgive_leftovers();
        let app = &scene.app;
        let siv = "siv@hoor.example";
        let write = async |mail: Mail| {
            app.write(|tx| outbox::enqueue(tx, &app.app, mail));
            app.run_jobs().await;
            let last = table::table.order(table::id.desc()).select(table::state);
            app.read(|db| Ok(last.first::<State>(db)?))
        };
        let receive = async |mail: String| {
            let place = grannskap::clock::new_id().to_string();
            inbound::receive(&app.app, &place, mail.into_bytes()).await.unwrap()
        };
        assert_eq!(write(to_many("one", siv)).await, State::Sent);
        let sender = smtp.senders().pop().unwrap();
        assert_eq!(receive(complaint(&sender, "not-spam", &sender)).await, "no-complaint");
        let forged = sender.replace("+b", "+b0").replacen("@", "0@", 1);
        assert!(["foreign", "not-addressed"].contains(&receive(complaint(&forged, "abuse", "")).await));
        assert_eq!(write(to_many("two", siv)).await, State::Sent);
        // To the address of the mail, or to one that takes all complaints: the report says which mail it was.
        assert_eq!(receive(complaint("svar@grannskap.example", "abuse", &sender)).await, "complained");
        assert_eq!(receive(complaint(&sender, "abuse", &sender)).await, "complained-before");
        assert_eq!(write(to_many("three", siv)).await, State::Dropped);
        assert_eq!(write(letter("four", siv)).await, State::Sent, "what is for one alone still comes");
        app.administrator("Ada", "ada@x.example").await;
        let page = app.signed_in("ada@x.example").await.get("/admin/mail/kinds").await;
        let row = page.all("tbody tr").into_iter().find(|row| row.starts_with("Sammanfattning")).unwrap();
        assert!(row.trim_end().ends_with("1 / 1"), "{row}");
        let client = app.signed_in(siv).await;
        // The page of subscriptions says so too, and takes digests up again.
        let page = client.get("/settings/subscriptions").await;
        assert!(page.first("#complained").contains("Den 23 november 2026"), "{}", page.text());
        assert_eq!(page.attribute("#complained form", "action").unwrap(), "/settings/email/resumption");
        let bo = app.signed_in("bo@horby.example").await;
        assert_eq!(bo.get("/settings/subscriptions").await.count("#complained"), 0);
        // Coordinators see it in the list of members, and an address that takes nothing; members do not.
        let now = app.app.clock.now();
        app.write(|tx| {
            let gone = (
                stopped_addresses::email.eq("bo@horby.example"),
                stopped_addresses::why.eq("5.1.1"),
                stopped_addresses::stopped_at.eq(now),
                stopped_addresses::told_at.eq(now),
            );
            diesel::insert_into(stopped_addresses::table).values(gone).execute(&mut **tx)?;
            Ok(())
        });
        let list = app.signed_in("kim@lund.example").await.get("/networks/skane/members").await.text();
        assert!(list.contains("Sedan 23 november 2026 går inga utskick till personen"), "{list}");
        assert!(list.contains("Sedan 23 november 2026 når ingen e-post fram"), "{list}");
        let list = client.get("/networks/skane/members").await.text();
        assert!(!list.contains("skräppost") && !list.contains("når ingen"), "{list}");
        let page = client.get("/settings/sign-in").await;
        assert!(page.text().contains("Du får inga utskick från oss"), "{}", page.text());
        let back = [("return_to", "/settings/subscriptions")];
        let page = client.post_and_follow("/settings/email/resumption", &back).await;
        assert!(
            page.text().contains("Vi skickar e-post till dig igen") && page.count("#complained") == 0,
            "{}",
            page.text()
        );
        assert!(!client.get("/settings/sign-in").await.text().contains("inga utskick"));
        assert_eq!(receive(complaint(&sender, "abuse", &sender)).await, "complained-before");
        assert_eq!(write(to_many("five", siv)).await, State::Sent);
    });
}
