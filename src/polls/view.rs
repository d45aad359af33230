//! A poll as pages and mails show it: everything in words.

use std::sync::Arc;

use askama::Template;
use chrono::{Datelike, NaiveDate};
use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentValue;

use super::answer::Suits;
use super::asked::{Asked, Row};
use super::forms::answer_field;
use super::holidays::holiday;
use super::poll::{Poll, Slot, Span};
use super::school_holidays::school_holiday;
use super::tally::Tally;
use crate::db::types::Id;
use crate::error::{Error, Result};
use crate::i18n::{Lang, local};
use crate::meetups::when;

/// What is worth knowing of a day: that it is a public holiday, or that schools are usually closed in some of these counties.
pub(super) fn day_note(lang: Lang, date: NaiveDate, counties: &[String]) -> Option<String> {
    let public = holiday(date).map(|holiday| lang.t(&format!("holiday-{holiday}")));
    public.or_else(|| {
        let (holiday, names) = school_holiday(date, counties)?;
        let holiday = lang.t(&format!("school-holiday-{holiday}"));
        let args =
            [("holiday", FluentValue::from(holiday)), ("counties", FluentValue::from(lang.list(&names)))];
        Some(lang.ta("school-holiday-usual", &args))
    })
}

/// When a slot is, in full, with what is worth knowing of the day: `onsdag 9 december 2026 kl. 13:00–14:30`.
pub(super) fn slot_line(lang: Lang, span: Span, zone: Tz, counties: &[String]) -> String {
    let known = day_note(lang, local(span.starts_at, zone).date_naive(), counties);
    noted(when(lang, span.starts_at, span.ends_at, zone), known.as_deref())
}

fn noted(when: String, known: Option<&str>) -> String {
    match known {
        Some(known) => format!("{when} ({known})"),
        None => when,
    }
}

/// A slot with how it suits: `onsdag 9 december 2026 kl. 13:00–14:30: 4 kan, 1 vid behov, 1 kan inte`.
pub(super) fn best_line(lang: Lang, tally: &Tally<'_>, zone: Tz, counties: &[String]) -> String {
    format!("{}: {}", slot_line(lang, tally.slot.span, zone, counties), counts(lang, tally))
}

/// How a slot suits, in numbers; what is nobody is left out but for those who can.
pub(super) fn counts(lang: Lang, tally: &Tally<'_>) -> String {
    let mut parts = vec![lang.tn("poll-can", tally.yes)];
    for (key, n) in [
        ("poll-can-if-need-be", tally.if_need_be),
        ("poll-cannot", tally.missing.len()),
        ("poll-unanswered", tally.unanswered.len()),
    ] {
        if n > 0 {
            parts.push(lang.tn(key, n));
        }
    }
    parts.join(", ")
}

/// The names of people, as others see them.
pub(super) fn names(lang: Lang, people: &[&Asked]) -> String {
    let names: Vec<String> = people.iter().map(|each| each.shown(lang)).collect();
    lang.list(&names)
}

/// A slot in words, for one reader: worked out once for every place of a page that tells of it.
pub(super) struct Told {
    /// Its number.
    pub number: i32,
    /// When it is, in full, with what is worth knowing of the day.
    pub line: String,
    /// Date and time as briefly as can be: `9/12 13:00`.
    pub label: String,
    /// The day of the week, and what is worth knowing of the day.
    pub note: String,
}

impl Told {
    /// A slot for somebody in a zone.
    pub fn of(lang: Lang, slot: &Slot, zone: Tz, counties: &[String]) -> Self {
        let starts = local(slot.span.starts_at, zone);
        let date = starts.date_naive();
        let known = day_note(lang, date, counties);
        let weekday: String = lang.weekday(date).chars().take(3).collect();
        let day = match lang {
            Lang::Swedish => format!("{}/{}", date.day(), date.month()),
            Lang::English => format!("{} {}", date.day(), lang.short_month(date)),
        };
        Told {
            number: slot.number,
            label: format!("{day} {}", starts.format("%H:%M")),
            line: noted(when(lang, slot.span.starts_at, slot.span.ends_at, zone), known.as_deref()),
            note: known.map_or(weekday.clone(), |known| format!("{weekday}, {known}")),
        }
    }
}

/// The line of a slot among those that are told.
pub(super) fn line_of(told: &[Told], number: i32) -> String {
    told.iter().find(|each| each.number == number).map(|each| each.line.clone()).unwrap_or_default()
}

/// A member as a row of the matrix.
pub(super) struct Line {
    pub name: String,
    pub organiser: String,
    /// What they say of each column, as cells in HTML; nothing when they have said nothing at all.
    pub cells: Vec<Arc<str>>,
}

/// What somebody says of a slot, in the matrix.
#[derive(Template)]
#[template(ext = "html", source = r#"<td class="{{ suits }}">{{ word }}</td>"#)]
struct Cell<'a> {
    suits: &'a Suits,
    word: &'a str,
}

/// Everybody who is asked with what they have said of slots.
pub(super) fn lines(lang: Lang, slots: &[Slot], asked: &[Asked]) -> Result<Vec<Line>> {
    // 40 people and 20 slots are 800 cells, of four kinds.
    let drawn = |suits: &Suits| -> Result<(Suits, Arc<str>)> {
        let word = lang.t(&format!("poll-said-{suits}"));
        Ok((*suits, Cell { suits, word: &word }.render().map_err(Error::internal)?.into()))
    };
    let drawn = Suits::ALL.iter().map(drawn).collect::<Result<Vec<_>>>()?;
    let nothing: Arc<str> = "<td>–</td>".into();
    let cell = |suits: Option<Suits>| {
        let known = drawn.iter().find(|(known, _)| Some(*known) == suits);
        known.map_or(&nothing, |(_, cell)| cell).clone()
    };
    let line = |each: &Asked| {
        let any = slots.iter().any(|slot| each.said.of(slot.number).is_some());
        let cells = slots.iter().map(|slot| cell(each.said.of(slot.number)));
        Line {
            name: each.shown(lang),
            organiser: each.organiser.clone(),
            cells: if any { cells.collect() } else { Vec::new() },
        }
    };
    Ok(asked.iter().map(line).collect())
}

/// A slot among the best.
pub(super) struct Best {
    pub number: i32,
    pub when: String,
    pub counts: String,
    /// Who would miss it; empty when nobody would.
    pub missing: String,
}

impl Best {
    /// One of the best slots.
    pub fn of(lang: Lang, tally: &Tally<'_>, told: &[Told]) -> Self {
        Best {
            number: tally.slot.number,
            when: line_of(told, tally.slot.number),
            counts: counts(lang, tally),
            missing: names(lang, &tally.missing),
        }
    }
}

/// A slot to answer.
pub(super) struct Question {
    pub field: String,
    pub legend: String,
    /// What was answered, as the boxes have it.
    pub value: String,
}

/// The slots to answer with what a seat has said of them.
pub(super) fn questions<'a>(ahead: impl IntoIterator<Item = &'a Told>, said: &Row) -> Vec<Question> {
    let question = |slot: &Told| Question {
        field: answer_field(slot.number),
        legend: slot.line.clone(),
        value: said.of(slot.number).map(|suits| suits.to_string()).unwrap_or_default(),
    };
    ahead.into_iter().map(question).collect()
}

/// What can be answered: value and label.
pub(super) fn options(lang: Lang) -> Vec<(Suits, String, &'static str)> {
    Suits::ALL.iter().map(|suits| (*suits, lang.t(&format!("poll-answer-{suits}")), "")).collect()
}

/// What pages tell of a poll beside its slots.
pub(super) struct View {
    pub id: Id,
    pub title: String,
    pub place: String,
    pub link: String,
    pub zone: &'static str,
    /// The last day for answers.
    pub answer_by: Option<String>,
}

impl View {
    /// A poll for somebody in a zone.
    pub fn of(poll: &Poll, lang: Lang, zone: Tz) -> Self {
        View {
            id: poll.id,
            title: poll.title.clone(),
            place: poll.place.clone(),
            link: poll.link.clone(),
            zone: zone.name(),
            answer_by: poll.answer_by.map(|date| lang.long_date(date)),
        }
    }

    /// The last day for answers and the zone of the times, as one line.
    pub fn meta(&self, lang: Lang) -> String {
        let zone = lang.tname("meetup-field-zone", self.zone);
        match &self.answer_by {
            Some(date) => {
                format!(
                    "{} {zone}",
                    lang.ta("poll-answer-by-is", &[("date", FluentValue::from(date.as_str()))])
                )
            }
            None => zone,
        }
    }
}
