//! Registration, confirmation and forgotten passwords.

use chrono::TimeDelta;
use grannskap::accounts::{self, NewAccount};
use grannskap::i18n::Lang;
use grannskap::web::forms::{Check, Fields};

use crate::support::people::PASSWORD;
use crate::support::{TestApp, run};

async fn register(app: &TestApp, email: &str) -> bool {
    let form =
        [("email", email), ("name", "Nils Lund"), ("password", PASSWORD), ("password_again", PASSWORD)];
    let fields = Fields::from_pairs(form);
    let mut check = Check::of(&fields);
    let account = NewAccount::check(&mut check, &fields);
    check.done().unwrap();
    let account = account.hashed(Lang::Swedish).await.unwrap();
    app.write(|tx| accounts::register(tx, &app.app, &account, "/seats")).is_some()
}

#[test]
fn a_confirmation_signs_in_once_and_looking_does_not_use_it_up() {
    run(async {
        let app = TestApp::spawn().await;
        assert!(register(&app, "nils@hoor.example").await);
        let client = app.client();
        let form = [("email", "nils@hoor.example"), ("password", PASSWORD)];
        assert_eq!(client.post("/session", &form).await.status, 422, "unconfirmed");

        let link = app.last_mail_to("nils@hoor.example").link("/confirmations/");
        for _ in 0..2 {
            let page = client.get(&link).await;
            assert_eq!(page.status, 200);
            assert_eq!(page.attribute("main input[name=return_to]", "value").as_deref(), Some("/seats"));
        }
        let path = link.split('?').next().unwrap();
        let foreign = [("return_to", "https://evil.example/")];
        assert_eq!(client.post(path, &foreign).await.location.as_deref(), Some("/dashboard"));
        assert_eq!(client.get("/settings").await.status, 200);
        let again = app.client().post(path, &[]).await;
        assert_eq!(again.status, 404);
        assert_eq!(again.first("h1"), "Länken gäller inte längre");
        app.run_jobs().await;
    });
}

#[test]
fn a_known_address_is_told_by_mail_alone() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        assert!(!register(&app, "siv@hoor.example").await);
        let mail = app.last_mail_to("siv@hoor.example");
        assert_eq!(mail.row.kind, "account_known");
        assert!(mail.row.text_body.contains("Hej Siv Ek!"), "the name that was typed must not be used");
        app.signed_in("siv@hoor.example").await;
        app.run_jobs().await;
    });
}

#[test]
fn an_old_confirmation_is_worth_nothing() {
    run(async {
        let app = TestApp::spawn().await;
        register(&app, "nils@hoor.example").await;
        let link = app.last_mail_to("nils@hoor.example").link("/confirmations/");
        app.travel(TimeDelta::days(4));
        assert_eq!(app.client().get(&link).await.status, 404);
        // A token is good for one purpose.
        let token = link.split('/').next_back().unwrap().split('?').next().unwrap();
        assert_eq!(app.client().get(&format!("/password/{token}")).await.status, 404);
        app.run_jobs().await;
    });
}

#[test]
fn a_forgotten_password_reads_alike_for_known_and_unknown() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let old = app.signed_in("siv@hoor.example").await;
        let client = app.client();
        let known = client.post("/password-requests", &[("email", "siv@hoor.example")]).await;
        let unknown = client.post("/password-requests", &[("email", "nils@hoor.example")]).await;
        assert_eq!((known.status, known.location), (unknown.status, unknown.location));
        app.run_jobs().await;
        assert!(app.mails_to("nils@hoor.example").is_empty());

        let link = app.last_mail_to("siv@hoor.example").link("/password/");
        assert_eq!(client.get(&link).await.status, 200);
        let bad = client.post(&link, &[("password", "kort"), ("password_again", "kort")]).await;
        assert_eq!(bad.status, 422);
        let common =
            client.post(&link, &[("password", "password123"), ("password_again", "password123")]).await;
        assert_eq!(common.status, 422);
        let new = [("password", "fyra unga björkar"), ("password_again", "fyra unga björkar")];
        assert_eq!(client.post(&link, &new).await.status, 303);
        assert_eq!(old.get("/settings").await.status, 303, "other sessions end");
        assert_eq!(client.get(&link).await.status, 404, "used up");
        assert_eq!(app.last_mail_to("siv@hoor.example").row.kind, "password_changed");
        app.run_jobs().await;
    });
}

#[test]
fn a_wrong_address_keeps_what_was_typed() {
    run(async {
        let app = TestApp::spawn().await;
        let long = "x".repeat(10_000);
        for typed in ["", "siv", long.as_str()] {
            let page = app.client().post("/password-requests", &[("email", typed)]).await;
            assert_eq!(page.status, 422);
            assert_eq!(page.attribute("#email", "value").as_deref(), Some(typed));
        }
    });
}
