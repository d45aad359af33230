//! A month of whole weeks.

use chrono::{Datelike, Days, Months, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use crate::db::types::Timestamp;
use crate::meetups::{Wall, at_wall_time};

/// Years that are shown: others are typed by mistake.
const YEARS: std::ops::RangeInclusive<i32> = 2000..=2199;

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Month {
    first: NaiveDate,
}

impl Month {
    /// The month that a day is in.
    pub(super) fn of(day: NaiveDate) -> Self {
        Month { first: day.with_day(1).unwrap_or(day) }
    }

    /// From `2026-12`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d").ok()?;
        (text.len() == 7 && YEARS.contains(&first.year())).then_some(Month { first })
    }

    /// Its first day.
    pub(super) fn first(self) -> NaiveDate {
        self.first
    }

    /// The month before it, and the month after.
    pub(super) fn beside(self) -> (Option<Month>, Option<Month>) {
        let one = Months::new(1);
        let shown = |day: NaiveDate| YEARS.contains(&day.year()).then_some(Month { first: day });
        (
            self.first.checked_sub_months(one).and_then(shown),
            self.first.checked_add_months(one).and_then(shown),
        )
    }

    /// Whether a day is in it.
    pub(super) fn has(self, day: NaiveDate) -> bool {
        (day.year(), day.month()) == (self.first.year(), self.first.month())
    }

    /// The Mondays of its weeks: four, five or six.
    pub(super) fn mondays(self) -> Vec<NaiveDate> {
        let before = u64::from(self.first.weekday().num_days_from_monday());
        let monday = self.first - Days::new(before);
        let next = self.first.checked_add_months(Months::new(1)).unwrap_or(self.first);
        std::iter::successors(Some(monday), |monday| monday.checked_add_days(Days::new(7)))
            .take_while(|monday| *monday < next)
            .collect()
    }
}

impl std::fmt::Display for Month {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.first.format("%Y-%m"))
    }
}

/// The days of the week that begins on a Monday.
pub(super) fn days(monday: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    monday.iter_days().take(7)
}

/// When a day begins by the clock of a zone: where midnight is left out, an hour later.
pub(super) fn begin(day: NaiveDate, zone: Tz) -> Timestamp {
    let midnight = day.and_time(NaiveTime::MIN);
    let at = |hours| at_wall_time(midnight + chrono::TimeDelta::hours(hours), zone);
    match (at(0), at(1)) {
        (Wall::Once(moment) | Wall::Twice(moment), _)
        | (Wall::Never, Wall::Once(moment) | Wall::Twice(moment)) => moment,
        (Wall::Never, Wall::Never) => midnight.and_utc().into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn months_are_read_and_written() {
        assert_eq!(Month::parse("2026-12").map(|month| month.to_string()).as_deref(), Some("2026-12"));
        for wrong in ["", "2026", "2026-13", "2026-1", "1999-12", "9999-01", "2026-12-01", "x", "2026-é"] {
            assert_eq!(Month::parse(wrong), None, "{wrong}");
        }
        let (before, after) = Month::of(day(2026, 12, 24)).beside();
        assert_eq!((before, after), (Month::parse("2026-11"), Month::parse("2027-01")));
        assert_eq!(Month::parse("2000-01").unwrap().beside().0, None);
    }

    #[test]
    fn weeks_cover_the_month_and_begin_on_mondays() {
        for (month, mondays, first, last) in [
            ("2026-12", 5, day(2026, 11, 30), day(2026, 12, 28)),
            // Begins on a Monday and has 28 days.
            ("2027-02", 4, day(2027, 2, 1), day(2027, 2, 22)),
            // 29 February is a Tuesday.
            ("2028-02", 5, day(2028, 1, 31), day(2028, 2, 28)),
            ("2027-05", 6, day(2027, 4, 26), day(2027, 5, 31)),
        ] {
            let found = Month::parse(month).unwrap().mondays();
            assert_eq!(found.len(), mondays, "{month}");
            assert_eq!((found.first(), found.last()), (Some(&first), Some(&last)), "{month}");
        }
        let weeks: Vec<u32> = Month::parse("2026-12")
            .unwrap()
            .mondays()
            .iter()
            .map(|monday| monday.iso_week().week())
            .collect();
        assert_eq!(weeks, [49, 50, 51, 52, 53]);
        assert_eq!(days(day(2028, 2, 28)).nth(1), Some(day(2028, 2, 29)));
    }

    #[test]
    fn days_begin_where_the_clock_says() {
        let begins = |date: NaiveDate, zone: Tz| begin(date, zone).utc().to_rfc3339();
        assert_eq!(begins(day(2027, 3, 28), Tz::Europe__Stockholm), "2027-03-27T23:00:00+00:00");
        assert_eq!(begins(day(2027, 3, 29), Tz::Europe__Stockholm), "2027-03-28T22:00:00+00:00");
        // Clocks go from 00:00 to 01:00 there.
        assert_eq!(begins(day(2026, 9, 6), Tz::America__Santiago), "2026-09-06T04:00:00+00:00");
    }
}
