//! Composing digests in batches: read and write a batch of people, claim their period and queue their mail, go on.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;

use super::content::{Item, OVERLAP, gather};
use super::mail::DigestMail;
use super::period::{Habit, Period};
use super::reader::{self, Due, Reader};
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
const BATCH: i64 = 400;

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
        let habit = Habit::from(&kept);
        let period = match at_once {
            true => Some(Period { name: format!("now {}", now.utc().to_rfc3339()), due: now.utc() }),
            false => habit.latest(now.utc()),
        };
        let Some(period) = period else { continue };
        let mut due = Due { kept, habit, period, after: None };
        loop {
            let (own, asked) = (app.clone(), due.clone());
            let prepared = app.database.read(move |db| prepare(db, &own, &asked, now)).await?;
            let Some(last) = prepared.last() else { break };
            due.after = Some(last.reader.id);
            let own = app.clone();
            let done = app
                .database
                .write(move |tx| {
                    if let Some(lease) = lease {
                        lease.hold(tx, own.clock.now())?;
                    }
                    claim(tx, &own, prepared, now)
                })
                .await?;
            total.people += done.people;
            total.mails += done.mails;
        }
    }
    if total.people > 0 {
        tracing::info!(people = total.people, mails = total.mails, "digests composed");
    }
    Ok(total)
}

/// A person's digest, written and not yet claimed.
struct Prepared {
    reader: Reader,
    items: usize,
    recent: Vec<Item>,
    mail: Option<Mail>,
    links: Vec<PersonalLink>,
    token: Option<NewToken>,
}

/// The address that unsubscribes somebody who has none yet.
struct NewToken {
    id: Id,
    secret: String,
}

fn prepare(db: &mut Db, app: &App, due: &Due, now: Timestamp) -> Result<Vec<Prepared>> {
    let readers = reader::next(db, due, BATCH)?;
    let batch = gather(db, &readers, now)?;
    let known = known_tokens(db, &readers)?;
    let mut prepared = Vec::with_capacity(readers.len());
    for (reader, content) in readers.into_iter().zip(batch.contents) {
        let (items, recent) = (content.items(), content.recent.clone());
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
        prepared.push(Prepared { reader, items, recent, mail, links, token });
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
    // One composer at a time: the question below and the rows after it are one step for all others.
    tx.lock(Id(uuid::Uuid::from_u128(0x6772_616e_6e73_6b61_705f_6469_6765_7374)))?;
    let ids: Vec<Id> = prepared.iter().map(|each| each.reader.id).collect();
    let wanting: HashSet<Id> = people::table
        .filter(people::id.eq_any(&ids))
        .filter(people::digest_frequency.ne(DigestFrequency::Never))
        .filter(people::disabled_at.is_null())
        .select(people::id)
        .load(&mut **tx)?
        .into_iter()
        .collect();
    let Some(period) = prepared.first().map(|each| each.reader.period.clone()) else {
        return Ok(Composed::default());
    };
    let done: HashSet<Id> = digests::table
        .filter(digests::person_id.eq_any(&ids))
        .filter(digests::period.eq(period))
        .select(digests::person_id)
        .load(&mut **tx)?
        .into_iter()
        .collect();
    let ours: Vec<Prepared> = prepared
        .into_iter()
        .filter(|each| wanting.contains(&each.reader.id) && !done.contains(&each.reader.id))
        .collect();
    insert_digests(tx, &ours, now)?;
    replace_items(tx, &ours, now)?;
    insert_tokens(tx, &ours, now)?;
    let links: Vec<PersonalLink> = ours.iter().flat_map(|each| each.links.iter().cloned()).collect();
    accounts::keep_links(tx, &links, now)?;
    let people = ours.len();
    let mails: Vec<Mail> = ours.into_iter().filter_map(|each| each.mail).collect();
    outbox::enqueue_all(tx, app, &mails)?;
    Ok(Composed { people, mails: mails.len() })
}

fn insert_digests(tx: &mut Tx<'_>, ours: &[Prepared], now: Timestamp) -> Result<()> {
    let row = |each: &Prepared| {
        (
            digests::id.eq(clock::new_id()),
            digests::person_id.eq(each.reader.id),
            digests::period.eq(each.reader.period.clone()),
            digests::since.eq(each.reader.since),
            digests::until.eq((now - OVERLAP).max(each.reader.since)),
            digests::items.eq(i32::try_from(each.items).unwrap_or(i32::MAX)),
            digests::composed_at.eq(now),
        )
    };
    let rows: Vec<_> = ours.iter().map(row).collect();
    crate::on_both!(tx, c => diesel::insert_into(digests::table).values(&rows).execute(c))?;
    Ok(())
}

/// Keeps what these digests told of the minutes that the next ones look at again, in place of what the last ones did.
fn replace_items(tx: &mut Tx<'_>, ours: &[Prepared], now: Timestamp) -> Result<()> {
    let past = digest_items::table
        .filter(digest_items::person_id.eq_any(ours.iter().map(|each| each.reader.id)))
        .filter(digest_items::dated_at.le(now - OVERLAP));
    diesel::delete(past).execute(&mut **tx)?;
    let row = |person: Id, (item, at): &Item| {
        (digest_items::person_id.eq(person), digest_items::item_id.eq(*item), digest_items::dated_at.eq(*at))
    };
    let rows: Vec<_> =
        ours.iter().flat_map(|each| each.recent.iter().map(|item| row(each.reader.id, item))).collect();
    for rows in rows.chunks(ROWS) {
        crate::on_both!(tx, c => diesel::insert_into(digest_items::table)
            .values(rows)
            .on_conflict_do_nothing()
            .execute(c))?;
    }
    Ok(())
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
