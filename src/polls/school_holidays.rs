//! When schools are usually closed, by county.
//!
//! The weeks are those of `config/reference/school_holidays.csv`, which says what was usual and not what is decided: each
//! municipality sets the days of its schools (skolförordningen 2011:185, 3 kap. 3 §), and some differ from their county or from one
//! year to the next. So nothing is refused for a school holiday; it is said, with *usually*.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use serde::Deserialize;

use super::holidays::easter;
use crate::organisers::counties;
use crate::word_enum;

const FILE: &str = include_str!("../../config/reference/school_holidays.csv");

word_enum! {
    /// A holiday of schools. Texts: `school-holiday-<word>`.
    pub enum SchoolHoliday {
        /// Läslov, höstlov.
        Autumn = "autumn",
        /// Jullov.
        Christmas = "christmas",
        /// Sportlov.
        Winter = "winter",
        /// Påsklov.
        Easter = "easter",
    }
}

/// A line of the file. `first` and `last` are weeks (ISO 8601) in autumn and winter, weeks after the one that ends with Easter
/// Day for Easter, and month and day for Christmas.
#[derive(Deserialize)]
struct Line {
    county_code: String,
    holiday: String,
    first: String,
    last: String,
}

/// From when to when, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Usual {
    /// Weeks of the year.
    Weeks(u32, u32),
    /// Weeks after the one that ends with Easter Day.
    AfterEaster(i64, i64),
    /// Month and day, over the new year.
    OverNewYear((u32, u32), (u32, u32)),
}

impl Usual {
    fn of(line: &Line, holiday: SchoolHoliday) -> Option<Self> {
        let day = |text: &str| {
            let (month, day) = text.split_once('-')?;
            Some((month.parse().ok()?, day.parse().ok()?))
        };
        Some(match holiday {
            SchoolHoliday::Autumn | SchoolHoliday::Winter => {
                Usual::Weeks(line.first.parse().ok()?, line.last.parse().ok()?)
            }
            SchoolHoliday::Easter => Usual::AfterEaster(line.first.parse().ok()?, line.last.parse().ok()?),
            SchoolHoliday::Christmas => Usual::OverNewYear(day(&line.first)?, day(&line.last)?),
        })
    }

    fn has(self, day: &Day) -> bool {
        match self {
            Usual::Weeks(first, last) => (first..=last).contains(&day.week),
            Usual::AfterEaster(first, last) => {
                day.after_easter.is_some_and(|weeks| (first..=last).contains(&weeks))
            }
            Usual::OverNewYear(first, last) => day.of_year >= first || day.of_year <= last,
        }
    }
}

/// A date as holidays know it.
struct Day {
    /// Week of the year.
    week: u32,
    /// Weeks after the one that ends with Easter Day.
    after_easter: Option<i64>,
    /// Month and day.
    of_year: (u32, u32),
}

impl From<NaiveDate> for Day {
    fn from(date: NaiveDate) -> Self {
        Day {
            week: date.iso_week().week(),
            after_easter: easter(date.year()).map(|easter| (monday(date) - monday(easter)).num_weeks()),
            of_year: (date.month(), date.day()),
        }
    }
}

fn monday(date: NaiveDate) -> NaiveDate {
    date.checked_sub_days(Days::new(date.weekday().num_days_from_monday().into())).unwrap_or(date)
}

/// By code of the county.
static USUAL: LazyLock<BTreeMap<String, Vec<(SchoolHoliday, Usual)>>> = LazyLock::new(|| {
    let mut found: BTreeMap<String, Vec<(SchoolHoliday, Usual)>> = BTreeMap::new();
    // A broken line leaves itself out; a test reads them all.
    for line in csv::Reader::from_reader(FILE.as_bytes()).into_deserialize::<Line>().flatten() {
        let Ok(holiday) = line.holiday.parse() else { continue };
        let Some(usual) = Usual::of(&line, holiday) else { continue };
        found.entry(line.county_code).or_default().push((holiday, usual));
    }
    found
});

/// The school holiday that is usual on a working day in some of these counties, by their codes, and the names of those counties.
pub fn school_holiday(date: NaiveDate, codes: &[String]) -> Option<(SchoolHoliday, Vec<String>)> {
    if matches!(date.weekday(), Weekday::Sat | Weekday::Sun) {
        return None;
    }
    let day = Day::from(date);
    let in_county = |code: &String| {
        let usual = USUAL.get(code)?.iter().find(|(_, usual)| usual.has(&day))?;
        let (_, name) = counties().iter().find(|(known, _)| known == code)?;
        Some((usual.0, name.clone()))
    };
    let found: Vec<(SchoolHoliday, String)> = codes.iter().filter_map(in_county).collect();
    let first = found.first()?.0;
    // No two kinds are near each other, but the file may become another.
    Some((first, found.into_iter().filter(|(holiday, _)| *holiday == first).map(|(_, name)| name).collect()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(date: &str, codes: &[&str]) -> Option<(SchoolHoliday, Vec<String>)> {
        let codes: Vec<String> = codes.iter().map(|code| (*code).to_owned()).collect();
        school_holiday(date.parse().unwrap(), &codes)
    }

    fn is(date: &str, code: &str, wanted: SchoolHoliday) -> bool {
        on(date, &[code]).is_some_and(|(found, _)| found == wanted)
    }

    #[test]
    fn every_county_has_its_four_holidays() {
        let lines = csv::Reader::from_reader(FILE.as_bytes()).into_deserialize::<Line>().count();
        assert_eq!((lines, USUAL.len(), counties().len()), (84, 21, 21));
        for (code, name) in counties() {
            let found: Vec<SchoolHoliday> = USUAL[code].iter().map(|(holiday, _)| *holiday).collect();
            let mut wanted = SchoolHoliday::ALL.to_vec();
            wanted.sort();
            let mut sorted = found;
            sorted.sort();
            assert_eq!(sorted, wanted, "{name}");
        }
    }

    #[test]
    fn weeks_are_those_of_the_year_and_of_easter() {
        // 2027: week 7 begins on 15 February, week 9 on 1 March; Easter Day is 28 March, in week 12.
        assert!(
            is("2027-02-15", "06", SchoolHoliday::Winter) && is("2027-03-05", "01", SchoolHoliday::Winter)
        );
        assert_eq!(
            (on("2027-02-22", &["06"]), on("2027-02-15", &["12"]), on("2027-03-06", &["01"])),
            (None, None, None)
        );
        assert!(
            is("2027-03-22", "10", SchoolHoliday::Easter) && is("2027-03-30", "08", SchoolHoliday::Easter)
        );
        assert_eq!(
            (on("2027-03-30", &["10"]), on("2027-03-24", &["08"]), on("2027-04-05", &["12"])),
            (None, None, None)
        );
        assert!(is("2026-10-26", "25", SchoolHoliday::Autumn) && on("2026-11-02", &["25"]).is_none());
        // A year with a week 53 changes nothing: 2026 ends in week 53.
        assert!(
            is("2026-12-28", "12", SchoolHoliday::Christmas)
                && is("2027-01-07", "12", SchoolHoliday::Christmas)
        );
        assert_eq!((on("2026-12-21", &["12"]), on("2027-01-08", &["12"])), (None, None));
    }

    #[test]
    fn the_counties_that_have_it_are_named() {
        let (holiday, names) = on("2027-02-24", &["12", "01", "13", "xx"]).unwrap();
        assert_eq!(
            (holiday, names),
            (SchoolHoliday::Winter, vec!["Skåne län".to_owned(), "Hallands län".to_owned()])
        );
        assert_eq!(on("2027-02-24", &[]), None);
    }
}
