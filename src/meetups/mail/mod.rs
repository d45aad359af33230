//! The mails about meetups: invitation, change, cancellation, reminder, a word to those who have not answered, why an answer did
//! not count, and that somebody has a place or waits for one. One a person and revision, in their language and zone, with
//! personal links to answer by.

mod recipients;

pub use recipients::{Invitee, invitees};

use super::answer::Answer;
use super::change::Written;
use super::given::Given;
use super::ics::{Attendee, Event, Method, Organizer, calendar};
use super::letters::{
    self, Cancellation, Details, Invitation, Nudge, Place, Refusal, Reminder, Told, Update,
};
use super::meetup::Meetup;
use super::reply;
use crate::accounts::{self, Purpose};
use crate::agendas;
use crate::app::App;
use crate::clock;
use crate::db::Tx;
use crate::db::types::Id;
use crate::error::Result;
use crate::groups::{self, Group};
use crate::i18n::local;
use crate::mail::{Calendar, Mail, outbox};
use crate::notes;

/// Who our calendars say invites.
pub(super) fn organizer(app: &App) -> Organizer {
    let sender = app.mailer.sender();
    Organizer {
        name: sender.mailbox.name.clone().unwrap_or_else(|| "Grannskap".to_owned()),
        email: sender.email.clone(),
    }
}

/// Invites every member of the group; to the first of a series when there are later ones, whose days the mail tells. Who has said
/// no to one of a series already is not asked again.
pub(super) fn invite(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, later: &[Meetup]) -> Result<()> {
    let mut all = invitees(tx, meetup)?;
    all.retain(|to| meetup.series_id.is_none() || !later.is_empty() || to.answer != Some(Answer::No));
    send_invitations(tx, app, meetup, &all, later)
}

/// Invites the holder of one seat, who has just joined the group or taken over the seat.
pub(super) fn invite_seat(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, seat: Id) -> Result<()> {
    let mut one = invitees(tx, meetup)?;
    one.retain(|invitee| invitee.seat == seat);
    send_invitations(tx, app, meetup, &one, &[])
}

fn send_invitations(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    to: &[Invitee],
    later: &[Meetup],
) -> Result<()> {
    let about = About { meetup, kind: "meetup_invitation", method: Some(Method::Request), days: None };
    tell(tx, app, &about, to, |to, d| {
        let said = to.said(meetup).map(|key| match (to.waits, to.polled) {
            (true, _) => to.lang.t("mail-meetup-reminder-waits"),
            (false, true) => to.lang.tname("mail-meetup-invitation-polled", &to.lang.t(key)),
            (false, false) => to.lang.tname("mail-meetup-invitation-answered", &to.lang.t(key)),
        });
        let (days, feeds) = (letters::days(meetup, later.iter(), to), app.config.link("/settings/feeds"));
        Invitation { lang: to.lang, d, days, feeds, said }.parts()
    })
}

/// Mails what was changed to every member, also what it means for what they answered. `later` ones of its series have been changed
/// likewise; those that calendar programs know already get a mail of their own, because one carries one.
pub(super) fn tell_of_change(tx: &mut Tx<'_>, app: &App, written: &Written, later: &[Written]) -> Result<()> {
    let Written { before, after, changes, beside } = written;
    let about = About { meetup: after, kind: "meetup_update", method: Some(Method::Request), days: None };
    let all = invitees(tx, after)?;
    tell(tx, app, &about, &all, |to, d| {
        let told = changes.iter().map(|change| letters::told(*change, before, after, to.lang, to.zone));
        let mine = beside.iter().filter(|(seat, _)| *seat == to.seat).map(|(_, key)| to.lang.t(key));
        let changes = told.chain(mine).collect();
        let days = letters::days(after, later.iter().map(|each| &each.after), to);
        let moved = before.starts_at != after.starts_at;
        Update { lang: to.lang, d, changes, days, moved }.parts()
    })?;
    for each in later {
        match each.after.held_back {
            true => tell_of_places(tx, app, &each.after, &each.placed())?,
            false => tell_of_change(tx, app, each, &[])?,
        }
    }
    Ok(())
}

/// Mails those who waited that they have got a place, those who wait that they do, and those who are online that they are.
pub(super) fn tell_of_places(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, seats: &[Id]) -> Result<()> {
    if seats.is_empty() {
        return Ok(());
    }
    let mut some = invitees(tx, meetup)?;
    some.retain(|to| seats.contains(&to.seat));
    let method = (!meetup.held_back).then_some(Method::Request);
    tell(tx, app, &About { meetup, kind: "meetup_place", method, days: None }, &some, |to, d| {
        let (subject, body) = match to.given() {
            _ if to.waits => ("mail-meetup-waiting-subject", "mail-meetup-waiting-body"),
            Some(Given::Online) => ("mail-meetup-online-subject", "mail-meetup-online-body"),
            _ => ("mail-meetup-place-subject", "mail-meetup-place-body"),
        };
        let subject = to.lang.tname(subject, &meetup.title);
        let body = to.lang.tname(body, &d.group);
        Place { lang: to.lang, d, subject, body }.parts()
    })
}

/// Mails every member that a meetup is cancelled, and `later` ones of its series with it.
pub(super) fn tell_of_cancellation(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    later: &[Meetup],
) -> Result<()> {
    // No calendar program knows of it while its invitations are held back.
    let method = (!meetup.held_back).then_some(Method::Cancel);
    let all = invitees(tx, meetup)?;
    tell(tx, app, &About { meetup, kind: "meetup_cancellation", method, days: None }, &all, |to, d| {
        let days = letters::days(meetup, later.iter(), to);
        Cancellation { lang: to.lang, d, why: meetup.cancelled_why.clone(), invited: !meetup.held_back, days }
            .parts()
    })?;
    let mut known = later.iter().filter(|each| !each.held_back);
    known.try_for_each(|each| tell_of_cancellation(tx, app, each, &[]))
}

/// Reminds those who want it so many days before, have not said no and have not been reminded of this revision then; how many.
pub(super) fn remind(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, days: i64) -> Result<usize> {
    let outline = agendas::outline(tx, meetup)?;
    let open = notes::open_promises(tx, meetup.group_id, meetup.starts_at)?;
    let about = About { meetup, kind: "meetup_reminder", method: None, days: Some(days) };
    let now = app.clock.now();
    let mut wanted = invitees(tx, meetup)?;
    wanted.retain(|each| each.wants_reminder(days));
    let wanted = recipients::not_yet_sent(tx, wanted, |to| about.key(to))?;
    tell(tx, app, &about, &wanted, |to, d| {
        let agenda = outline.as_ref().map(|outline| Told::of(app, outline, meetup, to.lang));
        let promises = notes::told(&open, to.person, to.lang);
        let (lang, answer, waits) = (to.lang, to.said(meetup), to.waits);
        let day = |moment| local(moment, to.zone).date_naive();
        let days = (day(meetup.starts_at) - day(now)).num_days();
        Reminder { lang, d, days, answer, waits, agenda, promises }.parts()
    })?;
    Ok(wanted.len())
}

/// Asks those who have not answered once more.
pub(super) fn nudge(tx: &mut Tx<'_>, app: &App, meetup: &Meetup) -> Result<()> {
    let mut silent = invitees(tx, meetup)?;
    silent.retain(|to| to.answer.is_none());
    let about = About { meetup, kind: "meetup_nudge", method: None, days: None };
    tell(tx, app, &about, &silent, |to, d| Nudge { lang: to.lang, d }.parts())
}

/// Tells somebody why what came from their calendar program did not count: once for each reason and revision.
pub(super) fn explain_refusal(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    to: &Invitee,
    why: &'static str,
) -> Result<()> {
    let key = format!("meetup_reply:{}:{}:{}:{why}", meetup.id, meetup.revision, to.person);
    if outbox::is_known(tx, &key)? {
        return Ok(());
    }
    let group = groups::find(tx, meetup.group_id)?;
    let open = meetup.must_be_coming(app.clock.now()).is_ok();
    let secret = match open {
        true => {
            Some(accounts::issue(tx, Purpose::Answer, Some(to.person), Some(meetup.id), app.clock.now())?)
        }
        false => None,
    };
    let details = Details::of(app, meetup, &group, to, secret.as_deref());
    let (subject, text, html) =
        Refusal { lang: to.lang, d: details, why: to.lang.t(why), answer: to.said(meetup) }.parts()?;
    let mail = Mail {
        kind: "meetup_reply",
        logical_key: key,
        to: to.recipient(),
        network_id: Some(group.network_id),
        subject,
        text,
        html,
        calendar: None,
        list: None,
    };
    outbox::enqueue(tx, app, mail).map(drop)
}

/// Mails made at once.
const AT_ONCE: usize = 200;

/// What a mail to several is about.
struct About<'a> {
    meetup: &'a Meetup,
    kind: &'static str,
    /// What calendar programs are to do.
    method: Option<Method>,
    /// How many days before the meetup, for a reminder.
    days: Option<i64>,
}

/// Subject, text and HTML.
type Parts = (String, String, String);

/// Mails some of the group what `parts` says to each, with links that answer without signing in.
fn tell(
    tx: &mut Tx<'_>,
    app: &App,
    about: &About<'_>,
    to: &[Invitee],
    parts: impl Fn(&Invitee, Details) -> Result<Parts>,
) -> Result<()> {
    let group = groups::find(tx, about.meetup.group_id)?;
    for some in to.chunks(AT_ONCE) {
        let secrets = about.secrets(tx, app, some)?;
        let mail = |(to, secret): (&Invitee, &Option<String>)| {
            let details = Details::of(app, about.meetup, &group, to, secret.as_deref());
            about.mail(app, &group, to, parts(to, details)?)
        };
        let mails: Vec<Mail> = some.iter().zip(&secrets).map(mail).collect::<Result<_>>()?;
        outbox::enqueue_all(tx, app, &mails)?;
    }
    Ok(())
}

impl About<'_> {
    /// What each may answer with; nothing when there is nothing to answer any more.
    fn secrets(&self, tx: &mut Tx<'_>, app: &App, to: &[Invitee]) -> Result<Vec<Option<String>>> {
        if self.meetup.is_cancelled() {
            return Ok(vec![None; to.len()]);
        }
        let people: Vec<Id> = to.iter().map(|to| to.person).collect();
        let now = app.clock.now();
        let secrets = accounts::issue_all(tx, Purpose::Answer, &people, self.meetup.id, now)?;
        Ok(secrets.into_iter().map(Some).collect())
    }

    // A reminder is one a seat and distance, so that a successor gets their own; a place may be given up and got again; the
    // others are one a person.
    fn key(&self, to: &Invitee) -> String {
        let About { meetup, kind, days, .. } = self;
        match *kind {
            "meetup_reminder" => {
                let key = format!("{kind}:{}:{}:{}:{}", meetup.id, meetup.revision, to.seat, to.person);
                // That of the day before has always had no number.
                days.filter(|days| *days > 1).map_or(key.clone(), |days| format!("{key}:{days}"))
            }
            "meetup_place" => format!("{kind}:{}", clock::new_id()),
            _ => format!("{kind}:{}:{}:{}", meetup.id, meetup.revision, to.person),
        }
    }

    fn mail(&self, app: &App, group: &Group, to: &Invitee, (subject, text, html): Parts) -> Result<Mail> {
        let calendar = self.method.map(|method| calendar_part(app, self.meetup, group, to, method));
        Ok(Mail {
            kind: self.kind,
            logical_key: self.key(to),
            to: to.recipient(),
            network_id: Some(group.network_id),
            subject,
            text,
            html,
            calendar: calendar.transpose()?,
            list: None,
        })
    }
}

fn calendar_part(
    app: &App,
    meetup: &Meetup,
    group: &Group,
    to: &Invitee,
    method: Method,
) -> Result<Calendar> {
    let reply_to = reply::address(app, meetup, to)?;
    let mut organizer = organizer(app);
    if let Some(address) = &reply_to {
        organizer.email.clone_from(address);
    }
    let event = Event {
        meetup,
        answer: to.answer,
        description: super::feed::description(app, meetup, &group.name, to.lang),
        page: app.config.link(&format!("/meetups/{}", meetup.id)),
        stamp: app.clock.now(),
        attendee: Some(Attendee {
            name: to.name.clone(),
            email: to.email.clone(),
            answers: reply_to.is_some(),
        }),
        // A cancellation reminds of nothing (RFC 5546, 3.2.5).
        alarm: if method == Method::Request { to.alarm } else { None },
    };
    Ok(Calendar { ics: calendar(method, "", &organizer, &[event]), method: method.word(), reply_to })
}
