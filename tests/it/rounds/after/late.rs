//! Registering late.

use grannskap::rounds::{self, RegistrationState};

use super::{kinds, meetup};
use crate::rounds::support::{SKANE, World, groups_of, holder, published};
use crate::support::{TestApp, run};

#[test]
fn somebody_late_gets_a_group_and_nobody_else_moves() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, people) = published(&world, &app, (4, 6), 9).await;
        let before = groups_of(&app, round);
        let late = world.member(&app, 50, SKANE[12], true).await;
        let siv = app.signed_in(&late.email).await;
        let path = format!("/rounds/{round}");
        let page = siv.get(&path).await;
        assert!(page.first(".next-step h2").contains("Anmäl dig sent"), "{}", page.text());
        let page = siv.get(&format!("{path}/registrations/new")).await;
        assert!(page.text().contains("Grupperna finns redan"));
        let seat = late.seat.to_string();
        let form = [("seat_id", seat.as_str()), ("wishes", "Gärna nära"), ("meeting_format", "either")];
        let page = siv.post_and_follow(&format!("{path}/registrations"), &form).await;
        assert!(page.text().contains("söker en grupp"), "{}", page.text());
        siv.post_and_follow(&format!("{path}/registrations"), &form).await;
        assert_eq!(kinds(&app, "kajsa@samordnare.example"), ["round_late"], "once");

        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("{path}/follow-up")).await;
        assert!(page.text().contains("passar bäst, och ingen annan behöver flyttas"), "{}", page.text());
        let openings = app.last_mail_to("kajsa@samordnare.example").link("/openings");
        let page = kajsa.get(&openings).await;
        assert!(page.count("main section:nth-of-type(1) .rows > li") >= 1, "{}", page.text());
        assert!(page.text().contains("Gärna nära"));
        let way = page.attribute("main section:nth-of-type(1) .rows a", "href").unwrap();
        let step = way.split("step=").nth(1).unwrap().to_owned();
        let group = before.iter().find(|(id, _)| step.ends_with(&id.to_string())).unwrap();
        meetup(&app, group.0, &holder(&people, group.1[0]).email);
        let form = [("step", step.as_str()), ("words", "")];
        let page = kajsa.post_and_follow(&format!("{path}/rearrangements"), &form).await;
        assert!(page.text().contains("Ingen väntar på en grupp"), "{}", page.text());

        let mails: Vec<String> = app.mails_to(&late.email).into_iter().map(|mail| mail.row.kind).collect();
        assert!(mails.contains(&"round_moved".to_owned()) && mails.contains(&"meetup_invitation".to_owned()));
        for each in &people {
            let told = kinds(&app, &each.email).contains(&"group_changed".to_owned());
            assert_eq!(told, group.1.contains(&each.seat), "only the group concerned is told");
        }
        let after = groups_of(&app, round);
        let kept = |of: &[(_, Vec<_>)]| {
            let mut all: Vec<_> =
                of.iter().flat_map(|(id, seats)| seats.iter().map(move |seat| (*id, *seat))).collect();
            all.sort();
            all
        };
        let (was, is) = (kept(&before), kept(&after));
        assert!(was.iter().all(|stay| is.contains(stay)) && is.len() == was.len() + 1);
        let page = siv.get(&path).await;
        assert!(page.count("main .rows a[href^='/groups/']") == 1, "{}", page.text());
        assert_eq!(kajsa.get(&openings).await.status, 409);
        // Whoever has a group does not register again.
        let form = [("seat_id", seat.as_str()), ("meeting_format", "either")];
        let page = siv.post(&format!("{path}/registrations"), &form).await;
        assert_eq!(page.status, 422);
        app.run_jobs().await;
    });
}

#[test]
fn moving_others_is_offered_where_it_gains_and_full_groups_are_named() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, _) = published(&world, &app, (4, 4), 8).await;
        let late = world.member(&app, 50, SKANE[12], false).await;
        world.register(&app, round, &late);
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get(&format!("/rounds/{round}/follow-up")).await;
        assert!(page.text().contains("Grupperna är fulla"), "{}", page.text());
        let registered = app.read(|db| rounds::registered(db, round));
        let id = registered.iter().find(|each| each.seat_id == late.seat).unwrap().id;
        let page = kajsa.get(&format!("/registrations/{id}/openings")).await;
        let text = page.text();
        assert!(text.contains("Varför ingen grupp kan ta emot") && text.contains("4 till 5"), "{text}");
        assert!(text.contains("Uppdraget är inte bekräftat"));
        // A coordinator may break the rule with open eyes.
        let way = page.attribute("main .rows a", "href").unwrap();
        let page = kajsa.get(&way).await;
        assert!(page.text().contains("tillåter högst 4"), "{}", page.text());
        app.run_jobs().await;
    });
}

#[test]
fn late_is_until_the_next_round_and_can_be_taken_back() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let (round, people) = published(&world, &app, (4, 6), 8).await;
        let late = world.member(&app, 50, SKANE[12], true).await;
        world.register(&app, round, &late);
        let siv = app.signed_in(&late.email).await;
        let states = || -> Vec<RegistrationState> {
            let found = app.read(|db| rounds::registered(db, round));
            found.into_iter().filter(|each| each.seat_id == late.seat).map(|each| each.state).collect()
        };
        let mine = app.read(|db| rounds::registered(db, round));
        let mine = mine.iter().find(|each| each.seat_id == late.seat).unwrap().id;
        assert_eq!(siv.post(&format!("/registrations/{mine}/pause"), &[]).await.status, 409);
        siv.post_and_follow(&format!("/registrations/{mine}/withdrawal"), &[]).await;
        assert_eq!(states(), []);
        // Somebody with a place cannot just withdraw the registration.
        let placed = app.read(|db| rounds::registered(db, round)).remove(0).id;
        let own = people.iter().find(|each| {
            let found = app.read(|db| rounds::registered(db, round));
            found[0].seat_id == each.seat
        });
        let member = app.signed_in(&own.unwrap().email).await;
        assert_eq!(member.post(&format!("/registrations/{placed}/withdrawal"), &[]).await.status, 409);

        // Whoever leaves the group does not wait for another, until registering again.
        let group = groups_of(&app, round).into_iter().find(|(_, seats)| seats.contains(&own.unwrap().seat));
        app.travel(chrono::TimeDelta::minutes(5));
        member.post_and_follow(&format!("/groups/{}/departure", group.unwrap().0), &[]).await;
        let of = app.read(|db| rounds::find(db, round));
        let waits = || app.read(|db| rounds::waits(db, &of)).people;
        assert_eq!(waits(), 0);
        app.travel(chrono::TimeDelta::minutes(5));
        let seat = own.unwrap().seat.to_string();
        let form = [("seat_id", seat.as_str()), ("meeting_format", "either")];
        let page = member.post_and_follow(&format!("/rounds/{round}/registrations"), &form).await;
        assert!(page.text().contains("söker en grupp"), "{}", page.text());
        assert_eq!(waits(), 1);

        app.travel(chrono::TimeDelta::minutes(5));
        world.round(&app, 4, 6);
        let page = siv.get(&format!("/rounds/{round}/registrations/new")).await;
        assert_eq!(page.status, 409, "the next round takes registrations now");
        app.run_jobs().await;
    });
}
