//! What a program publishes asks the approver of the author's organiser as the form does, and says so.

use diesel::prelude::*;
use grannskap::accounts::{self, Scope};
use grannskap::db::schema::{approvals, people, posts, seats};
use grannskap::db::types::Id;
use grannskap::posts::Visibility;
use reqwest::Method;
use serde_json::{Value, json};

use super::{Stage, call, call_with, stage};
use crate::support::{Client, run};

/// Lets a new person at Hörby, where the author of the stage has their seat, be asked; their client and seat.
async fn with_approver(stage: &Stage) -> (Client, Id) {
    let app = &stage.app;
    let person = app.person("Åsa Ek", "asa@horby.example").await;
    let now = app.app.clock.now();
    let seat = app.write(|tx| {
        let new = grannskap::seats::NewSeat {
            organiser_code: "1266".into(),
            role: "Kommunikatör".into(),
            level: grannskap::seats::Level::Administration,
            person_id: person,
            held_from: now.0.date(),
        };
        let seat = grannskap::seats::create(tx, &new, now)?;
        grannskap::seats::confirm(tx, seat, Some(person), now)?;
        Ok(seat)
    });
    let client = app.signed_in("asa@horby.example").await;
    assert_eq!(client.post("/organisers/1266/approver", &[("seat", &seat.to_string())]).await.status, 303);
    (client, seat)
}

fn story(stage: &Stage, title: &str, visibility: &str) -> Value {
    json!({"group_id": stage.group.to_string(), "title": title, "body": "Vi provade.", "visibility": visibility})
}

async fn write(stage: &Stage, title: &str, visibility: &str) -> Value {
    let (body, client) = (story(stage, title, visibility), stage.app.client());
    let (status, made, _) = call(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&body)).await;
    assert_eq!(status, 201, "{made}");
    made
}

/// The story as a token reads it.
async fn read(stage: &Stage, made: &Value, token: &str) -> (u16, Value) {
    let path = format!("/api/v1/posts/{}", made["id"].as_str().unwrap());
    let (status, read, _) = call(&stage.app.client(), Method::GET, &path, token, None).await;
    (status, read)
}

fn who_reads(post: &Value) -> (Option<&str>, Option<&str>) {
    (post["visibility"].as_str(), post["requested_visibility"].as_str())
}

/// The request about a story, and how far it has come.
fn request(stage: &Stage, made: &Value) -> Option<(Id, Visibility, String)> {
    let id: Id = made["id"].as_str().unwrap().parse().unwrap();
    let row = approvals::table.filter(approvals::post_id.eq(id)).order(approvals::id.desc());
    stage.app.read(|db| {
        let columns = (approvals::id, approvals::wanted, approvals::state);
        Ok(row.select(columns).first(db).optional()?)
    })
}

async fn answer(stage: &Stage, approver: &Client, made: &Value, how: &str) {
    let (id, ..) = request(stage, made).unwrap();
    let page = approver.get(&format!("/approvals/{id}")).await;
    let version = page.attribute("[name=version]", "value").unwrap();
    let fields = [("version", version.as_str()), ("reason", "Inte än")];
    assert_eq!(approver.post(&format!("/approvals/{id}/{how}"), &fields).await.status, 303);
}

#[test]
fn what_a_program_publishes_waits_for_the_approver_and_says_so() {
    run(async {
        let stage = stage().await;
        let (approver, _) = with_approver(&stage).await;
        let client = stage.app.client();
        let body = story(&stage, "Om läsning", "network");
        let post = || call_with(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&body), Some("k1"));
        let (status, made, _) = post().await;
        assert_eq!((status, who_reads(&made)), (201, (Some("group"), Some("network"))), "{made}");
        // The same again asks nobody anew and answers the same.
        let (status, again, _) = post().await;
        assert_eq!((status, &again), (201, &made));
        stage.app.run_jobs().await;
        let mails = stage.app.mails_to("asa@horby.example");
        let asked = mails.iter().filter(|mail| mail.row.kind == "approval_asked").count();
        assert_eq!(asked, 1, "one mail to the approver");
        // It is the group's; that more are to read it is its author's to know.
        let (status, seen) = read(&stage, &made, &stage.siv_reads).await;
        assert_eq!((status, who_reads(&seen)), (200, (Some("group"), Some("network"))));
        let now = stage.app.app.clock.now();
        let beside = stage.app.write(|tx| {
            let siv: Id = people::table
                .filter(people::email.eq("siv@hoor.example"))
                .select(people::id)
                .first(&mut **tx)?;
            accounts::create_api_token(tx, siv, "prov", &[Scope::Read], now)
        });
        assert_eq!(who_reads(&read(&stage, &made, &beside).await.1), (Some("group"), None));
        assert_eq!(read(&stage, &made, &stage.nils).await.0, 404);
        let (_, list, _) = call(&client, Method::GET, "/api/v1/posts", &stage.nils, None).await;
        assert_eq!(list["items"], json!([]));
        let (_, list, _) = call(&client, Method::GET, "/api/v1/posts", &stage.siv, None).await;
        assert_eq!(list["items"][0]["visibility"], "group");
        answer(&stage, &approver, &made, "acceptance").await;
        assert_eq!(who_reads(&read(&stage, &made, &stage.siv).await.1), (Some("network"), None));
        assert_eq!(who_reads(&read(&stage, &made, &stage.nils).await.1), (Some("network"), None));
        // The answer to the key stays what it was then.
        assert_eq!(post().await.1, made);
        stage.app.run_jobs().await;
    });
}

#[test]
fn a_story_that_is_given_back_stays_and_asks_no_more() {
    run(async {
        let stage = stage().await;
        let (approver, _) = with_approver(&stage).await;
        let made = write(&stage, "Om läsning", "public").await;
        assert_eq!(who_reads(&made), (Some("group"), Some("public")));
        answer(&stage, &approver, &made, "decline").await;
        assert_eq!(who_reads(&read(&stage, &made, &stage.siv).await.1), (Some("group"), None));
        assert_eq!(read(&stage, &made, &stage.nils).await.0, 404);
        assert_eq!(request(&stage, &made).map(|(.., state)| state).as_deref(), Some("returned"));
        stage.app.run_jobs().await;
    });
}

#[test]
fn where_nobody_is_to_be_asked_what_a_program_wants_holds_at_once() {
    run(async {
        let stage = stage().await;
        let made = write(&stage, "Utan godkännare", "public").await;
        assert_eq!((who_reads(&made), request(&stage, &made)), ((Some("public"), None), None));
        let (_, seat) = with_approver(&stage).await;
        // For the group alone nobody is asked.
        let made = write(&stage, "Till gruppen", "group").await;
        assert_eq!((who_reads(&made), request(&stage, &made)), ((Some("group"), None), None));
        // A seat that nobody holds, and one's own, are passed over; it is written down.
        let hold = |person: Option<Id>| {
            stage.app.write(|tx| {
                let held = diesel::update(seats::table.find(seat)).set(seats::person_id.eq(person));
                held.execute(&mut **tx)?;
                Ok(())
            });
        };
        hold(None);
        let made = write(&stage, "Vakant", "network").await;
        assert_eq!(who_reads(&made), (Some("network"), None));
        assert_eq!(request(&stage, &made).map(|(.., state)| state).as_deref(), Some("vacant"));
        let author: Id = stage.app.read(|db| Ok(posts::table.select(posts::author_id).first(db)?));
        hold(Some(author));
        let made = write(&stage, "Egen", "network").await;
        assert_eq!(who_reads(&made), (Some("network"), None));
        assert_eq!(request(&stage, &made).map(|(.., state)| state).as_deref(), Some("own"));
        stage.app.run_jobs().await;
    });
}

#[test]
fn a_release_on_the_page_shows_in_what_a_program_reads() {
    run(async {
        let stage = stage().await;
        let (approver, _) = with_approver(&stage).await;
        let made = write(&stage, "Om läsning", "group").await;
        let page = stage.app.signed_in("ali@horby.example").await;
        let releases = format!("/posts/{}/releases", made["id"].as_str().unwrap());
        assert_eq!(page.post(&releases, &[("visibility", "public")]).await.status, 303);
        assert_eq!(who_reads(&read(&stage, &made, &stage.siv).await.1), (Some("group"), Some("public")));
        answer(&stage, &approver, &made, "acceptance").await;
        assert_eq!(who_reads(&read(&stage, &made, &stage.siv).await.1), (Some("public"), None));
        let (id, ..) = request(&stage, &made).unwrap();
        assert_eq!(approver.post(&format!("/approvals/{id}/acceptance/end"), &[]).await.status, 303);
        assert_eq!(who_reads(&read(&stage, &made, &stage.siv).await.1), (Some("group"), None));
        stage.app.run_jobs().await;
    });
}
