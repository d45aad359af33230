//! The administrator's pages.

use diesel::prelude::*;
use grannskap::db::schema::outbox as table;
use grannskap::i18n::Lang;
use grannskap::mail::outbox::{self, State};
use grannskap::mail::{Mail, Recipient};

use crate::support::smtp::Smtp;
use crate::support::{TestApp, run};

#[test]
fn for_everybody_else_the_pages_do_not_exist() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let member = app.signed_in("siv@hoor.example").await;
        for path in ["/admin", "/admin/people", "/admin/mail", "/admin/jobs"] {
            assert_eq!(member.get(path).await.status, 404, "{path}");
            assert_eq!(app.client().get(path).await.status, 303, "{path}");
        }
    });
}

#[test]
fn a_mail_that_failed_is_seen_and_sent_again() {
    run(async {
        let smtp = Smtp::start();
        let mut app = TestApp::spawn_with(&[("MAIL_URL", &format!("smtp://{}", smtp.address))]).await;
        app.forgive_leftovers();
        app.administrator("Ada Drift", "ada@drift.example").await;
        let to = Recipient {
            person_id: None,
            email: "refuse@skola.example".into(),
            name: String::new(),
            lang: Lang::Swedish,
        };
        app.write(|tx| {
            let mail = Mail {
                kind: "test",
                logical_key: "a".into(),
                to,
                network_id: None,
                subject: "Hemligt".into(),
                text: "Hemligt".into(),
                html: "<p>Hemligt</p>".into(),
                calendar: None,
                list: None,
            };
            outbox::enqueue(tx, &app.app, mail)
        });
        app.run_jobs().await;

        let admin = app.signed_in("ada@drift.example").await;
        assert!(admin.get("/admin").await.text().contains("En sak behöver ses över"));
        let page = admin.get("/admin/mail?state=failed").await;
        assert!(page.text().contains("550"));
        assert!(!page.body.contains("Hemligt"));
        let resend = page.attribute("td form", "action").unwrap();
        admin.post_and_follow(&resend, &[]).await;
        let state: State = app.read(|db| Ok(table::table.select(table::state).first(db)?));
        assert_eq!(state, State::Queued);
        assert_eq!(admin.post(&resend, &[]).await.status, 409, "it is queued already");
    });
}

/// A mail of a kind, with a link that acts for its reader.
fn mail(kind: &'static str, key: &str, email: &str) -> Mail {
    let to = Recipient { person_id: None, email: email.into(), name: String::new(), lang: Lang::Swedish };
    let text = format!("Kom till https://x.example/unsubscribe/{} nu", "hemlig0-".repeat(6));
    let (subject, html) = (format!("Om {kind}"), String::new());
    let logical_key = key.into();
    Mail { kind, logical_key, to, network_id: None, subject, text, html, calendar: None, list: None }
}

#[test]
fn the_mails_of_a_person_are_seen_and_read_only_where_they_are_nobodys_secret() {
    run(async {
        use grannskap::db::schema::audit_events;

        let app = TestApp::spawn().await;
        app.administrator("Ada Drift", "ada@drift.example").await;
        app.person("Siv Ek", "siv@hoor.example").await;
        app.write(|tx| {
            outbox::enqueue(tx, &app.app, mail("letter", "a", "siv@hoor.example"))?;
            outbox::enqueue(tx, &app.app, mail("password", "b", "siv@hoor.example"))
        });
        let (admin, member) =
            (app.signed_in("ada@drift.example").await, app.signed_in("siv@hoor.example").await);
        let kinds = admin.get("/admin/mail/kinds").await;
        assert_eq!(kinds.all("tbody th"), ["Brev från samordnare", "Nytt lösenord"]);
        assert_eq!(kinds.all("tbody td")[..5], ["1", "mindre än en minut", "0", "0 / 0", "0 / 0"]);
        app.run_jobs().await;
        app.travel(chrono::TimeDelta::days(2));
        let kinds = admin.get("/admin/mail/kinds").await;
        assert_eq!(kinds.all("tbody td")[..5], ["0", "", "0", "0 / 1", "0 / 0"]);

        let link = admin.get("/admin/people?q=siv").await.attribute("tbody td a", "href").unwrap();
        let list = admin.get(&link).await;
        assert!(list.text().contains("Om letter") && !list.body.contains("Om password"));
        let pages = list.attributes("tbody th a", "href");
        assert_eq!(pages.len(), 2);
        for page in &pages {
            assert_eq!(member.get(page).await.status, 404);
            let said = admin.get(page).await;
            assert!(!said.body.contains("hemlig0-"), "{}", said.text());
            let open = said.body.contains("Om letter");
            assert_eq!(said.text().contains("Kom till https://x.example/unsubscribe/… nu"), open);
            assert_eq!(said.text().contains("Det visas inte"), !open);
        }
        let looked: i64 = app.read(|db| {
            let looked = audit_events::table.filter(audit_events::action.eq("mail-looked-at"));
            Ok(looked.count().get_result(db)?)
        });
        assert_eq!(looked, 2);
        // What was sent goes out once more, under the same Message-ID, and not twice by a double click.
        let before = app.last_mail_to("siv@hoor.example").row.message_id;
        let resend = format!("{}/resend", pages[0]);
        admin.post_and_follow(&resend, &[]).await;
        assert_eq!(admin.post(&resend, &[]).await.status, 409);
        app.run_jobs().await;
        assert_eq!(app.last_mail_to("siv@hoor.example").row.message_id, before);
        assert_eq!(app.mails_to("siv@hoor.example").len(), 2);
    });
}

#[test]
fn of_every_kind_of_mail_it_is_said_whether_administrators_may_read_it() {
    let templates = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/mail");
    let mut kinds: Vec<String> = std::fs::read_dir(templates)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    kinds.sort();
    let mut said: Vec<&str> = grannskap::admin::KINDS.iter().map(|(kind, _)| *kind).collect();
    said.sort_unstable();
    assert_eq!(kinds, said);
}

#[test]
fn a_closed_account_is_out_at_once_and_can_be_opened_again() {
    run(async {
        let app = TestApp::spawn().await;
        let ada = app.administrator("Ada Drift", "ada@drift.example").await;
        let siv = app.person("Siv Ek", "siv@hoor.example").await;
        let (admin, member) =
            (app.signed_in("ada@drift.example").await, app.signed_in("siv@hoor.example").await);
        assert_eq!(member.post(&format!("/admin/people/{ada}/closure"), &[]).await.status, 404);
        assert_eq!(admin.post(&format!("/admin/people/{ada}/closure"), &[]).await.status, 409, "not oneself");

        assert!(admin.get("/admin/people?q=siv").await.text().contains("siv@hoor.example"));
        admin.post_and_follow(&format!("/admin/people/{siv}/closure"), &[]).await;
        assert_eq!(member.get("/dashboard").await.status, 303);
        let credentials = [("email", "siv@hoor.example"), ("password", crate::support::people::PASSWORD)];
        assert_eq!(member.post("/session", &credentials).await.status, 422);
        admin.post_and_follow(&format!("/admin/people/{siv}/opening"), &[]).await;
        assert_eq!(member.post("/session", &credentials).await.status, 303);
    });
}

#[test]
fn what_is_no_longer_needed_goes_away_when_the_page_about_privacy_says() {
    run(async {
        use grannskap::accounts::{self, Purpose};
        use grannskap::db::schema::{audit_events, tokens};
        use grannskap::jobs;
        use grannskap::web::{Audit, audit};

        let mut app = TestApp::spawn().await;
        app.forgive_leftovers();
        let siv = app.person("Siv Ek", "siv@hoor.example").await;
        let begun = app.app.clock.now();
        app.write(|tx| {
            let event =
                Audit { actor: Some(siv), action: "sign-in", subject: siv.to_string(), address: None };
            audit(tx, &event, begun)?;
            accounts::issue(tx, Purpose::Password, Some(siv), None, begun)?;
            accounts::feed_token(tx, &app.app, Purpose::AtomFeed, siv)?;
            let person = accounts::find(tx, siv)?;
            accounts::request_email(tx, &app.app, &person, "ny@hoor.example")
        });
        let sent = app.last_mail_to("ny@hoor.example").row.id;
        let count = |app: &TestApp| {
            app.read(|db| {
                let events: i64 = audit_events::table.count().get_result(db)?;
                let tokens: i64 = tokens::table.count().get_result(db)?;
                let mails: i64 = table::table.filter(table::id.eq(sent)).count().get_result(db)?;
                Ok((events, tokens, mails))
            })
        };
        app.run_jobs().await;
        assert_eq!(count(&app), (1, 3, 1));
        // A day before each limit, and a day after.
        for (days, left) in [(30, (1, 3, 1)), (4, (1, 1, 1)), (330, (1, 1, 1)), (3, (0, 1, 0))] {
            app.travel(chrono::TimeDelta::days(days));
            let now = app.app.clock.now();
            app.write(|tx| jobs::enqueue(tx, &grannskap::admin::Sweep {}, None, now));
            app.run_jobs().await;
            assert_eq!(count(&app), left, "after {:?}", now.0 - begun.0);
        }
    });
}
