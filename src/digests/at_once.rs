//! Stories in a mail of their own, soon after they are published, to those who want them at once.

use std::collections::{BTreeSet, HashSet};

use chrono::TimeDelta;
use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::compose;
use super::places::{Places, Share};
use super::reader;
use super::shelf::Heading;
use super::story_mail::{From, Letter, Tale};
use super::suggestion;
use crate::accounts::{self, Frequency, PersonalLink, Purpose};
use crate::app::App;
use crate::db::schema::{
    digest_items, group_memberships, groups, network_coordinators, network_memberships, people, seats,
    subscriptions,
};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::{Job, Lease};
use crate::mail::{Mail, outbox};
use crate::networks::MembershipState;
use crate::posts::{self as stories, Fresh, Scope, Visibility};

/// How far back it looks for stories that were not mailed yet. What is older comes with the next digest.
const BACK: TimeDelta = TimeDelta::hours(2);

/// Stories looked at in one run.
const MOST: i64 = 1000;

/// People mailed at once: memory stays flat.
const BATCH: usize = 400;

/// Mails new stories to those who want them at once and were not told of them: one mail a person and story.
#[derive(Serialize, Deserialize)]
pub struct MailStories {}

impl Job for MailStories {
    const KIND: &'static str = "mail-stories";

    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let now = app.clock.now();
        mail_stories(&app, now, Some(lease)).await.map(drop)
    }
}

/// Mails the stories of the last hours to those who want them at once; how many mails.
pub async fn run_stories(app: &App, now: Timestamp) -> Result<usize> {
    mail_stories(app, now, None).await
}

async fn mail_stories(app: &App, now: Timestamp, lease: Option<Lease>) -> Result<usize> {
    let everything = Scope { everything: true, ..Scope::default() };
    let read = move |db: &mut Db| stories::published_between(db, &everything, now - BACK, now, MOST);
    let mut mails = 0;
    for story in app.database.read(read).await? {
        let read = move |db: &mut Db| {
            let themes = stories::theme_ids(db, story.id)?;
            Ok((wanting(db, &story, &themes)?, themes))
        };
        let (wanting, themes) = app.database.read(read).await?;
        for some in wanting.chunks(BATCH) {
            let (own, some, themes) = (app.clone(), some.to_vec(), themes.clone());
            let read = move |db: &mut Db| prepare(db, &own, (&story, &themes), &some, now);
            let letters = app.database.read(read).await?;
            mails += letters.len();
            let own = app.clone();
            let write = move |tx: &mut Tx<'_>| {
                if let Some(lease) = lease {
                    lease.hold(tx, own.clock.now())?;
                }
                send(tx, &own, &story, letters, now)
            };
            app.database.write(write).await?;
        }
    }
    Ok(mails)
}

/// Those who may want a story at once. What holds for each, and whether they may read it, is asked when it is written.
fn wanting(db: &mut Db, story: &Fresh, themes: &[Id]) -> Result<Vec<Id>> {
    let places = [story.group_id, story.network_id];
    let mut found: BTreeSet<Id> = subscriptions::table
        .filter(subscriptions::place_id.eq_any(places.iter().chain(themes)))
        .filter(subscriptions::frequency.eq(Frequency::AtOnce))
        .select(subscriptions::person_id)
        .load(db)?
        .into_iter()
        .collect();
    let members: Vec<Id> = group_memberships::table
        .inner_join(groups::table)
        .inner_join(seats::table.inner_join(people::table))
        .filter(group_memberships::group_id.eq(story.group_id))
        .filter(group_memberships::left_at.is_null())
        .filter(people::stories_at_once.eq(true).or(groups::digest_default.eq(Frequency::AtOnce)))
        .select(people::id)
        .load(db)?;
    found.extend(members);
    let coordinators: Vec<Id> = network_coordinators::table
        .inner_join(people::table)
        .filter(network_coordinators::network_id.eq(story.network_id))
        .filter(people::stories_at_once.eq(true))
        .select(people::id)
        .load(db)?;
    found.extend(coordinators);
    if story.visibility != Visibility::Group {
        let around: Vec<Id> = network_memberships::table
            .inner_join(seats::table.inner_join(people::table))
            .filter(network_memberships::network_id.eq(story.network_id))
            .filter(network_memberships::state.eq(MembershipState::Active))
            .filter(people::stories_at_once.eq(true))
            .select(people::id)
            .load(db)?;
        found.extend(around);
    }
    found.remove(&story.author_id);
    Ok(found.into_iter().collect())
}

/// A mail to somebody, with its personal links: what ends what it belongs to, and what it is answered by.
struct Prepared {
    person: Id,
    /// Since when they may read the story.
    at: Timestamp,
    mail: Mail,
    links: Vec<PersonalLink>,
}

/// Writes the story to those of some people who want it at once, may read it, and were not told of it.
fn prepare(
    db: &mut Db,
    app: &App,
    (story, themes): (&Fresh, &[Id]),
    people: &[Id],
    now: Timestamp,
) -> Result<Vec<Prepared>> {
    let told: HashSet<Id> = digest_items::table
        .filter(digest_items::person_id.eq_any(people))
        .filter(digest_items::item_id.eq(story.id))
        .select(digest_items::person_id)
        .load(db)?
        .into_iter()
        .collect();
    let untold: Vec<Id> = people.iter().copied().filter(|person| !told.contains(person)).collect();
    if untold.is_empty() {
        return Ok(Vec::new());
    }
    let readers = reader::some(db, &untold, now)?;
    let places = Places::of(db, &readers)?;
    let Some(mut tale) = Tale::of(db, story.id, story.author_id)? else { return Ok(Vec::new()) };
    let mut prepared = Vec::new();
    for (reader, share) in readers.iter().zip(&places.shares) {
        let Some(heading) = wanted_by(share, story, themes) else { continue };
        let reads = share.scope.reads(story.group_id, story.network_id, story.visibility);
        let at = story.reached(&share.scope);
        if !reads || reader.since >= at {
            continue;
        }
        let (place, from) = match heading {
            Heading::Group(id) | Heading::Network(id) => {
                (id, From::Place(places.names.get(&id).map(String::as_str).unwrap_or_default()))
            }
            Heading::Theme(id) => (
                id,
                From::Theme(places.themes.get(&id).map(|each| each.name(&reader.lang)).unwrap_or_default()),
            ),
            Heading::Elsewhere => continue,
        };
        let link = PersonalLink::of(&app.secret, Purpose::Subscription, reader.id, place)?;
        let may_answer = share.scope.comments(story.group_id, story.network_id, story.visibility);
        let reply = if may_answer { stories::address_of(app, reader.id, story.id)? } else { None };
        let (reply_to, reply) = reply.unzip();
        let mail = Letter::of(app, reader, &mut tale, from, (&link, reply_to)).mail(app, reader, story)?;
        let links = std::iter::once(link).chain(reply).collect();
        prepared.push(Prepared { person: reader.id, at, mail, links });
    }
    Ok(prepared)
}

/// What makes a story come at once: the place where it stands, else a theme that the reader follows; nothing when it does not, or
/// when one of them is muted. Stories from elsewhere come at once only by a theme.
fn wanted_by(share: &Share, story: &Fresh, themes: &[Id]) -> Option<Heading> {
    let place = Heading::of(&share.scope, story.group_id, story.network_id);
    if share.story(place, themes) != Frequency::AtOnce {
        return None;
    }
    let of_themes = themes.iter().map(|theme| Heading::Theme(*theme));
    let mut places = std::iter::once(place).chain(of_themes).filter(|each| *each != Heading::Elsewhere);
    places.find(|each| share.frequency(*each) == Frequency::AtOnce)
}

/// Queues the mails, and keeps that these people know the story.
fn send(tx: &mut Tx<'_>, app: &App, story: &Fresh, mut letters: Vec<Prepared>, now: Timestamp) -> Result<()> {
    compose::hold_told(tx)?;
    let people: Vec<Id> = letters.iter().map(|each| each.person).collect();
    let told = compose::told(tx, &people)?;
    letters.retain(|each| !told.contains(&(each.person, (story.id, each.at))));
    if letters.is_empty() {
        return Ok(());
    }
    for at in letters.iter().map(|each| each.at).collect::<BTreeSet<_>>() {
        let people: Vec<Id> = letters.iter().filter(|each| each.at == at).map(|each| each.person).collect();
        compose::keep_told(tx, &people, (story.id, at))?;
    }
    let mailed = letters.iter().map(|each| (each.person, story.id));
    suggestion::settle(tx, mailed, now)?;
    accounts::keep_links(tx, &letters.iter().flat_map(|each| each.links.clone()).collect::<Vec<_>>(), now)?;
    outbox::enqueue_all(tx, app, &letters.iter().map(|each| each.mail.clone()).collect::<Vec<_>>())
}
