//! Networks: who sees them, how one gets in, who runs them.

mod invitation;
mod membership;
mod network;

use grannskap::db::types::Id;
use grannskap::networks::{self, Joining, NetworkKind, NewNetwork, Visibility};
use grannskap::seats::{self, Level, NewSeat};

use crate::support::TestApp;

impl TestApp {
    /// A network; `by` coordinates it.
    pub fn network(&self, slug: &str, visibility: Visibility, joining: Joining, by: Id) -> Id {
        let now = self.app.clock.now();
        let new = NewNetwork {
            slug: slug.to_owned(),
            name: format!("Nätverket {slug}"),
            purpose: "Vi lär av *varandra*.".to_owned(),
            kind: NetworkKind::Regional,
            visibility,
            joining,
            county_code: Some("12".to_owned()),
        };
        self.write(|tx| networks::create(tx, &new, by, now))
    }

    /// A seat at the organiser with this code.
    pub fn seat(&self, person: Id, organiser: &str, role: &str) -> Id {
        let now = self.app.clock.now();
        let new = NewSeat {
            organiser_code: organiser.to_owned(),
            role: role.to_owned(),
            level: Level::Administration,
            person_id: person,
            held_from: now.utc().date_naive(),
        };
        self.write(|tx| seats::create(tx, &new, now))
    }

    /// A seat that is a member of a network.
    pub fn member(&self, network: Id, person: Id, organiser: &str, role: &str) -> Id {
        let (seat, now) = (self.seat(person, organiser, role), self.app.clock.now());
        self.write(|tx| networks::join(tx, network, seat, now));
        seat
    }
}
