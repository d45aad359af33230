//! Who does what at a meetup.

use diesel::prelude::*;

use crate::db::schema::{group_memberships, meetup_roles, meetups};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::meetups::Meetup;
use crate::word_enum;

word_enum! {
    /// Something that one of the group does for the others. Texts: `role-<word>` is its name, `role-<word>-does` what it is.
    pub enum Role {
        /// Answers for the room or the link, and greets everybody.
        Host = "host",
        /// Keeps time and sees that everybody is heard.
        Facilitator = "facilitator",
        /// Writes down what is decided and promised.
        NoteTaker = "note-taker",
    }
}

/// Most turns that are looked back on.
const MOST_TURNS: i64 = 600;

/// Somebody's turn with a role.
#[derive(Debug, Clone, PartialEq, Eq, Queryable)]
pub struct Turn {
    /// At which meetup.
    pub meetup: Id,
    /// When that begins.
    pub at: Timestamp,
    /// Which role.
    pub role: Role,
    /// The seat that has it.
    pub seat: Id,
    /// When the seat gave it up again.
    pub given_up_at: Option<Timestamp>,
}

/// The turns of a group that count at a meetup: those of earlier meetups, and its own; the latest first. One query.
pub fn turns_of(db: &mut Db, meetup: &Meetup) -> Result<Vec<Turn>> {
    let is_earlier = meetups::cancelled_at.is_null().and(meetups::starts_at.lt(meetup.starts_at));
    Ok(meetup_roles::table
        .inner_join(meetups::table)
        .filter(meetups::group_id.eq(meetup.group_id))
        .filter(meetups::id.eq(meetup.id).or(is_earlier))
        .order((meetups::starts_at.desc(), meetups::id))
        .limit(MOST_TURNS)
        .select((
            meetups::id,
            meetups::starts_at,
            meetup_roles::role,
            meetup_roles::seat_id,
            meetup_roles::given_up_at,
        ))
        .load(db)?)
}

/// Gives a role to a seat of the group; nothing happens when it has it. `seen` is who had the role when that was decided, where
/// this matters: [`Error::Conflict`] when somebody else has taken it since. Also when the meetup is cancelled or over.
pub fn give(
    tx: &mut Tx<'_>,
    meetup: Id,
    (role, seat): (Role, Id),
    seen: Option<Option<Id>>,
    by: Id,
    now: Timestamp,
) -> Result<()> {
    let found = hold(tx, meetup, now)?;
    let inside: Option<Id> = group_memberships::table
        .filter(group_memberships::group_id.eq(found.group_id))
        .filter(group_memberships::seat_id.eq(seat))
        .filter(group_memberships::left_at.is_null())
        .select(group_memberships::seat_id)
        .first(&mut **tx)
        .optional()?;
    inside.ok_or(Error::NotFound)?;
    let row = meetup_roles::table.find((meetup, role));
    let before: Option<(Id, Option<Timestamp>)> =
        row.select((meetup_roles::seat_id, meetup_roles::given_up_at)).first(&mut **tx).optional()?;
    let holder = before.filter(|(_, given_up)| given_up.is_none()).map(|(seat, _)| seat);
    if holder == Some(seat) {
        return Ok(());
    }
    if seen.is_some_and(|seen| seen != holder) {
        return Err(Error::Conflict("error-role-taken"));
    }
    let given = (
        meetup_roles::seat_id.eq(seat),
        meetup_roles::given_by.eq(by),
        meetup_roles::given_at.eq(now),
        meetup_roles::given_up_at.eq(None::<Timestamp>),
    );
    if before.is_some() {
        diesel::update(row).set(given).execute(&mut **tx)?;
    } else {
        diesel::insert_into(meetup_roles::table)
            .values((meetup_roles::meetup_id.eq(meetup), meetup_roles::role.eq(role), given))
            .execute(&mut **tx)?;
    }
    Ok(())
}

/// Gives a role up that a seat has; nothing happens when it has it no more.
pub fn give_up(tx: &mut Tx<'_>, meetup: Id, role: Role, seat: Id, now: Timestamp) -> Result<()> {
    hold(tx, meetup, now)?;
    let row = meetup_roles::table
        .find((meetup, role))
        .filter(meetup_roles::seat_id.eq(seat))
        .filter(meetup_roles::given_up_at.is_null());
    diesel::update(row).set(meetup_roles::given_up_at.eq(now)).execute(&mut **tx)?;
    Ok(())
}

fn hold(tx: &mut Tx<'_>, meetup: Id, now: Timestamp) -> Result<Meetup> {
    tx.lock(meetup)?;
    let meetup = crate::meetups::find(tx, meetup)?;
    meetup.must_be_coming(now)?;
    Ok(meetup)
}
