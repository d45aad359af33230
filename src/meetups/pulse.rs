//! Whether groups meet: when they last did, and when they will. For seeing where a nudge helps, not for comparing.

use std::collections::BTreeMap;

use diesel::dsl::{max, min};
use diesel::prelude::*;

use crate::db::Db;
use crate::db::schema::meetups;
use crate::db::types::{Id, Timestamp};
use crate::error::Result;

/// When a group last met, and when it will meet next.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Pulse {
    /// Start of the latest meetup that has begun.
    pub last: Option<Timestamp>,
    /// Start of the next one.
    pub next: Option<Timestamp>,
}

/// The pulse of each of these groups, in two queries. Groups without meetups are left out; cancelled meetups do not count.
pub fn pulse(db: &mut Db, groups: &[Id], now: Timestamp) -> Result<BTreeMap<Id, Pulse>> {
    let held: Vec<(Id, Option<Timestamp>)> = meetups::table
        .filter(meetups::group_id.eq_any(groups))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::starts_at.le(now))
        .group_by(meetups::group_id)
        .select((meetups::group_id, max(meetups::starts_at)))
        .load(db)?;
    let planned: Vec<(Id, Option<Timestamp>)> = meetups::table
        .filter(meetups::group_id.eq_any(groups))
        .filter(meetups::cancelled_at.is_null())
        .filter(meetups::starts_at.gt(now))
        .group_by(meetups::group_id)
        .select((meetups::group_id, min(meetups::starts_at)))
        .load(db)?;
    let mut found: BTreeMap<Id, Pulse> = BTreeMap::new();
    for (group, last) in held {
        found.entry(group).or_default().last = last;
    }
    for (group, next) in planned {
        found.entry(group).or_default().next = next;
    }
    Ok(found)
}
