//! The pages of a network: found, founded, described, closed.

use grannskap::networks::{Joining, Visibility};
use reqwest::StatusCode;

use crate::support::{TestApp, run};

const FORM: [(&str, &str); 6] = [
    ("name", "Rektorer på Österlen"),
    ("purpose", "Vi möts <script>alert(1)</script> och [läser](javascript:alert(1))."),
    ("kind", "regional"),
    ("county", "12"),
    ("visibility", "members"),
    ("joining", "approval"),
];

#[test]
fn a_hidden_network_is_nowhere() {
    run(async {
        let app = TestApp::spawn().await;
        let siv = app.person("Siv Ek", "siv@hoor.example").await;
        let nils = app.person("Nils Ask", "nils@horby.example").await;
        let kerstin = app.person("Kerstin Lind", "kerstin@tomelilla.example").await;
        let hidden = app.network("hemligt", Visibility::Members, Joining::Open, siv);
        app.network("annat", Visibility::Public, Joining::Open, kerstin);
        let seat = app.member(hidden, nils, "1266", "Skolchef");

        for client in [app.client(), app.signed_in("kerstin@tomelilla.example").await] {
            let unknown = client.get("/networks/finns-inte").await;
            let page = client.get("/networks/hemligt").await;
            assert_eq!(page.status, StatusCode::NOT_FOUND);
            assert_eq!(page.text(), unknown.text());
            let list = client.get("/networks?q=hemligt").await;
            assert!(!list.text().contains("Nätverket hemligt"));
            assert!(client.get("/networks").await.text().contains("Nätverket annat"));
        }
        let stranger = app.signed_in("kerstin@tomelilla.example").await;
        for path in ["members", "edit"] {
            assert_eq!(stranger.get(&format!("/networks/hemligt/{path}")).await.status, 404, "{path}");
        }
        for path in ["", "/archive", "/archive/end", "/memberships"] {
            let page =
                stranger.post(&format!("/networks/hemligt{path}"), &[("seat", &seat.to_string())]).await;
            assert_eq!(page.status, 404, "{path}");
        }
        let member = app.signed_in("nils@horby.example").await;
        assert_eq!(member.get("/networks/hemligt").await.first("h1"), "Nätverket hemligt");
        assert!(member.get("/networks").await.text().contains("Nätverket hemligt"));
        assert_eq!(member.get("/networks/hemligt/edit").await.status, 404);
    });
}

#[test]
fn coordinators_found_describe_and_close() {
    run(async {
        let app = TestApp::spawn().await;
        app.administrator("Ada Min", "ada@grannskap.example").await;
        app.person("Nils Ask", "nils@horby.example").await;
        let ada = app.signed_in("ada@grannskap.example").await;
        let nils = app.signed_in("nils@horby.example").await;
        assert_eq!(nils.get("/networks/new").await.status, 404);
        assert_eq!(nils.post("/networks", &FORM).await.status, 404);

        let page = ada.post_and_follow("/networks", &FORM).await;
        assert_eq!(page.first("h1"), "Rektorer på Österlen");
        assert!(page.text().contains("Skåne"), "{}", page.text());
        assert!(!page.body.contains("<script>alert") && !page.body.contains("javascript:"));
        assert_eq!(ada.post("/networks", &FORM).await.location.unwrap(), "/networks/rektorer-pa-osterlen-2");

        let changed: Vec<_> =
            FORM.iter().map(|(n, v)| (*n, if *n == "visibility" { "public" } else { *v })).collect();
        ada.post_and_follow("/networks/rektorer-pa-osterlen", &changed).await;
        assert_eq!(nils.get("/networks/rektorer-pa-osterlen").await.status, 200);
        ada.post_and_follow("/networks/rektorer-pa-osterlen/archive", &[]).await;
        assert!(!nils.get("/networks").await.text().contains("Rektorer på Österlen"));
        let page = ada.post_and_follow("/networks/rektorer-pa-osterlen/archive/end", &[]).await;
        assert_eq!(page.count(".badge-quiet"), 0);
    });
}

#[test]
fn what_is_wrong_with_the_form_is_said_and_kept() {
    run(async {
        let app = TestApp::spawn().await;
        app.administrator("Ada Min", "ada@grannskap.example").await;
        let ada = app.signed_in("ada@grannskap.example").await;
        let page = ada.post("/networks", &[]).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.count(".error-summary li"), 4);
        assert!(page.first("title").starts_with("Fel"));
        let long = "x".repeat(10_000);
        let wrong: Vec<(&str, &str)> = FORM
            .iter()
            .map(|(n, v)| match *n {
                "name" => (*n, long.as_str()),
                "county" => (*n, "99"),
                "kind" => (*n, "secret"),
                _ => (*n, *v),
            })
            .collect();
        let page = ada.post("/networks", &wrong).await;
        assert_eq!(page.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(page.count(".error-summary li"), 3);
        assert_eq!(page.attribute("#name", "value").unwrap().len(), 10_000);
        assert_eq!(page.attribute("input[name=joining][checked]", "value").as_deref(), Some("approval"));
    });
}
