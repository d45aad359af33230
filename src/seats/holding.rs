//! Who held a seat when.

use chrono::NaiveDate;
use diesel::prelude::*;

use crate::clock;
use crate::db::schema::{handovers, people, seat_holdings, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::wishes;

/// A time with one holder.
#[derive(Debug, Clone)]
pub struct Holding {
    /// The holder's name; nothing for protected people.
    pub name: Option<String>,
    /// From this day.
    pub from: NaiveDate,
    /// To this day; nothing for the present holder.
    pub until: Option<NaiveDate>,
}

/// Who held a seat, latest first. `viewer` is always shown to themselves.
pub fn history(db: &mut Db, seat: Id, viewer: Id) -> Result<Vec<Holding>> {
    type Row = (Id, String, bool, NaiveDate, Option<NaiveDate>);
    let rows: Vec<Row> = seat_holdings::table
        .inner_join(people::table)
        .filter(seat_holdings::seat_id.eq(seat))
        .order((seat_holdings::held_from.desc(), seat_holdings::id.desc()))
        .limit(50)
        .select((
            people::id,
            people::name,
            people::protected,
            seat_holdings::held_from,
            seat_holdings::held_until,
        ))
        .load(db)?;
    let holding = |(id, name, protected, from, until): Row| Holding {
        name: (!protected || id == viewer).then_some(name),
        from,
        until,
    };
    Ok(rows.into_iter().map(holding).collect())
}

/// Gives a seat up: nobody holds it from `today`. What hangs on it waits for a successor; an offered handover
/// still stands.
pub fn give_up(tx: &mut Tx<'_>, seat: Id, today: NaiveDate) -> Result<()> {
    let before = holder(tx, seat)?;
    end_holding(tx, seat, today)?;
    diesel::update(seats::table.find(seat))
        .set((seats::person_id.eq(None::<Id>), seats::held_from.eq(None::<NaiveDate>)))
        .execute(&mut **tx)?;
    before.map_or(Ok(()), |before| wishes::forget_seat(tx, seat, before))
}

/// Puts a new holder on a seat, and ends the time of the one before.
pub(super) fn hold(tx: &mut Tx<'_>, seat: Id, person: Id, today: NaiveDate) -> Result<()> {
    let before = holder(tx, seat)?;
    end_holding(tx, seat, today)?;
    diesel::update(seats::table.find(seat))
        .set((seats::person_id.eq(person), seats::held_from.eq(today)))
        .execute(&mut **tx)?;
    diesel::insert_into(seat_holdings::table)
        .values((
            seat_holdings::id.eq(clock::new_id()),
            seat_holdings::seat_id.eq(seat),
            seat_holdings::person_id.eq(person),
            seat_holdings::held_from.eq(today),
        ))
        .execute(&mut **tx)?;
    before.map_or(Ok(()), |before| wishes::forget_seat(tx, seat, before))
}

fn holder(db: &mut Db, seat: Id) -> Result<Option<Id>> {
    Ok(seats::table.find(seat).select(seats::person_id).first(db)?)
}

fn end_holding(tx: &mut Tx<'_>, seat: Id, today: NaiveDate) -> Result<()> {
    let open = seat_holdings::table
        .filter(seat_holdings::seat_id.eq(seat))
        .filter(seat_holdings::held_until.is_null());
    diesel::update(open).set(seat_holdings::held_until.eq(today)).execute(&mut **tx)?;
    Ok(())
}

/// Ends every offer of a seat that is still open.
pub(super) fn withdraw_offers(tx: &mut Tx<'_>, seat: Id, now: Timestamp) -> Result<()> {
    let open = handovers::table
        .filter(handovers::seat_id.eq(seat))
        .filter(handovers::accepted_at.is_null())
        .filter(handovers::withdrawn_at.is_null());
    diesel::update(open).set(handovers::withdrawn_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}
