//! A full disk and a database that is away: clear pages, and work goes on by itself when it is over.

use std::time::{Duration, Instant};

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::Kind;
use grannskap::error::Error;

use crate::posts::world::World;
use crate::support::process::eventually;
use crate::support::{TestApp, run};

#[test]
fn on_a_full_disk_reading_goes_on_and_writing_says_why_not() {
    run(async {
        let mut app = TestApp::spawn().await;
        if app.app.database.kind() == Kind::Postgres {
            // Its own servers cannot be filled from here; how its message is understood is tested with the error.
            return;
        }
        app.forgive_leftovers();
        let world = World::build(&app).await;
        let member = app.signed_in("author@x.example").await;
        // SQLite then answers every page that would have to be added as it answers a full disk.
        let most = |pages: i64| {
            app.write(|tx| {
                Ok(diesel::sql_query(format!("PRAGMA max_page_count = {pages}")).execute(&mut **tx)?)
            })
        };
        most(1);
        let address = format!("/groups/{}/posts", world.group);
        let body = "Vi läste tillsammans. ".repeat(400);
        let form = [("form", "free"), ("title", "Läsning"), ("body", body.as_str()), ("visibility", "group")];
        let mut last = member.post(&address, &form).await;
        // There may be room left on a page or two.
        for _ in 0..20 {
            if last.status == 507 {
                break;
            }
            last = member.post(&address, &form).await;
        }
        assert_eq!((last.status.as_u16(), last.count("h1")), (507, 1));
        assert!(!last.body.contains("SQL"));
        // The use of the session would be noted now.
        app.travel(TimeDelta::hours(2));
        for path in ["/dashboard", &format!("/groups/{}", world.group), "/readyz"] {
            assert_eq!(member.get(path).await.status, 200, "{path}");
        }
        most(1_000_000_000);
        assert_eq!(member.post(&address, &form).await.status, 303);
    });
}

#[test]
fn a_full_disk_is_known_by_what_either_database_says() {
    use diesel::result::{DatabaseErrorKind, Error as DieselError};
    for text in [
        "database or disk is full",
        "could not extend file \"base/16384/16397\": No space left on device",
        "could not write to file \"base/pgsql_tmp/pgsql_tmp1.0\": No space left on device",
    ] {
        let error = DieselError::DatabaseError(DatabaseErrorKind::Unknown, Box::new(text.to_owned()));
        assert!(matches!(Error::from(error), Error::Full), "{text}");
    }
}

#[test]
fn while_the_database_is_away_pages_say_so_and_come_back_with_it() {
    run(async {
        let app = TestApp::spawn().await;
        if app.app.database.kind() == Kind::Sqlite {
            // A file in the same process does not go away.
            return;
        }
        let client = app.client();
        assert_eq!(client.get("/readyz").await.status, 200);
        app.shut_database_away();
        let begun = Instant::now();
        for (path, status) in [("/livez", 200), ("/readyz", 503), ("/organisers", 503), ("/livez", 200)] {
            let page = client.get(path).await;
            assert_eq!(page.status, status, "{path}");
            if status == 503 {
                assert!(page.headers["retry-after"].to_str().unwrap().parse::<u32>().unwrap() <= 10);
            }
        }
        // Nobody queues for the time-outs of others.
        let many = (0..40).map(|_| client.get("/organisers"));
        let answers = futures(many).await;
        assert!(answers.iter().all(|page| page.status == 503 && page.count("h1") == 1));
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());

        app.let_database_back();
        let begun = Instant::now();
        eventually("ready again", || async { client.get("/readyz").await.status == 200 }).await;
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
        assert_eq!(client.get("/organisers").await.status, 200);
    });
}

/// All of them, at the same time.
async fn futures<F: Future>(all: impl Iterator<Item = F>) -> Vec<F::Output> {
    let mut all: Vec<_> = all.map(|each| (Box::pin(each), None)).collect();
    std::future::poll_fn(move |context| {
        for (future, output) in all.iter_mut().filter(|(_, output)| output.is_none()) {
            if let std::task::Poll::Ready(value) = future.as_mut().poll(context) {
                *output = Some(value);
            }
        }
        if all.iter().any(|(_, output)| output.is_none()) {
            return std::task::Poll::Pending;
        }
        std::task::Poll::Ready(all.iter_mut().filter_map(|(_, output)| output.take()).collect())
    })
    .await
}
