//! What is on a day.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};
use chrono_tz::Tz;

use super::month::begin;
use crate::db::Db;
use crate::db::types::Id;
use crate::error::Result;
use crate::i18n::{Lang, local};
use crate::{meetups, polls, rounds};

/// Something with a date.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Where it leads.
    pub path: String,
    /// What it is called.
    pub title: String,
    /// Time of day, or what day it is the last of.
    pub when: String,
    /// The group or network.
    pub place: String,
    /// What was answered, or that it is cancelled; may be empty.
    pub state: String,
    /// Whether it was cancelled.
    pub cancelled: bool,
    /// What was said when it was cancelled; may be empty.
    pub why: String,
}

/// Everything of a person from one day to another, both included, by day. Three queries.
pub(super) fn between(
    db: &mut Db,
    person: Id,
    (from, to): (NaiveDate, NaiveDate),
    lang: Lang,
    zone: Tz,
) -> Result<BTreeMap<NaiveDate, Vec<Entry>>> {
    let mut found: BTreeMap<NaiveDate, Vec<Entry>> = BTreeMap::new();
    // Last days first: they hold all day.
    for round in rounds::due_between(db, person, from, to)? {
        let path = format!("/rounds/{}", round.id);
        let when = lang.t("calendar-last-day-round");
        found.entry(round.last_day).or_default().push(last_day(path, round.name, when, round.network_name));
    }
    for poll in polls::due_between(db, person, from, to)? {
        let Some(day) = poll.answer_by else { continue };
        let path = format!("/polls/{}", poll.id);
        let when = lang.t("calendar-last-day-poll");
        found.entry(day).or_default().push(last_day(path, poll.title, when, poll.group_name));
    }
    let (first, end) = (begin(from, zone), begin(to + Days::new(1), zone));
    for meetup in meetups::begins_between(db, person, first, end)? {
        let cancelled = meetup.cancelled_at.is_some();
        let state = match meetup.my_answer {
            _ if cancelled => lang.t("meetup-cancelled"),
            Some(_) if meetup.waiting.is_some() => lang.t("meetup-said-waiting"),
            Some(answer) => lang.t(answer.key()),
            None => String::new(),
        };
        found.entry(local(meetup.starts_at, zone).date_naive()).or_default().push(Entry {
            path: format!("/meetups/{}", meetup.id),
            title: meetup.title,
            when: lang.time(meetup.starts_at, zone),
            place: meetup.group_name,
            state,
            cancelled,
            why: meetup.cancelled_why,
        });
    }
    Ok(found)
}

fn last_day(path: String, title: String, when: String, place: String) -> Entry {
    Entry { path, title, when, place, state: String::new(), cancelled: false, why: String::new() }
}
