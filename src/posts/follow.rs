//! Who follows a story: its author, those who comment on it, and those who say so. Whoever mutes it gets no mail about it,
//! whatever else is true.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::{Post, reading};
use crate::db::schema::{comments, post_follows};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;

/// What somebody has said of a story: that they follow it, or that they want to hear nothing of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Queryable)]
pub struct Follow {
    /// Who.
    pub person_id: Id,
    /// Which story.
    pub post_id: Id,
    /// Whether they want to hear nothing of it.
    pub muted: bool,
}

/// What these people have said themselves. Authors and those who comment follow without saying so.
pub fn follows_of(db: &mut Db, people: &[Id]) -> Result<Vec<Follow>> {
    Ok(post_follows::table
        .filter(post_follows::person_id.eq_any(people))
        .order((post_follows::person_id, post_follows::post_id))
        .select((post_follows::person_id, post_follows::post_id, post_follows::muted))
        .load(db)?)
}

/// Follows or mutes from now on.
pub fn follow(tx: &mut Tx<'_>, post: Id, person: Id, muted: bool, now: Timestamp) -> Result<()> {
    tx.lock(person)?;
    let said = (post_follows::muted.eq(muted), post_follows::said_at.eq(now));
    if diesel::update(post_follows::table.find((post, person))).set(said).execute(&mut **tx)? == 0 {
        diesel::insert_into(post_follows::table)
            .values((post_follows::post_id.eq(post), post_follows::person_id.eq(person), said))
            .execute(&mut **tx)?;
    }
    // Whoever mutes may not even have looked.
    if muted { Ok(()) } else { reading::note(tx, post, person, now) }
}

/// Who follows a story, and who has muted it.
pub(super) fn followers(db: &mut Db, post: &Post) -> Result<(BTreeSet<Id>, BTreeSet<Id>)> {
    let said: Vec<(Id, bool)> = post_follows::table
        .filter(post_follows::post_id.eq(post.id))
        .select((post_follows::person_id, post_follows::muted))
        .load(db)?;
    let spoke: Vec<Id> = comments::table
        .filter(comments::post_id.eq(post.id))
        .filter(comments::withdrawn_at.is_null())
        .select(comments::author_id)
        .distinct()
        .load(db)?;
    let muted: BTreeSet<Id> = said.iter().filter(|(_, muted)| *muted).map(|(person, _)| *person).collect();
    let mut follow: BTreeSet<Id> = said.into_iter().map(|(person, _)| person).chain(spoke).collect();
    follow.insert(post.author_id);
    follow.retain(|person| !muted.contains(person));
    Ok((follow, muted))
}
