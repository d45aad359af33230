//! Calendars to look at: one meetup to download, and all meetups of a person or of a group of theirs to subscribe to.

use std::collections::HashMap;

use diesel::prelude::*;

use super::answer::Answer;
use super::ics::{Event, Method, calendar};
use super::letters::cancelled_why;
use super::mail::organizer;
use super::meetup::Meetup;
use crate::accounts::CalendarFeed;
use crate::app::App;
use crate::db::Db;
use crate::db::schema::{answers, group_memberships, groups, meetups, seats};
use crate::db::types::{Id, Timestamp};
use crate::error::Result;
use crate::groups::joined_by;
use crate::i18n::Lang;
use crate::markdown;
use crate::secrets;

/// Most meetups in a feed: the latest.
const MOST: i64 = 2_000;

/// A calendar as it is sent.
#[derive(Debug, Clone)]
pub(super) struct Feed {
    /// The iCalendar text.
    pub ics: String,
    /// Its hash, quoted as an ETag is.
    pub etag: String,
    /// When something in it was changed last.
    pub modified: Timestamp,
}

/// What somebody's calendar shows, of all their groups or of one of them, cancelled meetups included. Three queries, however
/// many meetups, and two more for one group. [`crate::error::Error::NotFound`] when they have left that group.
pub(super) fn of_person(db: &mut Db, app: &App, whose: &CalendarFeed) -> Result<Feed> {
    let (person, lang) = (whose.person, whose.lang);
    let all = meetups::table
        .inner_join(groups::table)
        .filter(meetups::group_id.eq_any(joined_by(person)))
        .order((meetups::starts_at.desc(), meetups::id))
        .limit(MOST)
        .select((Meetup::as_select(), groups::name));
    let (name, rows): (String, Vec<(Meetup, String)>) = match whose.group {
        None => (lang.t("meetup-calendar-name"), all.load(db)?),
        Some(group) => {
            crate::groups::seat_in(db, group, person)?;
            let name = crate::groups::find(db, group)?.name;
            (lang.tname("meetup-of-group", &name), all.filter(meetups::group_id.eq(group)).load(db)?)
        }
    };
    // The personal calendar reminds; with a group's beside it, it would do so twice.
    let alarm = whose.alarm.filter(|_| whose.group.is_none());
    let said: Vec<(Id, Answer, Timestamp)> = answers::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq(person))
        .select((answers::meetup_id, answers::answer, answers::answered_at))
        .load(db)?;
    let stays: Vec<(Timestamp, Option<Timestamp>)> = group_memberships::table
        .inner_join(seats::table)
        .filter(seats::person_id.eq(person))
        .select((group_memberships::joined_at, group_memberships::left_at))
        .load(db)?;
    let moments = rows.iter().map(|(meetup, _)| meetup.updated_at);
    let moments = moments.chain(said.iter().map(|(_, _, at)| *at));
    let moments =
        moments.chain(stays.iter().flat_map(|(joined, left)| std::iter::once(*joined).chain(*left)));
    let modified = moments.chain([whose.changed]).max().unwrap_or(whose.changed);
    let answers: HashMap<Id, Answer> = said.into_iter().map(|(meetup, answer, _)| (meetup, answer)).collect();
    let events: Vec<Event<'_>> = rows
        .iter()
        .map(|(meetup, group)| {
            let answer = answers.get(&meetup.id).copied();
            Event { alarm, ..event(app, meetup, group, lang, answer) }
        })
        .collect();
    let ics = calendar(Method::Publish, &name, &organizer(app), &events);
    let hash = secrets::hash(&ics);
    Ok(Feed { etag: format!("\"{}\"", hash.get(..32).unwrap_or(&hash)), ics, modified })
}

/// One meetup as a calendar of its own.
pub(super) fn of_meetup(
    app: &App,
    meetup: &Meetup,
    group: &str,
    lang: Lang,
    answer: Option<Answer>,
) -> String {
    let event = event(app, meetup, group, lang, answer);
    calendar(Method::Publish, &meetup.title, &organizer(app), &[event])
}

fn event<'a>(app: &App, meetup: &'a Meetup, group: &str, lang: Lang, answer: Option<Answer>) -> Event<'a> {
    Event {
        meetup,
        answer,
        description: description(app, meetup, group, lang),
        page: app.config.link(&format!("/meetups/{}", meetup.id)),
        stamp: meetup.updated_at,
        attendee: None,
        alarm: None,
    }
}

/// What calendar programs show under the title: why it is cancelled, the group, the link, what it is about, and where to answer.
pub(super) fn description(app: &App, meetup: &Meetup, group: &str, lang: Lang) -> String {
    let page = app.config.link(&format!("/meetups/{}", meetup.id));
    let page_key = if meetup.is_cancelled() { "meetup-calendar-read" } else { "meetup-calendar-answer" };
    let parts = [
        cancelled_why(meetup, lang).unwrap_or_default(),
        lang.tname("meetup-of-group", group),
        meetup.link.clone(),
        markdown::to_text(&meetup.agenda),
        format!("{} {page}", lang.t(page_key)),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}
