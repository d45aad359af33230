//! What somebody wants of a place: the choices of people and groups, and the order in which they hold.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::accounts::Frequency;
use crate::db::schema::{people, subscriptions};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::mail::outbox;

diesel::alias!(subscriptions as others: Others);

/// What holds for a place: what the person has chosen for it, else what the group has set for its members, else how the person
/// gets everything. Who has chosen to get nothing gets nothing by what a group has set.
pub fn in_force(own: Option<Frequency>, set: Option<Frequency>, general: Frequency) -> Frequency {
    match (own, set) {
        (Some(own), _) => own,
        (None, Some(set)) if general != Frequency::Never => set,
        (None, _) => general,
    }
}

/// What comes more often of two.
pub(super) fn more_often(one: Frequency, two: Frequency) -> Frequency {
    let is_one = |frequency: &&Frequency| **frequency == one || **frequency == two;
    // The list begins with what comes most often.
    Frequency::ALL.iter().find(is_one).copied().unwrap_or(one)
}

/// What some people have chosen, by person and place.
pub(super) fn choices(db: &mut Db, people: &[Id]) -> Result<HashMap<(Id, Id), Frequency>> {
    let rows: Vec<(Id, Id, Frequency)> = subscriptions::table
        .filter(subscriptions::person_id.eq_any(people))
        .select((subscriptions::person_id, subscriptions::place_id, subscriptions::frequency))
        .load(db)?;
    Ok(rows.into_iter().map(|(person, place, frequency)| ((person, place), frequency)).collect())
}

/// What one person has chosen, by group, network or theme.
pub fn choices_of(db: &mut Db, person: Id) -> Result<HashMap<Id, Frequency>> {
    Ok(choices(db, &[person])?.into_iter().map(|((_, place), frequency)| (place, frequency)).collect())
}

/// Keeps how a person gets everything, and what they have chosen for places; none: nothing of their own. Other places stay.
pub(super) fn save(
    tx: &mut Tx<'_>,
    person: Id,
    general: Frequency,
    places: &[(Id, Option<Frequency>)],
    now: Timestamp,
) -> Result<()> {
    tx.lock(person)?;
    let at_once = general == Frequency::AtOnce;
    diesel::update(people::table.find(person))
        .set((
            people::digest_frequency.eq(general.rhythm()),
            people::stories_at_once.eq(at_once),
            people::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    places.iter().try_for_each(|(place, frequency)| put(tx, person, *place, *frequency, now))
}

/// Keeps what a person has chosen for one place; none: nothing of their own.
pub(super) fn choose(
    tx: &mut Tx<'_>,
    person: Id,
    place: Id,
    frequency: Option<Frequency>,
    now: Timestamp,
) -> Result<()> {
    tx.lock(person)?;
    put(tx, person, place, frequency, now)
}

/// Lets what people have chosen for a place hold for another, unless they have chosen for that too. A mute goes over as well: nobody
/// is mailed what they have declined.
pub fn move_subscriptions(tx: &mut Tx<'_>, from: Id, to: Id) -> Result<()> {
    let of = |place: Id| subscriptions::table.filter(subscriptions::place_id.eq(place));
    let settled = others
        .filter(others.field(subscriptions::place_id).eq(to))
        .select(others.field(subscriptions::person_id));
    diesel::delete(of(from).filter(subscriptions::person_id.eq_any(settled))).execute(&mut **tx)?;
    diesel::update(of(from)).set(subscriptions::place_id.eq(to)).execute(&mut **tx)?;
    Ok(())
}

/// Ends what comes from a place. Again is as good as once.
pub(super) fn end(tx: &mut Tx<'_>, person: Id, place: Id, now: Timestamp) -> Result<()> {
    choose(tx, person, place, Some(Frequency::Never), now)
}

/// Ends everything: nothing comes from anywhere any more, and no digest that waits.
pub(super) fn end_all(tx: &mut Tx<'_>, person: Id, now: Timestamp) -> Result<()> {
    save(tx, person, Frequency::Never, &[], now)?;
    let some = subscriptions::table
        .filter(subscriptions::person_id.eq(person))
        .filter(subscriptions::frequency.ne(Frequency::Never));
    diesel::delete(some).execute(&mut **tx)?;
    outbox::drop_waiting(tx, "story", person)?;
    outbox::drop_waiting(tx, "digest", person).map(drop)
}

fn put(tx: &mut Tx<'_>, person: Id, place: Id, frequency: Option<Frequency>, now: Timestamp) -> Result<()> {
    diesel::delete(subscriptions::table.find((person, place))).execute(&mut **tx)?;
    if let Some(frequency) = frequency {
        diesel::insert_into(subscriptions::table)
            .values((
                subscriptions::person_id.eq(person),
                subscriptions::place_id.eq(place),
                subscriptions::frequency.eq(frequency),
                subscriptions::chosen_at.eq(now),
            ))
            .execute(&mut **tx)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_two_the_more_frequent_counts() {
        use Frequency::{AtOnce, Daily, Never, Weekly};
        assert_eq!(more_often(Weekly, Daily), Daily);
        assert_eq!(more_often(AtOnce, Daily), AtOnce);
        assert_eq!(more_often(Never, Weekly), Weekly);
        assert_eq!(more_often(Never, Never), Never);
    }

    #[test]
    fn ones_own_choice_beats_the_groups_and_that_beats_the_general() {
        use Frequency::{AtOnce, Daily, Never, Weekly};
        for (own, set, general, wanted) in [
            (None, None, Weekly, Weekly),
            (None, Some(AtOnce), Weekly, AtOnce),
            (None, Some(Never), Daily, Never),
            (Some(Daily), Some(AtOnce), Weekly, Daily),
            (Some(Never), Some(AtOnce), Daily, Never),
            (Some(Daily), None, Never, Daily),
            (None, Some(Daily), Never, Never),
        ] {
            assert_eq!(in_force(own, set, general), wanted, "{own:?} {set:?} {general:?}");
        }
    }
}
