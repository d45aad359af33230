//! What came of a meetup: decisions, and promises that come back until they are done.

use chrono::{NaiveDate, TimeDelta};
use diesel::prelude::*;

use super::note::hold_writable;
use crate::clock;
use crate::db::schema::{meetups, organisers, outcomes, people, seats};
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Prepare, Tx, padded};
use crate::error::{Error, Result};
use crate::groups;
use crate::i18n::Lang;
use crate::word_enum;

/// Most outcomes that are loaded at once.
const MOST: i64 = 500;

/// Most that home tells of.
const MOST_DUE: usize = 5;

/// Days ahead that a promise counts as due.
const SOON: i64 = 14;

word_enum! {
    /// What came of a meetup.
    pub enum Kind {
        /// Something is settled.
        Decision = "decision",
        /// Somebody will do something.
        Promise = "promise",
    }
}

/// A decision or a promise.
#[derive(Debug, Clone, Queryable)]
pub struct Outcome {
    /// Identifier.
    pub id: Id,
    /// The meetup that it came of.
    pub meetup_id: Id,
    /// What that is called.
    pub meetup: String,
    /// When that begins.
    pub meetup_starts_at: Timestamp,
    /// Decision or promise.
    pub kind: Kind,
    /// What was decided or promised, one or a few lines.
    pub text: String,
    /// Who promised; none: the group.
    pub seat_id: Option<Id>,
    /// By which day.
    pub due_on: Option<NaiveDate>,
    /// When it was done.
    pub done_at: Option<Timestamp>,
    seat: Option<(String, String)>,
    holder: Option<(Id, String, bool)>,
    /// Who ticked it off.
    pub done_by: Option<Id>,
}

impl Outcome {
    /// Whether it is a promise that is not done.
    pub fn is_open(&self) -> bool {
        self.kind == Kind::Promise && self.done_at.is_none()
    }

    /// Whether this person's seat promised it.
    pub fn is_of(&self, person: Id) -> bool {
        self.holder.as_ref().is_some_and(|(holder, ..)| *holder == person)
    }

    /// Who promised, as others see them: a name, a seat, or the group.
    pub fn who(&self, lang: Lang) -> String {
        match (&self.holder, &self.seat) {
            (Some((_, name, false)), _) => name.clone(),
            (_, Some((role, organiser))) => format!("{role}, {organiser}"),
            _ => lang.t("outcome-group"),
        }
    }

    /// In one line, as mails have it: `Siv Ek: Skicka mallen (senast 3 december 2026)`.
    pub fn line(&self, lang: Lang) -> String {
        let words = crate::markdown::shorten(&self.text, 300);
        match self.due_on {
            _ if self.kind == Kind::Decision => words,
            Some(day) => {
                format!("{}: {words} ({})", self.who(lang), lang.tname("outcome-by", &lang.date(day)))
            }
            None => format!("{}: {words}", self.who(lang)),
        }
    }
}

/// What a decision or promise is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewOutcome {
    /// Decision or promise.
    pub kind: Kind,
    /// What was decided or promised.
    pub text: String,
    /// Who promised, a seat of the group; none: the group.
    pub seat_id: Option<Id>,
    /// By which day.
    pub due_on: Option<NaiveDate>,
}

/// The outcomes of a meetup, and the promises of these groups that are open, the earliest first. One query. What was promised at
/// a meetup that is cancelled does not come back: nothing can be ticked off there.
pub(super) fn around(db: &mut Db, groups: &[Id], meetup: Option<Id>) -> Result<Vec<Outcome>> {
    let groups = padded(groups.iter().copied());
    let holders = people::table.on(people::id.nullable().eq(seats::person_id.nullable()));
    let open = outcomes::kind
        .eq(Kind::Promise)
        .and(outcomes::done_at.is_null())
        .and(meetups::cancelled_at.is_null());
    Ok(outcomes::table
        .inner_join(meetups::table)
        .left_join(seats::table.on(seats::id.nullable().eq(outcomes::seat_id)))
        .left_join(organisers::table.on(organisers::code.nullable().eq(seats::organiser_code.nullable())))
        .left_join(holders)
        .filter(outcomes::group_id.eq_any(&groups))
        .filter(outcomes::meetup_id.nullable().eq(meetup).or(open))
        .order((outcomes::created_at, outcomes::id))
        .limit(MOST)
        .select((
            outcomes::id,
            outcomes::meetup_id,
            meetups::title,
            meetups::starts_at,
            outcomes::kind,
            outcomes::text,
            outcomes::seat_id,
            outcomes::due_on,
            outcomes::done_at,
            (seats::role, organisers::name).nullable(),
            (people::id, people::name, people::protected).nullable(),
            outcomes::done_by,
        ))
        .prepared_for(groups.len())
        .load(db)?)
}

/// The open promises of a group from meetups that began before a moment, the earliest first.
pub fn open_promises(db: &mut Db, group: Id, before: Timestamp) -> Result<Vec<Outcome>> {
    let mut open = around(db, &[group], None)?;
    open.retain(|outcome| outcome.meetup_starts_at < before);
    Ok(open)
}

/// Promises in words for a person, theirs first.
pub fn told(promises: &[Outcome], person: Id, lang: Lang) -> Vec<String> {
    let (mine, others): (Vec<_>, Vec<_>) = promises.iter().partition(|promise| promise.is_of(person));
    mine.into_iter().chain(others).map(|promise| promise.line(lang)).collect()
}

/// What this person or their groups have promised for a day that is past or near, the first first.
pub fn due_for(db: &mut Db, groups: &[Id], person: Id, today: NaiveDate) -> Result<Vec<Outcome>> {
    let last = today + TimeDelta::days(SOON);
    let mut due = around(db, groups, None)?;
    due.retain(|each| {
        (each.seat_id.is_none() || each.is_of(person)) && each.due_on.is_some_and(|day| day <= last)
    });
    due.sort_by_key(|outcome| outcome.due_on);
    due.truncate(MOST_DUE);
    Ok(due)
}

/// Where an outcome stands: its meetup, and the row itself.
pub(super) fn find(db: &mut Db, id: Id) -> Result<(Id, NewOutcome)> {
    let (meetup, kind, text, seat_id, due_on) = outcomes::table
        .find(id)
        .select((outcomes::meetup_id, outcomes::kind, outcomes::text, outcomes::seat_id, outcomes::due_on))
        .first(db)?;
    Ok((meetup, NewOutcome { kind, text, seat_id, due_on }))
}

/// Writes a decision or promise down. The same again (a form sent twice) gives the one that is there. [`Error::NotFound`]
/// when the seat is not in the group.
pub fn add_outcome(tx: &mut Tx<'_>, meetup: Id, new: &NewOutcome, by: Id, now: Timestamp) -> Result<Id> {
    let (meetup, group) = hold_writable(tx, meetup)?;
    must_be_inside(tx, group.id, new.seat_id)?;
    let alike: Vec<(Id, Option<Id>, Option<NaiveDate>)> = outcomes::table
        .filter(outcomes::group_id.eq(group.id))
        .filter(outcomes::meetup_id.eq(meetup.id))
        .filter(outcomes::kind.eq(new.kind))
        .filter(outcomes::text.eq(&new.text))
        .filter(outcomes::done_at.is_null())
        .select((outcomes::id, outcomes::seat_id, outcomes::due_on))
        .load(&mut **tx)?;
    let twin = alike.into_iter().find(|(_, seat, due)| (*seat, *due) == (new.seat_id, new.due_on));
    if let Some((twin, ..)) = twin {
        return Ok(twin);
    }
    let id = clock::new_id();
    diesel::insert_into(outcomes::table)
        .values((
            outcomes::id.eq(id),
            outcomes::meetup_id.eq(meetup.id),
            outcomes::group_id.eq(group.id),
            outcomes::kind.eq(new.kind),
            outcomes::text.eq(&new.text),
            outcomes::seat_id.eq(new.seat_id),
            outcomes::due_on.eq(new.due_on),
            outcomes::created_by.eq(by),
            outcomes::created_at.eq(now),
        ))
        .execute(&mut **tx)?;
    Ok(id)
}

fn must_be_inside(db: &mut Db, group: Id, seat: Option<Id>) -> Result<()> {
    let Some(seat) = seat else { return Ok(()) };
    let inside = groups::members_of(db, group)?.iter().any(|member| member.seat_id == seat);
    if inside { Ok(()) } else { Err(Error::NotFound) }
}

/// Says something else of an outcome; what kind it is stays. A seat that has left the group may stay where it was.
pub(super) fn update(tx: &mut Tx<'_>, id: Id, new: &NewOutcome) -> Result<()> {
    let (meetup, before) = find(tx, id)?;
    let (_, group) = hold_writable(tx, meetup)?;
    if new.seat_id != before.seat_id {
        must_be_inside(tx, group.id, new.seat_id)?;
    }
    diesel::update(outcomes::table.find(id))
        .set((
            outcomes::text.eq(&new.text),
            outcomes::seat_id.eq(new.seat_id),
            outcomes::due_on.eq(new.due_on),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// Takes an outcome away; nothing happens when it is gone.
pub(super) fn remove(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    diesel::delete(outcomes::table.find(id)).execute(&mut **tx)?;
    Ok(())
}

/// Ticks a promise off. Twice is once: who did it first stays.
pub fn mark_done(tx: &mut Tx<'_>, id: Id, by: Id, now: Timestamp) -> Result<()> {
    let open =
        outcomes::table.find(id).filter(outcomes::kind.eq(Kind::Promise)).filter(outcomes::done_at.is_null());
    diesel::update(open).set((outcomes::done_at.eq(now), outcomes::done_by.eq(by))).execute(&mut **tx)?;
    Ok(())
}

/// Opens a promise again.
pub(super) fn reopen(tx: &mut Tx<'_>, id: Id) -> Result<()> {
    let nobody: Option<Id> = None;
    diesel::update(outcomes::table.find(id))
        .set((outcomes::done_at.eq(None::<Timestamp>), outcomes::done_by.eq(nobody)))
        .execute(&mut **tx)?;
    Ok(())
}
