//! Groups: who sees them, asking, leaving, by hand.

use grannskap::db::types::Id;
use grannskap::groups::{self, NewGroup};

use crate::rounds::support::{SKANE, Somebody, World};
use crate::support::{TestApp, run};

async fn group(app: &TestApp, world: &World, many: usize) -> (Id, Vec<Somebody>) {
    let now = app.app.clock.now();
    let mut members = Vec::new();
    for (number, organiser) in SKANE.iter().take(many).enumerate() {
        members.push(world.member(app, number, organiser, true).await);
    }
    let new = NewGroup {
        network_id: world.network,
        round_id: None,
        name: "Fem vid Ringsjön".into(),
        why: String::new(),
        open: true,
        created_by: None,
    };
    let id = app.write(|tx| {
        let id = groups::create(tx, &new, now)?;
        for member in &members {
            groups::add_member(tx, id, member.seat, "", now)?;
        }
        Ok(id)
    });
    (id, members)
}

#[test]
fn neighbours_see_organisers_and_strangers_nothing() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (id, members) = group(&app, &world, 4).await;
        let neighbour = world.member(&app, 20, "1267", true).await;
        app.person("Ove Fram", "ove@annan.example").await;
        let path = format!("/groups/{id}");

        let page = app.signed_in(&members[0].email).await.get(&path).await;
        assert!(page.text().contains("Medlem 03"));
        assert_eq!(page.count(".next-step"), 1);

        let near = app.signed_in(&neighbour.email).await;
        let page = near.get(&path).await;
        assert_eq!(page.status, 200);
        assert!(!page.text().contains("Medlem 0"), "{}", page.text());
        assert!(page.text().contains("Burlöv"));
        assert!(near.get("/groups").await.text().contains("Fem vid Ringsjön"));

        let stranger = app.signed_in("ove@annan.example").await;
        assert!(!stranger.get("/groups").await.text().contains("Ringsjön"));
        for sub in ["", "/edit", "/members", "/agreement/edit", "/requests/new", "/departure/new"] {
            assert_eq!(stranger.get(&format!("{path}{sub}")).await.status, 404, "{sub}");
        }
        for sub in ["/edit", "/members", "/agreement/edit", "/departure/new"] {
            assert_eq!(near.get(&format!("{path}{sub}")).await.status, 404, "{sub}");
        }
        for sub in ["", "/closure", "/agreement", "/members", "/departure"] {
            let form = [("name", "Nytt"), ("agreement", "Nytt"), ("seat_id", "x")];
            assert_eq!(near.post(&format!("{path}{sub}"), &form).await.status, 404, "{sub}");
        }
    });
}

#[test]
fn protected_people_have_no_name() {
    run(async {
        use diesel::prelude::*;
        use grannskap::db::schema::people;
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (id, members) = group(&app, &world, 3).await;
        app.write(|tx| {
            let hidden = people::table.filter(people::email.eq(&members[1].email));
            diesel::update(hidden).set(people::protected.eq(true)).execute(&mut **tx)?;
            Ok(())
        });
        let page = app.signed_in(&members[0].email).await.get(&format!("/groups/{id}")).await;
        assert!(page.text().contains("Skyddad person"));
        assert!(!page.text().contains("Medlem 01"));
        let page =
            app.signed_in("kajsa@samordnare.example").await.get("/networks/skane/groups/new?q=Medlem").await;
        assert!(!page.text().contains("Medlem 01"), "{}", page.text());
    });
}

#[test]
fn somebody_asks_and_is_taken_in_once() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (id, members) = group(&app, &world, 3).await;
        let neighbour = world.member(&app, 20, "1267", true).await;
        let near = app.signed_in(&neighbour.email).await;
        let seat = neighbour.seat.to_string();
        let page = near.post(&format!("/groups/{id}/requests"), &[("seat_id", "fel")]).await;
        assert_eq!(page.status, 422);
        let form = [("seat_id", seat.as_str()), ("message", "Jag bor granne.")];
        for _ in 0..2 {
            near.post_and_follow(&format!("/groups/{id}/requests"), &form).await;
        }
        let mails = app.mails_to(&members[0].email);
        assert_eq!(mails.len(), 1);
        assert!(mails[0].row.text_body.contains("Jag bor granne."));
        assert_eq!(app.mails_to("kajsa@samordnare.example").len(), 1);

        let request = app.read(|db| groups::waiting(db, id)).remove(0).id;
        let answer = format!("/requests/{request}/acceptance");
        assert_eq!(near.post(&answer, &[]).await.status, 404);
        let member = app.signed_in(&members[0].email).await;
        member.post_and_follow(&answer, &[]).await;
        assert_eq!(member.post(&answer, &[]).await.status, 404);
        assert_eq!(app.read(|db| groups::members_of(db, id)).len(), 4);
        assert!(app.last_mail_to(&neighbour.email).row.subject.starts_with("Välkommen"));
        assert!(near.get(&format!("/groups/{id}")).await.text().contains("Medlem 00"));
        app.run_jobs().await;
    });
}

#[test]
fn leaving_tells_the_coordinator_what_is_left() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (id, members) = group(&app, &world, 3).await;
        let member = app.signed_in(&members[0].email).await;
        let page = member.get(&format!("/groups/{id}/departure/new")).await;
        assert!(page.text().contains("2 deltagare blir kvar"), "{}", page.text());
        assert!(page.text().contains("minst 3"));
        member.post_and_follow(&format!("/groups/{id}/departure"), &[]).await;
        let mail = app.last_mail_to("kajsa@samordnare.example");
        assert!(mail.row.text_body.contains("2 deltagare är kvar"), "{}", mail.row.text_body);
        // As any member of the network now; leaving again is not possible.
        assert!(!member.get(&format!("/groups/{id}")).await.text().contains("Medlem 01"));
        assert_eq!(member.post(&format!("/groups/{id}/departure"), &[]).await.status, 404);
        app.run_jobs().await;
    });
}

#[test]
fn a_coordinator_makes_changes_and_closes_a_group() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let one = world.member(&app, 1, "1266", true).await;
        let two = world.member(&app, 2, "1267", true).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let (first, second) = (one.seat.to_string(), two.seat.to_string());
        let page = kajsa.post("/networks/skane/groups", &[("name", ""), ("seats", &first)]).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.count("input[name=seats][checked]"), 1);
        let page = kajsa.post("/networks/skane/groups", &[("name", "Två"), ("seats", &first)]).await;
        let path = page.location.unwrap();
        kajsa.post_and_follow(&format!("{path}/members"), &[("seat_id", &second)]).await;
        assert_eq!(app.mails_to(&two.email).len(), 1);
        let unknown = world.network.to_string();
        assert_eq!(kajsa.post(&format!("{path}/members"), &[("seat_id", &unknown)]).await.status, 404);
        kajsa.post_and_follow(&format!("{path}/members/{second}/end"), &[]).await;
        assert_eq!(app.signed_in(&two.email).await.get(&path).await.status, 404);

        let page = kajsa.post_and_follow(&path, &[("name", "Ringsjön"), ("open", "1")]).await;
        assert_eq!(page.first("h1"), "Ringsjön");
        assert_eq!(kajsa.post(&path, &[("name", &"x".repeat(10_000))]).await.status, 422);
        let member = app.signed_in(&one.email).await;
        let text = [("agreement", "Vi ses **varje** månad. <script>alert(1)</script>")];
        let page = member.post_and_follow(&format!("{path}/agreement"), &text).await;
        assert_eq!(page.first(".story strong"), "varje");
        assert_eq!(page.count("main script"), 0);

        kajsa.post_and_follow(&format!("{path}/closure"), &[]).await;
        assert!(member.get(&path).await.text().contains("Avslutad"));
        assert!(!member.get("/groups").await.text().contains("Ringsjön"));
        app.run_jobs().await;
    });
}
