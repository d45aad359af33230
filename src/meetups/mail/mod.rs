//! The mails about meetups: invitation, change, cancellation, reminder, a word to those who have not answered, why an answer did
//! not count, and that somebody has a place or waits for one. One a person and revision, in their language and zone, with
//! personal links to answer by.

mod content;
mod recipients;

use content::{Cancellation, Details, Invitation, Nudge, Place, Refusal, Reminder, Told, Update};
pub(super) use content::{capacity, clock_note};
pub use recipients::{Invitee, invitees};

use super::change::Written;
use super::given::Given;
use super::ics::{Attendee, Event, Method, Organizer, calendar};
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

/// Invites every member of the group; to the first of a series when there are later ones, whose days the mail tells.
pub(super) fn invite(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, later: &[Meetup]) -> Result<()> {
    let group = groups::find(tx, meetup.group_id)?;
    for invitee in invitees(tx, meetup)? {
        send_invitation(tx, app, meetup, &group, &invitee, later)?;
    }
    Ok(())
}

/// Invites the holder of one seat, who has just joined the group or taken over the seat.
pub(super) fn invite_seat(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, seat: Id) -> Result<()> {
    let group = groups::find(tx, meetup.group_id)?;
    for invitee in invitees(tx, meetup)?.into_iter().filter(|invitee| invitee.seat == seat) {
        send_invitation(tx, app, meetup, &group, &invitee, &[])?;
    }
    Ok(())
}

fn send_invitation(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    group: &Group,
    to: &Invitee,
    later: &[Meetup],
) -> Result<()> {
    let details = details(tx, app, meetup, group, to)?;
    let said = to.said(meetup).filter(|_| to.polled);
    let polled = said.map(|key| to.lang.tname("mail-meetup-invitation-polled", &to.lang.t(key)));
    let (days, feeds) = (content::days(meetup, later.iter(), to), app.config.link("/settings/feeds"));
    let parts = Invitation { lang: to.lang, d: details, days, feeds, polled }.parts()?;
    send(tx, app, meetup, group, to, "meetup_invitation", parts, Some(Method::Request))
}

/// Mails what was changed to every member, also what it means for what they answered. `later` ones of its series have been changed
/// likewise; those that calendar programs know already get a mail of their own, because one carries one.
pub(super) fn tell_of_change(tx: &mut Tx<'_>, app: &App, written: &Written, later: &[Written]) -> Result<()> {
    let Written { before, after, changes, beside } = written;
    let group = groups::find(tx, after.group_id)?;
    for to in invitees(tx, after)? {
        let details = details(tx, app, after, &group, &to)?;
        let told = changes.iter().map(|change| content::told(*change, before, after, to.lang, to.zone));
        let mine = beside.iter().filter(|(seat, _)| *seat == to.seat).map(|(_, key)| to.lang.t(key));
        let changes = told.chain(mine).collect();
        let days = content::days(after, later.iter().map(|each| &each.after), &to);
        let moved = before.starts_at != after.starts_at;
        let parts = Update { lang: to.lang, d: details, changes, days, moved }.parts()?;
        send(tx, app, after, &group, &to, "meetup_update", parts, Some(Method::Request))?;
    }
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
    let group = groups::find(tx, meetup.group_id)?;
    for to in invitees(tx, meetup)?.into_iter().filter(|to| seats.contains(&to.seat)) {
        let details = details(tx, app, meetup, &group, &to)?;
        let (subject, body) = match to.given() {
            _ if to.waits => ("mail-meetup-waiting-subject", "mail-meetup-waiting-body"),
            Some(Given::Online) => ("mail-meetup-online-subject", "mail-meetup-online-body"),
            _ => ("mail-meetup-place-subject", "mail-meetup-place-body"),
        };
        let subject = to.lang.tname(subject, &meetup.title);
        let body = to.lang.tname(body, &group.name);
        let parts = Place { lang: to.lang, d: details, subject, body }.parts()?;
        let method = (!meetup.held_back).then_some(Method::Request);
        send(tx, app, meetup, &group, &to, "meetup_place", parts, method)?;
    }
    Ok(())
}

/// Mails every member that a meetup is cancelled, and `later` ones of its series with it.
pub(super) fn tell_of_cancellation(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    why: &str,
    later: &[Meetup],
) -> Result<()> {
    let group = groups::find(tx, meetup.group_id)?;
    // No calendar program knows of it while its invitations are held back.
    let method = (!meetup.held_back).then_some(Method::Cancel);
    for to in invitees(tx, meetup)? {
        let parts = Cancellation {
            lang: to.lang,
            d: Details::of(app, meetup, &group, &to, None),
            why: why.to_owned(),
            days: content::days(meetup, later.iter(), &to),
        }
        .parts()?;
        send(tx, app, meetup, &group, &to, "meetup_cancellation", parts, method)?;
    }
    let mut known = later.iter().filter(|each| !each.held_back);
    known.try_for_each(|each| tell_of_cancellation(tx, app, each, why, &[]))
}

/// Reminds those who have not said no and have not been reminded of this revision; how many.
pub(super) fn remind(tx: &mut Tx<'_>, app: &App, meetup: &Meetup) -> Result<usize> {
    let group = groups::find(tx, meetup.group_id)?;
    let outline = agendas::outline(tx, meetup)?;
    let open = notes::open_promises(tx, group.id, meetup.starts_at)?;
    let wanted = invitees(tx, meetup)?.into_iter().filter(Invitee::wants_reminder);
    let mut count = 0;
    for to in recipients::not_yet_sent(tx, wanted.collect(), |to| key("meetup_reminder", meetup, to))? {
        let details = details(tx, app, meetup, &group, &to)?;
        let agenda = outline.as_ref().map(|outline| Told::of(app, outline, meetup, to.lang));
        let promises = notes::told(&open, to.person, to.lang);
        let (lang, answer, waits) = (to.lang, to.said(meetup), to.waits);
        let parts = Reminder { lang, d: details, answer, waits, agenda, promises }.parts()?;
        send(tx, app, meetup, &group, &to, "meetup_reminder", parts, None)?;
        count += 1;
    }
    Ok(count)
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
    let details =
        if open { details(tx, app, meetup, &group, to)? } else { Details::of(app, meetup, &group, to, None) };
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

/// Asks those who have not answered once more.
pub(super) fn nudge(tx: &mut Tx<'_>, app: &App, meetup: &Meetup) -> Result<()> {
    let group = groups::find(tx, meetup.group_id)?;
    for to in invitees(tx, meetup)?.into_iter().filter(|to| to.answer.is_none()) {
        let details = details(tx, app, meetup, &group, &to)?;
        let parts = Nudge { lang: to.lang, d: details }.parts()?;
        send(tx, app, meetup, &group, &to, "meetup_nudge", parts, None)?;
    }
    Ok(())
}

/// The details with links that answer without signing in.
fn details(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, group: &Group, to: &Invitee) -> Result<Details> {
    let secret = accounts::issue(tx, Purpose::Answer, Some(to.person), Some(meetup.id), app.clock.now())?;
    Ok(Details::of(app, meetup, group, to, Some(&secret)))
}

// A reminder is one a seat, so that a successor gets their own; a place may be given up and got again; the others are one a
// person.
fn key(kind: &str, meetup: &Meetup, to: &Invitee) -> String {
    match kind {
        "meetup_reminder" => format!("{kind}:{}:{}:{}:{}", meetup.id, meetup.revision, to.seat, to.person),
        "meetup_place" => format!("{kind}:{}", clock::new_id()),
        _ => format!("{kind}:{}:{}:{}", meetup.id, meetup.revision, to.person),
    }
}

#[allow(clippy::too_many_arguments)] // all of it is what a mail is made of
fn send(
    tx: &mut Tx<'_>,
    app: &App,
    meetup: &Meetup,
    group: &Group,
    to: &Invitee,
    kind: &'static str,
    (subject, text, html): (String, String, String),
    method: Option<Method>,
) -> Result<()> {
    let calendar = method.map(|method| calendar_part(app, meetup, group, to, method)).transpose()?;
    let mail = Mail {
        kind,
        logical_key: key(kind, meetup, to),
        to: to.recipient(),
        network_id: Some(group.network_id),
        subject,
        text,
        html,
        calendar,
        list: None,
    };
    outbox::enqueue(tx, app, mail).map(drop)
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
