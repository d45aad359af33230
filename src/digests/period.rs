//! When a digest is due, in the reader's own time.

use chrono::{DateTime, Datelike, Days, LocalResult, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

use crate::i18n::iso_week;

/// When somebody wants their digest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Habit {
    pub(super) zone: Tz,
    pub(super) hour: u32,
    /// 1 is Monday.
    pub(super) weekday: u32,
}

/// How often something comes in digests.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rhythm {
    Daily,
    Weekly,
}

/// A period whose digest is due: its name, unique for a person, since when, and how long it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Period {
    pub(super) name: String,
    pub(super) due: DateTime<Utc>,
    /// How far back the first digest of a person looks.
    pub(super) length: TimeDelta,
}

impl Habit {
    /// The latest period that is due at `now`. Periods that were missed before it are not made up for one by one: their
    /// content comes with this one.
    pub(super) fn latest(&self, rhythm: Rhythm, now: DateTime<Utc>) -> Option<Period> {
        let today = now.with_timezone(&self.zone).date_naive();
        // One day more than a week: the hour of the same weekday may still be ahead.
        let days = (0..=8).filter_map(|back| today.checked_sub_days(Days::new(back)));
        let mut wanted =
            days.filter(|day| rhythm == Rhythm::Daily || day.weekday().number_from_monday() == self.weekday);
        wanted.find_map(|day| {
            let due = at_hour(self.zone, day, self.hour)?;
            (due <= now).then(|| rhythm.period(day, due))
        })
    }
}

impl Rhythm {
    fn period(self, day: NaiveDate, due: DateTime<Utc>) -> Period {
        match self {
            Rhythm::Daily => Period { name: day.to_string(), due, length: TimeDelta::days(1) },
            Rhythm::Weekly => Period { name: iso_week(day), due, length: TimeDelta::days(7) },
        }
    }
}

/// The moment of a whole hour on a day: the first of two when the clock is set back, the hour after when it skips.
fn at_hour(zone: Tz, day: NaiveDate, hour: u32) -> Option<DateTime<Utc>> {
    let wall = day.and_time(NaiveTime::from_hms_opt(hour, 0, 0)?);
    let moment = match zone.from_local_datetime(&wall) {
        LocalResult::Single(moment) | LocalResult::Ambiguous(moment, _) => moment,
        LocalResult::None => zone.from_local_datetime(&(wall + TimeDelta::hours(1))).earliest()?,
    };
    Some(moment.to_utc())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]

    use proptest::prelude::*;

    use super::*;

    fn habit(hour: u32, weekday: u32) -> Habit {
        Habit { zone: Tz::Europe__Stockholm, hour, weekday }
    }

    fn utc(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_begins_at_the_readers_hour() {
        let daily = habit(7, 1);
        assert_eq!(daily.latest(Rhythm::Daily, utc("2026-11-23T05:59:59Z")).unwrap().name, "2026-11-22");
        assert_eq!(daily.latest(Rhythm::Daily, utc("2026-11-23T06:00:00Z")).unwrap().name, "2026-11-23");
    }

    #[test]
    fn hours_that_are_skipped_or_come_twice_are_due_once() {
        let two = habit(2, 1);
        // 29 March 2026: 02:00 does not exist. 25 October 2026: 02:00 comes twice.
        assert_eq!(
            two.latest(Rhythm::Daily, utc("2026-03-29T01:00:00Z")).unwrap().due,
            utc("2026-03-29T01:00:00Z")
        );
        assert_eq!(two.latest(Rhythm::Daily, utc("2026-10-25T00:00:00Z")).unwrap().name, "2026-10-25");
        assert_eq!(two.latest(Rhythm::Daily, utc("2026-10-25T01:30:00Z")).unwrap().name, "2026-10-25");
    }

    #[test]
    fn weeks_are_named_by_iso_also_over_new_year() {
        let friday = habit(7, 5);
        assert_eq!(friday.latest(Rhythm::Weekly, utc("2027-01-01T12:00:00Z")).unwrap().name, "2026-W53");
        assert_eq!(friday.latest(Rhythm::Weekly, utc("2027-01-08T12:00:00Z")).unwrap().name, "2027-W01");
    }

    proptest! {
        #[test]
        fn time_never_leads_back_to_an_earlier_period(start in 1_700_000_000_i64..1_900_000_000, hour in 0_u32..24, weekday in 1_u32..8, weekly: bool) {
            let rhythm = if weekly { Rhythm::Weekly } else { Rhythm::Daily };
            let habit = habit(hour, weekday);
            let mut last: Option<Period> = None;
            for quarter in 0..400 {
                let now = DateTime::from_timestamp(start + quarter * 900, 0).unwrap();
                let period = habit.latest(rhythm, now).unwrap();
                prop_assert!(period.due <= now && now - period.due <= TimeDelta::days(8));
                if let Some(last) = last {
                    prop_assert!(last.due <= period.due);
                    prop_assert_eq!(last.due == period.due, last.name == period.name);
                }
                last = Some(period);
            }
        }
    }
}
