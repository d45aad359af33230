//! Lists that go on beyond what stands on one page: comments under a story, and what a search finds.

use grannskap::db::types::Id;
use grannskap::posts::{self, NewComment, NewPost, Visibility};
use reqwest::Method;
use serde_json::Value;

use super::{Stage, call, stage};
use crate::support::run;

/// What stands in `field` of the items, page by page, as Siv reads them.
async fn pages(stage: &Stage, path: &str, field: &str) -> Vec<Vec<String>> {
    let client = stage.app.client();
    let (mut pages, mut after) = (Vec::new(), String::new());
    loop {
        let (status, list, _) =
            call(&client, Method::GET, &format!("{path}&after={after}"), &stage.siv, None).await;
        assert_eq!(status, 200, "{list}");
        let items = list["items"].as_array().unwrap().iter();
        pages.push(items.map(|item| item[field].as_str().unwrap().to_owned()).collect());
        match list["next"].as_str() {
            Some(next) => after = next.to_owned(),
            None => return pages,
        }
    }
}

fn person(stage: &Stage) -> Id {
    stage.app.read(|db| Ok(grannskap::accounts::find_by_email(db, "ali@horby.example")?.unwrap().id))
}

#[test]
fn every_comment_of_a_long_conversation_is_reached() {
    run(async {
        let stage = stage().await;
        let (ali, now) = (person(&stage), stage.app.app.clock.now());
        let (story, first) = stage.app.write(|tx| {
            let new = NewPost::free("Läsa", "Vi provade.", Visibility::Group);
            let story = posts::create(tx, stage.group, ali, &new, true, now)?;
            let mut first = None;
            for n in 0..502 {
                let body = format!("{n:03}");
                let said = posts::comment(
                    tx,
                    &NewComment { post_id: story, author_id: ali, body, answers: first },
                    now,
                )?;
                first = first.or(Some(said));
            }
            Ok((story, first.unwrap()))
        });
        let client = stage.app.client();
        let one = format!("/api/v1/comments/{first}");
        let (_, read, _) = call(&client, Method::GET, &one, &stage.siv, None).await;
        assert_eq!((read["body"].as_str(), read["author"].as_str()), (Some("000"), Some("Ali Alm")));
        assert_eq!(call(&client, Method::GET, &one, &stage.nils, None).await.0, 404);
        let path = format!("/api/v1/posts/{story}/comments?limit=200");
        let found = pages(&stage, &path, "body").await;
        assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [200, 200, 102]);
        assert_eq!(found.concat(), (0..502).map(|n| format!("{n:03}")).collect::<Vec<_>>());
        let ours = stage.app.signed_in("ali@horby.example").await;
        ours.post(&format!("/comments/{first}/withdrawal"), &[]).await;
        let (_, read, _) = call(&client, Method::GET, &one, &stage.siv, None).await;
        assert_eq!(read["body"], "");
        for after in [format!("{first}"), "1_x".to_owned(), "next".to_owned()] {
            let path = format!("{path}&after={after}");
            assert_eq!(call(&client, Method::GET, &path, &stage.siv, None).await.0, 400);
        }
    });
}

#[test]
fn a_search_goes_on_as_far_as_two_hundred_of_a_kind() {
    run(async {
        let stage = stage().await;
        let (ali, now) = (person(&stage), stage.app.app.clock.now());
        stage.app.write(|tx| {
            for n in 0..205 {
                let new = NewPost::free(format!("Zebra {n:03}"), "Text om annat.", Visibility::Group);
                posts::create(tx, stage.group, ali, &new, true, now)?;
            }
            Ok(())
        });
        for query in ["zebra", "%22text+om%22"] {
            let found = pages(&stage, &format!("/api/v1/search?q={query}"), "title").await;
            assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), [20; 10], "{query}");
            let mut all = found.concat();
            all.sort();
            all.dedup();
            assert_eq!(all.len(), 200, "each once: {query}");
        }
        // What is found of other kinds stands on the first page alone.
        let found = pages(&stage, "/api/v1/search?q=höör", "kind").await;
        assert_eq!(found.len(), 1);
        assert!(found.concat().contains(&"group".to_owned()));
        let client = stage.app.client();
        for after in ["1", "200", "-20", "x"] {
            let path = format!("/api/v1/search?q=zebra&after={after}");
            let (status, problem, _): (u16, Value, _) =
                call(&client, Method::GET, &path, &stage.siv, None).await;
            assert_eq!(status, 400, "{problem}");
        }
        stage.app.run_jobs().await;
    });
}
