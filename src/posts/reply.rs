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
//!   each message. Programs that answer by themselves are not answered, and neither is what is forged or foreign. That the answer
//!   came from another address is explained once for each notice, without what it says.

use crate::accounts::{self, Person, PersonalLink, Purpose};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Id;
use crate::digests;
use crate::error::{Error, Result};
use crate::mail::inbound::{self, Handler, Message, Nature};
use crate::markdown::shorten;

use super::comment::{self, NewComment};
use super::forms::LONGEST_COMMENT;
use super::mail::Refused;

/// What stands before the secret in the address.
const WORD: &str = "k";

/// Characters of an answer that is too long that are sent back; its writer has the mail itself.
const SENT_BACK: usize = 2_000;

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
    let refuse = |tx: &mut Tx<'_>, why: &str, key: &str, text: &str, path: &str| {
        let key = format!("{answered}:{}:{key}", person.id);
        Refused::queue(tx, app, &person, (why, text), (&key, path))
    };
    if message.from != person.email.to_lowercase() {
        refuse(tx, "comment-refused-address", "address", "", &place)?;
        return Ok("foreign-sender");
    }
    if comment::is_known_mail(tx, &message.name)? {
        return Ok("known-message");
    }
    if !message.whole {
        refuse(tx, "comment-refused-large", &message.name, "", &place)?;
        return Ok("too-large");
    }
    let body = inbound::own_words(&message.text);
    if body.is_empty() {
        refuse(tx, "comment-refused-empty", &message.name, "", &place)?;
        return Ok("empty");
    }
    if body.len() > LONGEST_COMMENT {
        refuse(tx, "comment-refused-long", &message.name, &shorten(&body, SENT_BACK), &place)?;
        return Ok("too-long");
    }
    let (now, text) = (app.clock.now(), body.clone());
    match comment::comment(tx, &NewComment { post_id: post, author_id: person.id, body, answers }, now) {
        Ok(id) => {
            comment::came_by(tx, id, &message.name)?;
            super::tell_of_comment(tx, id, now).map(|()| "commented")
        }
        Err(Error::NotFound | Error::Forbidden) => {
            refuse(tx, "comment-refused-gone", &message.name, &text, "/posts").map(|()| "refused")
        }
        Err(error) => Err(error),
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
