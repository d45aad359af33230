//! Wall time: from what a person types to a moment and back, over the nights when clocks are turned.

use chrono::{LocalResult, NaiveDateTime, TimeZone};
use chrono_tz::Tz;

use crate::db::types::Timestamp;
use crate::i18n::{Lang, local};

/// What a date and time of day mean in a zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wall {
    /// One moment.
    Once(Timestamp),
    /// The hour comes twice that night; the first of the two.
    Twice(Timestamp),
    /// The hour is left out that night.
    Never,
}

/// What `wall` means in `zone`.
pub fn at_wall_time(wall: NaiveDateTime, zone: Tz) -> Wall {
    match zone.from_local_datetime(&wall) {
        LocalResult::Single(moment) => Wall::Once(moment.to_utc().into()),
        LocalResult::Ambiguous(first, _) => Wall::Twice(first.to_utc().into()),
        LocalResult::None => Wall::Never,
    }
}

/// The wall time of a moment in a zone.
pub fn wall_time(moment: Timestamp, zone: Tz) -> NaiveDateTime {
    local(moment, zone).naive_local()
}

/// Whether the wall time of a moment comes twice that night.
pub fn comes_twice(moment: Timestamp, zone: Tz) -> bool {
    matches!(at_wall_time(wall_time(moment, zone), zone), Wall::Twice(_))
}

/// `måndag 23 november 2026 kl. 14:00–15:30`, `Monday 23 November 2026 at 14:00–15:30`; the second date too when it ends on
/// another day.
pub fn when(lang: Lang, starts_at: Timestamp, ends_at: Timestamp, zone: Tz) -> String {
    let same_day = wall_time(starts_at, zone).date() == wall_time(ends_at, zone).date();
    let end = if same_day { lang.time(ends_at, zone) } else { format!(" {}", lang.moment(ends_at, zone)) };
    format!("{}–{end}", lang.moment(starts_at, zone))
}

/// So many calendar days earlier at the same time of day, in the meetup's zone; where that hour is left out, an hour later.
pub fn days_before(moment: Timestamp, days: i64, zone: Tz) -> Timestamp {
    let days = chrono::TimeDelta::days(days);
    match at_wall_time(wall_time(moment, zone) - days, zone) {
        Wall::Once(found) | Wall::Twice(found) => found,
        Wall::Never => moment - days,
    }
}
