//! Mail after publishing: somebody says that a group does not work, somebody comes late, and what coordinators decided.

use std::collections::BTreeMap;

use super::mail::{Colleague, send};
use super::objection::{Objection, ObjectionState};
use super::published::Published;
use super::rearrangement::{Step, Whys};
use super::registration::{find_registration, registered};
use super::round::Round;
use super::ways::WorkedOut;
use super::words::{ThemeNames, group_sentences, person_sentences};
use crate::accounts::{self, Purpose};
use crate::app::App;
use crate::clock;
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::groups::{self, Group, Member};
use crate::i18n::Lang;
use crate::mail::{Recipient, outbox};
use crate::networks::{self, Network};

/// The personal link by which somebody says that a group does not work.
pub(super) fn objection_url(tx: &mut Tx<'_>, app: &App, group: Id, to: &Recipient) -> Result<String> {
    let secret = accounts::issue(tx, Purpose::Object, to.person_id, Some(group), app.clock.now())?;
    Ok(app.config.link(&format!("/groups/{group}/objection/{secret}")))
}

fn coordinators(db: &mut Db, network: Id) -> Result<Vec<Recipient>> {
    let recipient = |(person, name, email, lang)| Recipient { person_id: Some(person), email, name, lang };
    Ok(networks::coordinators_of(db, network)?.into_iter().map(recipient).collect())
}

fn key_of(to: &Recipient) -> String {
    to.person_id.map(|id| id.to_string()).unwrap_or_default()
}

struct Objected {
    lang: Lang,
    group: String,
    who: String,
    kind: String,
    message: String,
    /// What could be done: what it is, and what it would do.
    ways: Vec<(String, String)>,
    url: String,
}
crate::mail_templates!(
    Objected,
    "mail/objection/subject.txt",
    "mail/objection/body.txt",
    "mail/objection/body.html"
);

/// Ways of a kind that a mail has room for; the page has them all.
const MOST_WAYS: usize = 2;

/// What could be done without breaking a rule, as a mail says it: other groups, then changes of places.
fn ways_of(found: &WorkedOut, lang: Lang) -> Result<Vec<(String, String)>> {
    let choices = found.said(lang)?;
    let kinds = [choices.joins, choices.exchanges].into_iter();
    let ways =
        kinds.flat_map(|ways| ways.into_iter().filter(|way| way.said.broken.is_empty()).take(MOST_WAYS));
    Ok(ways.map(|way| (way.title, [way.lines, way.said.figures].concat().join(" "))).collect())
}

/// The member by a seat; nothing when it has left the group.
fn member_in(db: &mut Db, group: Id, seat: Id) -> Result<Option<Member>> {
    Ok(groups::members_of(db, group)?.into_iter().find(|member| member.seat_id == seat))
}

/// A member as the coordinators read it.
fn line(member: &Member, lang: Lang) -> String {
    format!("{}, {}, {}", member.shown(lang), member.role, member.organiser_name)
}

/// A mail to one coordinator about an objection, not yet queued.
pub(super) struct Telling {
    to: Recipient,
    content: Objected,
}

/// To each coordinator: a group does not work for somebody, and what could be done. To nobody when the objection is not open
/// any more or its author has left. Works the alternatives out, which takes a while in a large round.
pub(super) fn tellings(db: &mut Db, app: &App, group: &Group, said: &Objection) -> Result<Vec<Telling>> {
    let who = member_in(db, group.id, said.seat_id)?;
    let Some(who) = who.filter(|_| said.state == ObjectionState::Open) else { return Ok(Vec::new()) };
    let found = WorkedOut::of(db, said, group, app.config.settings.categories)?;
    let telling = |to: Recipient| {
        let content = Objected {
            lang: to.lang,
            group: group.name.clone(),
            who: line(&who, to.lang),
            ways: found.as_ref().map_or_else(|| Ok(Vec::new()), |found| ways_of(found, to.lang))?,
            kind: to.lang.t(&format!("objection-kind-{}", said.kind)),
            message: said.message.clone(),
            url: app.config.link(&format!("/objections/{}", said.id)),
        };
        Ok(Telling { to, content })
    };
    coordinators(db, group.network_id)?.into_iter().map(telling).collect()
}

/// Queues what coordinators are told of an objection, to each once.
pub(super) fn tell(tx: &mut Tx<'_>, app: &App, group: &Group, said: Id, told: &[Telling]) -> Result<()> {
    for Telling { to, content } in told {
        send(tx, app, "objection", told_key(said, to), to, group.network_id, content.parts()?)?;
    }
    Ok(())
}

fn told_key(said: Id, to: &Recipient) -> String {
    format!("objection:{said}:{}", key_of(to))
}

struct TakenBack {
    lang: Lang,
    group: String,
    who: String,
    url: String,
}
crate::mail_templates!(
    TakenBack,
    "mail/objection_withdrawn/subject.txt",
    "mail/objection_withdrawn/body.txt",
    "mail/objection_withdrawn/body.html"
);

/// To the coordinators who were told that it does not: the group works after all.
pub(super) fn taken_back(tx: &mut Tx<'_>, app: &App, group: &Group, said: &Objection) -> Result<()> {
    let Some(who) = member_in(tx, group.id, said.seat_id)? else { return Ok(()) };
    for to in coordinators(tx, group.network_id)? {
        if !outbox::is_known(tx, &told_key(said.id, &to))? {
            continue;
        }
        let content = TakenBack {
            lang: to.lang,
            group: group.name.clone(),
            who: line(&who, to.lang),
            url: app.config.link(&format!("/groups/{}", group.id)),
        };
        let key = format!("objection-withdrawn:{}:{}", said.id, key_of(&to));
        send(tx, app, "objection_withdrawn", key, &to, group.network_id, content.parts()?)?;
    }
    Ok(())
}

struct Answered {
    lang: Lang,
    group: String,
    words: String,
    url: String,
    objection_url: String,
}
crate::mail_templates!(
    Answered,
    "mail/objection_answered/subject.txt",
    "mail/objection_answered/body.txt",
    "mail/objection_answered/body.html"
);

/// To whoever said that a group does not work: what the coordinator answers.
pub(super) fn answered(tx: &mut Tx<'_>, app: &App, group: &Group, said: &Objection) -> Result<()> {
    for (_, to) in groups::recipients_of_seats(tx, &[said.seat_id])? {
        // A successor in the seat has not written it.
        if to.person_id != Some(said.person_id) {
            continue;
        }
        let content = Answered {
            lang: to.lang,
            group: group.name.clone(),
            words: said.answer.clone(),
            url: app.config.link(&format!("/groups/{}", group.id)),
            objection_url: objection_url(tx, app, group.id, &to)?,
        };
        let key = format!("objection-answered:{}", said.id);
        send(tx, app, "objection_answered", key, &to, group.network_id, content.parts()?)?;
    }
    Ok(())
}

struct CameLate {
    lang: Lang,
    round: String,
    who: String,
    wishes: String,
    url: String,
}
crate::mail_templates!(
    CameLate,
    "mail/round_late/subject.txt",
    "mail/round_late/body.txt",
    "mail/round_late/body.html"
);

/// To the coordinators: somebody has registered after publishing. Once a day for each, however often it is changed.
pub(super) fn came_late(
    tx: &mut Tx<'_>,
    app: &App,
    round: &Round,
    registration: Id,
    by: Option<Id>,
) -> Result<()> {
    let seat = find_registration(tx, registration)?.seat_id;
    let all = registered(tx, round.id)?;
    let Some(who) = all.iter().find(|each| each.seat_id == seat) else { return Ok(()) };
    let day = app.clock.now().utc().date_naive();
    for to in coordinators(tx, round.network_id)? {
        if to.person_id == by {
            continue;
        }
        let (name, seat) = Colleague::of(who).line(to.lang);
        let content = CameLate {
            lang: to.lang,
            round: round.name.clone(),
            who: format!("{name}, {seat}"),
            wishes: who.wishes.clone(),
            url: app.config.link(&format!("/registrations/{registration}/openings")),
        };
        let key = format!("round-late:{registration}:{day}:{}", key_of(&to));
        send(tx, app, "round_late", key, &to, round.network_id, content.parts()?)?;
    }
    Ok(())
}

/// A rearrangement that is told about.
pub(super) struct Told<'a> {
    pub published: &'a Published,
    /// The groups as they became.
    pub after: &'a [Vec<usize>],
    pub steps: &'a [Step],
    pub whys: &'a Whys,
    /// What the coordinator wrote; may be empty.
    pub words: &'a str,
}

impl Told<'_> {
    fn name(&self, group: Option<Id>) -> Result<String> {
        let name = |id| Ok(self.published.group(self.published.group_at(id)?)?.name.clone());
        group.map_or_else(|| Ok(String::new()), name)
    }

    /// Those in a group as it became, but for one seat.
    fn others(&self, group: usize, seat: Id, lang: Lang) -> Result<Vec<(String, String)>> {
        let mut others = Vec::new();
        for person in self.after.get(group).into_iter().flatten() {
            let each = self.published.person(*person)?;
            if each.seat_id != seat {
                others.push(Colleague::of(each).line(lang));
            }
        }
        Ok(others)
    }

    /// Those whose step a test picks.
    fn people(&self, picks: impl Fn(&Step) -> bool, lang: Lang) -> Result<Vec<(String, String)>> {
        let picked = self.steps.iter().filter(|step| picks(step));
        picked
            .map(|step| {
                let person = self.published.person(self.published.place_of(step.seat)?)?;
                Ok(Colleague::of(person).line(lang))
            })
            .collect()
    }
}

/// To everybody in the groups that changed: those who moved, and those who stay.
pub(super) fn rearranged(tx: &mut Tx<'_>, app: &App, told: &Told<'_>) -> Result<()> {
    let published = told.published;
    let network = networks::find(tx, published.round.network_id)?;
    let themes = ThemeNames::load(tx)?;
    let changed = told.whys.groups.keys().filter_map(|at| told.after.get(*at)).flatten();
    let mut seats: Vec<Id> = told.steps.iter().map(|step| step.seat).collect();
    for person in changed {
        seats.push(published.person(*person)?.seat_id);
    }
    seats.sort_unstable();
    seats.dedup();
    let recipients: BTreeMap<Id, Recipient> = groups::recipients_of_seats(tx, &seats)?.into_iter().collect();
    let this = clock::new_id();
    for (seat, to) in &recipients {
        let key = format!("round-moved:{this}:{seat}");
        match told.steps.iter().find(|step| step.seat == *seat) {
            Some(step) => moved(tx, app, told, (&network, &themes), to, *step, key)?,
            None => changed_around(tx, app, told, (&network, &themes), to, *seat, key)?,
        }
    }
    Ok(())
}

struct Moved {
    lang: Lang,
    round: String,
    network: String,
    /// Empty for somebody who had no group.
    from: String,
    /// Empty for somebody who has none now.
    to: String,
    others: Vec<(String, String)>,
    own_why: Vec<String>,
    group_why: Vec<String>,
    words: String,
    url: String,
    objection_url: String,
}
crate::mail_templates!(
    Moved,
    "mail/round_moved/subject.txt",
    "mail/round_moved/body.txt",
    "mail/round_moved/body.html"
);

fn moved(
    tx: &mut Tx<'_>,
    app: &App,
    told: &Told<'_>,
    (network, themes): (&Network, &ThemeNames),
    to: &Recipient,
    step: Step,
    key: String,
) -> Result<()> {
    let at = step.to.map(|id| told.published.group_at(id)).transpose()?;
    let person = told.published.place_of(step.seat)?;
    let group_why = at.and_then(|at| told.whys.groups.get(&at));
    let own_why = told.whys.people.get(&person);
    let (url, objection_url) = match step.to {
        Some(group) => (format!("/groups/{group}"), objection_url(tx, app, group, to)?),
        None => ("/groups".to_owned(), String::new()),
    };
    let content = Moved {
        lang: to.lang,
        round: told.published.round.name.clone(),
        network: network.name.clone(),
        from: told.name(step.from)?,
        to: told.name(step.to)?,
        others: at.map_or_else(|| Ok(Vec::new()), |at| told.others(at, step.seat, to.lang))?,
        own_why: own_why.map(|why| person_sentences(why, to.lang)).unwrap_or_default(),
        group_why: group_why.map(|why| group_sentences(why, to.lang, themes)).unwrap_or_default(),
        words: told.words.to_owned(),
        url: app.config.link(&url),
        objection_url,
    };
    send(tx, app, "round_moved", key, to, network.id, content.parts()?)
}

struct Changed {
    lang: Lang,
    group: String,
    came: Vec<(String, String)>,
    left: Vec<(String, String)>,
    group_why: Vec<String>,
    words: String,
    url: String,
}
crate::mail_templates!(
    Changed,
    "mail/group_changed/subject.txt",
    "mail/group_changed/body.txt",
    "mail/group_changed/body.html"
);

fn changed_around(
    tx: &mut Tx<'_>,
    app: &App,
    told: &Told<'_>,
    (network, themes): (&Network, &ThemeNames),
    to: &Recipient,
    seat: Id,
    key: String,
) -> Result<()> {
    let published = told.published;
    let at = published.group_of(published.place_of(seat)?).ok_or(Error::NotFound)?;
    let group = published.group(at)?;
    let why = told.whys.groups.get(&at);
    let content = Changed {
        lang: to.lang,
        group: group.name.clone(),
        came: told.people(|step| step.to == Some(group.id), to.lang)?,
        left: told.people(|step| step.from == Some(group.id), to.lang)?,
        group_why: why.map(|why| group_sentences(why, to.lang, themes)).unwrap_or_default(),
        words: told.words.to_owned(),
        url: app.config.link(&format!("/groups/{}", group.id)),
    };
    send(tx, app, "group_changed", key, to, network.id, content.parts()?)
}
