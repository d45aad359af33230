//! What became of a letter.

use std::collections::HashMap;

use diesel::dsl::count_star;
use diesel::prelude::*;

use super::jobs::Outcome;
use crate::db::schema::{letter_recipients, letters, organisers, outbox, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::mail::outbox::State as MailState;

/// How many of a letter's mails are where.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Wait in the outbox.
    pub queued: i64,
    /// The relay took them.
    pub sent: i64,
    /// Nobody will take them.
    pub failed: i64,
    /// Handed over, but the answer was lost.
    pub unknown: i64,
    /// No mail: the address takes none, or they want no letters.
    pub skipped: i64,
}

impl Counts {
    fn add(&mut self, fate: Fate, n: i64) {
        let place = match fate {
            Fate::Queued => &mut self.queued,
            Fate::Sent => &mut self.sent,
            Fate::Failed => &mut self.failed,
            Fate::Unknown => &mut self.unknown,
            Fate::Stopped | Fate::Muted => &mut self.skipped,
        };
        *place += n;
    }
}

/// What became of the letter to one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fate {
    Queued,
    Sent,
    Failed,
    Unknown,
    Stopped,
    Muted,
}

impl Fate {
    /// Traces of mails are kept for a year; what has none any more was sent.
    fn of(outcome: Outcome, mail: Option<MailState>) -> Self {
        match (outcome, mail) {
            (Outcome::Stopped, _) => Fate::Stopped,
            (Outcome::Muted, _) => Fate::Muted,
            (Outcome::Queued, Some(MailState::Queued | MailState::Sending)) => Fate::Queued,
            (Outcome::Queued, Some(MailState::Failed)) => Fate::Failed,
            (Outcome::Queued, Some(MailState::Unknown)) => Fate::Unknown,
            (Outcome::Queued, Some(MailState::Dropped)) => Fate::Stopped,
            (Outcome::Queued, Some(MailState::Sent) | None) => Fate::Sent,
        }
    }

    /// Locale key.
    pub(super) fn key(self) -> &'static str {
        match self {
            Fate::Queued => "letter-fate-queued",
            Fate::Sent => "letter-fate-sent",
            Fate::Failed => "letter-fate-failed",
            Fate::Unknown => "letter-fate-unknown",
            Fate::Stopped => "letter-fate-stopped",
            Fate::Muted => "letter-fate-muted",
        }
    }
}

/// What became of a letter, by what the outbox knows. Two queries.
pub fn counts(db: &mut Db, letter: Id) -> Result<Counts> {
    let by_outcome: Vec<(Outcome, i64)> = letter_recipients::table
        .filter(letter_recipients::letter_id.eq(letter))
        .group_by(letter_recipients::outcome)
        .select((letter_recipients::outcome, count_star()))
        .load(db)?;
    let mail = outbox::table.on(outbox::logical_key.eq(letter_recipients::mail_key));
    let by_state: Vec<(MailState, i64)> = letter_recipients::table
        .inner_join(mail)
        .filter(letter_recipients::letter_id.eq(letter))
        .filter(letter_recipients::outcome.eq(Outcome::Queued))
        .group_by(outbox::state)
        .select((outbox::state, count_star()))
        .load(db)?;
    let traced: i64 = by_state.iter().map(|(_, n)| n).sum();
    let mut counts = Counts::default();
    for (state, n) in by_state {
        counts.add(Fate::of(Outcome::Queued, Some(state)), n);
    }
    for (outcome, n) in by_outcome {
        let untraced = if outcome == Outcome::Queued { n - traced } else { n };
        counts.add(Fate::of(outcome, None), untraced);
    }
    Ok(counts)
}

/// How many mails some letters became, by letter; those that became none are left out. One query.
pub(super) fn mails(db: &mut Db, letters: &[Id]) -> Result<HashMap<Id, i64>> {
    let rows: Vec<(Id, i64)> = letter_recipients::table
        .filter(letter_recipients::letter_id.eq_any(letters))
        .filter(letter_recipients::outcome.eq(Outcome::Queued))
        .group_by(letter_recipients::letter_id)
        .select((letter_recipients::letter_id, count_star()))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Somebody a letter was for.
#[derive(Debug, Clone)]
pub(super) struct Logged {
    pub person: Id,
    pub seat: Id,
    pub mail_key: String,
    pub name: String,
    pub protected: bool,
    pub role: String,
    pub organiser: String,
    pub fate: Fate,
}

type Row = (Id, Id, String, (String, bool), (String, String), Outcome, Option<MailState>);

impl From<Row> for Logged {
    fn from((person, seat, mail_key, named, of, outcome, mail): Row) -> Self {
        let ((name, protected), (role, organiser)) = (named, of);
        Logged { person, seat, mail_key, name, protected, role, organiser, fate: Fate::of(outcome, mail) }
    }
}

/// Everybody a letter was for, by organiser. One query.
pub(super) fn logged(db: &mut Db, letter: Id) -> Result<Vec<Logged>> {
    let rows: Vec<Row> = of_letter(letter).load(db)?;
    Ok(rows.into_iter().map(Logged::from).collect())
}

/// Those whose mail failed. One query.
pub(super) fn failed(db: &mut Db, letter: Id) -> Result<Vec<Logged>> {
    let failed = outbox::state.nullable().eq(MailState::Failed);
    let rows: Vec<Row> = of_letter(letter).filter(failed).load(db)?;
    Ok(rows.into_iter().map(Logged::from).collect())
}

#[diesel::dsl::auto_type(no_type_alias)]
fn of_letter(letter: Id) -> _ {
    let mail = outbox::table.on(outbox::logical_key.eq(letter_recipients::mail_key));
    letter_recipients::table
        .inner_join(people::table)
        .inner_join(seats::table.inner_join(organisers::table))
        .left_join(mail)
        .filter(letter_recipients::letter_id.eq(letter))
        .order((organisers::name, seats::role, people::id))
        .select((
            people::id,
            seats::id,
            letter_recipients::mail_key,
            (people::name, people::protected),
            (seats::role, organisers::name),
            letter_recipients::outcome,
            outbox::state.nullable(),
        ))
}

/// Forgets whom letters went to that went out before `before`.
pub fn forget_recipients(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    let old = letters::table.filter(letters::done_at.lt(before)).select(letters::id);
    let of_old = letter_recipients::table.filter(letter_recipients::letter_id.eq_any(old));
    diesel::delete(of_old).execute(&mut **tx)?;
    Ok(())
}
