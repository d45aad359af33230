//! Who is in a group.

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::clock;
use crate::db::schema::{group_memberships, organisers, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;
use crate::seats::Level;

/// A member of a group as the other members see it.
#[derive(Debug, Clone, Queryable)]
pub struct Member {
    /// The seat.
    pub seat_id: Id,
    /// Who holds it; nobody when it is vacant.
    pub person_id: Option<Id>,
    /// Name of the holder; none when the seat is vacant or the holder is protected.
    pub name: Option<String>,
    /// Whether the holder has protected personal data: shown by role and organiser alone. None when vacant.
    pub protected: Option<bool>,
    /// What the role is called.
    pub role: String,
    /// Level.
    pub level: Level,
    /// The organiser.
    pub organiser_code: String,
    /// Its name.
    pub organiser_name: String,
    /// Why this seat is here, as data (JSON); may be empty.
    pub why: String,
    /// Since when.
    pub joined_at: Timestamp,
}

impl Member {
    /// The name as the other members see it; a word for the protected and for vacant seats.
    pub fn shown(&self, lang: Lang) -> String {
        match (&self.name, self.protected) {
            (Some(name), _) => name.clone(),
            (None, Some(_)) => lang.t("person-protected"),
            (None, None) => lang.t("group-seat-vacant"),
        }
    }
}

/// The member that a person is; of two seats, the one that joined first, as [`seat_in`] has it.
pub fn own(members: &[Member], person: Id) -> Option<&Member> {
    members.iter().filter(|member| member.person_id == Some(person)).min_by_key(|member| member.joined_at)
}

/// Takes a seat into a group, unless it is in already.
pub fn add_member(tx: &mut Tx<'_>, group: Id, seat: Id, why: &str, now: Timestamp) -> Result<()> {
    let inside: bool = diesel::select(exists(
        group_memberships::table
            .filter(group_memberships::group_id.eq(group))
            .filter(group_memberships::seat_id.eq(seat))
            .filter(group_memberships::left_at.is_null()),
    ))
    .get_result(&mut **tx)?;
    if inside {
        return Ok(());
    }
    diesel::insert_into(group_memberships::table)
        .values((
            group_memberships::id.eq(clock::new_id()),
            group_memberships::group_id.eq(group),
            group_memberships::seat_id.eq(seat),
            group_memberships::why.eq(why),
            group_memberships::joined_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Says anew why a seat is in the group, as data.
pub fn explain_member(tx: &mut Tx<'_>, group: Id, seat: Id, why: &str) -> Result<()> {
    let stay = group_memberships::table
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::seat_id.eq(seat))
        .filter(group_memberships::left_at.is_null());
    diesel::update(stay).set(group_memberships::why.eq(why)).execute(&mut **tx)?;
    Ok(())
}

/// The present members, by organiser. Protected people come without a name.
pub fn members_of(db: &mut Db, group: Id) -> Result<Vec<Member>> {
    let mut members: Vec<Member> = group_memberships::table
        .inner_join(seats::table.inner_join(organisers::table).left_join(people::table))
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::left_at.is_null())
        .order((organisers::name, seats::role, seats::id))
        .select((
            seats::id,
            seats::person_id,
            people::name.nullable(),
            people::protected.nullable(),
            seats::role,
            seats::level,
            organisers::code,
            organisers::name,
            group_memberships::why,
            group_memberships::joined_at,
        ))
        .prepared()
        .load(db)?;
    for member in members.iter_mut().filter(|member| member.protected == Some(true)) {
        member.name = None;
    }
    Ok(members)
}

/// Whether a seat of this person is in the group.
pub fn is_member(db: &mut Db, group: Id, person: Id) -> Result<bool> {
    match seat_in(db, group, person) {
        Ok(_) => Ok(true),
        Err(Error::NotFound) => Ok(false),
        Err(error) => Err(error),
    }
}

/// The seat by which a person is in a group.
pub fn seat_in(db: &mut Db, group: Id, person: Id) -> Result<Id> {
    Ok(group_memberships::table
        .inner_join(seats::table)
        .filter(group_memberships::group_id.eq(group))
        .filter(group_memberships::left_at.is_null())
        .filter(seats::person_id.eq(person))
        .order(group_memberships::joined_at)
        .select(seats::id)
        .first(db)?)
}

diesel::alias!(seats as my_seats: MySeats, group_memberships as my_memberships: MyMemberships);

/// The groups that a person is in by any seat, for `eq_any` in other queries.
#[diesel::dsl::auto_type(no_type_alias)]
pub fn joined_by(person: Id) -> _ {
    let mine = my_memberships.inner_join(
        my_seats.on(my_seats.field(seats::id).eq(my_memberships.field(group_memberships::seat_id))),
    );
    mine.filter(my_seats.field(seats::person_id).eq(person))
        .filter(my_memberships.field(group_memberships::left_at).is_null())
        .select(my_memberships.field(group_memberships::group_id))
}
