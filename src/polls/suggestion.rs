//! Slots to suggest: half-days when most of a group can usually meet.

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate, NaiveTime, TimeDelta, Weekday};
use matching::HalfDays;

use super::holidays::{Holiday, holiday};
use super::school_holidays::school_holiday;
use crate::word_enum;

word_enum! {
    /// Half of a working day. Texts: `poll-half-<word>`.
    pub enum Half {
        /// Nine to eleven.
        Morning = "am",
        /// One to three.
        Afternoon = "pm",
    }
}

impl Half {
    /// When a meetup then begins and ends.
    pub fn hours(self) -> (NaiveTime, NaiveTime) {
        let at = |hour| NaiveTime::from_hms_opt(hour, 0, 0).unwrap_or_default();
        match self {
            Half::Morning => (at(9), at(11)),
            Half::Afternoon => (at(13), at(15)),
        }
    }
}

/// A half-day of a date, as boxes in forms send it: `2026-12-09.am`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Suggestion {
    pub date: NaiveDate,
    pub half: Half,
}

impl std::fmt::Display for Suggestion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.date, self.half)
    }
}

impl std::str::FromStr for Suggestion {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        let (date, half) = text.split_once('.').ok_or(())?;
        Ok(Suggestion { date: date.parse().map_err(drop)?, half: half.parse().map_err(drop)? })
    }
}

/// Days between today and the first that is suggested: an invitation takes a while to be answered.
const SOONEST_DAYS: i64 = 7;
/// Days in which suggestions lie.
const WITHIN_DAYS: i64 = 35;
/// How many half-days of the week are suggested, and how many dates of each.
const HALVES: usize = 3;
const DATES_OF_EACH: usize = 3;

/// The days in which suggestions lie.
fn days(today: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    let days = usize::try_from(WITHIN_DAYS).unwrap_or_default();
    (today + TimeDelta::days(SOONEST_DAYS)).iter_days().take(days)
}

/// Fewest who have said when they can for anything to be suggested: of one alone it would tell whose times they are.
const FEWEST_KNOWN: usize = 2;

/// Slots when most can usually meet, by date. Public holidays are left out, and days when schools are usually closed in any of
/// the `counties` are taken where there are no others. Nothing when hardly anybody has said when they can.
pub(super) fn suggested(known: &[HalfDays], today: NaiveDate, counties: &[String]) -> Vec<Suggestion> {
    if known.iter().filter(|days| days.bits() != 0).count() < FEWEST_KNOWN {
        return Vec::new();
    }
    let mut halves: Vec<(usize, usize)> = (0..HalfDays::COUNT)
        .map(|half| (known.iter().filter(|days| days.bits() & (1 << half) != 0).count(), half))
        .filter(|(can, _)| *can > 0)
        .collect();
    halves.sort_by_key(|(can, half)| (Reverse(*can), *half));
    let of_half = |(_, half): &(usize, usize)| {
        let day = half / 2;
        let half = if half % 2 == 0 { Half::Morning } else { Half::Afternoon };
        let free = days(today).filter(|date| working_day(*date) == Some(day) && holiday(*date).is_none());
        let (closed, open): (Vec<NaiveDate>, Vec<NaiveDate>) =
            free.partition(|date| school_holiday(*date, counties).is_some());
        open.into_iter().chain(closed).take(DATES_OF_EACH).map(move |date| Suggestion { date, half })
    };
    let mut found: Vec<Suggestion> = halves.iter().take(HALVES).flat_map(of_half).collect();
    found.sort_unstable();
    found
}

/// Which day of the working week a date is, Monday being 0; nothing on weekends.
fn working_day(date: NaiveDate) -> Option<usize> {
    let day = date.weekday();
    let works = !matches!(day, Weekday::Sat | Weekday::Sun);
    works.then(|| usize::try_from(day.num_days_from_monday()).ok()).flatten()
}

/// The public holidays on working days in the time that is suggested.
pub(super) fn holidays_ahead(today: NaiveDate) -> Vec<(NaiveDate, Holiday)> {
    let working = days(today).filter(|date| working_day(*date).is_some());
    working.filter_map(|date| Some((date, holiday(date)?))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn texts(known: &[u16], today: &str) -> Vec<String> {
        texts_in(known, today, &[])
    }

    fn texts_in(known: &[u16], today: &str, counties: &[String]) -> Vec<String> {
        let known: Vec<HalfDays> = known.iter().map(|bits| HalfDays::from_bits(*bits)).collect();
        suggested(&known, day(today), counties).iter().map(Suggestion::to_string).collect()
    }

    #[test]
    fn suggestions_are_when_most_can_and_not_on_holidays() {
        assert!(texts(&[0, 1 << 7, 0], "2026-11-23").is_empty());
        // Both can on Wednesday mornings, one on Thursday and one on Friday afternoons; Christmas is a Friday.
        let found = texts(&[1 << 4 | 1 << 7, 1 << 4 | 1 << 9], "2026-11-23");
        let wanted = [
            "2026-12-02.am",
            "2026-12-03.pm",
            "2026-12-04.pm",
            "2026-12-09.am",
            "2026-12-10.pm",
            "2026-12-11.pm",
            "2026-12-16.am",
            "2026-12-17.pm",
            "2026-12-18.pm",
        ];
        assert_eq!(found, wanted);
        // Thursdays from 17 December on: Christmas Eve and New Year's Eve are Thursdays.
        let found = texts(&[1 << 7, 1 << 7], "2026-12-10");
        assert_eq!(found, ["2026-12-17.pm", "2027-01-07.pm", "2027-01-14.pm"]);
        let ahead: Vec<Holiday> = holidays_ahead(day("2026-12-10")).iter().map(|(_, each)| *each).collect();
        let wanted = [
            Holiday::ChristmasEve,
            Holiday::ChristmasDay,
            Holiday::NewYearsEve,
            Holiday::NewYearsDay,
            Holiday::Epiphany,
        ];
        assert_eq!(ahead, wanted);
    }

    #[test]
    fn weeks_without_school_come_last() {
        // Fridays from 12 February to 12 March: sportlov is week 8 in Skåne and week 9 in Stockholm.
        let fridays = |counties: &[&str]| {
            let counties: Vec<String> = counties.iter().map(|code| (*code).to_owned()).collect();
            texts_in(&[1 << 8, 1 << 8], "2027-02-05", &counties)
        };
        assert_eq!(fridays(&[]), ["2027-02-12.am", "2027-02-19.am", "2027-02-26.am"]);
        assert_eq!(fridays(&["12"]), ["2027-02-12.am", "2027-02-19.am", "2027-03-05.am"]);
        assert_eq!(fridays(&["12", "01"]), ["2027-02-12.am", "2027-02-19.am", "2027-03-12.am"]);
        // Where there is little else, they are suggested all the same, by date.
        let all: Vec<&str> = vec!["06", "12", "01", "23"];
        assert_eq!(fridays(&all), ["2027-02-12.am", "2027-02-19.am", "2027-02-26.am"]);
    }

    #[test]
    fn a_box_says_which_slot_it_is() {
        let each = Suggestion { date: day("2026-12-09"), half: Half::Afternoon };
        assert_eq!(each.to_string().parse(), Ok(each));
        for wrong in ["", "2026-12-09", "2026-12-09.night", "x.am"] {
            assert!(wrong.parse::<Suggestion>().is_err(), "{wrong}");
        }
    }
}
