//! Composing digests in batches: read and write a batch of people, claim their period and queue their mail, go on.

use std::collections::{HashMap, HashSet};

use diesel::dsl::exists;
use diesel::prelude::*;

use super::content::{Item, OVERLAP, gather};
use super::mail::DigestMail;
use super::period::{Habit, Period, Rhythm};
use super::reader::{self, Due, Kept, Reader, choosers};
use super::suggestion;
use crate::accounts::{self, DigestFrequency, PersonalLink, Purpose};
use crate::app::App;
use crate::clock;
use crate::db::schema::{digest_items, digests, people, tokens};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::jobs::Lease;
use crate::mail::{Mail, outbox};
use crate::secrets;

/// People composed for at once: memory stays flat, and the write lock is held for some tens of milliseconds.
const BATCH: usize = 400;

/// Rows in one statement: well below what either database takes as values.
const ROWS: usize = 1000;

/// What a run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Composed {
    /// People whose period was closed, with or without mail.
    pub people: usize,
    /// Mails queued.
    pub mails: usize,
}

/// Composes the digests that are due at `now`.
pub async fn run_due(app: &App, now: Timestamp) -> Result<Composed> {
    run(app, now, false, None).await
}

/// Composes a digest for everybody who gets any, whatever the hour. The period is this moment.
pub async fn run_now(app: &App, now: Timestamp) -> Result<Composed> {
    run(app, now, true, None).await
}

pub(super) async fn run(app: &App, now: Timestamp, at_once: bool, lease: Option<Lease>) -> Result<Composed> {
    let habits = app.database.read(reader::habits).await?;
    let mut total = Composed::default();
    for kept in habits {
        let Some(mut due) = due_of(kept, now, at_once) else { continue };
        let mut prepared = next(app, &due, now).await?;
        while let Some(last) = prepared.last() {
            due.after = Some(last.reader.id);
            // Nobody is in two batches: the next one is written while this one is claimed.
            let (done, following) = tokio::join!(claimed(app, lease, prepared, now), next(app, &due, now));
            let done = done?;
            total.people += done.people;
            total.mails += done.mails;
            prepared = following?;
        }
    }
    if total.people > 0 {
        tracing::info!(people = total.people, mails = total.mails, "digests composed");
    }
    Ok(total)
}

/// Reads and writes the digests of the next batch of people who are due.
async fn next(app: &App, due: &Due, now: Timestamp) -> Result<Vec<Prepared>> {
    let (own, due) = (app.clone(), due.clone());
    let read = move |db: &mut Db| {
        let readers = reader::next(db, &due, BATCH)?;
        prepare(db, &own, readers, now)
    };
    app.database.read(read).await
}

/// [`claim`] in a transaction of its own, while the lease is held.
async fn claimed(
    app: &App,
    lease: Option<Lease>,
    prepared: Vec<Prepared>,
    now: Timestamp,
) -> Result<Composed> {
    let own = app.clone();
    let write = move |tx: &mut Tx<'_>| {
        if let Some(lease) = lease {
            lease.hold(tx, own.clock.now())?;
        }
        claim(tx, &own, prepared, now)
    };
    app.database.write(write).await
}

/// Composes what one person would get now; whether it was mailed now, or a moment ago. The period is named by what came before,
/// so that a form that is sent twice makes one mail. When there is nothing new, nothing is written.
pub(super) async fn run_for(app: &App, person: Id, now: Timestamp) -> Result<bool> {
    let own = app.clone();
    let read = move |db: &mut Db| {
        let mut readers = reader::some(db, &[person], now)?;
        for reader in &mut readers {
            reader.periods = vec![format!("{SENT}{}", reader.since.utc().to_rfc3339())];
        }
        prepare(db, &own, readers, now)
    };
    let mut prepared = app.database.read(read).await?;
    prepared.retain(|each| each.items > 0);
    let own = app.clone();
    app.database
        .write(move |tx| {
            let done = claim(tx, &own, prepared, now)?;
            Ok(done.mails > 0 || was_sent(tx, person, now)?)
        })
        .await
}

/// How periods begin that somebody has asked for.
const SENT: &str = "sent ";

/// Whether somebody has asked for a digest some minutes ago.
fn was_sent(db: &mut Db, person: Id, now: Timestamp) -> Result<bool> {
    let sent = digests::table
        .filter(digests::person_id.eq(person))
        .filter(digests::period.like(format!("{SENT}%")))
        .filter(digests::composed_at.gt(now - OVERLAP));
    Ok(diesel::select(exists(sent)).get_result(db)?)
}

/// What is due by a habit.
fn due_of(kept: Kept, now: Timestamp, at_once: bool) -> Option<Due> {
    let habit = Habit::from(&kept);
    let (daily, weekly) = (habit.latest(Rhythm::Daily, now.utc())?, habit.latest(Rhythm::Weekly, now.utc())?);
    let (daily, weekly) = match at_once {
        true => {
            let name = format!("now {}", now.utc().to_rfc3339());
            let of = |period: Period| Period { name: name.clone(), due: now.utc(), ..period };
            (of(daily), of(weekly))
        }
        false => (daily, weekly),
    };
    Some(Due { zone: habit.zone, kept, daily, weekly, after: None })
}

/// A person's digest, written and not yet claimed.
struct Prepared {
    reader: Reader,
    items: usize,
    /// Whether it tells of everything that comes to the reader, and not only of what comes daily.
    whole: bool,
    recent: Vec<Item>,
    /// The stories that it tells of.
    told: Vec<Id>,
    suggested: Option<Id>,
    /// Stories that it turned out the reader knows.
    settled: Vec<Id>,
    mail: Option<Mail>,
    links: Vec<PersonalLink>,
    token: Option<NewToken>,
}

/// The address that unsubscribes somebody who has none yet.
struct NewToken {
    id: Id,
    secret: String,
}

fn prepare(db: &mut Db, app: &App, readers: Vec<Reader>, now: Timestamp) -> Result<Vec<Prepared>> {
    let batch = gather(db, &readers, now)?;
    let known = known_tokens(db, &readers)?;
    let mut prepared = Vec::with_capacity(readers.len());
    for (reader, content) in readers.into_iter().zip(batch.contents) {
        let (items, told) = (content.items(), content.told());
        let suggested = content.suggestion.as_ref().map(|suggestion| suggestion.post);
        let (mut mail, mut token, mut links) = (None, None, Vec::new());
        if items > 0 {
            let id = known.get(&reader.id).copied();
            let (id, is_new) = id.map_or_else(|| (clock::new_id(), true), |id| (id, false));
            let secret = app.secret.derive(Purpose::Unsubscribe.word(), &id.to_string())?;
            let digest = DigestMail::of(app, &reader, &content, &batch.about, Some(&secret))?;
            mail = Some(digest.mail(app, &reader)?);
            links = digest.links;
            token = is_new.then_some(NewToken { id, secret });
        }
        let (whole, recent, settled) = (content.whole, content.recent, content.settled);
        prepared.push(Prepared {
            reader,
            items,
            whole,
            recent,
            told,
            suggested,
            settled,
            mail,
            links,
            token,
        });
    }
    Ok(prepared)
}

/// The unsubscription addresses that people have, made as [`crate::accounts::feed_token`] makes them.
fn known_tokens(db: &mut Db, readers: &[Reader]) -> Result<HashMap<Id, Id>> {
    let rows: Vec<(Option<Id>, Id)> = tokens::table
        .filter(tokens::person_id.eq_any(readers.iter().map(|reader| Some(reader.id))))
        .filter(tokens::purpose.eq(Purpose::Unsubscribe))
        .filter(tokens::revoked_at.is_null())
        .order(tokens::created_at.desc())
        .select((tokens::person_id, tokens::id))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(person, id)| Some((person?, id))).collect())
}

/// Writes down the periods of those who still want a digest and have none, with their mail.
fn claim(tx: &mut Tx<'_>, app: &App, prepared: Vec<Prepared>, now: Timestamp) -> Result<Composed> {
    hold_told(tx)?;
    let ids: Vec<Id> = prepared.iter().map(|each| each.reader.id).collect();
    let some = people::digest_frequency.ne(DigestFrequency::Never).or(people::id.eq_any(choosers()));
    let wanting: HashSet<Id> = people::table
        .filter(people::id.eq_any(&ids))
        .filter(some)
        .filter(people::disabled_at.is_null())
        .select(people::id)
        .load(&mut **tx)?
        .into_iter()
        .collect();
    let periods: HashSet<&String> = prepared.iter().flat_map(|each| &each.reader.periods).collect();
    let done = reader::closed(tx, &ids, periods)?;
    let is_done =
        |reader: &Reader| reader.periods.iter().any(|period| done.contains(&(reader.id, period.clone())));
    let told = told(tx, &ids)?;
    let suggesting = prepared.iter().filter(|each| each.suggested.is_some());
    let settled = suggestion::settled(tx, &suggesting.map(|each| each.reader.id).collect::<Vec<_>>())?;
    let is_settled =
        |each: &Prepared| each.suggested.is_some_and(|post| settled.contains(&(each.reader.id, post)));
    let ours: Vec<Prepared> = prepared
        .into_iter()
        .filter(|each| wanting.contains(&each.reader.id) && !is_done(&each.reader))
        // Mailed at once or suggested meanwhile: the digest is composed anew the next time.
        .filter(|each| !each.recent.iter().any(|item| told.contains(&(each.reader.id, *item))))
        .filter(|each| !is_settled(each))
        .collect();
    insert_digests(tx, &ours, now)?;
    replace_items(tx, &ours, now)?;
    insert_tokens(tx, &ours, now)?;
    let known = |each: &Prepared| {
        let posts = each.settled.iter().copied().chain(each.suggested);
        posts.map(|post| (each.reader.id, post)).collect::<Vec<_>>()
    };
    suggestion::settle(tx, ours.iter().flat_map(known), now)?;
    let links: Vec<PersonalLink> = ours.iter().flat_map(|each| each.links.iter().cloned()).collect();
    accounts::keep_links(tx, &links, now)?;
    let people = ours.len();
    let mails: Vec<Mail> = ours.into_iter().filter_map(|each| each.mail).collect();
    outbox::enqueue_all(tx, app, &mails)?;
    Ok(Composed { people, mails: mails.len() })
}

/// One at a time writes down what people are told: what is asked after this and the rows that follow are one step for all others.
pub(super) fn hold_told(tx: &mut Tx<'_>) -> Result<()> {
    Ok(tx.lock(Id(uuid::Uuid::from_u128(0x6772_616e_6e73_6b61_705f_6469_6765_7374)))?)
}

/// What these people were told of the time that their next digest looks at.
pub(super) fn told(tx: &mut Tx<'_>, people: &[Id]) -> Result<HashSet<(Id, Item)>> {
    let rows: Vec<(Id, Item)> = digest_items::table
        .filter(digest_items::person_id.eq_any(people))
        .select((digest_items::person_id, (digest_items::item_id, digest_items::dated_at)))
        .load(&mut **tx)?;
    Ok(rows.into_iter().collect())
}

/// Keeps that these people know something by a mail of its own: it stays out of their digests, also out of one that is being
/// composed.
pub fn keep_told(tx: &mut Tx<'_>, people: &[Id], item: Item) -> Result<()> {
    hold_told(tx)?;
    keep_items(tx, people.iter().map(|person| (*person, item)))
}

fn keep_items(tx: &mut Tx<'_>, told: impl Iterator<Item = (Id, Item)>) -> Result<()> {
    let row = |(person, (item, at)): (Id, Item)| {
        (digest_items::person_id.eq(person), digest_items::item_id.eq(item), digest_items::dated_at.eq(at))
    };
    let rows: Vec<_> = told.map(row).collect();
    for rows in rows.chunks(ROWS) {
        crate::on_both!(tx, c => diesel::insert_into(digest_items::table)
            .values(rows)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
}

/// A row for each period that is closed. A digest that tells of a part of what comes leaves `until` where it was: the next one
/// looks at the same time again, and what was told of it is kept.
fn insert_digests(tx: &mut Tx<'_>, ours: &[Prepared], now: Timestamp) -> Result<()> {
    let row = |each: &Prepared, period: &String| {
        let until = if each.whole { (now - OVERLAP).max(each.reader.since) } else { each.reader.since };
        (
            digests::id.eq(clock::new_id()),
            digests::person_id.eq(each.reader.id),
            digests::period.eq(period.clone()),
            digests::since.eq(each.reader.since),
            digests::until.eq(until),
            digests::items.eq(i32::try_from(each.items).unwrap_or(i32::MAX)),
            digests::composed_at.eq(now),
            digests::told.eq(suggestion::recorded(&each.told)),
        )
    };
    let rows: Vec<_> =
        ours.iter().flat_map(|each| each.reader.periods.iter().map(|period| row(each, period))).collect();
    crate::on_both!(tx, c => diesel::insert_into(digests::table).values(&rows).execute(c))?;
    Ok(())
}

/// Keeps what these digests told of the time that the next ones look at again, in place of what is out of their reach.
fn replace_items(tx: &mut Tx<'_>, ours: &[Prepared], now: Timestamp) -> Result<()> {
    let whole = ours.iter().filter(|each| each.whole);
    let past = digest_items::table
        .filter(digest_items::person_id.eq_any(whole.map(|each| each.reader.id)))
        .filter(digest_items::dated_at.le(now - OVERLAP));
    diesel::delete(past).execute(&mut **tx)?;
    keep_items(tx, ours.iter().flat_map(|each| each.recent.iter().map(|item| (each.reader.id, *item))))
}

fn insert_tokens(tx: &mut Tx<'_>, ours: &[Prepared], now: Timestamp) -> Result<()> {
    let row = |person: Id, token: &NewToken| {
        (
            tokens::id.eq(token.id),
            tokens::token_hash.eq(secrets::hash(&token.secret)),
            tokens::purpose.eq(Purpose::Unsubscribe),
            tokens::person_id.eq(person),
            tokens::created_at.eq(now),
        )
    };
    let rows: Vec<_> =
        ours.iter().filter_map(|each| each.token.as_ref().map(|token| row(each.reader.id, token))).collect();
    crate::on_both!(tx, c => diesel::insert_into(tokens::table).values(&rows).execute(c))?;
    Ok(())
}
