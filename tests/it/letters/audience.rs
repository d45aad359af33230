//! Whom a letter is for.

use grannskap::letters::{Audience, Moment, Waiting, addressees};
use grannskap::meetups::Answer;
use grannskap::organisers::Category;
use grannskap::polls::Suits;
use grannskap::rounds;
use grannskap::seats::Level;

use super::{ADA, BO, SIV, World, world};
use crate::support::run;
use crate::sweeps::makers::{new_registration, new_round};

/// Those a letter is for now, in order of their addresses.
fn to(world: &World, audience: &Audience) -> Vec<String> {
    let app = &world.scene.app;
    let found = app.read(|db| addressees(db, world.network, audience, &Moment::of(&app.app)));
    let mut emails: Vec<String> = found.into_iter().map(|each| each.email).collect();
    emails.sort();
    emails
}

#[test]
fn everybody_or_those_in_groups_of_levels_and_of_categories() {
    run(async {
        let world = world().await;
        let all = Audience::default();
        assert_eq!(to(&world, &all), [ADA, BO, SIV]);
        // A second seat makes nobody two.
        world.seat(world.scene.siv, "1280", "Lärare", Level::Teacher);
        assert_eq!(to(&world, &all), [ADA, BO, SIV]);

        let groups = Audience { groups: vec![world.scene.group], ..Audience::default() };
        assert_eq!(to(&world, &groups), [BO, SIV]);
        let levels = |levels| Audience { levels, ..Audience::default() };
        assert_eq!(to(&world, &levels(vec![Level::Principal])), [ADA]);
        assert_eq!(to(&world, &levels(vec![Level::Principal, Level::Teacher])), [ADA, SIV]);
        assert_eq!(to(&world, &levels(vec![Level::Board])), [""; 0]);
        let roles = |roles: &[&str]| Audience {
            roles: roles.iter().map(|role| (*role).to_owned()).collect(),
            ..Audience::default()
        };
        assert_eq!(to(&world, &roles(&["LARARE"])), [SIV]);
        assert_eq!(to(&world, &roles(&["lärare", "skolchef", "rektor"])), [ADA, BO, SIV]);
        assert_eq!(to(&world, &roles(&["vaktmästare"])), [""; 0]);
        let categories = |categories| Audience { categories, ..Audience::default() };
        assert_eq!(to(&world, &categories(vec![Category::Large])), [ADA, SIV]);
        assert_eq!(to(&world, &categories(vec![Category::Independent])), [""; 0]);
        // One seat must fit everything: Siv's in the group is no teacher's.
        let both = Audience { groups: vec![world.scene.group], ..levels(vec![Level::Teacher]) };
        assert_eq!(to(&world, &both), [""; 0]);
        let both = Audience { levels: vec![Level::Administration], ..groups };
        assert_eq!(to(&world, &both), [BO, SIV]);
    });
}

#[test]
fn those_who_have_not_answered_a_meetup_or_a_poll() {
    run(async {
        let world = world().await;
        let scene = &world.scene;
        let waiting = Audience { waiting: vec![Waiting::Meetups], ..Audience::default() };
        assert_eq!(to(&world, &waiting), [""; 0]);
        let new = scene.proposal();
        let meetup = scene.app.write(|tx| grannskap::meetups::create(tx, &scene.app.app, &new, scene.siv));
        let owing = to(&world, &waiting);
        assert!(owing.contains(&BO.to_owned()), "{owing:?}");
        scene.app.write(|tx| {
            let (app, now) = (&scene.app.app, scene.app.app.clock.now());
            for seat in [scene.siv_seat, scene.bo_seat] {
                grannskap::meetups::answer(tx, app, meetup, seat, Answer::Maybe, scene.siv, now)?;
            }
            Ok(())
        });
        assert_eq!(to(&world, &waiting), [""; 0]);

        let poll = scene.ask(&scene.slots());
        assert_eq!(to(&world, &waiting), [BO, SIV]);
        scene.says(poll, BO, &[(1, Suits::Yes), (2, Suits::No)]);
        scene.says(poll, SIV, &[(1, Suits::Yes)]);
        assert_eq!(to(&world, &waiting), [SIV]);
        scene.app.run_jobs().await;
    });
}

#[test]
fn those_who_have_not_registered_for_the_open_round() {
    run(async {
        let world = world().await;
        let scene = &world.scene;
        let now = scene.app.app.clock.now();
        let waiting = Audience { waiting: vec![Waiting::Rounds], ..Audience::default() };
        assert_eq!(to(&world, &waiting), [""; 0]);
        let round = scene.app.write(|tx| {
            let round = rounds::create(tx, world.network, &new_round("Våren", now), world.kim, now)?;
            rounds::register(tx, round, &new_registration(scene.siv_seat, ""), now.0.date(), now)?;
            Ok(round)
        });
        assert_eq!(to(&world, &waiting), [ADA, BO]);
        let both = Audience { waiting: vec![Waiting::Meetups, Waiting::Rounds], ..Audience::default() };
        assert_eq!(to(&world, &both), [ADA, BO]);
        scene.ask(&scene.slots());
        assert_eq!(to(&world, &both), [ADA, BO, SIV]);
        scene.app.write(|tx| rounds::cancel(tx, &scene.app.app, round, world.kim));
        assert_eq!(to(&world, &waiting), [""; 0]);
        scene.app.run_jobs().await;
    });
}
