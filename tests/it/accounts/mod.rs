//! Signing in and out.

mod registration;
mod settings;

use crate::support::people::PASSWORD;
use crate::support::{TestApp, run};

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
    });
}
