//! Coordinators' letters: whom they are for, sending, taking back, and what became of them.

mod audience;
mod mails;
mod pages;
mod workers;

use chrono::TimeDelta;
use diesel::prelude::*;
use grannskap::db::schema::{groups, letter_recipients, outbox};
use grannskap::db::types::Id;
use grannskap::letters::{self, Audience, Letter, NewLetter, Outcome, State};
use grannskap::mail::outbox::State as MailState;
use grannskap::networks;
use grannskap::seats::{self, Level, NewSeat};

use crate::meetups::{Scene, scene};

pub const KIM: &str = "kim@lund.example";
pub const SIV: &str = "siv@hoor.example";
pub const BO: &str = "bo@horby.example";
pub const ADA: &str = "ada@malmo.example";

/// A network run by Kim: Siv and Bo, who are in a group, and Ada, a principal in Malmö, who is in none.
pub struct World {
    pub scene: Scene,
    pub network: Id,
    pub kim: Id,
    pub ada: Id,
    pub ada_seat: Id,
}

pub async fn world() -> World {
    let scene = scene().await;
    let kim = scene.person(KIM);
    let ada = scene.app.person("Ada Malm", ADA).await;
    let network = scene
        .app
        .read(|db| Ok(groups::table.find(scene.group).select(groups::network_id).first::<Id>(db)?));
    let mut world = World { scene, network, kim, ada, ada_seat: network };
    world.ada_seat = world.seat(ada, "1280", "Rektor", Level::Principal);
    world
}

impl World {
    /// A seat in the network.
    pub fn seat(&self, person_id: Id, code: &str, role: &str, level: Level) -> Id {
        let now = self.scene.app.app.clock.now();
        let (organiser_code, role, held_from) = (code.to_owned(), role.to_owned(), now.0.date());
        let new = NewSeat { organiser_code, role, level, person_id, held_from };
        self.scene.app.write(|tx| {
            let seat = seats::create(tx, &new, now)?;
            networks::join(tx, self.network, seat, now)?;
            Ok(seat)
        })
    }

    /// A draft to some.
    pub fn draft(&self, audience: Audience) -> Id {
        let new = NewLetter { subject: "Hej på er".into(), body: "Vi **ses** snart.".into(), audience };
        let now = self.scene.app.app.clock.now();
        self.scene.app.write(|tx| letters::create(tx, self.network, &new, self.kim, now))
    }

    /// Sends a letter in ten minutes.
    pub fn send(&self, id: Id) {
        let due = self.scene.app.app.clock.now() + TimeDelta::minutes(letters::MINUTES_TO_TAKE_BACK);
        let revision = self.letter(id).revision;
        let app = &self.scene.app;
        assert!(app.write(|tx| letters::send(tx, &app.app, id, revision, due, self.kim)));
    }

    /// Lets ten minutes pass and does what is due.
    pub async fn wait(&self) {
        self.scene.app.travel(TimeDelta::minutes(letters::MINUTES_TO_TAKE_BACK));
        self.scene.app.run_jobs().await;
    }

    pub fn letter(&self, id: Id) -> Letter {
        self.scene.app.read(|db| letters::find(db, id))
    }

    pub fn state(&self, id: Id) -> State {
        self.letter(id).state()
    }

    /// Addresses that a letter was mailed to, in order.
    pub fn mailed(&self) -> Vec<String> {
        self.scene.app.read(|db| {
            let letters = outbox::table.filter(outbox::kind.eq("letter")).order(outbox::email);
            Ok(letters.select(outbox::email).load(db)?)
        })
    }

    /// What became of a letter to a person.
    pub fn outcome(&self, letter: Id, person: Id) -> Option<Outcome> {
        self.scene.app.read(|db| {
            let row = letter_recipients::table.find((letter, person)).select(letter_recipients::outcome);
            Ok(row.first(db).optional()?)
        })
    }

    /// As if the relay had answered so to everything that goes to an address.
    pub fn answered(&self, email: &str, state: MailState) {
        self.scene.app.write(|tx| {
            diesel::update(outbox::table.filter(outbox::email.eq(email)))
                .set((outbox::state.eq(state), outbox::last_error.eq("550 nej")))
                .execute(&mut **tx)?;
            Ok(())
        });
    }
}
