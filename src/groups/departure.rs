//! Leaving a group, and what that does to it.

use diesel::prelude::*;

use super::group::Group;
use crate::app::App;
use crate::db::schema::{group_memberships, groups, people, rounds, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::meetups;

/// Fewest in a group that no round has set another number for.
const FEWEST: i64 = 3;

/// What is left of a group when one leaves. Seats that nobody holds, or whose holder has no account any more, do not count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Departure {
    /// Members left.
    pub left: i64,
    /// Fewest it should have.
    pub fewest: i64,
}

impl Departure {
    /// Whether the group becomes smaller than it should be.
    pub fn is_too_small(self) -> bool {
        self.left < self.fewest
    }
}

/// What happens when one member leaves.
pub fn departure(db: &mut Db, group: &Group) -> Result<Departure> {
    let members = present(db, group.id)?;
    let fewest = match (group.least, group.round_id) {
        (Some(least), _) => i64::from(least),
        (None, Some(round)) => {
            i64::from(rounds::table.find(round).select(rounds::size_min).first::<i32>(db)?)
        }
        (None, None) => FEWEST,
    };
    Ok(Departure { left: (members - 1).max(0), fewest })
}

/// Members that somebody with an account is.
fn present(db: &mut Db, group: Id) -> Result<i64> {
    Ok(group_memberships::table
        .inner_join(seats::table.inner_join(people::table))
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::left_at.is_null())
        .filter(people::disabled_at.is_null())
        .count()
        .get_result(db)?)
}

/// Takes a seat out of a group; places at meetups that it had are free. [`Error::NotFound`] when it is not in it.
pub fn remove_member(tx: &mut Tx<'_>, app: &App, group: Id, seat: Id, now: Timestamp) -> Result<()> {
    let stay = group_memberships::table
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::seat_id.eq(seat))
        .filter(group_memberships::left_at.is_null());
    let changed = diesel::update(stay).set(group_memberships::left_at.eq(now)).execute(&mut **tx)?;
    if changed == 1 { meetups::leave_places(tx, app, group, seat) } else { Err(Error::NotFound) }
}

/// Takes every seat of a person out of a group and tells the coordinators what is left of it.
/// [`Error::NotFound`] when the person is not in it.
pub fn leave(tx: &mut Tx<'_>, app: &App, group: &Group, person: Id) -> Result<Departure> {
    let now = app.clock.now();
    tx.lock(group.id)?;
    let mine: Vec<(Id, Id)> = group_memberships::table
        .inner_join(seats::table)
        .filter(group_memberships::group_id.eq(group.id))
        .filter(group_memberships::left_at.is_null())
        .filter(seats::person_id.eq(person))
        .select((group_memberships::id, seats::id))
        .load(&mut **tx)?;
    let Some((stay, first)) = mine.first().copied() else { return Err(Error::NotFound) };
    let mut after = departure(tx, group)?;
    after.left = (after.left + 1 - i64::try_from(mine.len()).unwrap_or(1)).max(0);
    for (_, seat) in &mine {
        remove_member(tx, app, group.id, *seat, now)?;
    }
    super::mail::left(tx, app, group, first, stay, after)?;
    Ok(after)
}

/// Tells the coordinators of every group that a seat is in and that has become too small, now that nobody holds the seat.
pub fn vacated(tx: &mut Tx<'_>, app: &App, seat: Id) -> Result<()> {
    let stays: Vec<Group> = groups::table
        .inner_join(group_memberships::table)
        .filter(group_memberships::seat_id.eq(seat))
        .filter(group_memberships::left_at.is_null())
        .filter(groups::closed_at.is_null())
        .order(groups::id)
        .select(Group::as_select())
        .load(&mut **tx)?;
    for group in stays {
        // Whoever held the seat is not counted any more.
        let Departure { fewest, .. } = departure(tx, &group)?;
        let after = Departure { left: present(tx, group.id)?, fewest };
        if after.is_too_small() {
            super::mail::vacated(tx, app, &group, seat, after)?;
        }
    }
    Ok(())
}

/// As [`vacated`], for every seat of somebody whose account was closed.
pub fn vacated_by(tx: &mut Tx<'_>, app: &App, person: Id) -> Result<()> {
    let held: Vec<Id> = seats::table
        .filter(seats::person_id.eq(person))
        .order(seats::id)
        .select(seats::id)
        .load(&mut **tx)?;
    held.into_iter().try_for_each(|seat| vacated(tx, app, seat))
}
