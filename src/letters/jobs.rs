//! Composing the mails of a letter whose time has come.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use serde::{Deserialize, Serialize};

use super::audience::{Addressee, Moment, addressees, present};
use super::letter::{Letter, State, find};
use super::mail::{Frame, mail_key};
use super::sending::{AT_ONCE, put_back};
use crate::accounts;
use crate::app::App;
use crate::db::Tx;
use crate::db::schema::{letter_recipients, letters};
use crate::db::types::{Id, Timestamp};
use crate::error::{Error, Result};
use crate::jobs::{Job, Lease};
use crate::mail::outbox;
use crate::networks;
use crate::web::CurrentPerson;
use crate::{on_both, word_enum};

word_enum! {
    /// What became of a letter to somebody.
    pub enum Outcome {
        /// A mail was queued.
        Queued = "queued",
        /// The address takes no mail.
        Stopped = "stopped",
        /// They want no letters.
        Muted = "muted",
    }
}

/// Mails a letter, unless it was taken back.
#[derive(Serialize, Deserialize)]
pub struct SendLetter {
    /// The letter.
    pub letter_id: Id,
}

impl Job for SendLetter {
    const KIND: &'static str = "send-letter";

    // Each mail is written with a row for its person, so that a second run mails nobody twice. Those who got it before are asked
    // for again and left out: what was worked out before a crash is not kept.
    async fn run(self, app: App, lease: Lease) -> Result<()> {
        let (id, own) = (self.letter_id, app.clone());
        let begun = app.database.write(move |tx| {
            lease.hold(tx, own.clock.now())?;
            begin(tx, &own, id)
        });
        let people = match begun.await {
            Ok(Some(people)) => people,
            // Deleted, taken back, put off or done.
            Ok(None) | Err(Error::NotFound) => return Ok(()),
            Err(error) => return Err(error),
        };
        for some in people.chunks(AT_ONCE) {
            let (own, some) = (app.clone(), some.to_vec());
            let write = move |tx: &mut Tx<'_>| {
                lease.hold(tx, own.clock.now())?;
                deliver(tx, &own, id, &some)
            };
            app.database.write(write).await?;
        }
        let own = app.clone();
        app.database
            .write(move |tx| {
                let now = own.clock.now();
                lease.hold(tx, now)?;
                let open = letters::table.find(id).filter(letters::done_at.is_null());
                diesel::update(open).set(letters::done_at.eq(now)).execute(&mut **tx)?;
                Ok(())
            })
            .await
    }
}

/// From now on the letter cannot be taken back. Those it is for, by person and seat; nothing when its time has not come, or when
/// whoever sent it does not run the network any more: then it is put back.
fn begin(tx: &mut Tx<'_>, app: &App, id: Id) -> Result<Option<Vec<(Id, Id)>>> {
    tx.lock(id)?;
    let (letter, at) = (find(tx, id)?, Moment::of(app));
    let goes = match letter.state() {
        State::Scheduled => letter.due_at <= Some(at.now),
        State::OnItsWay => true,
        State::Draft | State::TakenBack | State::Sent => false,
    };
    if !goes {
        return Ok(None);
    }
    if !letter.has_begun() {
        if !may_go(tx, &letter, at.now)? {
            put_back(tx, id, None, at.now)?;
            return Ok(None);
        }
        diesel::update(letters::table.find(id)).set(letters::begun_at.eq(at.now)).execute(&mut **tx)?;
    }
    let to = addressees(tx, letter.network_id, &letter.audience()?, &at)?;
    Ok(Some(to.into_iter().map(|each| (each.person, each.seat)).collect()))
}

fn may_go(tx: &mut Tx<'_>, letter: &Letter, now: Timestamp) -> Result<bool> {
    let Some(by) = letter.sent_by else { return Ok(false) };
    let Some(person) = CurrentPerson::find(tx, by, now)? else { return Ok(false) };
    let network = networks::find(tx, letter.network_id)?;
    Ok(network.archived_at.is_none() && networks::is_coordinator(tx, network.id, &person)?)
}

/// Mails those of some people who are still in the network and have not got the letter.
fn deliver(tx: &mut Tx<'_>, app: &App, id: Id, some: &[(Id, Id)]) -> Result<()> {
    tx.lock(id)?;
    let letter = find(tx, id)?;
    let people: Vec<Id> = some.iter().map(|(person, _)| *person).collect();
    let told: HashSet<Id> = letter_recipients::table
        .filter(letter_recipients::letter_id.eq(id))
        .filter(letter_recipients::person_id.eq_any(&people))
        .select(letter_recipients::person_id)
        .load(&mut **tx)?
        .into_iter()
        .collect();
    // A seat may have another holder by now, who was not asked for.
    let wanted: HashMap<Id, Id> = some.iter().map(|(person, seat)| (*seat, *person)).collect();
    let seats: Vec<Id> = some.iter().map(|(_, seat)| *seat).collect();
    let mut to = present(tx, letter.network_id, &seats)?;
    to.retain(|each| wanted.get(&each.seat) == Some(&each.person) && !told.contains(&each.person));
    if to.is_empty() {
        return Ok(());
    }
    let by = letter.sent_by.ok_or(Error::NotFound)?;
    let frame = Frame::of(tx, &letter, by)?;
    let (mut mails, mut links) = (Vec::new(), Vec::new());
    for each in to.iter().filter(|each| each.gets_mail()) {
        let (mail, link) = frame.mail(app, &letter, each)?;
        mails.push(mail);
        links.push(link);
    }
    accounts::keep_links(tx, &links, app.clock.now())?;
    outbox::enqueue_all(tx, app, &mails)?;
    keep(tx, id, &to)
}

#[derive(Insertable)]
#[diesel(table_name = letter_recipients)]
struct NewRecipient {
    letter_id: Id,
    person_id: Id,
    seat_id: Id,
    outcome: Outcome,
    mail_key: String,
}

fn keep(tx: &mut Tx<'_>, letter: Id, to: &[Addressee]) -> Result<()> {
    let row = |each: &Addressee| NewRecipient {
        letter_id: letter,
        person_id: each.person,
        seat_id: each.seat,
        outcome: match (each.stopped, each.muted) {
            (true, _) => Outcome::Stopped,
            (false, true) => Outcome::Muted,
            (false, false) => Outcome::Queued,
        },
        mail_key: mail_key(letter, each.person),
    };
    let rows: Vec<NewRecipient> = to.iter().map(row).collect();
    on_both!(tx, c => diesel::insert_into(letter_recipients::table).values(&rows).execute(c))?;
    Ok(())
}
