//! Seats: choosing, confirming, giving up, handing over; and who sees whom.

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::accounts;
use grannskap::db::schema::{organiser_domains, organisers};
use grannskap::db::types::Id;
use grannskap::groups;
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};
use grannskap::seats::{self, Level, NewSeat};

use crate::support::people::PASSWORD;
use crate::support::{TestApp, run};

const SEAT: [(&str, &str); 4] =
    [("organiser", "Höör"), ("role", "Skolchef"), ("level", "administration"), ("held_from", "2026-08-01")];

fn hoor(app: &TestApp) -> String {
    app.read(|db| {
        Ok(organisers::table.filter(organisers::name.like("Höör%")).select(organisers::code).first(db)?)
    })
}

fn network(app: &TestApp, by: Id) -> Id {
    let new = NewNetwork {
        slug: "skane".to_owned(),
        name: "Skåne".to_owned(),
        purpose: String::new(),
        kind: NetworkKind::Regional,
        visibility: Visibility::Members,
        joining: Joining::Invitation,
        county_code: None,
    };
    let now = app.app.clock.now();
    app.write(|tx| networks::create(tx, &new, by, now))
}

/// A seat in the network.
fn seat_in(app: &TestApp, network: Id, person: Id) -> Id {
    let now = app.app.clock.now();
    let new = NewSeat {
        organiser_code: hoor(app),
        role: "Skolchef".to_owned(),
        level: Level::Administration,
        person_id: person,
        held_from: now.utc().date_naive(),
    };
    app.write(|tx| {
        let seat = seats::claim(tx, &new, now)?;
        networks::join(tx, network, seat, now)?;
        Ok(seat)
    })
}

#[test]
fn a_seat_is_made_by_name_and_confirmed_by_domain() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.signed_in("siv@hoor.example").await;
        let (code, now) = (hoor(&app), app.app.clock.now());
        let page = client.post_and_follow("/seats", &SEAT).await;
        assert!(page.text().contains("Ej bekräftat"), "{}", page.text());
        app.write(|tx| {
            diesel::insert_into(organiser_domains::table)
                .values((
                    organiser_domains::domain.eq("hoor.example"),
                    organiser_domains::organiser_code.eq(&code),
                    organiser_domains::created_at.eq(now),
                ))
                .execute(&mut **tx)?;
            seats::confirm_by_domain(tx, id, now)
        });
        assert!(app.read(|db| seats::held_by(db, id)).iter().all(|seat| seat.confirmed_at.is_some()));
    });
}

#[test]
fn an_unclear_organiser_offers_candidates_and_bad_input_is_kept() {
    run(async {
        let app = TestApp::spawn().await;
        app.person("Siv Ek", "siv@hoor.example").await;
        let client = app.signed_in("siv@hoor.example").await;
        let page = client
            .post("/seats", &[("organiser", "kommun"), ("role", "Rektor"), ("level", "principal")])
            .await;
        assert_eq!(page.status, 422);
        let page =
            client.post("/seats", &[("organiser", "ha"), ("role", "Rektor"), ("level", "principal")]).await;
        assert_eq!(page.status, 422);
        assert!(page.count("input[name=organiser_code]") > 1);
        assert_eq!(page.attribute("#role", "value").as_deref(), Some("Rektor"));
        let code = page.attribute("input[name=organiser_code]", "value").unwrap();
        let mut form = SEAT.to_vec();
        form[0] = ("organiser", "ha");
        form.push(("organiser_code", &code));
        assert_eq!(client.post("/seats", &form).await.status, 303);
        let long = "å".repeat(10_000);
        for (at, wrong) in
            [(0, ""), (0, long.as_str()), (1, ""), (1, &long), (2, "king"), (3, "2030-01-01"), (3, "x")]
        {
            let mut form = SEAT.to_vec();
            form[at].1 = wrong;
            assert_eq!(client.post("/seats", &form).await.status, 422, "{at} {:.20}", wrong);
        }
    });
}

#[test]
fn a_coordinator_confirms_and_nobody_else() {
    run(async {
        let app = TestApp::spawn().await;
        let coordinator = app.person("Kim Sten", "kim@skane.example").await;
        let holder = app.person("Siv Ek", "siv@hoor.example").await;
        app.person("Nils Lund", "nils@hoor.example").await;
        let network = network(&app, coordinator);
        let seat = seat_in(&app, network, holder);
        assert_eq!(app.read(|db| seats::pending_in_network(db, network)).len(), 1);
        let path = format!("/seats/{seat}/confirmation");
        for email in ["siv@hoor.example", "nils@hoor.example"] {
            assert_eq!(app.signed_in(email).await.post(&path, &[]).await.status, 404, "{email}");
        }
        let client = app.signed_in("kim@skane.example").await;
        assert_eq!(client.get(&format!("/seats/{seat}")).await.status, 200);
        assert_eq!(
            client.post(&path, &[("return_to", "https://evil.example")]).await.location,
            Some(format!("/seats/{seat}"))
        );
        assert!(app.read(|db| seats::pending_in_network(db, network)).is_empty());
        let stranger = app.signed_in("nils@hoor.example").await;
        for path in [format!("/seats/{seat}"), format!("/seats/{seat}/departure/new"), "/seats/x".to_owned()]
        {
            assert_eq!(stranger.get(&path).await.status, 404, "{path}");
        }
        for path in [format!("/seats/{seat}/departure"), format!("/seats/{seat}")] {
            let form = [("role", "Kung"), ("level", "board")];
            assert_eq!(stranger.post(&path, &form).await.status, 404, "{path}");
        }
        // Another name of the role leaves it confirmed; another level is for somebody to vouch for again.
        let holder = app.signed_in("siv@hoor.example").await;
        let waits = || app.read(|db| seats::pending_in_network(db, network)).len();
        for (form, waiting) in [
            ([("role", "Skoldirektör"), ("level", "administration")], 0),
            ([("role", "Ordförande"), ("level", "board")], 1),
        ] {
            holder.post_and_follow(&format!("/seats/{seat}"), &form).await;
            assert_eq!(waits(), waiting, "{form:?}");
        }
        client.post(&path, &[]).await;
        assert_eq!(waits(), 0);
        // The holder is told each time, once.
        client.post(&path, &[]).await;
        let mails = app.mails_to("siv@hoor.example");
        assert_eq!(
            mails.iter().map(|sent| sent.row.kind.as_str()).collect::<Vec<_>>(),
            ["seat_confirmed"; 2]
        );
        assert_eq!(mails[0].link("/seats/"), format!("/seats/{seat}"));
        app.run_jobs().await;
    });
}

#[test]
fn a_successor_takes_over_with_everything() {
    run(async {
        let app = TestApp::spawn().await;
        let old = app.person("Siv Ek", "siv@hoor.example").await;
        let network = network(&app, old);
        let seat = seat_in(&app, network, old);
        let now = app.app.clock.now();
        let new = groups::NewGroup {
            network_id: network,
            round_id: None,
            name: "Granar".to_owned(),
            why: String::new(),
            open: false,
            created_by: Some(old),
        };
        let group = app.write(|tx| {
            let group = groups::create(tx, &new, now)?;
            groups::add_member(tx, group, seat, "", now)?;
            Ok(group)
        });
        let client = app.signed_in("siv@hoor.example").await;
        let offer = [("successor_name", "Nils Lund"), ("successor_email", "nils@hoor.example")];
        assert_eq!(client.post(&format!("/seats/{seat}/handovers"), &[]).await.status, 422);
        assert_eq!(client.post(&format!("/seats/{seat}/handovers"), &offer).await.status, 303);
        let withdrawn = app.last_mail_to("nils@hoor.example").link("/handovers/");
        app.travel(TimeDelta::minutes(1));
        assert_eq!(client.post(&format!("/seats/{seat}/handovers"), &offer).await.status, 303);
        let link = app.last_mail_to("nils@hoor.example").link("/handovers/");
        let successor = app.client();
        assert_eq!(successor.get(&withdrawn).await.status, 404, "the earlier offer ended");
        assert!(successor.get(&link).await.text().contains("Granar"));
        let bad = successor.post(&link, &[("name", "Nils Lund"), ("password", "kort")]).await;
        assert_eq!(bad.status, 422);
        let form = [("name", "Nils Lund"), ("password", PASSWORD), ("password_again", PASSWORD)];
        let page = successor.post_and_follow(&link, &form).await;
        assert!(page.text().contains("Siv Ek") && page.text().contains("Granar"), "{}", page.text());

        let person = app.read(|db| accounts::find_by_email(db, "nils@hoor.example")).unwrap().id;
        assert!(app.read(|db| groups::is_member(db, group, person)));
        assert!(!app.read(|db| groups::is_member(db, group, old)));
        assert!(app.read(|db| networks::is_member(db, network, person)));
        assert_eq!(app.last_mail_to("siv@hoor.example").row.kind, "handed_over");
        assert_eq!(client.post(&link, &[]).await.status, 404, "used up");
        app.run_jobs().await;
    });
}

#[test]
fn an_offer_is_withdrawn_and_a_seat_given_up() {
    run(async {
        let app = TestApp::spawn().await;
        let id = app.person("Siv Ek", "siv@hoor.example").await;
        let seat = {
            let network = network(&app, id);
            seat_in(&app, network, id)
        };
        let client = app.signed_in("siv@hoor.example").await;
        let offer = [("successor_name", "Nils Lund"), ("successor_email", "nils@hoor.example")];
        let page = client.post_and_follow(&format!("/seats/{seat}/handovers"), &offer).await;
        let withdraw = page.attribute("form[action$=withdrawal]", "action").unwrap();
        assert_eq!(client.post(&withdraw, &[]).await.status, 303);
        let link = app.last_mail_to("nils@hoor.example").link("/handovers/");
        assert_eq!(app.client().post(&link, &[]).await.status, 404);
        assert_eq!(client.get(&format!("/seats/{seat}/departure/new")).await.status, 200);
        client.post(&format!("/seats/{seat}/departure"), &[]).await;
        assert!(app.read(|db| seats::held_by(db, id)).is_empty());
        app.run_jobs().await;
    });
}

#[test]
fn a_profile_is_for_those_who_share_a_network() {
    run(async {
        let app = TestApp::spawn().await;
        let siv = app.person("Siv Ek", "siv@hoor.example").await;
        let nils = app.person("Nils Lund", "nils@hoor.example").await;
        app.person("Kaj Ask", "kaj@lund.example").await;
        let network = network(&app, siv);
        seat_in(&app, network, nils);
        let path = format!("/people/{nils}");
        assert_eq!(app.client().get(&path).await.status, 303);
        assert_eq!(app.signed_in("kaj@lund.example").await.get(&path).await.status, 404);
        let client = app.signed_in("siv@hoor.example").await;
        assert_eq!(client.get(&path).await.first("h1"), "Nils Lund");
        let own = app.signed_in("nils@hoor.example").await;
        let form = [("name", "Nils Lund"), ("meeting_format", "either"), ("protected", "1")];
        own.post_and_follow("/settings/profile", &form).await;
        assert_eq!(client.get(&path).await.status, 404);
        assert_eq!(own.get(&path).await.status, 200);
        assert!(
            !app.read(|db| seats::pending_in_network(db, network)).iter().any(|seat| seat.name.is_some())
        );
    });
}
