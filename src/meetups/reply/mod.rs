//! Answers that calendar programs send back (iMIP, RFC 6047): from a mail to an answer.
//!
//! The invitation's organizer is an address of the invited person's own, for this meetup. An answer counts when it came
//! to that address, names this meetup, and names that person as the attendee; who the mail says it is from does not matter.
//! - Only METHOD:REPLY with ACCEPTED, TENTATIVE or DECLINED answers. Proposals of another time and delegation are explained.
//! - An answer to an older revision counts when it names the time that still holds; otherwise the person is told.
//! - An answer is as old as its DTSTAMP says: what was said later, here or in a calendar, stands. So nothing that is sent
//!   again changes anything.
//! - What cannot be taken is explained by a mail to the account of the person whose address it was, once for each reason and
//!   revision, so that no two programs can answer each other for ever. What is forged or foreign gets no answer.

mod calendar;

use calendar::{Participation, Reply};

use super::answer::{Answer, answer_by_calendar};
use super::mail::{self, Invitee};
use super::meetup::{Meetup, coming_of_groups_of, find};
use crate::accounts;
use crate::app::App;
use crate::db::Tx;
use crate::error::{Error, Result};
use crate::mail::inbound::{self, Handler, Message, Nature};

/// What stands before the secret in the address.
const WORD: &str = "m";

/// What the secret is derived for.
const PURPOSE: &str = "meetup-reply";

/// Who deals with answers from calendar programs. These may say that they were generated: at somebody's click.
pub fn replies() -> Handler {
    Handler { word: WORD, wants: &[Nature::Person, Nature::Generated], handle }
}

/// The address that answers of this person to this meetup go to, where answers by mail are read.
pub(super) fn address(app: &App, meetup: &Meetup, to: &Invitee) -> Result<Option<String>> {
    let Some(base) = &meetup.reply_address else { return Ok(None) };
    let secret = app.secret.derive_for_address(PURPOSE, &subject(meetup, to))?;
    Ok(Some(inbound::personal(base, WORD, &secret)))
}

fn subject(meetup: &Meetup, to: &Invitee) -> String {
    format!("{}:{}", meetup.id, to.person)
}

fn handle(tx: &mut Tx<'_>, app: &App, message: &Message, secret: &str) -> Result<&'static str> {
    if !message.whole {
        return Ok("too-large");
    }
    let replies = message.calendars.iter().find_map(|calendar| Reply::read(&calendar.text));
    match replies {
        Some(reply) => take(tx, app, &reply, secret),
        // Whoever writes by hand is told that nobody reads here; a program is not.
        None if message.nature == Nature::Person && message.calendars.is_empty() => {
            explain_words(tx, app, &message.from, secret)
        }
        None => Ok("no-reply-inside"),
    }
}

fn take(tx: &mut Tx<'_>, app: &App, reply: &Reply, secret: &str) -> Result<&'static str> {
    let meetup = match find(tx, reply.meetup) {
        Ok(meetup) => meetup,
        Err(Error::NotFound) => return Ok("foreign"),
        Err(error) => return Err(error),
    };
    let Some(invitee) = holder(tx, app, &meetup, secret)? else { return Ok("foreign") };
    let Some(said) = reply.said_by(&invitee.email) else { return Ok("foreign-attendee") };
    if reply.method == "COUNTER" {
        return mail::explain_refusal(tx, app, &meetup, &invitee, "meetup-reply-counter").map(|()| "counter");
    }
    let answer = match (reply.method.as_str(), said) {
        ("REPLY", Participation::Accepted) => Answer::Yes,
        ("REPLY", Participation::Tentative) => Answer::Maybe,
        ("REPLY", Participation::Declined) => Answer::No,
        ("REPLY", Participation::Delegated) => {
            return mail::explain_refusal(tx, app, &meetup, &invitee, "meetup-reply-delegated")
                .map(|()| "delegated");
        }
        _ => return Ok("no-answer-inside"),
    };
    if reply.sequence < meetup.revision && reply.starts != Some(meetup.starts_at) {
        return mail::explain_refusal(tx, app, &meetup, &invitee, "meetup-reply-old").map(|()| "old");
    }
    match answer_by_calendar(tx, app, &meetup, &invitee, answer, reply.stamp, app.clock.now()) {
        Ok(true) => Ok("answered"),
        Ok(false) => Ok("overtaken"),
        Err(Error::Conflict(why)) => {
            mail::explain_refusal(tx, app, &meetup, &invitee, why).map(|()| "refused")
        }
        Err(error) => Err(error),
    }
}

/// Whose address this is: one of those who are invited now.
fn holder(tx: &mut Tx<'_>, app: &App, meetup: &Meetup, secret: &str) -> Result<Option<Invitee>> {
    for invitee in mail::invitees(tx, meetup)? {
        if app.secret.confirms_address(PURPOSE, &subject(meetup, &invitee), secret)? {
            return Ok(Some(invitee));
        }
    }
    Ok(None)
}

/// Somebody answered the invitation in words. Where the mail is from is a hint at whose address it may be; the secret says
/// whether it is.
fn explain_words(tx: &mut Tx<'_>, app: &App, from: &str, secret: &str) -> Result<&'static str> {
    let Some(person) = accounts::find_by_email(tx, from)? else { return Ok("foreign") };
    for meetup in coming_of_groups_of(tx, person.id, app.clock.now())? {
        if let Some(invitee) = holder(tx, app, &meetup, secret)? {
            return mail::explain_refusal(tx, app, &meetup, &invitee, "meetup-reply-words").map(|()| "words");
        }
    }
    Ok("foreign")
}
