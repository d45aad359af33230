//! What a person prefers: language, clock, how they meet and how often they hear from us.

use chrono_tz::Tz;
use diesel::prelude::*;

use crate::db::schema::people;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::Lang;
use crate::web::forms::{Check, Errors, Fields};
use crate::word_enum;

word_enum! {
    /// How somebody wants to meet. Texts: `meeting-format-<word>`.
    pub enum MeetingFormat {
        /// In the same room.
        InPerson = "in_person",
        /// On a screen.
        Online = "online",
        /// As it suits the group.
        Either = "either",
    }
}

word_enum! {
    /// How often a digest comes. Texts: `digest-frequency-<word>`.
    pub enum DigestFrequency {
        /// Every day that has something new.
        Daily = "daily",
        /// Once a week.
        Weekly = "weekly",
        /// Not at all.
        Never = "never",
    }
}

word_enum! {
    /// How often what is new in a place comes. Texts: `digest-frequency-<word>`.
    pub enum Frequency {
        /// Each story in a mail of its own, soon after it is published; all else every day.
        AtOnce = "at_once",
        /// Every day that has something new.
        Daily = "daily",
        /// Once a week.
        Weekly = "weekly",
        /// Not at all.
        Never = "never",
    }
}

word_enum! {
    /// How long before a meetup its reminder comes by mail. Texts: `meetup-reminders-<word>`.
    pub enum Reminders {
        /// A day.
        Day = "day",
        /// Two days.
        TwoDays = "two_days",
        /// A week.
        Week = "week",
        /// A week, and once more a day.
        WeekAndDay = "week_and_day",
        /// None comes.
        Never = "never",
    }
}

impl Reminders {
    /// Every number of days before a meetup at which somebody may be reminded, the smallest first.
    pub const DAYS: [i64; 3] = [1, 2, 7];

    /// At how many days before a meetup a reminder comes.
    pub fn days(self) -> &'static [i64] {
        match self {
            Reminders::Day => &[1],
            Reminders::TwoDays => &[2],
            Reminders::Week => &[7],
            Reminders::WeekAndDay => &[1, 7],
            Reminders::Never => &[],
        }
    }
}

impl Frequency {
    /// How often digests tell of it. What comes at once comes daily as well, but for what was mailed by then.
    pub fn rhythm(self) -> DigestFrequency {
        match self {
            Frequency::AtOnce | Frequency::Daily => DigestFrequency::Daily,
            Frequency::Weekly => DigestFrequency::Weekly,
            Frequency::Never => DigestFrequency::Never,
        }
    }
}

impl DigestFrequency {
    /// How often everything comes to somebody, whose stories come at once or not.
    pub fn general(self, stories_at_once: bool) -> Frequency {
        match self {
            DigestFrequency::Daily if stories_at_once => Frequency::AtOnce,
            DigestFrequency::Daily => Frequency::Daily,
            DigestFrequency::Weekly => Frequency::Weekly,
            DigestFrequency::Never => Frequency::Never,
        }
    }
}

/// Minutes before a meetup that one's calendar may remind. Texts: `calendar-alarm-<minutes>`.
pub const CALENDAR_ALARMS: [i32; 5] = [10, 30, 60, 120, 1440];

/// Language, clock, digest, reminders and calendar of a person.
#[derive(Debug, Clone, PartialEq, Eq, Queryable, Selectable)]
#[diesel(table_name = people)]
pub struct Preferences {
    /// Language of pages and mail.
    pub language: Lang,
    /// IANA time zone.
    pub time_zone: String,
    /// How often a digest comes.
    pub digest_frequency: DigestFrequency,
    /// Whether stories come at once, a daily digest beside them.
    pub stories_at_once: bool,
    /// Local hour of the digest, 0 to 23.
    pub digest_hour: i32,
    /// Day of a weekly digest, 1 (Monday) to 7.
    pub digest_weekday: i32,
    /// Minutes before a meetup that their calendar reminds, if it does.
    pub calendar_alarm: Option<i32>,
    /// How long before a meetup they are reminded of it by mail.
    pub meetup_reminders: Reminders,
}

impl Preferences {
    /// Checks the fields of the settings page. What a page from before there was a choice does not ask about stays what it is.
    pub fn parse(fields: &Fields, before: &Preferences) -> Result<Self, Errors> {
        let mut check = Check::of(fields);
        let language = check.choice("language");
        let zone: Option<Tz> = check.choice("time_zone");
        let frequency: Option<Frequency> = check.choice("digest_frequency");
        let digest_hour = check.number("digest_hour", 0..=23);
        let digest_weekday = check.number("digest_weekday", 1..=7);
        let calendar_alarm = match fields.text("calendar_alarm") {
            _ if !fields.has("calendar_alarm") => before.calendar_alarm,
            "" => None,
            text => text.parse().ok().filter(|minutes| CALENDAR_ALARMS.contains(minutes)).or_else(|| {
                check.fail("calendar_alarm", "error-choice");
                None
            }),
        };
        let meetup_reminders = match fields.has("meetup_reminders") {
            true => check.choice("meetup_reminders"),
            false => Some(before.meetup_reminders),
        };
        check.done()?;
        Ok(Preferences {
            language: language.unwrap_or(Lang::Swedish),
            time_zone: zone.unwrap_or(Tz::Europe__Stockholm).name().to_owned(),
            digest_frequency: frequency.map_or(DigestFrequency::Weekly, Frequency::rhythm),
            stories_at_once: frequency == Some(Frequency::AtOnce),
            digest_hour,
            digest_weekday,
            calendar_alarm,
            meetup_reminders: meetup_reminders.unwrap_or(Reminders::Day),
        })
    }

    /// As the form shows them.
    pub fn fields(&self) -> Fields {
        Fields::from_pairs([
            ("language", self.language.word().to_owned()),
            ("time_zone", self.time_zone.clone()),
            ("digest_frequency", self.digest_frequency.general(self.stories_at_once).word().to_owned()),
            ("digest_hour", self.digest_hour.to_string()),
            ("digest_weekday", self.digest_weekday.to_string()),
            ("calendar_alarm", self.calendar_alarm.map(|minutes| minutes.to_string()).unwrap_or_default()),
            ("meetup_reminders", self.meetup_reminders.word().to_owned()),
        ])
    }
}

/// What a person prefers.
pub fn preferences_of(db: &mut Db, person: Id) -> Result<Preferences> {
    Ok(people::table.find(person).select(Preferences::as_select()).first(db)?)
}

/// Keeps what a person prefers.
pub fn save_preferences(tx: &mut Tx<'_>, person: Id, new: &Preferences, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(person))
        .set((
            people::language.eq(new.language),
            people::time_zone.eq(&new.time_zone),
            people::digest_frequency.eq(new.digest_frequency),
            people::stories_at_once.eq(new.stories_at_once),
            people::digest_hour.eq(new.digest_hour),
            people::digest_weekday.eq(new.digest_weekday),
            people::calendar_alarm.eq(new.calendar_alarm),
            people::meetup_reminders.eq(new.meetup_reminders),
            people::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Keeps the language alone.
pub fn set_language(tx: &mut Tx<'_>, person: Id, lang: Lang, now: Timestamp) -> Result<()> {
    diesel::update(people::table.find(person))
        .set((people::language.eq(lang), people::updated_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(())
}

/// Names of the time zones to choose from: Stockholm first, then the rest by continent and city.
pub fn time_zones() -> Vec<&'static str> {
    let places = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    let is_place = |name: &&str| places.iter().any(|place| name.starts_with(place));
    let home = Tz::Europe__Stockholm.name();
    let rest =
        chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).filter(is_place).filter(|name| *name != home);
    [home, "UTC"].into_iter().chain(rest).collect()
}
