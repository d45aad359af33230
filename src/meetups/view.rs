//! A meetup as pages show it: everything in words.

use chrono_tz::Tz;

use super::answer::Said;
use super::given::Given;
use super::letters::{cancelled_why, capacity, clock_note};
use super::meetup::Meetup;
use super::summary::MeetupSummary;
use super::wall::{wall_time, when};
use crate::db::types::{Id, Timestamp};
use crate::groups::Member;
use crate::i18n::Lang;
use crate::markdown;

/// A leaf of a calendar.
pub(super) struct Leaf {
    pub month: &'static str,
    pub day: String,
    pub weekday: String,
}

impl Leaf {
    pub(super) fn of(moment: Timestamp, lang: Lang, zone: Tz) -> Self {
        let date = wall_time(moment, zone).date();
        let weekday = lang.weekday(date).chars().take(3).collect();
        Leaf { month: lang.short_month(date), day: date.format("%-d").to_string(), weekday }
    }
}

/// What every page about a meetup tells.
pub(super) struct View {
    pub id: Id,
    pub title: String,
    pub leaf: Leaf,
    pub when: String,
    pub clock: Option<String>,
    pub place: String,
    pub link: String,
    pub agenda_html: String,
    pub capacity: Option<String>,
    pub cancelled: bool,
    /// That it is cancelled and why.
    pub why: Option<String>,
    pub over: bool,
}

impl View {
    pub(super) fn of(meetup: &Meetup, lang: Lang, zone: Tz, now: Timestamp) -> Self {
        View {
            id: meetup.id,
            title: meetup.title.clone(),
            leaf: Leaf::of(meetup.starts_at, lang, zone),
            when: when(lang, meetup.starts_at, meetup.ends_at, zone),
            clock: clock_note(lang, meetup, zone),
            place: meetup.place.clone(),
            link: meetup.link.clone(),
            agenda_html: markdown::to_html(&meetup.agenda),
            capacity: capacity(meetup, lang),
            cancelled: meetup.is_cancelled(),
            why: cancelled_why(meetup, lang),
            over: meetup.is_over(now),
        }
    }
}

/// A meetup in a list.
pub(super) struct Card {
    pub id: Id,
    pub title: String,
    pub group_id: Id,
    pub group: String,
    pub leaf: Leaf,
    pub when: String,
    pub place: String,
    pub cancelled: bool,
    pub cancelled_why: String,
    /// What the person said, in a sentence.
    pub answer: Option<String>,
    pub yes: i64,
    pub unanswered: i64,
    /// How many more are coming in its series, in words.
    pub more: Option<String>,
}

impl Card {
    /// Of a meetup, and how many more are coming in its series.
    pub(super) fn of(summary: MeetupSummary, more: Option<i64>, lang: Lang, zone: Tz) -> Self {
        let hybrid = !summary.place.is_empty() && !summary.link.is_empty();
        Card {
            more: more.map(|more| lang.tn("meetup-series-more", more)),
            id: summary.id,
            leaf: Leaf::of(summary.starts_at, lang, zone),
            when: when(lang, summary.starts_at, summary.ends_at, zone),
            place: if summary.place.is_empty() { summary.link } else { summary.place },
            title: summary.title,
            group_id: summary.group_id,
            group: summary.group_name,
            cancelled: summary.cancelled,
            cancelled_why: summary.cancelled_why,
            answer: match summary.my_answer {
                Some(_) if summary.i_wait => Some(lang.t("meetup-waits")),
                said => said.map(|said| your_answer(lang, Given::of(said, summary.i_am_online), hybrid)),
            },
            yes: summary.yes,
            unanswered: summary.unanswered,
        }
    }
}

/// A button that answers.
pub(super) struct Choice {
    pub answer: Given,
    pub label: String,
    /// Whether it is what was answered.
    pub pressed: bool,
}

/// What a seat has said, and what yes would mean to it.
pub(super) struct Mine {
    answer: Option<Given>,
    /// Whether that was said in a poll, and not confirmed.
    polled: bool,
    /// Its place in the line, the first is 1.
    in_line: Option<usize>,
    /// Whether all places are taken, or spoken for by those who wait.
    full: bool,
    /// Whether one can come or be online.
    hybrid: bool,
}

impl Mine {
    /// Of `said` by a seat to a meetup, with the line for a place and whether all places are taken.
    pub(super) fn of(meetup: &Meetup, said: Option<Said>, line: &[Id], full: bool) -> Self {
        let in_line = said.and_then(|said| line.iter().position(|seat| *seat == said.seat));
        Mine {
            answer: said.map(|said| said.given()),
            polled: said.is_some_and(|said| said.polled),
            in_line: in_line.map(|at| at.saturating_add(1)),
            full: full || !line.is_empty(),
            hybrid: meetup.is_hybrid(),
        }
    }

    /// In a sentence; nothing before an answer.
    pub(super) fn told(&self, lang: Lang) -> Option<String> {
        match (self.in_line, self.answer) {
            (Some(at), _) => Some(lang.tn("meetup-waiting", at)),
            (None, Some(said)) if self.polled => {
                Some(lang.tname("meetup-your-answer-polled", &lang.t(said.key(self.hybrid))))
            }
            (None, answer) => answer.map(|said| your_answer(lang, said, self.hybrid)),
        }
    }

    /// The buttons that answer, but for the one that stands on its own.
    pub(super) fn choices(&self, apart: Option<Given>, lang: Lang) -> Vec<Choice> {
        let others = Given::offered(self.hybrid).filter(|answer| Some(*answer) != apart);
        others.map(|answer| self.choice(answer, lang)).collect()
    }

    /// One button.
    pub(super) fn choice(&self, answer: Given, lang: Lang) -> Choice {
        let waits = self.full && answer == Given::Yes && self.answer != Some(Given::Yes);
        let pressed = match self.in_line {
            Some(_) => answer == Given::Yes,
            None => self.answer == Some(answer),
        };
        let key = match (waits, self.hybrid) {
            (true, true) => "meetup-answer-wait-room",
            (true, false) => "meetup-answer-wait",
            (false, hybrid) => answer.key(hybrid),
        };
        Choice { answer, label: lang.t(key), pressed }
    }
}

fn your_answer(lang: Lang, given: Given, hybrid: bool) -> String {
    lang.tname("meetup-your-answer-is", &lang.t(given.key(hybrid)))
}

/// Those who have answered the same.
pub(super) struct Side {
    pub heading: String,
    pub people: Vec<Named>,
}

/// A member as the others see them.
pub(super) struct Named {
    pub name: String,
    pub role: String,
    pub organiser: String,
    /// Place in the line, for those who wait.
    pub in_line: Option<usize>,
    /// Whether their answer is from the poll.
    pub polled: bool,
}

/// Who has answered what to a meetup, who waits for a place, and who has not answered.
pub(super) fn sides(
    meetup: &Meetup,
    members: &[Member],
    answers: &[Said],
    line: &[Id],
    lang: Lang,
) -> Vec<Side> {
    let said = |member: &Member| answers.iter().find(|said| said.seat == member.seat_id);
    let side = |wanted: Option<Given>| Side {
        heading: lang.t(heading(wanted, meetup.is_hybrid())),
        people: members
            .iter()
            .filter(|member| said(member).map(Said::given) == wanted && !line.contains(&member.seat_id))
            .map(|member| named(member, said(member), None, lang))
            .collect(),
    };
    let waiting = line.iter().filter_map(|seat| members.iter().find(|member| member.seat_id == *seat));
    let waiting = Side {
        heading: lang.t("meetup-said-waiting"),
        people: waiting.zip(1..).map(|(member, at)| named(member, None, Some(at), lang)).collect(),
    };
    let [yes, online, maybe, no, nothing] =
        [Some(Given::Yes), Some(Given::Online), Some(Given::Maybe), Some(Given::No), None].map(side);
    vec![yes, waiting, online, maybe, no, nothing]
}

fn heading(answer: Option<Given>, hybrid: bool) -> &'static str {
    match answer {
        Some(Given::Yes) if hybrid => "meetup-said-room",
        Some(Given::Yes) => "meetup-said-yes",
        Some(Given::Online) => "meetup-said-online",
        Some(Given::Maybe) => "meetup-said-maybe",
        Some(Given::No) => "meetup-said-no",
        None => "meetup-said-nothing",
    }
}

fn named(member: &Member, said: Option<&Said>, in_line: Option<usize>, lang: Lang) -> Named {
    let (role, organiser) = (member.role.clone(), member.organiser_name.clone());
    let polled = said.is_some_and(|said| said.polled);
    Named { name: member.shown(lang), role, organiser, in_line, polled }
}
