//! The schema down to nothing and up again, with people in it.

use std::process::Command;

use diesel::prelude::*;
use grannskap::db::schema::{organisers, reference_loads};

use crate::support::process::Process;
use crate::support::{TestApp, run};

fn out(command: &mut Command) -> String {
    let output = command.output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(output.status.success(), "{text}{}", String::from_utf8_lossy(&output.stderr));
    text
}

#[test]
fn down_and_up_again_with_a_demo_in_it() {
    run(async {
        let app = TestApp::spawn_today().await;
        let migrate = |direction: &str| out(app.binary("").args(["migrate", direction]));
        out(app.binary("").args(["demo", "--no-serve", "--people", "40"]));
        let all = migrate("status").lines().count();
        assert!(all >= 3 && !migrate("status").contains("down"), "{}", migrate("status"));
        for step in 0..all {
            assert!(migrate("down").starts_with("down "), "step {step}");
        }
        assert_eq!(migrate("down"), "nothing to do\n");
        assert_eq!(migrate("status").matches("down").count(), all);
        assert_eq!(migrate("up").lines().count(), all);
        assert_eq!(migrate("up"), "nothing to do\n");
        drop(Process::serve(&mut app.binary("")).await);
        assert_eq!(app.read(|db| Ok(organisers::table.count().get_result::<i64>(db)?)), 290 + 334);
    });
}

#[test]
fn an_older_register_is_replaced_at_the_next_start_and_then_left_alone() {
    run(async {
        let app = TestApp::spawn_today().await;
        // As a version before this one left it.
        app.write(|tx| {
            diesel::update(reference_loads::table)
                .set(reference_loads::edition.eq("2020"))
                .execute(&mut **tx)?;
            let hoor = organisers::table.find("1267");
            diesel::update(hoor).set(organisers::name.eq("Hörr")).execute(&mut **tx)?;
            Ok(())
        });
        let loads = || {
            let order = reference_loads::table.order(reference_loads::name);
            app.read(|db| Ok(order.load::<(String, String, grannskap::db::types::Timestamp)>(db)?))
        };
        let before = loads();
        out(app.binary("").args(["jobs", "run"]));
        let after = loads();
        assert_ne!(before, after);
        let name = organisers::table.find("1267").select(organisers::name);
        assert_eq!(app.read(|db| Ok(name.first::<String>(db)?)), "Höör");
        out(app.binary("").args(["jobs", "run"]));
        assert_eq!(loads(), after);
        assert_eq!(app.read(|db| Ok(organisers::table.count().get_result::<i64>(db)?)), 290 + 334);
    });
}
