//! The coordinator's own weights, and when people can meet.

use grannskap::rounds;

use super::person_of;
use super::support::{SKANE, World};
use crate::support::{TestApp, run};

fn form<'a>(more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut all = vec![
        ("name", "Våren 2027"),
        ("size_min", "4"),
        ("size_max", "6"),
        ("per_organiser", "1"),
        ("categories", "mixed"),
        ("levels", "mixed"),
        ("last_day", "2026-12-15"),
    ];
    all.extend(more);
    all
}

#[test]
fn a_coordinator_weighs_the_reasons() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let page = kajsa.get("/networks/skane/rounds/new").await;
        assert_eq!(page.count("details input[type=number]"), 12);
        assert_eq!(page.attribute("#weight_distance", "value").as_deref(), Some("14"));

        let wrong = form(&[("preset", "own"), ("weight_themes", "300")]);
        let page = kajsa.post("/networks/skane/rounds", &wrong).await;
        assert_eq!(page.status, 422);
        assert_eq!(page.attribute("#weight_themes", "value").as_deref(), Some("300"));
        assert_eq!(page.count("details[open] .has-error"), 1, "{}", page.text());
        let page = kajsa.post("/networks/skane/rounds", &form(&[("preset", "own")])).await;
        assert!(page.text().contains("minst en sak ett tal över noll"), "{}", page.text());

        let own = form(&[("preset", "own"), ("weight_themes", "30"), ("weight_size_likeness", "10")]);
        let page = kajsa.post("/networks/skane/rounds", &own).await;
        let path = page.location.unwrap();
        let page = kajsa.get(&path).await;
        let said = "gemensamma teman 75\u{a0}% och ungefär lika stora 25\u{a0}%";
        assert!(page.text().contains("Egna vikter") && page.body.contains(said), "{}", page.text());
        let round = path.rsplit('/').next().unwrap().parse().unwrap();
        world.registered(&app, round, 8).await;
        let page = kajsa.get(&format!("{path}/edit")).await;
        assert_eq!(page.attribute("#weight_themes", "value").as_deref(), Some("30"));
        assert!(page.attribute("#preset-own", "checked").is_some());
        assert!(page.body.contains(said), "the forecast says what counts");
        let stored = app.read(|db| rounds::find(db, round)?.weights());
        assert_eq!((stored.themes, stored.size_likeness, stored.total()), (30, 10, 40));
        kajsa.post_and_follow(&format!("{path}/proposal"), &[]).await;
        let found = app.read(|db| rounds::proposal(db, round));
        assert_eq!(found.groups.iter().map(|group| group.members.len()).sum::<usize>(), 8);
        // Nothing but what counts is given as a reason.
        for group in &found.groups {
            use matching::Component::{SizeLikeness, Themes};
            assert!(group.why.binds.iter().all(|each| [Themes, SizeLikeness].contains(each)));
        }
    });
}

#[test]
fn a_preset_needs_no_weights_and_forgets_them() {
    run(async {
        let app = TestApp::spawn().await;
        World::new(&app).await;
        let kajsa = app.signed_in("kajsa@samordnare.example").await;
        let own = form(&[("preset", "own"), ("weight_themes", "30")]);
        let path = kajsa.post("/networks/skane/rounds", &own).await.location.unwrap();
        kajsa.post_and_follow(&path, &form(&[("preset", "similar"), ("weight_themes", "30")])).await;
        let round = path.rsplit('/').next().unwrap().parse().unwrap();
        let found = app.read(|db| rounds::find(db, round));
        assert_eq!((found.preset_word(), found.weights), ("similar", None));
        let page = kajsa.get(&format!("{path}/edit")).await;
        assert_eq!(page.attribute("#weight_size_likeness", "value").as_deref(), Some("24"));
    });
}

#[test]
fn when_somebody_can_meet_is_kept_and_filled_in() {
    run(async {
        let app = TestApp::spawn().await;
        let world = World::new(&app).await;
        let round = world.round(&app, 4, 6);
        let siv = world.member(&app, 1, SKANE[0], true).await;
        let member = app.signed_in(&siv.email).await;
        let profile = [
            ("name", "Siv Ek"),
            ("meeting_format", "either"),
            ("availability", "tue-am"),
            ("availability", "wed-pm"),
            ("availability", "sunday"),
        ];
        member.post_and_follow("/settings/profile", &profile).await;
        let page = member.get("/settings/profile").await;
        assert_eq!(page.count("input[name=availability]"), 10);
        assert_eq!(page.count("input[name=availability][checked]"), 2);
        let new = format!("/rounds/{round}/registrations/new");
        let page = member.get(&new).await;
        assert_eq!(page.count("input[name=availability][checked]"), 2, "as in the profile");
        let seat = siv.seat.to_string();
        let form = [("seat_id", seat.as_str()), ("meeting_format", "either"), ("availability", "fri-pm")];
        member.post_and_follow(&format!("/rounds/{round}/registrations"), &form).await;
        let person = app.read(|db| person_of(db, siv.seat));
        assert_eq!(app.read(|db| rounds::of_person(db, round, person))[0].availability, 1 << 9);
        let page = member.get(&new).await;
        let kept = page.attribute("input[name=availability][checked]", "value");
        assert_eq!((page.count("input[name=availability][checked]"), kept.as_deref()), (1, Some("fri-pm")));
    });
}
