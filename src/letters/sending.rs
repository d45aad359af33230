//! Sending a letter, taking it back, and what comes after.

use diesel::prelude::*;

use super::audience::{self, Addressee, Moment};
use super::jobs::SendLetter;
use super::letter::{Letter, find, hold_open};
use super::{log, mail};
use crate::accounts;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::letters;
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::jobs;
use crate::mail::outbox;
use crate::networks;
use crate::web::{Audit, CurrentPerson, audit};

/// Minutes between sending a letter and its going out, in which it can be taken back.
pub const MINUTES_TO_TAKE_BACK: i64 = 10;

/// Lets a letter go out at `due`, as somebody has read it at `revision`; whether it was so still. Sent already by the same
/// person, it stays as it is. [`Error::Conflict`] when it was sent otherwise, or nobody would get it.
pub fn send(tx: &mut Tx<'_>, app: &App, id: Id, revision: i32, due: Timestamp, by: Id) -> Result<bool> {
    tx.lock(id)?;
    let letter = find(tx, id)?;
    if letter.due_at.is_some() && letter.sent_by == Some(by) && letter.revision == revision {
        return Ok(true);
    }
    let letter = hold_open(tx, id)?;
    if letter.revision != revision {
        return Ok(false);
    }
    if networks::find(tx, letter.network_id)?.archived_at.is_some() {
        return Err(Error::Conflict("error-letter-archived"));
    }
    let to = audience::addressees(tx, letter.network_id, &letter.audience()?, &Moment::of(app))?;
    if !to.iter().any(Addressee::gets_mail) {
        return Err(Error::Conflict("error-letter-nobody"));
    }
    diesel::update(letters::table.find(id))
        .set((
            letters::due_at.eq(due),
            letters::sent_by.eq(by),
            letters::taken_back_at.eq(None::<Timestamp>),
            letters::taken_back_by.eq(None::<Id>),
        ))
        .execute(&mut **tx)?;
    jobs::enqueue(tx, &SendLetter { letter_id: id }, None, due)?;
    note(tx, &letter, "letter-sent", by, app.clock.now())?;
    Ok(true)
}

/// Takes a letter back; one that was taken back already stays so. [`Error::Conflict`] when mails have begun to leave.
pub fn take_back(tx: &mut Tx<'_>, id: Id, by: Id, now: Timestamp) -> Result<()> {
    tx.lock(id)?;
    let letter = find(tx, id)?;
    if letter.is_open() {
        return Ok(());
    }
    if letter.has_begun() {
        return Err(Error::Conflict("error-letter-gone"));
    }
    put_back(tx, id, Some(by), now)?;
    note(tx, &letter, "letter-taken-back", by, now)
}

/// The letter becomes one that can be changed and sent.
pub(super) fn put_back(tx: &mut Tx<'_>, id: Id, by: Option<Id>, now: Timestamp) -> Result<()> {
    diesel::update(letters::table.find(id))
        .set((
            letters::due_at.eq(None::<Timestamp>),
            letters::taken_back_at.eq(now),
            letters::taken_back_by.eq(by),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Mails a letter to whoever looks at it, as members would get it; once a minute.
pub fn test(tx: &mut Tx<'_>, app: &App, letter: &Letter, to: &CurrentPerson) -> Result<()> {
    let now = app.clock.now();
    let (mail, link) = mail::Frame::of(tx, letter, to.id)?.test(app, letter, to, now)?;
    accounts::keep_links(tx, &[link], now)?;
    outbox::enqueue(tx, app, mail).map(drop)
}

/// Queues the mails of a letter again that failed, to those who are still in the network, want letters and have an address that
/// takes mail; how many.
pub fn resend(tx: &mut Tx<'_>, app: &App, id: Id, by: Id) -> Result<usize> {
    tx.lock(id)?;
    let (letter, now) = (find(tx, id)?, app.clock.now());
    let mut queued = 0;
    for some in log::failed(tx, id)?.chunks(AT_ONCE) {
        let seats: Vec<Id> = some.iter().map(|failed| failed.seat).collect();
        let present = audience::present(tx, letter.network_id, &seats)?;
        let gets = |person| present.iter().any(|each| each.person == person && each.gets_mail());
        let keys: Vec<&str> =
            some.iter().filter(|failed| gets(failed.person)).map(|failed| failed.mail_key.as_str()).collect();
        queued += outbox::requeue_failed(tx, &keys, now)?;
    }
    if queued > 0 {
        note(tx, &letter, "letter-resent", by, now)?;
    }
    Ok(queued)
}

/// People in one statement.
pub(super) const AT_ONCE: usize = 200;

fn note(tx: &mut Tx<'_>, letter: &Letter, action: &'static str, by: Id, now: Timestamp) -> Result<()> {
    audit(tx, &Audit { actor: Some(by), action, subject: letter.id.to_string(), address: None }, now)
}
