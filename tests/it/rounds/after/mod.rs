//! After publishing: what does not work, who comes late, who leaves.

mod departures;
mod late;
mod objections;

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::people;
use grannskap::db::types::Id;
use grannskap::meetups::{self, NewMeetup};

use crate::support::TestApp;

/// A meetup of a group in a week.
fn meetup(app: &TestApp, group: Id, by: &str) {
    let now = app.app.clock.now();
    let new = NewMeetup {
        group_id: group,
        title: "Första träffen".into(),
        agenda: String::new(),
        starts_at: now + TimeDelta::days(7),
        ends_at: now + TimeDelta::days(7) + TimeDelta::hours(2),
        time_zone: "Europe/Stockholm".into(),
        place: "Höör".into(),
        link: String::new(),
        capacity: None,
        municipality: None,
    };
    let by: Id =
        app.read(|db| Ok(people::table.filter(people::email.eq(by)).select(people::id).first(db)?));
    app.write(|tx| meetups::create(tx, &app.app, &new, by).map(drop));
}

/// Kinds and subjects of the mails to an address, oldest first, those about meetups left out.
fn kinds(app: &TestApp, email: &str) -> Vec<String> {
    let all = app.mails_to(email).into_iter().map(|mail| mail.row.kind);
    all.filter(|kind| !kind.starts_with("meetup")).collect()
}
