//! With whom somebody does not want to share a group: kept as a rule, shown to nobody else.

use diesel::prelude::*;
use grannskap::accounts;
use grannskap::db::schema::{not_with_wishes, people};
use grannskap::db::types::Id;
use grannskap::i18n::Lang;
use grannskap::networks;
use grannskap::rounds::{self, Proposal};
use grannskap::seats::{self, Level, NewSeat};
use grannskap::wishes::{self, About};

use super::person_of;
use super::support::{SKANE, Somebody, World, day};
use crate::support::{TestApp, run};

/// Words that would tell of a wish.
const TELLING: [&str; 2] = ["önskemål om att inte", "ishes not to meet"];

fn wish(app: &TestApp, who: &Somebody, about: &About) {
    let now = app.app.clock.now();
    app.write(|tx| {
        let person = person_of(tx, who.seat)?;
        wishes::make(tx, person, about, now)
    });
}

fn made(app: &TestApp) -> i64 {
    app.read(|db| Ok(not_with_wishes::table.count().get_result(db)?))
}

fn place(found: &Proposal, seat: Id) -> (usize, Id) {
    let group = found
        .groups
        .iter()
        .position(|group| group.members.iter().any(|each| each.registered.seat_id == seat));
    let at = group.expect("a place");
    let member = found.groups[at].members.iter().find(|each| each.registered.seat_id == seat).unwrap();
    (at, member.registered.id)
}

#[test]
fn a_wish_is_made_kept_and_told_to_nobody() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 4, 6);
        let everybody = world.registered(&app, round, 12).await;
        let member = app.signed_in(&everybody[0].email).await;
        let page = member.get("/settings/wishes").await;
        assert!(page.text().contains("Bara du ser det här"), "{}", page.text());
        let page = member.get("/settings/wishes?q=medlem+05").await;
        assert_eq!(page.count("form input[name=seat]"), 1, "{}", page.text());
        let seat = page.attribute("input[name=seat]", "value").unwrap();
        assert_eq!(seat, everybody[5].seat.to_string());
        let form = [("seat", seat.as_str())];
        let page = member.post_and_follow("/settings/wishes", &form).await;
        assert!(
            page.text().contains("Medlem 05, Skolchef") && page.text().contains("sparat"),
            "{}",
            page.text()
        );
        member.post_and_follow("/settings/wishes", &form).await;
        let code = SKANE[6];
        member.post_and_follow("/settings/wishes", &[("organiser", code)]).await;
        assert_eq!(made(&app), 2);
        // Nobody that one does not know of, and not oneself.
        let own = everybody[0].seat.to_string();
        assert_eq!(member.post("/settings/wishes", &[("seat", own.as_str())]).await.status, 404);
        assert_eq!(member.post("/settings/wishes", &[("organiser", "0180")]).await.status, 404);
        assert_eq!(member.post("/settings/wishes", &[]).await.status, 404);

        for seed in 1..4 {
            rounds::run(&app.app, round, seed).await.unwrap();
            let found = app.read(|db| rounds::proposal(db, round));
            let (group, _) = place(&found, everybody[0].seat);
            assert_ne!(group, place(&found, everybody[5].seat).0, "seed {seed}");
            assert_ne!(group, place(&found, everybody[6].seat).0, "seed {seed}");
        }

        // By hand it can be broken, with a warning that says neither whose nor about whom.
        let found = app.read(|db| rounds::proposal(db, round));
        let (_, who) = place(&found, everybody[0].seat);
        let (there, _) = place(&found, everybody[5].seat);
        let to = found.groups[there].id.to_string();
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("/rounds/{round}/moves/new?registration={who}&to={to}")).await;
        assert!(page.text().contains("Något som inte kan visas talar emot"), "{}", page.text());
        assert!(!page.text().contains("kan inte dela grupp"), "{}", page.text());
        let who = who.to_string();
        let form = [("registration", who.as_str()), ("to", to.as_str())];
        kajsa.post_and_follow(&format!("/rounds/{round}/moves"), &form).await;
        // Back again: that the clash is mended is not said.
        let back = app.read(|db| rounds::proposal(db, round));
        let other = back.groups.iter().position(|group| group.id.to_string() != to).unwrap();
        let address = format!("/rounds/{round}/moves/new?registration={who}&to={}", back.groups[other].id);
        assert!(!kajsa.get(&address).await.text().contains("kan inte visas"));

        // Locked together, the search goes on around them.
        let locked = app.read(|db| rounds::proposal(db, round));
        let (_, two) = place(&locked, everybody[5].seat);
        for id in [who.clone(), two.to_string()] {
            kajsa.post_and_follow(&format!("/rounds/{round}/locks"), &[("registration", &id)]).await;
        }
        let page = kajsa.get(&format!("/rounds/{round}/improvement/new")).await;
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("kan inte dela grupp"), "{}", page.text());
        kajsa.post_and_follow(&format!("/rounds/{round}/improvement"), &[]).await;
        app.run_jobs().await;
        let found = app.read(|db| rounds::proposal(db, round));
        assert_eq!(place(&found, everybody[0].seat).0, place(&found, everybody[5].seat).0);

        app.administrator("Ada Drift", "ada@drift.example").await;
        let ada = app.signed_in("ada@drift.example").await;
        let other = app.signed_in(&everybody[5].email).await;
        for reader in [&kajsa, &ada, &other] {
            for path in [
                "proposal",
                "proposal/unplaced",
                "registrations",
                "forecast",
                "coverage",
                "changes",
                "drafts",
            ] {
                let page = reader.get(&format!("/rounds/{round}/{path}")).await;
                assert!(TELLING.iter().all(|word| !page.body.contains(word)), "{path}: {}", page.text());
            }
            let page = reader.get("/settings/wishes").await;
            assert!(
                page.text().contains("Inga önskemål") && !page.text().contains("Medlem 05"),
                "{}",
                page.text()
            );
        }
        let mine = member.get("/settings/wishes").await;
        let end = mine.attribute("main form[action$='/end']", "action").unwrap();
        assert_eq!(other.post(&end, &[]).await.status, 404);
        assert_eq!(kajsa.post(&end, &[]).await.status, 404);
        member.post_and_follow(&end, &[]).await;
        assert_eq!(made(&app), 1);
    });
}

#[test]
fn where_wishes_stand_in_the_way_nobody_is_named() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        let everybody = world.registered(&app, round, 5).await;
        for one in &everybody[1..] {
            wish(&app, one, &About::Seat(everybody[0].seat));
        }
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("/rounds/{round}/edit")).await;
        assert!(page.text().contains("av skäl som inte kan visas"), "{}", page.text());
        assert!(!page.text().contains("Medlem 0"), "{}", page.text());
        rounds::run(&app.app, round, 1).await.unwrap();
        let found = app.read(|db| rounds::proposal(db, round));
        assert_eq!(found.unplaced.len(), 1);
        let page = kajsa.get(&format!("/rounds/{round}/proposal/unplaced")).await;
        assert!(page.text().contains("Mer än så kan inte visas"), "{}", page.text());
        assert!(page.text().contains("personer till anmäler sig"), "{}", page.text());
        kajsa.post_and_follow(&format!("/rounds/{round}/publication"), &[]).await;
        let mail = app.last_mail_to(&everybody[0].email);
        for text in [&mail.row.text_body, &page.body] {
            assert!(TELLING.iter().all(|word| !text.contains(word)), "{text}");
        }
        assert!(mail.row.text_body.contains("Mer än så kan inte visas"), "{}", mail.row.text_body);
        app.run_jobs().await;
    });
}

#[test]
fn wishes_go_with_the_seat() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (one, two) =
            (world.member(&app, 1, SKANE[0], true).await, world.member(&app, 2, SKANE[1], true).await);
        let three = world.member(&app, 3, SKANE[2], true).await;
        wish(&app, &one, &About::Seat(two.seat));
        wish(&app, &one, &About::Seat(three.seat));
        wish(&app, &two, &About::Seat(one.seat));
        wish(&app, &three, &About::Organiser(SKANE[1].to_owned()));
        // The seat of the one is given up: wishes about it go, and those of the one, who has no other.
        app.write(|tx| seats::give_up(tx, one.seat, day("2026-11-23")));
        assert_eq!(made(&app), 1);
        // Whoever is erased leaves nothing.
        app.write(|tx| {
            let person = person_of(tx, three.seat)?;
            seats::give_up(tx, three.seat, day("2026-11-23"))?;
            Ok(diesel::delete(not_with_wishes::table.filter(not_with_wishes::person_id.eq(person)))
                .execute(&mut **tx)?)
        });
        assert_eq!(made(&app), 0);
    });
}

#[test]
fn there_is_a_most_and_ten_thousand_are_no_burden() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 4, 6);
        let now = app.app.clock.now();
        let codes: Vec<String> = app.read(|db| {
            use grannskap::db::schema::organisers;
            Ok(organisers::table.order(organisers::code).select(organisers::code).limit(250).load(db)?)
        });
        let everybody: Vec<Somebody> = (0..500)
            .map(|n| {
                let email = format!("p{n}@x.example");
                let seat = app.write(|tx| {
                    let name = format!("Person {n}");
                    let person = accounts::create(tx, &email, &name, Lang::Swedish, "Europe/Stockholm", now)?;
                    let seat = NewSeat {
                        organiser_code: codes[n % codes.len()].clone(),
                        role: "Skolchef".into(),
                        level: Level::Administration,
                        person_id: person,
                        held_from: day("2026-01-01"),
                    };
                    let seat = seats::create(tx, &seat, now)?;
                    seats::confirm(tx, seat, None, now)?;
                    networks::join(tx, world.network, seat, now)?;
                    for step in 1..=20 {
                        diesel::insert_into(not_with_wishes::table)
                            .values((
                                not_with_wishes::id.eq(grannskap::clock::new_id()),
                                not_with_wishes::person_id.eq(person),
                                not_with_wishes::about_organiser.eq(&codes[(n + step) % codes.len()]),
                                not_with_wishes::made_at.eq(now),
                            ))
                            .execute(&mut **tx)?;
                    }
                    Ok(seat)
                });
                Somebody { seat, email }
            })
            .collect();
        everybody.iter().for_each(|each| world.register(&app, round, each));
        assert_eq!(made(&app), 10_000);
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let settings =
            "name=x&preset=mixed&size_min=4&size_max=6&per_organiser=1&categories=mixed&levels=mixed";
        let began = std::time::Instant::now();
        let page = kajsa.get(&format!("/rounds/{round}/forecast?{settings}&last_day=2026-12-20")).await;
        assert!(page.text().contains("500 anmälda ger 100 grupper"), "{}", page.text());
        assert!(page.text().contains("Alla regler går ihop"), "{}", page.text());
        assert!(began.elapsed().as_secs() < 20, "{:?}", began.elapsed());

        let full = app.read(|db| person_of(db, everybody[0].seat));
        let one_more = About::Seat(everybody[1].seat);
        let refused = app.app.database.write_now(|tx| wishes::make(tx, full, &one_more, now));
        assert!(refused.is_err());
        let email = app.read(|db| Ok(people::table.find(full).select(people::email).first::<String>(db)?));
        assert_eq!(email, "p0@x.example");
        assert_eq!(made(&app), 10_000);
    });
}
