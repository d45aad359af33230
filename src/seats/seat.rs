//! The seat row and its verbs.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::confirmation::confirm_by_domain;
use crate::clock;
use crate::db::schema::{organisers, seat_holdings, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::word_enum;

word_enum! {
    /// Level of the governance chain.
    pub enum Level {
        /// Nämnd, styrelse.
        Board = "board",
        /// Förvaltning.
        Administration = "administration",
        /// Rektor.
        Principal = "principal",
        /// Lärare, förskollärare.
        Teacher = "teacher",
    }
}

impl Level {
    /// Whether it leads the organiser: its board and its administration.
    pub fn leads(self) -> bool {
        matches!(self, Level::Board | Level::Administration)
    }

    /// Whether a confirmed seat of this level leads the organiser, and no person says so: the e-mail domain alone.
    pub fn is_unvouched(self, confirmed_by: Option<Id>) -> bool {
        self.leads() && confirmed_by.is_none()
    }
}

/// A seat with its organiser, as its holder sees it.
#[derive(Debug, Clone, Queryable)]
pub struct HeldSeat {
    /// Identifier.
    pub id: Id,
    /// The organiser.
    pub organiser_code: String,
    /// Its name.
    pub organiser_name: String,
    /// What the role is called.
    pub role: String,
    /// Level.
    pub level: Level,
    /// Since when the present holder has it.
    pub held_from: Option<NaiveDate>,
    /// When it was confirmed.
    pub confirmed_at: Option<Timestamp>,
}

/// What a new seat is made of.
#[derive(Debug, Clone)]
pub struct NewSeat {
    /// At which organiser.
    pub organiser_code: String,
    /// What the role is called.
    pub role: String,
    /// Level.
    pub level: Level,
    /// Who holds it.
    pub person_id: Id,
    /// Since when.
    pub held_from: NaiveDate,
}

/// Makes a seat and writes down who holds it. Unconfirmed.
pub fn create(tx: &mut Tx<'_>, new: &NewSeat, now: Timestamp) -> Result<Id> {
    let id = clock::new_id();
    diesel::insert_into(seats::table)
        .values((
            seats::id.eq(id),
            seats::organiser_code.eq(&new.organiser_code),
            seats::role.eq(&new.role),
            seats::level.eq(new.level),
            seats::person_id.eq(new.person_id),
            seats::held_from.eq(new.held_from),
            seats::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    diesel::insert_into(seat_holdings::table)
        .values((
            seat_holdings::id.eq(clock::new_id()),
            seat_holdings::seat_id.eq(id),
            seat_holdings::person_id.eq(new.person_id),
            seat_holdings::held_from.eq(new.held_from),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// Corrects what the role is called and its level. Who vouched for a seat vouched for its level: for another it waits anew, unless
/// the e-mail domain of its holder says enough.
pub fn edit(tx: &mut Tx<'_>, seat: Id, role: &str, level: Level, holder: Id, now: Timestamp) -> Result<()> {
    diesel::update(seats::table.find(seat).filter(seats::level.ne(level)))
        .set((seats::confirmed_at.eq(None::<Timestamp>), seats::confirmed_by.eq(None::<Id>)))
        .execute(&mut **tx)?;
    diesel::update(seats::table.find(seat))
        .set((seats::role.eq(role), seats::level.eq(level)))
        .execute(&mut **tx)?;
    confirm_by_domain(tx, holder, now)
}

/// The seats a person holds now.
pub fn held_by(db: &mut Db, person: Id) -> Result<Vec<HeldSeat>> {
    Ok(seats::table
        .inner_join(organisers::table)
        .filter(seats::person_id.eq(person))
        .order(organisers::name)
        .select((
            seats::id,
            seats::organiser_code,
            organisers::name,
            seats::role,
            seats::level,
            seats::held_from,
            seats::confirmed_at,
        ))
        .load(db)?)
}
