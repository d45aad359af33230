//! What the mails about meetups say. Not in `mail/`, because templates are looked for from where their macro stands: two folders
//! up from here.

use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentValue;

use super::mail::Invitee;
use super::wall::{comes_twice, when};
use super::{Change, Given, Meetup};
use crate::agendas::Outline;
use crate::app::App;
use crate::groups::Group;
use crate::i18n::Lang;
use crate::mail_templates;
use crate::markdown;

/// What every mail about a meetup tells.
pub(super) struct Details {
    pub lang: Lang,
    pub name: String,
    pub group: String,
    pub title: String,
    pub when: String,
    /// Said when the recipient's clock differs from the clock where the meetup was planned, or runs twice that night.
    pub clock: Option<String>,
    pub place: String,
    pub link: String,
    pub agenda: String,
    pub agenda_html: String,
    /// How many may come, in words.
    pub capacity: Option<String>,
    /// What to answer, and where; nothing when there is nothing to answer.
    pub answers: Vec<(String, String)>,
    /// Whether one can answer in a calendar program as well.
    pub by_calendar: bool,
    pub page: String,
}

impl Details {
    pub(super) fn of(app: &App, meetup: &Meetup, group: &Group, to: &Invitee, secret: Option<&str>) -> Self {
        let lang = to.lang;
        let answer = |secret: &str| {
            let link = |given: Given| {
                let path = format!("/meetups/{}/answer/{secret}?answer={given}", meetup.id);
                (lang.t(given.key(meetup.is_hybrid())), app.config.link(&path))
            };
            Given::offered(meetup.is_hybrid()).map(link).collect()
        };
        Details {
            lang,
            name: to.name.clone(),
            group: group.name.clone(),
            title: meetup.title.clone(),
            when: when(lang, meetup.starts_at, meetup.ends_at, to.zone),
            clock: clock_note(lang, meetup, to.zone),
            place: meetup.place.clone(),
            link: meetup.link.clone(),
            agenda: markdown::to_text(&meetup.agenda),
            agenda_html: markdown::to_html(&meetup.agenda),
            capacity: capacity(meetup, lang),
            answers: secret.map(answer).unwrap_or_default(),
            by_calendar: meetup.reply_address.is_some(),
            page: app.config.link(&format!("/meetups/{}", meetup.id)),
        }
    }

    /// The text for `key`.
    pub(super) fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }
}

/// How many may come, in words.
pub(super) fn capacity(meetup: &Meetup, lang: Lang) -> Option<String> {
    let key = if meetup.is_hybrid() { "meetup-capacity-room" } else { "meetup-capacity" };
    meetup.capacity.map(|places| lang.tn(key, places))
}

/// That it is cancelled and why, in the words of whoever cancelled it; nothing where none were said.
pub(super) fn cancelled_why(meetup: &Meetup, lang: Lang) -> Option<String> {
    let why = &meetup.cancelled_why;
    (!why.is_empty()).then(|| lang.tname("meetup-cancelled-why", why))
}

/// What must be said about the clock: that it is the reader's own, or that the hour comes twice that night.
pub(super) fn clock_note(lang: Lang, meetup: &Meetup, zone: Tz) -> Option<String> {
    if comes_twice(meetup.starts_at, zone) {
        return Some(lang.t("meetup-hour-twice"));
    }
    let there = crate::i18n::local(meetup.starts_at, meetup.zone());
    let here = crate::i18n::local(meetup.starts_at, zone);
    (there.naive_local() != here.naive_local()).then(|| {
        lang.ta(
            "meetup-other-zone",
            &[
                ("zone", FluentValue::from(zone.name())),
                ("there", FluentValue::from(lang.time(meetup.starts_at, meetup.zone()))),
                ("other", FluentValue::from(meetup.zone().name())),
            ],
        )
    })
}

/// One change in words, what it was and what it is.
pub(super) fn told(change: Change, before: &Meetup, after: &Meetup, lang: Lang, zone: Tz) -> String {
    let from_to = |from: &str, to: &str| {
        let shown = |text: &str| if text.is_empty() { lang.t("meetup-nothing") } else { text.to_owned() };
        let args = [("from", FluentValue::from(shown(from))), ("to", FluentValue::from(shown(to)))];
        lang.ta(&format!("meetup-changed-{change}"), &args)
    };
    let at = |meetup: &Meetup| when(lang, meetup.starts_at, meetup.ends_at, zone);
    let places = |meetup: &Meetup| meetup.capacity.map(|n| n.to_string()).unwrap_or_default();
    match change {
        Change::Title => from_to(&before.title, &after.title),
        Change::Time => from_to(&at(before), &at(after)),
        Change::Place => from_to(&before.place, &after.place),
        Change::Link => from_to(&before.link, &after.link),
        Change::Agenda => lang.t("meetup-changed-agenda"),
        Change::Capacity => from_to(&places(before), &places(after)),
    }
}

/// The agenda in few words.
pub(super) struct Told {
    /// How many questions there are; empty where there are none.
    pub questions: String,
    /// The first of them.
    pub first: Vec<String>,
    /// The guide; empty where none is chosen.
    pub guide: String,
    /// The page of the agenda.
    pub page: String,
}

impl Told {
    pub(super) fn of(app: &App, outline: &Outline, meetup: &Meetup, lang: Lang) -> Self {
        let count = Some(outline.questions).filter(|count| *count > 0);
        let named = |guide| lang.tname("meetup-guide", &lang.t(&format!("guide-{guide}")));
        Told {
            questions: count
                .map(|count| lang.tn("mail-meetup-reminder-questions", count))
                .unwrap_or_default(),
            first: outline.first.clone(),
            guide: outline.guide.map(named).unwrap_or_default(),
            page: app.config.link(&format!("/meetups/{}/agenda", meetup.id)),
        }
    }
}

/// When a meetup and later ones of its series are, in the recipient's time; nothing where there are no later ones.
pub(super) fn days<'a>(
    meetup: &'a Meetup,
    later: impl ExactSizeIterator<Item = &'a Meetup>,
    to: &Invitee,
) -> Vec<String> {
    if later.len() == 0 {
        return Vec::new();
    }
    let all = std::iter::once(meetup).chain(later);
    all.map(|each| when(to.lang, each.starts_at, each.ends_at, to.zone)).collect()
}

/// You are invited.
pub(super) struct Invitation {
    pub lang: Lang,
    pub d: Details,
    /// All days, of a series.
    pub days: Vec<String>,
    /// Where the calendars to subscribe to are.
    pub feeds: String,
    /// What is known already of whether they come, in a sentence.
    pub said: Option<String>,
}
mail_templates!(
    Invitation,
    "mail/meetup_invitation/subject.txt",
    "mail/meetup_invitation/body.txt",
    "mail/meetup_invitation/body.html"
);

/// Something was changed.
pub(super) struct Update {
    pub lang: Lang,
    pub d: Details,
    pub changes: Vec<String>,
    /// When it and later ones of its series are now, where these were changed too.
    pub days: Vec<String>,
    /// Whether it begins at another time, so that answers may no longer hold.
    pub moved: bool,
}
mail_templates!(
    Update,
    "mail/meetup_update/subject.txt",
    "mail/meetup_update/body.txt",
    "mail/meetup_update/body.html"
);

/// It is cancelled.
pub(super) struct Cancellation {
    pub lang: Lang,
    pub d: Details,
    pub why: String,
    /// Whether it stands in calendars by invitation, and is now marked there.
    pub invited: bool,
    /// When it and later ones of its series would have been, where these are cancelled too.
    pub days: Vec<String>,
}
mail_templates!(
    Cancellation,
    "mail/meetup_cancellation/subject.txt",
    "mail/meetup_cancellation/body.txt",
    "mail/meetup_cancellation/body.html"
);

/// What came from their calendar program did not count.
pub(super) struct Refusal {
    pub lang: Lang,
    pub d: Details,
    /// Why, in words.
    pub why: String,
    /// Locale key of the answer that stands.
    pub answer: Option<&'static str>,
}
mail_templates!(
    Refusal,
    "mail/meetup_reply/subject.txt",
    "mail/meetup_reply/body.txt",
    "mail/meetup_reply/body.html"
);

/// There is a place now, there is none yet, or none is needed.
pub(super) struct Place {
    pub lang: Lang,
    pub d: Details,
    pub subject: String,
    pub body: String,
}
mail_templates!(
    Place,
    "mail/meetup_place/subject.txt",
    "mail/meetup_place/body.txt",
    "mail/meetup_place/body.html"
);

/// It is soon.
pub(super) struct Reminder {
    pub lang: Lang,
    pub d: Details,
    /// How many days there are until then by their calendar.
    pub days: i64,
    /// Locale key of what they have answered.
    pub answer: Option<&'static str>,
    /// Whether they wait for a place.
    pub waits: bool,
    pub agenda: Option<Told>,
    /// What was promised at earlier meetups and is not done, in words.
    pub promises: Vec<String>,
}
mail_templates!(
    Reminder,
    "mail/meetup_reminder/subject.txt",
    "mail/meetup_reminder/body.txt",
    "mail/meetup_reminder/body.html"
);

impl Reminder {
    fn body(&self) -> String {
        let args = [("n", FluentValue::from(self.days)), ("name", FluentValue::from(self.d.group.as_str()))];
        self.lang.ta("mail-meetup-reminder-body", &args)
    }
}

/// You have not answered yet.
pub(super) struct Nudge {
    pub lang: Lang,
    pub d: Details,
}
mail_templates!(
    Nudge,
    "mail/meetup_nudge/subject.txt",
    "mail/meetup_nudge/body.txt",
    "mail/meetup_nudge/body.html"
);
