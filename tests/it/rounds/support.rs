//! A network with people who can register.

use chrono::NaiveDate;
use grannskap::accounts::MeetingFormat;
use grannskap::db::types::Id;
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};
use grannskap::rounds::{self, Keeping, NewRegistration, NewRound, Preset};
use grannskap::seats::{self, Level, NewSeat};

use crate::support::TestApp;

/// Municipalities of Skåne.
pub const SKANE: [&str; 20] = [
    "1214", "1230", "1231", "1233", "1256", "1257", "1260", "1261", "1262", "1263", "1264", "1265", "1266",
    "1267", "1270", "1272", "1273", "1275", "1276", "1277",
];

/// A network with a coordinator.
pub struct World {
    pub network: Id,
    pub coordinator: Id,
}

/// A member: person, seat, address.
pub struct Somebody {
    pub seat: Id,
    pub email: String,
}

pub fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

impl World {
    pub async fn new(app: &TestApp) -> World {
        let coordinator = app.person("Kajsa Berg", "kajsa@samordnare.example").await;
        let now = app.app.clock.now();
        let new = NewNetwork {
            slug: "skane".into(),
            name: "Skolledare i Skåne".into(),
            purpose: String::new(),
            kind: NetworkKind::Regional,
            visibility: Visibility::Members,
            joining: Joining::Open,
            county_code: None,
        };
        let network = app.write(|tx| networks::create(tx, &new, coordinator, now));
        World { network, coordinator }
    }

    /// A member with a seat at an organiser.
    pub async fn member(&self, app: &TestApp, number: usize, organiser: &str, confirmed: bool) -> Somebody {
        let email = format!("m{number}@{organiser}.example");
        let person = app.person(&format!("Medlem {number:02}"), &email).await;
        let now = app.app.clock.now();
        let new = NewSeat {
            organiser_code: organiser.to_owned(),
            role: "Skolchef".into(),
            level: Level::Administration,
            person_id: person,
            held_from: day("2026-01-01"),
        };
        let seat = app.write(|tx| {
            let seat = seats::create(tx, &new, now)?;
            if confirmed {
                seats::confirm(tx, seat, None, now)?;
            }
            networks::join(tx, self.network, seat, now)?;
            Ok(seat)
        });
        Somebody { seat, email }
    }

    /// A round for groups of `min` to `max`.
    pub fn round(&self, app: &TestApp, min: i32, max: i32) -> Id {
        let new = NewRound {
            name: "Våren 2027".into(),
            preset: Preset::Neighbours,
            weights: None,
            size_min: min,
            size_max: max,
            per_organiser: 1,
            categories: Keeping::Mixed,
            levels: Keeping::Mixed,
            last_day: day("2026-12-15"),
        };
        let now = app.app.clock.now();
        app.write(|tx| rounds::create(tx, self.network, &new, self.coordinator, now))
    }

    pub fn register(&self, app: &TestApp, round: Id, who: &Somebody) {
        let new = NewRegistration {
            seat_id: who.seat,
            wishes: String::new(),
            meeting_format: MeetingFormat::Either,
            travel_limit_km: None,
            availability: 0,
        };
        let now = app.app.clock.now();
        app.write(|tx| rounds::register(tx, round, &new, day("2026-11-23"), now).map(drop));
    }

    /// So many registered members of different organisers.
    pub async fn registered(&self, app: &TestApp, round: Id, many: usize) -> Vec<Somebody> {
        let mut all = Vec::new();
        for (number, organiser) in SKANE.iter().take(many).enumerate() {
            let member = self.member(app, number, organiser, true).await;
            self.register(app, round, &member);
            all.push(member);
        }
        all
    }
}

/// A round with so many people of different organisers, published with a word to everybody.
pub async fn published(
    world: &World,
    app: &TestApp,
    (min, max): (i32, i32),
    many: usize,
) -> (Id, Vec<Somebody>) {
    let round = world.round(app, min, max);
    let people = world.registered(app, round, many).await;
    rounds::run(&app.app, round, 1).await.unwrap();
    app.write(|tx| rounds::publish(tx, &app.app, round, "Välkomna till våren", world.coordinator));
    (round, people)
}

/// The open groups of a round, the largest first, with the seats in them.
pub fn groups_of(app: &TestApp, round: Id) -> Vec<(Id, Vec<Id>)> {
    use diesel::prelude::*;
    use grannskap::db::schema::{group_memberships as stays, groups};
    let rows: Vec<(Id, Id)> = app.read(|db| {
        Ok(groups::table
            .inner_join(stays::table)
            .filter(groups::round_id.eq(round))
            .filter(groups::closed_at.is_null())
            .filter(stays::left_at.is_null())
            .order((groups::id, stays::seat_id))
            .select((groups::id, stays::seat_id))
            .load(db)?)
    });
    let mut found: Vec<(Id, Vec<Id>)> = Vec::new();
    for (group, seat) in rows {
        match found.iter_mut().find(|(id, _)| *id == group) {
            Some((_, seats)) => seats.push(seat),
            None => found.push((group, vec![seat])),
        }
    }
    found.sort_by_key(|(_, seats)| std::cmp::Reverse(seats.len()));
    found
}

/// Whose seat it is.
pub fn holder(people: &[Somebody], seat: Id) -> &Somebody {
    people.iter().find(|each| each.seat == seat).unwrap()
}
