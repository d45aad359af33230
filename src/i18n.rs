//! Swedish and English: texts from `locales/`, dates and numbers by locale, and folding for search.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::{LazyLock, PoisonError, RwLock};

use chrono::{DateTime, Datelike, Days, Locale, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentValue;
use fluent_templates::{LanguageIdentifier, Loader, langid, static_loader};
use unicode_normalization::UnicodeNormalization;

use crate::db::types::Timestamp;

static_loader! {
    static LOCALES = {
        locales: "./locales",
        fallback_language: "sv",
        // The marks that isolate inserted text confuse plain-text mail; our arguments are never right-to-left.
        customise: |bundle| bundle.set_use_isolating(false),
    };
}

static SWEDISH: LanguageIdentifier = langid!("sv");
static ENGLISH: LanguageIdentifier = langid!("en");

/// A named value put into a text.
pub type Arg<'a> = (&'static str, FluentValue<'a>);

/// Names of days of the week and of months, the first first. Looking them up for every date of a page is what dates cost.
struct Names {
    weekdays: Vec<String>,
    months: Vec<String>,
    short_months: Vec<String>,
}

impl Names {
    fn of(locale: Locale) -> Self {
        let name = |date: NaiveDate, what: &str| date.format_localized(what, locale).to_string();
        let monday = NaiveDate::from_ymd_opt(2024, 1, 1).unwrap_or_default();
        let months = || (1..=12).filter_map(|month| NaiveDate::from_ymd_opt(2024, month, 1));
        Names {
            weekdays: (0..7).map(|days| name(monday + Days::new(days), "%A")).collect(),
            months: months().map(|date| name(date, "%B")).collect(),
            short_months: months().map(|date| name(date, "%b")).collect(),
        }
    }

    fn weekday(&self, date: NaiveDate) -> &str {
        nth(&self.weekdays, date.weekday().num_days_from_monday())
    }

    fn month(&self, date: NaiveDate) -> &str {
        nth(&self.months, date.month0())
    }

    fn short_month(&self, date: NaiveDate) -> &str {
        nth(&self.short_months, date.month0())
    }
}

fn nth(names: &[String], n: u32) -> &str {
    usize::try_from(n).ok().and_then(|n| names.get(n)).map_or("", String::as_str)
}

crate::word_enum! {
    /// A language the product speaks.
    pub enum Lang {
        /// Swedish.
        Swedish = "sv",
        /// English.
        English = "en",
    }
}

impl Lang {
    /// The text for `key`; the key itself when it is missing (a test finds those).
    pub fn t(self, key: &str) -> String {
        let known = self.fixed_texts();
        if let Some(text) = known.read().unwrap_or_else(PoisonError::into_inner).get(key) {
            return text.clone();
        }
        let Some(text) = LOCALES.try_lookup(self.identifier(), key) else { return key.to_owned() };
        known.write().unwrap_or_else(PoisonError::into_inner).insert(key.to_owned(), text.clone());
        text
    }

    /// The text for `key` with values put in.
    pub fn ta(self, key: &str, args: &[Arg<'_>]) -> String {
        let args: HashMap<Cow<'static, str>, FluentValue<'_>> =
            args.iter().map(|(name, value)| (Cow::Borrowed(*name), value.clone())).collect();
        LOCALES.try_lookup_with_args(self.identifier(), key, &args).unwrap_or_else(|| key.to_owned())
    }

    /// The text for `key` with the count `n`, which the locale file may pluralise.
    pub fn tn(self, key: &str, n: impl TryInto<i64>) -> String {
        let n: i64 = n.try_into().unwrap_or(i64::MAX);
        self.ta(key, &[("n", FluentValue::from(n))])
    }

    /// The text for `key` with one name put in as `name`.
    pub fn tname(self, key: &str, name: &str) -> String {
        self.ta(key, &[("name", FluentValue::from(name))])
    }

    /// Whether both languages have `key`.
    pub fn has(self, key: &str) -> bool {
        LOCALES.try_lookup(self.identifier(), key).is_some()
    }

    /// `a, b och c`, `a, b and c`.
    pub fn list(self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [one] => one.clone(),
            [first @ .., last] => format!("{} {} {last}", first.join(", "), self.t("list-and")),
        }
    }

    /// A whole number with separated thousands: `10 587 710`, `10,587,710`.
    pub fn number(self, n: impl Into<i64>) -> String {
        let n: i64 = n.into();
        let separator = match self {
            Lang::Swedish => '\u{a0}',
            Lang::English => ',',
        };
        let digits = n.unsigned_abs().to_string();
        let mut text = String::new();
        for (place, digit) in digits.chars().enumerate() {
            if place > 0 && (digits.len() - place).is_multiple_of(3) {
                text.push(separator);
            }
            text.push(digit);
        }
        if n < 0 { format!("\u{2212}{text}") } else { text }
    }

    /// `måndag 23 november 2026`, `Monday 23 November 2026`.
    pub fn long_date(self, date: NaiveDate) -> String {
        format!("{} {}", self.names().weekday(date), self.date(date))
    }

    /// `23 november 2026`, `23 November 2026`.
    pub fn date(self, date: NaiveDate) -> String {
        format!("{} {} {}", date.day(), self.names().month(date), date.year())
    }

    /// `november 2026`, `November 2026`.
    pub fn month(self, date: NaiveDate) -> String {
        format!("{} {}", self.names().month(date), date.year())
    }

    /// `nov`, `Nov`: the month on a calendar leaf.
    pub fn short_month(self, date: NaiveDate) -> &'static str {
        self.names().short_month(date)
    }

    /// `måndag`, `Monday`.
    pub fn weekday(self, date: NaiveDate) -> &'static str {
        self.names().weekday(date)
    }

    /// Date of a moment in a time zone.
    pub fn day_of(self, moment: Timestamp, zone: Tz) -> String {
        self.date(moment.utc().with_timezone(&zone).date_naive())
    }

    /// `måndag 23 november 2026 kl. 18:15`, `Monday 23 November 2026 at 18:15`.
    pub fn moment(self, moment: Timestamp, zone: Tz) -> String {
        let local: DateTime<Tz> = moment.utc().with_timezone(&zone);
        let at = match self {
            Lang::Swedish => "kl.",
            Lang::English => "at",
        };
        format!("{} {at} {:02}:{:02}", self.long_date(local.date_naive()), local.hour(), local.minute())
    }

    /// `18:15`.
    pub fn time(self, moment: Timestamp, zone: Tz) -> String {
        let local = moment.utc().with_timezone(&zone);
        format!("{:02}:{:02}", local.hour(), local.minute())
    }

    /// Texts without values that were asked for before: a page has some fifty, and putting one together anew takes ten
    /// times as long as this. No more than the locale files have.
    fn fixed_texts(self) -> &'static RwLock<HashMap<String, String>> {
        static SWEDISH: LazyLock<RwLock<HashMap<String, String>>> = LazyLock::new(RwLock::default);
        static ENGLISH: LazyLock<RwLock<HashMap<String, String>>> = LazyLock::new(RwLock::default);
        match self {
            Lang::Swedish => &SWEDISH,
            Lang::English => &ENGLISH,
        }
    }

    fn identifier(self) -> &'static LanguageIdentifier {
        match self {
            Lang::Swedish => &SWEDISH,
            Lang::English => &ENGLISH,
        }
    }

    fn names(self) -> &'static Names {
        static SWEDISH: LazyLock<Names> = LazyLock::new(|| Names::of(Locale::sv_SE));
        static ENGLISH: LazyLock<Names> = LazyLock::new(|| Names::of(Locale::en_GB));
        match self {
            Lang::Swedish => &SWEDISH,
            Lang::English => &ENGLISH,
        }
    }

    /// The best of our languages for an `Accept-Language` header; Swedish when none fits.
    pub fn negotiate(header: &str) -> Lang {
        let mut best = (0.0, Lang::Swedish);
        for part in header.split(',') {
            let mut pieces = part.split(';');
            let tag = pieces.next().unwrap_or("").trim().to_ascii_lowercase();
            let quality: f32 =
                pieces.find_map(|p| p.trim().strip_prefix("q=").and_then(|q| q.parse().ok())).unwrap_or(1.0);
            let primary = tag.split('-').next().unwrap_or("");
            if let Ok(lang) = primary.parse::<Lang>()
                && quality > best.0
            {
                best = (quality, lang);
            }
        }
        best.1
    }
}

/// Lower case without accents or punctuation: what names are searched by.
pub fn fold(text: &str) -> String {
    let plain: String = text
        .nfd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c.is_alphanumeric() { c } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The number of the ISO week and its year, such as `2026-W48`.
pub fn iso_week(date: NaiveDate) -> String {
    let week = date.iso_week();
    format!("{}-W{:02}", week.year(), week.week())
}

/// The wall clock of a moment in a zone.
pub fn local(moment: Timestamp, zone: Tz) -> DateTime<Tz> {
    DateTime::<Utc>::from(moment).with_timezone(&zone)
}
