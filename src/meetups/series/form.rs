//! The fields of the form that make one meetup a series, and the days that are shown before anybody is invited.

use chrono::{Datelike, Months, NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::create_series;
use super::rhythm::{Rhythm, days, is_last};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::{Id, Timestamp};
use crate::error;
use crate::i18n::{Lang, local};
use crate::meetups::forms::{Against, moment, parse};
use crate::meetups::{NewMeetup, create};
use crate::polls::holiday;
use crate::web::forms::{Check, Errors, Fields};
use crate::word_enum;

/// Most meetups in a series.
const MOST: usize = 52;

/// Months ahead that a series may go on for.
const FARTHEST_MONTHS: u32 = 24;

/// Name of the boxes of days to leave out.
const WITHOUT: &str = "without";

/// The days that were shown, so that nobody is invited to others.
const SEEN: &str = "seen";

word_enum! {
    /// How a meetup is repeated. Texts: `meetup-repeats-<word>`.
    enum Repeats {
        /// Every so many weeks.
        Weeks = "weeks",
        /// Every month, the same weekday as often into the month.
        Monthly = "monthly",
        /// Every month, the last such weekday.
        Last = "last",
    }
}

/// A rhythm as the form has it: fields and what they say.
pub(super) fn repeated(rhythm: Rhythm) -> [(&'static str, String); 2] {
    let (repeats, every) = match rhythm {
        Rhythm::Weeks(weeks) => (Repeats::Weeks, weeks.to_string()),
        Rhythm::Monthly => (Repeats::Monthly, String::new()),
        Rhythm::Last => (Repeats::Last, String::new()),
    };
    [("repeats", repeats.to_string()), ("every", every)]
}

/// What somebody proposes.
pub enum Proposal {
    /// One meetup.
    Once(NewMeetup),
    /// A series: what its meetups have in common, and when each begins and ends.
    Series(NewMeetup, Vec<(Timestamp, Timestamp)>),
}

impl Proposal {
    /// What the fields of the form propose for a group, in the wall time of `zone`; or everything wrong with them.
    pub fn parse(fields: &Fields, group: Id, zone: Tz, now: Timestamp) -> Result<Self, Errors> {
        let against = Against { group, zone, now, before: None };
        parse_proposal(fields, &against, &planned(fields, &against))
    }

    /// Makes it and invites the group, in the series `after` if it goes on with one; gives the first.
    pub fn make(&self, tx: &mut Tx<'_>, app: &App, after: Option<Id>, by: Id) -> error::Result<Id> {
        match self {
            Proposal::Once(new) if after.is_none() => create(tx, app, new, by),
            Proposal::Once(new) => create_series(tx, app, new, &[(new.starts_at, new.ends_at)], after, by),
            Proposal::Series(new, spans) => create_series(tx, app, new, spans, after, by),
        }
    }
}

/// The days of a series, none for a single meetup; or what is wrong with the fields that say so.
pub(in crate::meetups) type Planned = Result<Vec<NaiveDate>, Errors>;

/// The days that a form means. Nothing is wrong with a single meetup.
pub(in crate::meetups) fn planned(fields: &Fields, against: &Against<'_>) -> Planned {
    let mut check = Check::of(fields);
    if fields.text("repeats").is_empty() {
        return Ok(Vec::new());
    }
    let repeats = check.choice::<Repeats>("repeats");
    let every = match repeats {
        Some(Repeats::Weeks) => check.number("every", 1..=12),
        _ => 1,
    };
    let rhythm = match repeats {
        Some(Repeats::Last) => Rhythm::Last,
        Some(Repeats::Monthly) => Rhythm::Monthly,
        _ => Rhythm::Weeks(u64::try_from(every).unwrap_or(1)),
    };
    let until = check.date("until");
    let first = fields.text("date").parse::<NaiveDate>().ok();
    if let Some(first) = first
        && rhythm == Rhythm::Last
        && !is_last(first)
    {
        check.fail("repeats", "error-series-last");
    }
    let all = first.zip(until).map(|(first, until)| days(first, rhythm, until)).unwrap_or_default();
    let today = local(against.now, against.zone).date_naive();
    if until
        .zip(today.checked_add_months(Months::new(FARTHEST_MONTHS)))
        .is_some_and(|(until, far)| until > far)
    {
        check.fail("until", "error-series-far");
    } else if all.len() > MOST {
        check.fail_naming("until", "error-series-many", all.len());
    } else if all.len() < 2 && first.is_some() && until.is_some() {
        check.fail("until", "error-series-until");
    }
    check.done()?;
    Ok(all)
}

/// What the whole form proposes, or everything wrong with it.
pub(in crate::meetups) fn parse_proposal(
    fields: &Fields,
    against: &Against<'_>,
    planned: &Planned,
) -> Result<Proposal, Errors> {
    let spans = planned.clone().and_then(|days| spans(fields, against, &days));
    let (new, spans) = match (parse(fields, against), spans) {
        (Ok(new), Ok(spans)) => (new, spans),
        (Err(one), Err(other)) => return Err(one.and(other)),
        (Err(errors), _) | (_, Err(errors)) => return Err(errors),
    };
    Ok(match spans[..] {
        [] => Proposal::Once(new),
        [(starts_at, ends_at)] => Proposal::Once(NewMeetup { starts_at, ends_at, ..new }),
        _ => Proposal::Series(new, spans),
    })
}

/// Whether the days of a series have been shown to who sends the form. A single meetup has none to show.
pub(in crate::meetups) fn are_seen(fields: &Fields, planned: &Planned) -> bool {
    planned.as_ref().map_or(true, Vec::is_empty) || fields.raw(SEEN) == joined(planned)
}

/// When each meetup is, but for days that are left out: at the same wall time whatever clocks do.
fn spans(
    fields: &Fields,
    against: &Against<'_>,
    days: &[NaiveDate],
) -> Result<Vec<(Timestamp, Timestamp)>, Errors> {
    let mut check = Check::of(fields);
    let kept: Vec<NaiveDate> = days.iter().copied().filter(|day| !is_left_out(fields, *day)).collect();
    if kept.is_empty() && !days.is_empty() {
        check.fail(WITHOUT, "error-series-empty");
    }
    // What is wrong with these two is found with the first meetup.
    let mut typed = Check::of(fields);
    let times = typed.time("starts").zip(typed.time("ends"));
    let mut at = |field: &'static str, day: NaiveDate, time: NaiveTime| {
        let found = moment(day.and_time(time), against.zone);
        if found.is_none() && days.first() != Some(&day) {
            check.fail_naming(field, "error-series-hour", day);
        }
        found
    };
    let span = |day: NaiveDate| {
        let (starts, ends) = times?;
        at("starts", day, starts).zip(at("ends", day, ends))
    };
    let spans = kept.into_iter().filter_map(span).collect();
    check.done()?;
    Ok(spans)
}

fn is_left_out(fields: &Fields, day: NaiveDate) -> bool {
    fields.all(WITHOUT).any(|text| text == day.to_string())
}

fn joined(planned: &Planned) -> String {
    let days = planned.as_ref().map_or(&[][..], |days| &days[..]);
    days.iter().map(NaiveDate::to_string).collect::<Vec<_>>().join(" ")
}

/// The fields of the series as the page shows them.
pub(in crate::meetups) struct SeriesFields {
    /// How it may be repeated: value and label.
    pub rhythms: Vec<(String, String)>,
    /// The days, when there are some to show.
    pub preview: Option<Preview>,
}

/// What would be made.
pub(in crate::meetups) struct Preview {
    /// `8 träffar: 12 jan, 2 feb, …`
    pub told: String,
    /// The days that are public holidays, in words; empty where none is.
    pub holidays: String,
    /// Boxes to leave days out: value, label, whether it is ticked.
    pub days: Vec<(String, String, bool)>,
    /// What comes back to say that these days were seen.
    pub seen: String,
}

impl SeriesFields {
    /// Of a form; `planned` when the days are to be shown.
    pub(in crate::meetups) fn of(fields: &Fields, planned: Option<&Planned>, lang: Lang) -> Self {
        let once = (String::new(), lang.t("meetup-repeats-not"));
        let rhythm = |each: &Repeats| (each.to_string(), lang.t(&format!("meetup-repeats-{each}")));
        let days = planned.filter(|planned| planned.as_ref().is_ok_and(|days| !days.is_empty()));
        SeriesFields {
            rhythms: std::iter::once(once).chain(Repeats::ALL.iter().map(rhythm)).collect(),
            preview: days.map(|planned| Preview::of(fields, planned, lang)),
        }
    }
}

impl Preview {
    fn of(fields: &Fields, planned: &Planned, lang: Lang) -> Self {
        let days = planned.as_ref().map_or(&[][..], |days| &days[..]);
        let named = |day: NaiveDate| holiday(day).map(|each| lang.t(&format!("holiday-{each}")));
        let label = |day: NaiveDate| match named(day) {
            Some(name) => format!("{} ({name})", lang.long_date(day)),
            None => lang.long_date(day),
        };
        let kept = days.iter().filter(|day| !is_left_out(fields, **day));
        let kept: Vec<String> = kept.map(|day| format!("{} {}", day.day(), lang.short_month(*day))).collect();
        let holidays = days.iter().filter_map(|day| Some(format!("{} ({})", lang.date(*day), named(*day)?)));
        Preview {
            told: format!("{}: {}", lang.tn("meetup-series-count", kept.len()), lang.list(&kept)),
            holidays: lang.list(&holidays.collect::<Vec<_>>()),
            days: days.iter().map(|day| (day.to_string(), label(*day), is_left_out(fields, *day))).collect(),
            seen: joined(planned),
        }
    }
}
