//! Agendas: questions, guides, roles, who came, and what the reminder tells.

mod attendances;
mod guides;
mod questions;
mod roles;

use diesel::prelude::*;
use grannskap::agendas::NewQuestion;
use grannskap::db::schema::seats;
use grannskap::db::types::Id;

use crate::meetups::Scene;
use crate::polls::{BO, KIM, SIV};

impl Scene {
    /// A question that a seat asks for a meetup.
    pub fn question(&self, meetup: Id, seat: Id, title: &str) -> Id {
        let now = self.app.app.clock.now();
        let new = NewQuestion { title: title.into(), details: String::new() };
        self.app.write(|tx| grannskap::agendas::ask(tx, meetup, seat, &new, self.siv, now))
    }

    /// Lets somebody new take over Bo's seat.
    pub async fn hand_over(&self) -> Id {
        let eva = self.app.person("Eva Sten", "eva@horby.example").await;
        self.app.write(|tx| {
            let row = seats::table.find(self.bo_seat);
            Ok(diesel::update(row).set(seats::person_id.eq(eva)).execute(&mut **tx)?)
        });
        eva
    }
}

const EVA: &str = "eva@horby.example";
