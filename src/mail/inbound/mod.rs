//! Mail that comes in: an IMAP mailbox that the worker reads, and handlers of features for what is in it.
//!
//! A message is meant for us when it was sent to a personal address: `name+m0123…@domain`, with the word of a handler and
//! a secret after the plus. The handler runs in one transaction with the row that says that the message in this place of
//! the mailbox was dealt with; then the message is moved to the folder `Handled`. Whoever is killed in between, and
//! however many workers read, it has its effect once. Where nothing can be made of a message, nothing happens but a line
//! in the log: whoever answers mail must never be answered by us into a loop.

mod connection;
mod mailbox;
mod message;
mod reading;
mod report;
mod words;

use diesel::prelude::*;

use crate::app::App;
use crate::config::Config;
use crate::db::Tx;
use crate::db::schema::inbound_mails;
use crate::db::types::Timestamp;
use crate::error::{Error, Result};
use crate::{on_both, secrets};

pub use mailbox::FOLDER;
use mailbox::Mailbox;
pub use message::{Calendar, Message, Nature};
pub use reading::{read_now, read_until};
pub use report::{Complaint, Report};
pub use words::own_words;

/// Who deals with mail to one kind of personal address.
pub struct Handler {
    /// What stands before the secret in the address: letters that are no hexadecimal digits.
    pub word: &'static str,
    /// Which mail it wants to see. What it does not want is put aside.
    pub wants: &'static [Nature],
    /// Deals with a message that was sent to this secret; a word for the log says how. Runs once for each message, in
    /// the transaction that writes that down.
    pub handle: fn(&mut Tx<'_>, &App, &Message, &str) -> Result<&'static str>,
}

/// What is read, and who deals with it.
pub struct Inbound {
    mailbox: Option<Mailbox>,
    address: Option<String>,
    handlers: Vec<Handler>,
}

impl Inbound {
    /// From `inbound_url`, `inbound_password` and `inbound_address`.
    pub fn from_config(config: &Config, handlers: Vec<Handler>) -> Result<Self> {
        let settings = &config.settings;
        if settings.inbound_url.is_empty() {
            return Ok(Inbound { mailbox: None, address: None, handlers });
        }
        let mailbox = Mailbox::from_url(&settings.inbound_url, &settings.inbound_password)?;
        let address = settings.inbound_address.trim().to_lowercase();
        if address.parse::<lettre::Address>().is_err() || address.contains('+') {
            return Err(Error::Setup(format!(
                "inbound_address {address:?} is not an address without a plus. \
                 Mail to it, and to name+anything at its domain, must arrive in the mailbox of inbound_url."
            )));
        }
        Ok(Inbound { mailbox: Some(mailbox), address: Some(address), handlers })
    }

    /// The address whose personal forms are read; none when no mailbox is.
    pub fn address(&self) -> Option<&str> {
        self.address.as_deref()
    }
}

/// The personal form of an address for a handler and a secret: `name+m0123…@domain`.
pub fn personal(address: &str, word: &str, secret: &str) -> String {
    match address.rsplit_once('@') {
        Some((name, domain)) => format!("{name}+{word}{secret}@{domain}"),
        None => address.to_owned(),
    }
}

/// Deals with a message that lies at `place`, once; a word says how it went, `known` when it was dealt with before.
/// Errors are about us and not about the message: it may be tried again.
pub async fn receive(app: &App, place: &str, bytes: Vec<u8>) -> Result<&'static str> {
    receive_part(app, place, bytes, true).await
}

/// As [`receive`], of a message whose head alone was read when it is not `whole`.
pub(super) async fn receive_part(
    app: &App,
    place: &str,
    bytes: Vec<u8>,
    whole: bool,
) -> Result<&'static str> {
    let own = app.mailer.sender().email.to_lowercase();
    // A task of its own: whatever a message does to its reader, the worker goes on.
    let parsed = tokio::task::spawn_blocking(move || Message::parse(&bytes, &own, whole)).await;
    let message = match parsed {
        Ok(Some(message)) => message,
        Ok(None) | Err(_) => return put_aside(app, place, "unreadable").await,
    };
    let (place, app) = (secrets::hash(place), app.clone());
    let database = app.database.clone();
    database.write(move |tx| deal(tx, &app, &place, &message)).await
}

/// Writes down that nothing is to be done about the message at `place`.
pub(super) async fn put_aside(app: &App, place: &str, outcome: &'static str) -> Result<&'static str> {
    let (place, now) = (secrets::hash(place), app.clock.now());
    app.database
        .write(move |tx| {
            Ok(if is_first(tx, &place, now)? { settle(tx, &place, "", outcome)? } else { "known" })
        })
        .await
}

fn deal(tx: &mut Tx<'_>, app: &App, place: &str, message: &Message) -> Result<&'static str> {
    if !is_first(tx, place, app.clock.now())? {
        return Ok("known");
    }
    let addressed =
        app.inbound.handlers.iter().find_map(|handler| Some((handler, message.secret(handler.word)?)));
    let Some((handler, secret)) = addressed else {
        return settle(tx, place, "", if message.whole { "not-addressed" } else { "too-large" });
    };
    if !handler.wants.contains(&message.nature) {
        return settle(tx, place, handler.word, message.nature.word());
    }
    let outcome = (handler.handle)(tx, app, message, secret)?;
    settle(tx, place, handler.word, outcome)
}

/// Takes the place; false when somebody has. Two workers at once wait for each other here.
fn is_first(tx: &mut Tx<'_>, place: &str, now: Timestamp) -> Result<bool> {
    let row = (
        inbound_mails::place_hash.eq(place),
        inbound_mails::handler.eq(""),
        inbound_mails::outcome.eq(""),
        inbound_mails::handled_at.eq(now),
    );
    let taken = on_both!(tx, c => {
        diesel::insert_into(inbound_mails::table).values(row).on_conflict_do_nothing().execute(c)
    })?;
    Ok(taken == 1)
}

fn settle(tx: &mut Tx<'_>, place: &str, handler: &str, outcome: &'static str) -> Result<&'static str> {
    diesel::update(inbound_mails::table.find(place))
        .set((inbound_mails::handler.eq(handler), inbound_mails::outcome.eq(outcome)))
        .execute(&mut **tx)?;
    Ok(outcome)
}

/// Deletes what is known of messages that were dealt with before `before`; they have long left the mailbox.
pub fn forget(tx: &mut Tx<'_>, before: Timestamp) -> Result<()> {
    diesel::delete(inbound_mails::table.filter(inbound_mails::handled_at.lt(before))).execute(&mut **tx)?;
    Ok(())
}
