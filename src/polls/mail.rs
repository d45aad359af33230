//! The mails about polls: asked, changed, a reminder, everybody has answered, closed. In the language and zone of whoever
//! gets them, with a personal link to answer by.

use chrono_tz::Tz;
use fluent_templates::fluent_bundle::FluentValue;

use super::asked::{Asked, asked_in, counties_of};
use super::change::Changes;
use super::poll::{Poll, Slot, Span, slots_of};
use super::tally::{owing, ranked};
use super::view::{best_line, slot_line};
use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::groups::{self, Access, Group};
use crate::i18n::Lang;
use crate::mail::{Mail, Recipient, outbox};
use crate::mail_templates;
use crate::web::CurrentPerson;

/// Slots that the mail names when everybody has answered.
const BEST: usize = 3;

/// What every mail about a poll tells.
struct Details {
    lang: Lang,
    name: String,
    group: String,
    title: String,
    place: String,
    link: String,
    /// The slots that lie ahead.
    slots: Vec<String>,
    /// Said when the recipient's clock differs from the clock that the slots were proposed by.
    zone: Option<String>,
    /// The last day for answers, in words.
    answer_by: Option<String>,
    /// Where to answer without signing in; nothing when there is nothing to answer.
    answer: Option<String>,
    page: String,
}

impl Details {
    fn of(app: &App, about: &About<'_>, to: &To, secret: Option<&str>) -> Self {
        let (lang, poll, zone) = (to.lang, about.poll, to.zone);
        let answer = |secret: &str| app.config.link(&format!("/polls/{}/answer/{secret}", poll.id));
        Details {
            lang,
            name: to.name.clone(),
            group: about.group.name.clone(),
            title: poll.title.clone(),
            place: poll.place.clone(),
            link: poll.link.clone(),
            slots: about.ahead().map(|slot| slot_line(lang, slot.span, zone, &about.counties)).collect(),
            zone: (zone != poll.zone()).then(|| lang.tname("meetup-field-zone", zone.name())),
            answer_by: poll.answer_by.map(|date| lang.long_date(date)),
            answer: secret.map(answer),
            page: app.config.link(&format!("/polls/{}", poll.id)),
        }
    }

    /// The text for `key`.
    fn t(&self, key: &str) -> String {
        self.lang.t(key)
    }
}

/// Who gets a mail.
struct To {
    person: Id,
    email: String,
    name: String,
    lang: Lang,
    zone: Tz,
}

impl From<&Asked> for To {
    fn from(asked: &Asked) -> Self {
        To {
            person: asked.person,
            email: asked.email.clone(),
            name: asked.name.clone(),
            lang: asked.lang,
            zone: asked.zone(),
        }
    }
}

impl From<CurrentPerson> for To {
    fn from(person: CurrentPerson) -> Self {
        To {
            person: person.id,
            email: person.email,
            name: person.name,
            lang: person.language,
            zone: person.time_zone,
        }
    }
}

/// What a mail is about.
struct About<'a> {
    poll: &'a Poll,
    group: &'a Group,
    slots: &'a [Slot],
    /// Codes of the counties of those who are asked.
    counties: Vec<String>,
    now: Timestamp,
}

impl About<'_> {
    fn ahead(&self) -> impl Iterator<Item = &Slot> {
        self.slots.iter().filter(|slot| slot.is_ahead(self.now))
    }
}

/// Which slots suit you?
struct Invitation {
    lang: Lang,
    d: Details,
}
mail_templates!(
    Invitation,
    "mail/poll_invitation/subject.txt",
    "mail/poll_invitation/body.txt",
    "mail/poll_invitation/body.html"
);

/// Slots have come or gone.
struct Update {
    lang: Lang,
    d: Details,
    changes: Vec<String>,
}
mail_templates!(
    Update,
    "mail/poll_update/subject.txt",
    "mail/poll_update/body.txt",
    "mail/poll_update/body.html"
);

/// You have not answered yet.
struct Reminder {
    lang: Lang,
    d: Details,
}
mail_templates!(
    Reminder,
    "mail/poll_reminder/subject.txt",
    "mail/poll_reminder/body.txt",
    "mail/poll_reminder/body.html"
);

/// Everybody has answered.
struct Answered {
    lang: Lang,
    d: Details,
    best: Vec<String>,
    choose: String,
}
mail_templates!(
    Answered,
    "mail/poll_answered/subject.txt",
    "mail/poll_answered/body.txt",
    "mail/poll_answered/body.html"
);

/// Closed without a slot.
struct Closed {
    lang: Lang,
    d: Details,
    why: String,
}
mail_templates!(
    Closed,
    "mail/poll_closed/subject.txt",
    "mail/poll_closed/body.txt",
    "mail/poll_closed/body.html"
);

/// Asks everybody, or the holder of one seat alone; nobody when no slot lies ahead or the group is closed.
pub(super) fn ask(tx: &mut Tx<'_>, app: &App, poll: &Poll, seat: Option<Id>) -> Result<()> {
    let (group, slots) = (groups::find(tx, poll.group_id)?, slots_of(tx, poll.id)?);
    let asked = asked_in(tx, group.id, None)?;
    let counties = counties_of(&asked);
    let about = About { poll, group: &group, slots: &slots, counties, now: app.clock.now() };
    if group.closed_at.is_some() || about.ahead().next().is_none() {
        return Ok(());
    }
    for to in asked.iter().filter(|to| seat.is_none_or(|seat| to.seat == seat)) {
        let to = To::from(to);
        let d = details(tx, app, &about, &to)?;
        let parts = Invitation { lang: to.lang, d }.parts()?;
        send(tx, app, &about, &to, "poll_invitation", parts)?;
    }
    Ok(())
}

/// Mails what is new: to everybody when slots have come or words have changed, else to those who had answered what is gone.
/// `asked` is who is asked, with what they had said before.
pub(super) fn tell_of_change(
    tx: &mut Tx<'_>,
    app: &App,
    (before, after): (&Poll, &Poll),
    changes: &Changes,
    asked: &[Asked],
) -> Result<()> {
    let (group, slots) = (groups::find(tx, after.group_id)?, slots_of(tx, after.id)?);
    let counties = counties_of(asked);
    let about = About { poll: after, group: &group, slots: &slots, counties, now: app.clock.now() };
    let concerns = |to: &&Asked| {
        changes.words
            || !changes.added.is_empty()
            || changes.removed.iter().any(|slot| to.said.of(slot.number).is_some())
    };
    for to in asked.iter().filter(concerns) {
        let to = To::from(to);
        let d = details(tx, app, &about, &to)?;
        let parts = Update { lang: to.lang, d, changes: told(before, &about, changes, &to) }.parts()?;
        send(tx, app, &about, &to, "poll_update", parts)?;
    }
    Ok(())
}

/// What was changed, in words.
fn told(before: &Poll, about: &About<'_>, changes: &Changes, to: &To) -> Vec<String> {
    let (lang, after) = (to.lang, about.poll);
    let slot = |span: Span| slot_line(lang, span, to.zone, &about.counties);
    let added = changes.added.iter().map(|span| lang.tname("poll-changed-added", &slot(*span)));
    let removed = changes.removed.iter().map(|gone| lang.tname("poll-changed-removed", &slot(gone.span)));
    let day = |poll: &Poll| poll.answer_by.map(|date| lang.long_date(date)).unwrap_or_default();
    let words = [
        ("meetup-changed-title", before.title.clone(), after.title.clone()),
        ("meetup-changed-place", before.place.clone(), after.place.clone()),
        ("meetup-changed-link", before.link.clone(), after.link.clone()),
        ("poll-changed-answer-by", day(before), day(after)),
    ];
    let shown = |text: String| if text.is_empty() { lang.t("meetup-nothing") } else { text };
    let words = words.into_iter().filter(|(_, from, to)| from != to).map(|(key, from, to)| {
        lang.ta(key, &[("from", FluentValue::from(shown(from))), ("to", FluentValue::from(shown(to)))])
    });
    added.chain(removed).chain(words).collect()
}

/// Reminds those who have not answered every slot ahead.
pub(super) fn remind(tx: &mut Tx<'_>, app: &App, poll: &Poll) -> Result<()> {
    let (group, slots) = (groups::find(tx, poll.group_id)?, slots_of(tx, poll.id)?);
    let asked = asked_in(tx, group.id, Some(poll.id))?;
    let counties = counties_of(&asked);
    let about = About { poll, group: &group, slots: &slots, counties, now: app.clock.now() };
    for to in owing(&slots, &asked, about.now) {
        let to = To::from(to);
        let d = details(tx, app, &about, &to)?;
        send(tx, app, &about, &to, "poll_reminder", Reminder { lang: to.lang, d }.parts()?)?;
    }
    Ok(())
}

/// Tells whoever proposed the poll that everybody has answered, if they may still see it.
pub(super) fn tell_that_all_answered(
    tx: &mut Tx<'_>,
    app: &App,
    poll: &Poll,
    slots: &[Slot],
    asked: &[Asked],
) -> Result<()> {
    let now = app.clock.now();
    let Some(to) = proposer(tx, poll, asked, now)? else { return Ok(()) };
    let group = groups::find(tx, poll.group_id)?;
    let about = About { poll, group: &group, slots, counties: counties_of(asked), now };
    let best = ranked(slots, asked, now);
    let best =
        best.iter().take(BEST).map(|tally| best_line(to.lang, tally, to.zone, &about.counties)).collect();
    let d = Details::of(app, &about, &to, None);
    let choose = app.config.link(&format!("/polls/{}/choice/new", poll.id));
    let parts = Answered { lang: to.lang, d, best, choose }.parts()?;
    send(tx, app, &about, &to, "poll_answered", parts)
}

/// Who proposed it, as a recipient: a member who is asked, or a coordinator.
fn proposer(tx: &mut Tx<'_>, poll: &Poll, asked: &[Asked], now: Timestamp) -> Result<Option<To>> {
    let Some(by) = poll.created_by else { return Ok(None) };
    if let Some(member) = asked.iter().find(|each| each.person == by) {
        return Ok(Some(member.into()));
    }
    let Some(person) = CurrentPerson::find(tx, by, now)? else { return Ok(None) };
    match groups::visible(tx, poll.group_id, &person) {
        Ok((_, Access::Coordinator)) => Ok(Some(person.into())),
        Ok(_) | Err(Error::NotFound) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Tells everybody that a poll is closed without a slot.
pub(super) fn tell_of_closing(tx: &mut Tx<'_>, app: &App, poll: &Poll) -> Result<()> {
    let group = groups::find(tx, poll.group_id)?;
    let about = About { poll, group: &group, slots: &[], counties: Vec::new(), now: app.clock.now() };
    for to in asked_in(tx, group.id, None)?.iter().map(To::from) {
        let d = Details::of(app, &about, &to, None);
        let parts = Closed { lang: to.lang, d, why: poll.why.clone() }.parts()?;
        send(tx, app, &about, &to, "poll_closed", parts)?;
    }
    Ok(())
}

/// The details with a link that answers without signing in.
fn details(tx: &mut Tx<'_>, app: &App, about: &About<'_>, to: &To) -> Result<Details> {
    let secret = accounts::issue(tx, Purpose::Poll, Some(to.person), Some(about.poll.id), about.now)?;
    Ok(Details::of(app, about, to, Some(&secret)))
}

/// One a person, kind and revision.
fn send(
    tx: &mut Tx<'_>,
    app: &App,
    about: &About<'_>,
    to: &To,
    kind: &'static str,
    (subject, text, html): (String, String, String),
) -> Result<()> {
    let mail = Mail {
        kind,
        logical_key: format!("{kind}:{}:{}:{}", about.poll.id, about.poll.revision, to.person),
        to: Recipient {
            person_id: Some(to.person),
            email: to.email.clone(),
            name: to.name.clone(),
            lang: to.lang,
        },
        network_id: Some(about.group.network_id),
        subject,
        text,
        html,
        calendar: None,
        list: None,
    };
    outbox::enqueue(tx, app, mail).map(drop)
}
