//! The days of a series: every so many weeks, or the same weekday of every month.

use chrono::{Datelike, Days, Months, NaiveDate};

/// How a series goes on after its first day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rhythm {
    /// Every so many weeks.
    Weeks(u64),
    /// Every month: the weekday as often into the month as the first day is (the second Tuesday). A fifth, which most months
    /// lack, is the last.
    Monthly,
    /// Every month: the last such weekday.
    Last,
}

impl Rhythm {
    /// The rhythm that days are in, of which some may have been left out: of those that have them all the one with the fewest
    /// others. Nothing for a single day, or for days in none.
    pub(super) fn of(all: &[NaiveDate]) -> Option<Self> {
        let (first, last) = (*all.first()?, *all.last()?);
        let days_of = |rhythm: Rhythm| {
            let days = days(first, rhythm, last);
            all.iter().all(|day| days.contains(day)).then_some(days.len())
        };
        let rhythms = (1..=12).map(Rhythm::Weeks).chain([Rhythm::Monthly, Rhythm::Last]);
        let fitting = rhythms.filter_map(|rhythm| Some((days_of(rhythm)?, rhythm)));
        let closest = fitting.min_by_key(|(count, _)| *count);
        closest.map(|(_, rhythm)| rhythm).filter(|_| first != last)
    }

    /// The first day after `last`, in a series that began on `first`.
    pub(super) fn next(self, first: NaiveDate, last: NaiveDate) -> Option<NaiveDate> {
        days(first, self, NaiveDate::MAX).into_iter().find(|day| *day > last)
    }
}

/// Longest series that [`days`] works out, so that a far day costs nothing.
const ENOUGH: usize = 200;

/// The days from `first` to `until`, both included.
pub(super) fn days(first: NaiveDate, rhythm: Rhythm, until: NaiveDate) -> Vec<NaiveDate> {
    let steps = (0..).take(ENOUGH);
    let day = |step: u32| match rhythm {
        Rhythm::Weeks(weeks) => first.checked_add_days(Days::new(u64::from(step) * weeks * 7)),
        Rhythm::Monthly | Rhythm::Last if step == 0 => Some(first),
        Rhythm::Monthly => in_month(first, step, (!is_fifth(first)).then(|| first.day0() / 7)),
        Rhythm::Last => in_month(first, step, None),
    };
    steps.map_while(day).take_while(|day| *day <= until).collect()
}

/// Whether no day with the same weekday follows in its month.
pub(super) fn is_last(day: NaiveDate) -> bool {
    day.checked_add_days(Days::new(7)).is_none_or(|next| next.month() != day.month())
}

fn is_fifth(day: NaiveDate) -> bool {
    day.day0() / 7 == 4
}

/// The day with the weekday of `first`, so many months later: the one after `before` others in its month, or the last.
fn in_month(first: NaiveDate, months: u32, before: Option<u32>) -> Option<NaiveDate> {
    let start = first.with_day(1)?.checked_add_months(Months::new(months))?;
    let until_weekday =
        (7 + first.weekday().num_days_from_monday() - start.weekday().num_days_from_monday()) % 7;
    let nth = |before: u32| start.checked_add_days(Days::new(u64::from(until_weekday + 7 * before)));
    match before {
        Some(before) => nth(before),
        None => nth(4).filter(|day| day.month() == start.month()).or_else(|| nth(3)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn all(first: &str, rhythm: Rhythm, until: &str) -> Vec<String> {
        days(day(first), rhythm, day(until)).iter().map(NaiveDate::to_string).collect()
    }

    #[test]
    fn every_third_week_until_a_day_that_counts() {
        let days = all("2026-12-09", Rhythm::Weeks(3), "2027-02-10");
        assert_eq!(days, ["2026-12-09", "2026-12-30", "2027-01-20", "2027-02-10"]);
        assert_eq!(all("2026-12-09", Rhythm::Weeks(3), "2027-02-09").len(), 3);
        // 2026 has a week 53.
        assert_eq!(
            all("2026-12-21", Rhythm::Weeks(1), "2027-01-04"),
            ["2026-12-21", "2026-12-28", "2027-01-04"]
        );
        assert!(all("2026-12-09", Rhythm::Weeks(1), "2026-12-08").is_empty());
        assert_eq!(all("2026-12-09", Rhythm::Weeks(1), "9999-12-31").len(), ENOUGH);
        assert_eq!(all("2027-01-01", Rhythm::Weeks(1), "2028-01-01").len(), 53);
    }

    #[test]
    fn the_same_weekday_of_every_month() {
        let days = all("2026-12-01", Rhythm::Monthly, "2027-03-02");
        assert_eq!(days, ["2026-12-01", "2027-01-05", "2027-02-02", "2027-03-02"]);
        let days = all("2026-12-22", Rhythm::Monthly, "2027-02-28");
        assert_eq!(days, ["2026-12-22", "2027-01-26", "2027-02-23"], "the fourth");
        let days = all("2027-05-25", Rhythm::Monthly, "2027-06-30");
        assert_eq!(days, ["2027-05-25", "2027-06-22"], "the fourth, though it is the last as well");
    }

    #[test]
    fn days_tell_their_rhythm_and_what_comes_next() {
        let of = |days: &[&str]| Rhythm::of(&days.iter().map(|text| day(text)).collect::<Vec<_>>());
        assert_eq!(of(&["2026-12-09", "2026-12-30", "2027-01-20"]), Some(Rhythm::Weeks(3)));
        assert_eq!(
            of(&["2026-12-09", "2027-01-20", "2027-02-10"]),
            Some(Rhythm::Weeks(3)),
            "one was left out"
        );
        assert_eq!(of(&["2026-12-01", "2027-01-05", "2027-02-02"]), Some(Rhythm::Monthly));
        assert_eq!(of(&["2027-04-27", "2027-05-25", "2027-06-29"]), Some(Rhythm::Last));
        assert_eq!(of(&["2026-12-09", "2026-12-10"]), None, "moved by hand");
        assert_eq!(of(&["2026-12-09"]), None);
        assert_eq!(of(&[]), None);
        let next = |rhythm: Rhythm, first, last| rhythm.next(day(first), day(last)).unwrap().to_string();
        assert_eq!(next(Rhythm::Weeks(3), "2026-12-09", "2027-01-20"), "2027-02-10");
        assert_eq!(next(Rhythm::Monthly, "2026-12-01", "2027-02-02"), "2027-03-02");
        assert_eq!(Rhythm::Weeks(1).next(day("2026-12-09"), day("2099-12-09")), None, "out of reach");
    }

    #[test]
    fn the_last_of_every_month_and_a_fifth() {
        let last = ["2026-12-29", "2027-01-26", "2027-02-23", "2027-03-30"];
        assert_eq!(all("2026-12-29", Rhythm::Last, "2027-03-31"), last);
        assert_eq!(all("2026-12-29", Rhythm::Monthly, "2027-03-31"), last);
        // 29 February 2028 is a Tuesday, the fifth.
        let leap = all("2028-01-25", Rhythm::Last, "2028-03-28");
        assert_eq!(leap, ["2028-01-25", "2028-02-29", "2028-03-28"]);
        assert_eq!(all("2028-02-29", Rhythm::Weeks(4), "2028-03-28"), ["2028-02-29", "2028-03-28"]);
        assert_eq!(
            all("2028-02-29", Rhythm::Monthly, "2028-04-30"),
            ["2028-02-29", "2028-03-28", "2028-04-25"]
        );
        assert!(is_last(day("2027-05-25")) && is_last(day("2026-12-31")) && !is_last(day("2026-12-22")));
    }
}
