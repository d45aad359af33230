//! Adding and correcting independent organisers, and tying domains.

use grannskap::organisers;

use crate::support::{Client, Page, TestApp, run};

const GOOD: [(&str, &str); 4] =
    [("name", "Ekens skola"), ("number", "5560160680"), ("municipalities", "hoor, Hörby"), ("pupils", "31")];

async fn with(client: &Client, path: &str, field: &str, value: &str) -> Page {
    let fields: Vec<(&str, &str)> =
        GOOD.iter().map(|(name, good)| (*name, if *name == field { value } else { *good })).collect();
    client.post(path, &fields).await
}

#[test]
fn a_coordinator_adds_and_corrects() {
    run(async {
        let app = TestApp::spawn().await;
        app.coordinator_of_something("karin@example.se").await;
        let client = app.signed_in("karin@example.se").await;
        assert_eq!(client.get("/organisers").await.count("a[href='/organisers/new']"), 1);
        assert_eq!(client.get("/organisers/new").await.status, 200);
        let page = client.post_and_follow("/organisers", &GOOD).await;
        assert_eq!(page.first("h1"), "Ekens skola");
        assert_eq!(page.first(".flash"), "Huvudmannen är tillagd.");
        assert!(page.first(".facts").contains("Skåne län") && page.first(".facts").contains("31 elever"));
        assert_eq!(page.all("aside .section:first-child .name"), ["Hörby", "Höör"]);
        assert_eq!(client.get("/organisers?q=ekens").await.all(".rows .name"), ["Ekens skola"]);

        let page = client.get("/organisers/556016-0680/edit").await;
        assert_eq!(page.attribute("#number", "value").unwrap(), "556016-0680");
        assert_eq!(page.first("#municipalities"), "Hörby Höör");
        let page = with(&client, "/organisers/556016-0680", "municipalities", "Stockholm").await;
        assert_eq!(page.status, 303);
        let page = client.get("/organisers/556016-0680").await;
        assert_eq!(page.all("aside .section:first-child .name"), ["Stockholm"]);
        assert!(page.first(".facts").contains("Stockholms län"));
    });
}

#[test]
fn mistakes_come_back_at_the_field_with_everything_typed() {
    run(async {
        let app = TestApp::spawn().await;
        app.coordinator_of_something("karin@example.se").await;
        let client = app.signed_in("karin@example.se").await;
        let long = "a".repeat(10_000);
        let wrong = [
            ("name", ""),
            ("name", long.as_str()),
            ("number", ""),
            ("number", "5560160681"),
            ("number", "8112189876"),
            ("number", long.as_str()),
            ("municipalities", ""),
            ("municipalities", "Höör, Atlantis"),
            ("municipalities", long.as_str()),
            ("pupils", "-1"),
            ("pupils", "många"),
            // Helsingborg's own number.
            ("number", "212000-1157"),
        ];
        for (field, value) in wrong {
            let page = with(&client, "/organisers", field, value).await;
            assert_eq!(page.status, 422, "{field} {value:.20}");
            assert_eq!(page.count(&format!("#{field}-error")), 1, "{field} {value:.20}");
            assert_eq!(page.attribute(".error-summary a", "href").unwrap(), format!("#{field}"));
            let kept = if field == "name" { "5560160680" } else { "Ekens skola" };
            assert!(page.body.contains(kept), "{field} {value:.20}");
        }
        let page = with(&client, "/organisers", "municipalities", "Höör, <b>Atlantis").await;
        assert!(page.first("#municipalities-error").contains("<b>Atlantis"));
        let all = app.read(|db| organisers::exists(db, "556016-0680"));
        assert!(!all, "nothing was added");
        assert_eq!(client.post("/organisers", &[]).await.status, 422);
    });
}

#[test]
fn nobody_else_may_and_nobody_edits_municipalities() {
    run(async {
        let app = TestApp::spawn().await;
        app.confirmed_seat("anna@hoor.se", "1267").await;
        app.administrator("Berit Al", "berit@example.se").await;
        let (stranger, member) = (app.client(), app.signed_in("anna@hoor.se").await);
        let gets = ["/organisers/new", "/organisers/556462-4368/edit"];
        let posts = [
            "/organisers",
            "/organisers/556462-4368",
            "/organisers/1267/domains",
            "/organisers/1267/domains/hoor.se/end",
        ];
        for path in gets {
            assert_eq!(
                stranger.get(path).await.location.unwrap().split('?').next(),
                Some("/session/new"),
                "{path}"
            );
            assert_eq!(member.get(path).await.status, 404, "{path}");
        }
        for path in posts {
            assert_eq!(stranger.post(path, &GOOD).await.location.as_deref(), Some("/session/new"), "{path}");
            assert_eq!(member.post(path, &GOOD).await.status, 404, "{path}");
        }
        let page = member.get("/organisers/556462-4368").await;
        assert_eq!(page.count("a[href$='/edit']") + page.count("#domains"), 0);
        let administrator = app.signed_in("berit@example.se").await;
        assert_eq!(administrator.get("/organisers/556462-4368/edit").await.status, 200);
        assert_eq!(administrator.get("/organisers/1267/edit").await.status, 404);
        assert_eq!(administrator.post("/organisers/1267", &GOOD).await.status, 404);
        assert_eq!(administrator.post("/organisers/nobody/domains", &[("domain", "x.se")]).await.status, 404);
    });
}

#[test]
fn domains_are_tied_and_untied() {
    run(async {
        let app = TestApp::spawn().await;
        app.coordinator_of_something("karin@example.se").await;
        let client = app.signed_in("karin@example.se").await;
        let page = client.post_and_follow("/organisers/1267/domains", &[("domain", " anna@Hoor.se ")]).await;
        assert_eq!(page.all("#domains .rows .name"), ["hoor.se"]);
        // Twice is once.
        assert_eq!(client.post("/organisers/1267/domains", &[("domain", "hoor.se")]).await.status, 303);
        let owner = |email: &'static str| app.read(|db| organisers::organiser_of_domain(db, email));
        assert_eq!(owner("Anna@HOOR.se").as_deref(), Some("1267"));
        assert_eq!((owner("a@skola.hoor.se"), owner("hoor.se"), owner("a@gmail.com")), (None, None, None));
        let long = "a".repeat(10_000);
        for (path, domain) in [
            ("/organisers/1266/domains", "hoor.se"),
            ("/organisers/1267/domains", "gmail.com"),
            ("/organisers/1267/domains", ""),
            ("/organisers/1267/domains", "ingen domän"),
            ("/organisers/1267/domains", long.as_str()),
        ] {
            let page = client.post(path, &[("domain", domain)]).await;
            assert_eq!((page.status.as_u16(), page.count("#domain-error")), (422, 1), "{domain:.20}");
        }
        assert_eq!(client.post("/organisers/1266/domains/hoor.se/end", &[]).await.status, 404, "of another");
        let page = client.post_and_follow("/organisers/1267/domains/hoor.se/end", &[]).await;
        assert_eq!(page.count("#domains .rows li"), 0);
        assert_eq!(owner("anna@hoor.se"), None);
        assert_eq!(client.post("/organisers/1267/domains/hoor.se/end", &[]).await.status, 404, "twice");
    });
}
