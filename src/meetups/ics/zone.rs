//! VTIMEZONE from the transitions that chrono-tz knows.
//!
//! Where every year in sight turns its clocks by the same rule (the last Sunday of March, say), the zone is written as
//! that rule, which is what calendar programs expect. Where it does not, every transition in sight is written out.

use chrono::{
    DateTime, Datelike, Month, NaiveDate, NaiveDateTime, Offset, TimeDelta, TimeZone, Utc, Weekday,
};
use chrono_tz::{OffsetComponents, OffsetName, Tz};

use super::lines::Lines;

/// Years after the last event in which a rule must hold to be called one.
const YEARS_AHEAD: i32 = 5;

/// What a zone does to its clocks at one moment.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Transition {
    /// Wall time before the clocks are turned.
    onset: NaiveDateTime,
    from: i32,
    to: i32,
    summer: bool,
    name: Option<String>,
}

/// The day of the year on which clocks are turned every year.
#[derive(Debug, PartialEq, Eq)]
struct Rule {
    month: u32,
    /// Which of the month's weekdays; -1 is the last.
    nth: i8,
    weekday: Weekday,
}

/// The zone for events between `first` and `last`, as a component with its line breaks.
pub fn vtimezone(zone: Tz, first: DateTime<Utc>, last: DateTime<Utc>) -> String {
    let mut lines = Lines::default();
    write(&mut lines, zone, first, last);
    lines.finish()
}

pub(super) fn write(lines: &mut Lines, zone: Tz, first: DateTime<Utc>, last: DateTime<Utc>) {
    // A year earlier, so that something is in force when the first event begins.
    let (from, until) = (first.year() - 1, last.year() + YEARS_AHEAD);
    let start =
        NaiveDate::from_ymd_opt(from, 1, 1).unwrap_or_default().and_hms_opt(0, 0, 0).unwrap_or_default();
    let end = start + TimeDelta::days(366 * i64::from(until - from + 1));
    let transitions: Vec<Transition> =
        transitions(zone, start, end).into_iter().filter(|each| each.onset.year() <= until).collect();
    lines.begin("VTIMEZONE");
    lines.value("TZID", zone.name());
    match yearly(&transitions, from..=until) {
        Some(rules) => rules.iter().for_each(|(first, rule)| observance(lines, first, Some(rule))),
        None => {
            observance(lines, &in_force(zone, start), None);
            transitions.iter().for_each(|each| observance(lines, each, None));
        }
    }
    lines.end("VTIMEZONE");
}

fn observance(lines: &mut Lines, transition: &Transition, rule: Option<&Rule>) {
    let kind = if transition.summer { "DAYLIGHT" } else { "STANDARD" };
    lines.begin(kind);
    lines.value("DTSTART", &transition.onset.format("%Y%m%dT%H%M%S").to_string());
    if let Some(rule) = rule {
        let day = &rule.weekday.to_string().to_uppercase();
        let day = day.get(..2).unwrap_or(day);
        lines.value("RRULE", &format!("FREQ=YEARLY;BYMONTH={};BYDAY={}{day}", rule.month, rule.nth));
    }
    lines.value("TZOFFSETFROM", &offset(transition.from));
    lines.value("TZOFFSETTO", &offset(transition.to));
    if let Some(name) = &transition.name {
        lines.text("TZNAME", name);
    }
    lines.end(kind);
}

fn offset(seconds: i32) -> String {
    let sign = if seconds < 0 { '-' } else { '+' };
    let (minutes, rest) = (seconds.abs() / 60, seconds.abs() % 60);
    let rest = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{:02}{:02}{rest}", minutes / 60, minutes % 60)
}

/// What is in force at the beginning, said as if it began there.
fn in_force(zone: Tz, start: NaiveDateTime) -> Transition {
    let offset = zone.offset_from_utc_datetime(&start);
    let seconds = offset.fix().local_minus_utc();
    Transition { from: seconds, ..at(zone, start, seconds) }
}

fn at(zone: Tz, moment: NaiveDateTime, from: i32) -> Transition {
    let offset = zone.offset_from_utc_datetime(&moment);
    Transition {
        onset: moment + TimeDelta::seconds(i64::from(from)),
        from,
        to: offset.fix().local_minus_utc(),
        summer: offset.dst_offset() > TimeDelta::zero(),
        name: offset.abbreviation().map(str::to_owned),
    }
}

/// Every transition between two moments (UTC): looked for day by day, then halved down to the second.
fn transitions(zone: Tz, start: NaiveDateTime, end: NaiveDateTime) -> Vec<Transition> {
    let seconds = |moment: NaiveDateTime| zone.offset_from_utc_datetime(&moment).fix().local_minus_utc();
    let mut found = Vec::new();
    let mut before = start;
    while before < end {
        let after = before + TimeDelta::days(1);
        let from = seconds(before);
        if seconds(after) != from {
            let (mut same, mut changed) = (before, after);
            while changed - same > TimeDelta::seconds(1) {
                let middle = same + TimeDelta::seconds((changed - same).num_seconds() / 2);
                if seconds(middle) == from { same = middle } else { changed = middle }
            }
            found.push(at(zone, changed, from));
        }
        before = after;
    }
    found
}

/// The two turns of the first year with the rules that all years follow; nothing when they do not.
fn yearly(
    transitions: &[Transition],
    mut years: std::ops::RangeInclusive<i32>,
) -> Option<[(Transition, Rule); 2]> {
    let of = |year: i32| -> Option<[(Transition, Rule); 2]> {
        let mut turns = transitions.iter().filter(|each| each.onset.year() == year);
        let (first, second) = (turns.next()?, turns.next()?);
        let pair = [(first.clone(), rule(first)), (second.clone(), rule(second))];
        turns.next().is_none().then_some(pair)
    };
    let begin = of(*years.start())?;
    let holds = years.all(|year| {
        of(year).is_some_and(|turns| {
            turns.iter().zip(&begin).all(|((turn, rule), (first, expected))| {
                let alike = Transition { onset: first.onset, ..turn.clone() } == *first;
                rule == expected && alike && turn.onset.time() == first.onset.time()
            })
        })
    });
    holds.then_some(begin)
}

fn rule(transition: &Transition) -> Rule {
    let date = transition.onset.date();
    let days =
        Month::try_from(u8::try_from(date.month()).unwrap_or(1)).ok().and_then(|m| m.num_days(date.year()));
    let is_last = date.day() + 7 > u32::from(days.unwrap_or(31));
    let nth = if is_last { -1 } else { i8::try_from((date.day() - 1) / 7 + 1).unwrap_or(1) };
    Rule { month: date.month(), nth, weekday: date.weekday() }
}
