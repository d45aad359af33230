//! The call to register, and registering from its mail.

use chrono::TimeDelta;
use grannskap::jobs;
use grannskap::rounds::{self, RegistrationState, RemindRounds};

use super::support::{SKANE, World};
use crate::support::{Client, TestApp, run};

const FORM: [(&str, &str); 9] = [
    ("name", "Våren 2027"),
    ("preset", "neighbours"),
    ("size_min", "3"),
    ("size_max", "6"),
    ("per_organiser", "1"),
    ("categories", "mixed"),
    ("levels", "mixed"),
    ("last_day", "2026-12-15"),
    ("call", "1"),
];

async fn opened(app: &TestApp) -> (World, Client) {
    let world = World::new(app).await;
    let kajsa = app.signed_in("kajsa@samordnare.example").await;
    (world, kajsa)
}

async fn remind(app: &TestApp) {
    let now = app.app.clock.now();
    app.write(|tx| jobs::enqueue(tx, &RemindRounds {}, None, now));
    app.run_jobs().await;
}

#[test]
fn members_are_called_once_and_register_from_the_mail() {
    run(async {
        let app = TestApp::spawn().await;
        let (world, kajsa) = opened(&app).await;
        let ada = world.member(&app, 1, SKANE[0], true).await;
        let bo = world.member(&app, 2, SKANE[1], true).await;
        kajsa.post_and_follow("/networks/skane/rounds", &FORM).await;
        app.run_jobs().await;
        let mail = app.last_mail_to(&ada.email);
        assert!(mail.row.subject.contains("Våren 2027"), "{}", mail.row.subject);
        assert!(mail.row.unsubscribe_url.is_some());
        assert_eq!(
            app.mails_to("kajsa@samordnare.example").len(),
            0,
            "a coordinator without a seat is not called"
        );

        let path = mail.link("/call/");
        let ada_link = app.client();
        let page = ada_link.get(&path).await;
        assert_eq!((page.status.as_u16(), page.count(".next-step")), (200, 0));
        let seat = ada.seat.to_string();
        let wrong = [("seat_id", seat.as_str()), ("wishes", "Om betyg"), ("meeting_format", "gärna")];
        let page = ada_link.post(&path, &wrong).await;
        assert_eq!(page.status, 422);
        assert!(page.text().contains("Om betyg"));
        let right = [("seat_id", seat.as_str()), ("wishes", "Om betyg"), ("meeting_format", "online")];
        let page = ada_link.post_and_follow(&path, &right).await;
        assert_eq!(page.count(".next-step"), 1, "{}", page.text());
        let round = app.read(|db| rounds::of_network(db, world.network)).remove(0).id;
        let states = || -> Vec<(String, RegistrationState)> {
            let found = app.read(|db| rounds::registered(db, round));
            found.into_iter().map(|each| (each.wishes, each.state)).collect()
        };
        assert_eq!(states(), [("Om betyg".to_owned(), RegistrationState::Active)]);

        // Three days are left: only those who have not registered are called again, and once.
        app.travel(TimeDelta::days(19));
        remind(&app).await;
        remind(&app).await;
        assert_eq!((app.mails_to(&ada.email).len(), app.mails_to(&bo.email).len()), (1, 2));
        assert!(app.last_mail_to(&bo.email).row.subject.contains("15 december"));

        let page = ada_link.post_and_follow(&format!("{path}/end"), &[]).await;
        assert_eq!(page.count(".next-step"), 0);
        assert_eq!(states(), [], "withdrawn");
        app.travel(TimeDelta::days(5));
        assert_eq!(ada_link.get(&path).await.status, 409, "registration is over");
    });
}

#[test]
fn a_call_is_personal_and_can_be_turned_off() {
    run(async {
        let app = TestApp::spawn().await;
        let (world, kajsa) = opened(&app).await;
        let ada = world.member(&app, 1, SKANE[0], true).await;
        let bo = world.member(&app, 2, SKANE[1], true).await;
        kajsa.post_and_follow("/networks/skane/rounds", &FORM).await;
        app.run_jobs().await;
        let call = app.last_mail_to(&ada.email);
        let (path, stop) = (call.link("/call/"), call.link("/unsubscribe/"));
        let other = world.round(&app, 3, 5);
        let token = path.rsplit('/').next().unwrap();
        let stranger = app.client();
        assert_eq!(stranger.get(&format!("/rounds/{other}/call/{token}")).await.status, 404, "another round");
        assert_eq!(stranger.get(&path.replace(token, "fel")).await.status, 404);
        let foreign = [("seat_id", bo.seat.to_string()), ("meeting_format", "either".to_owned())];
        let foreign: Vec<(&str, &str)> = foreign.iter().map(|(key, value)| (*key, value.as_str())).collect();
        assert_eq!(stranger.post(&path, &foreign).await.status, 422, "somebody else's seat");

        let page = stranger.get(&stop).await;
        assert!(page.text().contains("Skolledare i Skåne"), "{}", page.text());
        for _ in 0..2 {
            assert_eq!(stranger.post(&stop, &[("List-Unsubscribe", "One-Click")]).await.status, 200);
        }
        kajsa.post_and_follow("/networks/skane/rounds", &FORM).await;
        app.run_jobs().await;
        assert_eq!((app.mails_to(&ada.email).len(), app.mails_to(&bo.email).len()), (1, 2));

        let signed_in = app.signed_in(&ada.email).await;
        let page = signed_in.get("/networks/skane").await;
        assert_eq!(page.count("form[action='/networks/skane/mute/end']"), 1);
        let page = signed_in.post_and_follow("/networks/skane/mute/end", &[]).await;
        assert_eq!(page.count("form[action='/networks/skane/mute']"), 1);

        // Whoever has left the network has no link any longer.
        use diesel::prelude::*;
        use grannskap::db::schema::network_memberships as table;
        app.write(|tx| {
            let mine = table::table.filter(table::seat_id.eq(ada.seat));
            Ok(diesel::update(mine).set(table::state.eq("left")).execute(&mut **tx)?)
        });
        assert_eq!(stranger.get(&path).await.status, 404);
        assert_eq!(stranger.post(&path, &[]).await.status, 404);
    });
}
