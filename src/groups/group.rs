//! The group row and its verbs.

use diesel::prelude::*;

use crate::accounts::Frequency;
use crate::clock;
use crate::db::schema::{group_memberships, groups, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;

/// An exchange group.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = groups)]
pub struct Group {
    /// Identifier.
    pub id: Id,
    /// The network it belongs to.
    pub network_id: Id,
    /// The round that made it, if one did.
    pub round_id: Option<Id>,
    /// Name.
    pub name: String,
    /// What the members have agreed on, Markdown.
    pub agreement: String,
    /// Why these people, as data (JSON of `matching::GroupExplanation`); empty for groups made by hand.
    pub why: String,
    /// Whether members of the network may ask to join.
    pub open: bool,
    /// When it was closed.
    pub closed_at: Option<Timestamp>,
    /// Fewest that coordinators have said is enough; none: what its round says.
    pub least: Option<i32>,
    /// How often the members get what is new in it, unless they have chosen; none: as they get everything.
    pub digest_default: Option<Frequency>,
}

/// What a new group is made of.
#[derive(Debug, Clone)]
pub struct NewGroup {
    /// The network.
    pub network_id: Id,
    /// The round, if one makes it.
    pub round_id: Option<Id>,
    /// Name.
    pub name: String,
    /// Why, as data; may be empty.
    pub why: String,
    /// Whether members of the network may ask to join.
    pub open: bool,
    /// Who makes it.
    pub created_by: Option<Id>,
}

/// Makes a group without members.
pub fn create(tx: &mut Tx<'_>, new: &NewGroup, now: Timestamp) -> Result<Id> {
    let id = clock::new_id();
    diesel::insert_into(groups::table)
        .values((
            groups::id.eq(id),
            groups::network_id.eq(new.network_id),
            groups::round_id.eq(new.round_id),
            groups::name.eq(&new.name),
            groups::agreement.eq(""),
            groups::why.eq(&new.why),
            groups::open.eq(new.open),
            groups::created_by.eq(new.created_by),
            groups::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// The group with this identifier, whoever asks.
pub fn find(db: &mut Db, id: Id) -> Result<Group> {
    Ok(groups::table.find(id).select(Group::as_select()).first(db)?)
}

/// The groups a person is in by any seat, by name.
pub fn of_person(db: &mut Db, person: Id) -> Result<Vec<Group>> {
    Ok(groups::table
        .filter(
            groups::id.eq_any(
                group_memberships::table
                    .inner_join(seats::table)
                    .filter(seats::person_id.eq(person))
                    .filter(group_memberships::left_at.is_null())
                    .select(group_memberships::group_id),
            ),
        )
        .filter(groups::closed_at.is_null())
        .order(groups::name)
        .select(Group::as_select())
        .load(db)?)
}

/// Gives a group another name and says whether members of the network may ask to join.
pub fn update(tx: &mut Tx<'_>, id: Id, name: &str, open: bool) -> Result<()> {
    diesel::update(groups::table.find(id))
        .set((groups::name.eq(name), groups::open.eq(open)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Sets how often the members get what is new in a group, unless they have chosen.
pub fn set_digest_default(tx: &mut Tx<'_>, id: Id, frequency: Option<Frequency>) -> Result<()> {
    diesel::update(groups::table.find(id)).set(groups::digest_default.eq(frequency)).execute(&mut **tx)?;
    Ok(())
}

/// Writes down what the members have agreed on, Markdown.
pub fn agree(tx: &mut Tx<'_>, id: Id, agreement: &str) -> Result<()> {
    diesel::update(groups::table.find(id)).set(groups::agreement.eq(agreement)).execute(&mut **tx)?;
    Ok(())
}

/// Says anew why the group is what it is, as data.
pub fn explain(tx: &mut Tx<'_>, id: Id, why: &str) -> Result<()> {
    diesel::update(groups::table.find(id)).set(groups::why.eq(why)).execute(&mut **tx)?;
    Ok(())
}

/// Says how few are enough in the group, whatever its round says.
pub fn be_enough(tx: &mut Tx<'_>, id: Id, least: i32) -> Result<()> {
    diesel::update(groups::table.find(id)).set(groups::least.eq(least)).execute(&mut **tx)?;
    Ok(())
}

/// Closes a group: it takes no members and no meetups any more, what was written stays. Twice is once.
pub fn close(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<()> {
    diesel::update(groups::table.find(id).filter(groups::closed_at.is_null()))
        .set(groups::closed_at.eq(now))
        .execute(&mut **tx)?;
    Ok(())
}
