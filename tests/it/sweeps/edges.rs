//! The edges of HTTP: addresses that lead nowhere, other sites, other methods, bodies too large, headers.

use std::fmt::Write as _;

use reqwest::Method;

use super::addresses::{Names, is_secret, reads, routes, writes};
use super::visitor::Visitor;
use super::world::World;
use crate::support::people::PASSWORD;
use crate::support::{Page, TestApp, run};

/// Identifiers that lead nowhere: unknown, malformed, hostile, endless.
fn nowhere() -> Vec<String> {
    vec![
        "01234567-89ab-7def-8123-456789abcdef".to_owned(),
        "inte-ett-id".to_owned(),
        "-1".to_owned(),
        "%00".to_owned(),
        "%27%20OR%201%3D1--".to_owned(),
        "%F0%28".to_owned(),
        "x".repeat(3_000),
    ]
}

/// Headers that every answer has, whatever happened.
fn missing_headers(page: &Page) -> Vec<&'static str> {
    let needed = [
        ("content-security-policy", "frame-ancestors 'none'"),
        ("content-security-policy", "default-src 'none'"),
        ("x-content-type-options", "nosniff"),
        ("referrer-policy", "same-origin"),
        ("strict-transport-security", "max-age="),
        ("cache-control", ""),
    ];
    let given = |name: &str| page.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("");
    needed
        .into_iter()
        .filter(|(name, part)| !page.headers.contains_key(*name) || !given(name).contains(part))
        .map(|(name, _)| name)
        .collect()
}

/// An installation that is reached by https, so that it promises as much.
async fn behind_https() -> TestApp {
    TestApp::spawn_with(&[("BASE_URL", "https://grannskap.example")]).await
}

#[test]
fn addresses_that_lead_nowhere_are_not_found() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.administrator("Ada Drift", "admin@x.example").await;
        let visitor = Visitor::signed_in(&app, id, "admin@x.example").await;
        let mut problems = String::new();
        // Guessing at secrets is limited by network address; three of them are enough.
        for route in routes().into_iter().filter(|route| route.pattern.contains('{')) {
            let all = nowhere();
            let tried = if is_secret(&route.pattern) { &all[..1] } else { &all[..] };
            for value in tried {
                let path = Names::replaced(&route.pattern, value);
                let page = match route.reads {
                    true => visitor.get(&path).await,
                    false => visitor.post(&path, &[("body", "Text")]).await,
                };
                let status = page.status.as_u16();
                if status != 404 && !(is_secret(&route.pattern) && [200, 429].contains(&status)) {
                    writeln!(problems, "{} with {value:.20}: {status}", route.pattern).unwrap();
                }
                if is_secret(&route.pattern) && !route.reads && status == 303 {
                    writeln!(problems, "{} takes an unknown secret", route.pattern).unwrap();
                }
            }
        }
        assert!(problems.is_empty(), "\n{problems}");
    });
}

#[test]
fn other_sites_change_nothing() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.administrator("Ada Drift", "admin@x.example").await;
        let visitor = Visitor::signed_in(&app, id, "admin@x.example").await;
        let mut problems = String::new();
        // Programs bring a key and no cookie; mail providers unsubscribe for their users.
        let open = |pattern: &str| pattern.starts_with("/api/") || pattern.starts_with("/unsubscribe/");
        for pattern in writes().into_iter().filter(|pattern| !open(pattern)) {
            let path = Names::replaced(&pattern, "01234567-89ab-7def-8123-456789abcdef");
            for (name, value) in [
                ("sec-fetch-site", "cross-site"),
                ("sec-fetch-site", "same-site"),
                ("origin", "https://evil.example"),
                ("origin", "null"),
            ] {
                let request = visitor.client.request(Method::POST, &path).header(name, value);
                let page = Page::of(request.form(&[("a", "b")]).send().await.unwrap()).await;
                if page.status != 403 {
                    writeln!(problems, "{pattern} with {name}: {value} answers {}", page.status).unwrap();
                }
            }
        }
        assert!(problems.is_empty(), "\n{problems}");
    });
}

#[test]
fn other_methods_are_refused() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.administrator("Ada Drift", "admin@x.example").await;
        let visitor = Visitor::signed_in(&app, id, "admin@x.example").await;
        let known = routes();
        let has = |pattern: &str, reads: bool| {
            known.iter().any(|route| route.pattern == pattern && route.reads == reads)
        };
        let mut problems = String::new();
        for route in &known {
            let path = Names::replaced(&route.pattern, "1267");
            let mut methods = vec![Method::PUT, Method::DELETE, Method::PATCH, Method::TRACE];
            if !has(&route.pattern, true) {
                methods.push(Method::GET);
            }
            if !has(&route.pattern, false) {
                methods.push(Method::POST);
            }
            for method in methods {
                // Another line of the table may hold this address: `/seats/new` is also a `/seats/{id}`.
                let request =
                    visitor.client.request(method.clone(), &path).header("sec-fetch-site", "same-origin");
                let page = Page::of(request.send().await.unwrap()).await;
                if ![401, 404, 405].contains(&page.status.as_u16()) {
                    writeln!(problems, "{method} {path} answers {}", page.status).unwrap();
                }
            }
        }
        assert!(problems.is_empty(), "\n{problems}");
    });
}

#[test]
fn head_answers_as_get_does_without_the_body() {
    run(async {
        let app = TestApp::spawn().await;
        let stranger = Visitor::stranger(&app);
        for path in ["/", "/about", "/livez", "/organisers", "/finns/inte"] {
            let get = stranger.get(path).await;
            let head = Page::of(stranger.client.request(Method::HEAD, path).send().await.unwrap()).await;
            assert_eq!((head.status, head.body.as_str()), (get.status, ""), "HEAD {path}");
            assert_eq!(head.headers.get("content-type"), get.headers.get("content-type"), "HEAD {path}");
        }
    });
}

#[test]
fn every_answer_has_the_headers() {
    run(async {
        let app = behind_https().await;
        let stranger = Visitor::stranger(&app);
        let mut problems = String::new();
        let mut note = |what: &str, page: &Page| {
            for header in missing_headers(page) {
                writeln!(problems, "{what} ({}) has no {header}", page.status).unwrap();
            }
        };
        for pattern in reads().iter().filter(|pattern| !is_secret(pattern)) {
            let path = Names::replaced(pattern, "1267");
            note(pattern, &stranger.get(&path).await);
        }
        let mail = ("email", "nobody@x.example");
        note("a failed sign-in", &stranger.post("/session", &[mail, ("password", "fel fel fel")]).await);
        note("an unknown address", &stranger.get("/finns/inte").await);
        let foreign =
            stranger.client.request(Method::POST, "/session").header("sec-fetch-site", "cross-site");
        note("another site", &Page::of(foreign.send().await.unwrap()).await);
        let put = stranger.client.request(Method::PUT, "/session");
        note("another method", &Page::of(put.send().await.unwrap()).await);
        let large = "a=".to_owned() + &"b".repeat(2 * 1024 * 1024);
        let large = stranger
            .client
            .request(Method::POST, "/session")
            .header("content-type", "application/x-www-form-urlencoded")
            .body(large);
        let page = Page::of(large.send().await.unwrap()).await;
        assert_eq!(page.status, 413);
        note("a body too large", &page);
        assert!(problems.is_empty(), "\n{problems}");
    });
}

#[test]
fn bodies_too_large_are_refused() {
    run(async {
        let mut app = TestApp::spawn().await;
        app.forgive_leftovers();
        let world = World::build(&app, 3).await;
        let visitor = Visitor::signed_in(&app, world.cast.author, "author@x.example").await;
        let forms =
            ["/settings", "/settings/profile", "/seats", "/groups/{id}/posts", "/posts/{id}/comments"];
        // Just above the limit, so that all of it is on its way before the answer comes.
        let text = "x".repeat(2 * 1024 * 1024);
        for pattern in forms {
            for path in world.names.addresses(pattern).into_iter().take(1) {
                let page = visitor.post(&path, &[("name", &text)]).await;
                assert_eq!(page.status, 413, "{path}");
                assert_eq!(page.count("main h1"), 1, "{path}");
            }
        }
        let wrong = visitor.client.request(Method::POST, "/settings").header("sec-fetch-site", "same-origin");
        let wrong = wrong.header("content-type", "application/json").body("{}");
        assert_eq!(Page::of(wrong.send().await.unwrap()).await.status, 400);
    });
}

#[test]
fn the_cookie_of_a_session_is_for_this_host_alone() {
    run(async {
        let app = behind_https().await;
        app.person("Siv Ek", "siv@x.example").await;
        let form = [("email", "siv@x.example"), ("password", PASSWORD)];
        let page = app.client().post("/session", &form).await;
        let cookies = page.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
        let session = cookies.into_iter().find(|cookie| cookie.contains("session")).unwrap();
        assert!(session.starts_with("__Host-session="), "{session}");
        for part in ["Secure", "HttpOnly", "SameSite=Lax", "Path=/"] {
            assert!(session.split("; ").any(|given| given == part), "no {part}: {session}");
        }
        assert!(!session.contains("Domain"), "{session}");
    });
}
