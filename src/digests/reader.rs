//! Whose digest is due.

use std::collections::HashMap;

use chrono_tz::Tz;
use diesel::dsl::{exists, max, not};
use diesel::prelude::*;

use super::period::{Habit, Period};
use crate::accounts::DigestFrequency;
use crate::db::Db;
use crate::db::schema::{digests, people};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::i18n::Lang;

/// Somebody whose digest is to be composed.
#[derive(Debug, Clone)]
pub(super) struct Reader {
    pub(super) id: Id,
    pub(super) email: String,
    pub(super) name: String,
    pub(super) lang: Lang,
    pub(super) zone: Tz,
    /// What came until then was in an earlier digest.
    pub(super) since: Timestamp,
    pub(super) period: String,
}

/// A habit that somebody has, with the zone as it is stored.
pub(super) type Kept = (DigestFrequency, String, i32, i32);

/// Every habit that anybody has.
pub(super) fn habits(db: &mut Db) -> Result<Vec<Kept>> {
    Ok(people::table
        .filter(people::digest_frequency.ne(DigestFrequency::Never))
        .select((people::digest_frequency, people::time_zone, people::digest_hour, people::digest_weekday))
        .distinct()
        .load(db)?)
}

impl From<&Kept> for Habit {
    fn from((frequency, zone, hour, weekday): &Kept) -> Self {
        Habit {
            frequency: *frequency,
            zone: zone.parse().unwrap_or(Tz::Europe__Stockholm),
            hour: u32::try_from(*hour).unwrap_or(7),
            weekday: u32::try_from(*weekday).unwrap_or(1),
        }
    }
}

/// A habit whose period is due, and as far as its people have been taken.
#[derive(Debug, Clone)]
pub(super) struct Due {
    pub(super) kept: Kept,
    pub(super) habit: Habit,
    pub(super) period: Period,
    pub(super) after: Option<Id>,
}

/// The next people with a habit who have no digest of the period yet. Accounts younger than the period wait for the next.
pub(super) fn next(db: &mut Db, due: &Due, limit: i64) -> Result<Vec<Reader>> {
    let (frequency, zone, hour, weekday) = &due.kept;
    let done = digests::table
        .filter(digests::person_id.eq(people::id))
        .filter(digests::period.eq(&due.period.name))
        .select(digests::id);
    let mut query = people::table
        .filter(people::digest_frequency.eq(*frequency))
        .filter(people::time_zone.eq(zone))
        .filter(people::digest_hour.eq(*hour))
        .filter(people::digest_weekday.eq(*weekday))
        .filter(people::disabled_at.is_null())
        .filter(people::confirmed_at.le(Timestamp::from(due.period.due)))
        .filter(not(exists(done)))
        .into_boxed();
    if let Some(after) = due.after {
        query = query.filter(people::id.gt(after));
    }
    let rows: Vec<(Id, String, String, Lang)> = query
        .order(people::id)
        .limit(limit)
        .select((people::id, people::email, people::name, people::language))
        .load(db)?;
    let ids: Vec<Id> = rows.iter().map(|row| row.0).collect();
    let until = last_until(db, &ids)?;
    let first = Timestamp::from(due.period.due) - due.habit.length();
    let reader = |(id, email, name, lang): (Id, String, String, Lang)| Reader {
        since: until.get(&id).copied().unwrap_or(first),
        zone: due.habit.zone,
        period: due.period.name.clone(),
        id,
        email,
        name,
        lang,
    };
    Ok(rows.into_iter().map(reader).collect())
}

/// The reader behind an account, as if a digest were composed now.
pub(super) fn one(db: &mut Db, id: Id, now: Timestamp) -> Result<(Reader, DigestFrequency)> {
    let (email, name, lang, kept): (String, String, Lang, Kept) = people::table
        .find(id)
        .select((
            people::email,
            people::name,
            people::language,
            (people::digest_frequency, people::time_zone, people::digest_hour, people::digest_weekday),
        ))
        .first(db)?;
    let habit = Habit::from(&kept);
    let since = last_until(db, &[id])?.get(&id).copied().unwrap_or(now - habit.length());
    let reader = Reader { id, email, name, lang, zone: habit.zone, since, period: String::new() };
    Ok((reader, kept.0))
}

fn last_until(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, Timestamp>> {
    let rows: Vec<(Id, Option<Timestamp>)> = digests::table
        .filter(digests::person_id.eq_any(ids))
        .group_by(digests::person_id)
        .select((digests::person_id, max(digests::until)))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, until)| Some((id, until?))).collect())
}
