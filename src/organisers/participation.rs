//! Which organisers take part: somebody there holds a confirmed seat. People with protected personal data do not
//! count, because a mark on a small organiser would tell where they work.

use std::collections::HashSet;

use diesel::dsl::exists;
use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::{organisers, people, seats};
use crate::error::Result;

/// Those of some organisers that take part.
pub fn taking_part(db: &mut Db, codes: &[String]) -> Result<HashSet<String>> {
    let somebody = seats::table
        .inner_join(people::table)
        .filter(seats::organiser_code.eq(organisers::code))
        .filter(seats::confirmed_at.is_not_null())
        .filter(people::protected.eq(false))
        .filter(people::disabled_at.is_null());
    let found: Vec<String> = organisers::table
        .filter(organisers::code.eq_any(codes))
        .filter(exists(somebody))
        .select(organisers::code)
        .load(db)?;
    Ok(found.into_iter().collect())
}
