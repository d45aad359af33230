//! Signing in and out.

mod registration;
mod settings;

use diesel::prelude::*;
use grannskap::db::schema::audit_events;

use crate::support::people::PASSWORD;
use crate::support::{TestApp, run};

/// What the audit says: action and subject, oldest first.
fn audited(app: &TestApp) -> Vec<(String, String)> {
    app.read(|db| {
        let events = audit_events::table.order((audit_events::at, audit_events::id));
        Ok(events.select((audit_events::action, audit_events::subject)).load(db)?)
    })
}

#[test]
fn a_person_signs_in_and_out() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.client();

        let page = client.get("/dashboard").await;
        assert_eq!(page.location.as_deref(), Some("/session/new?return_to=%2Fdashboard"));

        let form = [("email", "Siv@hoor.example"), ("password", PASSWORD), ("return_to", "/dashboard")];
        let page = client.post_and_follow("/session", &form).await;
        assert_eq!(page.first("h1"), "Hej Siv Ek");

        client.post("/session/end", &[]).await;
        assert_eq!(client.get("/dashboard").await.status, 303);
        let wrong = [("email", "siv@hoor.example"), ("password", "fel fel fel")];
        assert_eq!(client.post("/session", &wrong).await.status, 422);
        let actions: Vec<String> = audited(&app).into_iter().map(|(action, _)| action).collect();
        assert_eq!(actions, ["sign-in", "sign-out", "sign-in-refused"]);
    });
}

#[test]
fn wrong_password_and_unknown_account_read_alike() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.client();
        let known =
            client.post("/session", &[("email", "siv@hoor.example"), ("password", "fel fel fel")]).await;
        let unknown =
            client.post("/session", &[("email", "nils@hoor.example"), ("password", "fel fel fel")]).await;
        assert_eq!(known.status, 422);
        assert_eq!(unknown.status, 422);
        assert_eq!(known.all(".error-summary li"), unknown.all(".error-summary li"));
        assert!(known.first("title").starts_with("Fel"));
        assert_eq!(known.attribute("#email", "value").as_deref(), Some("siv@hoor.example"));
    });
}

#[test]
fn a_post_from_another_site_is_refused() {
    run(async {
        let app = TestApp::spawn().await;
        let client = app.client();
        let request =
            client.request(reqwest::Method::POST, "/session").header("sec-fetch-site", "cross-site");
        assert_eq!(request.send().await.unwrap().status(), 403);
        let events = audited(&app);
        assert_eq!(events, [("cross-site-denied".to_owned(), "/session".to_owned())]);
        // A flood of them leaves few lines.
        for _ in 0..30 {
            let again =
                client.request(reqwest::Method::POST, "/session").header("sec-fetch-site", "cross-site");
            assert_eq!(again.send().await.unwrap().status(), 403);
        }
        assert!(audited(&app).len() < 10);
    });
}
