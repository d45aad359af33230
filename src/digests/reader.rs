//! Whose digest is due.

use std::collections::{HashMap, HashSet};

use chrono::TimeDelta;
use chrono_tz::Tz;
use diesel::dsl::max;
use diesel::prelude::*;

use super::period::{Habit, Period};
use crate::accounts::{DigestFrequency, Frequency};
use crate::db::Db;
use crate::db::schema::{digests, group_memberships, groups, people, seats, subscriptions};
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
    /// How they get everything for which nothing else is chosen.
    pub(super) general: Frequency,
    /// What came until then was in an earlier digest, or does not matter.
    pub(super) since: Timestamp,
    /// The periods that this digest closes; their first names the mail.
    pub(super) periods: Vec<String>,
    /// Whether what comes daily is due.
    pub(super) daily: bool,
    /// Whether what comes weekly is due.
    pub(super) weekly: bool,
}

impl Reader {
    /// Nobody in particular, who gets what is new of a week.
    pub(super) fn typical(lang: Lang, zone: Tz, now: Timestamp) -> Self {
        Reader {
            id: Id(uuid::Uuid::nil()),
            email: String::new(),
            name: String::new(),
            lang,
            zone,
            general: Frequency::Weekly,
            since: now - length(DigestFrequency::Weekly),
            periods: Vec::new(),
            daily: true,
            weekly: true,
        }
    }

    /// Whether it is a person, who may have read or written something.
    pub(super) fn is_somebody(&self) -> bool {
        self.id != Id(uuid::Uuid::nil())
    }
}

/// A habit that somebody has, with the zone as it is stored.
pub(super) type Kept = (DigestFrequency, String, i32, i32);

/// Every habit that anybody has who gets anything.
pub(super) fn habits(db: &mut Db) -> Result<Vec<Kept>> {
    let some = people::digest_frequency.ne(DigestFrequency::Never).or(people::id.eq_any(choosers()));
    Ok(people::table
        .filter(some)
        .select((people::digest_frequency, people::time_zone, people::digest_hour, people::digest_weekday))
        .distinct()
        .load(db)?)
}

/// Who has chosen to get something from some place.
#[diesel::dsl::auto_type(no_type_alias)]
pub(super) fn choosers() -> _ {
    let nothing: Frequency = Frequency::Never;
    subscriptions::table.filter(subscriptions::frequency.ne(nothing)).select(subscriptions::person_id)
}

impl From<&Kept> for Habit {
    fn from((_, zone, hour, weekday): &Kept) -> Self {
        Habit {
            zone: zone.parse().unwrap_or(Tz::Europe__Stockholm),
            hour: u32::try_from(*hour).unwrap_or(7),
            weekday: u32::try_from(*weekday).unwrap_or(1),
        }
    }
}

/// A habit, the periods that are due, and as far as its people have been taken.
#[derive(Debug, Clone)]
pub(super) struct Due {
    pub(super) kept: Kept,
    pub(super) zone: Tz,
    pub(super) daily: Period,
    pub(super) weekly: Period,
    pub(super) after: Option<Id>,
}

impl Due {
    /// Whether everything comes now, whatever the hour: both periods are one.
    fn is_everything(&self) -> bool {
        self.daily.name == self.weekly.name
    }
}

/// Whether somebody's account is older than a period, and something comes to them as often.
#[diesel::dsl::auto_type]
fn wanted(due: Timestamp, general: DigestFrequency, chosen: Vec<Frequency>, set: Vec<Frequency>) -> _ {
    let nothing: DigestFrequency = DigestFrequency::Never;
    let own =
        subscriptions::table.filter(subscriptions::frequency.eq_any(chosen)).select(subscriptions::person_id);
    let by_group = groups::table
        .inner_join(group_memberships::table.inner_join(seats::table))
        .filter(groups::digest_default.eq_any(set))
        .filter(group_memberships::left_at.is_null())
        .filter(seats::person_id.is_not_null())
        .select(seats::person_id.assume_not_null());
    people::confirmed_at.assume_not_null().le(due).and(
        people::digest_frequency
            .eq(general)
            .or(people::id.eq_any(own))
            .or(people::digest_frequency.ne(nothing).and(people::id.eq_any(by_group))),
    )
}

fn wanted_daily(due: &Due) -> wanted {
    let often = || vec![Frequency::AtOnce, Frequency::Daily];
    wanted(due.daily.due.into(), DigestFrequency::Daily, often(), often())
}

fn wanted_weekly(due: &Due) -> wanted {
    let seldom = || vec![Frequency::Weekly];
    wanted(due.weekly.due.into(), DigestFrequency::Weekly, seldom(), seldom())
}

/// Somebody with a habit, and whether what comes daily and weekly comes to them.
type Candidate = ((Id, String, String, Lang, bool), bool, bool);

/// The next people with a habit, whether they have their digests or not.
fn candidates(db: &mut Db, due: &Due, after: Option<Id>, limit: usize) -> Result<Vec<Candidate>> {
    let (frequency, zone, hour, weekday) = &due.kept;
    let mut query = people::table
        .filter(people::digest_frequency.eq(*frequency))
        .filter(people::time_zone.eq(zone))
        .filter(people::digest_hour.eq(*hour))
        .filter(people::digest_weekday.eq(*weekday))
        .filter(people::disabled_at.is_null())
        .filter(people::confirmed_at.is_not_null())
        .filter(wanted_daily(due).or(wanted_weekly(due)))
        .into_boxed();
    if let Some(after) = after {
        query = query.filter(people::id.gt(after));
    }
    Ok(query
        .order(people::id)
        .limit(i64::try_from(limit).unwrap_or(i64::MAX))
        .select((
            (people::id, people::email, people::name, people::language, people::stories_at_once),
            wanted_daily(due),
            wanted_weekly(due),
        ))
        .load(db)?)
}

/// The periods that some people have a digest of, of these.
pub(super) fn closed<'a>(
    db: &mut Db,
    people: &[Id],
    periods: impl IntoIterator<Item = &'a String>,
) -> Result<HashSet<(Id, String)>> {
    let rows: Vec<(Id, String)> = digests::table
        .filter(digests::person_id.eq_any(people))
        .filter(digests::period.eq_any(periods))
        .select((digests::person_id, digests::period))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// The next people with a habit who have no digest of a period that is due. Their digests are looked up for some people at once:
/// asked for each in the query for people, PostgreSQL would go on as it had planned while there was hardly any.
pub(super) fn next(db: &mut Db, due: &Due, limit: usize) -> Result<Vec<Reader>> {
    let (mut readers, mut after) = (Vec::new(), due.after);
    while readers.len() < limit {
        let some = candidates(db, due, after, limit)?;
        let Some(((last, ..), ..)) = some.last() else { break };
        after = Some(*last);
        readers.extend(owed(db, due, some)?);
    }
    readers.truncate(limit);
    Ok(readers)
}

/// Those of some people who have no digest of a period that is due to them.
fn owed(db: &mut Db, due: &Due, some: Vec<Candidate>) -> Result<Vec<Reader>> {
    let ids: Vec<Id> = some.iter().map(|((id, ..), ..)| *id).collect();
    let closed = closed(db, &ids, [&due.daily.name, &due.weekly.name])?;
    let until = last_until(db, &ids)?;
    let reader = |((id, email, name, lang, at_once), daily, weekly): Candidate| {
        let is_owed = |wanted: bool, period: &Period| wanted && !closed.contains(&(id, period.name.clone()));
        let (daily, weekly) = (is_owed(daily, &due.daily), is_owed(weekly, &due.weekly));
        let both = [daily.then_some(&due.daily), weekly.then_some(&due.weekly)];
        let owed: Vec<&Period> = both.into_iter().flatten().collect();
        let first = owed.iter().map(|period| period.due - period.length).min()?;
        let mut periods: Vec<String> = owed.iter().map(|period| period.name.clone()).collect();
        periods.dedup();
        Some(Reader {
            since: until.get(&id).copied().unwrap_or(first.into()),
            zone: due.zone,
            general: due.kept.0.general(at_once),
            daily: daily || due.is_everything(),
            weekly: weekly || due.is_everything(),
            periods,
            id,
            email,
            name,
            lang,
        })
    };
    Ok(some.into_iter().filter_map(reader).collect())
}

/// A person as the database has them: address, name, language, how they get everything, and until when their last digest looked.
type Row = (Id, String, String, Lang, (DigestFrequency, bool, String), Option<Timestamp>);

/// These people, as if something were mailed to them now; without those whose account is closed or not confirmed.
pub(super) fn some(db: &mut Db, ids: &[Id], now: Timestamp) -> Result<Vec<Reader>> {
    let last_until = digests::table.filter(digests::person_id.eq(people::id)).select(max(digests::until));
    let rows: Vec<Row> = people::table
        .filter(people::id.eq_any(ids))
        .filter(people::disabled_at.is_null())
        .filter(people::confirmed_at.is_not_null())
        .order(people::id)
        .select((
            people::id,
            people::email,
            people::name,
            people::language,
            (people::digest_frequency, people::stories_at_once, people::time_zone),
            last_until.single_value(),
        ))
        .load(db)?;
    let reader = |(id, email, name, lang, (frequency, at_once, zone), until): Row| Reader {
        since: until.unwrap_or(now - length(frequency)),
        zone: zone.parse().unwrap_or(Tz::Europe__Stockholm),
        general: frequency.general(at_once),
        periods: Vec::new(),
        daily: true,
        weekly: true,
        id,
        email,
        name,
        lang,
    };
    Ok(rows.into_iter().map(reader).collect())
}

/// How far back the first digest of a person looks.
fn length(frequency: DigestFrequency) -> TimeDelta {
    match frequency {
        DigestFrequency::Daily => TimeDelta::days(1),
        DigestFrequency::Weekly | DigestFrequency::Never => TimeDelta::days(7),
    }
}

fn last_until(db: &mut Db, ids: &[Id]) -> Result<HashMap<Id, Timestamp>> {
    let rows: Vec<(Id, Option<Timestamp>)> = digests::table
        .filter(digests::person_id.eq_any(ids))
        .group_by(digests::person_id)
        .select((digests::person_id, max(digests::until)))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(id, until)| Some((id, until?))).collect())
}
