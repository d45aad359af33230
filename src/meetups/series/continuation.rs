//! Going on with a series: the form is filled with what its last meetup is, from the next day of its rhythm.

use chrono::NaiveDate;
use chrono_tz::Tz;
use diesel::prelude::*;

use super::form::repeated;
use super::rhythm::Rhythm;
use crate::db::Db;
use crate::db::schema::meetups;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::meetups::Meetup;
use crate::meetups::forms::filled;
use crate::meetups::wall::wall_time;
use crate::web::forms::Fields;

/// The series that a meetup of this group is in; [`Error::NotFound`] when it is in none.
pub(in crate::meetups) fn series_in(db: &mut Db, group: Id, meetup: Id) -> Result<Id> {
    let series: Option<Option<Id>> = meetups::table
        .find(meetup)
        .filter(meetups::group_id.eq(group))
        .select(meetups::series_id)
        .first(db)
        .optional()?;
    series.flatten().ok_or(Error::NotFound)
}

/// The form that goes on with a series, from the first day of its rhythm that comes after its last meetup and after `today`. A day
/// that no rhythm tells is left to be chosen.
pub(in crate::meetups) fn continued(db: &mut Db, series: Id, zone: Tz, today: NaiveDate) -> Result<Fields> {
    let all: Vec<Meetup> = meetups::table
        .filter(meetups::series_id.eq(series))
        .order((meetups::starts_at, meetups::id))
        .select(Meetup::as_select())
        .load(db)?;
    let day = |meetup: &Meetup| wall_time(meetup.starts_at, meetup.zone()).date();
    let days: Vec<NaiveDate> = all.iter().map(day).collect();
    let (Some(first), Some(last)) = (all.first(), all.last()) else { return Err(Error::NotFound) };
    let rhythm = Rhythm::of(&days);
    let next = rhythm.and_then(|rhythm| rhythm.next(day(first), day(last).max(today)));
    let date = next.map(|day| day.to_string()).unwrap_or_default();
    let form = filled(last, zone).with_only("date", date);
    Ok(rhythm.into_iter().flat_map(repeated).fold(form, |form, (name, value)| form.with(name, value)))
}
