//! Answers by mail: from a mail that answers the notice of a comment, or the mail of a story, to a comment.
//!
//! Where mail is read, each such mail has an address of its own for answers: for this person and this comment or story. An answer counts
//! when it came to that address and says that it is from the person's own; neither alone is enough. What it quotes and the
//! signature under it are left out.
//! - It stands in the thread of the comment that it answers, else under the story, as if it had been written on the page, by the same
//!   rules.
//! - In a digest each story has an address. These are kept nowhere, or a digest would cost a row for each of its stories: they
//!   are made again for the stories that whoever the mail says it is from was told of.
//! - The same message makes one comment, however often it comes.
//! - What cannot be taken is explained by a mail to the account of the person whose address it was, with what they wrote, once for
//!   each message. Programs that answer by themselves are not answered, and neither is what is forged or foreign. That an answer
//!   came from another address is told to that account too, once for each story: from which domain, and nothing else of it. Whose a
//!   digest's address is that somebody else writes to is not found out.

use diesel::prelude::*;

use crate::accounts::{self, Person, PersonalLink, Purpose};
use crate::app::App;
use crate::db::schema::posts;
use crate::db::types::Id;
use crate::db::{Db, Tx};
use crate::error::{Error, Result};
use crate::mail::inbound::{self, Handler, Message, Nature};
use crate::markdown::shorten;
use crate::{digests, groups};

use super::comment::{self, NewComment};
use super::forms::LONGEST_COMMENT;
use super::mail::Refused;

/// What stands before the secret in the address.
const WORD: &str = "k";

/// Characters of an answer that is too long that are sent back; its writer has the mail itself.
const SENT_BACK: usize = 2_000;

/// Longest domain that is told of, in bytes: of names in DNS that is 253.
const LONGEST_DOMAIN: usize = 253;

/// Who deals with answers to the mails of comments and stories.
pub fn replies() -> Handler {
    Handler { word: WORD, wants: &[Nature::Person], handle }
}

/// The addresses that answers of these people to the mail of a comment or story go to; none where no mail is read.
pub(super) fn addresses(
    tx: &mut Tx<'_>,
    app: &App,
    people: &[Id],
    subject: Id,
) -> Result<Vec<Option<String>>> {
    let Some(base) = app.inbound.address() else { return Ok(vec![None; people.len()]) };
    let secrets = accounts::issue_all(tx, Purpose::Reply, people, subject, app.clock.now())?;
    Ok(secrets.iter().map(|secret| Some(inbound::personal(base, WORD, secret))).collect())
}

/// The address that a reader's answers to a story go to, the same every time, with the link that makes it good when it is kept. None
/// where no mail is read.
pub fn address_of(app: &App, person: Id, story: Id) -> Result<Option<(String, PersonalLink)>> {
    let Some(base) = app.inbound.address() else { return Ok(None) };
    let link = PersonalLink::of(&app.secret, Purpose::Reply, person, story)?;
    Ok(Some((inbound::personal(base, WORD, &link.secret), link)))
}

fn handle(tx: &mut Tx<'_>, app: &App, message: &Message, secret: &str) -> Result<&'static str> {
    let Some((person, answered)) = holder(tx, app, &message.from, secret)? else { return Ok("foreign") };
    let (post, answers, place) = match comment::find_told(tx, answered) {
        Ok((post, answers)) => (post, answers, format!("/comments/{answered}")),
        Err(Error::NotFound) => (answered, None, format!("/posts/{answered}")),
        Err(error) => return Err(error),
    };
    let lang = person.language;
    let refuse = |tx: &mut Tx<'_>, why: String, key: &str, text: &str| {
        let key = format!("{post}:{}:{key}", person.id);
        let way = way_on(tx, person.id, post, &place)?;
        Refused::queue(tx, app, &person, (why, text), (&key, way))
    };
    if message.from != person.email.to_lowercase() {
        if let Some(domain) = domain(&message.from) {
            refuse(tx, lang.tname("comment-refused-address", domain), "address", "")?;
        }
        return Ok("foreign-sender");
    }
    if comment::is_known_mail(tx, &message.name)? {
        return Ok("known-message");
    }
    if !message.whole {
        refuse(tx, lang.t("comment-refused-large"), &message.name, "")?;
        return Ok("too-large");
    }
    let body = inbound::own_words(&message.text);
    if body.is_empty() {
        refuse(tx, lang.t("comment-refused-empty"), &message.name, "")?;
        return Ok("empty");
    }
    if body.len() > LONGEST_COMMENT {
        refuse(tx, lang.t("comment-refused-long"), &message.name, &shorten(&body, SENT_BACK))?;
        return Ok("too-long");
    }
    let (now, text) = (app.clock.now(), body.clone());
    match comment::comment(tx, &NewComment { post_id: post, author_id: person.id, body, answers }, now) {
        Ok(id) => {
            comment::came_by(tx, id, &message.name)?;
            super::tell_of_comment(tx, id, now).map(|()| "commented")
        }
        Err(Error::NotFound | Error::Forbidden) => {
            refuse(tx, lang.t("comment-refused-gone"), &message.name, &text).map(|()| "refused")
        }
        Err(error) => Err(error),
    }
}

/// What stands after the @, where it looks like a domain.
fn domain(address: &str) -> Option<&str> {
    let (_, domain) = address.rsplit_once('@')?;
    let is_one =
        domain.len() <= LONGEST_DOMAIN && domain.chars().all(|c| c.is_alphanumeric() || ".-".contains(c));
    is_one.then_some(domain)
}

/// Where somebody goes on whose answer was not taken, and what the button there is called: to what they answered, as long as they read
/// it, else to its group, else home.
fn way_on(db: &mut Db, person: Id, story: Id, answered: &str) -> Result<(String, &'static str)> {
    match super::find_visible(db, story, Some(person)) {
        Ok(_) => return Ok((answered.to_owned(), "mail-comment-refused-button")),
        Err(Error::NotFound) => {}
        Err(error) => return Err(error),
    }
    let group: Option<Id> = posts::table.find(story).select(posts::group_id).first(db).optional()?;
    match group {
        Some(group) if groups::is_member(db, group, person)? => {
            Ok((format!("/groups/{group}"), "mail-comment-refused-group"))
        }
        _ => Ok(("/".to_owned(), "mail-comment-refused-home")),
    }
}

/// Whose address this is, and for which comment or story; nothing when it is worthless or the account is closed.
fn holder(tx: &mut Tx<'_>, app: &App, from: &str, secret: &str) -> Result<Option<(Person, Id)>> {
    let found = match accounts::find_token(tx, Purpose::Reply, secret, app.clock.now()) {
        Ok(token) => token.person_id.zip(token.subject_id),
        Err(Error::NotFound) => in_digest(tx, app, from, secret)?,
        Err(error) => return Err(error),
    };
    let Some((person, subject)) = found else { return Ok(None) };
    let person = accounts::find(tx, person)?;
    Ok(person.disabled_at.is_none().then_some((person, subject)))
}

/// The story of an address in a digest to whoever the mail says it is from. That is a hint at whose it may be; the secret says whether it
/// is.
fn in_digest(tx: &mut Tx<'_>, app: &App, from: &str, secret: &str) -> Result<Option<(Id, Id)>> {
    let Some(person) = accounts::find_by_email(tx, from)? else { return Ok(None) };
    for story in digests::told_to(tx, person.id)? {
        if PersonalLink::is_reply(&app.secret, person.id, story, secret)? {
            return Ok(Some((person.id, story)));
        }
    }
    Ok(None)
}
