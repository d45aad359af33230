//! Rounds: from opening to groups and mail.

mod after;
mod apart;
mod board;
mod call;
mod edges;
mod history;
mod search;
mod settings;
pub mod support;
mod wishes;

use grannskap::db::types::Id;
use grannskap::groups;
use grannskap::rounds::{self, Move};

use crate::support::{TestApp, run};
use support::{SKANE, World};

#[test]
fn a_round_goes_from_opening_to_groups() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;

        let form = [
            ("name", "Våren 2027"),
            ("preset", "neighbours"),
            ("size_min", "4"),
            ("size_max", "6"),
            ("per_organiser", "1"),
            ("categories", "mixed"),
            ("levels", "mixed"),
            ("last_day", "2026-12-15"),
        ];
        let page = kajsa.post("/networks/skane/rounds", &form).await;
        assert_eq!(page.status, 303, "{}", page.text());
        let path = page.location.unwrap();
        let round: Id = path.rsplit('/').next().unwrap().parse().unwrap();

        // One registers by the page, the others are there already; one seat is unconfirmed.
        let siv = world.member(&app, 50, "1283", true).await;
        let member = app.signed_in(&siv.email).await;
        let page = member.get(&path).await;
        assert_eq!(page.count(".next-step"), 1);
        let page = member.get(&format!("{path}/registrations/new")).await;
        let seat = page.attribute("select[name=seat_id] option", "value").unwrap();
        let form = [("seat_id", seat.as_str()), ("wishes", "Någon nära"), ("meeting_format", "either")];
        let page = member.post_and_follow(&format!("{path}/registrations"), &form).await;
        assert!(page.text().contains("Anmäld"), "{}", page.text());
        let others = world.registered(&app, round, 9).await;
        let odd = world.member(&app, 60, "1281", false).await;
        world.register(&app, round, &odd);

        let page = kajsa.post_and_follow(&format!("/rounds/{round}/proposal"), &[]).await;
        assert!(page.count(".card") >= 2, "{}", page.text());
        assert!(page.text().contains("Någon nära"));
        let page = kajsa.get(&format!("/rounds/{round}/proposal/unplaced")).await;
        assert!(page.text().contains("Uppdraget var inte bekräftat"), "{}", page.text());

        // Move somebody, with the effect shown first.
        let found = app.read(|db| rounds::proposal(db, round));
        assert_eq!(placed(&found) + found.unplaced.len(), 11);
        let (from, to) = (&found.groups[0], &found.groups[1]);
        let who = from.members[0].registered.id.to_string();
        let address = format!("/rounds/{round}/moves/new?registration={who}");
        let page = kajsa.get(&address).await;
        assert!(page.count("select[name=to] option") >= 2);
        let page = kajsa.get(&format!("{address}&to={}", to.id)).await;
        assert!(page.text().contains("Vad flytten gör"), "{}", page.text());
        let to = to.id.to_string();
        let form = [("registration", who.as_str()), ("to", to.as_str())];
        kajsa.post_and_follow(&format!("/rounds/{round}/moves"), &form).await;
        let moved = app.read(|db| rounds::proposal(db, round));
        assert_eq!(moved.groups[1].members.len(), found.groups[1].members.len() + 1);
        assert_eq!(moved.groups[0].members.len(), found.groups[0].members.len() - 1);

        let form = [("note", "Lycka till!")];
        let page = kajsa.post_and_follow(&format!("/rounds/{round}/publication"), &form).await;
        assert!(page.text().contains("Publicerad"), "{}", page.text());

        // Everybody registered got exactly one mail; the unplaced know why.
        let mail = app.last_mail_to(&siv.email);
        assert!(mail.row.subject.starts_with("Din utbytesgrupp:"), "{}", mail.row.subject);
        assert!(mail.row.text_body.contains("Lycka till!"));
        assert!(mail.row.text_body.contains("Närmast dig är"));
        for other in others.iter().chain([&odd, &siv]) {
            assert_eq!(app.mails_to(&other.email).len(), 1, "{}", other.email);
        }
        assert!(app.last_mail_to(&odd.email).row.text_body.contains("inte bekräftat"));

        let page = member.get(&mail.link("/groups/").replace("/meetups/new", "")).await;
        assert_eq!(page.status, 200);
        assert!(page.count(".people li") >= 4);
        assert!(page.text().contains("Varför just ni"));
        app.run_jobs().await;
    });
}

#[test]
fn the_same_seed_gives_the_same_groups() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 4, 5);
        world.registered(&app, round, 10).await;
        let mut seen = Vec::new();
        for _ in 0..2 {
            rounds::run(&app.app, round, 7).await.unwrap();
            let found = app.read(|db| rounds::proposal(db, round));
            let names: Vec<_> = found.groups.iter().map(|group| group.name.clone()).collect();
            seen.push((names, placed(&found)));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(seen[0].1, 10);
    });
}

#[test]
fn publishing_twice_at_once_gives_one_result() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        let people = world.registered(&app, round, 5).await;
        rounds::run(&app.app, round, 1).await.unwrap();
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let address = format!("/rounds/{round}/publication");
        let (one, two) = tokio::join!(kajsa.post(&address, &[]), kajsa.post(&address, &[]));
        assert_eq!((one.status.as_u16(), two.status.as_u16()), (303, 303));
        let first = app.read(|db| person_of(db, people[0].seat));
        let made = app.read(|db| Ok(groups::mine(db, first)?.len()));
        assert_eq!(made, 1);
        for each in &people {
            assert_eq!(app.mails_to(&each.email).len(), 1);
        }
        app.run_jobs().await;
    });
}

#[test]
fn impossible_rounds_name_everybody() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let members = {
            let mut all = Vec::new();
            for (number, organiser) in SKANE.iter().take(3).enumerate() {
                all.push(world.member(&app, number, organiser, true).await);
            }
            all
        };
        for many in [0, 1, 3] {
            let round = world.round(&app, 4, 6);
            members.iter().take(many).for_each(|each| world.register(&app, round, each));
            rounds::run(&app.app, round, 1).await.unwrap();
            let found = app.read(|db| rounds::proposal(db, round));
            assert!(found.groups.is_empty());
            assert_eq!(found.unplaced.len(), many);
            assert!(found.unplaced.iter().all(|(_, why)| !why.help.is_empty()));
            let kajsa = app.signed_in("kajsa@samordnare.example").await;
            assert_eq!(kajsa.get(&format!("/rounds/{round}/proposal")).await.status, 200);
        }
        // All from one organiser.
        let round = world.round(&app, 3, 4);
        for number in 10..15 {
            let same = world.member(&app, number, "1267", true).await;
            world.register(&app, round, &same);
        }
        rounds::run(&app.app, round, 1).await.unwrap();
        let found = app.read(|db| rounds::proposal(db, round));
        assert_eq!(placed(&found) + found.unplaced.len(), 5);
        assert!(found.groups.iter().all(|group| group.members.len() >= 3) || found.groups.is_empty());
    });
}

#[test]
fn strangers_and_members_cannot_run_a_round() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        let people = world.registered(&app, round, 4).await;
        rounds::run(&app.app, round, 1).await.unwrap();
        app.person("Ove Fram", "ove@annan.example").await;
        let stranger = app.signed_in("ove@annan.example").await;
        let member = app.signed_in(&people[0].email).await;
        assert_eq!(stranger.get(&format!("/rounds/{round}")).await.status, 404);
        assert_eq!(member.get(&format!("/rounds/{round}")).await.status, 200);
        for path in
            ["registrations", "proposal", "proposal/unplaced", "edit", "cancellation/new", "publication/new"]
        {
            let path = format!("/rounds/{round}/{path}");
            assert_eq!(member.get(&path).await.status, 404, "{path}");
            assert_eq!(stranger.get(&path).await.status, 404, "{path}");
        }
        for path in ["", "/proposal", "/proposal/end", "/publication", "/cancellation", "/names", "/moves"] {
            let path = format!("/rounds/{round}{path}");
            let id = round.to_string();
            let form = [("registration", id.as_str()), ("to", "none"), ("group", id.as_str())];
            assert_eq!(member.post(&path, &form).await.status, 404, "{path}");
            assert_eq!(stranger.post(&path, &form).await.status, 404, "{path}");
        }
        let own = app.read(|db| rounds::registered(db, round)).remove(1).id;
        assert_eq!(stranger.post(&format!("/registrations/{own}/withdrawal"), &[]).await.status, 404);
        assert_eq!(stranger.get("/networks/skane/rounds/new").await.status, 404);
        assert_eq!(member.get("/rounds/inte-ett-id").await.status, 404);
    });
}

#[test]
fn a_form_with_mistakes_comes_back() {
    run(async {
        let app = TestApp::spawn().await;
        World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.post("/networks/skane/rounds", &[]).await;
        assert_eq!(page.status, 422);
        assert!(page.count(".error-summary li") >= 6);
        let long = "x".repeat(10_000);
        let form =
            [("name", long.as_str()), ("size_min", "9"), ("size_max", "5"), ("last_day", "2020-01-01")];
        let page = kajsa.post("/networks/skane/rounds", &form).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attribute("#size_min", "value").as_deref(), Some("9"));
        assert!(page.text().contains("som inte har varit"), "{}", page.text());
        assert_eq!(kajsa.get("/networks/skane/rounds/new").await.count("main form.form"), 1);
    });
}

#[test]
fn pausing_withdrawing_and_cancelling() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        let people = world.registered(&app, round, 2).await;
        let member = app.signed_in(&people[0].email).await;
        let first = app.read(|db| person_of(db, people[0].seat));
        let mine = app.read(|db| rounds::of_person(db, round, first)).remove(0).id;
        member.post_and_follow(&format!("/registrations/{mine}/pause"), &[]).await;
        assert_eq!(app.read(|db| rounds::count(db, round)), 1);
        member.post_and_follow(&format!("/registrations/{mine}/pause/end"), &[]).await;
        assert_eq!(app.read(|db| rounds::count(db, round)), 2);
        member.post_and_follow(&format!("/registrations/{mine}/withdrawal"), &[]).await;
        assert_eq!(app.read(|db| rounds::count(db, round)), 1);

        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        for _ in 0..2 {
            let page = kajsa.post_and_follow(&format!("/rounds/{round}/cancellation"), &[]).await;
            assert!(page.text().contains("Inställd"));
        }
        assert_eq!(app.mails_to(&people[0].email).len(), 0);
        assert_eq!(app.mails_to(&people[1].email).len(), 1);
        let page = kajsa.post(&format!("/rounds/{round}/proposal"), &[]).await;
        assert_eq!(page.status, 409);
        app.run_jobs().await;
    });
}

#[test]
fn moves_that_mean_nothing_are_refused() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 3, 5);
        world.registered(&app, round, 7).await;
        rounds::run(&app.app, round, 1).await.unwrap();
        let found = app.read(|db| rounds::proposal(db, round));
        let who = found.groups[0].members[0].registered.id;
        let limits = app.app.config.settings.categories;
        let now = app.app.clock.now();
        let apply = |change: Move| {
            app.app
                .database
                .write_now(|tx| rounds::move_person(tx, round, change, limits, world.coordinator, now))
        };
        assert!(apply(Move { registration: who, to: Some(found.groups[0].id) }).is_err());
        assert!(apply(Move { registration: who, to: Some(round) }).is_err());
        assert!(apply(Move { registration: round, to: None }).is_err());
        apply(Move { registration: who, to: None }).unwrap();
        let after = app.read(|db| rounds::proposal(db, round));
        assert_eq!(after.unplaced.len(), 1);
        apply(Move { registration: who, to: Some(found.groups[1].id) }).unwrap();
        let after = app.read(|db| rounds::proposal(db, round));
        assert!(after.unplaced.is_empty());
        assert!(after.groups[1].members.iter().any(|each| each.registered.id == who && each.why.by_hand));
    });
}

fn placed(found: &rounds::Proposal) -> usize {
    found.groups.iter().map(|group| group.members.len()).sum()
}

fn person_of(db: &mut grannskap::db::Db, seat: Id) -> grannskap::error::Result<Id> {
    use diesel::prelude::*;
    use grannskap::db::schema::seats;
    let person: Option<Id> = seats::table.find(seat).select(seats::person_id).first(db)?;
    Ok(person.unwrap())
}
