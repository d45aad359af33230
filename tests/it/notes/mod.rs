//! What is left of a meetup: notes that several write, decisions and promises, material, a story, and the mail that gathers it.

mod follow_up;
mod outcomes;
mod pulse;
mod stories;
mod writing;

use grannskap::db::types::{Id, Timestamp};
use grannskap::notes::{self, Kind, NewOutcome, Saved};

use crate::meetups::{Scene, scene, utc};

pub const SIV: &str = "siv@hoor.example";
pub const BO: &str = "bo@horby.example";
pub const KIM: &str = "kim@lund.example";

impl Scene {
    /// A meetup of the day before the meetup of [`Scene::proposal`], which is over two hours before `now`.
    pub fn met(&self) -> Id {
        let mut past = self.proposal();
        past.title = "Förra träffen".into();
        let now = self.app.app.clock.now();
        past.starts_at = now - chrono::TimeDelta::hours(4);
        past.ends_at = now - chrono::TimeDelta::hours(2);
        self.propose(&past)
    }

    /// Saves what somebody made of a version.
    pub fn writes(&self, meetup: Id, by: Id, seen: i32, text: &str) -> Saved {
        let now = self.app.app.clock.now();
        self.app.write(|tx| notes::save(tx, meetup, by, seen, text, now))
    }

    /// What the notes say and the number of their version.
    pub fn notes(&self, meetup: Id) -> (i32, String) {
        let note = self.app.read(|db| notes::find(db, meetup));
        note.map_or((0, String::new()), |note| (note.version, note.markdown))
    }

    /// Writes a promise down.
    pub fn promises(&self, meetup: Id, text: &str, seat_id: Option<Id>, due: Option<&str>) -> Id {
        let due_on = due.map(|day| day.parse().unwrap());
        let new = NewOutcome { kind: Kind::Promise, text: text.into(), seat_id, due_on };
        let now = self.app.app.clock.now();
        self.app.write(|tx| notes::add_outcome(tx, meetup, &new, self.siv, now))
    }

    pub fn now(&self) -> Timestamp {
        self.app.app.clock.now()
    }

    pub fn travel_to(&self, moment: Timestamp) {
        self.app.travel(moment.utc() - self.now().utc());
    }
}

/// A scene with a meetup that is over.
pub async fn after() -> (Scene, Id) {
    let scene = scene().await;
    // Monday 23 November 2026, 18:00 in Stockholm.
    scene.travel_to(utc(2026, 11, 23, 17, 0));
    let meetup = scene.met();
    (scene, meetup)
}
