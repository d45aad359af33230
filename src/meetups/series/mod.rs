//! Series: meetups that are proposed together. Each is a meetup of its own, with its own answers, revision and UID.
//!
//! Nobody gets a mail for each of them: one mail tells all days and invites to the first. The others are held back until they
//! are the next of their series (`jobs.rs`); personal and group calendars have them from the beginning. Why:
//! `docs/adr/0006-one-invitation-at-a-time.md`.

mod change;
mod continuation;
mod form;
mod jobs;
mod rhythm;

use std::collections::HashMap;

use chrono_tz::Tz;
use diesel::prelude::*;
use fluent_templates::fluent_bundle::FluentValue;

pub(super) use change::carried;
pub use change::{cancel_from, later_of, update_from};
pub(super) use continuation::{continued, series_in};
pub use form::Proposal;
pub(super) use form::{Planned, SeriesFields, are_seen, parse_proposal, planned};
pub use jobs::InviteSeries;

use super::meetup::{Meetup, NewMeetup, find, insert, twin};
use super::wall::when;
use super::{Given, answer, mail};
use crate::app::App;
use crate::clock;
use crate::db::schema::meetups;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::i18n::Lang;

/// Makes a meetup for each beginning and end of `spans`, the earliest first, and queues one mail a member; gives the first. They
/// are a series of their own, or go on with the series `after`. The same person sending the form again gets the meetups
/// that are there; one that they have proposed alone before becomes the first of the series.
pub fn create_series(
    tx: &mut Tx<'_>,
    app: &App,
    new: &NewMeetup,
    spans: &[(Timestamp, Timestamp)],
    after: Option<Id>,
    by: Id,
) -> Result<Id> {
    tx.lock(new.group_id)?;
    let series = after.unwrap_or_else(clock::new_id);
    let mut first = None;
    for (starts_at, ends_at) in spans.iter().copied() {
        let each = NewMeetup { starts_at, ends_at, ..new.clone() };
        if first.is_some() {
            insert(tx, app, &each, by, Some(series), true)?;
            continue;
        }
        first = match twin(tx, &each, by)? {
            Some(twin) => match find(tx, twin)?.series_id {
                Some(_) => return Ok(twin),
                None => Some(adopt(tx, twin, series, app.clock.now())?),
            },
            None => Some(insert(tx, app, &each, by, Some(series), false)?),
        };
    }
    let first = find(tx, first.ok_or(Error::BadRequest("error-choice"))?)?;
    let later = later_of(tx, &first, app.clock.now())?;
    mail::invite(tx, app, &first, &later)?;
    Ok(first.id)
}

/// Puts a meetup at the head of a series; a new revision, because the mail that tells of it invites again.
fn adopt(tx: &mut Tx<'_>, meetup: Id, series: Id, now: Timestamp) -> Result<Id> {
    let set = (
        meetups::series_id.eq(series),
        meetups::revision.eq(meetups::revision + 1),
        meetups::updated_at.eq(now),
    );
    diesel::update(meetups::table.find(meetup)).set(set).execute(&mut **tx)?;
    Ok(meetup)
}

/// Writes down one answer for every coming meetup of the series of this one; for this one alone where it is in none.
pub(super) fn answer_series(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: Id,
    seat: Id,
    said: Given,
    by: Id,
    now: Timestamp,
) -> Result<()> {
    let found = find(tx, meetup)?;
    found.must_be_coming(now)?;
    let all: Vec<Id> = match found.series_id {
        // In the order in which they are locked everywhere.
        Some(series) => meetups::table
            .filter(meetups::series_id.eq(series))
            .filter(meetups::ends_at.gt(now))
            .filter(meetups::cancelled_at.is_null())
            .order(meetups::id)
            .select(meetups::id)
            .load(&mut **tx)?,
        None => vec![meetup],
    };
    all.into_iter().try_for_each(|each| answer(tx, app, each, seat, said, by, now))
}

/// How many more meetups are coming in each of these series than the next one.
pub fn more_in_series(
    db: &mut Db,
    series: impl Iterator<Item = Option<Id>>,
    now: Timestamp,
) -> Result<HashMap<Id, i64>> {
    let series: Vec<Id> = series.flatten().collect();
    if series.is_empty() {
        return Ok(HashMap::new());
    }
    let rows: Vec<(Option<Id>, i64)> = meetups::table
        .filter(meetups::series_id.eq_any(series))
        .filter(meetups::ends_at.gt(now))
        .filter(meetups::cancelled_at.is_null())
        .group_by(meetups::series_id)
        .select((meetups::series_id, diesel::dsl::count_star()))
        .load(db)?;
    let more = rows.into_iter().filter_map(|(series, count)| Some((series?, count - 1)));
    Ok(more.filter(|(_, more)| *more > 0).collect())
}

/// A meetup among those of its series, as its page shows it.
pub(super) struct Place {
    /// `Träff 3 av 8 i en serie`
    pub told: String,
    /// The one before.
    pub before: Option<Id>,
    /// The one after.
    pub after: Option<Id>,
    /// All of them, the first first.
    pub all: Vec<Entry>,
    /// How many others are coming.
    pub coming: usize,
}

/// A meetup in the list of its series.
pub(super) struct Entry {
    /// Identifier.
    pub id: Id,
    /// When it is, in words.
    pub when: String,
    /// Whether it is the one that is shown.
    pub here: bool,
    /// Whether it was cancelled.
    pub cancelled: bool,
    coming: bool,
}

/// Where a meetup stands in its series; nothing when it is in none. Cancelled ones count.
pub(super) fn place_of(
    db: &mut Db,
    meetup: &Meetup,
    lang: Lang,
    zone: Tz,
    now: Timestamp,
) -> Result<Option<Place>> {
    let Some(series) = meetup.series_id else { return Ok(None) };
    let rows: Vec<(Id, Timestamp, Timestamp, Option<Timestamp>)> = meetups::table
        .filter(meetups::series_id.eq(series))
        .order((meetups::starts_at, meetups::id))
        .select((meetups::id, meetups::starts_at, meetups::ends_at, meetups::cancelled_at))
        .load(db)?;
    let entry =
        |(id, starts_at, ends_at, cancelled_at): (Id, Timestamp, Timestamp, Option<Timestamp>)| Entry {
            id,
            when: when(lang, starts_at, ends_at, zone),
            here: id == meetup.id,
            cancelled: cancelled_at.is_some(),
            coming: ends_at > now && cancelled_at.is_none(),
        };
    let all: Vec<Entry> = rows.into_iter().map(entry).collect();
    let Some(at) = all.iter().position(|each| each.here) else { return Ok(None) };
    let near = |at: Option<usize>| at.and_then(|at| all.get(at)).map(|each| each.id);
    let numbers = [("n", FluentValue::from(at + 1)), ("of", FluentValue::from(all.len()))];
    Ok(Some(Place {
        told: lang.ta("meetup-series", &numbers),
        before: near(at.checked_sub(1)),
        after: near(at.checked_add(1)),
        coming: all.iter().filter(|each| each.coming && !each.here).count(),
        all,
    }))
}

/// What a change or cancellation may reach: value, label, note. Nothing where there are no later ones.
pub(super) fn scopes(lang: Lang, later: usize) -> Vec<(&'static str, String, String)> {
    match later {
        0 => Vec::new(),
        _ => vec![
            ("one", lang.t("meetup-scope-one"), String::new()),
            ("later", lang.tn("meetup-scope-later", later), String::new()),
        ],
    }
}
