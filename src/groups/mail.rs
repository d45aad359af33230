//! Mail about groups: somebody asks to join, what became of it, somebody was taken in or has left.

use diesel::prelude::*;

use super::departure::Departure;
use super::group::Group;
use super::recipients::{recipients, recipients_of_seats};
use super::request::Request;
use crate::app::App;
use crate::db::schema::{organisers, people, seats};
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::i18n::Lang;
use crate::mail::{Mail, Recipient, outbox};
use crate::networks;

struct Requested {
    lang: Lang,
    group: String,
    who: String,
    message: String,
    url: String,
}
crate::mail_templates!(
    Requested,
    "mail/group_requested/subject.txt",
    "mail/group_requested/body.txt",
    "mail/group_requested/body.html"
);

/// To members and coordinators: somebody asks to join.
pub(super) fn requested(tx: &mut Tx<'_>, app: &App, group: &Group, request: &Request) -> Result<()> {
    let mut to: Vec<Recipient> = recipients(tx, group.id)?.into_iter().map(|(_, to)| to).collect();
    for coordinator in coordinators(tx, group.network_id)? {
        if !to.iter().any(|known| known.person_id == coordinator.person_id) {
            to.push(coordinator);
        }
    }
    for to in to {
        let name = request.name.clone().unwrap_or_else(|| to.lang.t("person-protected"));
        let content = Requested {
            lang: to.lang,
            group: group.name.clone(),
            who: format!("{name}, {}, {}", request.role, request.organiser_name),
            message: request.message.clone(),
            url: app.config.link(&format!("/groups/{}", group.id)),
        };
        let key = format!("group-requested:{}:{}", request.id, key_of(&to));
        send(tx, app, "group_requested", key, to, group, content.parts()?)?;
    }
    Ok(())
}

struct Decided {
    lang: Lang,
    group: String,
    accepted: bool,
    url: String,
}
crate::mail_templates!(
    Decided,
    "mail/group_decided/subject.txt",
    "mail/group_decided/body.txt",
    "mail/group_decided/body.html"
);

/// To the one who asked: welcome, or not this time.
pub(super) fn decided(
    tx: &mut Tx<'_>,
    app: &App,
    group: &Group,
    request: &Request,
    accepted: bool,
) -> Result<()> {
    for (_, to) in recipients_of_seats(tx, &[request.seat_id])? {
        let path = if accepted { format!("/groups/{}", group.id) } else { "/groups".to_owned() };
        let content =
            Decided { lang: to.lang, group: group.name.clone(), accepted, url: app.config.link(&path) };
        let key = format!("group-decided:{}", request.id);
        send(tx, app, "group_decided", key, to, group, content.parts()?)?;
    }
    Ok(())
}

struct Joined {
    lang: Lang,
    group: String,
    url: String,
}
crate::mail_templates!(
    Joined,
    "mail/group_joined/subject.txt",
    "mail/group_joined/body.txt",
    "mail/group_joined/body.html"
);

/// To somebody whom a coordinator took into a group.
pub(super) fn joined(tx: &mut Tx<'_>, app: &App, group: &Group, seat: Id) -> Result<()> {
    let at = app.clock.now().utc().timestamp_micros();
    for (_, to) in recipients_of_seats(tx, &[seat])? {
        let url = app.config.link(&format!("/groups/{}", group.id));
        let content = Joined { lang: to.lang, group: group.name.clone(), url };
        let key = format!("group-joined:{}:{seat}:{at}", group.id);
        send(tx, app, "group_joined", key, to, group, content.parts()?)?;
    }
    Ok(())
}

struct Left {
    lang: Lang,
    group: String,
    who: String,
    /// Whether the seat stays in the group and only nobody holds it.
    vacant: bool,
    left: i64,
    fewest: i64,
    too_small: bool,
    /// Whether ways out are worked out, because a round made the group.
    ways: bool,
    url: String,
}
crate::mail_templates!(
    Left,
    "mail/group_left/subject.txt",
    "mail/group_left/body.txt",
    "mail/group_left/body.html"
);

/// To the coordinators: somebody left, and what is left of the group. `stay` names the time in the group that ended.
pub(super) fn left(
    tx: &mut Tx<'_>,
    app: &App,
    group: &Group,
    seat: Id,
    stay: Id,
    after: Departure,
) -> Result<()> {
    let (name, protected, role, organiser): (Option<String>, Option<bool>, String, String) = seats::table
        .inner_join(organisers::table)
        .left_join(people::table)
        .filter(seats::id.eq(seat))
        .select((people::name.nullable(), people::protected.nullable(), seats::role, organisers::name))
        .first(&mut **tx)?;
    for to in coordinators(tx, group.network_id)? {
        let shown = name.clone().filter(|_| protected != Some(true));
        let shown = shown.unwrap_or_else(|| to.lang.t("person-protected"));
        let content = Left::of(app, group, format!("{shown}, {role}, {organiser}"), after, to.lang);
        let key = format!("group-left:{stay}:{}", key_of(&to));
        send(tx, app, "group_left", key, to, group, content.parts()?)?;
    }
    Ok(())
}

/// To the coordinators: nobody holds a seat of the group any more, and it has become too small.
pub(super) fn vacated(tx: &mut Tx<'_>, app: &App, group: &Group, seat: Id, after: Departure) -> Result<()> {
    let at = app.clock.now().utc().timestamp_micros();
    let (role, organiser): (String, String) = seats::table
        .inner_join(organisers::table)
        .filter(seats::id.eq(seat))
        .select((seats::role, organisers::name))
        .first(&mut **tx)?;
    for to in coordinators(tx, group.network_id)? {
        let left = Left::of(app, group, format!("{role}, {organiser}"), after, to.lang);
        let content = Left { vacant: true, ..left };
        let key = format!("group-vacated:{}:{seat}:{at}:{}", group.id, key_of(&to));
        send(tx, app, "group_left", key, to, group, content.parts()?)?;
    }
    Ok(())
}

impl Left {
    fn of(app: &App, group: &Group, who: String, after: Departure, lang: Lang) -> Self {
        let too_small = after.is_too_small();
        let ways = too_small && group.round_id.is_some();
        let path =
            if ways { format!("/groups/{}/remedies", group.id) } else { format!("/groups/{}", group.id) };
        Left {
            lang,
            group: group.name.clone(),
            who,
            vacant: false,
            left: after.left,
            fewest: after.fewest,
            too_small,
            ways,
            url: app.config.link(&path),
        }
    }
}

fn coordinators(db: &mut Db, network: Id) -> Result<Vec<Recipient>> {
    let recipient = |(person, name, email, lang)| Recipient { person_id: Some(person), email, name, lang };
    Ok(networks::coordinators_of(db, network)?.into_iter().map(recipient).collect())
}

fn key_of(to: &Recipient) -> String {
    to.person_id.map(|id| id.to_string()).unwrap_or_default()
}

fn send(
    tx: &mut Tx<'_>,
    app: &App,
    kind: &'static str,
    logical_key: String,
    to: Recipient,
    group: &Group,
    (subject, text, html): (String, String, String),
) -> Result<()> {
    let (calendar, list, network_id) = (None, None, Some(group.network_id));
    outbox::enqueue(
        tx,
        app,
        Mail { kind, logical_key, to, network_id, subject, text, html, calendar, list },
    )?;
    Ok(())
}
