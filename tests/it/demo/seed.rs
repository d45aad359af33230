//! The large database for measuring, made small.

use diesel::prelude::*;
use grannskap::db::schema::{
    answers, comments, group_memberships, groups, meetups, people, posts, search_posts,
};
use grannskap::demo::{Sizes, fill};

use crate::support::{TestApp, grannskap, run};

const SMALL: Sizes = Sizes { people: 300, groups: 40, stories: 600 };

#[test]
fn everything_is_there_and_found() {
    run(async {
        let mut app = TestApp::spawn().await;
        app.forgive_leftovers();
        let accounts = fill(&app.app, SMALL, 1, |_| ()).await.unwrap();
        app.read(|db| {
            let count = |n: i64| usize::try_from(n).unwrap();
            // An administrator and a coordinator besides.
            assert_eq!(count(people::table.count().get_result(db)?), SMALL.people + 2);
            assert_eq!(count(groups::table.count().get_result(db)?), SMALL.groups);
            assert_eq!(count(posts::table.count().get_result(db)?), SMALL.stories);
            let members = count(group_memberships::table.count().get_result(db)?);
            assert!((SMALL.groups * 5..=SMALL.groups * 8).contains(&members), "{members}");
            assert!(count(meetups::table.count().get_result(db)?) > SMALL.groups * 6);
            assert!(count(answers::table.count().get_result(db)?) > 0);
            assert!(count(comments::table.count().get_result(db)?) > SMALL.stories / 2);
            let published =
                posts::table.filter(posts::published_at.is_not_null()).filter(posts::withdrawn_at.is_null());
            let published: i64 = published.count().get_result(db)?;
            let indexed: i64 = search_posts::table.count().get_result(db)?;
            assert_eq!(published, indexed);
            Ok(())
        });
        let member = accounts.iter().find(|account| account.role == "member").unwrap();
        let client = app.client();
        client
            .post("/session", &[("email", member.email.as_str()), ("password", member.password.as_str())])
            .await;
        for path in ["/dashboard", "/posts", "/search?q=skola", "/groups", "/meetups", "/networks", "/people"]
        {
            assert_eq!(client.get(path).await.status, 200, "{path}");
        }
        assert!(client.get("/search?q=skola").await.count("main a[href^='/posts/']") > 0);
        assert!(fill(&app.app, SMALL, 1, |_| ()).await.unwrap_err().to_string().contains("left alone"));
    });
}

#[test]
fn the_command_leaves_people_alone_and_says_how_it_is_used() {
    let folder = tempfile::tempdir().unwrap();
    let made = grannskap(folder.path())
        .args(["admin", "create", "--email", "ada@drift.example", "--name", "Ada Drift"])
        .output()
        .unwrap();
    assert!(made.status.success());
    let refused = grannskap(folder.path()).args(["seed", "--stories", "1"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&refused.stderr).contains("left alone"));
    let misused = grannskap(folder.path()).args(["seed", "--people", "3"]).output().unwrap();
    assert_eq!(misused.status.code(), Some(2));
}
