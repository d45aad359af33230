//! Which stories somebody has read, and until when with their comments. Their digests leave that out; nobody else is told.
//!
//! A script on the page of a story says so when it has been in sight for some seconds. Whoever comments, thanks or follows has read
//! it too, with or without a script.

use std::collections::HashMap;

use chrono::TimeDelta;
use diesel::prelude::*;

use super::Post;
use crate::db::schema::post_readings;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::on_both;

/// How long it is kept. A digest that is later than that tells a story again.
pub const REMEMBERED: TimeDelta = TimeDelta::days(180);

/// Keeps that somebody has read a story with what stood under it at that moment; never an earlier moment than is known.
pub(super) fn note(tx: &mut Tx<'_>, post: Id, person: Id, at: Timestamp) -> Result<()> {
    let row =
        (post_readings::person_id.eq(person), post_readings::post_id.eq(post), post_readings::read_at.eq(at));
    let new = on_both!(tx, c => diesel::insert_into(post_readings::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(c))?;
    if new == 0 {
        let known = post_readings::table.find((person, post)).filter(post_readings::read_at.lt(at));
        diesel::update(known).set(post_readings::read_at.eq(at)).execute(&mut **tx)?;
    }
    Ok(())
}

/// Whether a story can be read by others than its author: published and not withdrawn.
pub(super) fn is_out(post: &Post) -> bool {
    !post.is_draft() && post.withdrawn_at.is_none()
}

/// What some people have read after a moment, by person and story: until when. What was told of before is not asked.
pub fn readings_since(db: &mut Db, people: &[Id], since: Timestamp) -> Result<HashMap<(Id, Id), Timestamp>> {
    let rows: Vec<(Id, Id, Timestamp)> = post_readings::table
        .filter(post_readings::person_id.eq_any(people))
        .filter(post_readings::read_at.gt(since))
        .select((post_readings::person_id, post_readings::post_id, post_readings::read_at))
        .load(db)?;
    Ok(rows.into_iter().map(|(person, post, at)| ((person, post), at)).collect())
}

/// Forgets who has read a story that is gone.
pub(super) fn forget_of(tx: &mut Tx<'_>, post: Id) -> Result<()> {
    diesel::delete(post_readings::table.filter(post_readings::post_id.eq(post))).execute(&mut **tx)?;
    Ok(())
}

/// Forgets what was read before a moment; how much.
pub fn forget_readings(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    let old = post_readings::table.filter(post_readings::read_at.lt(before));
    Ok(diesel::delete(old).execute(&mut **tx)?)
}
