//! Public holidays in Sweden, computed.
//!
//! The days are those of the act on public holidays (lag 1989:253 om allmänna helgdagar) apart from ordinary Sundays, and the
//! three eves that the annual leave act (semesterlagen 1977:480, 3 a §) counts as Sundays. School holidays differ between
//! municipalities and are not here but in `school_holidays.rs`.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::word_enum;

word_enum! {
    /// A public holiday or an eve that counts as one. Texts: `holiday-<word>`.
    pub enum Holiday {
        /// 1 January.
        NewYearsDay = "new-years-day",
        /// 6 January.
        Epiphany = "epiphany",
        /// Friday before Easter.
        GoodFriday = "good-friday",
        /// The first Sunday after the first full moon of spring, by the church's reckoning.
        EasterDay = "easter-day",
        /// The day after.
        EasterMonday = "easter-monday",
        /// 1 May.
        MayDay = "may-day",
        /// The sixth Thursday after Easter.
        AscensionDay = "ascension-day",
        /// The seventh Sunday after Easter.
        WhitSunday = "whit-sunday",
        /// 6 June.
        NationalDay = "national-day",
        /// Friday from 19 to 25 June.
        MidsummerEve = "midsummer-eve",
        /// Saturday from 20 to 26 June.
        MidsummerDay = "midsummer-day",
        /// Saturday from 31 October to 6 November.
        AllSaintsDay = "all-saints-day",
        /// 24 December.
        ChristmasEve = "christmas-eve",
        /// 25 December.
        ChristmasDay = "christmas-day",
        /// 26 December.
        BoxingDay = "boxing-day",
        /// 31 December.
        NewYearsEve = "new-years-eve",
    }
}

/// The public holiday on a day, if there is one; where two meet, the one with a date of its own.
pub fn holiday(date: NaiveDate) -> Option<Holiday> {
    fixed(date).or_else(|| around_easter(date)).or_else(|| by_weekday(date))
}

fn fixed(date: NaiveDate) -> Option<Holiday> {
    match (date.month(), date.day()) {
        (1, 1) => Some(Holiday::NewYearsDay),
        (1, 6) => Some(Holiday::Epiphany),
        (5, 1) => Some(Holiday::MayDay),
        (6, 6) => Some(Holiday::NationalDay),
        (12, 24) => Some(Holiday::ChristmasEve),
        (12, 25) => Some(Holiday::ChristmasDay),
        (12, 26) => Some(Holiday::BoxingDay),
        (12, 31) => Some(Holiday::NewYearsEve),
        _ => None,
    }
}

fn around_easter(date: NaiveDate) -> Option<Holiday> {
    match (date - easter(date.year())?).num_days() {
        -2 => Some(Holiday::GoodFriday),
        0 => Some(Holiday::EasterDay),
        1 => Some(Holiday::EasterMonday),
        39 => Some(Holiday::AscensionDay),
        49 => Some(Holiday::WhitSunday),
        _ => None,
    }
}

fn by_weekday(date: NaiveDate) -> Option<Holiday> {
    match (date.weekday(), date.month(), date.day()) {
        (Weekday::Fri, 6, 19..=25) => Some(Holiday::MidsummerEve),
        (Weekday::Sat, 6, 20..=26) => Some(Holiday::MidsummerDay),
        (Weekday::Sat, 10, 31) | (Weekday::Sat, 11, 1..=6) => Some(Holiday::AllSaintsDay),
        _ => None,
    }
}

/// Easter Day in the Gregorian calendar, by the method that an anonymous correspondent sent to Nature (20 April 1876, p. 487);
/// Meeus, Astronomical Algorithms, chapter 8. The letters are those of the book.
pub(super) fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e) = (b / 4, b % 4);
    let g = (b - (b + 8) / 25 + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    let (month, day) = (u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?);
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn easter_is_where_almanacs_have_it() {
        // Among them the earliest and the latest there are, and both exceptions of the reckoning.
        for text in [
            "1818-03-22",
            "1943-04-25",
            "1954-04-18",
            "1981-04-19",
            "2000-04-23",
            "2024-03-31",
            "2025-04-20",
            "2026-04-05",
            "2027-03-28",
            "2028-04-16",
            "2038-04-25",
            "2049-04-18",
        ] {
            assert_eq!(easter(day(text).year()), Some(day(text)));
        }
    }

    #[test]
    fn a_year_has_its_holidays_on_the_right_days() {
        let of_2026: Vec<(NaiveDate, Holiday)> =
            day("2026-01-01").iter_days().take(365).filter_map(|date| Some((date, holiday(date)?))).collect();
        let wanted = [
            ("2026-01-01", Holiday::NewYearsDay),
            ("2026-01-06", Holiday::Epiphany),
            ("2026-04-03", Holiday::GoodFriday),
            ("2026-04-05", Holiday::EasterDay),
            ("2026-04-06", Holiday::EasterMonday),
            ("2026-05-01", Holiday::MayDay),
            ("2026-05-14", Holiday::AscensionDay),
            ("2026-05-24", Holiday::WhitSunday),
            ("2026-06-06", Holiday::NationalDay),
            ("2026-06-19", Holiday::MidsummerEve),
            ("2026-06-20", Holiday::MidsummerDay),
            ("2026-10-31", Holiday::AllSaintsDay),
            ("2026-12-24", Holiday::ChristmasEve),
            ("2026-12-25", Holiday::ChristmasDay),
            ("2026-12-26", Holiday::BoxingDay),
            ("2026-12-31", Holiday::NewYearsEve),
        ];
        assert_eq!(of_2026, wanted.map(|(date, holiday)| (day(date), holiday)));
    }

    #[test]
    fn every_year_has_each_of_them_once() {
        for year in 1990..2200 {
            let first = NaiveDate::from_ymd_opt(year, 1, 1).unwrap();
            let days = first.iter_days().take_while(|date| date.year() == year);
            let found: Vec<Holiday> = days.filter_map(holiday).collect();
            for each in Holiday::ALL {
                let times = found.iter().filter(|found| *found == each).count();
                // Ascension Day and Whit Sunday fall on 1 May, or on 6 June, now and then.
                let hidden = [Holiday::AscensionDay, Holiday::WhitSunday].contains(each);
                assert!(times == 1 || hidden && times == 0, "{year}: {each} {times} times");
            }
        }
    }
}
