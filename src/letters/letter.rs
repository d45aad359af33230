//! The letter row, and writing it.

use diesel::prelude::*;

use super::audience::Audience;
use crate::clock;
use crate::db::schema::letters;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::networks::{self, Network};
use crate::web::CurrentPerson;
use crate::word_enum;

word_enum! {
    /// How far a letter has come.
    pub enum State {
        /// Is being written.
        Draft = "draft",
        /// Goes out when its time has come; can be taken back.
        Scheduled = "scheduled",
        /// The mails are being composed.
        OnItsWay = "on-its-way",
        /// All mails are in the outbox.
        Sent = "sent",
        /// Was taken back before it went out; can be changed and sent.
        TakenBack = "taken-back",
    }
}

/// A letter.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = letters)]
pub struct Letter {
    /// Identifier.
    pub id: Id,
    /// The network.
    pub network_id: Id,
    /// Who began it.
    pub author_id: Option<Id>,
    /// Subject, one line.
    pub subject: String,
    /// Markdown.
    pub body: String,
    audience: String,
    /// Grows with every change.
    pub revision: i32,
    /// When it was last changed.
    pub updated_at: Timestamp,
    /// Who has sent it.
    pub sent_by: Option<Id>,
    /// When it goes or went out.
    pub due_at: Option<Timestamp>,
    /// When the first mails were composed.
    pub begun_at: Option<Timestamp>,
    /// When all mails were in the outbox.
    pub done_at: Option<Timestamp>,
    /// When it was last taken back.
    pub taken_back_at: Option<Timestamp>,
    /// Who took it back; nobody when it could not go out.
    pub taken_back_by: Option<Id>,
}

/// What somebody writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewLetter {
    /// Subject, one line.
    pub subject: String,
    /// Markdown.
    pub body: String,
    /// Whom it is for.
    pub audience: Audience,
}

impl Letter {
    /// How far it has come.
    pub fn state(&self) -> State {
        match (self.done_at, self.begun_at, self.due_at, self.taken_back_at) {
            (Some(_), ..) => State::Sent,
            (None, Some(_), ..) => State::OnItsWay,
            (None, None, Some(_), _) => State::Scheduled,
            (None, None, None, Some(_)) => State::TakenBack,
            (None, None, None, None) => State::Draft,
        }
    }

    /// Whether it can be changed and sent.
    pub fn is_open(&self) -> bool {
        self.due_at.is_none()
    }

    /// Whether mails have begun to leave.
    pub fn has_begun(&self) -> bool {
        self.begun_at.is_some()
    }

    /// Whom it is for.
    pub fn audience(&self) -> Result<Audience> {
        Ok(serde_json::from_str(&self.audience)?)
    }
}

/// The letter with this identifier, whoever asks.
pub fn find(db: &mut Db, id: Id) -> Result<Letter> {
    Ok(letters::table.find(id).select(Letter::as_select()).first(db)?)
}

/// The letter and its network, if this person coordinates it. [`Error::NotFound`] for everybody else.
pub fn visible(db: &mut Db, id: Id, person: &CurrentPerson) -> Result<(Letter, Network)> {
    let letter = find(db, id)?;
    let network = networks::coordinated_by_id(db, letter.network_id, person)?;
    Ok((letter, network))
}

/// The letters of a network, the newest first.
pub(super) fn of_network(db: &mut Db, network: Id, most: i64, offset: i64) -> Result<Vec<Letter>> {
    Ok(letters::table
        .filter(letters::network_id.eq(network))
        .order(letters::id.desc())
        .limit(most)
        .offset(offset)
        .select(Letter::as_select())
        .load(db)?)
}

/// How many letters a network has.
pub(super) fn count(db: &mut Db, network: Id) -> Result<i64> {
    Ok(letters::table.filter(letters::network_id.eq(network)).count().get_result(db)?)
}

/// Begins a letter. The same person writing the same again (a form sent twice) gets the draft that is there.
pub fn create(tx: &mut Tx<'_>, network: Id, new: &NewLetter, by: Id, now: Timestamp) -> Result<Id> {
    tx.lock(network)?;
    let audience = serde_json::to_string(&new.audience)?;
    let twin: Option<Id> = letters::table
        .filter(letters::network_id.eq(network))
        .filter(letters::author_id.eq(by))
        .filter(letters::due_at.is_null())
        .filter(letters::subject.eq(&new.subject))
        .filter(letters::body.eq(&new.body))
        .filter(letters::audience.eq(&audience))
        .select(letters::id)
        .first(&mut **tx)
        .optional()?;
    if let Some(twin) = twin {
        return Ok(twin);
    }
    let id = clock::new_id();
    diesel::insert_into(letters::table)
        .values((
            letters::id.eq(id),
            letters::network_id.eq(network),
            letters::author_id.eq(by),
            letters::subject.eq(&new.subject),
            letters::body.eq(&new.body),
            letters::audience.eq(audience),
            letters::revision.eq(1),
            letters::created_at.eq(now),
            letters::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

/// Changes a letter that somebody has read at `revision`; whether it was so still. The same again changes nothing.
/// [`Error::Conflict`] when it is sent.
pub fn update(tx: &mut Tx<'_>, id: Id, revision: i32, new: &NewLetter, now: Timestamp) -> Result<bool> {
    let letter = hold_open(tx, id)?;
    let audience = serde_json::to_string(&new.audience)?;
    if (&letter.subject, &letter.body, &letter.audience) == (&new.subject, &new.body, &audience) {
        return Ok(true);
    }
    if letter.revision != revision {
        return Ok(false);
    }
    diesel::update(letters::table.find(id))
        .set((
            letters::subject.eq(&new.subject),
            letters::body.eq(&new.body),
            letters::audience.eq(audience),
            letters::revision.eq(revision + 1),
            letters::updated_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(true)
}

/// Deletes a letter that was never sent. [`Error::Conflict`] when it is sent.
pub fn remove(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    hold_open(tx, id)?;
    diesel::delete(letters::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

/// The letter, held until the transaction ends. [`Error::Conflict`] when it is sent.
pub(super) fn hold_open(tx: &mut Tx<'_>, id: Id) -> Result<Letter> {
    tx.lock(id)?;
    let letter = find(tx, id)?;
    if letter.is_open() { Ok(letter) } else { Err(Error::Conflict("error-letter-sent")) }
}
