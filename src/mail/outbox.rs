//! The outbox: mail as rows, written with what caused it, claimed with a lease and a fence.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::{Mail, Outcome, returns};
use crate::app::App;
use crate::clock;
use crate::db::schema::outbox;
use crate::db::types::{Id, Timestamp};
use crate::db::{Db, Tx};
use crate::error::Result;
use crate::secrets;
use crate::word_enum;

word_enum! {
    /// How far a mail has come.
    pub enum State {
        /// Waits for its time.
        Queued = "queued",
        /// A worker has it.
        Sending = "sending",
        /// The relay took it.
        Sent = "sent",
        /// Nobody will take it.
        Failed = "failed",
        /// Handed over, but the answer was lost.
        Unknown = "unknown",
        /// No longer wanted.
        Dropped = "dropped",
    }
}

/// A mail in the outbox.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = outbox)]
pub struct Row {
    /// Identifier.
    pub id: Id,
    /// Which mail.
    pub kind: String,
    /// To.
    pub email: String,
    /// Name of the recipient.
    pub name: String,
    /// `Message-ID`, without angle brackets.
    pub message_id: String,
    /// Subject.
    pub subject: String,
    /// Text part.
    pub text_body: String,
    /// HTML part.
    pub html_body: String,
    /// Calendar part.
    pub calendar: Option<String>,
    /// METHOD of the calendar part.
    pub calendar_method: Option<String>,
    /// Where an answer goes, when not to the sender.
    pub reply_to: Option<String>,
    /// List-Id.
    pub list_id: Option<String>,
    /// One-click address.
    pub unsubscribe_url: Option<String>,
    /// State.
    pub state: State,
    /// Tries so far, the running one included.
    pub attempts: i32,
    /// Grows with every claim: who holds an older number may no longer write.
    pub fence: i64,
    /// When it was queued.
    pub created_at: Timestamp,
}

/// Seconds a worker may hold a mail before another takes it.
pub const LEASE_SECONDS: i64 = 50;

/// Tries before a temporary refusal becomes final: about two days with the back-off below.
const MOST_ATTEMPTS: i32 = 14;

/// Queues a mail, unless one with the same logical key was queued before; whether it was queued now.
pub fn enqueue(tx: &mut Tx<'_>, app: &App, mail: Mail) -> Result<bool> {
    let now = app.clock.now();
    if is_known(tx, &mail.logical_key)? {
        return Ok(false);
    }
    let digest = secrets::hash(&mail.logical_key);
    let message_id = format!("{}@{}", digest.get(..32).unwrap_or(&digest), app.mailer.sender().domain());
    diesel::insert_into(outbox::table)
        .values((
            outbox::id.eq(clock::new_id()),
            outbox::kind.eq(mail.kind),
            outbox::logical_key.eq(&mail.logical_key),
            outbox::person_id.eq(mail.to.person_id),
            outbox::network_id.eq(mail.network_id),
            outbox::email.eq(&mail.to.email),
            outbox::name.eq(&mail.to.name),
            outbox::message_id.eq(message_id),
            outbox::subject.eq(&mail.subject),
            outbox::text_body.eq(&mail.text),
            outbox::html_body.eq(&mail.html),
            (
                outbox::calendar.eq(mail.calendar.as_ref().map(|c| &c.ics)),
                outbox::calendar_method.eq(mail.calendar.as_ref().map(|c| c.method)),
                outbox::reply_to.eq(mail.reply_to()),
                outbox::list_id.eq(mail.list.as_ref().map(|l| &l.id)),
                outbox::unsubscribe_url.eq(mail.list.as_ref().map(|l| &l.unsubscribe_url)),
                outbox::state.eq(State::Queued),
                outbox::attempts.eq(0),
                outbox::due_at.eq(now),
                outbox::fence.eq(0),
                outbox::created_at.eq(now),
            ),
        ))
        .execute(&mut **tx)?;
    Ok(true)
}

/// Whether a mail with this logical key was queued before.
pub fn is_known(db: &mut Db, logical_key: &str) -> Result<bool> {
    let found = outbox::table.filter(outbox::logical_key.eq(logical_key));
    Ok(diesel::select(diesel::dsl::exists(found)).get_result(db)?)
}

/// Rows in one statement: well below what either database takes as values.
const AT_ONCE: usize = 200;

/// Queues many mails with few statements; those with a logical key that was queued before are left out.
pub fn enqueue_all(tx: &mut Tx<'_>, app: &App, mails: &[Mail]) -> Result<()> {
    let (now, domain) = (app.clock.now(), app.mailer.sender().domain().to_owned());
    for some in mails.chunks(AT_ONCE) {
        let rows: Vec<_> = some.iter().map(|mail| values(mail, &domain, now)).collect();
        crate::on_both!(tx, c => {
            diesel::insert_into(outbox::table).values(&rows).on_conflict_do_nothing().execute(c)
        })?;
    }
    Ok(())
}

#[derive(Insertable)]
#[diesel(table_name = outbox, treat_none_as_default_value = false)]
struct NewRow<'a> {
    id: Id,
    kind: &'static str,
    logical_key: &'a str,
    person_id: Option<Id>,
    network_id: Option<Id>,
    email: &'a str,
    name: &'a str,
    message_id: String,
    subject: &'a str,
    text_body: &'a str,
    html_body: &'a str,
    calendar: Option<&'a str>,
    calendar_method: Option<&'a str>,
    reply_to: Option<&'a str>,
    list_id: Option<&'a str>,
    unsubscribe_url: Option<&'a str>,
    state: State,
    attempts: i32,
    due_at: Timestamp,
    fence: i64,
    created_at: Timestamp,
}

fn values<'a>(mail: &'a Mail, domain: &str, now: Timestamp) -> NewRow<'a> {
    let digest = secrets::hash(&mail.logical_key);
    NewRow {
        id: clock::new_id(),
        kind: mail.kind,
        logical_key: &mail.logical_key,
        person_id: mail.to.person_id,
        network_id: mail.network_id,
        email: &mail.to.email,
        name: &mail.to.name,
        message_id: format!("{}@{domain}", digest.get(..32).unwrap_or(&digest)),
        subject: &mail.subject,
        text_body: &mail.text,
        html_body: &mail.html,
        calendar: mail.calendar.as_ref().map(|calendar| calendar.ics.as_str()),
        calendar_method: mail.calendar.as_ref().map(|calendar| calendar.method),
        reply_to: mail.reply_to(),
        list_id: mail.list.as_ref().map(|list| list.id.as_str()),
        unsubscribe_url: mail.list.as_ref().map(|list| list.unsubscribe_url.as_str()),
        state: State::Queued,
        attempts: 0,
        due_at: now,
        fence: 0,
        created_at: now,
    }
}

/// Drops a person's mails of a kind that wait to be sent; how many.
pub fn drop_waiting(tx: &mut Tx<'_>, kind: &str, person: Id) -> Result<usize> {
    let waiting = outbox::table
        .filter(outbox::person_id.eq(person))
        .filter(outbox::kind.eq(kind))
        .filter(outbox::state.eq(State::Queued));
    Ok(diesel::update(waiting).set(outbox::state.eq(State::Dropped)).execute(&mut **tx)?)
}

/// Drops a person's mails of a kind that wait and speak for a network; how many.
pub fn drop_waiting_of(tx: &mut Tx<'_>, kind: &str, person: Id, network: Id) -> Result<usize> {
    let waiting = outbox::table
        .filter(outbox::person_id.eq(person))
        .filter(outbox::network_id.eq(network))
        .filter(outbox::kind.eq(kind))
        .filter(outbox::state.eq(State::Queued));
    Ok(diesel::update(waiting).set(outbox::state.eq(State::Dropped)).execute(&mut **tx)?)
}

/// Due at `now`, or held by a worker that is gone.
#[diesel::dsl::auto_type]
fn due(now: Timestamp) -> _ {
    let waiting: State = State::Queued;
    let held: State = State::Sending;
    outbox::state
        .eq(waiting)
        .and(outbox::due_at.le(now))
        .or(outbox::state.eq(held).and(outbox::lease_until.assume_not_null().le(now)))
}

/// Whether any mail is due.
pub(super) fn is_any_due(db: &mut Db, now: Timestamp) -> Result<bool> {
    Ok(diesel::select(diesel::dsl::exists(outbox::table.filter(due(now)))).get_result(db)?)
}

/// Takes up to `most` mails that are due and holds them for [`LEASE_SECONDS`]. Those to addresses that take no mail are dropped
/// on the way; none is left only when none is due.
pub fn claim(tx: &mut Tx<'_>, most: i64, now: Timestamp) -> Result<Vec<Row>> {
    loop {
        let claimed = hold(tx, most, now)?;
        let none = claimed.is_empty();
        let deliverable = returns::deliverable(tx, claimed)?;
        if none || !deliverable.is_empty() {
            return Ok(deliverable);
        }
    }
}

fn hold(tx: &mut Tx<'_>, most: i64, now: Timestamp) -> Result<Vec<Row>> {
    let candidates: Vec<Id> = outbox::table
        .filter(due(now))
        .order((outbox::due_at, outbox::id))
        .limit(most)
        .select(outbox::id)
        .load(&mut **tx)?;
    let mut claimed = Vec::new();
    for id in candidates {
        // The condition is asked again while updating: of two workers, one changes the row.
        let changed = diesel::update(outbox::table.find(id).filter(due(now)))
            .set((
                outbox::state.eq(State::Sending),
                outbox::attempts.eq(outbox::attempts + 1),
                outbox::fence.eq(outbox::fence + 1i64),
                outbox::lease_until.eq(now + TimeDelta::seconds(LEASE_SECONDS)),
            ))
            .execute(&mut **tx)?;
        if changed == 1 {
            claimed.push(outbox::table.find(id).select(Row::as_select()).first(&mut **tx)?);
        }
    }
    Ok(claimed)
}

/// Drops a mail that was claimed: its address takes none.
pub(super) fn drop_claimed(tx: &mut Tx<'_>, row: &Row) -> Result<()> {
    diesel::update(outbox::table.find(row.id))
        .set((
            outbox::state.eq(State::Dropped),
            outbox::lease_until.eq(None::<Timestamp>),
            outbox::last_error.eq("the address takes no mail"),
        ))
        .execute(&mut **tx)?;
    Ok(())
}

/// A mail that the relay took has come back for good; whether that was news.
pub(super) fn note_return(tx: &mut Tx<'_>, id: Id, reason: &str, now: Timestamp) -> Result<bool> {
    let taken = outbox::table.find(id).filter(outbox::state.eq_any([State::Sent, State::Unknown]));
    let changed = diesel::update(taken)
        .set((outbox::state.eq(State::Failed), outbox::due_at.eq(now), outbox::last_error.eq(reason)))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Whether the mail is still ours to hand over: no other worker has taken it, and nobody has dropped it.
pub(super) fn is_ours(db: &mut Db, row: &Row) -> Result<bool> {
    let ours = outbox::table
        .filter(outbox::id.eq(row.id))
        .filter(outbox::fence.eq(row.fence))
        .filter(outbox::state.eq(State::Sending));
    Ok(diesel::select(diesel::dsl::exists(ours)).get_result(db)?)
}

/// Puts a mail back that is not handed over, to be taken at `due`; the try does not count.
pub(super) fn give_back(tx: &mut Tx<'_>, row: &Row, due: Timestamp) -> Result<bool> {
    let ours = outbox::table
        .find(row.id)
        .filter(outbox::fence.eq(row.fence))
        .filter(outbox::state.eq(State::Sending));
    let changed = diesel::update(ours)
        .set((
            outbox::state.eq(State::Queued),
            outbox::attempts.eq(row.attempts - 1),
            outbox::due_at.eq(due),
            outbox::lease_until.eq(None::<Timestamp>),
        ))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Writes down how sending went, unless another worker has taken the mail since; whether it was written.
pub fn settle(tx: &mut Tx<'_>, row: &Row, outcome: &Outcome, now: Timestamp) -> Result<bool> {
    let (state, due, error) = match outcome {
        Outcome::Sent => (State::Sent, now, None),
        Outcome::Later(_) if row.attempts < MOST_ATTEMPTS => {
            (State::Queued, now + back_off(row.attempts), outcome.reason())
        }
        Outcome::Later(_) | Outcome::Never(_) => (State::Failed, now, outcome.reason()),
        Outcome::Unknown(_) => (State::Unknown, now, outcome.reason()),
    };
    let changed = diesel::update(outbox::table.find(row.id).filter(outbox::fence.eq(row.fence)))
        .set((
            outbox::state.eq(state),
            outbox::due_at.eq(due),
            outbox::lease_until.eq(None::<Timestamp>),
            outbox::last_error.eq(error),
            outbox::sent_at.eq((state == State::Sent).then_some(now)),
        ))
        .execute(&mut **tx)?;
    if let (1, Outcome::Never(reason)) = (changed, outcome) {
        returns::stop_if_gone(tx, &row.email, reason, now)?;
    }
    Ok(changed == 1)
}

/// Waits 1, 2, 4, … minutes, at most 6 hours.
fn back_off(attempts: i32) -> TimeDelta {
    let doublings = u32::try_from(attempts.clamp(1, 10) - 1).unwrap_or(0);
    TimeDelta::minutes(2i64.pow(doublings).min(360))
}

/// Queues a mail again that is settled, also to an address that took none; whether there was one whose text is still kept.
pub fn resend(tx: &mut Tx<'_>, id: Id, now: Timestamp) -> Result<bool> {
    let email: String = outbox::table.find(id).select(outbox::email).first(&mut **tx)?;
    returns::resume(tx, &email)?;
    let settled = [State::Failed, State::Unknown, State::Dropped, State::Sent];
    let kept = outbox::table.find(id).filter(outbox::state.eq_any(settled)).filter(outbox::text_body.ne(""));
    let changed = diesel::update(kept)
        .set((outbox::state.eq(State::Queued), outbox::attempts.eq(0), outbox::due_at.eq(now)))
        .execute(&mut **tx)?;
    Ok(changed == 1)
}

/// Queues those of some mails again, by their logical keys, that failed and whose text is still kept; how many. An address that
/// takes no mail gets none.
pub fn requeue_failed(tx: &mut Tx<'_>, keys: &[&str], now: Timestamp) -> Result<usize> {
    let failed = outbox::table
        .filter(outbox::logical_key.eq_any(keys))
        .filter(outbox::state.eq(State::Failed))
        .filter(outbox::text_body.ne(""));
    Ok(diesel::update(failed)
        .set((outbox::state.eq(State::Queued), outbox::attempts.eq(0), outbox::due_at.eq(now)))
        .execute(&mut **tx)?)
}

/// How many mails are in each state.
pub fn counts(db: &mut Db) -> Result<Vec<(State, i64)>> {
    Ok(outbox::table
        .group_by(outbox::state)
        .select((outbox::state, diesel::dsl::count_star()))
        .order(outbox::state)
        .load(db)?)
}

/// A mail as administrators see it: what became of it. What it says is not for all to see.
#[derive(Debug, Clone, Queryable, Selectable)]
#[diesel(table_name = outbox)]
pub struct Trace {
    /// Identifier.
    pub id: Id,
    /// Which mail.
    pub kind: String,
    /// To.
    pub email: String,
    /// State.
    pub state: State,
    /// Tries so far.
    pub attempts: i32,
    /// When the next try is due.
    pub due_at: Timestamp,
    /// What the relay or the network said last.
    pub last_error: Option<String>,
    /// When it was queued.
    pub created_at: Timestamp,
    /// When the relay took it.
    pub sent_at: Option<Timestamp>,
    /// Subject; empty when it is not kept any more.
    pub subject: String,
}

/// One mail as [`Trace`], and its text part.
pub fn trace(db: &mut Db, id: Id) -> Result<(Trace, String)> {
    Ok(outbox::table.find(id).select((Trace::as_select(), outbox::text_body)).first(db)?)
}

/// The newest mails, of one state or to one address where given, older than `before`.
pub fn traces(
    db: &mut Db,
    state: Option<State>,
    email: Option<&str>,
    before: Option<Id>,
    most: i64,
) -> Result<Vec<Trace>> {
    let mut query = outbox::table.into_boxed();
    if let Some(state) = state {
        query = query.filter(outbox::state.eq(state));
    }
    if let Some(email) = email {
        query = query.filter(outbox::email.eq(email.to_lowercase()));
    }
    if let Some(before) = before {
        query = query.filter(outbox::id.lt(before));
    }
    Ok(query.order(outbox::id.desc()).limit(most).select(Trace::as_select()).load(db)?)
}

/// When the oldest mail that is due has been due since.
pub fn oldest_due(db: &mut Db, now: Timestamp) -> Result<Option<Timestamp>> {
    Ok(outbox::table.filter(due(now)).select(diesel::dsl::min(outbox::due_at)).first(db)?)
}

/// Empties the bodies of mails that were sent before `before`; how many. What is left says that they were sent.
pub fn forget_bodies(tx: &mut Tx<'_>, before: Timestamp) -> Result<usize> {
    let old = outbox::table
        .filter(outbox::state.eq(State::Sent))
        .filter(outbox::sent_at.lt(before))
        .filter(outbox::text_body.ne(""));
    Ok(diesel::update(old)
        .set((
            outbox::subject.eq(""),
            outbox::text_body.eq(""),
            outbox::html_body.eq(""),
            outbox::calendar.eq(None::<String>),
            outbox::reply_to.eq(None::<String>),
            outbox::unsubscribe_url.eq(None::<String>),
        ))
        .execute(&mut **tx)?)
}

/// Deletes the traces of mails that were settled one way or the other and queued before `before`.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    let settled = [State::Sent, State::Failed, State::Unknown, State::Dropped];
    let old = outbox::table.filter(outbox::state.eq_any(settled)).filter(outbox::created_at.lt(before));
    diesel::delete(old).execute(&mut **tx)?;
    Ok(())
}
