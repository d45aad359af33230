//! Notes become the draft of a story without the names of those in the group.

use diesel::prelude::*;
use grannskap::db::schema::posts;
use grannskap::db::types::{Id, Timestamp};

use super::{BO, KIM, SIV, after};
use crate::support::run;

#[test]
fn notes_become_a_draft_without_names() {
    run(async {
        let (scene, meetup) = after().await;
        scene.writes(meetup, scene.siv, 0, "Siv Ek berättade. Bos fråga: räcker tiden?\n\n* Siv ringer.");
        let bo = scene.app.signed_in(BO).await;
        let address = format!("/meetups/{meetup}/notes/story");
        let notes = bo.get(&format!("/meetups/{meetup}/notes")).await;
        assert_eq!(notes.attribute("form[action$=story]", "action").as_deref(), Some(address.as_str()));
        let page = bo.post_and_follow(&address, &[]).await;
        let said = page.text();
        for part in ["Siv Ek (en gång)", "Bo (en gång)", "Siv (en gång)"] {
            assert!(said.contains(part), "{part}: {said}");
        }
        // Twice is one draft.
        bo.post_and_follow(&address, &[]).await;
        type Row = (Id, String, String, Option<Timestamp>);
        let columns = (posts::id, posts::title, posts::body, posts::published_at);
        let rows: Vec<Row> = scene.app.read(|db| Ok(posts::table.select(columns).load(db)?));
        let [(id, title, body, published)] = &rows[..] else { panic!("{rows:?}") };
        assert_eq!(title, "Från träffen: Förra träffen");
        assert_eq!(body, "[namn] berättade. [namn]s fråga: räcker tiden?\n\n* [namn] ringer.");
        assert!(published.is_none());
        let link = page.attribute(".next-step a", "href").unwrap();
        assert_eq!(link, format!("/posts/{id}/edit"));
        assert_eq!(bo.get(&link).await.status, 200);
        // It is the writer's alone.
        let siv = scene.app.signed_in(SIV).await;
        assert_eq!(siv.get(&format!("/posts/{id}")).await.status, 404);
        // Coordinators who are not in the group tell no stories of it.
        let kim = scene.app.signed_in(KIM).await;
        assert_eq!(kim.post(&address, &[]).await.status, 404);
        assert_eq!(kim.get(&format!("/meetups/{meetup}/notes")).await.count("form[action$=story]"), 0);
        scene.app.run_jobs().await;
    });
}
