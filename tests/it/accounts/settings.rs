//! Settings, sessions, addresses, tokens, feeds.

use grannskap::accounts::{self, Purpose, Scope};

use crate::support::people::PASSWORD;
use crate::support::{TestApp, run};

const PREFERENCES: [(&str, &str); 5] = [
    ("language", "en"),
    ("time_zone", "Europe/Helsinki"),
    ("digest_frequency", "daily"),
    ("digest_hour", "16"),
    ("digest_weekday", "5"),
];

#[test]
fn preferences_are_checked_and_kept() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.signed_in("siv@hoor.example").await;
        let page = client.get("/settings").await;
        assert!(page.body.len() < 60_000, "{} bytes", page.body.len());
        for (field, wrong) in [
            ("language", "fi"),
            ("time_zone", "Mars/Olympus"),
            ("digest_hour", "24"),
            ("digest_weekday", "0"),
        ] {
            let form: Vec<_> =
                PREFERENCES.iter().map(|(n, v)| (*n, if *n == field { wrong } else { *v })).collect();
            assert_eq!(client.post("/settings", &form).await.status, 422, "{field} {wrong}");
        }
        let page = client.post_and_follow("/settings", &PREFERENCES).await;
        assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"));
        assert_eq!(
            page.attribute("#time_zone option[selected]", "value").as_deref(),
            Some("Europe/Helsinki")
        );
    });
}

#[test]
fn a_profile_is_checked_and_kept() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.signed_in("siv@hoor.example").await;
        let page = client.get("/settings/profile").await;
        let slug = page.attribute("#offer_themes", "value").unwrap();
        let form = [
            ("name", "Siv Ek"),
            ("meeting_format", "online"),
            ("offer_themes", &slug),
            ("travel_limit_km", "120"),
        ];
        let page = client.post_and_follow("/settings/profile", &form).await;
        assert_eq!(page.attribute("#offer_themes[checked]", "value").as_deref(), Some(slug.as_str()));
        assert_eq!(app.read(|db| accounts::profile_of(db, id)).travel_limit_km, Some(120));
        let long = "å".repeat(10_000);
        for wrong in [
            [("name", ""), ("about", "")],
            [("name", "Siv"), ("about", &long)],
            [("name", "Siv"), ("offer_themes", "none")],
        ] {
            let mut form = wrong.to_vec();
            form.push(("meeting_format", "online"));
            assert_eq!(client.post("/settings/profile", &form).await.status, 422);
        }
    });
}

#[test]
fn a_new_password_asks_for_the_old_and_ends_other_sessions() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let (here, there) =
            (app.signed_in("siv@hoor.example").await, app.signed_in("siv@hoor.example").await);
        let new = "fyra unga björkar";
        let wrong = [("current_password", "fel"), ("password", new), ("password_again", new)];
        assert_eq!(here.post("/settings/password", &wrong).await.status, 422);
        let right = [("current_password", PASSWORD), ("password", new), ("password_again", new)];
        assert_eq!(here.post_and_follow("/settings/password", &right).await.status, 200);
        assert_eq!(there.get("/settings").await.status, 303);
        let told = app.last_mail_to("siv@hoor.example");
        assert_eq!(told.row.kind, "password_changed");
        assert_eq!(told.link("/password-requests"), "/password-requests/new");
        app.run_jobs().await;
    });
}

#[test]
fn one_session_ends_and_only_ones_own() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        app.person("Nils Lund", "nils@hoor.example").await;
        let there = app.client();
        let form = [("email", "siv@hoor.example"), ("password", PASSWORD)];
        let request = there.request(reqwest::Method::POST, "/session").form(&form);
        let agent = "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0";
        let request = request.header("sec-fetch-site", "same-origin").header("user-agent", agent);
        assert_eq!(request.send().await.unwrap().status(), 303);
        let here = app.signed_in("siv@hoor.example").await;
        let page = here.get("/settings/sign-in").await;
        let names = page.all("main .rows .name");
        assert_eq!(names.len(), 2);
        assert!(names.contains(&"Firefox, Windows".to_owned()), "{names:?}");
        let end = page.attribute("main .rows form", "action").unwrap();
        assert_eq!(page.count("main .rows form"), 1, "this one ends by signing out");
        assert_eq!(app.signed_in("nils@hoor.example").await.post(&end, &[]).await.status, 404);
        assert_eq!(there.get("/settings").await.status, 200);
        assert_eq!(here.post(&end, &[]).await.status, 303);
        assert_eq!(there.get("/settings").await.status, 303);
        assert_eq!(here.get("/settings").await.status, 200);
        assert_eq!(here.post(&end, &[]).await.status, 404);
    });
}

#[test]
fn sessions_end_elsewhere_and_when_disabled() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.person("Siv Ek", "siv@hoor.example").await;
        let (here, there) =
            (app.signed_in("siv@hoor.example").await, app.signed_in("siv@hoor.example").await);
        assert_eq!(here.get("/settings/sign-in").await.count("main .rows li"), 2);
        here.post("/settings/sessions/end", &[]).await;
        assert_eq!((here.get("/settings").await.status, there.get("/settings").await.status).0, 200);
        assert_eq!(there.get("/settings").await.status, 303);
        let now = app.app.clock.now();
        app.write(|tx| accounts::disable(tx, id, id, now));
        assert_eq!(here.get("/settings").await.status, 303);
        let form = [("email", "siv@hoor.example"), ("password", PASSWORD)];
        assert_eq!(app.client().post("/session", &form).await.status, 422);
    });
}

#[test]
fn a_new_address_is_proven_and_the_old_one_told() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.person("Siv Ek", "siv@hoor.example").await;
        app.person("Nils Lund", "nils@hoor.example").await;
        let client = app.signed_in("siv@hoor.example").await;
        let form = |email: &'static str| [("email", email), ("email_password", PASSWORD)];
        let taken = client.post("/settings/email", &form("nils@hoor.example")).await;
        let free = client.post("/settings/email", &form("siv@ny.example")).await;
        assert_eq!((taken.status, taken.location), (free.status, free.location));
        assert_eq!(app.last_mail_to("nils@hoor.example").row.kind, "account_known");

        let link = app.last_mail_to("siv@ny.example").link("/email-changes/");
        assert_eq!(app.client().get(&link).await.status, 200);
        let forged = link.replacen(&link[link.len() - 4..], "AAAA", 1);
        assert_eq!(app.client().post(&forged, &[]).await.status, 404);
        assert_eq!(app.client().post(&link, &[]).await.status, 303);
        assert_eq!(app.read(|db| accounts::find(db, id)).email, "siv@ny.example");
        assert_eq!(app.last_mail_to("siv@hoor.example").row.kind, "email_changed");
        app.run_jobs().await;
    });
}

#[test]
fn api_tokens_are_shown_once_and_revoked() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.signed_in("siv@hoor.example").await;
        assert_eq!(client.post("/settings/tokens", &[("name", "Kalender")]).await.status, 422);
        let page = client.post("/settings/tokens", &[("name", "Kalender"), ("scopes", "read")]).await;
        let secret = page.first("#token");
        assert!(!client.get("/settings/tokens").await.body.contains(&secret));
        let now = app.app.clock.now();
        let bearer = app.read(|db| accounts::find_by_api_token(db, &secret, now)).unwrap();
        assert_eq!(bearer.person.id, id);
        assert!(bearer.may(Scope::Read) && !bearer.may(Scope::Write));

        app.person("Nils Lund", "nils@hoor.example").await;
        let other = app.signed_in("nils@hoor.example").await;
        let end = format!("/settings/tokens/{}/end", bearer.token_id);
        assert_eq!(other.post(&end, &[]).await.status, 404);
        assert_eq!(client.post(&end, &[]).await.status, 303);
        assert!(app.read(|db| accounts::find_by_api_token(db, &secret, now)).is_none());
    });
}

#[test]
fn feeds_keep_their_address_until_revoked() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.signed_in("siv@hoor.example").await;
        let first =
            client.post_and_follow("/settings/feeds/calendar-feed", &[]).await.first("#calendar-feed");
        assert_eq!(client.get("/settings/feeds").await.first("#calendar-feed"), first);
        let secret = app.write(|tx| accounts::feed_token(tx, &app.app, Purpose::CalendarFeed, id));
        assert!(first.contains(&secret));
        let second =
            client.post_and_follow("/settings/feeds/calendar-feed", &[]).await.first("#calendar-feed");
        assert_ne!(first, second);
        let now = app.app.clock.now();
        let found =
            app.app.database.read_now(|db| accounts::person_of_feed(db, Purpose::CalendarFeed, &secret, now));
        assert!(found.is_err());
        assert_eq!(client.post("/settings/feeds/password", &[]).await.status, 404);
    });
}

#[test]
fn language_is_a_cookie_or_a_setting_and_stays_here() {
    run(async {
        let app = TestApp::spawn().await;
        let client = app.client();
        let form = [("language", "en"), ("return_to", "//evil.example")];
        assert_eq!(client.post("/language", &form).await.location.as_deref(), Some("/"));
        for path in ["/about", "/accessibility", "/privacy"] {
            let page = client.get(path).await;
            assert_eq!(page.status, 200);
            assert_eq!(page.attribute("html", "lang").as_deref(), Some("en"));
        }
        assert_eq!(client.post("/language", &[("language", "xx")]).await.status, 400);
    });
}
