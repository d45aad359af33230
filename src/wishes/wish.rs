//! The wish row, its verbs, and what the matcher is told.

use diesel::prelude::*;

use crate::clock;

use crate::db::schema::{not_with_wishes as wishes, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx, padded};
use crate::error::{Error, Result};

/// Most wishes that one person has: whoever keeps away from more can hardly be placed.
pub const MOST: i64 = 20;

/// Whom a wish concerns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// The person who holds a seat.
    Seat(Id),
    /// Everybody from an organiser, by its code.
    Organiser(String),
}

/// A wish as its maker sees it.
#[derive(Debug, Clone)]
pub(super) struct Wish {
    pub id: Id,
    /// Name of the organiser.
    pub organiser: String,
    /// Who it is, where it concerns a person.
    pub person: Option<Wished>,
}

/// The person whom a wish concerns.
#[derive(Debug, Clone)]
pub(super) struct Wished {
    pub role: String,
    /// Nothing for protected people and closed accounts.
    pub name: Option<String>,
}

/// Makes a wish; nothing more when it is made already. [`Error::Conflict`] when there are too many, or when it concerns
/// the maker; [`Error::NotFound`] when nobody holds the seat. Whether the maker may know of the seat is for the caller.
pub fn make(tx: &mut Tx<'_>, person: Id, about: &About, now: Timestamp) -> Result<()> {
    tx.lock(person)?;
    let mine = wishes::table.filter(wishes::person_id.eq(person));
    let (seat, holder, organiser) = match about {
        About::Seat(seat) => {
            let holder: Option<Id> = seats::table.find(seat).select(seats::person_id).first(&mut **tx)?;
            (Some(*seat), Some(holder.ok_or(Error::NotFound)?), None)
        }
        About::Organiser(code) => (None, None, Some(code)),
    };
    if holder == Some(person) {
        return Err(Error::Conflict("error-wish-oneself"));
    }
    let same: i64 = match (holder, organiser) {
        (Some(holder), _) => mine.filter(wishes::about_person.eq(holder)).count().get_result(&mut **tx)?,
        (None, code) => mine.filter(wishes::about_organiser.eq(code)).count().get_result(&mut **tx)?,
    };
    if same > 0 {
        return Ok(());
    }
    if mine.count().get_result::<i64>(&mut **tx)? >= MOST {
        return Err(Error::Conflict("error-wishes-many"));
    }
    diesel::insert_into(wishes::table)
        .values((
            wishes::id.eq(clock::new_id()),
            wishes::person_id.eq(person),
            wishes::about_seat.eq(seat),
            wishes::about_person.eq(holder),
            wishes::about_organiser.eq(organiser),
            wishes::made_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes a wish back. [`Error::NotFound`] when it is not this person's.
pub(super) fn take_back(tx: &mut Tx<'_>, person: Id, id: Id) -> Result<()> {
    let mine = wishes::table.find(id).filter(wishes::person_id.eq(person));
    let gone = diesel::delete(mine).execute(&mut **tx)?;
    if gone == 1 { Ok(()) } else { Err(Error::NotFound) }
}

/// A person's wishes, the oldest first. Two queries.
pub(super) fn of_person(db: &mut Db, person: Id) -> Result<Vec<Wish>> {
    type Row = (Id, String, String, String, bool, Option<Timestamp>);
    let about_people: Vec<Row> = wishes::table
        .inner_join(seats::table.on(wishes::about_seat.eq(seats::id.nullable())))
        .inner_join(people::table.on(wishes::about_person.eq(people::id.nullable())))
        .inner_join(organisers::table.on(seats::organiser_code.eq(organisers::code)))
        .filter(wishes::person_id.eq(person))
        .select((
            wishes::id,
            organisers::name,
            seats::role,
            people::name,
            people::protected,
            people::disabled_at,
        ))
        .load(db)?;
    let about_organisers: Vec<(Id, String)> = wishes::table
        .inner_join(organisers::table.on(wishes::about_organiser.eq(organisers::code.nullable())))
        .filter(wishes::person_id.eq(person))
        .select((wishes::id, organisers::name))
        .load(db)?;
    let person = |(id, organiser, role, name, protected, disabled_at): Row| {
        let name = Some(name).filter(|_| !protected && disabled_at.is_none());
        Wish { id, organiser, person: Some(Wished { role, name }) }
    };
    let organiser = |(id, organiser)| Wish { id, organiser, person: None };
    let mut all: Vec<Wish> = about_people.into_iter().map(person).collect();
    all.extend(about_organisers.into_iter().map(organiser));
    all.sort_by_key(|wish| wish.id);
    Ok(all)
}

/// What the matcher keeps to: for each of these people's wishes, who made it, the person or the organiser.
pub fn not_with(db: &mut Db, of: &[Id]) -> Result<Vec<(Id, Option<Id>, Option<String>)>> {
    let mut all = Vec::new();
    for some in of.chunks(5_000) {
        let columns = (wishes::person_id, wishes::about_person, wishes::about_organiser);
        let made =
            wishes::table.filter(wishes::person_id.eq_any(padded(some.iter().copied()))).order(wishes::id);
        all.extend(made.select(columns).prepared().load::<(Id, Option<Id>, Option<String>)>(db)?);
    }
    Ok(all)
}

/// What goes when `person` no longer holds a seat: wishes about the person in it, and the person's own when they hold
/// none any more.
pub fn forget_seat(tx: &mut Tx<'_>, seat: Id, person: Id) -> Result<()> {
    diesel::delete(wishes::table.filter(wishes::about_seat.eq(seat))).execute(&mut **tx)?;
    let held: i64 = seats::table.filter(seats::person_id.eq(person)).count().get_result(&mut **tx)?;
    if held == 0 {
        let of_person = wishes::person_id.eq(person).or(wishes::about_person.assume_not_null().eq(person));
        diesel::delete(wishes::table.filter(of_person)).execute(&mut **tx)?;
    }
    Ok(())
}
