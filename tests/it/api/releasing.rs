//! Releasing a story by a program: the names that stand in it, masked; comments by their address; themes that are not there.

use reqwest::Method;
use serde_json::{Value, json};

use super::{Stage, call, call_with, stage};
use crate::support::run;

async fn write(stage: &Stage, body: Value) -> Value {
    let (status, made, _) =
        call(&stage.app.client(), Method::POST, "/api/v1/posts", &stage.siv, Some(&body)).await;
    assert_eq!(status, 201, "{made}");
    made
}

#[test]
fn a_story_is_released_without_the_names_in_it_and_taken_back() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let text = "Siv Ek läste på Björkskolan.";
        let made = write(
            &stage,
            json!({"group_id": stage.group.to_string(), "title": "Läsa", "body": text, "visibility": "group", "themes": ["forskola"]}),
        )
        .await;
        assert_eq!((made["author"].as_str(), &made["themes"]), (Some("Ali Alm"), &json!(["forskola"])));
        let path = format!("/api/v1/posts/{}", made["id"].as_str().unwrap());

        let names = format!("{path}/names");
        let (status, found, _) = call(&client, Method::GET, &names, &stage.siv, None).await;
        let wanted = json!({"items": [
            {"kind": "person", "name": "Siv Ek", "times": 1},
            {"kind": "school", "name": "Björkskolan", "times": 1},
        ], "next": null});
        assert_eq!((status, found), (200, wanted));
        assert_eq!(
            call(&client, Method::GET, &names, &stage.nils, None).await.0,
            404,
            "only its author asks"
        );

        let releases = format!("{path}/releases");
        let wrong = json!({"visibility": "public", "mask": ["Bo Ek"]});
        assert_eq!(call(&client, Method::POST, &releases, &stage.siv, Some(&wrong)).await.0, 400);
        let wrong = json!({"visibility": "alla"});
        assert_eq!(call(&client, Method::POST, &releases, &stage.siv, Some(&wrong)).await.0, 422);
        let body = json!({"visibility": "public", "mask": ["Siv Ek", "Björkskolan"]});
        assert_eq!(call(&client, Method::POST, &releases, &stage.siv_reads, Some(&body)).await.0, 403);
        assert_eq!(call(&client, Method::POST, &releases, &stage.nils, Some(&body)).await.0, 404);
        assert_eq!(
            call(&client, Method::GET, &path, &stage.nils, None).await.0,
            404,
            "nothing was released yet"
        );

        for _ in 0..2 {
            let (status, released, _) =
                call_with(&client, Method::POST, &releases, &stage.siv, Some(&body), Some("r1")).await;
            assert_eq!((status, released["visibility"].as_str()), (201, Some("public")), "{released}");
            assert_eq!(released["body"], "En kollega läste på en skola.");
        }
        let (_, read, _) = call(&client, Method::GET, &path, &stage.nils, None).await;
        let page = url::Url::parse(read["url"].as_str().unwrap()).unwrap();
        assert!(page.path().ends_with("-lasa"), "{page}");
        assert_eq!(client.get(page.path()).await.status, 200, "strangers read it at its address");

        let back = json!({"visibility": "group"});
        assert_eq!(call(&client, Method::POST, &releases, &stage.siv, Some(&back)).await.0, 201);
        assert_eq!(call(&client, Method::GET, &path, &stage.nils, None).await.0, 404);
        stage.app.run_jobs().await;
    });
}

#[test]
fn a_comment_has_the_address_that_is_given_for_it() {
    run(async {
        let stage = stage().await;
        let client = stage.app.client();
        let made = write(
            &stage,
            json!({"group_id": stage.group.to_string(), "title": "Läsa", "body": "Vi provade.", "visibility": "group"}),
        )
        .await;
        let path = format!("/api/v1/posts/{}/comments", made["id"].as_str().unwrap());
        let said = json!({"body": "Bra!"});
        let (status, _, page) = call(&client, Method::POST, &path, &stage.siv, Some(&said)).await;
        let address = page.headers["location"].to_str().unwrap().to_owned();
        assert_eq!(status, 201);
        let (status, read, _) = call(&client, Method::GET, &address, &stage.siv, None).await;
        assert_eq!((status, read["body"].as_str()), (200, Some("Bra!")));
        assert_eq!(call(&client, Method::GET, &address, &stage.nils, None).await.0, 404);
        stage.app.run_jobs().await;
    });
}

#[test]
fn a_theme_that_is_not_there_is_not_left_out_in_silence() {
    run(async {
        let stage = stage().await;
        let body = json!({"group_id": stage.group.to_string(), "title": "x", "body": "x", "visibility": "group", "themes": ["lasning"]});
        let client = stage.app.client();
        let (status, problem, _) =
            call(&client, Method::POST, "/api/v1/posts", &stage.siv, Some(&body)).await;
        assert_eq!(status, 400, "{problem}");
        let (_, list, _) = call(&client, Method::GET, "/api/v1/posts", &stage.siv, None).await;
        assert_eq!(list["items"], json!([]));
    });
}
