//! The JSON API: the same eyes as the pages.

mod approvals;
mod document;
mod meetups;
mod paging;
mod releasing;

use grannskap::accounts::{self, Scope};
use grannskap::db::types::Id;
use grannskap::groups::{self, NewGroup};
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};
use grannskap::seats::{self, Level, NewSeat};
use reqwest::Method;
use serde_json::{Value, json};

use crate::support::{Client, Page, TestApp, run};

/// Siv in a group of two; Nils in the same network, in no group.
struct Stage {
    app: TestApp,
    group: Id,
    siv: String,
    siv_reads: String,
    nils: String,
}

async fn stage() -> Stage {
    let app = TestApp::spawn().await;
    let siv = app.person("Siv Ek", "siv@hoor.example").await;
    let ali = app.person("Ali Alm", "ali@horby.example").await;
    let nils = app.person("Nils Norr", "nils@eslov.example").await;
    let now = app.app.clock.now();
    let (group, tokens) = app.write(|tx| {
        let network = NewNetwork {
            slug: "skane".into(),
            name: "Skåne".into(),
            purpose: String::new(),
            kind: NetworkKind::Regional,
            visibility: Visibility::Members,
            joining: Joining::Invitation,
            county_code: Some("12".into()),
        };
        let network = networks::create(tx, &network, siv, now)?;
        let group = NewGroup {
            network_id: network,
            round_id: None,
            name: "Höör–Hörby".into(),
            why: String::new(),
            open: false,
            created_by: Some(siv),
        };
        let group = groups::create(tx, &group, now)?;
        for (person, code, inside) in [(siv, "1267", true), (ali, "1266", true), (nils, "1285", false)] {
            let seat = NewSeat {
                organiser_code: code.into(),
                role: "Skolchef".into(),
                level: Level::Administration,
                person_id: person,
                held_from: now.0.date(),
            };
            let seat = seats::create(tx, &seat, now)?;
            seats::confirm(tx, seat, None, now)?;
            networks::join(tx, network, seat, now)?;
            if inside {
                groups::add_member(tx, group, seat, "", now)?;
            }
        }
        let both = [Scope::Read, Scope::Write];
        let tokens = [
            accounts::create_api_token(tx, ali, "prov", &both, now)?,
            accounts::create_api_token(tx, ali, "prov", &[Scope::Read], now)?,
            accounts::create_api_token(tx, nils, "prov", &both, now)?,
        ];
        Ok((group, tokens))
    });
    let [siv, siv_reads, nils] = tokens;
    Stage { app, group, siv, siv_reads, nils }
}

async fn call(
    client: &Client,
    method: Method,
    path: &str,
    token: &str,
    body: Option<&Value>,
) -> (u16, Value, Page) {
    call_with(client, method, path, token, body, None).await
}

async fn call_with(
    client: &Client,
    method: Method,
    path: &str,
    token: &str,
    body: Option<&Value>,
    key: Option<&str>,
) -> (u16, Value, Page) {
    let mut request = client.request(method, path).bearer_auth(token);
    if let Some(body) = body {
        request = request.json(body);
    }
    if let Some(key) = key {
        request = request.header("idempotency-key", key);
    }
    let page = Page::of(request.send().await.unwrap()).await;
    (page.status.as_u16(), serde_json::from_str(&page.body).unwrap_or(Value::Null), page)
}

#[test]
fn a_post_is_written_once_and_read_back_by_those_who_may() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let body = json!({"group_id": stage.group.to_string(), "title": "Vi bytte mall", "body": "Det gick **bra**.", "visibility": "group"});
        let (status, made, _) =
            call_with(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&body), Some("k1")).await;
        assert_eq!(status, 201, "{made}");
        let (status, again, _) =
            call_with(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&body), Some("k1")).await;
        assert_eq!((status, &again["id"]), (201, &made["id"]));
        let other = json!({"group_id": stage.group.to_string(), "title": "Annan", "body": "x", "visibility": "group"});
        let (status, _, _) =
            call_with(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&other), Some("k1")).await;
        assert_eq!(status, 409, "the key was used with another body");

        let path = format!("/api/v1/posts/{}", made["id"].as_str().unwrap());
        let (status, read, _) = call(&client, Method::GET, &path, &stage.siv_reads, None).await;
        assert_eq!((status, read["title"].as_str()), (200, Some("Vi bytte mall")));
        let (status, _, page) = call(&client, Method::GET, &path, &stage.nils, None).await;
        assert_eq!(status, 404);
        assert_eq!(page.headers["content-type"], "application/problem+json");
        let (_, list, _) = call(&client, Method::GET, "/api/v1/posts", &stage.nils, None).await;
        assert_eq!(list, json!({"items": [], "next": null}));
        let (_, list, _) = call(&client, Method::GET, "/api/v1/posts", &stage.siv, None).await;
        assert_eq!(list["items"].as_array().unwrap().len(), 1);

        let comments = format!("{path}/comments");
        let (status, _, _) =
            call(&client, Method::POST, &comments, &stage.siv, Some(&json!({"body": "Tack!"}))).await;
        assert_eq!(status, 201);
        let (status, _, _) =
            call(&client, Method::POST, &comments, &stage.nils, Some(&json!({"body": "Tjuv"}))).await;
        assert_eq!(status, 404);
        let (_, list, _) = call(&client, Method::GET, &comments, &stage.siv, None).await;
        assert_eq!(list["items"][0]["body"], "Tack!");
        stage.app.run_jobs().await;
    });
}

#[test]
fn pages_of_a_list_follow_each_other() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        for n in 0..5 {
            let body = json!({"group_id": stage.group.to_string(), "title": format!("Nr {n}"), "body": "x", "visibility": "network"});
            assert_eq!(call(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&body)).await.0, 201);
        }
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let path = format!("/api/v1/posts?limit=2&after={after}");
            let (_, list, _) = call(&client, Method::GET, &path, &stage.nils, None).await;
            seen.extend(list["items"].as_array().unwrap().iter().map(|item| item["title"].clone()));
            match list["next"].as_str() {
                Some(next) => after = next.to_owned(),
                None => break,
            }
        }
        assert_eq!(seen, ["Nr 4", "Nr 3", "Nr 2", "Nr 1", "Nr 0"]);
        stage.app.run_jobs().await;
    });
}

#[test]
fn me_names_seats_networks_groups_and_feeds() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let (status, me, _) = call(&client, Method::GET, "/api/v1/me", &stage.siv, None).await;
        assert_eq!(status, 200, "{me}");
        assert_eq!(me["seats"][0]["organiser_name"], "Hörby");
        assert_eq!(me["networks"][0]["slug"], "skane");
        assert_eq!(me["groups"][0]["name"], "Höör–Hörby");
        let (_, again, _) = call(&client, Method::GET, "/api/v1/me", &stage.siv, None).await;
        assert_eq!(me["calendar_feed"], again["calendar_feed"]);
        let feed = url::Url::parse(me["calendar_feed"].as_str().unwrap()).unwrap();
        let page = client.get(feed.path()).await;
        assert_eq!(page.status, 200);
        assert!(page.body.starts_with("BEGIN:VCALENDAR"));
        let feed = url::Url::parse(me["atom_feed"].as_str().unwrap()).unwrap();
        assert_eq!(client.get(feed.path()).await.status, 200);
    });
}

#[test]
fn wrong_tokens_scopes_and_bodies_get_problems() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let (status, problem, page) = call(&client, Method::GET, "/api/v1/me", "grannskap_fel", None).await;
        assert_eq!(status, 401);
        assert_eq!(problem["status"], 401);
        assert_eq!(page.headers["www-authenticate"], "Bearer");
        assert_eq!(client.get("/api/v1/me").await.status, 401, "cookies do not count");

        let body =
            json!({"group_id": stage.group.to_string(), "title": "x", "body": "x", "visibility": "group"});
        assert_eq!(call(&client, Method::POST, "/api/v1/posts", &stage.siv_reads, Some(&body)).await.0, 403);
        assert_eq!(call(&client, Method::POST, "/api/v1/posts", &stage.nils, Some(&body)).await.0, 404);
        // What no database keeps is left out.
        let nul = json!({"group_id": stage.group.to_string(), "title": "x\u{0}y", "body": "\u{0}x", "visibility": "group"});
        let (status, made, _) = call(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&nul)).await;
        assert_eq!((status, made["title"].as_str(), made["body"].as_str()), (201, Some("xy"), Some("x")));
        let empty = json!({"group_id": stage.group.to_string(), "visibility": "everybody"});
        let (status, problem, _) =
            call(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&empty)).await;
        assert_eq!(status, 422);
        let fields: Vec<_> =
            problem["errors"].as_array().unwrap().iter().map(|error| error["field"].clone()).collect();
        assert_eq!(fields, ["title", "body", "visibility"]);
        assert_eq!(call(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&json!([1]))).await.0, 400);
        assert_eq!(call(&client, Method::GET, "/api/v1/posts?limit=0", &stage.siv, None).await.0, 400);
        assert_eq!(call(&client, Method::GET, "/api/v1/posts?after=x", &stage.siv, None).await.0, 400);
        assert_eq!(call(&client, Method::GET, "/api/v1/groups/x", &stage.siv, None).await.0, 404);
        assert_eq!(call(&client, Method::GET, "/api/v1/nothing", &stage.siv, None).await.0, 404);
    });
}

#[test]
fn lists_and_search_show_what_the_pages_would() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let (_, found, _) = call(&client, Method::GET, "/api/v1/organisers?q=hoor", &stage.nils, None).await;
        assert_eq!(found["items"][0]["name"], "Höör");
        let group = format!("/api/v1/groups/{}", stage.group);
        assert_eq!(call(&client, Method::GET, &group, &stage.nils, None).await.0, 404);
        let (status, shown, _) = call(&client, Method::GET, &group, &stage.siv, None).await;
        assert_eq!((status, shown["members"].as_array().unwrap().len()), (200, 2));
        let body = json!({"group_id": stage.group.to_string(), "title": "Spökslottet", "body": "Ett hemligt ord.", "visibility": "group"});
        call(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&body)).await;
        let (_, found, _) =
            call(&client, Method::GET, "/api/v1/search?q=spokslottet", &stage.siv, None).await;
        assert_eq!(found["items"][0]["title"], "Spökslottet");
        let (_, found, _) =
            call(&client, Method::GET, "/api/v1/search?q=spokslottet", &stage.nils, None).await;
        assert_eq!(found["items"], json!([]));
        stage.app.run_jobs().await;
    });
}

#[test]
fn organisers_come_in_pages_that_follow_each_other() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let (mut seen, mut after) = (Vec::new(), String::new());
        loop {
            let path = format!("/api/v1/organisers?county=12&kind=municipality&limit=10&after={after}");
            let (_, list, _) = call(&client, Method::GET, &path, &stage.nils, None).await;
            let items = list["items"].as_array().unwrap();
            assert!(items.len() <= 10);
            seen.extend(items.iter().map(|item| item["name"].as_str().unwrap().to_owned()));
            match list["next"].as_str() {
                Some(next) => after = next.to_owned(),
                None => break,
            }
        }
        assert_eq!((seen.len(), seen.first().unwrap().as_str()), (33, "Bjuv"));
        assert_eq!(seen.last().unwrap(), "Östra Göinge");
    });
}

#[test]
fn every_address_of_the_document_is_served() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let document: Value = serde_json::from_str(&client.get("/api/v1/openapi.json").await.body).unwrap();
        let paths = document["paths"].as_object().unwrap();
        assert!(paths.len() >= 11);
        for path in paths.keys() {
            let address = path
                .replace("{id}", &stage.group.to_string())
                .replace("{code}", "1267")
                .replace("{slug}", "skane");
            let (status, answer, _) = call(&client, Method::GET, &address, &stage.siv, None).await;
            // Of all, only stories, their comments and meetups are not called what the group is.
            let other = ["/posts/", "/comments/", "/meetups/"].iter().any(|kind| path.contains(kind));
            assert!(status == 200 || (status == 404 && other), "{path}: {status} {answer}");
        }
    });
}
