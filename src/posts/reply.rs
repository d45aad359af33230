//! Answers by mail: from a mail that answers the notice of a comment to a comment.
//!
//! Where mail is read, each notice has an address of its own for answers: for this person and this comment. An answer counts
//! when it came to that address and says that it is from the person's own; neither alone is enough. What it quotes and the
//! signature under it are left out.
//! - It stands in the thread of the comment that it answers, as if it had been written on the page, by the same rules.
//! - The same message makes one comment, however often it comes.
//! - What cannot be taken is explained by a mail to the account of the person whose address it was, with what they wrote, once for
//!   each message. Programs that answer by themselves are not answered, and neither is what is forged or foreign. That the answer
//!   came from another address is explained once for each notice, without what it says.

use crate::accounts::{self, Person, Purpose};
use crate::app::App;
use crate::db::Tx;
use crate::db::types::Id;
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

/// Who deals with answers to notices of comments.
pub fn replies() -> Handler {
    Handler { word: WORD, wants: &[Nature::Person], handle }
}

/// The addresses that answers of these people to the notice of a comment go to; none where no mail is read.
pub(super) fn addresses(
    tx: &mut Tx<'_>,
    app: &App,
    people: &[Id],
    comment: Id,
) -> Result<Vec<Option<String>>> {
    let Some(base) = app.inbound.address() else { return Ok(vec![None; people.len()]) };
    let secrets = accounts::issue_all(tx, Purpose::Reply, people, comment, app.clock.now())?;
    Ok(secrets.iter().map(|secret| Some(inbound::personal(base, WORD, secret))).collect())
}

fn handle(tx: &mut Tx<'_>, app: &App, message: &Message, secret: &str) -> Result<&'static str> {
    let Some((person, answered)) = holder(tx, app, secret)? else { return Ok("foreign") };
    let (post, answers) = comment::find_told(tx, answered)?;
    let refuse = |tx: &mut Tx<'_>, why: &str, key: &str, text: &str, path: &str| {
        let key = format!("{answered}:{}:{key}", person.id);
        Refused::queue(tx, app, &person, (why, text), (&key, path))
    };
    let place = format!("/comments/{answered}");
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

/// Whose address this is, and for which comment; nothing when it is worthless or the account is closed.
fn holder(tx: &mut Tx<'_>, app: &App, secret: &str) -> Result<Option<(Person, Id)>> {
    let token = match accounts::find_token(tx, Purpose::Reply, secret, app.clock.now()) {
        Ok(token) => token,
        Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let Some((person, comment)) = token.person_id.zip(token.subject_id) else { return Ok(None) };
    let person = accounts::find(tx, person)?;
    Ok(person.disabled_at.is_none().then_some((person, comment)))
}
