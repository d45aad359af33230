//! Digests by several processes at once, killed in the middle and run again: one mail a person and period.

use std::time::Duration;

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{digests, outbox, people};
use grannskap::db::types::Id;
use grannskap::groups;
use grannskap::networks;
use grannskap::posts::Visibility;

use crate::posts::world::{World, seat_of};
use crate::support::process::{Process, eventually};
use crate::support::{TestApp, run};

const READERS: usize = 500;

#[test]
fn three_processes_killed_and_run_again_make_one_mail_each() {
    run(async {
        let app = TestApp::spawn_today().await;
        let world = World::build(&app).await;
        let now = app.app.clock.now();
        app.write(|tx| {
            let network = networks::by_slug(tx, "ett")?.id;
            for number in 0..READERS {
                let email = format!("r{number}@x.example");
                let lang = grannskap::i18n::Lang::Swedish;
                let id = grannskap::accounts::create(tx, &email, "Rut Ek", lang, "Europe/Stockholm", now)?;
                let seat = seat_of(tx, id, now)?;
                networks::join(tx, network, seat, now)?;
                groups::add_member(tx, world.group, seat, "", now)?;
            }
            // Everybody has been here for days, and their hour was an hour ago at the latest.
            diesel::update(people::table)
                .set((
                    people::digest_frequency.eq("daily"),
                    people::confirmed_at.eq(now - TimeDelta::days(3)),
                ))
                .execute(&mut **tx)?;
            Ok(())
        });
        let story = world.publish(&app, "Nytt i gruppen", "Text", Visibility::Group);
        app.write(|tx| {
            use grannskap::db::schema::posts;
            let at = posts::published_at.eq(now - TimeDelta::days(1));
            Ok(diesel::update(posts::table.find(story)).set(at).execute(&mut **tx)?)
        });
        let composed = || app.read(|db| Ok(digests::table.count().get_result::<i64>(db)?));
        let start = || Process::start(app.binary("").args(["digest", "run"]));
        let first: Vec<Process> = (0..3).map(|_| start()).collect();
        eventually("some are composed", || async { composed() > 0 }).await;
        first.iter().for_each(|process| process.signal("KILL"));
        drop(first);

        let mut second: Vec<Process> = (0..3).map(|_| start()).collect();
        for process in &mut second {
            assert!(process.ended(Duration::from_secs(120)).await.success(), "{:?}", process.log());
        }
        let each: Vec<(Id, i64)> = app.read(|db| {
            let count = diesel::dsl::count_star();
            Ok(digests::table.group_by(digests::person_id).select((digests::person_id, count)).load(db)?)
        });
        assert!(each.len() > READERS && each.iter().all(|(_, count)| *count == 1), "{}", each.len());
        let mails: Vec<(String, i64)> = app.read(|db| {
            let of = outbox::table.filter(outbox::kind.eq("digest")).group_by(outbox::email);
            Ok(of.select((outbox::email, diesel::dsl::count_star())).load(db)?)
        });
        assert!(mails.len() >= READERS && mails.iter().all(|(_, count)| *count == 1), "{}", mails.len());
    });
}
