//! Invitations: one and many, opened, redeemed once, sent again, taken back; and the link to share.

use diesel::prelude::*;
use grannskap::db::schema::{invitations, network_memberships, outbox, seats};
use grannskap::db::types::{Id, Timestamp};
use grannskap::jobs;
use grannskap::mail::outbox::State;
use grannskap::networks::{self, Joining, NoteBounces, Visibility};

use crate::support::people::PASSWORD;
use crate::support::{Client, Page, TestApp, run};

const ONE: [(&str, &str); 6] = [
    ("email", "Nils@horby.example"),
    ("name", "Nils Ask"),
    ("organiser", "Hörby"),
    ("role", "Skolchef"),
    ("level", "administration"),
    ("language", "sv"),
];

const ACCOUNT: [(&str, &str); 7] = [
    ("name", "Nils Ask"),
    ("password", PASSWORD),
    ("password_again", PASSWORD),
    ("organiser", "Hörby"),
    ("role", "Skolchef"),
    ("level", "administration"),
    ("held_from", "2026-11-01"),
];

async fn coordinated(app: &TestApp) -> (Id, Client) {
    let siv = app.person("Siv Ek", "siv@hoor.example").await;
    let network = app.network("eget", Visibility::Members, Joining::Invitation, siv);
    (network, app.signed_in("siv@hoor.example").await)
}

async fn upload(client: &Client, file: &[u8]) -> Page {
    let boundary = "grannskap-boundary";
    let mut body = format!(
        "--{boundary}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"f.csv\"\r\nContent-Type: text/csv\r\n\r\n"
    )
    .into_bytes();
    body.extend_from_slice(file);
    body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
    let request = client
        .request(reqwest::Method::POST, "/networks/eget/invitations/import")
        .header("sec-fetch-site", "same-origin")
        .header("content-type", format!("multipart/form-data; boundary={boundary}"))
        .body(body);
    Page::of(request.send().await.unwrap()).await
}

fn members(app: &TestApp, network: Id) -> i64 {
    app.read(|db| {
        let active = network_memberships::table.filter(network_memberships::network_id.eq(network));
        Ok(active.filter(network_memberships::state.eq("active")).count().get_result(db)?)
    })
}

#[test]
fn an_invitation_is_opened_and_redeemed_once() {
    run(async {
        let app = TestApp::spawn().await;
        let (network, siv) = coordinated(&app).await;
        let page = siv.post("/networks/eget/invitations", &[("organiser", "Höganäs eller så")]).await;
        assert_eq!((page.status.as_u16(), page.count(".error-summary li")), (422, 3));
        let page = siv.post_and_follow("/networks/eget/invitations", &ONE).await;
        assert_eq!(page.first("td[data-label=Läge]"), "Skickad");
        assert_eq!(siv.post("/networks/eget/invitations", &ONE).await.status, 422);
        assert_eq!(app.mails_to("nils@horby.example").len(), 1);
        let link = app.last_mail_to("nils@horby.example").link("/invitations/");
        assert!(
            !page.body.contains(&link) && !siv.get("/networks/eget/invitations").await.body.contains(&link)
        );

        for _ in 0..2 {
            let page = app.client().get(&link).await;
            assert_eq!(page.attribute("#organiser", "value").as_deref(), Some("Hörby"), "{}", page.text());
        }
        let page = siv.get("/networks/eget/invitations?state=opened").await;
        assert_eq!(page.count("tbody tr"), 1);
        assert_eq!(siv.get("/networks/eget/invitations?state=sent").await.count("tbody tr"), 0);
        let page = app.client().post(&link, &[("name", "x")]).await;
        assert_eq!(page.status, 422);

        let mut won = 0;
        for client in [app.client(), app.client()] {
            let page = client.post(&link, &ACCOUNT).await;
            won += usize::from(page.location.as_deref() == Some("/networks/eget"));
        }
        assert_eq!(won, 1);
        assert_eq!(members(&app, network), 1);
        let confirmed: Vec<Option<Timestamp>> =
            app.read(|db| Ok(seats::table.select(seats::confirmed_at).load(db)?));
        assert!(matches!(confirmed.as_slice(), [Some(_)]), "one seat, vouched for");
        assert_eq!(app.client().get(&link).await.status, 404);
        app.run_jobs().await;
    });
}

#[test]
fn the_same_invitation_twice_at_once_lets_one_in() {
    run(async {
        let app = TestApp::spawn().await;
        let (network, siv) = coordinated(&app).await;
        siv.post_and_follow("/networks/eget/invitations", &ONE).await;
        let link = app.last_mail_to("nils@horby.example").link("/invitations/");
        let mut people = Vec::new();
        for n in 0..4 {
            let email = format!("p{n}@horby.example");
            app.person(&format!("Person {n}"), &email).await;
            people.push(app.signed_in(&email).await);
        }
        let mut tasks = Vec::new();
        for client in people {
            let link = link.clone();
            tasks.push(actix_web::rt::spawn(async move {
                client.post(&link, &[("seat", "invited")]).await.status.as_u16()
            }));
        }
        let mut answers = Vec::new();
        for task in tasks {
            answers.push(task.await.unwrap());
        }
        answers.sort_unstable();
        assert_eq!(answers, [303, 404, 404, 404]);
        assert_eq!(members(&app, network), 1);
        app.run_jobs().await;
    });
}

#[test]
fn sending_again_and_taking_back_kill_the_old_link() {
    run(async {
        let mut app = TestApp::spawn().await;
        let (_, siv) = coordinated(&app).await;
        let page = siv.post_and_follow("/networks/eget/invitations", &ONE).await;
        let first = app.last_mail_to("nils@horby.example").link("/invitations/");
        let resend = page.attribute("form[action$=resending]", "action").unwrap();
        let revoke = page.attribute("form[action$=revocation]", "action").unwrap();
        let kerstin = app.person("Kerstin Lind", "kerstin@tomelilla.example").await;
        app.network("annat", Visibility::Public, Joining::Open, kerstin);
        let foreign = app.signed_in("kerstin@tomelilla.example").await;
        for path in [&resend, &revoke] {
            assert_eq!(foreign.post(path, &[]).await.status, 404);
            assert_eq!(foreign.post(&path.replace("eget", "annat"), &[]).await.status, 404);
        }
        for path in ["invitations", "invitations/new", "invitations/import", "coordinators"] {
            assert_eq!(foreign.get(&format!("/networks/eget/{path}")).await.status, 404, "{path}");
        }
        siv.post_and_follow(&resend, &[]).await;
        let second = app.last_mail_to("nils@horby.example").link("/invitations/");
        assert_ne!(first, second);
        assert_eq!(app.client().get(&first).await.status, 404);
        assert_eq!(app.client().get(&second).await.status, 200);

        app.write(|tx| {
            diesel::update(outbox::table)
                .set((outbox::state.eq(State::Failed), outbox::due_at.eq(app.app.clock.now())))
                .execute(&mut **tx)?;
            jobs::enqueue(tx, &NoteBounces {}, None, app.app.clock.now())
        });
        app.run_jobs().await;
        assert_eq!(siv.get("/networks/eget/invitations?state=bounced").await.count("tbody tr"), 1);
        let page = siv.post_and_follow(&revoke, &[]).await;
        assert_eq!(page.first("td[data-label=Läge]"), "Återkallad");
        assert_eq!(app.client().get(&second).await.status, 404);
        app.forgive_leftovers();
    });
}

#[test]
fn a_file_is_all_right_or_nothing_is_sent() {
    run(async {
        let app = TestApp::spawn().await;
        let (_, siv) = coordinated(&app).await;
        let wrong = "E-post;Namn;Huvudman;Nivå\nnils@horby.example;Nils Ask;Hörby;rektor\n\
                     NILS@horby.example;Nils;Hörby;rektor\nfel;;Ingenstans;kung\n";
        let page = upload(&siv, wrong.as_bytes()).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.count("tbody tr"), 5, "{}", page.text());
        assert_eq!(page.count("input[name=upload]"), 0);
        for broken in [&b""[..], b"a;b\n1;2\n", b"\x89PNG\r\n\x1a\n\0\0\0"] {
            assert_eq!(upload(&siv, broken).await.status, 422);
        }

        siv.post_and_follow("/networks/eget/invitations", &ONE).await;
        // Windows-1252 with semicolons, as Swedish Excel writes it.
        let right =
            b"E-post;Namn;Huvudman;Befattning;Niv\xe5\nnils@horby.example;Nils Ask;H\xf6rby;Skolchef;\n\
                      asa@tomelilla.example;\xc5sa \xd6berg;Tomelilla kommun;Rektor;rektor\n";
        let page = upload(&siv, right).await;
        assert_eq!(page.status, 200, "{}", page.text());
        assert_eq!(page.all("td[data-label='Vad som händer']").len(), 2);
        assert!(page.text().contains("Har redan en inbjudan"));
        assert_eq!(app.mails_to("asa@tomelilla.example").len(), 0);
        let upload = page.attribute("input[name=upload]", "value").unwrap();
        let path = "/networks/eget/invitations/import/confirmation";
        let unknown = "01234567-89ab-7def-8123-456789abcdef";
        assert_eq!(siv.post(path, &[("upload", unknown)]).await.status, 409);
        assert_eq!(siv.post(path, &[("upload", "fel")]).await.status, 404);
        // Another coordinator may send lists, but not this one.
        app.administrator("Ada Drift", "ada@drift.example").await;
        let ada = app.signed_in("ada@drift.example").await;
        assert_eq!(ada.post(path, &[("upload", &upload)]).await.status, 409);
        siv.post_and_follow(path, &[("upload", &upload)]).await;
        siv.post_and_follow(path, &[("upload", &upload)]).await;
        assert_eq!(app.mails_to("asa@tomelilla.example").len(), 1);
        assert_eq!(app.mails_to("nils@horby.example").len(), 1);
        let count: i64 = app.read(|db| Ok(invitations::table.count().get_result(db)?));
        assert_eq!(count, 2);
        app.run_jobs().await;
    });
}

#[test]
fn a_long_file_makes_a_page_within_the_budget() {
    run(async {
        let app = TestApp::spawn().await;
        let (_, siv) = coordinated(&app).await;
        let mut file = "email,name,role\n".to_owned();
        for n in 0..1_000 {
            file += &format!("person-{n:04}@kommunen.example,Förnamn Efternamn-{n:04},Utvecklingsledare\n");
        }
        let page = upload(&siv, file.as_bytes()).await;
        assert_eq!(page.status, 200);
        assert!(page.body.len() < 60 * 1024, "{} bytes", page.body.len());
    });
}

#[test]
fn the_link_to_share_lets_in_until_it_is_revoked() {
    run(async {
        let app = TestApp::spawn().await;
        let (network, siv) = coordinated(&app).await;
        app.person("Kerstin Lind", "kerstin@tomelilla.example").await;
        let page = siv.post("/networks/eget/join-link", &[]).await;
        let link = page.first("#join-link");
        let path = link[link.find("/join/").unwrap()..].to_owned();
        assert_eq!(siv.get("/networks/eget/invitations").await.count("#join-link"), 0);
        assert_eq!(app.client().get(&path).await.first("h1"), "Gå med i Nätverket eget");

        let mut form = ACCOUNT.to_vec();
        form.push(("email", "nils@horby.example"));
        let page = app.client().post(&path, &form).await;
        assert_eq!(page.location.as_deref(), Some("/confirmations/sent"), "{}", page.text());
        let known: Vec<_> =
            form.iter().map(|(n, v)| (*n, if *n == "email" { "siv@hoor.example" } else { *v })).collect();
        assert_eq!(app.client().post(&path, &known).await.location.as_deref(), Some("/confirmations/sent"));
        assert_eq!(members(&app, network), 1);
        let kerstin = app.signed_in("kerstin@tomelilla.example").await;
        let page = kerstin.post_and_follow(&path, &ACCOUNT[3..]).await;
        assert_eq!(page.first("h1"), "Nätverket eget");
        siv.post_and_follow("/networks/eget/join-link/end", &[]).await;
        assert_eq!(app.client().get(&path).await.status, 404);
        assert_eq!(app.client().post(&path, &form).await.status, 404);
        app.run_jobs().await;
    });
}

#[test]
fn coordinators_are_appointed_by_mail_and_never_none() {
    run(async {
        let app = TestApp::spawn().await;
        let (network, siv) = coordinated(&app).await;
        let nils = app.person("Nils Ask", "nils@horby.example").await;
        let appoint = "/networks/eget/coordinators";
        assert_eq!(siv.post(appoint, &[("email", "nils@horby.example")]).await.status, 422);
        app.member(network, nils, "1266", "Skolchef");
        let page = siv.post_and_follow(appoint, &[("email", "nils@horby.example")]).await;
        assert_eq!(page.count("form[action$=end][action^='/networks']"), 2);
        assert_eq!(app.mails_to("nils@horby.example").len(), 1);
        let path = format!("{appoint}/{nils}/end");
        siv.post_and_follow(&path, &[]).await;
        let own = app.read(|db| Ok(networks::coordinators_of(db, network)?[0].0));
        assert_eq!(siv.post(&format!("{appoint}/{own}/end"), &[]).await.status, 409);
        app.run_jobs().await;
    });
}
