//! Links to what a meetup showed or was about.

use diesel::prelude::*;
use diesel::sql_types::Bool;

use super::note::hold_writable;
use crate::clock;
use crate::db::schema::{groups, materials, meetups};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx, padded};
use crate::error::Result;

/// Most that are loaded at once.
const MOST: i64 = 200;

/// What a person sees of links at a moment, the newest first.
macro_rules! seen {
    ($person:expr, $now:expr) => {
        materials::table
            .inner_join(meetups::table.inner_join(groups::table))
            .filter(materials::visible_from.le($now).or(materials::added_by.eq($person)))
            .order((materials::added_at.desc(), materials::id.desc()))
            .select((
                materials::id,
                materials::meetup_id,
                meetups::title,
                materials::title,
                materials::url,
                materials::visible_from,
                materials::added_at,
            ))
    };
}

/// A link.
#[derive(Debug, Clone, Queryable)]
pub struct Material {
    /// Identifier.
    pub id: Id,
    /// The meetup that it belongs to.
    pub meetup_id: Id,
    /// What that is called.
    pub meetup: String,
    /// What it is called, one line.
    pub title: String,
    /// Where it is, `http(s)`.
    pub url: String,
    /// From when on everybody sees it; before that, whoever added it.
    pub visible_from: Timestamp,
    /// When it was added.
    pub added_at: Timestamp,
}

/// What a link is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMaterial {
    /// What it is called, one line.
    pub title: String,
    /// Where it is, `http(s)`.
    pub url: String,
    /// From when on the others see it; none: at once.
    pub visible_from: Option<Timestamp>,
}

/// The links of a meetup that this person sees at a moment, the newest first. One query.
pub(super) fn materials_in(db: &mut Db, meetup: Id, person: Id, now: Timestamp) -> Result<Vec<Material>> {
    Ok(seen!(person, now).filter(materials::meetup_id.eq(meetup)).limit(MOST).load(db)?)
}

/// The newest links of the meetups of a group or a network that this person sees at a moment: those of all its groups, or of
/// these. One query.
pub fn materials_of(
    db: &mut Db,
    place: Id,
    groups: Option<&[Id]>,
    (person, now): (Id, Timestamp),
    most: i64,
) -> Result<Vec<Material>> {
    let all = groups.is_none().into_sql::<Bool>();
    Ok(seen!(person, now)
        .filter(groups::id.eq(place).or(groups::network_id.eq(place)))
        .filter(all.or(groups::id.eq_any(padded(groups.unwrap_or_default().iter().copied()))))
        .limit(most)
        .load(db)?)
}

/// Adds a link to a meetup. The same again (a form sent twice) is the one that is there.
pub fn add_material(tx: &mut Tx<'_>, meetup: Id, new: &NewMaterial, by: Id, now: Timestamp) -> Result<Id> {
    let (meetup, group) = hold_writable(tx, meetup)?;
    let twin = materials::table
        .filter(materials::group_id.eq(group.id))
        .filter(materials::meetup_id.eq(meetup.id))
        .filter(materials::title.eq(&new.title))
        .filter(materials::url.eq(&new.url))
        .filter(materials::added_by.eq(by))
        .select(materials::id)
        .first(&mut **tx)
        .optional()?;
    if let Some(twin) = twin {
        return Ok(twin);
    }
    let id = clock::new_id();
    diesel::insert_into(materials::table)
        .values((
            materials::id.eq(id),
            materials::meetup_id.eq(meetup.id),
            materials::group_id.eq(group.id),
            materials::title.eq(&new.title),
            materials::url.eq(&new.url),
            materials::visible_from.eq(new.visible_from.unwrap_or(now)),
            materials::added_by.eq(by),
            materials::added_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// The meetup of a link that this person sees at a moment. [`crate::error::Error::NotFound`] for one they do not see yet.
pub(super) fn meetup_of(db: &mut Db, id: Id, person: Id, now: Timestamp) -> Result<Id> {
    Ok(materials::table
        .find(id)
        .filter(materials::visible_from.le(now).or(materials::added_by.eq(person)))
        .select(materials::meetup_id)
        .first(db)?)
}

/// Takes a link away; nothing happens when it is gone.
pub(super) fn remove(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    diesel::delete(materials::table.find(id)).execute(&mut **tx)?;
    Ok(())
}
