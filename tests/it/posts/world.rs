//! A small world: two networks, two groups in the first, and somebody in every position.

use chrono::NaiveDate;
use diesel::prelude::*;
use grannskap::db::schema::{group_memberships, people};
use grannskap::db::types::Id;
use grannskap::groups::{self, NewGroup};
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork};
use grannskap::posts::{self, NewPost, Visibility};
use grannskap::seats::{self, Level, NewSeat};

use crate::support::TestApp;

/// The addresses of [`World`]'s people.
pub const EVERYBODY: [&str; 8] = [
    "author@x.example",
    "member@x.example",
    "left@x.example",
    "sibling@x.example",
    "other@x.example",
    "coordinator@x.example",
    "disabled@x.example",
    "nobody@x.example",
];

pub struct World {
    pub author: Id,
    pub member: Id,
    pub group: Id,
}

impl World {
    /// `author`, `member`, `left` (has left) and `disabled` in one group; `sibling` in another group of the network;
    /// `other` in another network; `coordinator` runs the first network; `nobody` has an account and nothing else.
    pub async fn build(app: &TestApp) -> World {
        let mut ids = Vec::new();
        for email in EVERYBODY {
            let name = email.split('@').next().unwrap();
            let name = name[..1].to_uppercase() + &name[1..] + " Ek";
            ids.push(app.person(&name, email).await);
        }
        let [author, member, left, sibling, other, coordinator, disabled, _] = ids[..] else { panic!() };
        let now = app.app.clock.now();
        app.write(|tx| {
            let network = network(tx, "ett", coordinator, now)?;
            let elsewhere = network_of(tx, "tva", other, now)?;
            let group = group_in(tx, network, "Grupp ett", now)?;
            let second = group_in(tx, network, "Grupp två", now)?;
            let mut left_seat = None;
            for (person, group) in
                [(author, group), (member, group), (left, group), (disabled, group), (sibling, second)]
            {
                let seat = seat_of(tx, person, now)?;
                networks::join(tx, network, seat, now)?;
                groups::add_member(tx, group, seat, "", now)?;
                if person == left {
                    left_seat = Some(seat);
                }
            }
            let seat = seat_of(tx, other, now)?;
            networks::join(tx, elsewhere, seat, now)?;
            let left_seat = left_seat.unwrap();
            // Left the group and the network.
            diesel::update(group_memberships::table.filter(group_memberships::seat_id.eq(left_seat)))
                .set(group_memberships::left_at.eq(now))
                .execute(&mut **tx)?;
            use grannskap::db::schema::network_memberships;
            diesel::update(network_memberships::table.filter(network_memberships::seat_id.eq(left_seat)))
                .set((network_memberships::state.eq("left"), network_memberships::left_at.eq(now)))
                .execute(&mut **tx)?;
            Ok(World { author, member, group })
        })
    }

    /// Publishes a free story by the author.
    pub fn publish(&self, app: &TestApp, title: &str, body: &str, visibility: Visibility) -> Id {
        let now = app.app.clock.now();
        app.write(|tx| {
            posts::create(tx, self.group, self.author, &NewPost::free(title, body, visibility), true, now)
        })
    }
}

/// Closes an account.
pub fn disable(app: &TestApp, email: &str) {
    let now = app.app.clock.now();
    app.write(|tx| {
        diesel::update(people::table.filter(people::email.eq(email)))
            .set(people::disabled_at.eq(now))
            .execute(&mut **tx)?;
        Ok(())
    });
}

type Tx<'a, 'b> = &'a mut grannskap::db::Tx<'b>;
type Moment = grannskap::db::types::Timestamp;
type Made<T> = grannskap::error::Result<T>;

fn network(tx: Tx<'_, '_>, slug: &str, by: Id, now: Moment) -> Made<Id> {
    let new = NewNetwork {
        slug: slug.to_owned(),
        name: format!("Nätverket {slug}"),
        purpose: String::new(),
        kind: NetworkKind::Regional,
        visibility: networks::Visibility::Members,
        joining: Joining::Invitation,
        county_code: None,
    };
    networks::create(tx, &new, by, now)
}

/// A network that its coordinator does not run any longer: being in it is all that is left.
fn network_of(tx: Tx<'_, '_>, slug: &str, by: Id, now: Moment) -> Made<Id> {
    use grannskap::db::schema::network_coordinators;
    let id = network(tx, slug, by, now)?;
    diesel::delete(network_coordinators::table.filter(network_coordinators::network_id.eq(id)))
        .execute(&mut **tx)?;
    Ok(id)
}

fn group_in(tx: Tx<'_, '_>, network: Id, name: &str, now: Moment) -> Made<Id> {
    let name = name.to_owned();
    let new = NewGroup {
        network_id: network,
        round_id: None,
        name,
        why: String::new(),
        open: false,
        created_by: None,
    };
    groups::create(tx, &new, now)
}

pub fn seat_of(tx: Tx<'_, '_>, person: Id, now: Moment) -> Made<Id> {
    let held_from = NaiveDate::from_ymd_opt(2026, 1, 1).unwrap();
    let role = "Skolchef".to_owned();
    let organiser_code = "1267".to_owned();
    seats::create(
        tx,
        &NewSeat { organiser_code, role, level: Level::Administration, person_id: person, held_from },
        now,
    )
}
