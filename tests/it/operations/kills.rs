//! Killed while people write and mail leaves: nothing acknowledged is lost, and mail comes once, or twice by one kill.

use std::collections::BTreeMap;
use std::time::{Duration, Instant};

use diesel::prelude::*;
use grannskap::accounts::{self, Scope};
use grannskap::db::Kind;
use grannskap::db::schema::{invitations, jobs, outbox, posts};
use grannskap::mail::outbox::State;
use serde_json::json;

use crate::posts::world::World;
use crate::support::people::PASSWORD;
use crate::support::process::{Process, eventually};
use crate::support::smtp::Smtp;
use crate::support::{Client, TestApp, run};

const KILLS: usize = 3;

/// What the server said it has.
#[derive(Default)]
struct Acknowledged {
    invited: Vec<String>,
    stories: Vec<String>,
}

/// The coordinator, signed in. That may take longer than mail needs to flow again.
async fn coordinator(address: &str) -> Client {
    let client = Client::new(address);
    client.post("/session", &[("email", "coordinator@x.example"), ("password", PASSWORD)]).await;
    client
}

/// Invites people one after the other until the server is gone.
async fn invite(client: Client, round: usize) -> Vec<String> {
    let mut done = Vec::new();
    for number in 0.. {
        let email = format!("gast{number}.{round}@skola.example");
        let form = [("email", email.as_str()), ("name", "Gäst Ek"), ("language", "sv")];
        let request = client.request(reqwest::Method::POST, "/networks/ett/invitations").form(&form);
        match request.header("sec-fetch-site", "same-origin").send().await {
            Ok(answer) => assert_eq!(answer.status(), 303, "{email}"),
            Err(_) => break,
        }
        done.push(email);
    }
    done
}

/// Writes stories through the API until the server is gone.
async fn write(address: String, token: String, group: String, round: usize) -> Vec<String> {
    let client = Client::new(&address);
    let mut done = Vec::new();
    for number in 0.. {
        let title = format!("Berättelse {number} i omgång {round}");
        let body = json!({"group_id": group, "title": title, "body": "Text", "visibility": "group"});
        let request = client.request(reqwest::Method::POST, "/api/v1/posts").bearer_auth(&token).json(&body);
        match request.header("idempotency-key", format!("{round}-{number}")).send().await {
            Ok(answer) => assert_eq!(answer.status(), 201, "{}", answer.text().await.unwrap()),
            Err(_) => break,
        }
        done.push(title);
    }
    done
}

/// As if the lease time had passed since the kill.
fn let_leases_pass(app: &TestApp) {
    let past = app.app.clock.now() - chrono::TimeDelta::seconds(1);
    app.write(|tx| {
        let held = outbox::table.filter(outbox::state.eq(State::Sending));
        diesel::update(held).set(outbox::lease_until.eq(past)).execute(&mut **tx)?;
        let held = jobs::table.filter(jobs::state.eq("running"));
        diesel::update(held).set(jobs::lease_until.eq(past)).execute(&mut **tx)?;
        Ok(())
    });
}

fn is_whole(app: &TestApp) -> bool {
    #[derive(QueryableByName)]
    struct Line {
        #[diesel(sql_type = diesel::sql_types::Text)]
        integrity_check: String,
    }
    // PostgreSQL has no such check; that every row can be read is one.
    app.app.database.kind() == Kind::Postgres
        || app.read(|db| {
            let lines: Vec<Line> = diesel::sql_query("PRAGMA integrity_check").load(db)?;
            Ok(lines.len() == 1 && lines[0].integrity_check == "ok")
        })
}

#[test]
fn nothing_acknowledged_is_lost_and_a_kill_doubles_one_mail_at_most() {
    run(async {
        let smtp = Smtp::start();
        let app = TestApp::spawn_today().await;
        let world = World::build(&app).await;
        let now = app.app.clock.now();
        let scopes = [Scope::Read, Scope::Write];
        let token = app.write(|tx| accounts::create_api_token(tx, world.author, "test", &scopes, now));

        let mut known = Acknowledged::default();
        for round in 0..KILLS {
            let (process, address) = Process::serve(&mut app.binary(&smtp.url())).await;
            let inviting = tokio::spawn(invite(coordinator(&address).await, round));
            let writing = tokio::spawn(write(address, token.clone(), world.group.to_string(), round));
            // Not before mail flows, and each time at another moment.
            let before = smtp.received().len();
            eventually("mail flows", || async { smtp.received().len() > before + 5 }).await;
            tokio::time::sleep(Duration::from_millis(37 * u64::try_from(round).unwrap())).await;
            process.signal("KILL");
            known.invited.extend(inviting.await.unwrap());
            known.stories.extend(writing.await.unwrap());
            drop(process);
            let_leases_pass(&app);
        }
        assert!(is_whole(&app));
        let invited: Vec<String> =
            app.read(|db| Ok(invitations::table.select(invitations::email).load(db)?));
        assert!(known.invited.len() > KILLS && known.invited.iter().all(|email| invited.contains(email)));
        let stories: Vec<String> = app.read(|db| Ok(posts::table.select(posts::title).load(db)?));
        assert!(known.stories.len() > KILLS && known.stories.iter().all(|title| stories.contains(title)));

        let begun = Instant::now();
        let (_process, _) = Process::serve(&mut app.binary(&smtp.url())).await;
        assert!(begun.elapsed() < Duration::from_secs(5), "ready again after {:?}", begun.elapsed());
        eventually("every mail has gone out", || async {
            let waiting = outbox::table.filter(outbox::state.ne(State::Sent)).count();
            app.read(|db| Ok(waiting.get_result::<i64>(db)?)) == 0
        })
        .await;
        let mut copies: BTreeMap<String, usize> = BTreeMap::new();
        for message in smtp.received() {
            let id = message.lines().find_map(|line| line.strip_prefix("Message-ID: ")).unwrap().to_owned();
            *copies.entry(id).or_default() += 1;
        }
        let ids: Vec<String> = app.read(|db| Ok(outbox::table.select(outbox::message_id).load(db)?));
        assert_eq!(copies.len(), ids.len(), "each mail came under its own Message-ID");
        assert!(ids.iter().all(|id| copies.contains_key(&format!("<{id}>"))));
        let doubled: usize = copies.values().map(|count| count - 1).sum();
        assert!(doubled <= KILLS, "{doubled} mails came twice by {KILLS} kills");
    });
}
