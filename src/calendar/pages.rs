//! The page of a month.

use std::collections::BTreeMap;

use actix_web::{HttpRequest, HttpResponse};
use askama::Template;
use chrono::{Datelike, NaiveDate};

use super::entry::{Entry, between};
use super::month::{Month, days};
use crate::error::Result;
use crate::groups::{self, Group};
use crate::i18n::{Lang, local};
use crate::web::forms::Fields;
use crate::web::{Chrome, Ctx};

/// A day of the table.
struct Day {
    date: NaiveDate,
    /// `9`.
    number: u32,
    /// `ons 9 december`, where days stand below each other.
    label: String,
    today: bool,
    /// Whether it belongs to the month before or after.
    outside: bool,
    entries: Vec<Entry>,
}

/// A row of the table.
struct Week {
    number: u32,
    days: Vec<Day>,
}

impl Week {
    fn is_free(&self) -> bool {
        self.days.iter().all(|day| day.entries.is_empty())
    }
}

/// A month in words, with its address.
struct Named {
    address: String,
    name: String,
}

#[derive(Template)]
#[template(path = "calendar/show.html")]
struct Show {
    chrome: Chrome,
    /// `December 2026`.
    name: String,
    list: bool,
    /// The same month the other way.
    other: String,
    before: Option<Named>,
    after: Option<Named>,
    /// The present month; none when it is the one that is shown.
    present: Option<String>,
    weekdays: Vec<String>,
    weeks: Vec<Week>,
    /// The days of the month that have something.
    busy: Vec<(String, Vec<Entry>)>,
    groups: Vec<Group>,
}

/// `GET /calendar`: a month, by `month=2026-12`; as a list by `view=list`.
pub async fn show(ctx: Ctx, request: HttpRequest) -> Result<HttpResponse> {
    let person = ctx.person()?.clone();
    let (lang, zone) = (ctx.lang, person.time_zone);
    let today = local(ctx.now(), zone).date_naive();
    let fields = Fields::of_query(&request);
    let month = Month::parse(fields.text("month")).unwrap_or_else(|| Month::of(today));
    let list = fields.text("view") == "list";
    let mondays = month.mondays();
    let from = mondays.first().copied().unwrap_or(month.first());
    let to = mondays.last().and_then(|monday| days(*monday).last()).unwrap_or(from);
    let found = ctx.read(move |db| {
        Ok((between(db, person.id, (from, to), lang, zone)?, groups::of_person(db, person.id)?))
    });
    let (entries, groups) = found.await?;
    let chrome = ctx.chrome("meetups", "calendar-title");
    ctx.page(&page(chrome, lang, month, today, list, entries, groups))
}

fn page(
    chrome: Chrome,
    lang: Lang,
    month: Month,
    today: NaiveDate,
    list: bool,
    mut entries: BTreeMap<NaiveDate, Vec<Entry>>,
    groups: Vec<Group>,
) -> Show {
    let named = |month: Month| Named { address: address(month, list), name: lang.month(month.first()) };
    let (before, after) = month.beside();
    let busy = match list {
        true => entries
            .iter()
            .filter(|(day, _)| month.has(**day))
            .map(|(day, all)| (capital(&lang.long_date(*day)), all.clone()))
            .collect(),
        false => Vec::new(),
    };
    let mut day = |date: NaiveDate| Day {
        date,
        number: date.day(),
        label: short(lang, date),
        today: date == today,
        outside: !month.has(date),
        entries: entries.remove(&date).unwrap_or_default(),
    };
    let weeks: Vec<Week> = month
        .mondays()
        .into_iter()
        .map(|monday| Week { number: monday.iso_week().week(), days: days(monday).map(&mut day).collect() })
        .collect();
    Show {
        name: capital(&lang.month(month.first())),
        list,
        other: address(month, !list),
        before: before.map(named),
        after: after.map(named),
        present: (!month.has(today)).then(|| address(Month::of(today), list)),
        weekdays: days(month.mondays().first().copied().unwrap_or(today))
            .map(|date| capital(lang.weekday(date)))
            .collect(),
        weeks,
        busy,
        groups,
        chrome,
    }
}

impl Show {
    /// Whether the month itself has nothing.
    fn is_empty(&self) -> bool {
        match self.list {
            true => self.busy.is_empty(),
            false => {
                self.weeks.iter().flat_map(|week| &week.days).all(|day| day.outside || day.entries.is_empty())
            }
        }
    }
}

fn address(month: Month, list: bool) -> String {
    let view = if list { "&view=list" } else { "" };
    format!("/calendar?month={month}{view}")
}

/// `ons 9 dec`.
fn short(lang: Lang, date: NaiveDate) -> String {
    let weekday: String = lang.weekday(date).chars().take(3).collect();
    format!("{weekday} {} {}", date.day(), lang.short_month(date))
}

/// With a capital first: Swedish writes days and months without, but for the first word.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
